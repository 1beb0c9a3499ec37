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
 * the processor's cache (two for rows of many lanes), so that a feature costs
 * one look at memory, and that look can be asked for ahead:
 *
 *		row 0 | row 1 | ... | unused | key 0 | key 1 | ...
 *
 * A feature belongs to the bucket that the high bits of its hash name, and to
 * the row there whose key is the low 16 bits of its hash, when there is one:
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
#include <stdint.h>

#define NX_LINEAR_LINE	64		/* bytes; a bucket is one or two of it */
#define NX_LINEAR_LINE_BITS	6
#define NX_LINEAR_WAYS	8		/* rows of a bucket at most */
#define NX_LINEAR_BLOCK	8		/* lanes that are added at a time */
#define NX_MAX_FEATURES	128		/* of one token; more are dropped */

typedef struct NxLinear
{
	const int8_t *zeros;		/* a line of zeros, then the buckets; aligned to
								 * NX_LINEAR_LINE */
	uint8_t		bucket_bits;	/* of a hash, that name its bucket */
	uint8_t		bucket_lines;	/* length of a bucket: 1 or 2 */
	uint8_t		way_count;		/* rows of a bucket */
	uint8_t		lane_count;		/* weights of a row, one a label */
	int16_t		unit;			/* what a weight of 1 counts, in the scale of the
								 * model's reader, who multiplies by it */
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

/* Hash of the feature of a template (a small number) with a value. */
static inline uint32_t
nx_feature_hash(uint32_t kind, uint32_t value)
{
	uint64_t	z = (value + kind * UINT64_C(0x1000000D3)) * UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 32)) * UINT64_C(0xD6E8FEB86659FD93);
	return (uint32_t) (z >> 32);
}

/* Adds a feature, of one value or of several. */
static inline void
nx_feature_add(NxFeatures *features, uint32_t kind, uint32_t value)
{
	if (features->count < NX_MAX_FEATURES)
		features->hashes[features->count++] = nx_feature_hash(kind, value);
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

/*
 * The same for walks with a fixed number of features a position: written at a
 * place that is known to have room, and the next place returned, which the
 * compiler can keep in a register.
 */
static inline uint32_t *
nx_feature_put(uint32_t *at, uint32_t kind, uint32_t value)
{
	*at = nx_feature_hash(kind, value);
	return at + 1;
}

static inline uint32_t *
nx_feature_put2(uint32_t *at, uint32_t kind, uint32_t a, uint32_t b)
{
	return nx_feature_put(at, kind, nx_feature_mix(a, b));
}

static inline uint32_t *
nx_feature_put3(uint32_t *at, uint32_t kind, uint32_t a, uint32_t b, uint32_t c)
{
	return nx_feature_put(at, kind, nx_feature_mix(nx_feature_mix(a, b), c));
}

/*
 * Where the bucket of a hash stands behind the beginning of the zeros, and its
 * key in there; the trainer lays rows out by them.
 */
static inline size_t
nx_linear_bucket_at(const NxLinear *model, uint32_t hash)
{
	uint32_t	bucket_b = model->bucket_lines * NX_LINEAR_LINE;
	uint32_t	shift = 32u - NX_LINEAR_LINE_BITS - (model->bucket_lines - 1u) - model->bucket_bits;

	return NX_LINEAR_LINE + ((hash >> shift) & (0u - bucket_b));
}

static inline uint16_t
nx_linear_key(uint32_t hash)
{
	return (uint16_t) hash;
}

/* Where a bucket keeps the key of a way. */
static inline uint32_t
nx_linear_key_at(const NxLinear *model, uint32_t way)
{
	return model->bucket_lines * NX_LINEAR_LINE - 2u * (model->way_count - way);
}

/* Asks for the memory that scoring these features will look at. */
extern void nx_linear_prefetch(const NxLinear *model, const NxFeatures *features);

/*
 * Sets scores[0 .. lane_count) to the sums of the features' rows.  The array
 * has room for a multiple of NX_LINEAR_BLOCK; what is written to its items
 * from lane_count on has no meaning, and its size is at most that of a sum.
 */
extern void nx_linear_score(const NxLinear *model, const NxFeatures *features,
							int16_t *scores);

#endif							/* NX_LINEAR_H */
