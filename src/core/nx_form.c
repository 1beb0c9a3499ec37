/*
 * nx_form.c
 *		Folded forms: what makes "Said", "SAID" and "said" one word.
 *
 * Folding lower-cases letters, makes curly marks straight and typographic
 * hyphens "-", every ASCII digit "0" and the doubled single marks of LaTeX
 * copy ("``", "''") one double mark; what has no width is left out; an HTML
 * entity is the character it names (nx_char.c).  Accents stay: the lists of
 * names hold both spellings where both are used.  Any other byte stands for
 * itself, so that every byte string has a form.
 *
 * One loop over the bytes of a token gives all that later stages ask of its
 * spelling: the hashes of the folded and of the exact form, the shapes, and
 * how it is capitalised.  Shapes are strings of the kinds of characters: the
 * long one of the first eight ("Xx-Xxxxx" for "Al-Qaeda-"), the short one of
 * all with runs folded ("Xx-Xx").
 */
#include "nx_char.h"
#include "nx_form.h"

#define FNV_START	1469598103934665603ull
#define FNV_PRIME	1099511628211ull

static inline uint64_t
hash_byte(uint64_t hash, unsigned char c)
{
	return (hash ^ c) * FNV_PRIME;
}

static inline uint32_t
hash_end(uint64_t hash)
{
	hash ^= hash >> 29;
	hash ^= hash >> 32;
	return (uint32_t) hash != 0 ? (uint32_t) hash : 1;
}

/* Hash a folded character as UTF-8; a stray byte as that byte. */
static uint64_t
hash_code(uint64_t hash, uint32_t code)
{
	if (code < 0x80)
		return hash_byte(hash, (unsigned char) code);
	if (code >= 0xDC00 && code < 0xDD00)
		return hash_byte(hash, (unsigned char) (code - 0xDC00));
	if (code < 0x800)
		hash = hash_byte(hash, (unsigned char) (0xC0 | code >> 6));
	else
	{
		if (code < 0x10000)
			hash = hash_byte(hash, (unsigned char) (0xE0 | code >> 12));
		else
		{
			hash = hash_byte(hash, (unsigned char) (0xF0 | code >> 18));
			hash = hash_byte(hash, (unsigned char) (0x80 | (code >> 12 & 0x3F)));
		}
		hash = hash_byte(hash, (unsigned char) (0x80 | (code >> 6 & 0x3F)));
	}
	return hash_byte(hash, (unsigned char) (0x80 | (code & 0x3F)));
}

/* The character at a byte, folded all the way. */
static NxChar
fold_next(const char *at, const char *end)
{
	NxChar		c = nx_char_at(at, end);

	if (end - at > 1 && at[1] == *at && (*at == '`' || *at == '\''))
		return (NxChar) {'"', NX_CHAR_MARK, 2};
	if (c.code >= '0' && c.code <= '9')
		c.code = '0';
	return c;
}

uint32_t
nx_form_hash(const char *bytes, size_t length_b)
{
	const char *end = bytes + length_b;
	uint64_t	hash = FNV_START;

	while (bytes < end)
	{
		NxChar		c = fold_next(bytes, end);

		if (c.class != NX_CHAR_IGNORED)
			hash = hash_code(hash, c.code);
		bytes += c.length_b;
	}
	return hash_end(hash);
}

/* Kinds of characters that shapes tell apart. */
typedef enum Shape
{
	SHAPE_NONE, SHAPE_UPPER, SHAPE_LOWER, SHAPE_DIGIT, SHAPE_HYPHEN,
	SHAPE_STOP, SHAPE_APOSTROPHE, SHAPE_AND, SHAPE_OTHER
} Shape;

#define LOWER_SHAPES	0x22222222u	/* eight times SHAPE_LOWER */

static const uint8_t shapes[NX_CHAR_CLASS_COUNT] = {
	[NX_CHAR_SPACE] = SHAPE_OTHER,
	[NX_CHAR_LINE] = SHAPE_OTHER,
	[NX_CHAR_IGNORED] = SHAPE_NONE,
	[NX_CHAR_LOWER] = SHAPE_LOWER,
	[NX_CHAR_UPPER] = SHAPE_UPPER,
	[NX_CHAR_LETTER] = SHAPE_LOWER,
	[NX_CHAR_DIGIT] = SHAPE_DIGIT,
	[NX_CHAR_APOSTROPHE] = SHAPE_APOSTROPHE,
	[NX_CHAR_MARK] = SHAPE_OTHER,
	[NX_CHAR_HYPHEN] = SHAPE_HYPHEN,
	[NX_CHAR_DASH] = SHAPE_OTHER,
	[NX_CHAR_STOP] = SHAPE_STOP,
	[NX_CHAR_ELLIPSIS] = SHAPE_OTHER,
	[NX_CHAR_EXCLAIM] = SHAPE_OTHER,
	[NX_CHAR_COMMA] = SHAPE_OTHER,
	[NX_CHAR_COLON] = SHAPE_OTHER,
	[NX_CHAR_SLASH] = SHAPE_OTHER,
	[NX_CHAR_AND] = SHAPE_AND,
	[NX_CHAR_AT] = SHAPE_OTHER,
	[NX_CHAR_HASH] = SHAPE_OTHER,
	[NX_CHAR_UNDERSCORE] = SHAPE_OTHER,
	[NX_CHAR_PUNCTUATION] = SHAPE_OTHER,
	[NX_CHAR_SYMBOL] = SHAPE_OTHER,
};

