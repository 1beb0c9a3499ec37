/*
 * test_hostile.c
 *		Texts and surroundings that mean harm to the analyser.
 *
 *	memory		the host's n-th request fails, for every n: NX_NO_MEMORY, and
 *				all that was taken is given back
 *	interrupt	the host asks to stop at the n-th poll: NX_INTERRUPTED, the same
 *	mutation	articles with bytes changed, cut out and doubled: an answer that
 *				keeps the promises of nx.h
 *	family		one construction repeated (families.h): time grows with the
 *				text, not with its square
 *
 * The mutations come from a generator of fixed seed, so that a failure comes
 * again: its name holds the article and the number of the mutation.
 *
 * Growth is measured in processor time, the least of three readings, of a text
 * and one of 16 times its length; GROWTH_LIMIT leaves room for caches that no
 * longer suffice and for a busy machine, and is far below 256.
 */
#include <time.h>

#include "article_file.h"
#include "check.h"
#include "families.h"
#include "promises.h"

#define MUTATIONS		40		/* of each article */
#define FAMILY_B		4096
#define GROWTH			16
#define GROWTH_LIMIT	60.0
#define LEAST_SECONDS	0.002	/* below it the clock says nothing */

/* A host that fails on demand and counts what it lends. */
typedef struct Lender
{
	long		requests;
	long		fails_at;		/* request that fails, 0: none */
	long		polls;
	long		stops_at;		/* poll that stops, 0: none */
	long		lent;			/* blocks not given back */
} Lender;

static void *
lend(void *state, size_t size_b)
{
	Lender	   *lender = state;

	if (++lender->requests == lender->fails_at)
		return NULL;
	lender->lent++;
	return malloc(size_b);
}

static void
get_back(void *state, void *block)
{
	Lender	   *lender = state;

	lender->lent -= block != NULL;
	free(block);
}

static bool
stops(void *state)
{
	Lender	   *lender = state;

	return ++lender->polls == lender->stops_at;
}

static NxStatus
read_with(Lender *lender, const char *text, size_t length_b)
{
	NxHost		host = {lend, get_back, stops, lender};
	NxArticle  *article;
	NxStatus	status = nx_article_read(check_reader(), &host, text, length_b, &article);

	CHECK((status == NX_OK) == (article != NULL));
	nx_article_free(article);
	return status;
}

static void
test_memory(const ArticleFile *file)
{
	NxStatus	status = NX_NO_MEMORY;

	for (long n = 1; status != NX_OK && n < 100000; n++)
	{
		Lender		lender = {.fails_at = n};

		status = read_with(&lender, file->text, file->length_b);
		CHECK(lender.lent == 0);
		CHECK(status == (lender.requests >= n ? NX_NO_MEMORY : NX_OK));
	}
	CHECK(status == NX_OK);
}

static void
test_reader_memory(void)
{
	NxStatus	status = NX_NO_MEMORY;

	for (long n = 1; status != NX_OK && n < 100000; n++)
	{
		Lender		lender = {.fails_at = n};
		NxHost		host = {lend, get_back, NULL, &lender};
		NxReader   *reader;

		status = nx_reader_create(&host, &reader);
		CHECK((status == NX_OK) == (reader != NULL));
		nx_reader_free(reader);
		CHECK(lender.lent == 0);
	}
	CHECK(status == NX_OK);
}

static void
test_interrupt(const ArticleFile *file)
{
	NxStatus	status = NX_INTERRUPTED;

	for (long n = 1; status != NX_OK && n < 100000; n++)
	{
		Lender		lender = {.stops_at = n};

		status = read_with(&lender, file->text, file->length_b);
		CHECK(lender.lent == 0);
	}
	CHECK(status == NX_OK);
}

static void
test_length(void)
{
	Lender		lender = {.fails_at = 0};

	CHECK(read_with(&lender, "", 0) == NX_OK);
	CHECK(read_with(&lender, "", (size_t) NX_MAX_TEXT_B + 1) == NX_TEXT_TOO_LONG);
	CHECK(lender.lent == 0);
}

