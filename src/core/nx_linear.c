/*
 * nx_linear.c
 *		Scores of hashed features.
 *
 * Whether a feature has a row, and which of its bucket, no processor can
 * foresee, so nothing branches on it: a feature without a row adds the zeros
 * that stand before the first bucket.  Where the processor can compare all
 * keys of a bucket at once it does; elsewhere a loop finds the same row.
 *
 * A row is read as blocks of lanes whatever its length; what lies behind it in
 * the bucket is summed up too and means nothing.
 */
#include "nx_linear.h"

#ifndef __SSE2__
typedef int8_t Weights __attribute__((vector_size(NX_LANES)));
#endif


/*
 * Two bits for each of the last NX_LINEAR_WAYS numbers of two bytes in a
 * bucket, set for those that are the key; the last way_count of them are keys.
 */
NX_INLINE uint32_t
find_ways(const int8_t *bucket_end, uint16_t key)
{
#ifdef __SSE2__
	const __m128i *keys = (const __m128i *) (bucket_end - 2 * NX_LINEAR_WAYS);

	return (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi16(*keys, _mm_set1_epi16((int16_t) key)));
#else
	const uint8_t *keys = (const uint8_t *) bucket_end - 2 * NX_LINEAR_WAYS;
	uint32_t	ways = 0;

	for (uint32_t way = 0; way < NX_LINEAR_WAYS; way++)
		ways |= (uint32_t) ((keys[2 * way] | keys[2 * way + 1] << 8) == key) * 3u << 2 * way;
	return ways;
#endif
}

/* The row of a feature, or zeros. */
NX_INLINE const int8_t *
find_row(const NxLinear *model, uint32_t hash)
{
	const uint32_t unused = NX_LINEAR_WAYS - model->way_count;
	size_t		at = nx_linear_bucket_at(model, hash);
	uint32_t	ways = find_ways(model->zeros + at + NX_LINEAR_LINE, nx_linear_key(hash)) &
		(0xFFFFu << 2 * unused);
	uint32_t	way = (uint32_t) __builtin_ctz(ways | 1u << 2 * NX_LINEAR_WAYS) / 2;

	at += (size_t) way * model->lane_count - (size_t) unused * model->lane_count;
	return model->zeros + (at & -(size_t) (ways != 0));
}

/* A block of weights, as wide as the sums. */
NX_INLINE NxLanes
load_block(const int8_t *row)
{
#ifdef __SSE2__
	__m128i		block = _mm_loadl_epi64((const __m128i *) row);

	return (NxLanes) _mm_srai_epi16(_mm_unpacklo_epi8(block, block), 8);
#else
	Weights		block;

	memcpy(&block, row, sizeof(block));
	return __builtin_convertvector(block, NxLanes);
#endif
}

/*
 * The block count is a constant, and the sums are no array, so that they stay
 * in registers.
 */
NX_INLINE void
add_rows(const NxLinear *model, const NxFeatures *features, uint32_t block_count,
		 int16_t *scores)
{
	NxLanes		first = {0};
	NxLanes		second = {0};
	NxLanes		third = {0};
	NxLanes		fourth = {0};

	for (uint32_t i = 0; i < features->count; i++)
	{
		const int8_t *row = find_row(model, features->hashes[i]);

		first += load_block(row);
		if (block_count > 1)
			second += load_block(row + NX_LANES);
		if (block_count > 2)
		{
			third += load_block(row + 2 * NX_LANES);
			fourth += load_block(row + 3 * NX_LANES);
		}
	}
	memcpy(scores, &first, sizeof(NxLanes));
	if (block_count > 1)
		memcpy(scores + NX_LANES, &second, sizeof(NxLanes));
	if (block_count > 2)
	{
		memcpy(scores + 2 * NX_LANES, &third, sizeof(NxLanes));
		memcpy(scores + 3 * NX_LANES, &fourth, sizeof(NxLanes));
	}
}

void
nx_linear_prefetch(const NxLinear *model, const NxFeatures *features)
{
	const NxLinear shape = *model;

	for (uint32_t i = 0; i < features->count; i++)
		__builtin_prefetch(shape.zeros + nx_linear_bucket_at(&shape, features->hashes[i]));
}

void
nx_linear_score(const NxLinear *model, const NxFeatures *features, int16_t *scores)
{
	const NxLinear shape = *model;	/* stays in registers */

	if (shape.lane_count <= NX_LANES)
		add_rows(&shape, features, 1, scores);
	else if (shape.lane_count <= 2 * NX_LANES)
		add_rows(&shape, features, 2, scores);
	else
		add_rows(&shape, features, NX_LINEAR_BLOCKS, scores);
}
