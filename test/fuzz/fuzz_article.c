/*
 * fuzz_article.c
 *		Entry point of libFuzzer: any bytes are an article, and its results
 *		keep the promises of nx.h.  test/fuzz/run builds and starts it.
 */
#include <stdlib.h>

#include "check.h"
#include "promises.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	const char *text = (const char *) data;
	NxArticle  *article = check_read_bytes(text, size_b);

	if (promises_broken(article, "input", text, size_b) > 0)
		abort();
	nx_article_free(article);
	return 0;
}
