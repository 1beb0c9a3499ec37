/*
 * nx_cue.c
 *		Cues: the words that say that someone said something.
 *
 * A cue is a reporting verb with what belongs to it (has repeatedly said, did
 * not mention, called for) or "according to".  Whether it has a source and a
 * content is for the rules to find.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

static bool
is_be(const NxArticle *a, uint32_t i)
{
	return nx_is_verb(a, i) &&
		nx_is_among(a, i, " am is are was were be been being 's 're \xE2\x80\x99s \xE2\x80\x99re ");
}

/* Takes auxiliaries, adverbs and "to" before the verb into the cue. */
static void
take_group(const NxArticle *a, const NxLevel *level, NxCue *cue)
{
	uint32_t	first = cue->head;

	while (first > level->tokens.first && cue->head - first < 8)
	{
		uint32_t	i = first - 1;

		if (nx_level_inner(a, level, i) != NX_NONE)
			break;
		if (nx_has_tag(a, i, NX_TAG_TO, NX_TAG_TO) && !cue->is_participle)
			cue->is_infinitive = true;
		else if (nx_is_auxiliary(a, i))
			cue->is_passive |= is_be(a, i) && i + 1 <= cue->head &&
				nx_token_at(a, cue->head)->tag == NX_TAG_VBN;
		else if (!nx_is_adverb(a, i))
			break;
		first = i;
	}
	cue->tokens.first = first;
}

static void
take_particle(const NxArticle *a, const NxLevel *level, NxCue *cue)
{
	uint32_t	next = cue->tokens.end;
	char		list[64] = " ";

	if (cue->verb->particles[0] == '\0' || next >= level->tokens.end ||
		nx_level_inner(a, level, next) != NX_NONE)
		return;
	strcat(strcat(list, cue->verb->particles), " ");
	if (!nx_is_among(a, next, list))
		return;
	cue->tokens.end++;
	cue->has_particle = true;
}

static bool
read_according(const NxArticle *a, const NxLevel *level, uint32_t head, NxCue *cue)
{
	if (!nx_is_among(a, head, " according ") || head + 1 >= level->tokens.end ||
		!nx_is_among(a, head + 1, " to "))
		return false;
	cue->kind = NX_CUE_ACCORDING;
	cue->tokens = (NxRange) {head, head + 2};
	return true;
}

bool
nx_cue_read(const NxArticle *a, const NxLevel *level, uint32_t head, NxCue *cue)
{
	memset(cue, 0, sizeof(*cue));
	cue->head = head;
	if (read_according(a, level, head, cue))
		return true;
	if (!nx_is_verb(a, head))
		return false;
	cue->verb = nx_frame_find(a, head);
	if (cue->verb == NULL)
		return false;
	cue->tokens = (NxRange) {head, head + 1};
	cue->is_participle = nx_has_tag(a, head, NX_TAG_VBG, NX_TAG_VBG);
	take_group(a, level, cue);
	take_particle(a, level, cue);
	/* "is saying", "has been telling" make a clause of their own */
	if (cue->is_participle && cue->tokens.first < cue->head)
	{
		for (uint32_t i = cue->tokens.first; i < cue->head; i++)
		{
			if (nx_is_finite_verb(a, i))
				cue->is_participle = false;
		}
	}
	return true;
}
