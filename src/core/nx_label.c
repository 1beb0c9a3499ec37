/*
 * nx_label.c
 *		A first labelling: where sources, cues and contents may lie, and from
 *		it the candidates for cues.
 *
 * Before it stand units and cells (nx_unit.c), after it nx_argument.c, which
 * decides for each candidate anew what its source and content are.
 *
 * A linear chain labels each unit with all three parts at once.  That gives
 * every cell a label of the best path and three margins: how far a source, a
 * cue, a content is from the best path here.  A candidate begins where the
 * best path with a cue's beginning is at most CUE_MARGIN worse than the best
 * path without, and ends where that path ends it.  So in
 *		Finch made clear that the wall was unsafe.
 * "made clear" becomes a candidate even if the best path has none there; about
 * four candidates come on three cues.
 *
 * Features look at words, lemmas, tags and gists in a window of three, at
 * marks and at what stands outside of them, at the clause (nearest reporting
 * word, verb, stop) and at the unit's ends.  Twice as many were tried; those
 * left out made the chain surer of itself and worse on articles it had not
 * seen.
 */
#include "nx_propose.h"

#define CUE_MARGIN	(-140)		/* no worse than so is a candidate */
#define CUE_NEAR	2			/* step of a margin that is not worse */

/* What the features of one cell are made of. */
typedef struct Spot
{
	const NxProposal *p;
	const NxUnit *unit;
	const NxCell *at;			/* at[-NX_PAD .. NX_PAD] are cells */
	const NxClause *clause;
	uint32_t	i;
	uint32_t	places;			/* of the cell and its neighbours */
	NxFeatures *f;
} Spot;

static inline const NxCell *
cell_of(const Spot *s, uint32_t i)
{
	return &s->p->cells[i];
}

static void
word_features(const Spot *s)
{
	const NxCell *at = s->at;
	NxFeatures *f = s->f;

	nx_feature_add(f, 1, at[0].form);
	nx_feature_add(f, 2, at[-1].form);
	nx_feature_add(f, 3, at[1].form);
	nx_feature_add(f, 4, at[-2].form);
	nx_feature_add2(f, 6, at[-1].form, at[0].form);
	nx_feature_add2(f, 7, at[0].form, at[1].form);
	nx_feature_add(f, 8, at[0].lemma);
	nx_feature_add(f, 9, at[-1].lemma);
	nx_feature_add2(f, 11, at[-1].lemma, at[0].tag);
	nx_feature_add(f, 13, at[-1].tag * 65536u + at[0].tag * 256u + at[1].tag);
	nx_feature_add(f, 14, at[-2].tag * 256u + at[-1].tag);
	nx_feature_add(f, 15, at[1].tag * 256u + at[2].tag);
	nx_feature_add(f, 16, at[-1].name * 64u + at[0].name * 8u + at[1].name);
	nx_feature_add(f, 17, at[0].shape);
	nx_feature_add(f, 20, at[-1].gist3);
	nx_feature_add(f, 21, at[0].gist3);
	nx_feature_add(f, 23, at[-1].gist2);
	nx_feature_add3(f, 24, at[0].lemma, at[1].lemma, at[2].gist);
}

static void
report_features(const Spot *s)
{
	const NxCell *at = s->at;
	NxFeatures *f = s->f;

	nx_feature_add(f, 31, (at[0].report * 256u + at[-1].tag) * 256u + at[1].tag);
	nx_feature_add3(f, 33, at[0].report, at[-1].noun * 4u + at[-2].noun, at[1].gist);
	nx_feature_add2(f, 34, at[-1].report, at[0].gist2);
	nx_feature_add3(f, 35, at[1].report, at[0].noun, at[-1].gist);
}

