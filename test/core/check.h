/*
 * check.h
 *		What the unit tests share: counted checks, and a text read into an
 *		article.  Included once by each test program.
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nx.h"

static int	checks_passed;
static int	checks_failed;

/* Count a claim; print it with the place when it does not hold. */
#define CHECK(claim) check_claim((claim), #claim, __FILE__, __LINE__)

static inline bool
check_claim(bool holds, const char *claim, const char *file, int line)
{
	if (holds)
		checks_passed++;
	else
	{
		checks_failed++;
		fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, claim);
	}
	return holds;
}

/* Does a string of a result hold exactly these bytes?  NULL: absent. */
static inline bool
check_string_is(NxString string, const char *wanted)
{
	if (string.bytes == NULL || wanted == NULL)
		return string.bytes == NULL && wanted == NULL;
	return string.length_b == strlen(wanted) &&
		memcmp(string.bytes, wanted, string.length_b) == 0;
}

static inline void *
check_take(void *state, size_t size_b)
{
	(void) state;
	return malloc(size_b);
}

static inline void
check_give_back(void *state, void *block)
{
	(void) state;
	free(block);
}

static const NxHost check_host = {check_take, check_give_back, NULL, NULL};

/* The reader of the program, made at first use. */
static inline const NxReader *
check_reader(void)
{
	static NxReader *reader;

	if (reader == NULL && nx_reader_create(&check_host, &reader) != NX_OK)
	{
		fputs("no reader\n", stderr);
		exit(2);
	}
	return reader;
}

/*
 * Read a text of length_b bytes.  The text must outlive the article, which the
 * caller frees.
 */
static inline NxArticle *
check_read_bytes(const char *text, size_t length_b)
{
	NxArticle  *article;

	if (nx_article_read(check_reader(), &check_host, text, length_b, &article) != NX_OK)
	{
		fputs("the text was not read\n", stderr);
		exit(2);
	}
	return article;
}

static inline NxArticle *
check_read(const char *text)
{
	return check_read_bytes(text, strlen(text));
}

/* Last line of a test program: print the counts, return the exit status. */
static inline int
check_end(void)
{
	printf("%d passed, %d failed\n", checks_passed, checks_failed);
	return checks_failed > 0;
}

#endif							/* CHECK_H */
