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
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "nx_linear.h"

#ifndef __SSE2__
typedef int8_t Weights __attribute__((vector_size(NX_LINEAR_BLOCK)));
#endif
typedef int16_t Sums __attribute__((vector_size(2 * NX_LINEAR_BLOCK)));

#define MOST_BLOCKS		4		/* of a row */
#define INLINE			static inline __attribute__((always_inline))

/* Which ways of a bucket have this key, two bits each; 0: none. */
INLINE uint32_t
find_ways(const NxLinear *model, const int8_t *bucket, uint16_t key)
{
	const int8_t *bucket_end = bucket + model->bucket_lines * NX_LINEAR_LINE;
#ifdef __SSE2__
	const __m128i *keys = (const __m128i *) (bucket_end - 2 * NX_LINEAR_WAYS);
	__m128i		same = _mm_cmpeq_epi16(_mm_loadu_si128(keys), _mm_set1_epi16((int16_t) key));

	return (uint32_t) _mm_movemask_epi8(same) >> 2 * (NX_LINEAR_WAYS - model->way_count);
#else
	const uint8_t *keys = (const uint8_t *) bucket_end - 2 * model->way_count;
	uint32_t	ways = 0;

	for (uint32_t way = 0; way < model->way_count; way++)
		ways |= (uint32_t) ((keys[2 * way] | keys[2 * way + 1] << 8) == key) * 3u << 2 * way;
	return ways;
#endif
}

/* The row of a feature, or zeros. */
INLINE const int8_t *
find_row(const NxLinear *model, uint32_t hash)
{
	size_t		at = nx_linear_bucket_at(model, hash);
	uint32_t	ways = find_ways(model, model->zeros + at, nx_linear_key(hash));
	uint32_t	way = (uint32_t) __builtin_ctz(ways | 1u << 2 * NX_LINEAR_WAYS) / 2;

	return model->zeros + ((at + way * model->lane_count) & -(size_t) (ways != 0));
}

/* A block of weights, as wide as the sums. */
INLINE Sums
load_block(const int8_t *row)
{
#ifdef __SSE2__
	__m128i		block = _mm_loadl_epi64((const __m128i *) row);

	return (Sums) _mm_srai_epi16(_mm_unpacklo_epi8(block, block), 8);
#else
	Weights		block;

	memcpy(&block, row, sizeof(block));
	return __builtin_convertvector(block, Sums);
#endif
}

/* The block count is a constant, so that the sums stay in registers. */
INLINE void
add_rows(const NxLinear *model, const NxFeatures *features, uint32_t block_count,
		 int16_t *scores)
{
	Sums		sums[MOST_BLOCKS] = {{0}};

	for (uint32_t i = 0; i < features->count; i++)
	{
		const int8_t *row = find_row(model, features->hashes[i]);

		for (uint32_t k = 0; k < block_count; k++)
			sums[k] += load_block(row + k * NX_LINEAR_BLOCK);
	}
	memcpy(scores, sums, block_count * sizeof(Sums));
}

void
nx_linear_prefetch(const NxLinear *model, const NxFeatures *features)
{
	const int8_t *last_line = model->zeros + (model->bucket_lines - 1) * NX_LINEAR_LINE;

	for (uint32_t i = 0; i < features->count; i++)
		__builtin_prefetch(model->zeros + nx_linear_bucket_at(model, features->hashes[i]));
	if (model->bucket_lines > 1)
		for (uint32_t i = 0; i < features->count; i++)
			__builtin_prefetch(last_line + nx_linear_bucket_at(model, features->hashes[i]));
}

void
nx_linear_score(const NxLinear *model, const NxFeatures *features, int16_t *scores)
{
	const NxLinear shape = *model;	/* stays in registers */

	if (shape.lane_count <= NX_LINEAR_BLOCK)
		add_rows(&shape, features, 1, scores);
	else if (shape.lane_count <= 2 * NX_LINEAR_BLOCK)
		add_rows(&shape, features, 2, scores);
	else
		add_rows(&shape, features, MOST_BLOCKS, scores);
}
