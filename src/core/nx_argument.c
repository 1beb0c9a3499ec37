/*
 * nx_argument.c
 *		Source and content of each candidate cue.
 *
 * Before it stand the candidates (nx_candidate.c), after it nx_keep.c.
 *
 * A linear chain labels a window around the candidate with source and content
 * of this cue alone, so that who belongs to which cue is decided here and
 * nowhere else.  In
 *		Lund said the pumps were new, adding that every valve had been tested.
 * "Lund" may be the source of both cues, and each content ends at its own.
 *
 * The window is the cue's unit, with the units between marks that follow it
 * (also in the next paragraph, after a colon or when the marks go on) and
 * those that go before it in its paragraph; at most NX_MAX_WINDOW cells.  Of
 * words between marks only those near a mark are in it: the others go with
 * their neighbours, and there are many of them.
 *
 * The walk goes outward from the cue, to the right and then to the left, and
 * carries a trail: how many commas, verbs, nouns, opening marks and other
 * candidates lie between.  So the features of a cell cost the same however far
 * it is.
 */
#include "nx_propose.h"

#define UNITS_BEFORE	6
#define UNITS_AFTER		12
#define EDGE_CELLS		3		/* so near to a mark, cells between marks count */
#define PATH_CELLS		4		/* so near, the very path to the cue counts */

/* Seen on the way from the cue. */
typedef struct Trail
{
	uint32_t	distance;
	uint32_t	others;			/* beginnings of other candidates */
	uint32_t	commas;
	uint32_t	verbs;
	uint32_t	nouns;
	uint32_t	opens;
	uint32_t	path;			/* hash of the gists */
} Trail;

typedef struct Walk
{
	const NxProposal *p;
	const NxCandidate *c;
	const NxWindow *w;
	const NxCell *cue_first;
	const NxCell *cue_last;
	const NxCell *head;			/* its verb, or its last word */
	uint32_t	form;			/* hash of the cue's words */
	uint32_t	lemma;			/* of the head, or the form */
	uint32_t	tags;
	uint32_t	after;			/* what stands behind it */
	uint32_t	comma;
	uint32_t	margin;			/* step of the cue's */
	uint16_t	near[NX_MAX_WINDOW];	/* distance to another candidate */
	bool		begins[NX_MAX_WINDOW];	/* another candidate */
	Trail		trail;
} Walk;

/* One position as seen from the cue. */
typedef struct Spot
{
	const NxCell *at;
	const NxClause *clause;
	uint32_t	i;
	uint32_t	side;			/* before or after, in which unit */
	uint32_t	step;			/* of the distance */
	uint32_t	rivals;			/* other candidates between or nearer */
	uint32_t	between;		/* the trail in short */
	bool		is_elsewhere;	/* in another unit than the cue */
} Spot;

/* ------------------------------------------------------------------------
 * The window
 * ------------------------------------------------------------------------
 */
static bool
ends_in_colon(const NxProposal *p, NxRange unit)
{
	const NxCell *last = &p->cells[unit.end - 1];

	return last->tag == NX_TAG_COLON || last[-1].tag == NX_TAG_COLON;
}

/* May the window go on from its last unit into the next one? */
static bool
reaches_next(const NxProposal *p, const NxCandidate *c, uint32_t last)
{
	const NxUnit *unit = &p->units.items[last];
	const NxUnit *next = unit + 1;
	const NxCell *end = &p->cells[unit->cells.end - 1];

	if (last + 1 >= p->units.count || last - c->unit >= UNITS_AFTER || !next->is_quoted)
		return false;
	if (next->paragraph == unit->paragraph)
		return true;
	if (next->paragraph != unit->paragraph + 1)
		return false;
	if (!ends_in_colon(p, unit->cells) && end->stretch == 0)
		return false;
	return unit->paragraph == p->units.items[c->unit].paragraph || end->place != NX_PLACE_CLOSE;
}

static bool
reaches_past(const NxProposal *p, const NxCandidate *c, uint32_t first)
{
	return first > 0 && c->unit - first < UNITS_BEFORE &&
		p->units.items[first - 1].paragraph == p->units.items[c->unit].paragraph &&
		p->units.items[first - 1].is_quoted;
}

static uint32_t
unit_length(const NxProposal *p, uint32_t unit)
{
	return p->units.items[unit].cells.end - p->units.items[unit].cells.first;
}

