/*
 * nx_propose.h
 *		The attribution models: which words report, what they report, and who
 *		is the source.
 *
 *	nx_unit.c		tokens -> slabs of cells, units, clauses: what the features
 *					look at
 *	nx_candidate.c	words that may be cues
 *	nx_argument.c	source and content of each candidate
 *	nx_keep.c		how likely the candidate with its arguments is right
 *	nx_propose.c	candidates -> attributions, best first
 *
 * A text is read slab by slab, that is a few thousand tokens at a time, so that
 * what the features look at stays in the processor's cache however long the
 * text is.  No report reaches from one slab into the next.
 *
 * All of it works on cells, not on tokens.  A cell is a token with what the
 * features ask of it; units (a sentence, or sentences that marks hold
 * together) are kept apart by NX_PAD empty cells, so that a feature may look
 * NX_PAD cells to either side without asking where its unit ends.  Cell 0 is
 * an empty cell and stands for "none".
 *
 * Each model is a walk that emits the features of each position to a sink:
 * the analyser's sink looks up weights, the trainer's keeps the features.  So
 * there is one feature code.  The numbers of the feature templates belong to
 * the trained weights.
 */
#ifndef NX_PROPOSE_H
#define NX_PROPOSE_H

#include "nx_core.h"
#include "nx_crf.h"

#define NX_PAD				3	/* empty cells on either side of a unit */
#define NX_MAX_UNIT			400 /* cells of a unit, cells of a window besides */
#define NX_MAX_CANDIDATES	12	/* of a unit; later ones are not looked at */
#define NX_MAX_WINDOW		(2 * NX_MAX_UNIT)
#define NX_MAX_SPANS		24	/* pieces of a candidate, each in one unit */

typedef enum NxPlace
{
	NX_PLACE_OUTSIDE, NX_PLACE_OPEN, NX_PLACE_INSIDE, NX_PLACE_CLOSE
} NxPlace;

typedef enum NxNoun
{
	NX_NOUN_NONE, NX_NOUN_COMMON, NX_NOUN_PROPER, NX_NOUN_PRONOUN
} NxNoun;

/* What a word has to do with reporting, by the lexicon and its tag. */
typedef enum NxReport
{
	NX_REPORT_NONE,
	NX_REPORT_RARE,				/* verbs: may report: continued */
	NX_REPORT_WIDE,				/* criticised */
	NX_REPORT_CORE,				/* said */
	NX_REPORT_THINK,
	NX_REPORT_SHOW,
	NX_REPORT_NO_VERB,			/* one of them that is no verb here: a claim */
	NX_REPORT_PERSON,			/* nouns: who may speak */
	NX_REPORT_BODY,				/* company, government */
	NX_REPORT_DOCUMENT,			/* report, poll */
	NX_REPORT_SAYING,			/* statement */
	NX_REPORT_THOUGHT,			/* belief */
	NX_REPORT_CHANNEL			/* interview */
} NxReport;

typedef struct NxCell
{
	uint32_t	token;
	uint32_t	unit;
	uint32_t	stretch;		/* index of NxProposal.stretches, 0: in none */
	uint32_t	form;
	uint32_t	lemma;
	uint32_t	gist;			/* a function word itself, else its tag */
	uint32_t	gist2;			/* gist of this and the next cell */
	uint32_t	gist3;			/* of this and the next two */
	uint8_t		tag;			/* NxTag */
	uint8_t		name;			/* NxNameKind */
	uint8_t		place;			/* NxPlace */
	uint8_t		report;			/* NxReport */
	uint8_t		noun;			/* NxNoun */
	bool		is_verb;
	bool		is_stop;		/* punctuation of any kind */
	bool		is_word;
} NxCell;

/* What stands around a cell in its unit, as cells; 0: nothing. */
typedef struct NxClause
{
	uint32_t	verb_before;
	uint32_t	verb_after;
	uint32_t	report_before;	/* reporting word outside marks */
	uint32_t	report_after;
	uint32_t	stop_before;
	uint32_t	stop_after;
} NxClause;

typedef struct NxUnit
{
	NxRange		cells;
	uint32_t	paragraph;
	bool		has_marks;		/* some of it between marks */
	bool		is_quoted;		/* nine tenths of it, from its first cell on */
	bool		may_report;		/* worth a look at all */
	NxRange		candidates;
} NxUnit;

/* The parts of an attribution; the first two are types of the argument chain. */
typedef enum NxPart
{
	NX_PART_SOURCE, NX_PART_CONTENT, NX_PART_CUE
} NxPart;

/* A cue, perhaps, with the arguments found for it; ranges of cells. */
typedef struct NxCandidate
{
	uint32_t	unit;
	NxRange		cue;
	int32_t		cue_margin;
	NxRange		source;
	NxRange		pieces[NX_MAX_SPANS];
	uint32_t	piece_count;
	int32_t		mean_margin;	/* of the cells of source and pieces */
	int32_t		least_margin;
	int32_t		keep;			/* scores of nx_keep.c, 0: even odds: that the */
	int32_t		trust;			/* content is right; content and source are */
	uint8_t		verdict;		/* NxVerdict */
} NxCandidate;

