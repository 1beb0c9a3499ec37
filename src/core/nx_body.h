/*
 * nx_body.h
 *		Which organisation "the company" means (nx_body.c).
 */
#ifndef NX_BODY_H
#define NX_BODY_H

#include "nx_lexicon.h"

#define NX_MAX_BODIES		24	/* mentions of organisations looked back on */
#define NX_MAX_BODY_ROLES	32

/* An organisation is said to be something. */
typedef struct NxBodyRole
{
	uint32_t	head;			/* form hash of the noun */
	uint32_t	mention;
} NxBodyRole;

/* The organisations named so far. */
typedef struct NxBodies
{
	uint32_t	recent[NX_MAX_BODIES];	/* mentions, as a ring */
	uint32_t	noted;
	NxBodyRole	roles[NX_MAX_BODY_ROLES];	/* as a ring */
	uint32_t	role_count;
	uint32_t   *counts;			/* mentions by entity */
} NxBodies;

extern void nx_body_init(NxArticle *a, NxBodies *bodies);
/* Note a mention; others than organisations are passed over. */
extern void nx_body_note(const NxArticle *a, NxBodies *bodies, uint32_t mention);
/* The entity that a nominal means, or NX_NONE. */
extern uint32_t nx_body_find(const NxArticle *a, const NxBodies *bodies, uint32_t mention);

#endif							/* NX_BODY_H */
