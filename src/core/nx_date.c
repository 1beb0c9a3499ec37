/*
 * nx_date.c
 *		Dates, token by token.
 *
 *		date	= [day-name [","] ["the"]] calendar-day | day-name
 *				| month [","] ["of"] year | month
 *				| year | "1990s" | "2015-11-03" | "3/11/15"
 *		calendar-day = month number [[","] year] | number ["of"] month [[","] year]
 *
 * So in "on Friday, the 3rd of June, 2016" all is one date.  A shortened name
 * of a day ("Fri.") needs a calendar day behind it.  "May", "March" and a bare
 * year are dates only behind a word that leads to one ("in May", "since
 * 2015").  A date does not go on behind a blank line.
 */
#include "nx_grammar.h"
#include "nx_lexicon.h"
#include "nx_value.h"

#define SHORT_B			5		/* longest short form of a month: "Sept." */

static bool
is_day_name(const NxArticle *a, uint32_t i)
{
	return (nx_token_names(nx_token_at(a, i)) & NX_IS(DAY)) != 0;
}

/* The lexicon's class holds feasts, too, and not all short forms. */
static bool
is_month(const NxArticle *a, uint32_t i)
{
	static const char months[] =
		" january february march april may june july august september october november"
		" december jan feb mar apr jun jul aug sep sept oct nov dec"
		" jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. ";

	return i < a->tokens.count &&
		(nx_token_names(nx_token_at(a, i)) & NX_IS(MONTH) || nx_token_length(a, i) <= SHORT_B) &&
		nx_is_among(a, i, months);
}

/* May the token go on with what stands before it? */
static bool
goes_on(const NxArticle *a, uint32_t i)
{
	return i < a->tokens.count && !(nx_token_at(a, i)->flags & NX_BLANK_BEFORE);
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/*
 * Does the token look as a form says: "0" stands for a digit, each other byte
 * for itself?
 */
static bool
looks_like(const NxArticle *a, uint32_t i, const char *form)
{
	const char *bytes = a->text + nx_token_at(a, i)->at_b;
	uint32_t	length_b = nx_token_length(a, i);

	for (uint32_t k = 0; k < length_b; k++)
		if (form[k] == '0' ? !is_digit(bytes[k]) : form[k] == '\0' || form[k] != bytes[k])
			return false;
	return form[length_b] == '\0';
}

/* 1500 to 2099. */
static bool
begins_with_year(const NxArticle *a, uint32_t i)
{
	const char *bytes = a->text + nx_token_at(a, i)->at_b;

	return (bytes[0] == '1' && bytes[1] >= '5') || (bytes[0] == '2' && bytes[1] == '0');
}

static bool
is_year(const NxArticle *a, uint32_t i)
{
	return i < a->tokens.count && looks_like(a, i, "0000") && begins_with_year(a, i);
}

/* 1 to 31, also as "03", "3rd" or, for some days, "3-5". */
static bool
is_day_number(const NxArticle *a, uint32_t i)
{
	static const char endings[][3] = {"st", "nd", "rd", "th"};
	const char *bytes = a->text + nx_token_at(a, i)->at_b;
	uint32_t	length_b = nx_token_length(a, i);
	uint32_t	digits = length_b > 1 && is_digit(bytes[1]) ? 2 : 1;
	uint32_t	day;

	if (looks_like(a, i, "0-0") || looks_like(a, i, "0-00") || looks_like(a, i, "00-00"))
		return true;
	if (!is_digit(bytes[0]) || (length_b != digits && length_b != digits + 2))
		return false;
	day = (uint32_t) (bytes[0] - '0');
	if (digits == 2)
		day = 10 * day + (uint32_t) (bytes[1] - '0');
	if (day < 1 || day > 31)
		return false;
	for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++)
		if (length_b > digits && (bytes[digits] | 0x20) == endings[e][0] &&
			(bytes[digits + 1] | 0x20) == endings[e][1])
			return true;
	return length_b == digits;
}

