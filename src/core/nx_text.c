/*
 * nx_text.c
 *		Characters before a byte.
 *
 * SQL counts characters, the analyser bytes.  Where the text is all ASCII they
 * are the same and nothing is kept; else a table says how many characters
 * stand before every 16th byte, and what remains is counted.  A byte that is
 * part of no valid sequence of UTF-8 counts as one character.
 */
#include "nx_char.h"

#define STEP_B	16

/* Are the STEP_B bytes from here on all ASCII? */
static bool
is_ascii_step(const char *at)
{
	uint64_t	seen = 0;

	for (int i = 0; i < STEP_B; i += 8)
	{
		uint64_t	bytes;

		memcpy(&bytes, at + i, sizeof(bytes));
		seen |= bytes;
	}
	return (seen & 0x8080808080808080ull) == 0;
}

/* Past the characters that begin before a byte; *chars counts them. */
static const char *
skip_chars(const char *at, const char *until, const char *end, uint32_t *chars)
{
	uint32_t	code;

	for (; at < until; (*chars)++)
		at += nx_char_utf8(at, end, &code);
	return at;
}

/* First byte beyond ASCII, or the end. */
static uint32_t
ascii_length(NxArticle *a)
{
	uint32_t	at = 0;

	for (; a->length_b - at >= STEP_B && is_ascii_step(a->text + at); at += STEP_B)
		nx_poll(a, STEP_B);
	while (at < a->length_b && (unsigned char) a->text[at] < 0x80)
		at++;
	return at;
}

void
nx_text_read(NxArticle *a)
{
	const char *at = a->text;
	const char *end = at + a->length_b;
	uint32_t	chars = 0;
	uint32_t	steps = a->length_b / STEP_B + 1;

	if (ascii_length(a) == a->length_b)
		return;
	a->chars = nx_alloc_array(&a->arena, uint32_t, steps);
	for (uint32_t step = 0; step < steps; step++)
	{
		const char *until = a->text + (size_t) step * STEP_B;

		/* a character that lies across the step counts as before it */
		if (until - at == STEP_B && is_ascii_step(at))
		{
			at = until;
			chars += STEP_B;
		}
		else
			at = skip_chars(at, until, end, &chars);
		a->chars[step] = chars;
		nx_poll(a, STEP_B);
	}
}

/*
 * First border of a character at or after a byte.  What leads a sequence is
 * never inside of one, so three bytes back are enough to know.
 */
static const char *
border_at(const NxArticle *a, uint32_t at_b)
{
	const char *at = a->text + at_b;

	for (uint32_t back = 1; back <= 3 && back <= at_b; back++)
	{
		uint32_t	code;
		unsigned	length_b;

		if ((at[-(int) back] & 0xC0) == 0x80)
			continue;
		length_b = nx_char_utf8(at - back, a->text + a->length_b, &code);
		return length_b > back ? at - back + length_b : at;
	}
	return at;
}

uint32_t
nx_article_char(const NxArticle *article, uint32_t at_b)
{
	uint32_t	chars;
	uint32_t	code;
	const char *end = article->text + article->length_b;

	if (article->chars == NULL)
		return at_b;
	chars = article->chars[at_b / STEP_B];
	for (const char *at = border_at(article, at_b / STEP_B * STEP_B);
		 at < article->text + at_b; chars++)
		at += (unsigned char) *at < 0x80 ? 1 : nx_char_utf8(at, end, &code);
	return chars;
}
