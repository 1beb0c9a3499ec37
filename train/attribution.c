/*
 * attribution.c
 *		Trains the attribution models and writes them as C.
 *
 * usage: attribution TRAIN.jsonl [-o MODEL.c] [-p OUT_OF_FOLD.jsonl] [-f publisher]
 *
 * Three models stand in a row, each trained on what the one before it finds
 * in articles it has not seen ("jack-knifing"), so that it learns how far that
 * can be trusted:
 *	1. the cue chain is trained without each fold in turn and finds its
 *	   candidates;
 *	2. the argument chain is trained on these, again without each fold;
 *	3. the keep model is trained on the arguments so found;
 *	4. its scores become confidences: the share of right attributions.
 * What ships is trained on all folds.
 *
 * Out-of-fold findings are written in the form that the quality scorer reads.
 * With "-f publisher" each publisher is a fold of its own: how well the models
 * carry over to one they have not seen.
 */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "chain.h"
#include "memory.h"
#include "polnear.h"
#include "table.h"

#define FOLDS			4
#define MOST_FOLDS		16
#define NO_FOLD			UINT32_MAX
#define CUE_LABELS		4
#define ARGUMENT_LABELS	7
#define LEAST_USES		3		/* rarer features are not learnt */
#define MISSED_CUE		(-240)	/* margin that stands for a cue not found */

/* Of the tables of the product. */
#define CUE_BITS		13
#define ARGUMENT_BITS	14
#define KEEP_BITS		10

static const Settings cue_settings = {CUE_LABELS, 5, 0.05f, NO_FOLD, 1};
/* A missing source costs more than a doubtful one; in natural logarithms. */
#define SOURCE_BONUS	1.0f

static const Settings argument_settings = {ARGUMENT_LABELS, 4, 0.035f, NO_FOLD, 2};
static const Settings keep_settings = {NX_KEEP_LANES, 4, 0.05f, NO_FOLD, 3};

typedef struct Job
{
	Examples	examples;
	uint32_t	fold_count;
	NxAttributionModel models[MOST_FOLDS + 1];	/* without each fold; at
												 * fold_count on all */
	uint32_t	right[NX_CONFIDENCES];	/* by step of keep */
	uint32_t	found[NX_CONFIDENCES];
} Job;

/* Where in a model the part stands that is being trained. */
typedef enum Step
{
	STEP_CUE, STEP_ARGUMENT
} Step;

static Settings
without_fold(Settings settings, uint32_t fold)
{
	settings.left_out = fold;
	return settings;
}

/* ------------------------------------------------------------------------
 * 1. Cues
 * ------------------------------------------------------------------------
 */

/*
 * Labels of a span that lies in one unit, unless one of its cells has one or
 * stands between marks, where no cues are looked for.
 */
static void
label_span(const NxProposal *p, uint8_t *labels, NxRange cells)
{
	for (uint32_t i = cells.first; i < cells.end; i++)
		if (labels[i] != 0 || p->cells[i].stretch != 0)
			return;
	for (uint32_t i = cells.first; i < cells.end; i++)
		labels[i] = nx_crf_label(0, i == cells.first ? NX_CRF_BEGIN :
								 i + 1 == cells.end ? NX_CRF_END : NX_CRF_GO_ON);
}

static void
label_tokens(const Example *e, uint8_t *labels, NxRange tokens)
{
	for (uint32_t i = tokens.first; i < tokens.end;)
	{
		NxRange		cells = {e->cells[i], e->cells[i]};
		uint32_t	unit = e->proposal->cells[cells.first].unit;

		while (i < tokens.end && e->proposal->cells[e->cells[i]].unit == unit)
			cells.end = e->cells[i++] + 1;
		label_span(e->proposal, labels, cells);
	}
}

static uint8_t *
gold_labels(const Example *e)
{
	uint8_t    *labels = take_memory(e->proposal->cell_count);

	for (uint32_t g = 0; g < e->gold_count; g++)
	{
		const Spans *cues = &e->golds[g].parts[NX_PART_CUE];

		for (uint32_t i = 0; i < cues->count; i++)
			label_tokens(e, labels, cues->items[i]);
	}
	return labels;
}

