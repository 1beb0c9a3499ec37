/*
 * nx_text.c
 */
#include "nx_core.h"

void
nx_text_read(NxArticle *a)
{
	(void) a;
}

uint32_t
nx_article_char(const NxArticle *article, uint32_t at_b)
{
	(void) article;
	return at_b;
}
