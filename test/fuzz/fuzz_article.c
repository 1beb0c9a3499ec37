/*
 * fuzz_article.c
 *		Any bytes are an article: its results keep the promises of nx.h, and can
 *		be explained.
 */
#include "fuzz.h"
#include "promises.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	const char *text = (const char *) data;
	NxArticle  *article = check_read_bytes(text, size_b);
	const NxExplanation *explanations;
	uint32_t	count;

	fuzz_claim(promises_broken(article, "input", text, size_b) == 0);
	fuzz_claim(nx_article_explain(article, &explanations, &count) == NX_OK);
	nx_article_free(article);
	return 0;
}
