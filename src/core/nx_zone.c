/*
 * nx_zone.c
 */
#include "nx_core.h"

void
nx_zone_read(NxArticle *a)
{
	(void) a;
}
