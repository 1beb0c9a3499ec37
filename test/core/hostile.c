/*
 * hostile.c
 *		Time and memory of the families of hostile texts, next to those of news.
 *
 * usage: hostile [MB [FAMILY]]
 *
 * News is the articles of test/articles, each read by itself.  Of a family MB
 * megabytes (1) are read as one text.  Printed are milliseconds a megabyte of
 * processor time, the least of three readings; how many times those of news
 * that is; and the most memory that the analyser held, in bytes for each byte
 * of the text.  The exit status is 1 when a family took more than LIMIT times
 * the time of news.
 */
#include <time.h>

#include "article_file.h"
#include "check.h"
#include "families.h"

#define MEGABYTE	1000000
#define REPEATS		3
#define LIMIT		3.0

typedef struct Cost
{
	double		ms;				/* for each megabyte */
	double		memory;			/* for each byte */
} Cost;

/* A host that knows how much it lends; each block's size stands before it. */
typedef struct Lender
{
	size_t		lent_b;
	size_t		most_b;
} Lender;

#define HEAD_B		16

static void *
lend(void *state, size_t size_b)
{
	Lender	   *lender = state;
	char	   *block = malloc(HEAD_B + size_b);

	if (block == NULL)
		return NULL;
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

static double
now_ms(void)
{
	return (double) clock() * 1e3 / CLOCKS_PER_SEC;
}

static Cost
cost_of(const char *text, size_t length_b)
{
	Cost		cost = {1e9, 0};

	for (int i = 0; i < REPEATS; i++)
	{
		Lender		lender = {0, 0};
		NxHost		host = {lend, get_back, NULL, &lender};
		double		began = now_ms();
		NxArticle  *article;
		double		ms;

		if (nx_article_read(check_reader(), &host, text, length_b, &article) != NX_OK)
		{
			fputs("out of memory\n", stderr);
			exit(2);
		}
		nx_article_free(article);
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
	Cost		sum = {0, 0};
	double		length_b = 0;

	for (size_t i = 0; i < count; i++)
	{
		Cost		cost;

		if (files[i].length_b == 0)
			continue;
		cost = cost_of(files[i].text, files[i].length_b);
		sum.ms += cost.ms * (double) files[i].length_b;
		sum.memory += cost.memory * (double) files[i].length_b;
		length_b += (double) files[i].length_b;
	}
	return (Cost) {sum.ms / length_b, sum.memory / length_b};
}

static void
print_cost(const char *name, Cost cost, Cost news)
{
	printf("%-30s %8.0f %8.2f %8.1f\n", name, cost.ms, cost.ms / news.ms, cost.memory);
}

int
main(int argc, char **argv)
{
	size_t		length_b = (size_t) (MEGABYTE * (argc > 1 ? atof(argv[1]) : 1));
	char	   *text = malloc(length_b);
	Cost		news = cost_of_news();
	int			slow = 0;

	printf("%-30s %8s %8s %8s\n", "", "ms/MB", "x news", "B/B");
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
