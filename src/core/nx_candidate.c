/*
 * nx_candidate.c
 *		Candidates: the words that may be cues.
 *
 * Before it stand units and cells (nx_unit.c), after it nx_argument.c, which
 * looks for source and content of each candidate.
 *
 * A cue is a verb, a word of reporting or stands around one, and outside of
 * marks.  So a linear chain labels runs of cells, which are the likely cells
 * with a few neighbours.  A candidate begins where the best path with a cue's
 * beginning is little worse than the best path without, and ends where that
 * path ends it; words between marks that find no cue cost more than others, so
 * beside them it may be a little more.  So in
 *		Finch made clear that the wall was unsafe.
 * "made clear" becomes a candidate even if the best path has none there; about
 * four candidates come on three cues.
 *
 * All features look at words, lemmas, tags and gists nearby, at marks and at
 * what stands outside of them.  Cells that are not likely ones are asked few
 * of them, for such a cell is seldom more than the inside of a cue.
 *
 * Sources and contents were labelled here too at first; that the arguments
 * then could look at these labels made them no better on unseen articles.
 */
#include "nx_propose.h"

#define CUE				0		/* the only type of span */
#define RUN_BEFORE		2		/* cells of a run before a likely one */
#define RUN_AFTER		3		/* and behind it */
#define MARKED_MARGIN	(-160)	/* no worse than so is a candidate, beside marks */
#define PLAIN_MARGIN	(-70)	/* and where there are none */

/* What the features of one cell are made of. */
typedef struct Spot
{
	const NxProposal *p;
	const NxUnit *unit;
	const NxCell *at;			/* at[-NX_PAD .. NX_PAD] are cells */
	const NxClause *clause;
	uint32_t	i;
	uint32_t	places;			/* of its neighbours; itself is outside of marks */
} Spot;

static inline const NxCell *
cell_of(const Spot *s, uint32_t i)
{
	return &s->p->cells[i];
}

static uint32_t *
plain_features(const Spot *s, uint32_t *f)
{
	const NxCell *at = s->at;

	f = nx_feature_put2(f, 1, at[0].form, at[0].tag);
	f = nx_feature_put2(f, 7, at[0].form, at[1].form);
	f = nx_feature_put2(f, 11, at[-1].lemma, at[0].tag);
	f = nx_feature_put(f, 13, at[-1].tag * 65536u + at[0].tag * 256u + at[1].tag);
	f = nx_feature_put3(f, 35, at[1].report, at[0].noun, at[-1].gist);
	f = nx_feature_put(f, 36, s->places * 256u + at->tag);
	return f;
}

static uint32_t *
word_features(const Spot *s, uint32_t *f)
{
	const NxCell *at = s->at;

	f = nx_feature_put(f, 2, at[-1].form);
	f = nx_feature_put(f, 3, at[1].form);
	f = nx_feature_put(f, 4, at[-2].form);
	f = nx_feature_put2(f, 6, at[-1].form, at[0].form);
	f = nx_feature_put(f, 8, at[0].lemma);
	f = nx_feature_put(f, 14, at[-2].tag * 256u + at[-1].tag);
	f = nx_feature_put(f, 15, at[1].tag * 256u + at[2].tag);
	f = nx_feature_put(f, 16, at[-1].name * 64u + at[0].name * 8u + at[1].name);
	f = nx_feature_put(f, 20, at[-1].gist3);
	f = nx_feature_put(f, 21, at[0].gist3);
	f = nx_feature_put(f, 23, at[-1].gist2);
	f = nx_feature_put3(f, 24, at[0].lemma, at[1].lemma, at[2].gist);
	f = nx_feature_put(f, 31, (at[0].report * 256u + at[-1].tag) * 256u + at[1].tag);
	f = nx_feature_put3(f, 33, at[0].report, at[-1].noun * 4u + at[-2].noun, at[1].gist);
	f = nx_feature_put2(f, 34, at[-1].report, at[0].gist2);
	return f;
}

/* The neighbours when stretches are jumped over. */
static uint32_t *
mark_features(const Spot *s, uint32_t *f)
{
	const NxCell *at = s->at;
	const NxCell *before = cell_of(s, nx_outside_cell(s->p, s->i, -1));
	const NxCell *after = cell_of(s, nx_outside_cell(s->p, s->i, 1));

	f = nx_feature_put2(f, 37, s->places, at->lemma);
	f = nx_feature_put3(f, 38, at[-1].place, at[-2].form, at[-1].form);
	f = nx_feature_put2(f, 50, before->gist, after->gist);
	f = nx_feature_put3(f, 52, at->lemma, after->gist, (after + 1)->lemma);
	f = nx_feature_put(f, 54, (s->places * 16u + at->report) * 4u + after->noun);
	return f;
}

static uint32_t *
clause_features(const Spot *s, uint32_t *f)
{
	const NxClause *c = s->clause;
	const NxCell *report_before = cell_of(s, c->report_before);
	const NxCell *report_after = cell_of(s, c->report_after);
	const NxCell *stop_after = cell_of(s, c->stop_after);
	NxRange		unit = s->unit->cells;
	uint32_t	from = nx_distance_step(s->i - unit.first);
	uint32_t	to = nx_distance_step(unit.end - 1 - s->i);
	uint32_t	is_cut = c->stop_before > c->report_before;

	f = nx_feature_put(f, 62, (nx_step_to(s->i, c->report_before) * 16u + report_before->report) * 2u +
				   is_cut);
	f = nx_feature_put3(f, 64, report_before->lemma, is_cut, s->at->tag);
	f = nx_feature_put2(f, 65, report_after->lemma, s->at->tag);
	f = nx_feature_put2(f, 66, cell_of(s, c->verb_before)->lemma, nx_step_to(s->i, c->verb_before));
	f = nx_feature_put2(f, 67, cell_of(s, c->verb_after)->lemma, nx_step_to(s->i, c->verb_after));
	f = nx_feature_put2(f, 69, stop_after->form, nx_step_to(s->i, c->stop_after));
	f = nx_feature_put2(f, 73, s->at->gist2, cell_of(s, c->verb_after)->report);
	f = nx_feature_put(f, 83, ((from < 2) * 256u + s->at->tag) * 256u + cell_of(s, unit.first)->tag);
	f = nx_feature_put(f, 85, (from * 16u + to) * 256u + s->at->tag);
	return f;
}

