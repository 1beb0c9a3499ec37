/*
 * families.c
 *		The families of hostile texts, for test_hostile.c (time grows with the
 *		length) and hostile.c (time and memory next to those of news).
 *
 * Most repeat a unit.  Others are nested (the first half opens what the second
 * closes), or drawn at random with a seed of their own, so that a family is
 * the same text every time.  A unit that does not fit at the end is cut: the
 * last bytes may be half a character.
 */
#include <stdint.h>
#include <string.h>

#include "families.h"

static void
repeat(const Family *family, char *text, size_t length_b)
{
	size_t		unit_b = strlen(family->unit);

	for (size_t i = 0; i < length_b; i++)
		text[i] = family->unit[i % unit_b];
}

/* The unit's part before "|" in the first half, the part behind in the second. */
static void
nest(const Family *family, char *text, size_t length_b)
{
	const char *middle = strchr(family->unit, '|');
	size_t		open_b = (size_t) (middle - family->unit);
	size_t		close_b = strlen(middle + 1);
	size_t		half_b = length_b / (open_b + close_b) * open_b;

	for (size_t i = 0; i < length_b; i++)
		text[i] = i < half_b ? family->unit[i % open_b] : middle[1 + (i - half_b) % close_b];
}

/* The unit once, then its last byte for ever. */
static void
draw_out(const Family *family, char *text, size_t length_b)
{
	size_t		unit_b = strlen(family->unit);

	for (size_t i = 0; i < length_b; i++)
		text[i] = family->unit[i < unit_b ? i : unit_b - 1];
}

static uint32_t
random_next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Any bytes but NUL. */
static void
binary(const Family *family, char *text, size_t length_b)
{
	uint32_t	seed = 20230114;

	(void) family;
	for (size_t i = 0; i < length_b; i++)
		text[i] = (char) (1 + random_next(&seed) % 255);
}

/* Bytes of the unit. */
static void
letters(const Family *family, char *text, size_t length_b)
{
	uint32_t	seed = 20230114;
	uint32_t	count = (uint32_t) strlen(family->unit);

	for (size_t i = 0; i < length_b; i++)
		text[i] = family->unit[random_next(&seed) % count];
}

/* Words of the unit, which spaces part. */
static void
words(const Family *family, char *text, size_t length_b)
{
	uint32_t	seed = 20230114;
	size_t		unit_b = strlen(family->unit);
	const char *at = family->unit;

	for (size_t i = 0; i < length_b; i++)
	{
		text[i] = *at != '\0' ? *at++ : ' ';
		if (text[i] != ' ')
			continue;
		at = family->unit + random_next(&seed) % unit_b;
		while (at > family->unit && at[-1] != ' ')
			at--;
	}
}

/* Names that are all different, each with the unit behind it. */
static void
other_names(const Family *family, char *text, size_t length_b)
{
	size_t		at = 0;

	for (uint32_t n = 0; at < length_b; n++)
	{
		char		name[64] = "Aaaaaa Baaaaa";

		for (uint32_t digit = 0, rest = n * 7919; digit < 5; digit++, rest /= 26)
			name[1 + digit] = name[8 + digit] = (char) ('a' + rest % 26);
		strcat(name, family->unit);
		for (const char *c = name; *c != '\0' && at < length_b; c++)
			text[at++] = *c;
	}
}

#define WORDS \
	"The the a of to in and that for he she they it said says told who mayor minister police " \
	"council company Monday Ann Lee Dana Whitcomb London China US Mr. Dr. U.S. not would will " \
	"has been was is on at by from with according reported added asked \" \" “ ” ‘ ’ , , . . ; : " \
	"-- — ( ) ... 12 $5 50% 2019 announced plan statement \n\n \n"

