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
#include "nx_crf.h"

static void
score_position(const NxCrf *crf, NxLattice *lattice, uint32_t position,
			   const NxFeatures *features)
{
	const NxLanes limit = nx_lanes_all(crf->limit);
	NxCrfRow	sums;
	NxLanes		scores;

	nx_linear_score(&crf->linear, features, sums);
	scores = nx_lanes_larger(nx_lanes_smaller(nx_lanes_load(sums), limit), -limit);
	scores = scores * crf->linear.unit & nx_lanes_load(crf->mask);
	nx_lanes_store(lattice->scores[position], scores);
}

static void
score_next(NxCrfScorer *scorer)
{
	uint32_t	room = scorer->scored++ % NX_LINEAR_ROOMS;

	score_position(scorer->crf, scorer->lattice, scorer->waiting[room].position,
				   scorer->waiting[room].features);
}

void
nx_crf_take(void *state, uint32_t position, const NxFeatures *features)
{
	NxCrfScorer *scorer = state;
	uint32_t	room = scorer->count++ % NX_LINEAR_ROOMS;

	nx_linear_prefetch(&scorer->crf->linear, features);
	scorer->waiting[room].position = position;
	scorer->waiting[room].features = features;
	if (scorer->count - scorer->scored > NX_LINEAR_AHEAD)
		score_next(scorer);
}

void
nx_crf_finish(NxCrfScorer *scorer)
{
	while (scorer->scored < scorer->count)
		score_next(scorer);
}

void
nx_crf_force_outside(NxLattice *lattice, uint32_t position)
{
	lattice->scores[position][0] = 0;
	for (int y = 1; y < NX_CRF_LANES; y++)
		lattice->scores[position][y] = NX_CRF_FLOOR;
}

/* Shifted so that outside is 0; no entry leaves the bounds. */
NX_INLINE NxLanes
level(NxLanes row)
{
	const NxLanes most = nx_lanes_all(-NX_CRF_FLOOR);

	return nx_lanes_larger(nx_lanes_smaller(row - nx_lanes_spread(row, 0), most), -most);
}

/*
 * The best of from[x] + step[x], over x.  Written out, for a lane is spread by
 * its constant number; the label count is one, too, see nx_crf_run().
 */
NX_INLINE NxLanes
best_steps(NxLanes from, const NxCrfRow *step, uint32_t label_count)
{
	NxLanes		best = nx_lanes_all(2 * NX_CRF_NEVER);

#define STEP_FROM(x) \
	if ((x) < label_count) \
		best = nx_lanes_larger(best, nx_lanes_load(step[x]) + nx_lanes_spread(from, x))
	STEP_FROM(0);
	STEP_FROM(1);
	STEP_FROM(2);
	STEP_FROM(3);
	STEP_FROM(4);
	STEP_FROM(5);
	STEP_FROM(6);
	STEP_FROM(7);
#undef STEP_FROM
	return best;
}

/* The sweeps go hand in hand: neither waits for the other's sums. */
NX_INLINE void
sweep(const NxCrf *crf, NxLattice *lattice, uint32_t label_count)
{
	uint32_t	last = lattice->length - 1;
	NxLanes		before = level(nx_lanes_load(crf->start) + nx_lanes_load(lattice->scores[0]));
	NxLanes		after = {0};

	nx_lanes_store(lattice->before[0], before);
	nx_lanes_store(lattice->after[last], after);
	for (uint32_t i = 1; i <= last; i++)
	{
		before = best_steps(before, crf->step, label_count);
		before = level(before + nx_lanes_load(lattice->scores[i]));
		nx_lanes_store(lattice->before[i], before);
		after += nx_lanes_load(lattice->scores[last + 1 - i]);
		after = level(best_steps(after, crf->back, label_count));
		nx_lanes_store(lattice->after[last - i], after);
	}
}

void
nx_crf_run(const NxCrf *crf, NxLattice *lattice)
{
	if (lattice->length == 0)
		return;
	if (crf->label_count == 1 + 3)
		sweep(crf, lattice, 1 + 3);
	else if (crf->label_count == 1 + 3 * 2)
		sweep(crf, lattice, 1 + 3 * 2);
	else
		sweep(crf, lattice, crf->label_count);
}

/* The lowest label with the largest of the summed rows. */
static uint8_t
best_label(const int16_t *left, const int16_t *right)
{
	NxLanes		sums = nx_lanes_load(left) + nx_lanes_load(right);

	return (uint8_t) nx_lanes_find(sums, nx_lanes_most(sums));
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
