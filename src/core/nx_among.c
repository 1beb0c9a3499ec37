/*
 * nx_among.c
 *		Is a word one of a short list?
 *
 * Rules of grammar ask this dozens of times a sentence, of lists that stand in
 * the code as literals: " who which that ".  Nearly every answer is no, so
 * before a list is searched, its sketch is asked: 64 bits, one set for each of
 * its words by first letter and length.  The sketch of a list is made when an
 * article first asks for it, and found again by the literal's address.
 *
 * Memory: NX_SKETCHES entries an article, many more than there are lists.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_WORD_B	16

struct NxSketch
{
	const char *list;			/* NULL: free */
	uint64_t	words;
};

void
nx_among_begin(NxArticle *a)
{
	a->sketches = nx_alloc_array(&a->arena, NxSketch, NX_SKETCHES);
}

static uint64_t
word_bit(unsigned char first, size_t length_b)
{
	return UINT64_C(1) << ((first * 5u + length_b) % 64);
}

static uint64_t
make_sketch(const char *list)
{
	uint64_t	words = 0;

	while (*list == ' ' && list[1] != '\0')
	{
		size_t		length_b = strcspn(list + 1, " ");

		words |= word_bit((unsigned char) list[1], length_b);
		list += 1 + length_b;
	}
	return words;
}

/* The sketch of a list that is not where it belongs. */
static __attribute__((noinline)) uint64_t
find_sketch(const NxArticle *a, const char *list, uint32_t slot)
{
	while (a->sketches[slot].list != list)
	{
		if (a->sketches[slot].list == NULL)
		{
			a->sketches[slot] = (NxSketch) {list, make_sketch(list)};
			break;
		}
		slot = (slot + 1) % NX_SKETCHES;
	}
	return a->sketches[slot].words;
}

static uint64_t
sketch_of(const NxArticle *a, const char *list)
{
	uint32_t	slot = (uint32_t) (((uintptr_t) list * UINT64_C(0x9E3779B97F4A7C15)) >> 32) %
		NX_SKETCHES;

	return a->sketches[slot].list == list ? a->sketches[slot].words :
		find_sketch(a, list, slot);
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

	if (length_b > MAX_WORD_B ||
		(sketch_of(a, list) & word_bit((unsigned char) lower(*bytes), length_b)) == 0)
		return false;
	return is_listed(bytes, length_b, list);
}
