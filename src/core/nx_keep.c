/*
 * nx_keep.c
 *		How likely a candidate is right, with the arguments found for it.
 *
 * Before it stand the candidates with source and content (nx_argument.c),
 * after it the assembly (nx_propose.c), which takes them best first.
 *
 * Two logistic models over the same features look at the candidate as a
 * whole: the cue, the margins of both chains, the order, length and marks of
 * the parts, what stands at their edges, whether the cue lies in what another candidate reports, and whether that one
 * claims the same words.  One says how likely the content is right, which
 * decides what is kept; the other how likely content and source are, of which
 * a calibrated table makes the confidence.  Scores are in units of
 * 1/NX_CRF_NAT of log odds.
 */
#include "nx_propose.h"

#define ARGUMENT_NAT	(NX_CRF_NAT / 2)	/* width of a fine step of margins */
#define CONFIDENCE_STEP	12		/* of the table of confidences */

/* What the features of a candidate are made of. */
typedef struct Spot
{
	const NxProposal *p;
	const NxCandidate *c;
	const NxCell *first;		/* of the cue */
	const NxCell *head;
	const NxCell *after;		/* behind the cue */
	const NxCell *begin;		/* of the content */
	const NxCell *source;		/* last cell of the source */
	uint32_t	cue;			/* step of its margin */
	uint32_t	mean;
	uint32_t	least;
	uint32_t	form;
	uint32_t	order;			/* of source, cue, content */
	uint32_t	length;			/* step of the content's length */
	uint32_t	rival;			/* the best cue whose content holds this cue */
	uint32_t	claimant;		/* the best cue that shares content with it */
	bool		is_marked;		/* marks in the content */
	bool		has_verb;
} Spot;

static uint32_t
fine_step(int32_t margin)
{
	int32_t		step = margin / ARGUMENT_NAT + 12;

	return (uint32_t) (step < 0 ? 0 : step > 24 ? 24 : step);
}

static void
describe_cue(Spot *s)
{
	const NxCell *cells = s->p->cells;
	NxRange		cue = s->c->cue;

	s->first = &cells[cue.first];
	s->head = &cells[cue.end - 1];
	s->after = &cells[cue.end];
	s->form = 1;
	for (uint32_t i = cue.first; i < cue.end; i++)
	{
		s->form = nx_feature_mix(s->form, cells[i].form);
		if (cells[i].is_verb && cells[i].tag != NX_TAG_MD)
			s->head = &cells[i];
	}
}

static void
describe_content(Spot *s)
{
	const NxCandidate *c = s->c;
	const NxCell *cells = s->p->cells;
	uint32_t	length = 0;

	for (uint32_t k = 0; k < c->piece_count; k++)
		for (uint32_t i = c->pieces[k].first; i < c->pieces[k].end; i++)
		{
			length++;
			s->is_marked |= cells[i].stretch != 0;
			s->has_verb |= cells[i].is_verb;
		}
	s->length = nx_distance_step(length);
	s->begin = &cells[c->piece_count > 0 ? c->pieces[0].first : 0];
	s->source = &cells[nx_range_is_empty(c->source) ? 0 : c->source.end - 1];
	if (!nx_range_is_empty(c->source))
		s->order = c->source.first < c->cue.first ? 1 : 2;
	if (c->piece_count > 0)
		s->order += c->pieces[0].first < c->cue.first ? 4 : 8;
	s->order += c->piece_count > 1 ? 16 : 0;
}

/* Does a candidate's content hold a range? */
static bool
reports_range(const NxCandidate *c, NxRange range)
{
	for (uint32_t k = 0; k < c->piece_count; k++)
		if (c->pieces[k].first <= range.first && c->pieces[k].end >= range.end)
			return true;
	return false;
}

static bool
shares_content(const NxCandidate *a, const NxCandidate *b)
{
	for (uint32_t k = 0; k < a->piece_count; k++)
		for (uint32_t j = 0; j < b->piece_count; j++)
			if (a->pieces[k].first < b->pieces[j].end && b->pieces[j].first < a->pieces[k].end)
				return true;
	return false;
}

/* Contents reach over few units, so the near candidates are all that can. */
static void
find_rivals(Spot *s)
{
	const NxProposal *p = s->p;
	uint32_t	first = s->c->unit > 2 ? s->c->unit - 2 : 0;
	uint32_t	end = s->c->unit + 3 < p->units.count ? s->c->unit + 3 : p->units.count;

	for (uint32_t k = p->units.items[first].candidates.first; k < p->units.items[end - 1].candidates.end; k++)
	{
		const NxCandidate *other = &p->candidates.items[k];
		uint32_t	step = 1 + nx_margin_step(other->cue_margin);

		if (other == s->c)
			continue;
		if (step > s->rival && reports_range(other, s->c->cue))
			s->rival = step;
		if (step > s->claimant && shares_content(other, s->c))
			s->claimant = step;
	}
}

