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
 * bucket, set for those that are the hash's key; the last ones of them are keys.
 */
NX_INLINE uint32_t
find_ways(const int8_t *bucket_end, uint32_t hash)
{
#ifdef __SSE2__
	const __m128i *keys = (const __m128i *) (bucket_end - 2 * NX_LINEAR_WAYS);
	__m128i		key = _mm_shufflelo_epi16(_mm_cvtsi32_si128((int) hash), 0x55);

	return (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi16(*keys, _mm_unpacklo_epi64(key, key)));
#else
	const uint8_t *keys = (const uint8_t *) bucket_end - 2 * NX_LINEAR_WAYS;
	uint32_t	ways = 0;

	for (uint32_t way = 0; way < NX_LINEAR_WAYS; way++)
		ways |= (uint32_t) ((keys[2 * way] | keys[2 * way + 1] << 8) == nx_linear_key(hash)) *
			3u << 2 * way;
	return ways;
#endif
}

/* The row of a feature, or zeros. */
NX_INLINE const int8_t *
find_row(const NxLinear *model, uint32_t hash, uint32_t lane_count)
{
	const uint32_t unused = NX_LINEAR_WAYS - nx_linear_ways(lane_count);
	size_t		at = nx_linear_bucket_at(model, hash);
	uint32_t	ways = find_ways(model->zeros + at + NX_LINEAR_LINE, hash) &
		(0xFFFFu << 2 * unused);
	uint32_t	way = (uint32_t) __builtin_ctz(ways | 1u << 2 * NX_LINEAR_WAYS) / 2;

	at += (size_t) way * lane_count - (size_t) unused * lane_count;
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
 * The lane count is a constant, and the sums are no array, so that they stay
 * in registers.
 */
NX_INLINE void
add_rows(const NxLinear *model, const NxFeatures *features, uint32_t lane_count,
		 int16_t *scores)
{
	NxLanes		first = {0};
	NxLanes		second = {0};
	NxLanes		third = {0};
	NxLanes		fourth = {0};

	NX_UNROLL(2)
	for (uint32_t i = 0; i < features->count; i++)
	{
		const int8_t *row = find_row(model, features->hashes[i], lane_count);

		first += load_block(row);
		if (lane_count > NX_LANES)
			second += load_block(row + NX_LANES);
		if (lane_count > 2 * NX_LANES)
		{
			third += load_block(row + 2 * NX_LANES);
			fourth += load_block(row + 3 * NX_LANES);
		}
	}
	memcpy(scores, &first, sizeof(NxLanes));
	if (lane_count > NX_LANES)
		memcpy(scores + NX_LANES, &second, sizeof(NxLanes));
	if (lane_count > 2 * NX_LANES)
	{
		memcpy(scores + 2 * NX_LANES, &third, sizeof(NxLanes));
		memcpy(scores + 3 * NX_LANES, &fourth, sizeof(NxLanes));
	}
}

void
nx_linear_prefetch(const NxLinear *model, const NxFeatures *features)
{
	const NxLinear shape = *model;	/* stays in registers */

	NX_UNROLL(4)
	for (uint32_t i = 0; i < features->count; i++)
		__builtin_prefetch(shape.zeros + nx_linear_bucket_at(&shape, features->hashes[i]));
}

/* The lane counts of the models have code of their own. */
void
nx_linear_score(const NxLinear *model, const NxFeatures *features, int16_t *scores)
{
	const NxLinear shape = *model;

	switch (shape.lane_count)
	{
		case 4:
			add_rows(&shape, features, 4, scores);
			break;
		case 7:
			add_rows(&shape, features, 7, scores);
			break;
		case 16:
			add_rows(&shape, features, 16, scores);
			break;
		case 30:
			add_rows(&shape, features, 30, scores);
			break;
		default:
			add_rows(&shape, features, shape.lane_count, scores);
			break;
	}
}
