/*
 * nx_value.c
 *		Dates, times, money, percentages, numbers and addresses.
 *
 * The mention stage asks at each token that no name holds whether a value
 * begins there.  What can begin one is seen at the token: a digit, a sign of
 * currency, the name of a month or day; only there are the patterns tried, so
 * that a text costs a few matches a sentence.  A value ends where a token
 * ends: the "50" of "50-year-old" is none.
 *
 * "May", "March" and a bare year are dates only behind a word that leads to
 * one ("in May", "since 2015").  Days count as dates ("Tuesday"), words that
 * only point at one do not ("last week").
 *
 * Most figures are followed by nothing that could belong to them; these are
 * told without a pattern.
 *
 * Limit: a value has at most MAX_VALUE_B bytes.
 */
#include "nx_value.h"
#include "nx_lexicon.h"
#include "nx_pattern.h"

#define MAX_VALUE_B		48
#define MAX_CODE_B		3		/* "US" before "$", "USD" before a sum */
#define MAX_DIGITS		3		/* of a number that is no year */

/* Kinds of the groups of NX_PATTERN_FIGURE. */
static const NxEntityKind figure_kinds[] = {
	NX_ENTITY_NUMBER, NX_ENTITY_TIME, NX_ENTITY_MONEY, NX_ENTITY_PERCENT, NX_ENTITY_NUMBER
};

/* The token that ends where a match ends, or first - 1 when none does. */
static uint32_t
token_ending(const NxArticle *a, uint32_t first, uint32_t end_b)
{
	uint32_t	i = first;

	while (i + 1 < a->tokens.count && nx_token_at(a, i)->end_b < end_b)
		i++;
	return nx_token_at(a, i)->end_b == end_b ? i + 1 : first;
}

/* Prepositions and a few words besides lead to a month or a year. */
static bool
leads_to_date(const NxArticle *a, uint32_t i)
{
	return (nx_token_words(nx_token_at(a, i)) & NX_IS(PREPOSITION)) != 0 ||
		nx_is_among(a, i, " last next this early late mid and ");
}

static bool
is_month(const NxArticle *a, uint32_t i)
{
	return i < a->tokens.count &&
		(nx_token_names(nx_token_at(a, i)) & NX_IS(MONTH) || nx_token_is(a, i, "sept"));
}

/*
 * Can the figure be part of a date: a year, 2015-11-03, 3/11/15, 3 May, 3rd of
 * May?  Asked first, for most figures are none and a match costs much more.
 */
static bool
may_be_dated(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	length_b = token->end_b - token->at_b;

	if (length_b >= 4 || (i + 1 < a->tokens.count && token[1].at_b == token->end_b))
		return true;
	return is_month(a, i + 1) || is_month(a, i + 2) || is_month(a, i + 3);
}

/* The pattern of dates that may begin at a token, or NX_PATTERN_COUNT. */
static NxPattern
date_pattern(const NxArticle *a, uint32_t i, bool is_figure)
{
	if (is_figure)
		return may_be_dated(a, i) ? NX_PATTERN_DATE_FIGURE : NX_PATTERN_COUNT;
	if (nx_token_names(nx_token_at(a, i)) & NX_IS(DAY))
		return NX_PATTERN_DATE_DAY;
	return is_month(a, i) ? NX_PATTERN_DATE_MONTH : NX_PATTERN_COUNT;
}

static uint32_t
date_end(NxArticle *a, uint32_t i, NxSpan at, NxPattern pattern)
{
	NxSpan		groups[NX_MAX_GROUPS];

	if (!nx_pattern_match(a, pattern, at, groups))
		return i;
	if (groups[1].end_b > 0 && (i == 0 || !leads_to_date(a, i - 1)))
		return i;
	return token_ending(a, i, groups[0].end_b);
}