static uint32_t *
cue_features(const Spot *s, uint32_t *f)
{
	f = nx_feature_put(f, 1, 0);
	f = nx_feature_put(f, 2, s->cue);
	f = nx_feature_put(f, 3, s->cue / 2 * 32 + s->mean / 2);
	f = nx_feature_put(f, 4, s->head->lemma);
	f = nx_feature_put(f, 5, s->form);
	f = nx_feature_put(f, 6, s->head->report * 64u + s->order);
	f = nx_feature_put2(f, 7, s->head->lemma, s->order);
	f = nx_feature_put2(f, 8, s->after->gist, s->after[1].gist);
	f = nx_feature_put2(f, 9, s->first[-1].gist, s->first->tag);
	f = nx_feature_put2(f, 10, s->head->lemma, s->after->gist);
	f = nx_feature_put2(f, 11, s->head->lemma, s->first[-1].gist);
	f = nx_feature_put(f, 12, s->head->report);
	f = nx_feature_put2(f, 13, s->head->tag, s->after->gist);
	f = nx_feature_put(f, 14, s->rival * 32 + s->cue);
	f = nx_feature_put2(f, 15, s->rival, s->head->lemma);
	f = nx_feature_put(f, 16, s->cue / 2 * 64 + s->head->tag);
	f = nx_feature_put2(f, 17, s->first[-2].gist, s->first[-1].gist);
	return f;
}

static uint32_t *
argument_features(const Spot *s, uint32_t *f)
{
	const NxCandidate *c = s->c;
	uint32_t	source = s->source->noun * 8u + s->source->name +
		(c->source.end - c->source.first > 1) * 64u;

	f = nx_feature_put(f, 20, s->mean);
	f = nx_feature_put(f, 21, s->least);
	f = nx_feature_put(f, 22, s->least / 2 * 32 + s->cue / 2);
	f = nx_feature_put(f, 23, s->least * 8 + (c->piece_count > 3 ? 3 : c->piece_count) * 2 +
				   s->is_marked);
	f = nx_feature_put(f, 24, source * 64u + s->order);
	f = nx_feature_put2(f, 25, s->head->lemma, source);
	f = nx_feature_put(f, 26, s->source->lemma);
	f = nx_feature_put(f, 27, s->length * 2 + s->is_marked);
	f = nx_feature_put2(f, 28, s->begin->gist, s->head->report);
	f = nx_feature_put2(f, 29, s->begin->gist, s->head->lemma);
	f = nx_feature_put3(f, 30, s->head->lemma, s->has_verb, s->is_marked);
	f = nx_feature_put(f, 31, ((s->length * 2 + s->has_verb) * 2 + s->is_marked) * 16u +
				   s->head->report);
	f = nx_feature_put(f, 32, s->begin->gist2);
	f = nx_feature_put2(f, 33, s->order * 2 + s->is_marked, s->least / 2);
	f = nx_feature_put(f, 36, s->claimant * 32 + s->cue);
	f = nx_feature_put(f, 37, (s->claimant * 16 + s->rival) * 32 + s->mean / 2);
	f = nx_feature_put2(f, 38, s->head->lemma, s->least / 4);
	return f;
}

/* What stands behind the last piece. */
static uint32_t *
edge_features(const Spot *s, uint32_t *f)
{
	const NxCandidate *c = s->c;
	const NxCell *end;

	if (c->piece_count == 0)
		return f;
	end = &s->p->cells[c->pieces[c->piece_count - 1].end];
	f = nx_feature_put2(f, 40, end->gist, end[-1].gist);
	f = nx_feature_put(f, 41, ((c->pieces[0].first == c->cue.end) * 2 +
						   (end == s->first)) * 16 + s->head->report);
	f = nx_feature_put2(f, 42, end->gist, end[1].gist);
	return f;
}

void
nx_keep_features(const NxProposal *p, const NxCandidate *c, NxFeatures *features)
{
	Spot		s = {.p = p, .c = c};
	uint32_t   *f = features->hashes;

	s.cue = fine_step(c->cue_margin);
	s.mean = fine_step(c->mean_margin);
	s.least = fine_step(c->least_margin);
	describe_cue(&s);
	describe_content(&s);
	find_rivals(&s);
	f = cue_features(&s, f);
	f = argument_features(&s, f);
	f = edge_features(&s, f);
	features->count = (uint32_t) (f - features->hashes);
}

uint32_t
nx_keep_step(int32_t trust)
{
	int32_t		step = trust / CONFIDENCE_STEP + NX_CONFIDENCES / 2;

	return (uint32_t) (step < 0 ? 0 : step >= NX_CONFIDENCES ? NX_CONFIDENCES - 1 : step);
}

void
nx_keep_read(NxProposal *p, const NxLinear *keep)
{
	NxFeatures	features;
	int16_t		scores[NX_LANES];

	for (uint32_t k = 0; k < p->candidates.count; k++)
	{
		NxCandidate *c = &p->candidates.items[k];

		nx_poll(p->article, sizeof(*c));
		nx_keep_features(p, c, &features);
		nx_linear_score(keep, &features, scores);
		c->keep = scores[NX_KEEP_CONTENT] * keep->unit;
		c->trust = scores[NX_KEEP_TRUST] * keep->unit;
	}
}
