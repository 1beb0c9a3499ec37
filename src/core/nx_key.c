/*
 * nx_key.c
 *		Keys of names for joins: what two spellings of one name have in common.
 *
 * A key is the name in lower case, without accents, marks and full stops,
 * with single spaces and straight apostrophes and hyphens.  Initials are
 * joined and a title in front falls:
 *
 *		"Président  Xi Jinping"		xi jinping
 *		"J. R. Okafor", "J.R. Okafor"	jr okafor
 *		"U.S.", "US"				us
 *		"Zoë Müller-Çelik"			zoe muller-celik
 *
 * The table of characters (Latin, Greek, Cyrillic) is nx_fold_data.h; other
 * scripts pass unchanged, and so do bytes that are no valid UTF-8.  A key is
 * never longer than its name: every character folds to at most as many bytes.
 */
#include <string.h>

#include "nx_char.h"
#include "nx_fold_data.h"
#include "nx_lexicon.h"

#define FOLD_END			0x2100	/* no character from here on is folded */
#define MAX_ABBREVIATION_B	8		/* "lt", "maj": known with their full stop */
#define MAX_TITLES			3		/* "Prof. Sir", "Lt. Gen." */

typedef struct KeyWriter
{
	char	   *key;
	size_t		length_b;
	bool		has_gap;		/* a space is due before the next character */
	bool		is_address;		/* e-mail or handle: its marks are part of it */
} KeyWriter;

static void
put_byte(KeyWriter *writer, char byte)
{
	if (writer->has_gap && writer->length_b > 0)
		writer->key[writer->length_b++] = ' ';
	writer->has_gap = false;
	writer->key[writer->length_b++] = byte;
}

static void
put_bytes(KeyWriter *writer, const char *bytes, size_t length_b)
{
	for (size_t i = 0; i < length_b; i++)
		put_byte(writer, bytes[i]);
}

static void
put_ascii(KeyWriter *writer, unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		put_byte(writer, (char) (c + 'a' - 'A'));
	else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '\'' || c == '-')
		put_byte(writer, (char) c);
	else if (c == '$' || c == '%' || (c > ' ' && writer->is_address))
		put_byte(writer, (char) c);
	else if (c != '.' && c != '"')
		writer->has_gap = true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A mark between digits belongs to the number, the comma of thousands not. */
static void
put_mark(KeyWriter *writer, const char *at, const char *end)
{
	bool		is_inside = writer->length_b > 0 && !writer->has_gap && at + 1 < end &&
		is_digit(writer->key[writer->length_b - 1]) && is_digit(at[1]);

	if (is_inside && (*at == '.' || *at == ':' || *at == '/'))
		put_byte(writer, *at);
	else if (!is_inside || *at != ',')
		put_ascii(writer, (unsigned char) *at);
}

/* Put what the table says of a character of two or three bytes. */
static void
put_folded(KeyWriter *writer, uint32_t code)
{
	if (code & NX_FOLD_PAIR)
	{
		put_byte(writer, (char) (code >> 7 & 0x7F));
		put_byte(writer, (char) (code & 0x7F));
	}
	else if (code >= 0x800)
	{
		put_byte(writer, (char) (0xE0 | code >> 12));
		put_byte(writer, (char) (0x80 | (code >> 6 & 0x3F)));
		put_byte(writer, (char) (0x80 | (code & 0x3F)));
	}
	else if (code >= 0x80)
	{
		put_byte(writer, (char) (0xC0 | code >> 6));
		put_byte(writer, (char) (0x80 | (code & 0x3F)));
	}
	else if (code != 0)
		put_ascii(writer, (unsigned char) code);
}

/* General punctuation and spaces: what they become in ASCII, or the code. */
static uint32_t
fold_punctuation(uint32_t code)
{
	if (code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F)
		return ' ';
	if (code >= 0x2010 && code <= 0x2015)
		return '-';
	if (code == 0x2018 || code == 0x2019 || code == 0x02BC)
		return '\'';
	if (code >= 0x201C && code <= 0x201F)
		return '"';
	return code;
}

static uint32_t
fold_code(uint32_t code)
{
	if (code >= NX_FOLD_LOW_FIRST && code < NX_FOLD_LOW_END)
		return nx_fold_low[code - NX_FOLD_LOW_FIRST];
	if (code >= NX_FOLD_HIGH_FIRST && code < NX_FOLD_HIGH_END)
		return nx_fold_high[code - NX_FOLD_HIGH_FIRST];
	return fold_punctuation(code);
}

static size_t
word_length(const char *key, size_t length_b)
{
	const char *space = memchr(key, ' ', length_b);

	return space == NULL ? length_b : (size_t) (space - key);
}

