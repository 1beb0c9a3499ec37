/*
 * nx_sentence.c
 */
#include "nx_core.h"

void
nx_sentence_read(NxArticle *a)
{
	(void) a;
}

void
nx_article_sentence(const NxArticle *article, uint32_t i, NxSentenceView *view)
{
	(void) article;
	(void) i;
	memset(view, 0, sizeof(*view));
}
