/*
 * nx_value.h
 *		Dates, money and other values, see nx_value.c.
 */
#ifndef NX_VALUE_H
#define NX_VALUE_H

#include "nx_core.h"

/* Past the last token of the value that begins at a token, or the token. */
extern uint32_t nx_value_end(NxArticle *a, uint32_t i, NxEntityKind *kind);

/* The same of a date (nx_date.c). */
extern uint32_t nx_date_end(const NxArticle *a, uint32_t i);

#endif							/* NX_VALUE_H */
