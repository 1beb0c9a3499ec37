/*
 * nx_attribution.c
 */
#include "nx_core.h"

void
nx_attribution_read(NxArticle *a)
{
	(void) a;
}
