/*
 * lexicon_inflect.c
 *		Regular plurals and verb forms; what is irregular stands in the lists.
 */
#include "lexicon.h"

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

static bool
ends_in(const char *word, const char *ending)
{
	size_t		length = strlen(word);
	size_t		ending_b = strlen(ending);

	return length > ending_b && strcmp(word + length - ending_b, ending) == 0;
}

/* "study": y behind a consonant becomes i. */
static bool
ends_in_consonant_y(const char *word)
{
	return ends_in(word, "y") && !is_vowel(word[strlen(word) - 2]);
}

/* "plan", "quip": one vowel between consonants, nothing before: doubled. */
static bool
is_doubling(const char *word)
{
	size_t		length = strlen(word);
	size_t		at = 0;

	if (length < 3 || strchr("aeiouwxy", word[length - 1]) != NULL)
		return false;
	if (strncmp(word, "qu", 2) == 0)
		at = 2;
	while (at < length && !is_vowel(word[at]))
		at++;
	return at == length - 2;
}

/* Writes word without its last `cut` bytes, with an ending. */
static void
put(char *form, const char *word, size_t cut, const char *ending)
{
	snprintf(form, MAX_FORM, "%.*s%s", (int) (strlen(word) - cut), word, ending);
}

static void
put_doubled(char *form, const char *word, const char *ending)
{
	snprintf(form, MAX_FORM, "%s%c%s", word, word[strlen(word) - 1], ending);
}

void
inflect_third(const char *verb, char *form)
{
	static const char *const hissing[] = {"s", "x", "z", "ch", "sh", "o"};

	if (ends_in_consonant_y(verb))
	{
		put(form, verb, 1, "ies");
		return;
	}
	for (size_t i = 0; i < sizeof(hissing) / sizeof(hissing[0]); i++)
		if (ends_in(verb, hissing[i]))
		{
			put(form, verb, 0, "es");
			return;
		}
	put(form, verb, 0, "s");
}

void
inflect_plural(const char *noun, char *plural)
{
	if (ends_in(noun, "man"))
		put(plural, noun, 2, "en");
	else if (ends_in(noun, "ceo") || ends_in(noun, "cfo") || ends_in(noun, "coo") ||
			 ends_in(noun, "photo") || ends_in(noun, "memo") || ends_in(noun, "studio"))
		put(plural, noun, 0, "s");
	else
		inflect_third(noun, plural);
}

void
inflect_past(const char *verb, char *form)
{
	if (ends_in_consonant_y(verb))
		put(form, verb, 1, "ied");
	else if (ends_in(verb, "e"))
		put(form, verb, 0, "d");
	else if (is_doubling(verb))
		put_doubled(form, verb, "ed");
	else
		put(form, verb, 0, "ed");
}

void
inflect_gerund(const char *verb, char *form)
{
	if (ends_in(verb, "ie"))
		put(form, verb, 2, "ying");
	else if (ends_in(verb, "e") && !ends_in(verb, "ee") && !ends_in(verb, "oe"))
		put(form, verb, 1, "ing");
	else if (is_doubling(verb))
		put_doubled(form, verb, "ing");
	else
		put(form, verb, 0, "ing");
}
