/*
 * nx_around.c
 *		Reports around reports: which of two levels stands.
 *
 *		Lund will tell the court that he never signed, his lawyer said.
 *		^^^^ ^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^^  what the models found
 *		^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^ ^^^^ the rules
 *
 * The models give each word to one report, and the inner one may have won.  A
 * clause that "X said" ends or "according to X" stands beside is content as a
 * whole, so when all its words that are taken belong to reports inside it, the
 * outer report stands too.  The inner ones stay when somebody says something in
 * them; mere attitudes ("voters back the ceiling, according to a poll") give way.
 *
 * What gives way is left without pieces, for nx_attribution.c to drop, so that
 * the order of the others holds.  Time is bounded by the content's length.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

static bool
is_clause(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (nx_is_finite_verb(a, i) || nx_token_at(a, i)->stretch != NX_NONE)
			return true;
	}
	return false;
}

static bool
lies_in(NxRange words, NxRange range)
{
	return nx_range_is_empty(words) || (range.first <= words.first && words.end <= range.end);
}

static bool
is_part_of(const NxAttribution *attribution, NxRange range)
{
	for (uint32_t p = 0; p < attribution->piece_count; p++)
	{
		if (!lies_in(attribution->pieces[p], range))
			return false;
	}
	return lies_in(attribution->cue, range) && lies_in(attribution->source, range);
}

static uint32_t
count_taken(const NxTaken *taken, NxRange range)
{
	uint32_t	count = 0;

	for (uint32_t i = range.first; i < range.end; i++)
		count += taken->tokens[i];
	return count;
}

/* The first attribution of the models whose cue begins at or behind a token. */
static uint32_t
first_cue_from(const NxArticle *a, const NxTaken *taken, uint32_t token)
{
	uint32_t	low = taken->first;
	uint32_t	high = taken->end;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (a->attributions.items[middle].cue.first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Is what a report goes around a report of its own?  Lund will tell the court that ... */
static bool
is_own_report(const NxArticle *a, const NxAttribution *attribution)
{
	const NxFrameVerb *verb = NULL;

	for (uint32_t i = attribution->cue.first; i < attribution->cue.end; i++)
	{
		if (nx_frame_find(a, i) != NULL)
			verb = nx_frame_find(a, i);
	}
	return verb != NULL && verb->mode == NX_MODE_SPEECH && verb->frames & NX_FRAME_THAT &&
		!nx_range_is_empty(attribution->source) &&
		is_clause(a, attribution->pieces[0]);
}

/* The end of the reports from first on that lie in a content; NX_NONE: one leaves it. */
static uint32_t
end_of_inner(const NxArticle *a, const NxTaken *taken, NxRange content, uint32_t first)
{
	uint32_t	left = count_taken(taken, content);
	uint32_t	end = first;

	for (; end < taken->end && a->attributions.items[end].cue.first < content.end; end++)
	{
		const NxAttribution *inner = &a->attributions.items[end];

		if (!is_part_of(inner, content))
			return NX_NONE;
		left -= inner->cue.end - inner->cue.first;
		for (uint32_t p = 0; p < inner->piece_count; p++)
			left -= inner->pieces[p].end - inner->pieces[p].first;
	}
	return left == 0 ? end : NX_NONE;
}

bool
nx_around_take(NxArticle *a, const NxTaken *taken, NxRange content)
{
	uint32_t	first = first_cue_from(a, taken, content.first);
	uint32_t	end = end_of_inner(a, taken, content, first);

	if (end == NX_NONE)
		return false;
	for (uint32_t n = first; n < end; n++)
	{
		if (!is_own_report(a, &a->attributions.items[n]))
			a->attributions.items[n].piece_count = 0;
	}
	return true;
}
