/*
 * nx_propose.c
 *		From scored candidates to attributions.
 *
 * Before it stand the candidates with arguments and scores (nx_keep.c); its
 * attributions go to nx_attribution.c, which knows the special layouts.
 *
 * Candidates are taken by falling score, so where two claim the same words the
 * better one has them:
 *	1. one below the bar is dropped (the bar is lower for words between marks:
 *	   they are nearly always speech, and losing them costs more);
 *	2. one whose cue, or more than half of whose content, is already content of
 *	   a better one is dropped;
 *	3. what is left keeps the part of its content that is still free.
 *
 * Memory: a byte a cell, and the attributions.
 */
#include "nx_propose.h"
#include "nx_reader.h"

#define PLAIN_BAR		(-72)	/* log odds of 0.35 in 1/NX_CRF_NAT */
#define MARKED_BAR		(-100)	/* of 0.22 */

typedef enum Owner
{
	OWNER_NONE, OWNER_CONTENT, OWNER_CUE
} Owner;

typedef struct Assembly
{
	NxProposal *p;
	NxArticle  *a;
	uint8_t    *owners;			/* Owner of each cell */
	uint32_t	first;			/* attributions that stood before are not ours */
	const NxAttributionModel *model;
} Assembly;

/* ------------------------------------------------------------------------
 * Candidates, best first
 * ------------------------------------------------------------------------
 */
static int
compare_candidates(const void *left, const void *right)
{
	const NxCandidate *a = *(const NxCandidate *const *) left;
	const NxCandidate *b = *(const NxCandidate *const *) right;

	if (a->keep != b->keep)
		return a->keep < b->keep ? 1 : -1;
	return a->cue.first < b->cue.first ? -1 : a->cue.first > b->cue.first;
}

static bool
is_claimed(const Assembly *s, const NxCandidate *c)
{
	uint32_t	total = 0;
	uint32_t	taken = 0;

	for (uint32_t i = c->cue.first; i < c->cue.end; i++)
		if (s->owners[i] == OWNER_CONTENT)
			return true;
	for (uint32_t k = 0; k < c->piece_count; k++)
		for (uint32_t i = c->pieces[k].first; i < c->pieces[k].end; i++)
		{
			total++;
			taken += s->owners[i] == OWNER_CONTENT;
		}
	return taken * 2 > total;
}

static bool
is_marked(const NxProposal *p, const NxCandidate *c)
{
	for (uint32_t k = 0; k < c->piece_count; k++)
		for (uint32_t i = c->pieces[k].first; i < c->pieces[k].end; i++)
			if (p->cells[i].stretch != 0)
				return true;
	return false;
}

static NxVerdict
judge(const Assembly *s, const NxCandidate *c)
{
	if (c->piece_count == 0)
		return NX_VERDICT_NO_CONTENT;
	if (c->keep < (is_marked(s->p, c) ? MARKED_BAR : PLAIN_BAR))
		return NX_VERDICT_BELOW_BAR;
	return is_claimed(s, c) ? NX_VERDICT_CLAIMED : NX_VERDICT_TAKEN;
}

static NxRange
tokens_of(const NxProposal *p, NxRange cells)
{
	if (nx_range_is_empty(cells))
		return (NxRange) {0, 0};
	return (NxRange) {p->cells[cells.first].token, p->cells[cells.end - 1].token + 1};
}

/* Add a piece behind the others; one that follows directly is joined. */
static void
add_piece(NxAttribution *attribution, NxRange tokens)
{
	uint32_t	count = attribution->piece_count;
	NxRange    *last = count > 0 ? &attribution->pieces[count - 1] : NULL;

	if (last != NULL && (last->end == tokens.first || count == NX_MAX_PIECES))
		last->end = tokens.end;
	else
		attribution->pieces[attribution->piece_count++] = tokens;
}

/* Give the free cells of a range to an attribution. */
static void
claim_range(Assembly *s, NxAttribution *attribution, NxRange cells)
{
	uint32_t	i = cells.first;

	while (i < cells.end)
	{
		uint32_t	first = i;

		while (i < cells.end && s->owners[i] == OWNER_NONE)
			s->owners[i++] = OWNER_CONTENT;
		if (i > first)
			add_piece(attribution, tokens_of(s->p, (NxRange) {first, i}));
		else
			i++;
	}
}

