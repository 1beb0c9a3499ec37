/*
 * nx_pattern.h
 *		The analyser's regular expressions: one table, compiled once.
 *
 * Patterns are for what has a form of its own: bylines, datelines, notes of
 * publishers, sums.  Each works on bytes; what lies beyond ASCII stands
 * in a pattern as the bytes of its UTF-8.
 */
#ifndef NX_PATTERN_H
#define NX_PATTERN_H

#include "nx_core.h"

typedef enum NxPattern
{
	NX_PATTERN_PUBLICATION,		/* 1 publication 2 edition 3 section 4 byline */
	NX_PATTERN_BYLINE,			/* 1 authors and what follows them */
	NX_PATTERN_AUTHOR,			/* 1 name 2 place */
	NX_PATTERN_AUTHOR_NOTE,		/* what may follow the authors */
	NX_PATTERN_AUTHOR_TAG,		/* what shows that a line is of authors */
	NX_PATTERN_STAFF,			/* a line that says whose reporter wrote */
	NX_PATTERN_DATELINE,		/* 1 place, date and agency */
	NX_PATTERN_SECTION,			/* the name of a newspaper's section */
	NX_PATTERN_HEAD_NOTE,		/* publisher's note above an article */
	NX_PATTERN_DATED_NOTE,		/* unfinished line with a full date in it */
	NX_PATTERN_NOTE,			/* publisher's note anywhere */
	NX_PATTERN_TAIL_NOTE,		/* publisher's note below an article */
	NX_PATTERN_FIGURE,			/* 1 time 2 money 3 percent 4 number */
	NX_PATTERN_COUNT
} NxPattern;

#define NX_MAX_GROUPS	8		/* of one pattern, the whole match included */

/*
 * Match a pattern to the bytes from at.at_b to at.end_b of the text, which "^"
 * and "$" mean as well; every pattern begins at at.at_b.  groups, if not NULL,
 * has room for NX_MAX_GROUPS: 0 is the whole match, a group that took no part
 * is empty at 0.  A match that would cost more than the limits is none.
 */
extern bool nx_pattern_match(NxArticle *a, NxPattern pattern, NxSpan at, NxSpan *groups);

/* What a reader holds of PCRE2. */
typedef struct NxPatterns NxPatterns;

/* NX_OK, NX_NO_MEMORY or NX_NO_PATTERNS; *patterns is NULL on failure. */
extern NxStatus nx_patterns_create(const NxHost *host, NxPatterns **patterns);
extern void nx_patterns_free(NxPatterns *patterns);

#endif							/* NX_PATTERN_H */
