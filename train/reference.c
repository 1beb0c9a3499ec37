/*
 * reference.c
 *		Weights of whom a pronoun means (src/model/nx_salience_model.c).
 *
 * usage: reference POLNEAR.jsonl > nx_salience_model.c
 *
 * The attributions of some articles name the person behind "he" and "she".
 * Each such pronoun is an example: the candidates that nx_salience.c offers,
 * one of them right.  A linear model with a softmax over the candidates is
 * fitted by gradient descent on all examples, pulled to zero; the same over
 * each fifth of the articles left out tells how often it is right on articles
 * it has not seen.
 *
 * Pronouns without annotation keep the person that the present weights give
 * them: the candidates of an example depend on them.  A second run settles.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "polnear.h"
#include "nx_salience.h"

#define FOLDS		5
#define STEPS		400
#define STEP		0.5
#define PULL		0.002		/* of each weight to zero, per step */
#define SCALE		32.0		/* of the weights that are written */
#define KEY_B		512

typedef struct Case
{
	NxReferent candidates[NX_MAX_REFERENTS];
	uint32_t	count;
	uint32_t	right;
	uint32_t	fold;
} Case;

typedef struct Cases
{
	Case	   *items;
	uint32_t	count;
	uint32_t	hopeless;		/* the person is no candidate */
} Cases;

/* ------------------------------------------------------------------------
 * Examples
 * ------------------------------------------------------------------------
 */
static bool
has_key(NxString name, const char *wanted, size_t wanted_b)
{
	char		key[KEY_B];

	return 3 * (size_t) name.length_b < KEY_B &&
		nx_key_make(name.bytes, name.length_b, key) == wanted_b &&
		memcmp(key, wanted, wanted_b) == 0;
}

static uint32_t
find_person(const NxArticle *a, const char *speaker)
{
	char		key[KEY_B];
	size_t		key_b;

	if (3 * strlen(speaker) >= KEY_B)
		return NX_NONE;
	key_b = nx_key_make(speaker, strlen(speaker), key);
	for (uint32_t i = 0; i < a->entity_nodes.count; i++)
		if (a->entity_nodes.items[i].kind == NX_ENTITY_PERSON &&
			has_key(a->entity_nodes.items[i].name, key, key_b))
			return i;
	return NX_NONE;
}

/* The person that the annotation gives a pronoun, or NX_NONE. */
static uint32_t
annotated_person(const Example *example, const NxMentionNode *node)
{
	if (node->form_kind != NX_FORM_PRONOUN || node->sex == NX_SEX_UNKNOWN)
		return NX_NONE;
	for (uint32_t g = 0; g < example->gold_count; g++)
	{
		const Gold *gold = &example->golds[g];

		if (gold->is_person && gold->speaker != NULL && gold->parts[0].count == 1 &&
			gold->parts[0].items[0].first == node->head &&
			gold->parts[0].items[0].end == node->head + 1)
			return find_person(example->article, gold->speaker);
	}
	return NX_NONE;
}

static void
add_case(Cases *cases, const NxArticle *a, const NxSalience *salience, uint32_t mention,
		 uint32_t person, uint32_t fold)
{
	Case	   *item;

	cases->items = grow_memory(cases->items, (cases->count + 1) * sizeof(Case));
	item = &cases->items[cases->count];
	item->count = nx_salience_candidates(a, salience, mention, item->candidates);
	item->fold = fold;
	item->right = 0;
	while (item->right < item->count && item->candidates[item->right].entity != person)
		item->right++;
	if (item->right == item->count)
		cases->hopeless++;
	else
		cases->count++;
}

static void
collect_article(Cases *cases, const Example *example, uint32_t fold)
{
	NxArticle  *a = example->article;
	NxSalience	salience;

	nx_salience_init(a, &salience);
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		uint32_t	person = annotated_person(example, &a->mention_nodes.items[m]);

		if (person != NX_NONE)
		{
			add_case(cases, a, &salience, m, person, fold);
			a->mention_nodes.items[m].entity = person;
		}
		nx_salience_note(a, &salience, m);
	}
}

/* ------------------------------------------------------------------------
 * Fitting
 * ------------------------------------------------------------------------
 */
static double
weigh(const double *weights, uint64_t features)
{
	double		sum = 0;

	for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
		if (features >> f & 1)
			sum += weights[f];
	return sum;
}

/* Adds the gradient of one case's log-likelihood. */
static void
add_gradient(const Case *item, const double *weights, double *gradient)
{
	double		shares[NX_MAX_REFERENTS];
	double		all = 0;

	for (uint32_t k = 0; k < item->count; k++)
		all += shares[k] = exp(weigh(weights, item->candidates[k].features));
	for (uint32_t k = 0; k < item->count; k++)
		for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
			if (item->candidates[k].features >> f & 1)
				gradient[f] += (k == item->right) - shares[k] / all;
}

/* Fits to all cases but those of a fold. */
static void
fit(const Cases *cases, uint32_t left_out, double *weights)
{
	memset(weights, 0, NX_SALIENCE_COUNT * sizeof(double));
	for (uint32_t step = 0; step < STEPS; step++)
	{
		double		gradient[NX_SALIENCE_COUNT] = {0};
		uint32_t	used = 0;

		for (uint32_t i = 0; i < cases->count; i++)
			if (cases->items[i].fold != left_out)
			{
				add_gradient(&cases->items[i], weights, gradient);
				used++;
			}
		for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
			weights[f] += STEP * (4 * gradient[f] / used - PULL * weights[f]);
	}
}

static uint32_t
count_right(const Cases *cases, uint32_t fold, const double *weights)
{
	uint32_t	right = 0;

	for (uint32_t i = 0; i < cases->count; i++)
	{
		const Case *item = &cases->items[i];
		uint32_t	best = 0;

		if (item->fold != fold)
			continue;
		for (uint32_t k = 1; k < item->count; k++)
			if (weigh(weights, item->candidates[k].features) >
				weigh(weights, item->candidates[best].features))
				best = k;
		right += best == item->right;
	}
	return right;
}

static void
report(const Cases *cases)
{
	double		weights[NX_SALIENCE_COUNT];
	uint32_t	right = 0;

	for (uint32_t fold = 0; fold < FOLDS; fold++)
	{
		fit(cases, fold, weights);
		right += count_right(cases, fold, weights);
	}
	fprintf(stderr, "%u pronouns, right on articles left out: %u; %u more have no right candidate\n",
			cases->count, right, cases->hopeless);
}

#define NAME(name, meaning)	#name,

static void
write_weights(const double *weights)
{
	static const char *const names[] = {NX_SALIENCE_FEATURES(NAME)};

	puts("/* Written by train/reference.c. */\n#include \"nx_salience.h\"\n\n"
		 "const int16_t nx_salience_weights[NX_SALIENCE_COUNT] = {");
	for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
		printf("\t[NX_SALIENCE_%s] = %ld,\n", names[f], lround(weights[f] * SCALE));
	puts("};");
}

int
main(int argc, char **argv)
{
	Examples	examples;
	Cases		cases = {NULL, 0, 0};
	double		weights[NX_SALIENCE_COUNT];

	if (argc != 2)
	{
		fputs("usage: reference POLNEAR.jsonl > nx_salience_model.c\n", stderr);
		return 2;
	}
	examples = polnear_read(argv[1]);
	for (uint32_t i = 0; i < examples.count; i++)
		collect_article(&cases, &examples.items[i], i % FOLDS);
	report(&cases);
	fit(&cases, FOLDS, weights);
	write_weights(weights);
	return 0;
}
