/*
 * chain.c
 *		Likelihood training of linear chains with sparse features.
 *
 * For each sequence, forward and backward sums give the probability of each
 * label and of each step; the gradient of a feature's weight is that
 * probability less what stands in the data.  AdaGrad divides each step by the
 * root of the squares seen; they start at 1, which keeps the first steps
 * small (with a small start the first epoch learns the corpus by heart).
 *
 * The order of sequences is shuffled by a generator of our own, sums are taken
 * in one order: the same data gives the same weights.
 *
 * Forward and backward rows are scaled to the sum 1, so no logarithms are
 * needed and nothing overflows.
 */
#include <math.h>
#include <stdlib.h>

#include "chain.h"
#include "memory.h"
#include "table.h"

#define LANES			NX_CRF_LANES
#define LAST_STEP		0.2f	/* of the first, after the last epoch */
#define WEIGHT_STEPS	1048576.0f	/* in which weights of rows are compared */
#define LEAST_GRADIENT	1e-3f	/* smaller ones are not worth the update */

/* ------------------------------------------------------------------------
 * Sequences
 * ------------------------------------------------------------------------
 */
Sequence *
sequence_add(Sequences *sequences, uint32_t length)
{
	Sequence   *s;

	if (sequences->count == sequences->room)
	{
		sequences->room = sequences->room * 2 + 1024;
		sequences->items = grow_memory(sequences->items, sequences->room * sizeof(Sequence));
	}
	s = &sequences->items[sequences->count++];
	memset(s, 0, sizeof(*s));
	s->length = length;
	s->labels = take_memory(length);
	s->offsets = take_memory((length + 1) * sizeof(uint32_t));
	s->features = take_memory((size_t) length * NX_MAX_FEATURES * sizeof(uint32_t));
	return s;
}

void
sequence_sink(void *state, uint32_t position, const NxFeatures *features)
{
	Sequence   *s = state;

	s->offsets[position + 1] = features->count;
	memcpy(s->features + (size_t) position * NX_MAX_FEATURES, features->hashes,
		   features->count * sizeof(uint32_t));
}

void
sequence_finish(Sequence *s)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < s->length; i++)
	{
		uint32_t	here = s->offsets[i + 1];

		memmove(s->features + count, s->features + (size_t) i * NX_MAX_FEATURES,
				here * sizeof(uint32_t));
		s->offsets[i] = count;
		count += here;
	}
	s->offsets[s->length] = count;
	s->features = grow_memory(s->features, ((size_t) count + 1) * sizeof(uint32_t));
}

/* ------------------------------------------------------------------------
 * Rows
 * ------------------------------------------------------------------------
 */
static uint32_t
count_features(const Sequences *sequences)
{
	size_t		count = 0;

	for (uint32_t k = 0; k < sequences->count; k++)
		count += sequences->items[k].offsets[sequences->items[k].length];
	return count < UINT32_MAX / 4 ? (uint32_t) count : UINT32_MAX / 4;
}

typedef struct Slot
{
	uint32_t	hash;
	uint32_t	uses;
	uint32_t	row;
} Slot;

static Slot *
find_slot(Slot *slots, uint32_t mask, uint32_t hash)
{
	uint32_t	i = (hash * 0x9E3779B1u) & mask;

	while (slots[i].uses != 0 && slots[i].hash != hash)
		i = (i + 1) & mask;
	slots[i].hash = hash;
	return &slots[i];
}

/* Replaces hashes by rows, in the order of their first use. */
static void
replace_hashes(Sequence *s, Slot *slots, uint32_t mask, Rows *rows, uint32_t least)
{
	uint32_t	kept = 0;
	uint32_t	i = 0;

	for (uint32_t position = 0; position < s->length; position++)
	{
		uint32_t	end = s->offsets[position + 1];

		s->offsets[position] = kept;
		for (; i < end; i++)
		{
			Slot	   *slot = find_slot(slots, mask, s->features[i]);

			if (slot->uses < least)
				continue;
			if (slot->row == 0)
			{
				rows->hashes[rows->count] = slot->hash;
				rows->uses[rows->count] = slot->uses;
				slot->row = ++rows->count;
			}
			s->features[kept++] = slot->row - 1;
		}
	}
	s->offsets[s->length] = kept;
}