/* The slab in hand. */
typedef struct NxProposal
{
	NxArticle  *article;
	NxCell	   *cells;
	NxClause   *clauses;		/* parallel to cells */
	uint32_t	cell_count;
	uint32_t	cell_room;
	NX_LIST(NxRange) stretches;	/* outermost ones, in cells, counted from 1 */
	NX_LIST(NxUnit) units;
	NX_LIST(NxCandidate) candidates;
	NxLattice	lattice;		/* of the unit or window in hand */
	uint8_t    *labels;			/* of its best path */
	uint32_t	lattice_room;
} NxProposal;

#define NX_CONFIDENCES	64

typedef struct NxAttributionModel
{
	NxCrf		cue;
	NxCrf		argument;
	NxLinear	keep;
	uint16_t	confidence[NX_CONFIDENCES]; /* thousandths, by step of trust */
} NxAttributionModel;

/* Lanes of the keep model. */
enum NxKeepLane
{
	NX_KEEP_CONTENT, NX_KEEP_TRUST, NX_KEEP_LANES
};

extern const NxAttributionModel nx_attribution_model;

/*
 * Takes the features of the positions of a walk, in whatever order it goes.
 * The walk fills the rooms in turn, so that features stand until
 * NX_LINEAR_AHEAD more have been taken.
 */
typedef struct NxSink
{
	void		(*take) (void *state, uint32_t position, const NxFeatures *features);
	void	   *state;
	uint32_t	turn;			/* room that is filled next */
	NxFeatures	rooms[NX_LINEAR_ROOMS];
} NxSink;

static inline void
nx_sink_begin(NxSink *sink, void (*take) (void *, uint32_t, const NxFeatures *), void *state)
{
	sink->take = take;
	sink->state = state;
	sink->turn = 0;
}

/* The room for the next features. */
static inline NxFeatures *
nx_sink_room(NxSink *sink)
{
	NxFeatures *room = &sink->rooms[sink->turn];

	sink->turn = (sink->turn + 1) % NX_LINEAR_ROOMS;
	return room;
}

/* Steps of distances and of margins, for features. */
extern uint32_t nx_distance_step(uint32_t distance);
extern uint32_t nx_margin_step(int32_t margin);
/* Distance step from cell i to a cell that may be none (0). */
extern uint32_t nx_step_to(uint32_t i, uint32_t other);

/* nx_unit.c */
/*
 * The sentences of the slab that begins with a sentence; empty behind the last
 * one.  A slab ends before a paragraph that does not begin between marks: there
 * no window goes on (nx_argument.c).
 */
extern NxRange nx_slab_at(const NxArticle *a, uint32_t sentence);
/* An empty proposal. */
extern NxProposal *nx_proposal_make(NxArticle *a);
/* Lays out the cells of some whole sentences; what it held is lost. */
extern void nx_proposal_fill(NxProposal *p, NxRange sentences);
/*
 * The next cell on a side (step -1 or 1) when stretches are jumped over, from
 * inside a stretch the cell beyond its end; 0: the unit has none.
 */
extern uint32_t nx_outside_cell(const NxProposal *p, uint32_t i, int step);
/* Sets the length of the lattice; what it held is lost. */
extern void nx_proposal_stretch_lattice(NxProposal *p, uint32_t length);

/* nx_candidate.c */
/*
 * The first run of cells that may be in a cue, of the rest of a unit; when
 * there is none, an empty one at its end.
 */
extern NxRange nx_candidate_run(const NxProposal *p, NxRange rest);
extern void nx_candidate_walk(const NxProposal *p, NxRange run, NxSink *sink);
extern void nx_candidate_read(NxProposal *p, const NxCrf *crf);

/* nx_argument.c */
typedef struct NxWindow
{
	NxRange		units;
	uint32_t	length;
	uint32_t	cells[NX_MAX_WINDOW];	/* of each position */
	NxRange		cue;			/* positions */
} NxWindow;

extern void nx_argument_window(const NxProposal *p, const NxCandidate *c, NxWindow *w);
extern void nx_argument_walk(const NxProposal *p, const NxCandidate *c,
							 const NxWindow *w, NxSink *sink);
extern void nx_argument_read(NxProposal *p, const NxCrf *crf);

/* nx_keep.c */
extern void nx_keep_features(const NxProposal *p, const NxCandidate *c, NxFeatures *f);
/* Step of the table of confidences for a score of trust. */
extern uint32_t nx_keep_step(int32_t trust);
extern void nx_keep_read(NxProposal *p, const NxLinear *keep);

/* nx_propose.c */
/* Proposes by the reader's model; is_taken has an entry for each paragraph. */
extern void nx_propose_read(NxArticle *a, const bool *is_taken);

#endif							/* NX_PROPOSE_H */
