/*
 * nx_mark.c
 */
#include "nx_core.h"

void
nx_mark_read(NxArticle *a)
{
	(void) a;
}
