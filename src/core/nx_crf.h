/*
 * nx_crf.h
 *		Sequences of labels: the best one, and how near the others come.
 *
 * A model scores each label at each position by hashed features (nx_linear.h)
 * and each step from a label to the next.  All scores are integers in units
 * of 1/NX_CRF_NAT of a natural logarithm, so the same labels come out on every
 * machine.
 *
 * Labels: 0 is outside; a type t (0, 1, ..) has the three labels that begin,
 * go on with and end a span of it; a span of one position is a beginning.
 */
#ifndef NX_CRF_H
#define NX_CRF_H

#include <stdbool.h>

#include "nx_linear.h"

#define NX_CRF_LANES	NX_LANES	/* labels, padded */
#define NX_CRF_TYPES	2		/* types that fit in the lanes */
#define NX_CRF_NAT		80		/* units of a natural logarithm */
#define NX_CRF_NEVER	(-16000)	/* a step that is not allowed */
#define NX_CRF_FLOOR	(-3000) /* no score, step or path counts as worse, none
								 * as better than its opposite */

typedef int16_t NxCrfRow[NX_CRF_LANES];

typedef struct NxCrf
{
	NxLinear	linear;
	uint32_t	label_count;
	int16_t		limit;			/* of a score, before it is multiplied by the unit */
	NxCrfRow	mask;			/* -1 for labels, 0 for lanes that are none */
	NxCrfRow	start;
	NxCrfRow	step[NX_CRF_LANES];	/* [from][to] */
	NxCrfRow	back[NX_CRF_LANES];	/* [to][from], the same */
} NxCrf;

/* Scores of a sequence; the caller owns the rows, `length` each. */
typedef struct NxLattice
{
	uint32_t	length;
	NxCrfRow   *scores;			/* of the labels by themselves */
	NxCrfRow   *before;			/* best path up to and with the label */
	NxCrfRow   *after;			/* best path behind the label */
} NxLattice;

enum NxCrfPlace
{
	NX_CRF_BEGIN = 1, NX_CRF_GO_ON, NX_CRF_END
};

/* The label of a type (from 0) and a place in its span. */
static inline uint8_t
nx_crf_label(uint32_t type, uint32_t place)
{
	return (uint8_t) (3 * type + place);
}

/* 0: outside, else the type + 1. */
static inline uint32_t
nx_crf_type(uint32_t label)
{
	return (label + 2) / 3;
}

/* Is the label the beginning of a span? */
static inline bool
nx_crf_begins(uint32_t label)
{
	return label % 3 == 1;
}

/*
 * Sets the scores of positions from their features as these come, in any
 * order.  Each is scored when NX_LINEAR_AHEAD more have come; so long features must
 * stand, the last ones until nx_crf_finish().
 */

typedef struct NxCrfScorer
{
	const NxCrf *crf;
	NxLattice  *lattice;
	uint32_t	count;			/* taken */
	uint32_t	scored;			/* of these; the others wait */
	struct
	{
		uint32_t	position;
		const NxFeatures *features;
	}			waiting[NX_LINEAR_ROOMS];	/* in turn */
} NxCrfScorer;

/* state: an NxCrfScorer. */
extern void nx_crf_take(void *state, uint32_t position, const NxFeatures *features);
extern void nx_crf_finish(NxCrfScorer *scorer);
/* Allows nothing but outside at a position. */
extern void nx_crf_force_outside(NxLattice *lattice, uint32_t position);
/* Fills before and after from the scores. */
extern void nx_crf_run(const NxCrf *crf, NxLattice *lattice);
/* Labels of the best path; needs nx_crf_run(). */
extern void nx_crf_best(const NxCrf *crf, const NxLattice *lattice, uint8_t *labels);
/* The label that the best path through `label` at `position` has next. */
extern uint8_t nx_crf_next(const NxCrf *crf, const NxLattice *lattice,
						   uint32_t position, uint8_t label);
/*
 * How much the best path with one of the labels [first, end) at a position is
 * better than the best path with none of them; negative: worse.
 */
extern int32_t nx_crf_margin(const NxCrf *crf, const NxLattice *lattice,
							 uint32_t position, uint32_t first, uint32_t end);
/* The margin of each type at a position, as if by nx_crf_margin(). */
extern void nx_crf_type_margins(const NxCrf *crf, const NxLattice *lattice,
								uint32_t position, int32_t *margins);

#endif							/* NX_CRF_H */
