/*
 * nx_tag.c
 */
#include "nx_core.h"

void
nx_tag_read(NxArticle *a)
{
	(void) a;
}

void
nx_article_token(const NxArticle *article, uint32_t i, NxTokenView *view)
{
	(void) article;
	(void) i;
	memset(view, 0, sizeof(*view));
}
