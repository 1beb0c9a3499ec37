/*
 * nx_value.c
 *		Dates, times, money, percentages, numbers and addresses.
 *
 * The mention stage asks at each token that no name holds whether a value
 * begins there.  What can begin one is seen at the token: a digit, a sign of
 * currency, the name of a month or day.  A value ends where a token ends: the
 * "50" of "50-year-old" is none.  Days count as dates ("Tuesday"), words that
 * only point at one do not ("last week").
 *
 * Most figures are followed by nothing that could belong to them, or by
 * "percent"; these are told without a pattern.
 *
 * Limit: a value has at most MAX_VALUE_B bytes.
 */
#include "nx_grammar.h"
#include "nx_lexicon.h"
#include "nx_pattern.h"
#include "nx_value.h"

#define MAX_VALUE_B		48
#define MAX_CODE_B		3		/* "US" before "$", "USD" before a sum */

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

/* "40", "3.5", "12,000.50". */
static bool
is_sum(const NxArticle *a, const NxToken *token)
{
	uint32_t	digits = 0;		/* since the last sign */
	bool		has_comma = false;
	bool		has_point = false;

	if (token->kind != NX_TOKEN_NUMBER)
		return false;
	for (uint32_t at_b = token->at_b; at_b < token->end_b; at_b++)
	{
		char		byte = a->text[at_b];

		if (byte >= '0' && byte <= '9')
		{
			digits++;
			continue;
		}
		if (has_point || digits == 0 || (byte != ',' && byte != '.') ||
			(has_comma ? digits != 3 : byte == ',' && digits > 3))
			return false;
		has_comma |= byte == ',';
		has_point = byte == '.';
		digits = 0;
	}
	return digits > 0 && (has_point || !has_comma || digits == 3);
}

/* Words that may belong to the figure before them: those of NX_PATTERN_FIGURE. */
static bool
is_unit(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " hundred thousand million billion trillion bn m mn tn k"
					   " am pm a.m p.m a.m. p.m. a p o percent per pct percentage u.s u.s. us u ") ||
		nx_is_among(a, i, " dollar dollars euro euros pound pounds yuan renminbi yen won rupee"
					" rupees rouble roubles ruble rubles franc francs peso pesos reai reais rand"
					" ringgit baht krona kronor krone kroner lira dinar dinars dirham dirhams"
					" riyal riyals rial rials shekel shekels zloty naira shilling shillings"
					" cent cents pence ");
}

static bool
is_sign(const NxToken *token)
{
	return token->kind == NX_TOKEN_PUNCTUATION || token->kind == NX_TOKEN_MARK;
}

/* A number and no more: nothing follows that may belong to it. */
static bool
is_mere_number(const NxArticle *a, uint32_t i)
{
	const NxToken *next = nx_token_at(a, i + 1);

	if (!is_sum(a, nx_token_at(a, i)))
		return false;
	if (i + 1 == a->tokens.count)
		return true;
	return is_sign(next) ||
		(next->kind == NX_TOKEN_WORD && next->flags & NX_SPACE_BEFORE && !is_unit(a, i + 1));
}

/* "40 percent", "0.5%". */
static bool
is_mere_percentage(const NxArticle *a, uint32_t i)
{
	return is_sum(a, nx_token_at(a, i)) && i + 1 < a->tokens.count &&
		(nx_is_byte(a, i + 1, '%') || nx_token_is(a, i + 1, "percent"));
}

/* "$5", "$3.5 million": past it, or the token when it may be more or none. */
static uint32_t
dollars_end(const NxArticle *a, uint32_t i)
{
	uint32_t	next = i + 2;	/* behind the sum */

	if (!nx_is_byte(a, i, '$') || next > a->tokens.count || !is_sum(a, nx_token_at(a, i + 1)) ||
		nx_token_at(a, i + 1)->flags & NX_SPACE_BEFORE)
		return i;
	if (next == a->tokens.count || is_sign(nx_token_at(a, next)))
		return next;
	if (!(nx_token_at(a, next)->flags & NX_SPACE_BEFORE) ||
		nx_token_at(a, next)->letters != NX_CASE_LOWER)
		return i;
	return nx_is_among(a, next, " million billion trillion ") ? next + 1 :
		!is_unit(a, next) ? next : i;
}

static uint32_t
figure_end(NxArticle *a, uint32_t i, NxSpan at, NxEntityKind *kind)
{
	NxSpan		groups[NX_MAX_GROUPS];
	uint32_t	end = dollars_end(a, i);

	if (end > i)
	{
		*kind = NX_ENTITY_MONEY;
		return end;
	}
	if (is_mere_number(a, i))
	{
		*kind = NX_ENTITY_NUMBER;
		return i + 1;
	}
	if (is_mere_percentage(a, i))
	{
		*kind = NX_ENTITY_PERCENT;
		return i + 2;
	}
	if (!nx_pattern_match(a, NX_PATTERN_FIGURE, at, groups))
		return i;
	for (size_t g = 1; g < sizeof(figure_kinds) / sizeof(figure_kinds[0]); g++)
		if (groups[g].end_b > 0)
			*kind = figure_kinds[g];
	return token_ending(a, i, groups[0].end_b);
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

	if (end > i || begins_nothing(a, i))
		return end;
	if (at.end_b > a->length_b)
		at.end_b = a->length_b;
	end = nx_date_end(a, i);
	if (end > i)
		*kind = NX_ENTITY_DATE;
	else if (is_figure || is_currency_code(a, i))
		end = figure_end(a, i, at, kind);
	return end;
}