/* Deep between marks that the cue is not between. */
static bool
is_deep(const NxProposal *p, const NxCandidate *c, uint32_t i)
{
	uint32_t	stretch = p->cells[i].stretch;
	NxRange		cells = p->stretches.items[stretch];

	return stretch != 0 && stretch != p->cells[c->cue.first].stretch &&
		i >= cells.first + EDGE_CELLS && i + EDGE_CELLS < cells.end;
}

void
nx_argument_window(const NxProposal *p, const NxCandidate *c, NxWindow *w)
{
	uint32_t	length = unit_length(p, c->unit);

	w->units = (NxRange) {c->unit, c->unit + 1};
	while (reaches_next(p, c, w->units.end - 1) &&
		   length + unit_length(p, w->units.end) <= NX_MAX_WINDOW)
		length += unit_length(p, w->units.end++);
	while (reaches_past(p, c, w->units.first) &&
		   length + unit_length(p, w->units.first - 1) <= NX_MAX_WINDOW)
		length += unit_length(p, --w->units.first);
	w->length = 0;
	for (uint32_t u = w->units.first; u < w->units.end; u++)
		for (uint32_t i = p->units.items[u].cells.first; i < p->units.items[u].cells.end; i++)
		{
			if (i == c->cue.first)
				w->cue.first = w->length;
			if (!is_deep(p, c, i))
				w->cells[w->length++] = i;
		}
	w->cue.end = w->cue.first + c->cue.end - c->cue.first;
}

/* ------------------------------------------------------------------------
 * What is known before the walk
 * ------------------------------------------------------------------------
 */
static void
describe_cue(Walk *walk)
{
	const NxCell *cells = walk->p->cells;
	NxRange		cue = walk->c->cue;
	const NxCell *after = &cells[cue.end];

	walk->cue_first = &cells[cue.first];
	walk->cue_last = walk->head = &cells[cue.end - 1];
	walk->form = 1;
	for (uint32_t i = cue.first; i < cue.end; i++)
	{
		walk->form = nx_feature_mix(walk->form, cells[i].form);
		if (cells[i].is_verb && cells[i].tag != NX_TAG_MD)
			walk->head = &cells[i];
	}
	walk->lemma = cue.end - cue.first > 1 && !walk->head->is_verb ?
		walk->form : walk->head->lemma;
	walk->tags = nx_feature_mix(walk->cue_first->is_verb ? walk->cue_first->gist :
								walk->cue_first->tag, walk->head->tag);
	walk->after = nx_feature_mix(after->gist, after[1].noun + after[1].place * 4u);
	walk->comma = nx_form_hash(",", 1);
	walk->margin = nx_margin_step(walk->c->cue_margin);
}

/* Where other candidates begin, and how near one is to each position. */
static void
find_others(Walk *walk)
{
	const NxProposal *p = walk->p;
	uint32_t	length = walk->w->length;
	uint32_t	k = p->units.items[walk->w->units.first].candidates.first;
	uint16_t	near = UINT16_MAX - 1;

	for (uint32_t i = 0; i < length; i++)
	{
		uint32_t	cell = walk->w->cells[i];

		while (k < p->candidates.count && p->candidates.items[k].cue.first < cell)
			k++;
		walk->begins[i] = k < p->candidates.count &&
			p->candidates.items[k].cue.first == cell && !nx_range_holds(walk->c->cue, cell);
	}
	for (uint32_t i = 0; i < length; i++)
		walk->near[i] = near = walk->begins[i] ? 0 : near < 999 ? near + 1 : near;
	near = UINT16_MAX - 1;
	for (uint32_t i = length; i-- > 0;)
	{
		near = walk->begins[i] ? 0 : near < 999 ? near + 1 : near;
		if (near < walk->near[i])
			walk->near[i] = near;
	}
}

/* ------------------------------------------------------------------------
 * Features
 * ------------------------------------------------------------------------
 */
static uint32_t
at_most(uint32_t value, uint32_t most)
{
	return value < most ? value : most;
}

/* Neighbour in the window, or the empty cell. */
static const NxCell *
beside(const Walk *walk, uint32_t i, int step)
{
	uint32_t	other = (uint32_t) ((int64_t) i + step);

	return &walk->p->cells[other < walk->w->length ? walk->w->cells[other] : 0];
}

