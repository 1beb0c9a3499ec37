/*
 * nx_reference.c
 */
#include "nx_core.h"

void
nx_reference_read(NxArticle *a)
{
	(void) a;
}