static void
add_candidate(Assembly *s, NxCandidate *c)
{
	NxAttribution attribution = {.continues = NX_NONE, .rule = "model"};

	for (uint32_t k = 0; k < c->piece_count; k++)
		claim_range(s, &attribution, c->pieces[k]);
	if (attribution.piece_count == 0)
	{
		c->verdict = NX_VERDICT_CLAIMED;
		return;
	}
	for (uint32_t i = c->cue.first; i < c->cue.end; i++)
		s->owners[i] = OWNER_CUE;
	attribution.cue = tokens_of(s->p, c->cue);
	attribution.source = tokens_of(s->p, c->source);
	attribution.confidence = s->model->confidence[nx_keep_step(c->trust)];
	*nx_push(&s->a->arena, &s->a->attributions) = attribution;
}

static void
add_candidates(Assembly *s)
{
	NxProposal *p = s->p;
	uint32_t	count = p->candidates.count;
	NxCandidate **order = nx_alloc_array(&s->a->arena, NxCandidate *, count);

	for (uint32_t k = 0; k < count; k++)
		order[k] = &p->candidates.items[k];
	nx_sort(s->a, order, count, sizeof(order[0]), compare_candidates);
	for (uint32_t k = 0; k < count; k++)
	{
		nx_poll(s->a, sizeof(NxCandidate));
		order[k]->verdict = (uint8_t) judge(s, order[k]);
		if (order[k]->verdict == NX_VERDICT_TAKEN)
			add_candidate(s, order[k]);
	}
}

/* ------------------------------------------------------------------------
 * In the order of the text
 * ------------------------------------------------------------------------
 */
static int
compare_attributions(const void *left, const void *right)
{
	const NxAttribution *a = left;
	const NxAttribution *b = right;

	return a->cue.first < b->cue.first ? -1 : a->cue.first > b->cue.first;
}

static bool
same_sentence(const NxArticle *a, uint32_t left, uint32_t right)
{
	return a->tokens.items[left].sentence == a->tokens.items[right].sentence;
}

/* A verb that has lost its source has that of a cue before it. */
static void
lend_sources(Assembly *s)
{
	NxAttribution *items = s->a->attributions.items;

	for (uint32_t k = s->first + 1; k < s->a->attributions.count; k++)
	{
		uint32_t	cue = items[k].cue.first;
		uint8_t		tag = s->a->tokens.items[cue].tag;

		if (!nx_range_is_empty(items[k].source) || tag < NX_TAG_VB || tag > NX_TAG_VBZ ||
			tag == NX_TAG_VBN)
			continue;
		for (uint32_t j = k; j-- > s->first && j + 2 >= k;)
			if (!nx_range_is_empty(items[j].source) && same_sentence(s->a, items[j].cue.first, cue))
			{
				items[k].source = items[j].source;
				break;
			}
	}
}

static void
assemble(NxProposal *p, const NxAttributionModel *model)
{
	NxArticle  *a = p->article;
	Assembly	s = {.p = p, .model = model, .a = a, .first = a->attributions.count};

	s.owners = nx_arena_alloc(&a->arena, p->cell_count);
	add_candidates(&s);
	if (a->attributions.count > s.first)
		nx_sort(a, a->attributions.items + s.first, a->attributions.count - s.first,
				sizeof(NxAttribution), compare_attributions);
	lend_sources(&s);
}

/* What there is to tell of the candidates when they are gone (nx_explain.c). */
static void
keep_judgements(const NxProposal *p)
{
	NxArticle  *a = p->article;

	for (uint32_t k = 0; k < p->candidates.count; k++)
	{
		const NxCandidate *c = &p->candidates.items[k];
		NxJudgement *judgement = nx_push(&a->arena, &a->judgements);

		judgement->cue = tokens_of(p, c->cue);
		judgement->keep = c->keep;
		judgement->verdict = c->verdict;
	}
}

static void
read_slab(NxProposal *p, const NxAttributionModel *model, NxRange sentences,
		  const bool *is_taken)
{
	nx_proposal_fill(p, sentences);
	for (uint32_t u = 0; u < p->units.count; u++)
		p->units.items[u].may_report &= !is_taken[p->units.items[u].paragraph];
	nx_candidate_read(p, &model->cue);
	nx_argument_read(p, &model->argument);
	nx_keep_read(p, &model->keep);
	assemble(p, model);
	keep_judgements(p);
}

void
nx_propose_read(NxArticle *a, const bool *is_taken)
{
	const NxAttributionModel *model = a->reader->attribution;
	NxRange		slab = nx_slab_at(a, 0);
	NxProposal *p;

	if (model == NULL)
		return;
	p = nx_proposal_make(a);
	for (; !nx_range_is_empty(slab); slab = nx_slab_at(a, slab.end))
		read_slab(p, model, slab, is_taken);
}