static void
add_cue_sequence(Sequences *sequences, const Example *e, const uint8_t *labels, NxRange run)
{
	Sequence   *s = sequence_add(sequences, run.end - run.first);
	NxSink		sink;

	nx_sink_begin(&sink, sequence_sink, s);
	s->fold = e->fold;
	memcpy(s->labels, labels + run.first, s->length);
	nx_candidate_walk(e->proposal, run, &sink);
	sequence_finish(s);
}

static Sequences
cue_sequences(const Examples *examples)
{
	Sequences	sequences = {NULL, 0, 0};

	for (uint32_t d = 0; d < examples->count; d++)
	{
		const Example *e = &examples->items[d];
		uint8_t    *labels = gold_labels(e);

		for (uint32_t u = 0; u < e->proposal->units.count; u++)
		{
			NxRange		rest = e->proposal->units.items[u].cells;

			while (!nx_range_is_empty(rest))
			{
				NxRange		run = nx_candidate_run(e->proposal, rest);

				if (!nx_range_is_empty(run))
					add_cue_sequence(&sequences, e, labels, run);
				rest.first = run.end;
			}
		}
		free(labels);
	}
	return sequences;
}

/* ------------------------------------------------------------------------
 * 2. Arguments
 * ------------------------------------------------------------------------
 */
static NxRange
gold_cue_cells(const Example *e, const Gold *gold)
{
	NxRange		tokens = gold->parts[NX_PART_CUE].items[0];
	NxRange		cells = {e->cells[tokens.first], e->cells[tokens.end - 1] + 1};
	uint32_t	end = e->proposal->units.items[e->proposal->cells[cells.first].unit].cells.end;

	if (cells.end > end)
		cells.end = end;
	return cells;
}

static uint32_t
overlap(NxRange a, NxRange b)
{
	uint32_t	first = a.first > b.first ? a.first : b.first;
	uint32_t	end = a.end < b.end ? a.end : b.end;

	return end > first ? end - first : 0;
}

/* The candidate that overlaps most with a gold cue, or one made of it. */
static NxCandidate
candidate_of(const Example *e, const Gold *gold)
{
	const NxProposal *p = e->proposal;
	NxRange		cue = gold_cue_cells(e, gold);
	NxCandidate best = {.unit = p->cells[cue.first].unit, .cue = cue, .cue_margin = MISSED_CUE};
	uint32_t	most = 0;

	for (uint32_t k = 0; k < p->candidates.count; k++)
	{
		uint32_t	shared = overlap(p->candidates.items[k].cue, cue);

		if (shared > most)
		{
			most = shared;
			best = p->candidates.items[k];
		}
	}
	return best;
}

static void
label_window(const Example *e, const NxWindow *w, NxRange tokens, NxPart part, uint8_t *labels)
{
	bool		is_open = false;

	for (uint32_t i = 0; i < w->length; i++)
	{
		uint32_t	token = e->proposal->cells[w->cells[i]].token;
		bool		goes_on = i + 1 < w->length && !nx_range_holds(w->cue, i + 1) &&
			nx_range_holds(tokens, e->proposal->cells[w->cells[i + 1]].token);

		if (nx_range_holds(w->cue, i) || !nx_range_holds(tokens, token))
		{
			is_open = false;
			continue;
		}
		labels[i] = nx_crf_label(part, !is_open ? NX_CRF_BEGIN :
								 goes_on ? NX_CRF_GO_ON : NX_CRF_END);
		is_open = true;
	}
}

static void
add_argument_sequence(Sequences *sequences, const Example *e, const Gold *gold)
{
	static NxWindow w;
	NxCandidate c = candidate_of(e, gold);
	Sequence   *s;
	NxSink		sink;

	nx_argument_window(e->proposal, &c, &w);
	s = sequence_add(sequences, w.length);
	s->fold = e->fold;
	nx_sink_begin(&sink, sequence_sink, s);
	for (int part = NX_PART_SOURCE; part <= NX_PART_CONTENT; part++)
		for (uint32_t k = 0; k < gold->parts[part].count; k++)
			label_window(e, &w, gold->parts[part].items[k], (NxPart) part, s->labels);
	nx_argument_walk(e->proposal, &c, &w, &sink);
	sequence_finish(s);
}

