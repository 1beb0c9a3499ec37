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
 * Then the stretches between marks that nobody claimed are given to the
 * attribution beside them, or go on with the one of the paragraph before:
 *		"We began at dawn," Hartmann said. "By noon it was gone."
 *
 * Memory: a byte a cell, and the attributions.
 */
#include <stdlib.h>

#include "nx_propose.h"

#define PLAIN_BAR		(-32)	/* log odds of 0.40 in 1/NX_CRF_NAT */
#define MARKED_BAR		(-68)	/* of 0.30 */
#define INHERITED		300		/* confidence of words that only go on */
#define LEAST_WORDS		4		/* of a stretch that begins with a capital */
#define ENOUGH_WORDS	6		/* of any stretch */
#define PARAGRAPHS_BACK	2		/* over which a speech goes on */
#define CUES_AHEAD		8		/* in the same paragraph */

typedef enum Owner
{
	OWNER_NONE, OWNER_CONTENT, OWNER_CUE
} Owner;

typedef struct Assembly
{
	NxProposal *p;
	NxArticle  *a;
	uint8_t    *owners;			/* Owner of each cell */
	uint32_t	first;			/* attributions with a cue: [first, end), sorted */
	uint32_t	end;
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
is_above_bar(const NxProposal *p, const NxCandidate *c)
{
	if (c->piece_count == 0)
		return false;
	for (uint32_t k = 0; k < c->piece_count; k++)
		for (uint32_t i = c->pieces[k].first; i < c->pieces[k].end; i++)
			if (p->cells[i].stretch != 0)
				return c->keep >= MARKED_BAR;
	return c->keep >= PLAIN_BAR;
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
	NxRange    *last = &attribution->pieces[attribution->piece_count - 1];

	if (attribution->piece_count > 0 &&
		(last->end == tokens.first || attribution->piece_count == NX_MAX_PIECES))
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
add_candidate(Assembly *s, const NxCandidate *c)
{
	NxAttribution attribution = {.continues = NX_NONE, .rule = "model"};

	for (uint32_t k = 0; k < c->piece_count; k++)
		claim_range(s, &attribution, c->pieces[k]);
	if (attribution.piece_count == 0)
		return;
	for (uint32_t i = c->cue.first; i < c->cue.end; i++)
		s->owners[i] = OWNER_CUE;
	attribution.cue = tokens_of(s->p, c->cue);
	attribution.source = tokens_of(s->p, c->source);
	attribution.confidence = nx_attribution_model.confidence[nx_keep_step(c->keep)];
	*nx_push(&s->a->arena, &s->a->attributions) = attribution;
}

static void
add_candidates(Assembly *s)
{
	NxProposal *p = s->p;
	uint32_t	count = p->candidates.count;
	const NxCandidate **order = nx_alloc_array(&s->a->arena, const NxCandidate *, count);

	for (uint32_t k = 0; k < count; k++)
		order[k] = &p->candidates.items[k];
	qsort(order, count, sizeof(order[0]), compare_candidates);
	for (uint32_t k = 0; k < count; k++)
		if (is_above_bar(p, order[k]) && !is_claimed(s, order[k]))
			add_candidate(s, order[k]);
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

	for (uint32_t k = s->first + 1; k < s->end; k++)
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

/* ------------------------------------------------------------------------
 * Stretches that nobody claimed
 * ------------------------------------------------------------------------
 */

/* Is it long enough for speech, and most of it free? */
static bool
is_open_speech(const Assembly *s, NxRange stretch)
{
	const NxCell *cells = s->p->cells;
	uint32_t	words = 0;
	uint32_t	taken = 0;
	uint8_t		letters;

	for (uint32_t i = stretch.first; i < stretch.end; i++)
	{
		words += cells[i].is_word;
		taken += s->owners[i] != OWNER_NONE;
	}
	if (words < LEAST_WORDS || taken * 3 > stretch.end - stretch.first)
		return false;
	letters = nx_token_at(s->a, cells[stretch.first + 1].token)->letters;
	return words >= ENOUGH_WORDS || letters == NX_CASE_CAPITAL || letters == NX_CASE_UPPER;
}

static bool
has_marks(const NxArticle *a, const NxAttribution *attribution)
{
	for (uint32_t k = 0; k < attribution->piece_count; k++)
		if (a->tokens.items[attribution->pieces[k].first].stretch != NX_NONE)
			return true;
	return false;
}

/* The first of the sorted attributions whose cue begins at or after a token. */
static uint32_t
first_cue_from(const Assembly *s, uint32_t token)
{
	uint32_t	low = s->first;
	uint32_t	high = s->end;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (s->a->attributions.items[middle].cue.first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The last attribution of a paragraph before a token, else one behind it. */
static uint32_t
neighbour(const Assembly *s, uint32_t token, uint32_t paragraph)
{
	const NxAttribution *items = s->a->attributions.items;
	NxRange		tokens = s->a->paragraphs.items[paragraph].tokens;
	uint32_t	next = first_cue_from(s, token);

	if (next > s->first && items[next - 1].cue.first >= tokens.first)
		return next - 1;
	for (uint32_t k = next; k < s->end && k < next + CUES_AHEAD; k++)
		if (items[k].cue.first < tokens.end && has_marks(s->a, &items[k]))
			return k;
	return NX_NONE;
}

static void
insert_piece(NxAttribution *attribution, NxRange tokens)
{
	NxAttribution sorted = *attribution;
	bool		is_placed = false;

	sorted.piece_count = 0;
	for (uint32_t k = 0; k < attribution->piece_count; k++)
	{
		if (!is_placed && tokens.first < attribution->pieces[k].first)
		{
			add_piece(&sorted, tokens);
			is_placed = true;
		}
		add_piece(&sorted, attribution->pieces[k]);
	}
	if (!is_placed)
		add_piece(&sorted, tokens);
	*attribution = sorted;
}

/* The last attribution of the paragraphs just before. */
static uint32_t
forerunner(const Assembly *s, uint32_t paragraph)
{
	const NxAttribution *items = s->a->attributions.items;
	uint32_t	last = s->a->attributions.count - 1;
	uint32_t	best = first_cue_from(s, s->a->paragraphs.items[paragraph].tokens.first);

	if (s->a->attributions.count > s->end &&
		nx_token_paragraph(s->a, items[last].pieces[0].first) + 1 == paragraph)
		return last;
	if (best > s->first &&
		nx_token_paragraph(s->a, items[best - 1].cue.first) + PARAGRAPHS_BACK >= paragraph)
		return best - 1;
	return NX_NONE;
}

static void
go_on(Assembly *s, NxRange stretch, uint32_t before)
{
	NxAttribution attribution = {
		.continues = before, .rule = "model-goes-on", .confidence = INHERITED,
		.source = s->a->attributions.items[before].source
	};

	claim_range(s, &attribution, stretch);
	if (attribution.piece_count > 0)
		*nx_push(&s->a->arena, &s->a->attributions) = attribution;
}

static void
place_stretch(Assembly *s, NxRange stretch)
{
	const NxCell *cell = &s->p->cells[stretch.first];
	const NxUnit *unit = &s->p->units[cell->unit];
	uint32_t	best = neighbour(s, cell->token, unit->paragraph);

	if (best != NX_NONE)
	{
		NxAttribution *attribution = &s->a->attributions.items[best];

		insert_piece(attribution, tokens_of(s->p, stretch));
		for (uint32_t i = stretch.first; i < stretch.end; i++)
			s->owners[i] = OWNER_CONTENT;
		return;
	}
	best = forerunner(s, unit->paragraph);
	if (best != NX_NONE && unit->is_quoted && unit->cells.first == stretch.first)
		go_on(s, stretch, best);
}

void
nx_propose_assemble(NxProposal *p)
{
	Assembly	s = {.p = p, .a = p->article, .first = p->article->attributions.count};

	s.owners = nx_arena_alloc(&s.a->arena, p->cell_count);
	add_candidates(&s);
	if (s.a->attributions.count > s.first)
		qsort(s.a->attributions.items + s.first, s.a->attributions.count - s.first,
			  sizeof(NxAttribution), compare_attributions);
	s.end = s.a->attributions.count;
	lend_sources(&s);
	for (uint32_t k = 1; k <= p->stretch_count; k++)
		if (is_open_speech(&s, p->stretches[k]))
			place_stretch(&s, p->stretches[k]);
}

void
nx_propose_read(NxArticle *a)
{
	NxProposal *p = nx_proposal_make(a);

	nx_label_read(p, &nx_attribution_model.label);
	nx_argument_read(p, &nx_attribution_model.argument);
	nx_keep_read(p, &nx_attribution_model.keep);
	nx_propose_assemble(p);
}