Rows
chain_number(Sequences *sequences, uint32_t least)
{
	uint32_t	total = count_features(sequences);
	uint32_t	mask = 1;
	uint32_t	live = 0;
	Slot	   *slots;
	Rows		rows = {NULL, NULL, 0};

	while (mask < total && mask < (1u << 27))
		mask = mask * 2 + 1;
	slots = take_memory(((size_t) mask + 1) * sizeof(Slot));
	for (uint32_t k = 0; k < sequences->count; k++)
	{
		const Sequence *s = &sequences->items[k];

		for (uint32_t i = 0; i < s->offsets[s->length]; i++)
			find_slot(slots, mask, s->features[i])->uses++;
	}
	for (uint32_t i = 0; i <= mask; i++)
		live += slots[i].uses >= least;
	rows.hashes = take_memory((live + 1) * sizeof(uint32_t));
	rows.uses = take_memory((live + 1) * sizeof(uint32_t));
	for (uint32_t k = 0; k < sequences->count; k++)
		replace_hashes(&sequences->items[k], slots, mask, &rows, least);
	free(slots);
	return rows;
}

/* ------------------------------------------------------------------------
 * Likelihood
 * ------------------------------------------------------------------------
 */
typedef float Row[LANES];

typedef struct Trainer
{
	Chain	   *chain;
	uint32_t	labels;
	float	   *squares;		/* parallel to the weights */
	float		start_squares[LANES];
	float		step_squares[LANES][LANES];
	Row			exp_start;
	Row			exp_step[LANES];	/* [from][to] */
	Row			exp_back[LANES];	/* [to][from] */
	Row		   *emit;			/* exp of the scores */
	Row		   *forward;
	Row		   *backward;
	Row		   *gradient;
	float		step_gradient[LANES][LANES];
	float		rate;
} Trainer;

/* May a label follow another (-1: none), by place in the spans? */
static bool
may_follow(int from, int to)
{
	bool		is_open = from > 0 && from % 3 != 0;	/* begin or go on */

	if (to > 0 && to % 3 != 1)
		return is_open && nx_crf_type((uint32_t) from) == nx_crf_type((uint32_t) to);
	return from <= 0 || from % 3 != 2;
}

static void
exponentiate_steps(Trainer *t)
{
	for (uint32_t y = 0; y < t->labels; y++)
	{
		t->exp_start[y] = may_follow(-1, (int) y) ? expf(t->chain->start[y]) : 0;
		for (uint32_t x = 0; x < t->labels; x++)
		{
			t->exp_step[x][y] = may_follow((int) x, (int) y) ? expf(t->chain->step[x][y]) : 0;
			t->exp_back[y][x] = t->exp_step[x][y];
		}
	}
}

static void
score_sequence(Trainer *t, const Sequence *s)
{
	for (uint32_t i = 0; i < s->length; i++)
	{
		Row			sum = {0};
		float		most;

		for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
		{
			const float *w = t->chain->weights + (size_t) s->features[k] * LANES;

			for (int y = 0; y < LANES; y++)
				sum[y] += w[y];
		}
		most = sum[0];
		for (uint32_t y = 1; y < t->labels; y++)
			most = sum[y] > most ? sum[y] : most;
		for (uint32_t y = 0; y < t->labels; y++)
			t->emit[i][y] = expf(sum[y] - most);
		/* a position without features is the cue: outside */
		if (s->offsets[i] == s->offsets[i + 1])
			for (uint32_t y = 1; y < t->labels; y++)
				t->emit[i][y] = 0;
	}
}

