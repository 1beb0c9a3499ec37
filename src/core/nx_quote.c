/*
 * nx_quote.c
 */
#include "nx_core.h"

void
nx_quote_read(NxArticle *a)
{
	(void) a;
}