/* Inside marks: how long the stretch is, and what stands behind it. */
static void
inside_features(const Spot *s)
{
	NxRange		stretch = s->p->stretches[s->at->stretch];
	const NxCell *after = cell_of(s, s->clause->outside_after);
	uint32_t	length = nx_distance_step(stretch.end - stretch.first);
	bool		is_first = stretch.first <= s->unit->cells.first;
	bool		is_last = stretch.end >= s->unit->cells.end;

	nx_feature_add2(s->f, 42, after->gist, (after + (s->clause->outside_after != 0))->lemma);
	nx_feature_add(s->f, 43, length * 4 + is_first * 2 + is_last);
}

/* Outside marks: the neighbours when stretches are jumped over. */
static void
outside_features(const Spot *s)
{
	const NxCell *at = s->at;
	const NxCell *before = cell_of(s, s->clause->outside_before);
	const NxCell *after = cell_of(s, s->clause->outside_after);
	NxFeatures *f = s->f;

	nx_feature_add2(f, 50, before->gist, after->gist);
	nx_feature_add3(f, 52, at->lemma, after->gist, (after + 1)->lemma);
	nx_feature_add2(f, 53, at[-1].place * 4u + at[1].place, at->lemma);
	nx_feature_add(f, 54, ((at[-1].place * 4u + at[1].place) * 16u + at->report) * 4u + after->noun);
}

static void
mark_features(const Spot *s)
{
	nx_feature_add(s->f, 36, s->places * 256u + s->at->tag);
	nx_feature_add2(s->f, 37, s->places, s->at->lemma);
	nx_feature_add3(s->f, 38, s->at[-1].place, s->at[-2].form, s->at[-1].form);
	if (s->at->stretch != 0)
		inside_features(s);
	else
		outside_features(s);
}

/* Distance step to a cell that may be none. */
static uint32_t
step_to(uint32_t i, uint32_t other)
{
	if (other == 0)
		return 9;
	return nx_distance_step(other < i ? i - other : other - i);
}

static void
clause_features(const Spot *s)
{
	const NxClause *c = s->clause;
	uint32_t	i = s->i;
	const NxCell *at = s->at;
	const NxCell *report_before = cell_of(s, c->report_before);
	const NxCell *report_after = cell_of(s, c->report_after);
	const NxCell *stop_after = cell_of(s, c->stop_after);
	uint32_t	cut_before = c->stop_before > c->report_before;
	uint32_t	cut_after = c->stop_after != 0 &&
		(c->report_after == 0 || c->stop_after < c->report_after);
	NxFeatures *f = s->f;

	nx_feature_add(f, 62, ((step_to(i, c->report_before) * 16u + report_before->report) * 2u +
						   cut_before) * 4u + at->place);
	nx_feature_add3(f, 64, report_before->lemma, cut_before, at->tag);
	nx_feature_add3(f, 65, report_after->lemma, cut_after, at->tag);
	nx_feature_add2(f, 66, cell_of(s, c->verb_before)->lemma, step_to(i, c->verb_before));
	nx_feature_add2(f, 67, cell_of(s, c->verb_after)->lemma, step_to(i, c->verb_after));
	nx_feature_add2(f, 69, stop_after->form, step_to(i, c->stop_after));
	nx_feature_add2(f, 73, at->gist2, cell_of(s, c->verb_after)->report);
}

static void
unit_features(const Spot *s)
{
	NxRange		unit = s->unit->cells;
	const NxCell *first = cell_of(s, unit.first);
	uint32_t	from = nx_distance_step(s->i - unit.first);
	uint32_t	to = nx_distance_step(unit.end - 1 - s->i);

	nx_feature_add(s->f, 83, ((from < 2) * 256u + s->at->tag) * 256u + first->tag);
	nx_feature_add(s->f, 85, ((from * 16u) + to) * 256u + s->at->tag);
}

void
nx_label_walk(const NxProposal *p, uint32_t unit, const NxSink *sink)
{
	NxRange		cells = p->units[unit].cells;
	NxFeatures	features;
	Spot		s = {p, &p->units[unit], NULL, NULL, 0, 0, &features};

	for (uint32_t i = cells.first; i < cells.end; i++)
	{
		const NxCell *at = &p->cells[i];

		features.count = 0;
		s.i = i;
		s.at = at;
		s.clause = &p->clauses[i];
		s.places = at[0].place * 16u + at[-1].place * 4u + at[1].place;
		word_features(&s);
		report_features(&s);
		mark_features(&s);
		clause_features(&s);
		unit_features(&s);
		sink->take(sink->state, i - cells.first, &features);
	}
}

