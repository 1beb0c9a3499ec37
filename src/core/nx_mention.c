/*
 * nx_mention.c
 */
#include "nx_core.h"

void
nx_mention_read(NxArticle *a)
{
	(void) a;
}