static Sequences
argument_sequences(const Examples *examples)
{
	Sequences	sequences = {NULL, 0, 0};

	for (uint32_t d = 0; d < examples->count; d++)
		for (uint32_t g = 0; g < examples->items[d].gold_count; g++)
		{
			const Gold *gold = &examples->items[d].golds[g];

			if (gold->parts[NX_PART_CUE].count > 0 && gold->parts[NX_PART_CONTENT].count > 0)
				add_argument_sequence(&sequences, &examples->items[d], gold);
		}
	return sequences;
}

/* ------------------------------------------------------------------------
 * 3. Keep
 * ------------------------------------------------------------------------
 */

/* Words that a candidate's content shares with a gold one, over all of both. */
static bool
agrees(const Example *e, const NxCandidate *c, const Gold *gold)
{
	const Spans *spans = &gold->parts[NX_PART_CONTENT];
	uint32_t	shared = 0;
	uint32_t	all = 0;

	for (uint32_t k = 0; k < spans->count; k++)
		for (uint32_t i = spans->items[k].first; i < spans->items[k].end; i++)
			all += e->proposal->cells[e->cells[i]].is_word;
	for (uint32_t k = 0; k < c->piece_count; k++)
		for (uint32_t i = c->pieces[k].first; i < c->pieces[k].end; i++)
		{
			const NxCell *cell = &e->proposal->cells[i];
			bool		is_shared = false;

			for (uint32_t j = 0; j < spans->count; j++)
				is_shared |= nx_range_holds(spans->items[j], cell->token);
			shared += is_shared && cell->is_word;
			all += !is_shared && cell->is_word;
		}
	return all > 0 && shared * 2 >= all;
}

static bool
finds_source(const Example *e, const NxCandidate *c, const Gold *gold)
{
	const Spans *spans = &gold->parts[NX_PART_SOURCE];

	for (uint32_t k = 0; k < spans->count; k++)
		for (uint32_t i = c->source.first; i < c->source.end; i++)
			if (nx_range_holds(spans->items[k], e->proposal->cells[i].token))
				return true;
	return spans->count == 0 && nx_range_is_empty(c->source);
}

/* The gold attribution whose content agrees, or NULL. */
static const Gold *
gold_of(const Example *e, const NxCandidate *c)
{
	for (uint32_t g = 0; g < e->gold_count; g++)
		if (agrees(e, c, &e->golds[g]))
			return &e->golds[g];
	return NULL;
}

static Sequences
keep_sequences(const Examples *examples)
{
	Sequences	sequences = {NULL, 0, 0};
	NxFeatures	features;

	for (uint32_t d = 0; d < examples->count; d++)
	{
		const Example *e = &examples->items[d];

		for (uint32_t k = 0; k < e->proposal->candidates.count; k++)
		{
			const NxCandidate *c = &e->proposal->candidates.items[k];
			const Gold *gold = gold_of(e, c);
			Sequence   *s = sequence_add(&sequences, 1);

			s->fold = e->fold;
			s->targets[NX_KEEP_CONTENT] = gold != NULL;
			s->targets[NX_KEEP_TRUST] = gold != NULL && finds_source(e, c, gold);
			nx_keep_features(e->proposal, c, &features);
			sequence_sink(s, 0, &features);
			sequence_finish(s);
		}
	}
	return sequences;
}

/* ------------------------------------------------------------------------
 * Folds
 * ------------------------------------------------------------------------
 */
static void
read_fold(const Job *job, uint32_t fold, Step step)
{
	for (uint32_t d = 0; d < job->examples.count; d++)
	{
		NxProposal *p = job->examples.items[d].proposal;

		if (job->examples.items[d].fold != fold)
			continue;
		if (step == STEP_CUE)
			nx_candidate_read(p, &job->models[fold].cue);
		else
			nx_argument_read(p, &job->models[fold].argument);
	}
}

