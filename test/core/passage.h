/*
 * passage.h
 *		Places in the text of an article, found by their words and compared
 *		by their words: what the annotations of test/articles stand on.
 */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "nx.h"

#define MAX_PASSAGE_PIECES	32

typedef struct Passage
{
	const char *text;
	uint32_t	length_b;
	bool	   *is_word;		/* per byte: part of a word, not of a mark */
} Passage;

typedef struct Pieces
{
	NxSpan		items[MAX_PASSAGE_PIECES];
	uint32_t	count;
} Pieces;

/* text must stay readable; the passage lives as long as the program. */
extern Passage passage_make(const char *text, size_t length_b);

/*
 * Find words from byte from_b on.  A space of the words matches any white
 * space, " ~ " any text; whole words match only.  False: not there.
 */
extern bool passage_find(const Passage *passage, uint32_t from_b,
						 const char *words, NxSpan *found);

/*
 * Find the occurrence of words that is nearest to the pieces and outside of
 * them; words may end in "@2" for the second nearest, and so on.
 */
extern bool passage_find_near(const Passage *passage, const Pieces *pieces,
							  const char *words, NxSpan *found);

/* Pieces separated by " | ", each found after the one before. */
extern bool passage_find_pieces(const Passage *passage, uint32_t from_b,
								const char *words, Pieces *found);

/* Copies spans, as many as fit, leaving out a leading "that". */
extern Pieces passage_pieces(const Passage *passage, const NxSpan *spans, uint32_t count);

/* Bytes of words in both, and in one. */
extern uint32_t passage_shared(const Passage *passage, const Pieces *a, const Pieces *b);
extern uint32_t passage_size(const Passage *passage, const Pieces *pieces);
extern bool passage_is_same(const Passage *passage, const Pieces *a, const Pieces *b);

#endif							/* PASSAGE_H */
