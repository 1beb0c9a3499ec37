/*
 * hostile.c
 *		Time and memory of the families of hostile texts, next to those of news.
 *
 * usage: hostile [MB [FAMILY]]
 *
 * News is the articles of test/articles, each read by itself.  Of a family MB
 * megabytes (1) are read as one text, three times.  Printed are the least
 * processor time, in milliseconds a megabyte; how many times that of news that
 * is; the most memory that the analyser held, in bytes for each byte of the
 * text; and how long it went on at most, in milliseconds, without asking
 * whether to stop, the least of the readings.  The exit status is 1 when a
 * family took more than LIMIT times the time of news.
 */
#define _DEFAULT_SOURCE

#include <time.h>

#include "article_file.h"
#include "check.h"
#include "families.h"
#include "nx_pages.h"

#define MEGABYTE	1000000
#define REPEATS		3
#define LIMIT		3.0

typedef struct Cost
{
	double		ms;				/* for each megabyte */
	double		memory;			/* for each byte */
	double		silence;		/* longest, in ms */
} Cost;

/* A host that knows how much it lends; each block's size stands before it. */
typedef struct Lender
{
	size_t		lent_b;
	size_t		most_b;
	double		asked;			/* when, in ms */
	double		silence;
} Lender;

static double
now_ms(void)
{
	return (double) clock() * 1e3 / CLOCKS_PER_SEC;
}

#define HEAD_B		16

static void *
lend(void *state, size_t size_b)
{
	Lender	   *lender = state;
	char	   *block = malloc(HEAD_B + size_b);

	if (block == NULL)
		return NULL;
	nx_pages_wish(block, size_b);
	memcpy(block, &size_b, sizeof(size_b));
	lender->lent_b += size_b;
	if (lender->lent_b > lender->most_b)
		lender->most_b = lender->lent_b;
	return block + HEAD_B;
}

static void
get_back(void *state, void *block)
{
	Lender	   *lender = state;
	char	   *start = (char *) block - HEAD_B;
	size_t		size_b;

	memcpy(&size_b, start, sizeof(size_b));
	lender->lent_b -= size_b;
	free(start);
}

/* The host is asked: it never wants to stop, but notes the time. */
static bool
stops(void *state)
{
	Lender	   *lender = state;
	double		now = now_ms();

	if (now - lender->asked > lender->silence)
		lender->silence = now - lender->asked;
	lender->asked = now;
	return false;
}

static Cost
cost_of(const char *text, size_t length_b)
{
	Cost		cost = {1e9, 0, 1e9};

	for (int i = 0; i < REPEATS; i++)
	{
		double		began = now_ms();
		Lender		lender = {.asked = began};
		NxHost		host = {lend, get_back, stops, &lender};
		NxArticle  *article;
		double		ms;

		if (nx_article_read(check_reader(), &host, text, length_b, &article) != NX_OK)
		{
			fputs("out of memory\n", stderr);
			exit(2);
		}
		nx_article_free(article);
		stops(&lender);
		cost.silence = lender.silence < cost.silence ? lender.silence : cost.silence;
		ms = (now_ms() - began) * MEGABYTE / (double) length_b;
		cost.ms = ms < cost.ms ? ms : cost.ms;
		cost.memory = (double) lender.most_b / (double) length_b;
	}
	return cost;
}

static Cost
cost_of_news(void)
{
	size_t		count;
	const ArticleFile *files = article_files_read(ARTICLE_FOLDER, &count);
	Cost		sum = {0, 0, 0};
	double		length_b = 0;

	for (size_t i = 0; i < count; i++)
	{
		Cost		cost;

		if (files[i].length_b == 0)
			continue;
		cost = cost_of(files[i].text, files[i].length_b);
		sum.ms += cost.ms * (double) files[i].length_b;
		sum.silence = cost.silence > sum.silence ? cost.silence : sum.silence;
		sum.memory += cost.memory * (double) files[i].length_b;
		length_b += (double) files[i].length_b;
	}
	return (Cost) {sum.ms / length_b, sum.memory / length_b, sum.silence};
}

static void
print_cost(const char *name, Cost cost, Cost news)
{
	printf("%-30s %8.0f %8.2f %8.1f %8.1f\n", name, cost.ms, cost.ms / news.ms, cost.memory,
		   cost.silence);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	size_t		length_b = (size_t) (MEGABYTE * (argc > 1 ? atof(argv[1]) : 1));
	char	   *text = malloc(length_b);
	Cost		news = cost_of_news();
	int			slow = 0;

	printf("%-30s %8s %8s %8s %8s\n", "", "ms/MB", "x news", "B/B", "silent");
	print_cost("news", news, news);
	for (size_t i = 0; i < family_count; i++)
	{
		Cost		cost;

		if (argc > 2 && strcmp(families[i].name, argv[2]) != 0)
			continue;
		families[i].fill(&families[i], text, length_b);
		cost = cost_of(text, length_b);
		print_cost(families[i].name, cost, news);
		slow += cost.ms > LIMIT * news.ms;
	}
	printf("%d families take more than %.0f times the time of news\n", slow, LIMIT);
	free(text);
	return slow > 0;
}