static void
scale_row(float *row)
{
	float		sum = 0;

	for (int y = 0; y < LANES; y++)
		sum += row[y];
	sum = sum > 0 ? 1 / sum : 0;
	for (int y = 0; y < LANES; y++)
		row[y] *= sum;
}

static void
multiply_steps(const float *from, Row *step, uint32_t labels, float *to)
{
	Row			sum = {0};

	for (uint32_t x = 0; x < labels; x++)
		for (int y = 0; y < LANES; y++)
			sum[y] += from[x] * step[x][y];
	memcpy(to, sum, sizeof(Row));
}

static void
run_sums(Trainer *t, uint32_t length)
{
	for (uint32_t i = 0; i < length; i++)
	{
		if (i == 0)
			memcpy(t->forward[0], t->exp_start, sizeof(Row));
		else
			multiply_steps(t->forward[i - 1], t->exp_step, t->labels, t->forward[i]);
		for (int y = 0; y < LANES; y++)
			t->forward[i][y] *= t->emit[i][y];
		scale_row(t->forward[i]);
	}
	for (int y = 0; y < LANES; y++)
		t->backward[length - 1][y] = 1;
	for (uint32_t i = length - 1; i > 0; i--)
	{
		Row			ahead;

		for (int y = 0; y < LANES; y++)
			ahead[y] = t->backward[i][y] * t->emit[i][y];
		multiply_steps(ahead, t->exp_back, t->labels, t->backward[i - 1]);
		scale_row(t->backward[i - 1]);
	}
}

/* Probability less data, for labels and for steps. */
static void
find_gradients(Trainer *t, const Sequence *s)
{
	memset(t->step_gradient, 0, sizeof(t->step_gradient));
	for (uint32_t i = 0; i < s->length; i++)
	{
		Row			pairs[LANES];
		float		sum = 0;

		for (int y = 0; y < LANES; y++)
			t->gradient[i][y] = t->forward[i][y] * t->backward[i][y];
		scale_row(t->gradient[i]);
		t->gradient[i][s->labels[i]] -= 1;
		if (i == 0)
			continue;
		for (uint32_t x = 0; x < t->labels; x++)
			for (int y = 0; y < LANES; y++)
			{
				pairs[x][y] = t->forward[i - 1][x] * t->exp_step[x][y] *
					t->emit[i][y] * t->backward[i][y];
				sum += pairs[x][y];
			}
		sum = sum > 0 ? 1 / sum : 0;
		for (uint32_t x = 0; x < t->labels; x++)
			for (int y = 0; y < LANES; y++)
				t->step_gradient[x][y] += pairs[x][y] * sum;
		t->step_gradient[s->labels[i - 1]][s->labels[i]] -= 1;
	}
}

static void
update_row(float *weights, float *squares, const float *gradient, float rate)
{
	for (int y = 0; y < LANES; y++)
	{
		squares[y] += gradient[y] * gradient[y];
		weights[y] -= rate * gradient[y] / sqrtf(squares[y]);
	}
}

static void
update(Trainer *t, const Sequence *s)
{
	for (uint32_t i = 0; i < s->length; i++)
	{
		float		most = 0;

		for (uint32_t y = 0; y < t->labels; y++)
			most = fmaxf(most, fabsf(t->gradient[i][y]));
		if (most < LEAST_GRADIENT)
			continue;
		for (uint32_t k = s->offsets[i]; k < s->offsets[i + 1]; k++)
		{
			size_t		at = (size_t) s->features[k] * LANES;

			update_row(t->chain->weights + at, t->squares + at, t->gradient[i], t->rate);
		}
	}
	update_row(t->chain->start, t->start_squares, t->gradient[0], t->rate);
	for (uint32_t x = 0; x < t->labels; x++)
		update_row(t->chain->step[x], t->step_squares[x], t->step_gradient[x], t->rate);
}

/* ------------------------------------------------------------------------
 * Training
 * ------------------------------------------------------------------------
 */