/* What the loop over a token's characters gathers. */
typedef struct Spelling
{
	uint64_t	form;
	uint64_t	exact;
	uint32_t	long_shape;		/* four bits a character, the first eight */
	uint32_t	short_shape;
	uint32_t	last;			/* shape of the character before */
	uint32_t	uppers;
	uint32_t	lowers;
	uint32_t	inner_uppers;	/* capitals after a letter */
	uint32_t	digits;
} Spelling;

static inline void
add_shape(Spelling *s, uint32_t shape)
{
	uint32_t	is_upper = shape == SHAPE_UPPER;

	s->uppers += is_upper;
	s->inner_uppers += is_upper & (s->last - 1 < SHAPE_LOWER);
	s->lowers += shape == SHAPE_LOWER;
	s->digits += shape == SHAPE_DIGIT;
	s->long_shape = s->long_shape >> 28 ? s->long_shape : s->long_shape << 4 | shape;
	s->short_shape = shape == s->last ? s->short_shape : s->short_shape * 11 + shape;
	s->last = shape;
}

/* Add a character that is more than a byte, or part of a doubled mark. */
static const char *
add_wide(Spelling *s, const char *at, const char *end)
{
	NxChar		c = fold_next(at, end);

	if (c.class != NX_CHAR_IGNORED)
	{
		s->form = hash_code(s->form, c.code);
		add_shape(s, shapes[c.class]);
	}
	for (unsigned i = 0; i < c.length_b; i++)
		s->exact = hash_byte(s->exact, (unsigned char) at[i]);
	return at + c.length_b;
}

static NxCase
letter_case(const Spelling *s, bool begins_upper)
{
	if (s->uppers + s->lowers == 0)
		return NX_CASE_NONE;
	if (s->uppers == 0)
		return NX_CASE_LOWER;
	if (s->lowers == 0)
		return s->uppers > 1 ? NX_CASE_UPPER : NX_CASE_CAPITAL;
	return begins_upper && s->inner_uppers == 0 ? NX_CASE_CAPITAL : NX_CASE_MIXED;
}

static inline uint32_t
mix(uint32_t x)
{
	return (uint32_t) ((uint64_t) x * 0x9E3779B97F4A7C15ull >> 32);
}

/* Does the first letter stand as a capital? */
static bool
begins_upper(const char *at, const char *end)
{
	while (at < end)
	{
		NxChar		c = nx_char_at(at, end);

		if (c.class >= NX_CHAR_LOWER && c.class <= NX_CHAR_LETTER)
			return c.class == NX_CHAR_UPPER;
		at += c.length_b;
	}
	return false;
}

/*
 * Small letters in front, all of most tokens, are folded already: one hash for
 * both forms, and shapes that are known by their number.
 */
static const char *
skip_lower(Spelling *s, const char *at, const char *end)
{
	const char *start = at;
	uint64_t	hash = FNV_START;

	while (at < end && nx_char_classes[(unsigned char) *at] == NX_CHAR_LOWER)
		hash = hash_byte(hash, (unsigned char) *at++);
	if (at > start)
	{
		s->form = s->exact = hash;
		s->lowers = (uint32_t) (at - start);
		s->long_shape = LOWER_SHAPES >> 4 * (s->lowers < 8 ? 8 - s->lowers : 0);
		s->short_shape = s->last = SHAPE_LOWER;
	}
	return at;
}

void
nx_form_describe(const char *text, NxToken *token)
{
	const char *start = text + token->at_b;
	const char *end = text + token->end_b;
	Spelling	s = {.form = FNV_START, .exact = FNV_START};
	const char *at = skip_lower(&s, start, end);

	while (at < end)
	{
		unsigned char c = (unsigned char) *at;
		uint8_t		class = nx_char_classes[c];

		if (class == NX_CHAR_WIDE || class == NX_CHAR_APOSTROPHE ||
			class == NX_CHAR_MARK || class == NX_CHAR_IGNORED)
		{
			at = add_wide(&s, at, end);
			continue;
		}
		s.exact = hash_byte(s.exact, c);
		s.form = hash_byte(s.form, class == NX_CHAR_UPPER ? c | 0x20
						   : class == NX_CHAR_DIGIT ? '0' : c);
		add_shape(&s, shapes[class]);
		at++;
	}
	token->form = hash_end(s.form);
	token->exact = hash_end(s.exact);
	token->shape = (uint16_t) mix(s.long_shape);
	token->short_shape = (uint8_t) mix(s.short_shape);
	token->letters = (uint8_t) letter_case(&s, s.uppers > 0 && begins_upper(start, end));
	if (token->kind == NX_TOKEN_WORD && s.digits > 0 && s.uppers + s.lowers == 0)
		token->kind = NX_TOKEN_NUMBER;
}

bool
nx_token_spells(const NxArticle *a, uint32_t token, const char *folded)
{
	const char *at = a->text + nx_token_at(a, token)->at_b;
	const char *end = a->text + nx_token_at(a, token)->end_b;

	while (at < end)
	{
		uint8_t		class = nx_char_classes[(unsigned char) *at];
		uint32_t	wanted;
		NxChar		c;

		if (class == NX_CHAR_LOWER || class == NX_CHAR_UPPER)
		{
			if ((*at++ | 0x20) != *folded++)
				return false;
			continue;
		}
		c = fold_next(at, end);
		at += c.length_b;
		if (c.class == NX_CHAR_IGNORED)
			continue;
		if (*folded == '\0')
			return false;
		folded += nx_char_utf8(folded, folded + strlen(folded), &wanted);
		if (c.code != wanted)
			return false;
	}
	return *folded == '\0';
}