/* ------------------------------------------------------------------------
 * Decoding
 * ------------------------------------------------------------------------
 */
typedef struct Decoder
{
	const NxCrf *crf;
	NxLattice  *lattice;
} Decoder;

static void
score_position(void *state, uint32_t position, const NxFeatures *features)
{
	Decoder    *d = state;

	nx_crf_score(d->crf, d->lattice, position, features);
}

/* Past-the-last position of the cue that begins at a position. */
static uint32_t
cue_end(const NxProposal *p, const NxCrf *crf, uint32_t position)
{
	uint8_t		label = nx_crf_label(NX_PART_CUE, NX_CRF_BEGIN);

	while (++position < p->lattice.length)
	{
		label = nx_crf_next(crf, &p->lattice, position - 1, label);
		if (label != nx_crf_label(NX_PART_CUE, NX_CRF_GO_ON) &&
			label != nx_crf_label(NX_PART_CUE, NX_CRF_END))
			break;
	}
	return position;
}

static void
find_candidates(NxProposal *p, const NxCrf *crf, uint32_t u)
{
	NxUnit	   *unit = &p->units[u];
	uint32_t	begin = nx_crf_label(NX_PART_CUE, NX_CRF_BEGIN);

	unit->candidates = (NxRange) {p->candidates.count, p->candidates.count};
	for (uint32_t i = 0; i < p->lattice.length;)
	{
		bool		is_near = p->cells[unit->cells.first + i].cue_near >= CUE_NEAR;
		int32_t		margin = is_near ?
			nx_crf_margin(crf, &p->lattice, i, begin, begin + 1) : NX_CRF_NEVER;
		uint32_t	end = i + 1;

		if (margin >= CUE_MARGIN &&
			p->candidates.count - unit->candidates.first < NX_MAX_CANDIDATES)
		{
			NxCandidate *c = nx_push(&p->article->arena, &p->candidates);

			end = cue_end(p, crf, i);
			c->unit = u;
			c->cue = (NxRange) {unit->cells.first + i, unit->cells.first + end};
			c->cue_margin = margin;
		}
		i = end;
	}
	unit->candidates.end = p->candidates.count;
}

static void
label_unit(NxProposal *p, const NxCrf *crf, uint32_t u)
{
	NxRange		cells = p->units[u].cells;
	Decoder		decoder = {crf, &p->lattice};
	NxSink		sink = {score_position, &decoder};

	nx_proposal_stretch_lattice(p, cells.end - cells.first);
	nx_label_walk(p, u, &sink);
	nx_crf_run(crf, &p->lattice);
	nx_crf_best(crf, &p->lattice, p->labels);
	for (uint32_t i = 0; i < p->lattice.length; i++)
	{
		NxCell	   *cell = &p->cells[cells.first + i];
		int32_t		margins[NX_CRF_TYPES];

		nx_crf_type_margins(crf, &p->lattice, i, margins);
		cell->label = p->labels[i];
		cell->source_near = (uint8_t) nx_margin_step(margins[NX_PART_SOURCE]);
		cell->content_near = (uint8_t) nx_margin_step(margins[NX_PART_CONTENT]);
		cell->cue_near = (uint8_t) nx_margin_step(margins[NX_PART_CUE]);
	}
	find_candidates(p, crf, u);
}

void
nx_label_read(NxProposal *p, const NxCrf *crf)
{
	p->candidates.count = 0;
	for (uint32_t u = 0; u < p->unit_count; u++)
	{
		NxRange		cells = p->units[u].cells;

		nx_poll(p->article, 6 * (cells.end - cells.first));
		p->units[u].candidates = (NxRange) {p->candidates.count, p->candidates.count};
		if (p->units[u].may_report)
			label_unit(p, crf, u);
	}
}
