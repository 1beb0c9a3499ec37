/*
 * nx_result.c
 */
#include "nx_core.h"

void
nx_result_read(NxArticle *a)
{
	(void) a;
}
