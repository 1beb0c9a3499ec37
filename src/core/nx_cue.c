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

/* A verb that leaves the reporting to the one behind it: continued to say. */
static bool
is_chaining(const NxArticle *a, uint32_t i)
{
	return nx_is_verb(a, i) &&
		nx_is_among(a, i, " began begin begins beginning continue continued continues continuing "
					"start started starts starting kept keep keeps go going went used try tried "
					"tries trying came come has have had having need needs rushed seems appears "
					"seemed appeared helped proceeded ");
}

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
		if (nx_tag_is(a, i, NX_TAG_TO) && !cue->is_participle)
			cue->is_infinitive = true;
		else if (is_chaining(a, i) && (cue->is_infinitive || cue->is_participle))
			cue->is_infinitive = false;
		else if (nx_is_auxiliary(a, i))
			cue->is_passive |= is_be(a, i) && i + 1 <= cue->head &&
				nx_tag_is(a, cue->head, NX_TAG_VBN);
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
	/* "made it clear" */
	if (next + 1 < level->tokens.end && nx_is_among(a, next, " it ") &&
		nx_is_among(a, next + 1, list))
		next++;
	if (!nx_is_among(a, next, list))
		return;
	cue->tokens.end = next + 1;
	cue->has_particle = true;
}

static bool
read_according(const NxArticle *a, const NxLevel *level, uint32_t head, NxCue *cue)
{
	if (nx_token_length(a, head) != strlen("according") || head + 1 >= level->tokens.end ||
		!nx_is_among(a, head + 1, " to ") || !nx_is_among(a, head, " according "))
		return false;
	cue->kind = NX_CUE_ACCORDING;
	cue->tokens = (NxRange) {head, head + 2};
	return true;
}

/*
 * A present form that looks like a noun in the plural: "A," Finch adds.  It is
 * a verb when marks stand before its subject.
 */
static bool
is_verb_after_marks(const NxArticle *a, const NxLevel *level, uint32_t head)
{
	uint32_t	i = head;

	if (!nx_has_tag(a, head, NX_TAG_NN, NX_TAG_NNS) || head == level->tokens.first ||
		nx_token_at(a, head)->letters != NX_CASE_LOWER)
		return false;
	for (uint32_t n = 0; n < 10 && i > level->tokens.first; n++)
	{
		i--;
		if (nx_level_inner(a, level, i) != NX_NONE)
			return i + 1 < head;
		if (!nx_is_phrase_word(a, i) && !(nx_is_comma(a, i) && i + 1 < head))
			return false;
	}
	return false;
}

/* The same, where a name stands before it and a clause behind: Chen reckons she lost. */
static bool
is_verb_before_clause(const NxArticle *a, const NxLevel *level, uint32_t head)
{
	return nx_tag_is(a, head, NX_TAG_NNS) && head > level->tokens.first &&
		head + 1 < level->tokens.end && nx_token_at(a, head)->letters == NX_CASE_LOWER &&
		(nx_is_name(a, head - 1) || nx_tag_is(a, head - 1, NX_TAG_PRP)) &&
		nx_is_among(a, head + 1, " he she it they we i that there ");
}

/* Finch Calls Port 'A Disgrace': in a headline the tagger takes "Calls" for a name. */
static bool
is_verb_in_headline(const NxArticle *a, const NxLevel *level, uint32_t head)
{
	return nx_has_tag(a, head, NX_TAG_NNS, NX_TAG_NNPS) && head > level->tokens.first &&
		head + 1 < level->tokens.end && nx_is_name(a, head - 1) && !nx_is_name(a, head) &&
		a->text[nx_token_at(a, head)->end_b - 1] == 's' &&
		a->paragraphs.items[nx_token_paragraph(a, head)].zone == NX_ZONE_HEADLINE;
}

/* It leaks, say the tenants: the tagger takes "say" for an exclamation. */
static bool
is_say_behind_comma(const NxArticle *a, const NxLevel *level, uint32_t head)
{
	return nx_tag_is(a, head, NX_TAG_UH) && head > level->tokens.first &&
		head + 1 < level->tokens.end && nx_is_among(a, head, " say says ") &&
		(nx_is_comma(a, head - 1) || nx_level_inner(a, level, head - 1) != NX_NONE) &&
		nx_is_phrase_begin(a, head + 1);
}

/*
 * May a participle be the verb of its sentence, as there is no other?  Lund, the
 * mayor, appealed to residents: the tagger cannot tell the two.
 */
static bool
is_only_verb(const NxArticle *a, const NxLevel *level, uint32_t head)
{
	NxRange		sentence = nx_sentence_of(a, head);
	uint32_t	i = nx_look_back(sentence.first, head);

	for (; i < sentence.end && i < level->tokens.end && i < head + NX_MAX_LOOK; i++)
	{
		if (i != head && nx_is_finite_verb(a, i) && i >= level->tokens.first &&
			nx_level_inner(a, level, i) == NX_NONE)
			return false;
	}
	return !(head + 1 < level->tokens.end && nx_is_among(a, head + 1, " by "));
}

bool
nx_cue_read(const NxArticle *a, const NxLevel *level, uint32_t head, NxCue *cue)
{
	memset(cue, 0, sizeof(*cue));
	cue->head = head;
	if (read_according(a, level, head, cue))
		return true;
	if (!nx_is_verb(a, head) && !is_verb_after_marks(a, level, head) &&
		!is_verb_before_clause(a, level, head) && !is_say_behind_comma(a, level, head) &&
		!is_verb_in_headline(a, level, head))
		return false;
	cue->verb = nx_frame_find(a, head);
	if (cue->verb == NULL)
		return false;
	cue->tokens = (NxRange) {head, head + 1};
	cue->is_participle = nx_tag_is(a, head, NX_TAG_VBG);
	take_group(a, level, cue);
	take_particle(a, level, cue);
	if (cue->verb->frames & NX_FRAME_NEEDS_PARTICLE && !cue->has_particle)
		return false;
	cue->frames = cue->verb->frames;
	/* "backed by him" reports nothing, unless a clause shows that it does */
	if (nx_tag_is(a, head, NX_TAG_VBN) && cue->tokens.first == head &&
		!is_only_verb(a, level, head))
		cue->frames &= NX_FRAME_THAT | NX_FRAME_BARE | NX_FRAME_MARKS | NX_FRAME_QUESTION |
			NX_FRAME_ADDRESSEE;
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