static uint32_t *
cue_features(const Walk *walk, const Spot *s, uint32_t *f)
{

	f = nx_feature_put2(f, 6, walk->lemma, s->side * 16u + s->step);
	f = nx_feature_put(f, 7, (s->side * 16u + s->step) * 16u + walk->head->report);
	f = nx_feature_put2(f, 11, walk->after, s->side);
	f = nx_feature_put3(f, 13, walk->lemma, s->side, s->at->gist);
	f = nx_feature_put2(f, 15, s->side, s->at->gist);
	f = nx_feature_put2(f, 17, s->side, s->at[-1].gist);
	f = nx_feature_put2(f, 19, s->side * 8u + s->rivals, walk->margin);
	return f;
}

static uint32_t *
trail_features(const Walk *walk, const Spot *s, uint32_t *f)
{
	uint32_t	side_between = s->side * 64u + s->between;

	f = nx_feature_put(f, 20, side_between * 8u + s->rivals);
	f = nx_feature_put(f, 21, ((side_between * 4u + s->at->noun) * 16u + s->at->report) * 4u +
				   s->at->place);
	f = nx_feature_put2(f, 23, side_between, s->at->gist);
	if (walk->trail.distance > PATH_CELLS || s->is_elsewhere)
		return f;
	f = nx_feature_put3(f, 24, walk->trail.path, s->at->gist, s->side);
	f = nx_feature_put3(f, 25, walk->trail.path, walk->lemma, s->side);
	f = nx_feature_put3(f, 26, walk->trail.path, walk->tags, s->at->tag);
	f = nx_feature_put3(f, 27, walk->trail.path, s->at[1].gist, s->side);
	return f;
}

/* The stretch that holds the cell, seen from the cue. */
static uint32_t *
stretch_features(const Walk *walk, const Spot *s, uint32_t *f)
{
	NxRange		stretch = walk->p->stretches.items[s->at->stretch];
	const NxCell *before = &walk->p->cells[stretch.first - 1];
	const NxCell *after = &walk->p->cells[stretch.end];
	uint32_t	starts = stretch.first <= walk->p->units.items[s->at->unit].cells.first;
	uint32_t	touches = stretch.end == walk->c->cue.first ||
		stretch.first == walk->c->cue.end;
	uint32_t	marks = (walk->cue_first[-1].place || walk->cue_last[1].place) + 2u * starts;
	uint32_t	side_rivals = s->side * 8u + s->rivals;

	f = nx_feature_put3(f, 30, before->gist, after->gist,
					s->side * 16u + nx_distance_step(stretch.end - stretch.first));
	f = nx_feature_put(f, 31, (side_rivals * 2u + touches) * 4u + marks);
	f = nx_feature_put3(f, 32, side_rivals * 2u + starts, after->gist, after[1].lemma);
	return f;
}

static uint32_t *
mark_features(const Walk *walk, const Spot *s, uint32_t *f)
{
	uint32_t	places = ((s->side * 4u + s->at->place) * 4u + beside(walk, s->i, -1)->place) * 4u +
		beside(walk, s->i, 1)->place;

	f = nx_feature_put(f, 34, places);
	f = nx_feature_put(f, 37, places * 16u + s->step);
	if (s->at->stretch != 0)
		f = stretch_features(walk, s, f);
	return f;
}

/* A cell of another unit than the cue's. */
static uint32_t *
elsewhere_features(const Walk *walk, const Spot *s, uint32_t *f)
{
	const NxProposal *p = walk->p;
	const NxUnit *unit = &p->units.items[s->at->unit];
	const NxUnit *home = &p->units.items[walk->c->unit];
	const NxCell *first = &p->cells[unit->cells.first];
	const NxCell *home_last = &p->cells[home->cells.end - 1];
	uint32_t	units = unit > home ? (uint32_t) (unit - home) : (uint32_t) (home - unit);
	uint32_t	paragraphs = at_most(unit->paragraph > home->paragraph ?
									 unit->paragraph - home->paragraph :
									 home->paragraph - unit->paragraph, 3);
	uint32_t	side_rivals = s->side * 8u + s->rivals;
	uint32_t	ends = first->place * 4u + p->cells[unit->cells.end - 1].place;

	f = nx_feature_put(f, 40, (side_rivals * 16u + ends) * 8u + at_most(units, 4));
	f = nx_feature_put(f, 41, (((side_rivals * 4u + walk->cue_first[-1].place) * 4u +
							walk->cue_last[1].place) * 4u + home_last->place) * 4u +
				   p->cells[home->cells.first].place);
	f = nx_feature_put(f, 44, ((paragraphs * 8u + s->side) * 16u + ends) * 4u +
				   beside(walk, s->i - (uint32_t) (s->at - first), -1)->place);
	f = nx_feature_put3(f, 45, paragraphs * 8u + s->rivals, home_last->form, walk->lemma);
	return f;
}

