/*
 * nx_abbreviation.h
 *		Words that are written with a full stop of their own.
 */
#ifndef NX_ABBREVIATION_H
#define NX_ABBREVIATION_H

#include "nx_core.h"

typedef enum NxAbbreviation
{
	NX_ABBREVIATION_NONE,
	NX_ABBREVIATION_TITLE,		/* "Dr.": a name follows, no sentence ends */
	NX_ABBREVIATION_INNER,		/* "vs.": more follows, no sentence ends */
	NX_ABBREVIATION_NUMBER,		/* "No.": one only before a number */
	NX_ABBREVIATION_FINAL		/* "Inc.": a sentence may end with it */
} NxAbbreviation;

/* What a word is without its full stop, by its bytes. */
extern NxAbbreviation nx_abbreviation_find(const char *word, size_t length_b);

#endif							/* NX_ABBREVIATION_H */
