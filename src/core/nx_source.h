/*
 * nx_source.h
 *		Who is meant by the words of a source, see nx_source.c.
 */
#ifndef NX_SOURCE_H
#define NX_SOURCE_H

#include "nx_lexicon.h"

typedef struct NxSource
{
	uint8_t		kind;			/* NxSpeakerKind */
	uint32_t	entity;			/* or NX_NONE */
	uint32_t	mention;		/* of the head, or NX_NONE */
	NxRange		role;			/* of somebody unnamed or beside the name */
	uint32_t	affiliation;	/* entity beside the head, or NX_NONE */
	uint32_t	head;			/* token that says who speaks, or NX_NONE */
} NxSource;

extern NxSource nx_source_read(const NxArticle *a, NxRange source);

#endif							/* NX_SOURCE_H */
