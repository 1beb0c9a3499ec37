/*
 * nx_token.c
 */
#include "nx_core.h"

void
nx_token_read(NxArticle *a)
{
	(void) a;
}
