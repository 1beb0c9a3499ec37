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
 * Each row is shifted so that outside is 0, and kept within NX_CRF_FLOOR on
 * both sides, so int16 suffices for any length: shifting changes no difference,
 * and a label that is so much better or worse than outside decides all the
 * same.  Scores and steps keep within it too: then a path that is not allowed
 * (NEVER) is worse than each that is, and every sum fits.
 *
 * Example, labels O and B, steps 0, scores (O, B) = (0, 5), (3, 0):
 * before = (0, 5), (0, -3); after = (0, 0) shifted from (3, 3), (0, 0).
 * Best path: B at 0, O at 1; margin of B at 0 is 5, of B at 1 is -3.
 */
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "nx_crf.h"

typedef int16_t Row __attribute__((vector_size(sizeof(NxCrfRow))));

#define INLINE	static inline __attribute__((always_inline))

INLINE Row
load_row(const int16_t *from)
{
	Row			row;

	memcpy(&row, from, sizeof(row));
	return row;
}

INLINE void
store_row(int16_t *to, Row row)
{
	memcpy(to, &row, sizeof(row));
}

/* Lane by lane. */
INLINE Row
larger(Row a, Row b)
{
#ifdef __SSE2__
	return (Row) _mm_max_epi16((__m128i) a, (__m128i) b);
#else
	return (a & (a > b)) | (b & ~(a > b));
#endif
}

INLINE Row
smaller(Row a, Row b)
{
#ifdef __SSE2__
	return (Row) _mm_min_epi16((__m128i) a, (__m128i) b);
#else
	return (a & (a < b)) | (b & ~(a < b));
#endif
}

/* One value in all lanes. */
INLINE Row
all_lanes(int16_t value)
{
	return value - (Row) {0};
}

static void
score_position(const NxCrf *crf, NxLattice *lattice, uint32_t position,
			   const NxFeatures *features)
{
	const Row	limit = all_lanes(crf->limit);
	NxCrfRow	sums;

	nx_linear_score(&crf->linear, features, sums);
	store_row(lattice->scores[position],
			  larger(smaller(load_row(sums), limit), -limit) * crf->linear.unit &
			  load_row(crf->mask));
}

void
nx_crf_take(void *state, uint32_t position, const NxFeatures *features)
{
	NxCrfScorer *scorer = state;

	nx_linear_prefetch(&scorer->crf->linear, features);
	nx_crf_finish(scorer);
	scorer->waiting = features;
	scorer->position = position;
}

void
nx_crf_finish(NxCrfScorer *scorer)
{
	if (scorer->waiting != NULL)
		score_position(scorer->crf, scorer->lattice, scorer->position, scorer->waiting);
	scorer->waiting = NULL;
}

void
nx_crf_force_outside(NxLattice *lattice, uint32_t position)
{
	lattice->scores[position][0] = 0;
	for (int y = 1; y < NX_CRF_LANES; y++)
		lattice->scores[position][y] = NX_CRF_FLOOR;
}

/* Shifted so that outside is 0; no entry leaves the bounds. */
INLINE Row
level(Row row)
{
	const int16_t outside = row[0];
	const Row	most = all_lanes((int16_t) (outside - NX_CRF_FLOOR));
	const Row	least = all_lanes((int16_t) (outside + NX_CRF_FLOOR));

	return larger(smaller(row, most), least) - outside;
}

/* The best of from[x] + step[x], over x. */
INLINE Row
best_steps(const int16_t *from, const NxCrfRow *step, uint32_t label_count)
{
	Row			best = all_lanes(2 * NX_CRF_NEVER);

	for (uint32_t x = 0; x < label_count; x++)
		best = larger(best, load_row(step[x]) + from[x]);
	return best;
}

/* From before[i - 1] to before[i]. */
INLINE void
sweep_on(const NxCrf *crf, NxLattice *lattice, uint32_t i)
{
	Row			best = best_steps(lattice->before[i - 1], crf->step, crf->label_count);

	store_row(lattice->before[i], level(best + load_row(lattice->scores[i])));
}

/* From after[i] to after[i - 1]. */
INLINE void
sweep_back(const NxCrf *crf, NxLattice *lattice, uint32_t i)
{
	NxCrfRow	ahead;

	store_row(ahead, load_row(lattice->after[i]) + load_row(lattice->scores[i]));
	store_row(lattice->after[i - 1],
			  level(best_steps(ahead, crf->back, crf->label_count)));
}

/* The sweeps go hand in hand: neither waits for the other's sums. */
void
nx_crf_run(const NxCrf *crf, NxLattice *lattice)
{
	uint32_t	n = lattice->length;

	if (n == 0)
		return;
	store_row(lattice->before[0], level(load_row(crf->start) + load_row(lattice->scores[0])));
	memset(lattice->after[n - 1], 0, sizeof(NxCrfRow));
	for (uint32_t i = 1; i < n; i++)
	{
		sweep_on(crf, lattice, i);
		sweep_back(crf, lattice, n - i);
	}
}

static inline int16_t
most_of(int16_t a, int16_t b)
{
	return a > b ? a : b;
}

/* The lowest label with the largest of the summed rows. */
static uint8_t
best_label(const int16_t *left, const int16_t *right)
{
	NxCrfRow	sums;
	int16_t		half[NX_CRF_LANES / 2];
	int16_t		most;
	uint8_t		label = 0;

	store_row(sums, load_row(left) + load_row(right));
	for (int y = 0; y < NX_CRF_LANES / 2; y++)
		half[y] = most_of(sums[y], sums[y + NX_CRF_LANES / 2]);
	most = most_of(most_of(half[0], half[1]), most_of(half[2], half[3]));
	while (sums[label] != most)
		label++;
	return label;
}

void
nx_crf_best(const NxCrf *crf, const NxLattice *lattice, uint8_t *labels)
{
	static const NxCrfRow nothing = {0};
	const int16_t *step = nothing;

	for (uint32_t i = lattice->length; i-- > 0;)
	{
		labels[i] = best_label(lattice->before[i], step);
		step = crf->back[labels[i]];
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
