/*
 * nx_search.h
 *		What of a quote can be searched: its lexemes.
 *
 * postgres.h stands before this header.
 */
#ifndef NX_SEARCH_H
#define NX_SEARCH_H

#include "lib/stringinfo.h"
#include "tsearch/ts_utils.h"

#include "nx_bridge.h"

/* Weights as tsvector keeps them. */
typedef enum NxWeight
{
	NX_WEIGHT_KIND,				/* D: lemma of the cue, kind of the quote */
	NX_WEIGHT_NAME,				/* C: entities mentioned in the quote */
	NX_WEIGHT_WORD,				/* B: words of the quote, stemmed */
	NX_WEIGHT_SPEAKER			/* A: who spoke */
} NxWeight;

/* Quotes from this one on share its position; see docs/reference.md. */
#define NX_MAX_SEARCH_POSITION	255

/* Longest lexeme; longer ones are cut at a character border. */
#define NX_MAX_LEXEME_B			2000

/*
 * The name under which a lexeme stands when another weight has taken its own
 * at the same position: "b/xi".  Written into variant, terminated.
 */
#define NX_VARIANT_B			(NX_MAX_LEXEME_B + 3)
extern void nx_search_variant(NxWeight weight, NxSlice lexeme, char *variant);

/* Stem words of stored text into prs; its words are palloc'd. */
extern void nx_search_stem(NxSlice words, ParsedText *prs);

/*
 * The tsvector of quotes first..end-1 (from 0) of a reading.  Quote n has
 * position Min(n + 1, NX_MAX_SEARCH_POSITION).
 */
extern TSVector nx_search_vector(const NxReading *reading, uint32_t first, uint32_t end);

#endif							/* NX_SEARCH_H */
