/*
 * weights.c
 *		Rows of integer weights by the hash of their feature.
 *
 * A row comes into being with the first update of its feature; a feature
 * without a row weighs nothing.  The average over all examples is had without
 * adding up the weights after each: an update of delta at time t counts for
 * the rest of the round, so that
 *		average * clock = now * clock - sum of (delta * t).
 * Rounds (other shuffles of the same examples) are averaged into one model.
 */
#include <stdlib.h>

#include "table.h"
#include "weights.h"

#define FIRST_SLOTS	(1u << 20)

void
weights_init(Weights *w, uint32_t lane_count)
{
	memset(w, 0, sizeof(*w));
	w->lane_count = lane_count;
	w->slot_mask = FIRST_SLOTS - 1;
	w->slots = take_memory(FIRST_SLOTS * sizeof(uint32_t));
}

/* The slot that holds the hash, or the free one where it would stand. */
static uint32_t
find_slot(const Weights *w, uint32_t hash)
{
	uint32_t	slot = hash & w->slot_mask;

	while (w->slots[slot] != 0 && w->hashes[w->slots[slot] - 1] != hash)
		slot = (slot + 1) & w->slot_mask;
	return slot;
}

static void
grow_slots(Weights *w)
{
	free(w->slots);
	w->slot_mask = w->slot_mask * 2 + 1;
	w->slots = take_memory(((size_t) w->slot_mask + 1) * sizeof(uint32_t));
	for (uint32_t row = 0; row < w->row_count; row++)
		w->slots[find_slot(w, w->hashes[row])] = row + 1;
}

static void
grow_rows(Weights *w)
{
	uint32_t	old = w->row_room * w->lane_count;
	size_t		room;

	w->row_room = w->row_room * 2 + 65536;
	room = (size_t) w->row_room * w->lane_count;
	w->hashes = grow_memory(w->hashes, w->row_room * sizeof(uint32_t));
	w->now = grow_memory(w->now, room * sizeof(int32_t));
	w->sum = grow_memory(w->sum, room * sizeof(int64_t));
	w->total = grow_memory(w->total, room * sizeof(int64_t));
	memset(w->now + old, 0, (room - old) * sizeof(int32_t));
	memset(w->sum + old, 0, (room - old) * sizeof(int64_t));
	memset(w->total + old, 0, (room - old) * sizeof(int64_t));
}

/* Row of a hash, made when there is none. */
static uint32_t
row_of(Weights *w, uint32_t hash)
{
	uint32_t	slot = find_slot(w, hash);

	if (w->slots[slot] != 0)
		return w->slots[slot] - 1;
	if (w->row_count * 2 > w->slot_mask)
	{
		grow_slots(w);
		slot = find_slot(w, hash);
	}
	if (w->row_count == w->row_room)
		grow_rows(w);
	w->hashes[w->row_count] = hash;
	w->slots[slot] = ++w->row_count;
	return w->row_count - 1;
}

void
weights_score(const Weights *w, Hashes hashes, int32_t *scores)
{
	memset(scores, 0, w->lane_count * sizeof(int32_t));
	for (uint32_t i = 0; i < hashes.count; i++)
		__builtin_prefetch(w->slots + (hashes.items[i] & w->slot_mask));
	for (uint32_t i = 0; i < hashes.count; i++)
	{
		uint32_t	row = w->slots[find_slot(w, hashes.items[i])];
		const int32_t *weights;

		if (row == 0)
			continue;
		weights = w->now + (size_t) (row - 1) * w->lane_count;
		for (uint32_t lane = 0; lane < w->lane_count; lane++)
			scores[lane] += weights[lane];
	}
}

void
weights_add(Weights *w, Hashes hashes, uint32_t lane, int32_t delta)
{
	for (uint32_t i = 0; i < hashes.count; i++)
	{
		size_t		at = (size_t) row_of(w, hashes.items[i]) * w->lane_count + lane;

		w->now[at] += delta;
		w->sum[at] += delta * w->clock;
	}
}

void
weights_finish_round(Weights *w)
{
	size_t		count = (size_t) w->row_count * w->lane_count;

	for (size_t i = 0; i < count; i++)
		w->total[i] += w->now[i] * w->clock - w->sum[i];
	memset(w->now, 0, count * sizeof(int32_t));
	memset(w->sum, 0, count * sizeof(int64_t));
	w->total_clock += w->clock;
	w->clock = 0;
}

/* --- the table of the product --- */

static int64_t
largest_weight(const int64_t *weights, uint32_t count)
{
	int64_t		largest = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		int64_t		size = weights[i] < 0 ? -weights[i] : weights[i];

		if (size > largest)
			largest = size;
	}
	return largest;
}

int64_t
divide(int64_t value, int64_t divisor)
{
	return (value + (value < 0 ? -divisor : divisor) / 2) / divisor;
}

void
weights_fold(Weights *w, uint32_t lane)
{
	for (uint32_t row = 0; row < w->row_count; row++)
	{
		int64_t    *total = w->total + (size_t) row * w->lane_count;
		int64_t		folded = total[lane];

		memmove(total + lane, total + lane + 1,
				(w->lane_count - lane - 1) * sizeof(int64_t));
		total[w->lane_count - 1] = folded;
		for (uint32_t i = 0; i < w->lane_count; i++)
			total[i] -= folded;
	}
}

/* What a row of the table is filled from. */
typedef struct Totals
{
	const Weights *weights;
	int64_t		divisor;
	uint32_t	lane_count;		/* of the table */
} Totals;

static void
fill_row(const void *state, uint32_t row, int8_t *lanes)
{
	const Totals *totals = state;
	const int64_t *total = totals->weights->total + (size_t) row * totals->weights->lane_count;

	for (uint32_t lane = 0; lane < totals->lane_count; lane++)
		lanes[lane] = (int8_t) divide(total[lane], totals->divisor);
}

int64_t
weights_build(const Weights *w, NxLinear *linear)
{
	Totals		totals = {w, 0, linear->lane_count};
	TableRow   *rows = take_memory(w->row_count * sizeof(TableRow));

	totals.divisor = largest_weight(w->total, w->row_count * w->lane_count) / 127 + 1;
	for (uint32_t i = 0; i < w->row_count; i++)
		rows[i] = (TableRow) {w->hashes[i], i,
							  largest_weight(w->total + (size_t) i * w->lane_count,
											 w->lane_count), 0};
	table_build(linear, rows, w->row_count, fill_row, &totals);
	free(rows);
	return totals.divisor;
}

/* --- C source --- */

#define NUMBERS_A_LINE	32

void
integers_write(FILE *file, const char *type, const char *name,
			   const int64_t *values, uint32_t count)
{
	fprintf(file, "const %s %s[%u] = {", type, name, count);
	for (uint32_t i = 0; i < count; i++)
		fprintf(file, "%s%lld", i % NUMBERS_A_LINE ? "," : i ? ",\n" : "\n",
				(long long) values[i]);
	fputs("\n};\n\n", file);
}