const Family families[] = {
	/* marks */
	{"quotes opened", repeat, "“a "},
	{"quotes opened, no words", repeat, "“"},
	{"quotes never closed", repeat, "“We began at dawn.\n\n"},
	{"marks nested", nest, "“a ‘b |c’ d” "},
	{"marks nested, no words", nest, "“‘|’”"},
	{"straight marks", repeat, "\" "},
	{"straight marks, glued", repeat, "\""},
	{"straight marks in words", repeat, "a\"b"},
	{"a mark in each paragraph", repeat, "\"\n\n"},
	{"guillemets", repeat, "« "},
	{"marks of LaTeX", repeat, "`` ''"},
	{"backquotes", repeat, "`"},
	{"single marks", repeat, "' "},
	{"single marks opened", repeat, "‘a "},
	{"apostrophes", repeat, "'"},
	{"apostrophes in words", repeat, "a's b'c d' "},
	{"entities of marks", repeat, "&quot;"},
	{"entities", repeat, "&#8217;&amp;&nbsp;&lt;"},
	{"entities cut off", repeat, "&#"},
	{"ampersands", repeat, "&"},
	/* brackets and other signs */
	{"brackets opened", repeat, "("},
	{"brackets of all kinds", repeat, "([{"},
	{"brackets nested", nest, "(|)"},
	{"brackets nested, with words", nest, "(a [b |c] d) "},
	{"commas", repeat, ", "},
	{"commas, glued", repeat, ","},
	{"colons", repeat, ": "},
	{"semicolons", repeat, ";"},
	{"dashes", repeat, "-- "},
	{"long dashes", repeat, "—"},
	{"stops", repeat, "."},
	{"stops, spaced", repeat, ". "},
	{"dots", repeat, "... "},
	{"ends of all kinds", repeat, ".?!…"},
	{"slashes", repeat, "/\\"},
	{"signs, sixteen and a space", repeat, "([{;,/&:-\"#)]}*% "},
	{"letters and signs", repeat, "a;"},
	{"letters and stray bytes", repeat, "\xE2\x80"},
	{"symbols", repeat, "*+=~^<>|%"},
	{"symbols of money", repeat, "$€£"},
	/* words */
	{"one word", repeat, "x"},
	{"one word in capitals", repeat, "X"},
	{"no spaces", repeat, "themayorsaidthatthecouncil"},
	{"letters", repeat, "a "},
	{"capital letters", repeat, "A "},
	{"initials", repeat, "A. B. "},
	{"acronyms", repeat, "U.S."},
	{"abbreviations", repeat, "Mr. "},
	{"hyphens", repeat, "a-"},
	{"underscores", repeat, "a_"},
	{"digits", repeat, "1"},
	{"digits, spaced", repeat, "1 "},
	{"thousands", repeat, "1,000,"},
	{"decimals", repeat, "1.5."},
	{"sums of money", repeat, "$1 "},
	{"dates", repeat, "Jan. 1, 2019, "},
	{"e-mail", repeat, "a@b.c "},
	{"e-mail, glued", repeat, "a@b."},
	{"handles", repeat, "@a "},
	{"hashtags", repeat, "#a "},
	{"URLs", repeat, "http://d.e/f "},
	{"one URL", draw_out, "http://d.e/f"},
	/* sentences */
	{"capitals", repeat, "THE MAYOR SAID THE BRIDGE IS SHUT "},
	{"title case", repeat, "Mayor Said The Bridge Is Shut "},
	{"a sentence without end", repeat, "the council met at noon and "},
	{"one line of news", repeat, "\"The bridge is shut,\" Mayor Dana Whitcomb said. She left. "},
	{"said", repeat, "said "},
	{"he said that", repeat, "he said that "},
	{"said that he said", repeat, "said that he said "},
	{"who said that", repeat, "who said that "},
	{"A said B said", repeat, "Ann said Bo said Lee said "},
	{"according to", repeat, "according to "},
	{"said, in marks", repeat, "\"Yes,\" he said. "},
	{"said, in marks, lines", repeat, "\"a\" said Ann. He left.\n\n"},
	{"marks in speech", repeat, "Lee said, \"No\" and \"no\". "},
	{"pronouns", repeat, "she "},
	{"pronouns of all kinds", repeat, "he her they it his "},
	{"pronouns that tell", repeat, "She told him that "},
	{"pronouns, sentences", repeat, "She said he left. He said they did. "},
	/* names */
	{"one name", repeat, "Dana Whitcomb "},
	{"lists of names", repeat, "Ann Lee, Bo Lee and "},
	{"other names", other_names, " "},
	{"other names that speak", other_names, " said so. "},
	{"other names, surnames again", other_names, ". Mr. Baaaaa said. "},
	{"titles", repeat, "the mayor of the council of the city of "},
	{"roles", repeat, "the minister and "},
	{"of the", repeat, "of the "},
	{"possessives", repeat, "Ann's "},
	/* layout */
	{"lines", repeat, "\n"},
	{"blank lines", repeat, "\n\n"},
	{"carriage returns", repeat, "\r"},
	{"line ends of all kinds", repeat, "\r\n\n\r"},
	{"spaces", repeat, " "},
	{"spaces of all kinds", repeat, " \t\xC2\xA0\xE3\x80\x80\xE2\x80\x83"},
	{"a word on each line", repeat, "a\n"},
	{"a title on each line", repeat, "Bridge Is Shut\n"},
	{"labels", repeat, "A: b.\n"},
	{"labels on a line", repeat, "Q: A: "},
	{"labels of speakers", repeat, "WHITCOMB: We vote.\n"},
	{"bylines", repeat, "By ANN LEE in Rome\n"},
	{"datelines", repeat, "LONDON (AP) -- The bridge is shut.\n"},
	{"bullets", repeat, "• a\n"},
	{"a bracket on each line", repeat, "(\n"},
	/* bytes */
	{"binary", binary, NULL},
	{"stray bytes", repeat, "\xFF"},
	{"stray bytes of all kinds", repeat, "\xFF\x80\xC0\xF5"},
	{"stray bytes, spaced", repeat, "\xFF "},
	{"overlong forms", repeat, "\xC0\xAF\xE0\x80\xAF"},
	{"surrogates", repeat, "\xED\xA0\x80\xED\xB0\x80"},
	{"beyond Unicode", repeat, "\xF4\x90\x80\x80"},
	{"byte order marks", repeat, "\xEF\xBB\xBF"},
	{"control characters", repeat, "\x01\x02\x1B\x7F"},
	{"zero width", repeat, "a\xE2\x80\x8B"},
	{"zero width alone", repeat, "\xE2\x80\x8B"},
	{"soft hyphens", repeat, "a\xC2\xAD"},
	{"combining", repeat, "e\xCC\x81 "},
	{"combining without end", draw_out, "e\xCC\x81"},
	{"combining alone", repeat, "\xCC\x81\xCC\xA7"},
	{"accents", repeat, "é"},
	{"right to left", repeat, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "},
	{"direction overrides", repeat, "\xE2\x80\xAE" "a \xE2\x80\xAC"},
	{"Chinese", repeat, "\xE6\x96\xB0\xE8\x81\x9E"},
	{"emoji", repeat, "\xF0\x9F\x98\x80\xF0\x9F\x91\x8D"},
	{"emoji, joined", repeat, "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"},
	/* at random */
	{"random ASCII", letters, "abc dEF.,;:!?'\"()[]{}@#$%&*-_+=/\\<>|~^0123456789\n`"},
	{"random letters", letters, "aeinorst   "},
	{"random letters and capitals", letters, "aeinorstAEINORST   "},
	{"random brackets", letters, "()[]{}<>"},
	{"random marks", letters, "\"'`ab ,.\n"},
	{"random words", words, WORDS},
	{"random names", words, "Ann Bo Lee Dana Whitcomb Roe Smith Whitehouse Kim Xi Mr. Ms. Dr. of de "},
};

const size_t family_count = sizeof(families) / sizeof(families[0]);