/* Where a date ends that may have a year behind it. */
static uint32_t
with_year(const NxArticle *a, uint32_t end)
{
	if (end < a->tokens.count && nx_is_comma(a, end))
		return is_year(a, end + 1) ? end + 2 : end;
	return goes_on(a, end) && is_year(a, end) ? end + 1 : end;
}

/* Past the month and number at a token, in either order; i: there are none. */
static uint32_t
calendar_day_end(const NxArticle *a, uint32_t i)
{
	uint32_t	other = i + 1;

	if (!goes_on(a, other))
		return i;
	if (is_month(a, i))
		return is_day_number(a, other) ? with_year(a, other + 1) : i;
	if (!is_day_number(a, i))
		return i;
	if (nx_token_is(a, other, "of") && goes_on(a, other + 1))
		other++;
	return is_month(a, other) ? with_year(a, other + 1) : i;
}

static uint32_t
day_name_end(const NxArticle *a, uint32_t i)
{
	static const char day[] = "day";
	uint32_t	next = i + 1;
	uint32_t	end;

	if (next < a->tokens.count && nx_is_comma(a, next))
		next++;
	if (goes_on(a, next) && nx_token_is(a, next, "the"))
		next++;
	end = goes_on(a, next) ? calendar_day_end(a, next) : next;
	if (end > next)
		return end;
	for (uint32_t k = 1; k < sizeof(day); k++)
		if ((a->text[nx_token_at(a, i)->end_b - k] | 0x20) != day[sizeof(day) - 1 - k])
			return i;
	return i + 1;
}

/* Prepositions and a few words besides lead to a month or a year. */
static bool
is_led_to(const NxArticle *a, uint32_t i)
{
	return i > 0 && ((nx_token_words(nx_token_at(a, i - 1)) & NX_IS(PREPOSITION)) != 0 ||
					 nx_is_among(a, i - 1, " last next this early late mid and "));
}

static uint32_t
month_end(const NxArticle *a, uint32_t i)
{
	uint32_t	next = i + 1;

	if (next < a->tokens.count && nx_is_comma(a, next))
		next++;
	if (goes_on(a, next) && nx_token_is(a, next, "of"))
		next++;
	if (goes_on(a, next) && is_digit(a->text[nx_token_at(a, next)->at_b]))
		return is_year(a, next) ? next + 1 : next == i + 1 ? i : i + 1;
	return is_led_to(a, i) || !nx_is_among(a, i, " mar march may dec jan jun sep ") ? i + 1 : i;
}

/* "3/11/15", "03/11/2015": two numbers of a day or month, and a year. */
static bool
is_slashed(const NxArticle *a, uint32_t i)
{
	const char *byte = a->text + nx_token_at(a, i)->at_b;
	const char *end = a->text + nx_token_at(a, i)->end_b;

	for (int part = 0; part < 2; part++)
	{
		if (end - byte > 2 && is_digit(byte[0]) && is_digit(byte[1]))
			byte += byte[0] <= '3' ? 1 : 0;
		if (end - byte < 3 || !is_digit(byte[0]) || byte[1] != '/')
			return false;
		byte += 2;
	}
	for (const char *digit = byte; digit < end; digit++)
		if (!is_digit(*digit))
			return false;
	return end - byte == 2 || end - byte == 4;
}

static uint32_t
figure_end(const NxArticle *a, uint32_t i)
{
	if (is_year(a, i))
		return is_led_to(a, i) ? i + 1 : i;
	if ((looks_like(a, i, "0000s") || looks_like(a, i, "0000-00-00")) && begins_with_year(a, i))
		return i + 1;
	return is_slashed(a, i) ? i + 1 : i;
}

uint32_t
nx_date_end(const NxArticle *a, uint32_t i)
{
	uint32_t	end;

	if (is_day_name(a, i))
		return day_name_end(a, i);
	end = calendar_day_end(a, i);
	if (end > i)
		return end;
	if (is_month(a, i))
		return month_end(a, i);
	return is_digit(a->text[nx_token_at(a, i)->at_b]) ? figure_end(a, i) : i;
}
