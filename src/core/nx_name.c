/*
 * nx_name.c
 */
#include "nx_core.h"

void
nx_name_read(NxArticle *a)
{
	(void) a;
}