/* Join words of one letter: "j r okafor" becomes "jr okafor". */
static size_t
join_initials(char *key, size_t length_b)
{
	size_t		written_b = 0;
	size_t		last_b = 0;		/* length of the word before */

	for (size_t at = 0; at < length_b;)
	{
		size_t		word_b = word_length(key + at, length_b - at);

		if (at > 0 && !(word_b == 1 && last_b == 1))
			key[written_b++] = ' ';
		memmove(key + written_b, key + at, word_b);
		written_b += word_b;
		last_b = word_b;
		at += word_b + 1;
	}
	return written_b;
}

static size_t
fold_name(const char *name, size_t length_b, char *key)
{
	KeyWriter	writer = {key, 0, false, memchr(name, '@', length_b) != NULL};
	const char *end = name + length_b;

	while (name < end)
	{
		uint32_t	code;
		unsigned	used_b = nx_char_utf8(name, end, &code);

		if (used_b == 1 && (unsigned char) *name < 0x80)
			put_mark(&writer, name, end);
		else if (used_b == 2 || (used_b == 3 && code < FOLD_END))
			put_folded(&writer, fold_code(code));
		else
			put_bytes(&writer, name, used_b);
		name += used_b;
	}
	return join_initials(key, writer.length_b);
}

/* ------------------------------------------------------------------------
 * Titles
 * ------------------------------------------------------------------------
 */
static bool
is_title(const NxClasses *classes)
{
	return classes != NULL && classes->names & NX_IS(TITLE) &&
		!(classes->names & NX_IS(FIRST_COMMON));
}

/* A form and what the lexicon says of it. */
typedef struct Known
{
	uint32_t	form;
	NxWord		word;
} Known;

static Known
look_up(const char *word, size_t length_b)
{
	uint32_t	form = nx_form_hash(word, length_b);

	return (Known) {form, nx_lexicon_find(form)};
}

/* The word of the lexicon; as a title it may be known with a full stop. */
static Known
find_word(const char *word, size_t length_b)
{
	char		dotted[MAX_ABBREVIATION_B + 1];
	Known		plain = look_up(word, length_b);
	Known		title;

	if (length_b > MAX_ABBREVIATION_B)
		return plain;
	memcpy(dotted, word, length_b);
	dotted[length_b] = '.';
	title = look_up(dotted, length_b + 1);
	return is_title(nx_word_classes(title.word)) ? title : plain;
}

/*
 * Bytes of the title that a key begins with, its space included; 0: none, or
 * the whole is known as something else ("premier league").
 */
static size_t
title_length(const char *key, size_t length_b)
{
	const uint64_t others = NX_IS_ORG | NX_IS_PLACE | NX_IS(EVENT);
	size_t		end_b = word_length(key, length_b);
	Known		first = find_word(key, end_b);
	uint32_t	state = nx_phrase_begin(first.form, first.word);
	size_t		title_b = is_title(nx_word_classes(first.word)) ? end_b : 0;

	while (state != 0 && end_b < length_b)
	{
		size_t		next = end_b + 1;
		const NxClasses *classes;

		end_b = next + word_length(key + next, length_b - next);
		state = nx_phrase_step(state, nx_form_hash(key + next, end_b - next));
		classes = nx_phrase_classes(state);
		if (is_title(classes))
			title_b = end_b;
		if (end_b == length_b && classes != NULL && classes->names & others)
			return 0;
	}
	return title_b > 0 && title_b < length_b ? title_b + 1 : 0;
}

/* "General Motors", "Prince Edward Island": the last word tells. */
static bool
is_no_person(const char *key, size_t length_b)
{
	size_t		first = length_b;
	uint64_t	names;

	while (first > 0 && key[first - 1] != ' ')
		first--;
	names = nx_word_classes(find_word(key + first, length_b - first).word)->names;
	return (names & (NX_IS(ORG_HEAD) | NX_IS(ORG_SUFFIX) | NX_IS(PLACE_HEAD))) != 0;
}

static bool
begins_with(const char *key, size_t length_b, const char *word)
{
	size_t		word_b = strlen(word);

	return length_b > word_b && memcmp(key, word, word_b) == 0;
}

/* Bytes of article and titles in front: "the", "prime minister". */
static size_t
front_length(const char *key, size_t length_b)
{
	size_t		front_b = begins_with(key, length_b, "the ") ? 4 : 0;

	if (is_no_person(key, length_b))
		return front_b;
	for (int i = 0; i < MAX_TITLES; i++)
	{
		const char *rest = key + front_b;
		size_t		rest_b = length_b - front_b;
		size_t		title_b;

		if (begins_with(rest, rest_b, "st ") || begins_with(rest, rest_b, "saint "))
			break;
		title_b = title_length(rest, rest_b);
		if (title_b == 0)
			break;
		front_b += title_b;
	}
	return front_b;
}

size_t
nx_key_make(const char *name, size_t length_b, char *key)
{
	size_t		key_b = fold_name(name, length_b, key);
	size_t		front_b = front_length(key, key_b);

	memmove(key, key + front_b, key_b - front_b);
	return key_b - front_b;
}