static uint64_t
next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *state >> 33;
}

/* The sequences that are trained on. */
static uint32_t
choose_sequences(const Sequences *sequences, const Settings *settings, const Sequence **chosen)
{
	uint32_t	count = 0;

	for (uint32_t k = 0; k < sequences->count; k++)
		if (sequences->items[k].fold != settings->left_out && sequences->items[k].length > 0)
			chosen[count++] = &sequences->items[k];
	return count;
}

static void
shuffle(const Sequence **items, uint32_t count, uint64_t *state)
{
	for (uint32_t i = count; i > 1; i--)
	{
		uint32_t	other = (uint32_t) (next_random(state) % i);
		const Sequence *item = items[i - 1];

		items[i - 1] = items[other];
		items[other] = item;
	}
}

static void
fill_ones(float *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		items[i] = 1;
}

static void
trainer_start(Trainer *t, Chain *chain, const Rows *rows, const Settings *settings)
{
	size_t		count = ((size_t) rows->count + 1) * LANES;

	memset(chain, 0, sizeof(*chain));
	memset(t, 0, sizeof(*t));
	chain->label_count = t->labels = settings->label_count;
	chain->weights = take_memory(count * sizeof(float));
	t->chain = chain;
	t->squares = take_memory(count * sizeof(float));
	fill_ones(t->squares, count);
	fill_ones(t->start_squares, LANES);
	fill_ones(t->step_squares[0], LANES * LANES);
	t->emit = take_memory(NX_MAX_WINDOW * sizeof(Row));
	t->forward = take_memory(NX_MAX_WINDOW * sizeof(Row));
	t->backward = take_memory(NX_MAX_WINDOW * sizeof(Row));
	t->gradient = take_memory(NX_MAX_WINDOW * sizeof(Row));
}

static void
trainer_end(Trainer *t)
{
	free(t->squares);
	free(t->emit);
	free(t->forward);
	free(t->backward);
	free(t->gradient);
}

typedef void (*Learn) (Trainer *t, const Sequence *s);

static void
learn_labels(Trainer *t, const Sequence *s)
{
	exponentiate_steps(t);
	score_sequence(t, s);
	run_sums(t, s->length);
	find_gradients(t, s);
	update(t, s);
}

static void
learn_target(Trainer *t, const Sequence *s, uint32_t lane)
{
	float		sum = 0;
	float		gradient;

	for (uint32_t k = 0; k < s->offsets[1]; k++)
		sum += t->chain->weights[(size_t) s->features[k] * LANES + lane];
	gradient = 1 / (1 + expf(-sum)) - s->targets[lane];
	for (uint32_t k = 0; k < s->offsets[1]; k++)
	{
		size_t		at = (size_t) s->features[k] * LANES + lane;

		t->squares[at] += gradient * gradient;
		t->chain->weights[at] -= t->rate * gradient / sqrtf(t->squares[at]);
	}
}

static void
learn_targets(Trainer *t, const Sequence *s)
{
	for (uint32_t lane = 0; lane < NX_KEEP_LANES; lane++)
		learn_target(t, s, lane);
}

static void
train(Chain *chain, const Sequences *sequences, const Rows *rows, const Settings *settings,
	  Learn learn)
{
	const Sequence **chosen = take_memory((sequences->count + 1) * sizeof(*chosen));
	uint32_t	count = choose_sequences(sequences, settings, chosen);
	uint64_t	state = settings->seed;
	Trainer    *t = take_memory(sizeof(Trainer));

	trainer_start(t, chain, rows, settings);
	for (uint32_t epoch = 0; epoch < settings->epochs; epoch++)
	{
		t->rate = settings->step *
			(1 - (1 - LAST_STEP) * (float) epoch / (float) settings->epochs);
		shuffle(chosen, count, &state);
		for (uint32_t k = 0; k < count; k++)
			learn(t, chosen[k]);
	}
	trainer_end(t);
	free(t);
	free(chosen);
}

