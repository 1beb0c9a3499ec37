/*
 * chain.h
 *		Training of linear chains and of logistic models over hashed features.
 *
 * A sequence keeps the features of each of its positions as the walks of the
 * analyser emit them.  chain_number() turns hashes into rows and drops rare
 * ones; chain_train() fits float weights by stochastic AdaGrad on the
 * likelihood of the labels; chain_build() makes of them the integers that the
 * product uses, so that what is measured is what is shipped.
 */
#ifndef CHAIN_H
#define CHAIN_H

#include "nx_propose.h"

typedef struct Sequence
{
	uint32_t	fold;
	uint32_t	length;
	uint8_t    *labels;
	uint32_t   *offsets;		/* of the features of each position; length + 1 */
	uint32_t   *features;		/* hashes, rows after chain_number() */
	float		targets[NX_KEEP_LANES];	/* of the logistic models */
} Sequence;

typedef struct Sequences
{
	Sequence   *items;
	uint32_t	count;
	uint32_t	room;
} Sequences;

typedef struct Rows
{
	uint32_t   *hashes;			/* of each row */
	uint32_t   *uses;
	uint32_t	count;
} Rows;

typedef struct Settings
{
	uint32_t	label_count;
	uint32_t	epochs;
	float		step;
	uint32_t	left_out;		/* fold that is not trained on */
	uint64_t	seed;
} Settings;

typedef struct Chain
{
	uint32_t	label_count;
	float	   *weights;		/* NX_CRF_LANES a row */
	float		start[NX_CRF_LANES];
	float		step[NX_CRF_LANES][NX_CRF_LANES];
} Chain;

/* A new sequence; its memory is its own. */
extern Sequence *sequence_add(Sequences *sequences, uint32_t length);
/* Keeps the features of a position; positions may come in any order. */
extern void sequence_sink(void *state, uint32_t position, const NxFeatures *features);
/* Call when all positions are there. */
extern void sequence_finish(Sequence *sequence);

/* Rows for the features that are used at least `least` times. */
extern Rows chain_number(Sequences *sequences, uint32_t least);
extern void chain_train(Chain *chain, const Sequences *sequences, const Rows *rows,
						const Settings *settings);
/* Makes a label more likely at every position. */
extern void chain_favour(Chain *chain, uint32_t label, float bonus);
extern void chain_free(Chain *chain);
/* Integers of a trained chain: its heaviest rows, in 2^bucket_bits
 * buckets. */
extern void chain_build(const Chain *chain, const Rows *rows, uint8_t bucket_bits, NxCrf *crf);

/* Logistic models: a lane of each row for each target. */
extern void logistic_train(Chain *chain, const Sequences *sequences, const Rows *rows,
						   const Settings *settings);
/* Sets the table's unit, in 1/NX_CRF_NAT, so that no weight is cut. */
extern void linear_build(const Chain *chain, const Rows *rows, uint8_t bucket_bits,
						 NxLinear *linear);

#endif							/* CHAIN_H */
