/*
 * weights.h
 *		Weights in training: a row of integers for each feature that was ever
 *		updated, their averages, and the pruned int8 table made of them.
 *
 * All arithmetic is on integers, so that training gives the same bytes on
 * every machine.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include <stdio.h>

#include "corpus.h"
#include "nx_linear.h"

typedef struct Weights
{
	uint32_t	lane_count;
	int64_t		clock;			/* examples seen */
	int64_t		total_clock;	/* of all rounds that were averaged */
	uint32_t	row_count;
	uint32_t	row_room;
	uint32_t	slot_mask;
	uint32_t   *slots;			/* open addressing: row + 1, or 0 */
	uint32_t   *hashes;			/* of each row */
	int32_t    *now;			/* of each row and lane */
	int64_t    *sum;			/* of delta * clock */
	int64_t    *total;			/* average of all rounds, times total_clock */
} Weights;

extern void weights_init(Weights *w, uint32_t lane_count);
/* The hashes of an example's features. */
typedef struct Hashes
{
	const uint32_t *items;
	uint32_t	count;
} Hashes;

extern void weights_score(const Weights *w, Hashes hashes, int32_t *scores);
/* Adds delta to one lane of all the features' rows. */
extern void weights_add(Weights *w, Hashes hashes, uint32_t lane, int32_t delta);
/* Ends a round of training: its average joins the total, weights become 0. */
extern void weights_finish_round(Weights *w);

/*
 * Makes a lane 0 in every row by taking its total from all lanes, and moves it
 * behind them; the lanes above it move down by one.
 */
extern void weights_fold(Weights *w, uint32_t lane);
/*
 * The totals of the table's lanes as int8, in a table that table_init() made.
 * The largest weight becomes 127 and none is clipped.  Returns the divisor
 * that made a weight of total / divisor, for what is to be on the same scale.
 */
extern int64_t weights_build(const Weights *w, NxLinear *linear);
/* value / divisor, rounded half away from zero. */
extern int64_t divide(int64_t value, int64_t divisor);

/* C source: "const TYPE NAME[] = {...};". */
extern void integers_write(FILE *file, const char *type, const char *name,
						   const int64_t *values, uint32_t count);

#endif							/* WEIGHTS_H */
