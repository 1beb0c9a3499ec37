/*
 * nx_hint.h
 *		Whom a source means that holds no mention of a person, see nx_hint.c.
 */
#ifndef NX_HINT_H
#define NX_HINT_H

#include "nx_source.h"

/* What the whole article tells of its persons. */
typedef struct NxHints
{
	uint32_t   *mentions;		/* by entity; those in bylines do not count */
	uint32_t   *slots;			/* surname's form -> person + 1, 0: free */
	uint32_t	mask;
	uint32_t	roles_left;		/* roles in headlines that may still be looked for */
} NxHints;

extern void nx_hint_init(NxArticle *a, NxHints *hints);
/* Gives a source without an entity the person that it means, if there is one. */
extern void nx_hint_apply(const NxArticle *a, NxHints *hints, NxRange source,
						  NxSource *who);

#endif							/* NX_HINT_H */
