/*
 * nx_form.h
 *		Spelling of a token, see nx_form.c.
 */
#ifndef NX_FORM_H
#define NX_FORM_H

#include "nx_core.h"

/*
 * Fill form, exact, shape, short_shape and letters of a token from its bytes;
 * a word of digits alone becomes a number.
 */
extern void nx_form_describe(const char *text, NxToken *token);

#endif							/* NX_FORM_H */