/* Train without each fold and read it; the last is trained on all. */
static void
train_chains(Job *job, Sequences *sequences, const Settings *settings, Step step)
{
	Rows		rows = chain_number(sequences, LEAST_USES);
	uint8_t		bits = step == STEP_CUE ? CUE_BITS : ARGUMENT_BITS;

	fprintf(stderr, "%u sequences, %u features\n", sequences->count, rows.count);
#pragma omp parallel for schedule(dynamic, 1)
	for (uint32_t fold = 0; fold <= job->fold_count; fold++)
	{
		NxAttributionModel *model = &job->models[fold];
		Settings	fold_settings = without_fold(*settings, fold);
		Chain		chain;

		chain_train(&chain, sequences, &rows, &fold_settings);
		if (step == STEP_ARGUMENT)
			chain_favour(&chain, nx_crf_label(NX_PART_SOURCE, NX_CRF_BEGIN), SOURCE_BONUS);
		chain_build(&chain, &rows, bits,
					step == STEP_CUE ? &model->cue : &model->argument);
		chain_free(&chain);
		read_fold(job, fold, step);
	}
}

static void
train_keep(Job *job, Sequences *sequences)
{
	Rows		rows = chain_number(sequences, LEAST_USES);

	fprintf(stderr, "%u candidates, %u features\n", sequences->count, rows.count);
	for (uint32_t fold = 0; fold <= job->fold_count; fold++)
	{
		Settings	settings = without_fold(keep_settings, fold);
		Chain		chain;

		logistic_train(&chain, sequences, &rows, &settings);
		linear_build(&chain, &rows, KEEP_BITS, &job->models[fold].keep);
		chain_free(&chain);
	}
}

static void
sequences_free(Sequences *sequences)
{
	for (uint32_t k = 0; k < sequences->count; k++)
	{
		free(sequences->items[k].labels);
		free(sequences->items[k].offsets);
		free(sequences->items[k].features);
	}
	free(sequences->items);
}

/* ------------------------------------------------------------------------
 * 4. Confidence
 * ------------------------------------------------------------------------
 */
static bool
spans_hold(const NxArticle *a, const Spans *spans, NxSpan bytes)
{
	for (uint32_t k = 0; k < spans->count; k++)
	{
		NxSpan		gold = nx_range_span(a, spans->items[k]);

		if (gold.at_b < bytes.end_b && bytes.at_b < gold.end_b)
			return true;
	}
	return false;
}

static bool
source_agrees(const NxArticle *a, const NxQuote *quote, const Gold *gold)
{
	const Spans *spans = &gold->parts[NX_PART_SOURCE];
	bool		is_absent = quote->source_at.at_b == quote->source_at.end_b;

	if (spans->count == 0 || is_absent)
		return spans->count == 0 && is_absent;
	return spans_hold(a, spans, quote->source_at);
}

static bool
speaker_agrees(const NxQuote *quote, const Gold *gold)
{
	if (gold->speaker == NULL || !gold->is_person)
		return true;
	return quote->speaker.length_b == strlen(gold->speaker) &&
		memcmp(quote->speaker.bytes, gold->speaker, quote->speaker.length_b) == 0;
}

/* Words that a row's content shares with a gold one, over all of both. */
static bool
content_agrees(const NxArticle *a, const NxQuote *quote, const Gold *gold)
{
	uint32_t	shared = 0;
	uint32_t	all = 0;

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);
		bool		is_found = false;
		bool		is_gold = false;

		if (token->kind != NX_TOKEN_WORD)
			continue;
		for (uint32_t k = 0; k < quote->content_count; k++)
			is_found |= token->at_b >= quote->content_at[k].at_b &&
				token->at_b < quote->content_at[k].end_b;
		for (uint32_t k = 0; k < gold->parts[NX_PART_CONTENT].count; k++)
			is_gold |= nx_range_holds(gold->parts[NX_PART_CONTENT].items[k], i);
		shared += is_found && is_gold;
		all += is_found || is_gold;
	}
	return all > 0 && shared * 2 >= all;
}