static uint32_t *
word_features(const Spot *s, uint32_t *f)
{
	const NxCell *at = s->at;

	f = nx_feature_put2(f, 54, s->side, at[-1].gist3);
	f = nx_feature_put2(f, 55, s->side, at[0].form);
	f = nx_feature_put2(f, 57, s->side, at[1].form);
	f = nx_feature_put(f, 58, (s->side * 8u + at->name) * 64u + at->tag);
	f = nx_feature_put2(f, 59, at[0].form, at[1].form);
	return f;
}

static uint32_t *
clause_features(const Walk *walk, const Spot *s, uint32_t *f)
{
	const NxCell *cells = walk->p->cells;
	const NxClause *c = s->clause;
	uint32_t	i = (uint32_t) (s->at - cells);
	uint32_t	head = (uint32_t) (walk->head - cells);
	const NxCell *stop_after = &cells[c->stop_after];

	f = nx_feature_put3(f, 73, stop_after->form, stop_after[c->stop_after != 0].gist2, s->side);
	f = nx_feature_put(f, 77, ((s->side * 16u + nx_step_to(i, c->stop_after)) * 2u +
						   (c->report_before == head)) * 2u + (c->report_after == head));
	f = nx_feature_put2(f, 78, s->at->gist, (s->side * 16u + nx_step_to(i, c->verb_after)) * 64u +
					cells[c->verb_after].tag);
	return f;
}

/* ------------------------------------------------------------------------
 * The walk
 * ------------------------------------------------------------------------
 */

static void
pass_cell(Walk *walk, uint32_t position, const NxCell *cell)
{
	Trail	   *trail = &walk->trail;

	trail->distance++;
	trail->others += walk->begins[position];
	trail->commas += cell->form == walk->comma;
	trail->verbs += cell->is_verb && cell->stretch == 0;
	trail->opens += cell->place == NX_PLACE_OPEN;
	trail->nouns += cell->noun != NX_NOUN_NONE;
	trail->path = nx_feature_mix(trail->path, cell->gist);
}

static void
visit_cell(Walk *walk, uint32_t position, bool is_after, NxSink *sink)
{
	uint32_t	i = walk->w->cells[position];
	const NxCell *at = &walk->p->cells[i];
	Trail	   *trail = &walk->trail;
	Spot		s = {at, &walk->p->clauses[i], position, is_after, 0, 0, 0, false};
	NxFeatures *room = nx_sink_room(sink);
	uint32_t   *f;

	s.is_elsewhere = at->unit != walk->c->unit;
	s.side += s.is_elsewhere ? (at->unit < walk->c->unit ? 2 : 4) : 0;
	s.step = nx_distance_step(trail->distance);
	s.rivals = at_most(trail->others, 2) * 2 + (walk->near[position] < trail->distance);
	s.between = at_most(trail->commas, 2) + 3 * at_most(trail->verbs, 2) +
		9 * at_most(trail->opens, 1) + 18 * at_most(trail->nouns, 2);
	f = cue_features(walk, &s, room->hashes);
	f = trail_features(walk, &s, f);
	f = mark_features(walk, &s, f);
	if (s.is_elsewhere)
		f = elsewhere_features(walk, &s, f);
	f = word_features(&s, f);
	f = clause_features(walk, &s, f);
	room->count = (uint32_t) (f - room->hashes);
	sink->take(sink->state, position, room);
	pass_cell(walk, position, at);
}

void
nx_argument_walk(const NxProposal *p, const NxCandidate *c, const NxWindow *w,
				 NxSink *sink)
{
	Walk		walk;

	walk.p = p;
	walk.c = c;
	walk.w = w;
	describe_cue(&walk);
	find_others(&walk);
	walk.trail = (Trail) {.path = 1};
	for (uint32_t i = w->cue.end; i < w->length; i++)
		visit_cell(&walk, i, true, sink);
	walk.trail = (Trail) {.path = 2};
	for (uint32_t i = w->cue.first; i-- > 0;)
		visit_cell(&walk, i, false, sink);
}

