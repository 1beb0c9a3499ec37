/*
 * nx_speaker.c
 */
#include "nx_core.h"

void
nx_speaker_read(NxArticle *a)
{
	(void) a;
}
