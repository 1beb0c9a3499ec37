/*
 * nx_entity.c
 */
#include "nx_core.h"

void
nx_entity_read(NxArticle *a)
{
	(void) a;
}