static uint32_t
figure_end(NxArticle *a, uint32_t i, NxSpan at, NxEntityKind *kind)
{
	NxSpan		groups[NX_MAX_GROUPS];

	if (!nx_pattern_match(a, NX_PATTERN_FIGURE, at, groups))
		return i;
	for (size_t g = 1; g < sizeof(figure_kinds) / sizeof(figure_kinds[0]); g++)
		if (groups[g].end_b > 0)
			*kind = figure_kinds[g];
	return token_ending(a, i, groups[0].end_b);
}

/* A digit, "$", or the first byte of other signs of currency. */
static bool
begins_figure(const NxArticle *a, uint32_t i)
{
	unsigned char c = (unsigned char) a->text[nx_token_at(a, i)->at_b];

	return (c >= '0' && c <= '9') || c == '$' ||
		(c >= 0x80 && nx_token_at(a, i)->kind == NX_TOKEN_SYMBOL);
}

/* "US" before "$5", "USD" before "5". */
static bool
is_currency_code(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->end_b - token->at_b <= MAX_CODE_B && i + 1 < a->tokens.count &&
		(token->letters == NX_CASE_UPPER || token->letters == NX_CASE_CAPITAL) &&
		begins_figure(a, i + 1);
}

/*
 * Digits that are a number and no more, because no word, "%" or "-" follows:
 * the patterns need one of them to find a date, a time or a sum.  A year is
 * left to them.
 */
static bool
is_mere_number(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	at_b = token->end_b;
	unsigned char next;

	if (token->kind != NX_TOKEN_NUMBER || at_b - token->at_b > MAX_DIGITS)
		return false;
	for (uint32_t k = token->at_b; k < at_b; k++)
		if (a->text[k] < '0' || a->text[k] > '9')
			return false;
	while (at_b < a->length_b && (a->text[at_b] == ' ' || a->text[at_b] == '\n'))
		at_b++;
	next = at_b < a->length_b ? (unsigned char) a->text[at_b] : '.';
	return next >= '!' && next <= '9' && strchr("%-", next) == NULL;
}

static uint32_t
address_end(const NxArticle *a, uint32_t i, NxEntityKind *kind)
{
	switch (nx_token_at(a, i)->kind)
	{
		case NX_TOKEN_URL:
			*kind = NX_ENTITY_URL;
			return i + 1;
		case NX_TOKEN_EMAIL:
			*kind = NX_ENTITY_EMAIL;
			return i + 1;
		case NX_TOKEN_HANDLE:
			*kind = NX_ENTITY_HANDLE;
			return i + 1;
		default:
			return i;
	}
}

/* Nothing begins with a common word in lower case, nor with punctuation. */
static bool
begins_nothing(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->kind == NX_TOKEN_PUNCTUATION || token->kind == NX_TOKEN_MARK ||
		(token->kind == NX_TOKEN_WORD && token->letters == NX_CASE_LOWER &&
		 !begins_figure(a, i) && !nx_token_is(a, i, "sept"));
}

uint32_t
nx_value_end(NxArticle *a, uint32_t i, NxEntityKind *kind)
{
	const NxToken *token = nx_token_at(a, i);
	NxSpan		at = {token->at_b, token->at_b + MAX_VALUE_B};
	bool		is_figure = begins_figure(a, i);
	uint32_t	end = address_end(a, i, kind);
	NxPattern	pattern;

	if (begins_nothing(a, i))
		return i;
	if (at.end_b > a->length_b)
		at.end_b = a->length_b;
	if (is_figure && is_mere_number(a, i))
	{
		*kind = NX_ENTITY_NUMBER;
		return i + 1;
	}
	pattern = end == i ? date_pattern(a, i, is_figure) : NX_PATTERN_COUNT;
	if (pattern != NX_PATTERN_COUNT)
	{
		*kind = NX_ENTITY_DATE;
		end = date_end(a, i, at, pattern);
	}
	if (end == i && (is_figure || is_currency_code(a, i)))
		end = figure_end(a, i, at, kind);
	return end;
}