void
chain_train(Chain *chain, const Sequences *sequences, const Rows *rows, const Settings *settings)
{
	train(chain, sequences, rows, settings, learn_labels);
}

void
logistic_train(Chain *chain, const Sequences *sequences, const Rows *rows,
			   const Settings *settings)
{
	train(chain, sequences, rows, settings, learn_targets);
}

void
chain_favour(Chain *chain, uint32_t label, float bonus)
{
	chain->start[label] += bonus;
	for (uint32_t x = 0; x < chain->label_count; x++)
		chain->step[x][label] += bonus;
}

void
chain_free(Chain *chain)
{
	free(chain->weights);
	chain->weights = NULL;
}

/* ------------------------------------------------------------------------
 * Integers
 * ------------------------------------------------------------------------
 */
static int16_t
to_integer(float value, float most)
{
	value = roundf(value * NX_CRF_NAT);
	return (int16_t) (value > most ? most : value < -most ? -most : value);
}

/* How far the labels of a row are apart. */
static float
row_weight(const float *weights, uint32_t labels)
{
	float		least = 0;
	float		most = 0;

	for (uint32_t y = 0; y < labels; y++)
	{
		least = fminf(least, weights[y]);
		most = fmaxf(most, weights[y]);
	}
	return most - least;
}

/* What a row of the table is filled from. */
typedef struct Filling
{
	const Chain *chain;
	int16_t		unit;
} Filling;

static void
fill_row(const void *state, uint32_t row, int8_t *lanes)
{
	const Filling *filling = state;
	const float *weights = filling->chain->weights + (size_t) row * LANES;

	for (uint32_t y = 0; y < filling->chain->label_count; y++)
		lanes[y] = (int8_t) to_integer(weights[y] / filling->unit, 127);
}

/* The least unit in which no weight is cut. */
static int16_t
least_unit(const Chain *chain, const Rows *rows)
{
	float		most = 0;

	for (size_t i = 0; i < (size_t) rows->count * LANES; i++)
		most = fmaxf(most, fabsf(chain->weights[i]));
	return (int16_t) (1 + most * NX_CRF_NAT / 127);
}

void
linear_build(const Chain *chain, const Rows *rows, uint8_t bucket_bits, NxLinear *linear)
{
	Filling		filling = {chain, least_unit(chain, rows)};
	TableRow   *wanted = take_memory(rows->count * sizeof(TableRow));

	for (uint32_t i = 0; i < rows->count; i++)
		wanted[i] = (TableRow) {rows->hashes[i], i,
								(int64_t) (WEIGHT_STEPS *
										   row_weight(chain->weights + (size_t) i * LANES,
													  chain->label_count)), 0};
	table_init(linear, bucket_bits, chain->label_count);
	linear->unit = filling.unit;
	table_build(linear, wanted, rows->count, fill_row, &filling);
	free(wanted);
}

void
chain_build(const Chain *chain, const Rows *rows, uint8_t bucket_bits, NxCrf *crf)
{
	linear_build(chain, rows, bucket_bits, &crf->linear);
	crf->label_count = chain->label_count;
	crf->limit = (int16_t) (-NX_CRF_FLOOR / crf->linear.unit);
	for (int y = 0; y < LANES; y++)
	{
		bool		is_label = (uint32_t) y < chain->label_count;

		crf->mask[y] = is_label ? -1 : 0;
		crf->start[y] = is_label && may_follow(-1, y) ?
			to_integer(chain->start[y], -NX_CRF_FLOOR) : NX_CRF_NEVER;
		for (int x = 0; x < LANES; x++)
			crf->step[x][y] = crf->back[y][x] =
				is_label && (uint32_t) x < chain->label_count && may_follow(x, y) ?
				to_integer(chain->step[x][y], -NX_CRF_FLOOR) : NX_CRF_NEVER;
	}
}