static bool
is_right(const Example *e, const NxArticle *a, const NxQuote *quote)
{
	for (uint32_t g = 0; g < e->gold_count; g++)
		if (content_agrees(a, quote, &e->golds[g]))
			return source_agrees(a, quote, &e->golds[g]) &&
				speaker_agrees(quote, &e->golds[g]);
	return false;
}

/* Count rows by the step of their score, which stands as their confidence - 1. */
static void
count_right(Job *job, const Example *e, const NxArticle *a)
{
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(a, &count);

	for (uint32_t k = 0; k < count; k++)
	{
		uint32_t	step = quotes[k].confidence - 1u;

		if (strcmp(quotes[k].rule, "model") != 0)
			continue;
		assert(step < NX_CONFIDENCES);
		job->found[step]++;
		job->right[step] += is_right(e, a, &quotes[k]);
	}
}

/* Rising shares, in thousandths, by pooling neighbours that fall. */
static void
pool_shares(const Job *job, uint32_t *shares)
{
	uint32_t	first[NX_CONFIDENCES];
	uint32_t	right[NX_CONFIDENCES];
	uint32_t	found[NX_CONFIDENCES];
	uint32_t	pools = 0;

	for (uint32_t i = 0; i < NX_CONFIDENCES; i++)
	{
		first[pools] = i;
		right[pools] = job->right[i];
		found[pools++] = job->found[i];
		while (pools > 1 && (uint64_t) right[pools - 2] * found[pools - 1] >=
			   (uint64_t) right[pools - 1] * found[pools - 2])
		{
			pools--;
			right[pools - 1] += right[pools];
			found[pools - 1] += found[pools];
		}
	}
	for (uint32_t k = 0; k < pools; k++)
		for (uint32_t i = first[k]; i < (k + 1 < pools ? first[k + 1] : NX_CONFIDENCES); i++)
			shares[i] = found[k] > 0 ? (1000u * right[k] + found[k] / 2) / found[k] : 0;
}

/*
 * A low confidence is the share of right rows at that very score.  A high one
 * is the share among all rows that score as high or higher, so that choosing
 * the rows from 0.9 on gives nine right ones in ten, not more of fewer; less
 * ERRORS standard errors, for other articles differ.  Between ALONE and TOGETHER
 * the one passes into the other.
 */
#define ALONE		300
#define TOGETHER	800
#define ERRORS		3

/* The share of right ones, in thousandths, as low as chance makes it. */
static uint32_t
low_share(uint32_t right, uint32_t found)
{
	double		share = (double) right / found;
	double		low = share - ERRORS * sqrt(share * (1 - share) / found);

	return low > 0 ? (uint32_t) (1000 * low + 0.5) : 0;
}

static void
make_confidences(const Job *job, uint16_t *confidences)
{
	uint32_t	shares[NX_CONFIDENCES];
	uint32_t	right = 0;
	uint32_t	found = 0;
	uint32_t	together = 1000;

	pool_shares(job, shares);
	for (uint32_t i = NX_CONFIDENCES; i-- > 0;)
	{
		uint32_t	weight = shares[i] < ALONE ? 0 : shares[i] > TOGETHER ? TOGETHER - ALONE :
			shares[i] - ALONE;
		uint32_t	share;

		right += job->right[i];
		found += job->found[i];
		if (found > 0 && low_share(right, found) < together)
			together = low_share(right, found);
		share = (shares[i] * (TOGETHER - ALONE - weight) + together * weight) / (TOGETHER - ALONE);
		confidences[i] = (uint16_t) (share > 0 ? share : 1);	/* 0: none is known */
	}
}