/* ------------------------------------------------------------------------
 * Decoding
 * ------------------------------------------------------------------------
 */
/* Margins of the cells that are source or content. */
static void
measure_margins(const NxProposal *p, const NxCrf *crf, NxCandidate *c)
{
	const int32_t most = 4 * NX_CRF_NAT;
	int32_t		sum = 0;
	int32_t		count = 0;

	c->least_margin = most;
	for (uint32_t i = 0; i < p->lattice.length; i++)
	{
		uint32_t	type = nx_crf_type(p->labels[i]);
		int32_t		margins[NX_CRF_TYPES];
		int32_t		margin;

		if (type == 0)
			continue;
		nx_crf_type_margins(crf, &p->lattice, i, margins);
		margin = margins[type - 1] < most ? margins[type - 1] : most;
		sum += margin;
		count++;
		if (margin < c->least_margin)
			c->least_margin = margin;
	}
	c->mean_margin = count > 0 ? sum / count : 0;
}

/* Of several sources the one nearest to the cue stands. */
static void
take_source(NxCandidate *c, NxRange found)
{
	uint32_t	kept = c->source.end <= c->cue.first ? c->cue.first - c->source.end :
		c->source.first - c->cue.end;
	uint32_t	distance = found.end <= c->cue.first ? c->cue.first - found.end :
		found.first - c->cue.end;

	if (nx_range_is_empty(c->source) || distance < kept)
		c->source = found;
}

/* Does the last cell close a bracket that was opened in the range? */
static bool
ends_in_bracket(const NxProposal *p, NxRange cells)
{
	uint32_t	i = cells.end - 1;

	if (p->cells[i].tag != NX_TAG_CLOSE)
		return false;
	while (i > cells.first && p->cells[i].tag != NX_TAG_OPEN)
		i--;
	return p->cells[i].tag == NX_TAG_OPEN;
}

/* A stop behind words without marks belongs to the writer, to no part. */
static NxRange
without_stop(const NxProposal *p, NxRange cells)
{
	while (cells.end - cells.first > 1 && p->cells[cells.end - 1].is_stop &&
		   p->cells[cells.end - 1].stretch == 0 && !ends_in_bracket(p, cells))
		cells.end--;
	return cells;
}

static uint32_t
unit_at(const NxProposal *p, const NxWindow *w, uint32_t position)
{
	return p->cells[w->cells[position]].unit;
}

static void
take_spans(const NxProposal *p, const NxWindow *w, NxCandidate *c)
{
	c->source = (NxRange) {0, 0};
	c->piece_count = 0;
	for (uint32_t i = 0; i < w->length;)
	{
		uint32_t	type = nx_crf_type(p->labels[i]);
		uint32_t	first = i++;
		NxRange		found;

		if (type == 0)
			continue;
		while (i < w->length && nx_crf_type(p->labels[i]) == type &&
			   !nx_crf_begins(p->labels[i]) && unit_at(p, w, i) == unit_at(p, w, i - 1))
			i++;
		found = (NxRange) {w->cells[first], w->cells[i - 1] + 1};
		if (type == 1 + NX_PART_SOURCE)
			take_source(c, without_stop(p, found));
		else if (c->piece_count < NX_MAX_SPANS)
			c->pieces[c->piece_count++] = without_stop(p, found);
	}
}

void
nx_argument_read(NxProposal *p, const NxCrf *crf)
{
	NxWindow   *w = nx_arena_alloc(&p->article->arena, sizeof(NxWindow));
	NxCrfScorer scorer = {.crf = crf, .lattice = &p->lattice};
	NxSink		sink;

	nx_sink_begin(&sink, nx_crf_take, &scorer);
	for (uint32_t k = 0; k < p->candidates.count; k++)
	{
		NxCandidate *c = &p->candidates.items[k];

		nx_argument_window(p, c, w);
		nx_poll(p->article, 6 * w->length);
		nx_proposal_stretch_lattice(p, w->length);
		for (uint32_t i = w->cue.first; i < w->cue.end; i++)
			nx_crf_force_outside(&p->lattice, i);
		nx_argument_walk(p, c, w, &sink);
		nx_crf_finish(&scorer);
		nx_crf_run(crf, &p->lattice);
		nx_crf_best(crf, &p->lattice, p->labels);
		measure_margins(p, crf, c);
		take_spans(p, w, c);
	}
}
