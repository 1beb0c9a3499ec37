/*
 * nx_case.c
 *		Names written in capitals, brought to the case of names.
 */
#include "nx_char.h"
#include "nx_lexicon.h"

static char *
put_code(char *to, uint32_t code)
{
	if (code < 0x80)
		*to++ = (char) code;
	else if (code < 0x800)
	{
		*to++ = (char) (0xC0 | code >> 6);
		*to++ = (char) (0x80 | (code & 0x3F));
	}
	else
	{
		*to++ = (char) (0xE0 | code >> 12);
		*to++ = (char) (0x80 | (code >> 6 & 0x3F));
		*to++ = (char) (0x80 | (code & 0x3F));
	}
	return to;
}

/* Does a capital stand here?  "O'Brien", "McDonald", "Anne-Marie", "J.R." */
static bool
is_capital_place(const char *word, const char *at)
{
	size_t		before = (size_t) (at - word);

	if (before == 0 || at[-1] == '-' || at[-1] == '.')
		return true;
	if (before == 2 && word[0] == 'M' && word[1] == 'C')
		return true;
	return (before == 2 && at[-1] == '\'') || (before == 4 && memcmp(at - 3, "\xE2\x80\x99", 3) == 0);
}

/* Write a word in capitals with its first letter alone as capital. */
static char *
put_word(const NxArticle *a, uint32_t i, bool is_first, char *to)
{
	const NxToken *token = nx_token_at(a, i);
	const char *word = a->text + token->at_b;
	const char *end = a->text + token->end_b;
	uint64_t	names = nx_token_names(token);
	bool		is_particle = !is_first && names & NX_IS(PARTICLE);

	for (const char *at = word; at < end;)
	{
		NxChar		c = nx_char_at(at, end);
		bool		stays = c.class != NX_CHAR_UPPER || c.code >= 0x10000 ||
			(!is_particle && is_capital_place(word, at)) || names & NX_IS(NAME_SUFFIX);

		if (stays)
		{
			memcpy(to, at, c.length_b);
			to += c.length_b;
		}
		else
			to = put_code(to, c.code);
		at += c.length_b;
	}
	return to;
}

static bool
is_in_capitals(const NxArticle *a, NxRange range)
{
	bool		has_word = false;

	for (uint32_t i = range.first; i < range.end; i++)
	{
		uint8_t		letters = nx_token_at(a, i)->letters;

		if (letters == NX_CASE_LOWER || letters == NX_CASE_MIXED ||
			(letters == NX_CASE_CAPITAL &&
			 nx_token_at(a, i)->end_b - nx_token_at(a, i)->at_b > 2))
			return false;
		has_word |= letters == NX_CASE_UPPER;
	}
	return has_word;
}

NxString
nx_name_text(NxArticle *a, NxRange range)
{
	NxSpan		span = nx_range_span(a, range);
	char	   *bytes;
	char	   *to;

	if (!is_in_capitals(a, range))
		return nx_range_text(a, range);
	/* a lower-case letter is never longer than three bytes for two */
	bytes = to = nx_arena_alloc(&a->arena, 2 * (size_t) (span.end_b - span.at_b) + 1);
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (i > range.first && nx_token_at(a, i)->flags & NX_SPACE_BEFORE)
			*to++ = ' ';
		to = put_word(a, i, i == range.first, to);
	}
	return (NxString) {bytes, (uint32_t) (to - bytes)};
}
