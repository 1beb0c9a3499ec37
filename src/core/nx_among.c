/*
 * nx_among.c
 *		Is a word one of a short list?
 *
 * Rules of grammar ask this dozens of times a sentence, of lists that stand in
 * the code as literals: " who which that ".  Nearly every answer is no, so
 * before a list is searched, its sketch is asked: 256 bits, one set for each of
 * its words by first letter and length.  The sketch of a list is made when an
 * article first asks for it, and found again by the literal's address.
 *
 * Memory: NX_SKETCHES entries an article, many more than there are lists.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_WORD_B	16
#define SKETCH_B	32

struct NxSketch
{
	const char *list;			/* NULL: free */
	uint64_t	words[SKETCH_B / 8];
};

void
nx_among_begin(NxArticle *a)
{
	a->sketches = nx_alloc_array(&a->arena, NxSketch, NX_SKETCHES);
}

/* The bit of a word: eight for each letter, by the length. */
static uint32_t
bit_of(unsigned char first, size_t length_b)
{
	return (first * 8u + ((uint32_t) length_b & 7)) % (8 * SKETCH_B);
}

static void
make_sketch(NxSketch *sketch, const char *list)
{
	sketch->list = list;
	while (*list == ' ' && list[1] != '\0')
	{
		const char *word = ++list;
		uint32_t	bit;

		while (*list != ' ' && *list != '\0')
			list++;
		bit = bit_of((unsigned char) *word, (size_t) (list - word));
		sketch->words[bit / 64] |= UINT64_C(1) << bit % 64;
	}
}

static const NxSketch *
find_sketch(const NxArticle *a, const char *list)
{
	uint32_t	slot = (uint32_t) (((uintptr_t) list * UINT64_C(0x9E3779B97F4A7C15)) >> 32) %
		NX_SKETCHES;

	while (a->sketches[slot].list != list)
	{
		if (a->sketches[slot].list == NULL)
			make_sketch(&a->sketches[slot], list);
		else
			slot = (slot + 1) % NX_SKETCHES;
	}
	return &a->sketches[slot];
}

/* Can the list have a word of this beginning and length? */
static bool
may_list(const NxArticle *a, const char *list, unsigned char first, uint32_t length_b)
{
	uint32_t	bit = bit_of(first, length_b);

	return find_sketch(a, list)->words[bit / 64] >> bit % 64 & 1;
}

static char
lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char) (byte + 32) : byte;
}

/* Apart from the question of the sketch, which thus needs no room. */
static __attribute__((noinline)) bool
is_listed(const char *bytes, uint32_t length_b, const char *list)
{
	char		word[MAX_WORD_B + 3];

	word[0] = ' ';
	for (uint32_t i = 0; i < length_b; i++)
		word[i + 1] = lower(bytes[i]);
	word[length_b + 1] = ' ';
	word[length_b + 2] = '\0';
	return strstr(list, word) != NULL;
}

bool
nx_is_among(const NxArticle *a, uint32_t token, const char *list)
{
	uint32_t	length_b = nx_token_length(a, token);
	const char *bytes = a->text + nx_token_at(a, token)->at_b;

	if (length_b > MAX_WORD_B || !may_list(a, list, (unsigned char) lower(*bytes), length_b))
		return false;
	return is_listed(bytes, length_b, list);
}