/* For the model card: what is kept, and right, from a confidence upwards. */
static void
print_confidences(const Job *job, const uint16_t *confidences)
{
	uint32_t	golds = 0;

	for (uint32_t d = 0; d < job->examples.count; d++)
		golds += job->examples.items[d].gold_count;
	for (uint32_t least = 500; least <= 950; least += 50)
	{
		uint32_t	found = 0;
		uint32_t	right = 0;

		for (uint32_t i = 0; i < NX_CONFIDENCES; i++)
			if (confidences[i] >= least)
			{
				found += job->found[i];
				right += job->right[i];
			}
		printf("%u: rows %u, precision %.1f, recall %.1f\n", least, found,
			   found > 0 ? 100.0 * right / found : 0, golds > 0 ? 100.0 * right / golds : 0);
	}
}

/* ------------------------------------------------------------------------
 * Output
 * ------------------------------------------------------------------------
 */
static void
write_spans(FILE *file, const NxArticle *a, const char *name, const NxSpan *spans, uint32_t count)
{
	fprintf(file, ", \"%s\": [", name);
	for (uint32_t k = 0; k < count; k++)
		fprintf(file, "%s[%u, %u]", k > 0 ? ", " : "", nx_article_char(a, spans[k].at_b),
				nx_article_char(a, spans[k].end_b));
	putc(']', file);
}

static void
write_found(FILE *file, const Example *e, const NxArticle *a)
{
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(a, &count);

	fprintf(file, "{\"id\": \"%s\", \"publisher\": \"%s\", \"quotes\": [", e->id, e->publisher);
	for (uint32_t k = 0; k < count; k++)
	{
		const NxQuote *q = &quotes[k];

		fprintf(file, "%s{\"kind\": \"%s\", \"confidence\": %u, \"rule\": \"%s\", \"speaker\": ",
				k > 0 ? ", " : "", nx_quote_kind_name(q->kind), q->confidence, q->rule);
		if (q->speaker.bytes != NULL && memchr(q->speaker.bytes, '"', q->speaker.length_b) == NULL)
			fprintf(file, "\"%.*s\"", (int) q->speaker.length_b, q->speaker.bytes);
		else
			fputs("null", file);
		write_spans(file, a, "content", q->content_at, q->content_count);
		write_spans(file, a, "source", &q->source_at, q->source_at.end_b > q->source_at.at_b);
		write_spans(file, a, "cue", &q->cue_at, q->cue_at.end_b > q->cue_at.at_b);
		putc('}', file);
	}
	fputs("]}\n", file);
}

/* Every article by the whole analyser with the model that has not seen it. */
static void
read_unseen(Job *job, const char *path)
{
	FILE	   *file = path != NULL ? fopen(path, "w") : NULL;

	for (uint32_t fold = 0; fold < job->fold_count; fold++)
		for (uint32_t step = 0; step < NX_CONFIDENCES; step++)
			job->models[fold].confidence[step] = (uint16_t) (step + 1);	/* 0: none is known */
	for (uint32_t d = 0; d < job->examples.count; d++)
	{
		const Example *e = &job->examples.items[d];
		NxArticle  *a = polnear_analyse(e, &job->models[e->fold]);

		count_right(job, e, a);
		if (file != NULL)
			write_found(file, e, a);
		nx_article_free(a);
	}
	if (file != NULL)
		fclose(file);
}

static void
write_steps(FILE *file, const int16_t *values, uint32_t rows)
{
	fputs(rows > 1 ? "\t\t{\n" : "\t\t", file);
	for (uint32_t x = 0; x < rows; x++)
	{
		fputs(rows > 1 ? "\t\t\t{" : "{", file);
		for (uint32_t y = 0; y < NX_CRF_LANES; y++)
			fprintf(file, "%s%d", y > 0 ? ", " : "", values[x * NX_CRF_LANES + y]);
		fputs(rows > 1 ? "},\n" : "},\n", file);
	}
	fputs(rows > 1 ? "\t\t},\n" : "", file);
}

static void
write_crf(FILE *file, const char *name, const NxCrf *crf)
{
	fputs("\t{\n\t\t", file);
	table_write_head(file, name, &crf->linear);
	fprintf(file, ",\n\t\t%u, %d,\n", crf->label_count, crf->limit);
	write_steps(file, crf->mask, 1);
	write_steps(file, crf->start, 1);
	write_steps(file, crf->step[0], NX_CRF_LANES);
	write_steps(file, crf->back[0], NX_CRF_LANES);
	fputs("\t},\n", file);
}

