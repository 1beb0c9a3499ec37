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
 * A model is an array of buckets of NX_LINEAR_WAYS rows.  A feature belongs to
 * the bucket that the high bits of its hash name, and to the row there whose
 * key is the low 16 bits of its hash, when there is one: each bucket holds the
 * heaviest rows of its features, the others weigh nothing.  The keys stand
 * apart from the rows, so a feature that was pruned away costs one look at 16
 * bytes of a table small enough for the cache.  A wrong match (equal keys of
 * different features) happens about once in 8000 features.
 *
 * Scores are sums of at most NX_MAX_FEATURES int8 weights: int16 never
 * overflows, the sum is the same in every order and on every machine.
 */
#ifndef NX_LINEAR_H
#define NX_LINEAR_H

#include <stdint.h>

#define NX_LINEAR_WAYS	8		/* rows of a bucket; keys: 16 bytes */
#define NX_LINEAR_BLOCK	16		/* lanes are a multiple of this */
#define NX_MAX_FEATURES	128		/* of one token; more are dropped */

typedef struct NxLinear
{
	const uint64_t *keys;		/* two words a bucket, four keys a word, the
								 * first key in the lowest bits */
	const int8_t *weights;		/* NX_LINEAR_WAYS rows of lane_count weights a
								 * bucket; an unused row is all zeros */
	uint32_t	bucket_count;
	uint32_t	lane_count;		/* labels, padded to NX_LINEAR_BLOCK */
} NxLinear;

typedef struct NxFeatures
{
	uint32_t	count;
	uint32_t	hashes[NX_MAX_FEATURES];
} NxFeatures;

/* Mixes two values into one, for features of several values. */
static inline uint32_t
nx_feature_mix(uint32_t a, uint32_t b)
{
	uint64_t	z = a * UINT64_C(0x9E3779B97F4A7C15) + b * UINT64_C(0xC2B2AE3D27D4EB4F);

	return (uint32_t) (z >> 32) ^ (uint32_t) z;
}

/* Adds the feature of a template (a small number) with a value. */
static inline void
nx_feature_add(NxFeatures *features, uint32_t kind, uint32_t value)
{
	uint64_t	z = (value + kind * UINT64_C(0x1000000D3)) * UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 32)) * UINT64_C(0xD6E8FEB86659FD93);
	if (features->count < NX_MAX_FEATURES)
		features->hashes[features->count++] = (uint32_t) (z >> 32);
}

static inline void
nx_feature_add2(NxFeatures *features, uint32_t kind, uint32_t a, uint32_t b)
{
	nx_feature_add(features, kind, nx_feature_mix(a, b));
}

static inline void
nx_feature_add3(NxFeatures *features, uint32_t kind, uint32_t a, uint32_t b, uint32_t c)
{
	nx_feature_add(features, kind, nx_feature_mix(nx_feature_mix(a, b), c));
}

/* The bucket and the key of a hash; the trainer lays rows out by them. */
static inline uint32_t
nx_linear_bucket(const NxLinear *model, uint32_t hash)
{
	return (uint32_t) (((uint64_t) hash * model->bucket_count) >> 32);
}

static inline uint16_t
nx_linear_key(uint32_t hash)
{
	return (uint16_t) hash;
}

/* Sets scores[0 .. lane_count) to the sums of the features' rows. */
extern void nx_linear_score(const NxLinear *model, const NxFeatures *features,
							int16_t *scores);

#endif							/* NX_LINEAR_H */
