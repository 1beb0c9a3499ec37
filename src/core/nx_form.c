/*
 * nx_form.c
 *		Folded forms: what makes "Said", "SAID" and "said" one word.
 *
 * Folding lower-cases the letters of ASCII, Latin-1, Latin Extended-A and
 * Latin Extended Additional (Vietnamese), makes curly marks straight and
 * typographic hyphens "-", and every ASCII digit "0".  Accents stay: the lists
 * of names hold both spellings where both are used.  Any other byte stands
 * for itself, so that every byte string has a form.
 */
#include "nx_core.h"

#define FNV_START	1469598103934665603ull
#define FNV_PRIME	1099511628211ull

/* One character, folded. */
typedef struct Folded
{
	unsigned char bytes[4];
	uint8_t		length_b;
	uint8_t		used_b;			/* bytes of the text it stands for */
} Folded;

/* The even code point of a pair of letters is the capital, or the odd one. */
static bool
odd_is_capital(uint32_t code)
{
	return (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
}

static uint32_t
fold_letter(uint32_t code)
{
	if (code >= 0xC0 && code <= 0xDE && code != 0xD7)
		return code + 0x20;
	if (code == 0x178)
		return 0xFF;
	if (odd_is_capital(code))
		return code + (code & 1);
	if ((code >= 0x100 && code <= 0x177 && code != 0x130 && code != 0x131 &&
		 code != 0x138 && code != 0x149) || (code >= 0x1E00 && code <= 0x1EFF))
		return code | 1;
	return code;
}

/* Marks of U+2010..U+201F that have an ASCII twin; 0: none. */
static const unsigned char folded_marks[16] = {
	'-', '-', 0, 0, 0, 0, 0, 0, '\'', '\'', 0, '\'', '"', '"', 0, '"'
};

static void
fold_wide(const unsigned char *at, size_t left_b, Folded *folded)
{
	uint32_t	code;

	folded->bytes[0] = at[0];
	folded->length_b = folded->used_b = 1;
	if (left_b >= 2 && at[0] >= 0xC3 && at[0] <= 0xC5 && (at[1] & 0xC0) == 0x80)
	{
		code = fold_letter((uint32_t) (at[0] & 0x1F) << 6 | (at[1] & 0x3F));
		folded->bytes[0] = (unsigned char) (0xC0 | code >> 6);
		folded->bytes[1] = (unsigned char) (0x80 | (code & 0x3F));
		folded->length_b = folded->used_b = 2;
	}
	else if (left_b >= 3 && at[0] == 0xE2 && at[1] == 0x80 &&
			 (at[2] & 0xF0) == 0x90 && folded_marks[at[2] & 0x0F] != 0)
	{
		folded->bytes[0] = folded_marks[at[2] & 0x0F];
		folded->used_b = 3;
	}
	else if (left_b >= 3 && at[0] == 0xE1 && at[1] >= 0xB8 && at[1] <= 0xBB)
	{
		folded->bytes[1] = at[1];
		folded->bytes[2] = (at[2] & 0xC0) == 0x80 ? at[2] | 1 : at[2];
		folded->length_b = folded->used_b = 3;
	}
}

static inline unsigned char
fold_ascii(unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		return c | 0x20;
	return c >= '0' && c <= '9' ? '0' : c;
}

uint32_t
nx_form_hash(const char *bytes, size_t length_b)
{
	const unsigned char *at = (const unsigned char *) bytes;
	uint64_t	hash = FNV_START;

	for (size_t i = 0; i < length_b;)
	{
		Folded		folded;

		if (at[i] < 0x80)
		{
			hash = (hash ^ fold_ascii(at[i++])) * FNV_PRIME;
			continue;
		}
		fold_wide(at + i, length_b - i, &folded);
		for (unsigned k = 0; k < folded.length_b; k++)
			hash = (hash ^ folded.bytes[k]) * FNV_PRIME;
		i += folded.used_b;
	}
	hash ^= hash >> 29;
	hash ^= hash >> 32;
	return (uint32_t) hash != 0 ? (uint32_t) hash : 1;
}

/*
 * Compared letter by letter, not by hash: nearly every call ends at the first
 * byte, long before the literal would be hashed.
 */
bool
nx_token_is(const NxArticle *a, uint32_t token, const char *folded)
{
	const NxToken *t = nx_token_at(a, token);
	const unsigned char *at = (const unsigned char *) a->text + t->at_b;
	size_t		left_b = t->end_b - t->at_b;

	while (left_b > 0)
	{
		Folded		next = {{fold_ascii(*at)}, 1, 1};

		if (*at >= 0x80)
			fold_wide(at, left_b, &next);
		for (unsigned k = 0; k < next.length_b; k++)
			if (*folded == '\0' || next.bytes[k] != (unsigned char) *folded++)
				return false;
		at += next.used_b;
		left_b -= next.used_b;
	}
	return *folded == '\0';
}
