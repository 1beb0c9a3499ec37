/*
 * nx_linear.c
 *		Scores of hashed features.
 *
 * Three walks over the features, so that the memory of one is on its way
 * while the next is asked for: keys are prefetched, rows are found and
 * prefetched, weights are added.
 */
#include <string.h>

#include "nx_linear.h"

#define LOW_BITS	UINT64_C(0x0001000100010001)
#define HIGH_BITS	(LOW_BITS << 15)

/*
 * Which of four keys equals key: the lowest of the set bits stands in its
 * lane, 0: none.  A lane of x is zero where the keys agree, and taking 1 from
 * it borrows into its top bit; lanes above it may be wrong, none below is.
 */
static inline uint64_t
match_keys(uint64_t keys, uint16_t key)
{
	uint64_t	x = keys ^ (LOW_BITS * key);

	return (x - LOW_BITS) & ~x & HIGH_BITS;
}

/*
 * Rows of the features that have one.  Whether a feature has a row, and which
 * of its bucket, no processor can foresee, so there is no branch on it: the
 * matches of both words are laid into one, a bit for each lane of the first
 * word and the bit above it for the second.
 */
static uint32_t
find_rows(const NxLinear *model, const NxFeatures *features, const int8_t **rows)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < features->count; i++)
		__builtin_prefetch(model->keys + 2 * nx_linear_bucket(model, features->hashes[i]));
	for (uint32_t i = 0; i < features->count; i++)
	{
		uint32_t	hash = features->hashes[i];
		uint32_t	bucket = nx_linear_bucket(model, hash);
		const uint64_t *keys = model->keys + 2 * bucket;
		uint64_t	match = match_keys(keys[0], nx_linear_key(hash)) >> 15 |
			match_keys(keys[1], nx_linear_key(hash)) >> 14;
		uint32_t	bit = (uint32_t) __builtin_ctzll(match | UINT64_C(1) << 63);
		uint32_t	way = bit / 16 + (bit & 1) * 4;
		const int8_t *row = model->weights +
			((size_t) bucket * NX_LINEAR_WAYS + way) * model->lane_count;

		rows[count] = row;
		count += match != 0;
		__builtin_prefetch(match != 0 ? row : model->weights);
	}
	return count;
}

/* A block of constant width, so that the compiler keeps it in vectors. */
static void
add_block(const int8_t **rows, uint32_t count, uint32_t lane, int16_t *scores)
{
	int16_t		sums[NX_LINEAR_BLOCK] = {0};

	for (uint32_t i = 0; i < count; i++)
	{
		const int8_t *row = rows[i] + lane;

		for (int k = 0; k < NX_LINEAR_BLOCK; k++)
			sums[k] = (int16_t) (sums[k] + row[k]);
	}
	memcpy(scores + lane, sums, sizeof(sums));
}

void
nx_linear_score(const NxLinear *model, const NxFeatures *features, int16_t *scores)
{
	const int8_t *rows[NX_MAX_FEATURES];
	uint32_t	count = find_rows(model, features, rows);

	for (uint32_t lane = 0; lane < model->lane_count; lane += NX_LINEAR_BLOCK)
		add_block(rows, count, lane, scores);
}
