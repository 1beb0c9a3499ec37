/*
 * nx_linear.h
 *		Linear models over hashed features: the arithmetic that the taggers
 *		and the attribution models share.
 *
 * A feature is a 32-bit hash of its template and its values.  A stage fills
 * an NxFeatures, and that is all that training and tagging have in common:
 * the trainer keeps its own wide table of integer weights by the same hashes,
 * prunes it, scales it to int8 and writes it out as an NxLinear.
 *
 * A model is an array of buckets of rows, each bucket as long as one line of
 * the processor's cache, so that a feature costs one look at memory, and that
 * look can be asked for ahead:
 *
 *		row 0 | row 1 | ... | unused | key 0 | key 1 | ...
 *
 * A feature belongs to the bucket that the low bits of its hash name, and to
 * the row there whose key is the high 16 bits of its hash, when there is one:
 * each bucket holds the heaviest rows of its features, the others weigh
 * nothing.  Keys are two bytes, the lower one first, and end with the bucket.
 * A wrong match (equal keys of different features) happens about once in 8000
 * features.
 *
 * Scores are sums of at most NX_MAX_FEATURES int8 weights: int16 never
 * overflows, the sum is the same in every order and on every machine.
 */
#ifndef NX_LINEAR_H
#define NX_LINEAR_H

#include <stddef.h>

#include "nx_lanes.h"

#define NX_LINEAR_LINE	64		/* bytes; a bucket is one or two of it */
#define NX_LINEAR_WAYS	8		/* rows of a bucket at most */
#define NX_LINEAR_LANES	30		/* of a row at most: two of these with their keys
								 * fill a line */
#define NX_LINEAR_BLOCKS 4		/* of NX_LANES, in which a row is added up, at most */
#define NX_MAX_FEATURES	128		/* of one token */

typedef struct NxLinear
{
	const int8_t *zeros;		/* a line of zeros, then the buckets; aligned to
								 * NX_LINEAR_LINE */
	uint8_t		bucket_bits;	/* of a hash, that name its bucket; at most 16 */
	uint8_t		lane_count;		/* weights of a row, one a label */
	int16_t		unit;			/* what a weight of 1 counts, in the scale of the
								 * model's reader, who multiplies by it */
} NxLinear;

typedef struct NxFeatures
{
	uint32_t	count;
	uint32_t	hashes[NX_MAX_FEATURES];
} NxFeatures;

/*
 * Hashes are multilinear: the upper half of a sum of products with 64-bit
 * constants, which is as good as random ones over any set of values and costs
 * a multiplication each (Lemire and Kaser, "Strongly universal string hashing
 * is fast", Computer Journal 57, 2014).
 */
#define NX_HASH_KIND	UINT64_C(0x9E3779B97F4A7C15)
#define NX_HASH_A		UINT64_C(0xD6E8FEB86659FD93)
#define NX_HASH_B		UINT64_C(0xC2B2AE3D27D4EB4F)
#define NX_HASH_C		UINT64_C(0xA0761D6478BD642F)
#define NX_HASH_LEFT	UINT64_C(0xE7037ED1A0B428DB)
#define NX_HASH_RIGHT	UINT64_C(0x8EBC6AF09C88C6E3)

/* One value made of two, in this order. */
static inline uint32_t
nx_feature_mix(uint32_t left, uint32_t right)
{
	return (uint32_t) ((left * NX_HASH_LEFT + right * NX_HASH_RIGHT) >> 32);
}

/*
 * A feature of a template (a small number) with its values, written at a place
 * that has room; returns the next place, which the compiler can keep in a
 * register.
 */
static inline uint32_t *
nx_feature_put(uint32_t *at, uint32_t kind, uint32_t a)
{
	*at = (uint32_t) ((kind * NX_HASH_KIND + a * NX_HASH_A) >> 32);
	return at + 1;
}

static inline uint32_t *
nx_feature_put2(uint32_t *at, uint32_t kind, uint32_t a, uint32_t b)
{
	*at = (uint32_t) ((kind * NX_HASH_KIND + a * NX_HASH_A + b * NX_HASH_B) >> 32);
	return at + 1;
}

static inline uint32_t *
nx_feature_put3(uint32_t *at, uint32_t kind, uint32_t a, uint32_t b, uint32_t c)
{
	*at = (uint32_t) ((kind * NX_HASH_KIND + a * NX_HASH_A + b * NX_HASH_B + c * NX_HASH_C) >> 32);
	return at + 1;
}

/* Rows of a bucket, each with its key. */
static inline uint32_t
nx_linear_ways(uint32_t lane_count)
{
	uint32_t	ways = NX_LINEAR_LINE / (lane_count + 2);

	return ways < NX_LINEAR_WAYS ? ways : NX_LINEAR_WAYS;
}

/*
 * Where the bucket of a hash stands behind the beginning of the zeros, and its
 * key in there; the trainer lays rows out by them.
 */
static inline size_t
nx_linear_bucket_at(const NxLinear *model, uint32_t hash)
{
	uint32_t	bucket = hash & ((1u << model->bucket_bits) - 1);

	return NX_LINEAR_LINE + (size_t) (bucket * NX_LINEAR_LINE);
}

static inline uint16_t
nx_linear_key(uint32_t hash)
{
	return (uint16_t) (hash >> 16);
}

/* Where a bucket keeps the key of a way. */
static inline uint32_t
nx_linear_key_at(const NxLinear *model, uint32_t way)
{
	return NX_LINEAR_LINE - 2u * (nx_linear_ways(model->lane_count) - way);
}

/*
 * Asks for the memory that scoring these features will look at.  So that it is
 * there by then, a reader scores them when NX_LINEAR_AHEAD more have been asked
 * for; its features stand in NX_LINEAR_ROOMS rooms that it fills in turn.
 */
#define NX_LINEAR_AHEAD	3		/* with 1 a tenth of all time is waiting */
#define NX_LINEAR_ROOMS	(NX_LINEAR_AHEAD + 1)

extern void nx_linear_prefetch(const NxLinear *model, const NxFeatures *features);

/*
 * Sets scores[0 .. lane_count) to the sums of the features' rows.  The array
 * has room for a multiple of NX_LANES; what is written to its items
 * from lane_count on has no meaning, and its size is at most that of a sum.
 */
extern void nx_linear_score(const NxLinear *model, const NxFeatures *features,
							int16_t *scores);

#endif							/* NX_LINEAR_H */
