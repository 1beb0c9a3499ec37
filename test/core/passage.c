/*
 * passage.c
 *		Places in the text of an article, found and compared by their words.
 *
 * Annotations name a place by the words that stand there, so that they can be
 * read and survive changes elsewhere in the text.  Two places are the same
 * when they cover the same bytes of words: quotation marks, commas, white
 * space and entities such as "&quot;" at their borders do not matter, since
 * sensible readers differ on them.
 *
 * A content is found in the order of the text.  Sources and cues are short and
 * frequent ("he", "said"): the occurrence nearest to the content is meant.
 * Example: in  "Yes," he said. "The vote," he said, "was close."  the "he" of
 * the second content stands 1 byte from one of its pieces, that of the first
 * 9 bytes.
 *
 * All searches are plain scans: articles are short, and nothing here runs
 * outside of tests.
 */
#include "passage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANY_TEXT	" ~ "
#define NEXT_PIECE	" | "
#define MAX_WORDS_B	8192
#define BLANK_LINE	1000		/* bytes that a blank line is worth */

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool
is_ascii_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Length of punctuation or a named entity at a byte; 0: a word's character. */
static uint32_t
mark_length(const char *text, uint32_t left_b)
{
	const unsigned char *c = (const unsigned char *) text;
	const char *end = left_b > 1 && *text == '&' ? memchr(text, ';', left_b < 9 ? left_b : 9) : NULL;

	if (end != NULL)
		return (uint32_t) (end - text) + 1;
	if (c[0] < 0x80)
		return !is_ascii_word(c[0]);
	if (c[0] == 0xC2 && left_b > 1)		/* no-break space, guillemets, pound */
		return 2;
	if (c[0] == 0xE2 && left_b > 2 && (c[1] == 0x80 || c[1] == 0x81))
		return 3;
	return 0;
}

Passage
passage_make(const char *text, size_t length_b)
{
	Passage		passage = {text, (uint32_t) length_b, calloc(length_b + 1, sizeof(bool))};

	for (uint32_t i = 0; passage.is_word != NULL && i < length_b;)
	{
		uint32_t	mark_b = mark_length(text + i, (uint32_t) length_b - i);

		passage.is_word[i] = mark_b == 0;
		i += mark_b > 0 ? mark_b : 1;
	}
	return passage;
}

/* Does a word go on across byte at_b? */
static bool
is_inside_word(const Passage *passage, uint32_t at_b)
{
	return at_b > 0 && at_b < passage->length_b &&
		passage->is_word[at_b - 1] && passage->is_word[at_b];
}

/* End of words that stand at byte at_b, or 0. */
static uint32_t
match_at(const Passage *passage, uint32_t at_b, const char *words, size_t words_b)
{
	uint32_t	i = at_b;

	for (size_t k = 0; k < words_b; k++)
	{
		if (i >= passage->length_b)
			return 0;
		if (words[k] == ' ' && is_space(passage->text[i]))
		{
			while (i < passage->length_b && is_space(passage->text[i]))
				i++;
		}
		else if (words[k] == passage->text[i])
			i++;
		else
			return 0;
	}
	return is_inside_word(passage, i) ? 0 : i;
}

static bool
find_literal(const Passage *passage, uint32_t from_b, const char *words,
			 size_t words_b, NxSpan *found)
{
	for (uint32_t i = from_b; words_b > 0 && i < passage->length_b; i++)
	{
		uint32_t	end_b;

		if (is_inside_word(passage, i))
			continue;
		end_b = match_at(passage, i, words, words_b);
		if (end_b > 0)
		{
			*found = (NxSpan) {i, end_b};
			return true;
		}
	}
	return false;
}

bool
passage_find(const Passage *passage, uint32_t from_b, const char *words, NxSpan *found)
{
	const char *any = strstr(words, ANY_TEXT);
	NxSpan		tail;

	if (any == NULL)
		return find_literal(passage, from_b, words, strlen(words), found);
	if (!find_literal(passage, from_b, words, (size_t) (any - words), found))
		return false;
	any += strlen(ANY_TEXT);
	if (!find_literal(passage, found->end_b, any, strlen(any), &tail))
		return false;
	found->end_b = tail.end_b;
	return true;
}

/* Bytes between two places; a blank line between them weighs heavily. */
static uint32_t
gap_between(const Passage *passage, uint32_t end_b, uint32_t at_b)
{
	uint32_t	gap = at_b - end_b;

	for (uint32_t i = end_b; i + 1 < at_b; i++)
		if (passage->text[i] == '\n' && passage->text[i + 1] == '\n')
			return gap + BLANK_LINE;
	return gap;
}

