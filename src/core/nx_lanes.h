/*
 * nx_lanes.h
 *		Eight 16-bit numbers at a time: what the linear models and the chains
 *		of labels are computed with.
 *
 * Vectors of the compiler, so the same code runs on every processor; only what
 * it cannot say in one instruction is said for SSE2.
 */
#ifndef NX_LANES_H
#define NX_LANES_H

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define NX_LANES	8

/*
 * gcc warns that vectors are passed otherwise where there is no SSE; what takes
 * or returns one is inlined, so none is passed.
 */
#pragma GCC diagnostic ignored "-Wpsabi"

typedef int16_t NxLanes __attribute__((vector_size(2 * NX_LANES)));

#define NX_INLINE	static inline __attribute__((always_inline))

NX_INLINE NxLanes
nx_lanes_load(const int16_t *from)
{
	NxLanes		lanes;

	memcpy(&lanes, from, sizeof(lanes));
	return lanes;
}

NX_INLINE void
nx_lanes_store(int16_t *to, NxLanes lanes)
{
	memcpy(to, &lanes, sizeof(lanes));
}

/* One value in all lanes. */
NX_INLINE NxLanes
nx_lanes_all(int16_t value)
{
	return value - (NxLanes) {0};
}

/* Lane by lane. */
NX_INLINE NxLanes
nx_lanes_larger(NxLanes a, NxLanes b)
{
#ifdef __SSE2__
	return (NxLanes) _mm_max_epi16((__m128i) a, (__m128i) b);
#else
	return (a & (a > b)) | (b & ~(a > b));
#endif
}

NX_INLINE NxLanes
nx_lanes_smaller(NxLanes a, NxLanes b)
{
#ifdef __SSE2__
	return (NxLanes) _mm_min_epi16((__m128i) a, (__m128i) b);
#else
	return (a & (a < b)) | (b & ~(a < b));
#endif
}

/* Index of the first of the largest of count scores, a multiple of NX_LANES. */
NX_INLINE uint32_t
nx_lanes_best(const int16_t *scores, uint32_t count)
{
	NxLanes		lanes = nx_lanes_load(scores);
	int16_t		most;
	uint32_t	best = 0;

	for (uint32_t i = NX_LANES; i < count; i += NX_LANES)
		lanes = nx_lanes_larger(lanes, nx_lanes_load(scores + i));
	most = lanes[0];
	for (int i = 1; i < NX_LANES; i++)
		most = lanes[i] > most ? lanes[i] : most;
	while (scores[best] != most)
		best++;
	return best;
}

#endif							/* NX_LANES_H */
