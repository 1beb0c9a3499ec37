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

static bool
is_ascii(NxArticle *a)
{
	for (uint32_t at = 0; at < a->length_b; at += STEP_B)
	{
		uint32_t	end = a->length_b - at < STEP_B ? a->length_b : at + STEP_B;
		unsigned char seen = 0;

		for (uint32_t i = at; i < end; i++)
			seen |= (unsigned char) a->text[i];
		if (seen >= 0x80)
			return false;
		nx_poll(a, end - at);
	}
	return true;
}

void
nx_text_read(NxArticle *a)
{
	const char *at = a->text;
	const char *end = at + a->length_b;
	uint32_t	chars = 0;
	uint32_t	step = 0;

	if (is_ascii(a))
		return;
	a->chars = nx_alloc_array(&a->arena, uint32_t, a->length_b / STEP_B + 2);
	while (at < end)
	{
		uint32_t	code;

		/* a character that lies across the step counts as before it */
		while (a->text + (size_t) step * STEP_B <= at)
		{
			a->chars[step++] = chars;
			nx_poll(a, STEP_B);
		}
		at += (unsigned char) *at < 0x80 ? 1 : nx_char_utf8(at, end, &code);
		chars++;
	}
	while (step <= a->length_b / STEP_B + 1)
		a->chars[step++] = chars;
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