/* Gap between a span and the nearest piece; UINT32_MAX when it lies in one. */
static uint32_t
distance(const Passage *passage, const Pieces *pieces, NxSpan span)
{
	uint32_t	nearest = UINT32_MAX;

	for (uint32_t i = 0; i < pieces->count; i++)
	{
		NxSpan		piece = pieces->items[i];
		uint32_t	gap;

		if (span.at_b < piece.end_b && piece.at_b < span.end_b)
			return UINT32_MAX;
		gap = span.at_b >= piece.end_b ? gap_between(passage, piece.end_b, span.at_b)
			: gap_between(passage, span.end_b, piece.at_b);
		if (gap < nearest)
			nearest = gap;
	}
	return nearest;
}

/* The "@2" at the end of words, or NULL; a handle is none. */
static const char *
occurrence_mark(const char *words)
{
	const char *mark = strrchr(words, '@');

	return mark != NULL && mark[1] >= '1' && mark[1] <= '9' ? mark : NULL;
}

bool
passage_find_near(const Passage *passage, const Pieces *pieces,
				  const char *words, NxSpan *found)
{
	const char *mark = occurrence_mark(words);
	unsigned	wanted = mark != NULL ? (unsigned) atoi(mark + 1) : 1;
	size_t		words_b = mark != NULL ? (size_t) (mark - words) : strlen(words);
	uint32_t	least = 0;

	for (unsigned nth = 1; nth <= wanted; nth++)
	{
		uint32_t	best = UINT32_MAX;
		NxSpan		span = {0, 0};

		while (find_literal(passage, span.at_b, words, words_b, &span))
		{
			uint32_t	gap = distance(passage, pieces, span);

			if (gap < best && gap >= least)
			{
				best = gap;
				*found = span;
			}
			span.at_b++;
		}
		if (best == UINT32_MAX)
			return false;
		least = best + 1;
	}
	return true;
}

bool
passage_find_pieces(const Passage *passage, uint32_t from_b, const char *words,
					Pieces *found)
{
	found->count = 0;
	while (found->count < MAX_PASSAGE_PIECES)
	{
		const char *next = strstr(words, NEXT_PIECE);
		size_t		words_b = next != NULL ? (size_t) (next - words) : strlen(words);
		NxSpan	   *span = &found->items[found->count];
		char		piece[MAX_WORDS_B];

		snprintf(piece, sizeof(piece), "%.*s", (int) words_b, words);
		if (!passage_find(passage, from_b, piece, span))
			return false;
		found->count++;
		if (next == NULL)
			return true;
		from_b = span->end_b;
		words = next + strlen(NEXT_PIECE);
	}
	return false;
}

Pieces
passage_pieces(const Passage *passage, const NxSpan *spans, uint32_t count)
{
	Pieces		pieces;
	uint32_t	end_b;

	pieces.count = count < MAX_PASSAGE_PIECES ? count : MAX_PASSAGE_PIECES;
	memcpy(pieces.items, spans, pieces.count * sizeof(NxSpan));
	if (count > 0)
	{
		end_b = match_at(passage, spans[0].at_b, "that ", strlen("that "));
		if (end_b > 0 && end_b < spans[0].end_b)
			pieces.items[0].at_b = end_b;
	}
	return pieces;
}

static uint32_t
words_between(const Passage *passage, uint32_t at_b, uint32_t end_b)
{
	uint32_t	size_b = 0;

	for (uint32_t i = at_b; i < end_b && i < passage->length_b; i++)
		size_b += passage->is_word[i];
	return size_b;
}

uint32_t
passage_shared(const Passage *passage, const Pieces *a, const Pieces *b)
{
	uint32_t	shared = 0;

	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t k = 0; k < b->count; k++)
		{
			NxSpan		x = a->items[i];
			NxSpan		y = b->items[k];

			shared += words_between(passage, x.at_b > y.at_b ? x.at_b : y.at_b,
									x.end_b < y.end_b ? x.end_b : y.end_b);
		}
	return shared;
}

uint32_t
passage_size(const Passage *passage, const Pieces *pieces)
{
	uint32_t	size_b = 0;

	for (uint32_t i = 0; i < pieces->count; i++)
		size_b += words_between(passage, pieces->items[i].at_b, pieces->items[i].end_b);
	return size_b;
}

bool
passage_is_same(const Passage *passage, const Pieces *a, const Pieces *b)
{
	uint32_t	shared = passage_shared(passage, a, b);

	return shared == passage_size(passage, a) && shared == passage_size(passage, b);
}
