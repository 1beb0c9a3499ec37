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

/* Before a loop: so many rounds in one. */
#if defined(__clang__)
#define NX_UNROLL(n)	NX_PRAGMA(clang loop unroll_count(n))
#else
#define NX_UNROLL(n)	NX_PRAGMA(GCC unroll n)
#endif
#define NX_PRAGMA(words)	_Pragma(#words)

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

/* The value of a lane, a constant, in all lanes. */
#ifdef __SSE2__
#define nx_lanes_spread(lanes, lane) \
	((NxLanes) _mm_shuffle_epi32((lane) < 4 ? \
		_mm_shufflelo_epi16((__m128i) (lanes), (lane) % 4 * 0x55) : \
		_mm_shufflehi_epi16((__m128i) (lanes), (lane) % 4 * 0x55), \
		(lane) < 4 ? 0x00 : 0xAA))
#else
#define nx_lanes_spread(lanes, lane) nx_lanes_all((lanes)[lane])
#endif

/* The largest of the lanes. */
NX_INLINE int16_t
nx_lanes_most(NxLanes lanes)
{
#ifdef __SSE2__
	__m128i		most = (__m128i) lanes;

	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0x4E));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0xB1));
	most = _mm_max_epi16(most, _mm_shufflelo_epi16(most, 0xB1));
	return (int16_t) _mm_extract_epi16(most, 0);
#else
	int16_t		most = lanes[0];

	for (int i = 1; i < NX_LANES; i++)
		most = lanes[i] > most ? lanes[i] : most;
	return most;
#endif
}

/* The first lane that has a value, or NX_LANES. */
NX_INLINE uint32_t
nx_lanes_find(NxLanes lanes, int16_t value)
{
#ifdef __SSE2__
	uint32_t	found = (uint32_t) _mm_movemask_epi8((__m128i) (lanes == nx_lanes_all(value)));

	return (uint32_t) __builtin_ctz(found | 1u << 2 * NX_LANES) / 2;
#else
	uint32_t	lane = 0;

	while (lane < NX_LANES && lanes[lane] != value)
		lane++;
	return lane;
#endif
}

#endif							/* NX_LANES_H */
