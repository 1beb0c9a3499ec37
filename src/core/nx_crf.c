/*
 * nx_crf.c
 *		Best label sequences in integers.
 *
 * Two sweeps over a sequence: `before` holds for each position and label the
 * score of the best path from the start up to it, `after` the score of the
 * best path from behind it to the end.  Their sum is the score of the best
 * path through the label ("max-marginal"); the difference to the best path of
 * all says how sure the model is, at the price of a second sweep and without
 * exponentials.
 *
 * Each row is lowered by its maximum, so int16 suffices for any length:
 * lowering shifts all labels of a position alike and changes no difference.
 * No entry falls under NX_CRF_FLOOR; FLOOR + NEVER + FLOOR still fits.
 *
 * Example, labels O and B, steps 0, scores (O, B) = (0, 5), (3, 0):
 * before = (-5, 0), (0, -3); after = (0, 0) lowered from (3, 3), (0, 0).
 * Best path: B at 0, O at 1; margin of B at 0 is 5, of B at 1 is -3.
 */
#include <string.h>

#include "nx_crf.h"

static inline int16_t
larger(int16_t a, int16_t b)
{
	return a > b ? a : b;
}

void
nx_crf_score(const NxCrf *crf, NxLattice *lattice, uint32_t position,
			 const NxFeatures *features)
{
	int16_t    *row = lattice->scores[position];

	nx_linear_score(&crf->linear, features, row);
	for (int y = 0; y < NX_CRF_LANES; y++)
	{
		row[y] = larger(row[y], NX_CRF_FLOOR);
		row[y] = row[y] < -NX_CRF_FLOOR ? row[y] : -NX_CRF_FLOOR;
	}
}

void
nx_crf_force_outside(NxLattice *lattice, uint32_t position)
{
	lattice->scores[position][0] = 0;
	for (int y = 1; y < NX_CRF_LANES; y++)
		lattice->scores[position][y] = NX_CRF_FLOOR;
}

/* The largest entry, by halving, which the compiler keeps in vectors. */
static int16_t
row_most(const int16_t *row)
{
	int16_t		half[NX_CRF_LANES / 2];

	for (int y = 0; y < NX_CRF_LANES / 2; y++)
		half[y] = larger(row[y], row[y + NX_CRF_LANES / 2]);
	for (int y = 0; y < NX_CRF_LANES / 4; y++)
		half[y] = larger(half[y], half[y + NX_CRF_LANES / 4]);
	return larger(larger(half[0], half[1]), larger(half[2], half[3]));
}

/* Lower a row so that its largest entry is 0. */
static void
lower_row(int16_t *row)
{
	int16_t		most = row_most(row);

	for (int y = 0; y < NX_CRF_LANES; y++)
		row[y] = (int16_t) (larger(row[y], (int16_t) (most + NX_CRF_FLOOR)) - most);
}

/* next[y] = the best of from[x] + step[x][y]. */
static void
best_steps(const int16_t *from, const NxCrfRow *step, uint32_t label_count, int16_t *next)
{
	int16_t		best[NX_CRF_LANES];

	for (int y = 0; y < NX_CRF_LANES; y++)
		best[y] = 2 * NX_CRF_NEVER;
	for (uint32_t x = 0; x < label_count; x++)
		for (int y = 0; y < NX_CRF_LANES; y++)
			best[y] = larger(best[y], (int16_t) (from[x] + step[x][y]));
	memcpy(next, best, sizeof(best));
}

static void
add_row(int16_t *restrict row, const int16_t *restrict more)
{
	for (int y = 0; y < NX_CRF_LANES; y++)
		row[y] = (int16_t) (row[y] + more[y]);
}

void
nx_crf_run(const NxCrf *crf, NxLattice *lattice)
{
	uint32_t	n = lattice->length;
	NxCrfRow	ahead;

	if (n == 0)
		return;
	memcpy(lattice->before[0], crf->start, sizeof(NxCrfRow));
	add_row(lattice->before[0], lattice->scores[0]);
	lower_row(lattice->before[0]);
	for (uint32_t i = 1; i < n; i++)
	{
		best_steps(lattice->before[i - 1], crf->step, crf->label_count, lattice->before[i]);
		add_row(lattice->before[i], lattice->scores[i]);
		lower_row(lattice->before[i]);
	}
	memset(lattice->after[n - 1], 0, sizeof(NxCrfRow));
	for (uint32_t i = n - 1; i > 0; i--)
	{
		memcpy(ahead, lattice->after[i], sizeof(NxCrfRow));
		add_row(ahead, lattice->scores[i]);
		best_steps(ahead, crf->back, crf->label_count, lattice->after[i - 1]);
		lower_row(lattice->after[i - 1]);
	}
}

void
nx_crf_best(const NxCrf *crf, const NxLattice *lattice, uint8_t *labels)
{
	uint8_t		label = 0;

	if (lattice->length == 0)
		return;
	for (uint8_t y = 1; y < crf->label_count; y++)
		if (lattice->before[lattice->length - 1][y] > lattice->before[lattice->length - 1][label])
			label = y;
	for (uint32_t i = lattice->length; i-- > 0;)
	{
		const int16_t *before;
		uint8_t		best = 0;

		labels[i] = label;
		if (i == 0)
			break;
		before = lattice->before[i - 1];
		for (uint8_t x = 1; x < crf->label_count; x++)
			if (before[x] + crf->step[x][label] > before[best] + crf->step[best][label])
				best = x;
		label = best;
	}
}

uint8_t
nx_crf_next(const NxCrf *crf, const NxLattice *lattice, uint32_t position, uint8_t label)
{
	const int16_t *scores = lattice->scores[position + 1];
	const int16_t *after = lattice->after[position + 1];
	const int16_t *step = crf->step[label];
	uint8_t		best = 0;

	for (uint8_t y = 1; y < crf->label_count; y++)
		if (step[y] + scores[y] + after[y] > step[best] + scores[best] + after[best])
			best = y;
	return best;
}

int32_t
nx_crf_margin(const NxCrf *crf, const NxLattice *lattice, uint32_t position,
			  uint32_t first, uint32_t end)
{
	const int16_t *before = lattice->before[position];
	const int16_t *after = lattice->after[position];
	int32_t		with = 4 * NX_CRF_NEVER;
	int32_t		without = 4 * NX_CRF_NEVER;

	for (uint32_t y = 0; y < crf->label_count; y++)
	{
		int32_t		score = before[y] + after[y];

		if (y >= first && y < end)
			with = score > with ? score : with;
		else
			without = score > without ? score : without;
	}
	return with - without;
}

void
nx_crf_type_margins(const NxCrf *crf, const NxLattice *lattice, uint32_t position,
					int32_t *margins)
{
	const int16_t *before = lattice->before[position];
	const int16_t *after = lattice->after[position];
	uint32_t	types = nx_crf_type(crf->label_count - 1);
	int32_t		most = before[0] + after[0];
	int32_t		second = 4 * NX_CRF_NEVER;

	for (uint32_t t = 0; t < types; t++)
	{
		int32_t		best = 4 * NX_CRF_NEVER;

		for (uint32_t y = 3 * t + 1; y <= 3 * t + 3; y++)
			if (before[y] + after[y] > best)
				best = before[y] + after[y];
		margins[t] = best;
		second = best > most ? most : best > second ? best : second;
		most = best > most ? best : most;
	}
	for (uint32_t t = 0; t < types; t++)
		margins[t] -= margins[t] == most ? second : most;
}