/* ------------------------------------------------------------------------
 * Mutations
 * ------------------------------------------------------------------------
 */

static uint32_t seed = 20230114;

static uint32_t
random_below(uint32_t limit)
{
	seed = seed * 1664525u + 1013904223u;
	return limit > 0 ? (seed >> 8) % limit : 0;
}

/* Things that upset a reader of text, put in at random. */
static const char *const irritants[] = {
	"\"", "“", "”", "'", "’", "``", "''", "«", "\n\n", "\n", ": ", ". ", "\xE2\x80", "\xFF",
	"\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80", "&quot;", "&#", "(", "Mr. ", "said ", "\xC2\xA0",
	"\r\n", "@", "https://", "-- ", "—", "…", "\x01", "\xEF\xBB\xBF", "A: ", "who said that "
};

/* Change a copy of a text; returns its new length, at most twice the old. */
static size_t
mutate(char *text, size_t length_b)
{
	uint32_t	changes = 1 + random_below(12);

	for (uint32_t i = 0; i < changes && length_b > 0; i++)
	{
		uint32_t	at_b = random_below((uint32_t) length_b);
		uint32_t	cut_b = random_below(60);
		const char *put = irritants[random_below(sizeof(irritants) / sizeof(irritants[0]))];

		if (cut_b > length_b - at_b)
			cut_b = (uint32_t) length_b - at_b;
		if (random_below(2) == 0)
			cut_b = 0;
		memmove(text + at_b + strlen(put), text + at_b + cut_b, length_b - at_b - cut_b);
		memcpy(text + at_b, put, strlen(put));
		length_b += strlen(put) - cut_b;
	}
	return length_b;
}

static void
test_mutation(const ArticleFile *file, int number)
{
	char	   *text = malloc(file->length_b + 1024);
	char	   *exact;
	size_t		length_b;
	NxArticle  *article;
	char		name[128];

	snprintf(name, sizeof(name), "%s, mutation %d", file->name, number);
	memcpy(text, file->text, file->length_b);
	length_b = mutate(text, file->length_b);
	exact = malloc(length_b + 1);		/* so that a checker of memory sees its end */
	memcpy(exact, text, length_b);
	article = check_read_bytes(exact, length_b);
	CHECK(promises_broken(article, name, exact, length_b) == 0);
	nx_article_free(article);
	free(exact);
	free(text);
}

/* ------------------------------------------------------------------------
 * Families
 * ------------------------------------------------------------------------
 */

static double
seconds_for(const char *text, size_t length_b)
{
	double		least = 1e9;

	for (int i = 0; i < 3; i++)
	{
		clock_t		began = clock();
		double		seconds;

		nx_article_free(check_read_bytes(text, length_b));
		seconds = (double) (clock() - began) / CLOCKS_PER_SEC;
		if (seconds < least)
			least = seconds;
	}
	return least > LEAST_SECONDS ? least : LEAST_SECONDS;
}

static void
test_family(const Family *family)
{
	char	   *text = malloc(GROWTH * FAMILY_B);
	double		longer;
	double		growth;

	family->fill(family, text, GROWTH * FAMILY_B);
	longer = seconds_for(text, GROWTH * FAMILY_B);
	family->fill(family, text, FAMILY_B);
	growth = longer / seconds_for(text, FAMILY_B);
	if (!CHECK(growth < GROWTH_LIMIT))
		fprintf(stderr, "%s: %.0f times the time for %d times the text\n", family->name,
				growth, GROWTH);
	free(text);
}

int
main(void)
{
	size_t		count;
	const ArticleFile *files = article_files_read(ARTICLE_FOLDER, &count);

	test_length();
	test_reader_memory();
	for (size_t i = 0; i < count; i++)
	{
		test_memory(&files[i]);
		test_interrupt(&files[i]);
		for (int number = 0; number < MUTATIONS; number++)
			test_mutation(&files[i], number);
	}
	for (size_t i = 0; i < family_count; i++)
		test_family(&families[i]);
	return check_end();
}