static void
write_model(const NxAttributionModel *model, const char *path)
{
	FILE	   *file = fopen(path, "w");

	if (file == NULL)
		exit(1);
	fputs("/*\n * nx_attribution_model.c\n *\t\tWeights of the attribution models, written by "
		  "train/attribution.\n *\n * A feature's row stands in the bucket of its hash; what a "
		  "bucket, a key and\n * a lane are says nx_linear.h, what the features are say "
		  "nx_candidate.c,\n * nx_argument.c and nx_keep.c.  Data, settings and figures: "
		  "docs/model-card.md.\n * Do not edit; run \"make -C train\".\n */\n"
		  "#include \"nx_propose.h\"\n\n", file);
	table_write(file, "cue", &model->cue.linear);
	table_write(file, "argument", &model->argument.linear);
	table_write(file, "keep", &model->keep);
	fputs("const NxAttributionModel nx_attribution_model = {\n", file);
	write_crf(file, "cue", &model->cue);
	write_crf(file, "argument", &model->argument);
	putc('\t', file);
	table_write_head(file, "keep", &model->keep);
	fputs(",\n\t{", file);
	for (uint32_t i = 0; i < NX_CONFIDENCES; i++)
		fprintf(file, "%s%u", i == 0 ? "" : i % 16 ? ", " : ",\n\t", model->confidence[i]);
	fputs("}\n};\n", file);
	fclose(file);
}

/* ------------------------------------------------------------------------
 * The whole
 * ------------------------------------------------------------------------
 */

/* Number of the publisher among those seen before. */
static uint32_t
publisher_number(const Examples *examples, uint32_t d)
{
	uint32_t	number = 0;

	for (uint32_t k = 0; k < d; k++)
	{
		if (strcmp(examples->items[k].publisher, examples->items[d].publisher) == 0)
			return examples->items[k].fold;
		if (examples->items[k].fold >= number)
			number = examples->items[k].fold + 1;
	}
	return number;
}

static void
set_folds(Job *job, bool by_publisher)
{
	for (uint32_t d = 0; d < job->examples.count; d++)
	{
		Example    *e = &job->examples.items[d];

		e->fold = by_publisher ? publisher_number(&job->examples, d) : d % FOLDS;
		if (e->fold >= job->fold_count)
			job->fold_count = e->fold + 1;
	}
}

static void
run_job(Job *job)
{
	Sequences	sequences = cue_sequences(&job->examples);

	train_chains(job, &sequences, &cue_settings, STEP_CUE);
	sequences_free(&sequences);
	sequences = argument_sequences(&job->examples);
	train_chains(job, &sequences, &argument_settings, STEP_ARGUMENT);
	sequences_free(&sequences);
	sequences = keep_sequences(&job->examples);
	train_keep(job, &sequences);
	sequences_free(&sequences);
}

int
main(int argc, char **argv)
{
	Job		   *job = take_memory(sizeof(Job));
	const char *model_path = NULL;
	const char *found_path = NULL;
	bool		by_publisher = false;

	if (argc < 2)
		return 2;
	for (int i = 2; i + 1 < argc; i += 2)
	{
		if (strcmp(argv[i], "-o") == 0)
			model_path = argv[i + 1];
		else if (strcmp(argv[i], "-p") == 0)
			found_path = argv[i + 1];
		else if (strcmp(argv[i], "-f") == 0)
			by_publisher = strcmp(argv[i + 1], "publisher") == 0;
	}
	job->examples = polnear_read(argv[1]);
	set_folds(job, by_publisher);
	run_job(job);
	read_unseen(job, found_path);
	make_confidences(job, job->models[job->fold_count].confidence);
	print_confidences(job, job->models[job->fold_count].confidence);
	if (model_path != NULL)
		write_model(&job->models[job->fold_count], model_path);
	return 0;
}