/*
 * Verbs, words of reporting, and what stands for a verb: a colon, a dash; not
 * between marks.
 */
static bool
is_likely(const NxCell *cell)
{
	if (cell->stretch != 0)
		return false;
	return cell->is_verb || cell->tag == NX_TAG_COLON ||
		(cell->report != NX_REPORT_NONE && cell->report != NX_REPORT_PERSON &&
		 cell->report != NX_REPORT_BODY);
}

NxRange
nx_candidate_run(const NxProposal *p, NxRange rest)
{
	uint32_t	i = rest.first;
	NxRange		run;

	for (; i < rest.end && !is_likely(&p->cells[i]); i++)
		if (p->cells[i].stretch != 0)
			rest.first = i + 1;
	if (i == rest.end)
		return (NxRange) {i, i};
	run.first = i - rest.first > RUN_BEFORE ? i - RUN_BEFORE : rest.first;
	run.end = i + 1;
	for (i++; i < rest.end && i < run.end + RUN_BEFORE + RUN_AFTER; i++)
	{
		if (p->cells[i].stretch != 0)
			break;
		if (is_likely(&p->cells[i]))
			run.end = i + 1;
	}
	for (i = 0; i < RUN_AFTER && run.end < rest.end && p->cells[run.end].stretch == 0; i++)
		run.end++;
	return run;
}

void
nx_candidate_walk(const NxProposal *p, NxRange run, NxSink *sink)
{
	Spot		s = {.p = p, .unit = &p->units.items[p->cells[run.first].unit]};

	for (uint32_t i = run.first; i < run.end; i++)
	{
		const NxCell *at = &p->cells[i];
		NxFeatures *room = nx_sink_room(sink);
		uint32_t   *f;

		s.i = i;
		s.at = at;
		s.clause = &p->clauses[i];
		s.places = at[-1].place * 4u + at[1].place;
		f = plain_features(&s, room->hashes);
		if (is_likely(at))
		{
			f = word_features(&s, f);
			f = mark_features(&s, f);
			f = clause_features(&s, f);
		}
		room->count = (uint32_t) (f - room->hashes);
		sink->take(sink->state, i - run.first, room);
	}
}

/* Past-the-last position of the cue that begins at a position. */
static uint32_t
cue_end(const NxProposal *p, const NxCrf *crf, uint32_t position)
{
	uint8_t		label = nx_crf_label(CUE, NX_CRF_BEGIN);

	while (++position < p->lattice.length)
	{
		label = nx_crf_next(crf, &p->lattice, position - 1, label);
		if (label == 0 || nx_crf_begins(label))
			break;
	}
	return position;
}

static void
find_candidates(NxProposal *p, const NxCrf *crf, NxRange run)
{
	uint32_t	u = p->cells[run.first].unit;
	NxUnit	   *unit = &p->units.items[u];
	uint32_t	begin = nx_crf_label(CUE, NX_CRF_BEGIN);
	int32_t		least = unit->has_marks ? MARKED_MARGIN : PLAIN_MARGIN;

	for (uint32_t i = 0; i < p->lattice.length;)
	{
		int32_t		margin = nx_crf_margin(crf, &p->lattice, i, begin, begin + 1);
		uint32_t	end = i + 1;

		if (margin >= least &&
			p->candidates.count - unit->candidates.first < NX_MAX_CANDIDATES)
		{
			NxCandidate *c = nx_push(&p->article->arena, &p->candidates);

			end = cue_end(p, crf, i);
			c->unit = u;
			c->cue = (NxRange) {run.first + i, run.first + end};
			c->cue_margin = margin;
		}
		i = end;
	}
	unit->candidates.end = p->candidates.count;
}

static void
read_run(NxProposal *p, const NxCrf *crf, NxRange run)
{
	NxCrfScorer scorer = {.crf = crf, .lattice = &p->lattice};
	NxSink		sink;

	nx_sink_begin(&sink, nx_crf_take, &scorer);
	nx_proposal_stretch_lattice(p, run.end - run.first);
	nx_candidate_walk(p, run, &sink);
	nx_crf_finish(&scorer);
	nx_crf_run(crf, &p->lattice);
	find_candidates(p, crf, run);
}

void
nx_candidate_read(NxProposal *p, const NxCrf *crf)
{
	p->candidates.count = 0;
	for (uint32_t u = 0; u < p->units.count; u++)
	{
		NxUnit	   *unit = &p->units.items[u];
		NxRange		rest = unit->cells;

		nx_poll(p->article, 6 * (rest.end - rest.first));
		unit->candidates = (NxRange) {p->candidates.count, p->candidates.count};
		while (unit->may_report && !nx_range_is_empty(rest))
		{
			NxRange		run = nx_candidate_run(p, rest);

			if (!nx_range_is_empty(run))
				read_run(p, crf, run);
			rest.first = run.end;
		}
	}
}
