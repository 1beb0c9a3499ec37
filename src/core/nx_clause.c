/*
 * nx_clause.c
 *		Reported clauses: where the content behind a cue begins, and where it
 *		ends.
 *
 *		Obama said on Sept 16 during a meeting that the US is ready .
 *		      ^cue ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^ begins             ^ ends
 *
 * From the cue on, adverbials and the addressee are stepped over until a word
 * begins a content that the verb's frames allow.  A bare clause must show a
 * finite verb after its noun phrase, else "said Tuesday in Reno" would be one.
 * A content reaches to the end of its sentence (and on through marks that are
 * open there) unless a comma before that hands the word back to the writer:
 * ", which", ", saying", ", but he", ", Finch said".
 *
 * Looks are bounded by NX_MAX_LOOK tokens; no memory is taken.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

static bool
is_that(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " that ");
}

static bool
is_question_word(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " whether if how why what who when where which ");
}

static bool
is_preposition(const NxArticle *a, uint32_t i)
{
	return (nx_tag_is(a, i, NX_TAG_IN) || nx_tag_is(a, i, NX_TAG_TO) ||
			nx_tag_is(a, i, NX_TAG_VBG)) &&
		nx_is_among(a, i, " in on at during after before from with by to about of over "
					"through via outside inside following near ahead into for against "
					"regarding since until ");
}

static bool
is_subordinate(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " if because when while as although though unless once since "
					   "after before until given despite without ");
}

/* A finite verb after a noun phrase that begins here: a clause without "that". */
static bool
is_bare_clause(const NxArticle *a, const NxLevel *level, uint32_t first)
{
	uint32_t	i = first;

	for (uint32_t n = 0; n < 30 && i < level->tokens.end; n++)
	{
		if (nx_is_finite_verb(a, i))
			return i > first || nx_tag_is(a, first, NX_TAG_MD);
		if (nx_is_stop(a, i) || is_that(a, i))
			return false;
		if (nx_is_comma(a, i) && !is_subordinate(a, first) && n < 3)
			return false;
		/* he said Finch "would go": the verb stands between marks */
		if (i > first && nx_level_inner(a, level, i) != NX_NONE)
			return true;
		i = nx_level_next(a, level, i);
	}
	return false;
}

/* Past "Tuesday", "this week", "earlier Friday"; or the same token. */
static uint32_t
skip_time(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	if (i + 1 < level->tokens.end && nx_tag_is(a, i + 1, NX_TAG_POS))
		return i;
	if (nx_is_time_word(a, i))
		return i + 1;
	if (nx_is_among(a, i, " last this next earlier later late early ") &&
		i + 1 < level->tokens.end && nx_is_time_word(a, i + 1))
		return i + 2;
	return i;
}

/* Past a preposition and its phrase, a time, an adverb; or the same token. */
static uint32_t
skip_adverbial(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	NxRange		phrase;

	if (skip_time(a, level, i) != i)
		return skip_time(a, level, i);
	if (nx_is_adverb(a, i) || nx_tag_is(a, i, NX_TAG_CD))
		return i + 1;
	if (!is_preposition(a, i) || i + 1 >= level->tokens.end)
		return i;
	if (nx_is_time_word(a, i + 1))
		return i + 2;
	if (is_preposition(a, i + 1))
		return i + 1;
	phrase = nx_phrase_after(a, level, i + 1);
	return nx_range_is_empty(phrase) ? i : phrase.end;
}

/* The noun phrase that is told something; empty when a clause begins there. */
static NxRange
read_addressee(const NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t i)
{
	NxRange		phrase = {i, i};

	if (!(cue->frames & NX_FRAME_ADDRESSEE) || i >= level->tokens.end ||
		is_that(a, i) || cue->is_passive || cue->has_particle)
		return phrase;
	if (nx_level_inner(a, level, i) != NX_NONE || !nx_is_phrase_begin(a, i))
		return phrase;
	phrase = nx_phrase_after(a, level, i);
	/* told the court | Lund had gone: the name is another phrase */
	for (uint32_t k = phrase.first + 1; k < phrase.end; k++)
	{
		if (nx_is_name(a, k) && nx_is_noun(a, k - 1) && !nx_is_capital(a, k - 1) &&
			phrase.end < level->tokens.end && nx_is_finite_verb(a, phrase.end))
			phrase.end = k;
	}
	/* "warned the wall would fall", but "told the court the wall would fall" */
	if (strcmp(cue->verb->lemma, "tell") != 0 && phrase.end < level->tokens.end &&
		nx_is_finite_verb(a, phrase.end))
		phrase.end = i;
	return phrase;
}

static bool
is_dash(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " - -- \xE2\x80\x93 \xE2\x80\x94 ");
}

/* Past what commas or dashes hold from token i on: "said, in part, that". */
static uint32_t
skip_enclosed(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	bool		is_comma = nx_is_comma(a, i);
	uint32_t	first = i++;

	while (i < level->tokens.end && i - first < 14)
	{
		if (nx_level_inner(a, level, i) != NX_NONE)
			return i;
		if (is_comma ? nx_is_comma(a, i) : is_dash(a, i))
			return i + 1;
		if (nx_is_stop(a, i) || nx_is_finite_verb(a, i))
			break;
		i++;
	}
	return NX_NONE;
}

/* May content of one of the verb's frames begin at the token? */
static bool
begins_content(const NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t i)
{
	uint16_t	frames = cue->frames;

	if (nx_level_inner(a, level, i) != NX_NONE)
		return true;
	if (is_that(a, i) && frames & NX_FRAME_THAT)
		return true;
	if (is_question_word(a, i) && (frames & NX_FRAME_QUESTION || cue->has_particle))
		return true;
	if (nx_tag_is(a, i, NX_TAG_TO) && frames & NX_FRAME_INFINITIVE)
		return i + 1 < level->tokens.end &&
			(nx_is_verb(a, i + 1) || nx_is_adverb(a, i + 1) ||
			 nx_level_inner(a, level, i + 1) != NX_NONE);
	if (frames & NX_FRAME_BARE && !is_preposition(a, i) &&
		(nx_is_phrase_begin(a, i) || is_subordinate(a, i) ||
		 nx_tag_is(a, i, NX_TAG_EX) || nx_tag_is(a, i, NX_TAG_VBG)) &&
		is_bare_clause(a, level, i))
		return true;
	if (cue->has_particle && nx_tag_is(a, i, NX_TAG_VBG))
		return true;
	return (cue->has_particle || frames & NX_FRAME_PHRASE) &&
		(nx_is_phrase_begin(a, i) || nx_is_among(a, i, " what "));
}

/* "urged residents (not) to leave", "appealed to them to leave": the object belongs to it. */
static bool
begins_object_infinitive(const NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t i)
{
	NxRange		object;

	if (!(cue->frames & NX_FRAME_OBJECT_INFINITIVE))
		return false;
	if (strcmp(cue->verb->lemma, "appeal") == 0 && nx_is_among(a, i, " to "))
		i++;
	if (i >= level->tokens.end || !nx_is_phrase_begin(a, i))
		return false;
	object = nx_phrase_after(a, level, i);
	while (object.end + 1 < level->tokens.end && nx_is_comma(a, object.end) &&
		   object.end - i < 20 && nx_is_phrase_begin(a, object.end + 1))
		object = nx_phrase_after(a, level, object.end + 1);
	if (object.end < level->tokens.end && !nx_tag_is(a, object.end, NX_TAG_TO))
		object.end = skip_adverbial(a, level, object.end);
	if (object.end < level->tokens.end && nx_is_among(a, object.end, " not "))
		object.end++;
	return object.end + 1 < level->tokens.end &&
		nx_tag_is(a, object.end, NX_TAG_TO) && nx_is_verb(a, object.end + 1);
}

uint32_t
nx_clause_begin(const NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t from,
				NxRange *addressee)
{
	uint32_t	i = from;

	*addressee = (NxRange) {from, from};
	if (i < level->tokens.end && begins_object_infinitive(a, level, cue, i))
		return i;
	*addressee = read_addressee(a, level, cue, i);
	i = addressee->end;
	for (uint32_t n = 0; n < 12 && i < level->tokens.end; n++)
	{
		uint32_t	next;

		if (begins_content(a, level, cue, i) && skip_time(a, level, i) == i)
			return i;
		if (nx_is_byte(a, i, ':') && i + 1 < level->tokens.end)
			return i + 1;
		if (nx_is_comma(a, i) || is_dash(a, i))
			next = skip_enclosed(a, level, i);
		else
			next = skip_adverbial(a, level, i);
		if (next == i || next == NX_NONE)
			break;
		i = next;
	}
	return NX_NONE;
}

/* ------------------------------------------------------------------------
 * The end
 * ------------------------------------------------------------------------
 */

/* A subject and a finite verb right behind token i. */
static bool
is_new_clause(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	NxRange		phrase;

	if (i >= level->tokens.end || nx_level_inner(a, level, i) != NX_NONE ||
		!nx_is_phrase_begin(a, i))
		return false;
	phrase = nx_phrase_after(a, level, i);
	while (phrase.end < level->tokens.end && nx_is_adverb(a, phrase.end))
		phrase.end++;
	return phrase.end < level->tokens.end && nx_is_finite_verb(a, phrase.end);
}

/* A subject and a reporting verb behind token i: "Finch said". */
static bool
is_reporting_clause(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	NxRange		phrase;
	const NxFrameVerb *verb;

	if (i >= level->tokens.end || !is_new_clause(a, level, i))
		return false;
	phrase = nx_phrase_after(a, level, i);
	while (phrase.end < level->tokens.end &&
		   (nx_is_adverb(a, phrase.end) || nx_is_auxiliary(a, phrase.end)))
		phrase.end++;
	if (phrase.end >= level->tokens.end)
		return false;
	verb = nx_frame_find(a, phrase.end);
	return verb != NULL && verb->mode == NX_MODE_SPEECH;
}

/* A reporting verb that goes on with the cue's subject, in its form: "and called". */
static bool
is_further_report(const NxArticle *a, const NxLevel *level, uint32_t i, uint8_t cue_tag)
{
	while (i < level->tokens.end && nx_is_adverb(a, i))
		i++;
	return i < level->tokens.end && nx_token_at(a, i)->tag == cue_tag &&
		nx_is_verb(a, i) && nx_frame_find(a, i) != NULL;
}

typedef struct Ending
{
	uint8_t		cue_tag;
	bool		is_relative;	/* of a relative clause: who said A, left */
	bool		is_fronted;		/* before the main clause: While he said A, she */
	bool		is_opened;		/* a clause inside ends next: that if A, B */
} Ending;

/* Does the content end before token i, which stands behind a comma? */
static bool
ends_at_comma(const NxArticle *a, const NxLevel *level, uint32_t i, const Ending *ending)
{
	if (i >= level->tokens.end || nx_level_inner(a, level, i) != NX_NONE)
		return false;
	if (ending->is_relative && nx_is_verb(a, i))
		return true;
	if (nx_is_among(a, i, " according although though despite compared which "))
		return true;
	if (nx_tag_is(a, i, NX_TAG_VBG))
		return nx_frame_find(a, i) != NULL || nx_is_among(a, i, " leaving making citing ");
	/* "while their aims differ" is still of the same ones */
	if (nx_is_among(a, i, " while "))
		return i + 1 < level->tokens.end && nx_token_at(a, i + 1)->tag != NX_TAG_PRPS;
	if (nx_is_among(a, i, " but yet "))
		return is_new_clause(a, level, i + 1) ||
			is_further_report(a, level, i + 1, ending->cue_tag);
	if (nx_is_among(a, i, " and "))
		return is_reporting_clause(a, level, i + 1) ||
			is_further_report(a, level, i + 1, ending->cue_tag);
	if (nx_is_among(a, i, " said says "))
		return true;
	return is_reporting_clause(a, level, i) ||
		(ending->is_fronted && !ending->is_opened && is_new_clause(a, level, i));
}

/* Does the content end at a token of its level that is no comma? */
static bool
ends_at_word(const NxArticle *a, const NxLevel *level, uint32_t i, const Ending *ending)
{
	if (!nx_is_word(a, i))
		return (nx_is_byte(a, i, ';') || is_dash(a, i)) && is_reporting_clause(a, level, i + 1);
	if (nx_is_among(a, i, " but "))
		return is_new_clause(a, level, i + 1);
	return nx_is_among(a, i, " and ") && is_further_report(a, level, i + 1, ending->cue_tag);
}

/* The end of the sentence of token i, with sentences that marks join to it. */
static uint32_t
sentence_end(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	uint32_t	end = nx_sentence_of(a, i).end;

	while (end < level->tokens.end)
	{
		uint32_t	inner = nx_level_inner(a, level, end);

		if (inner == NX_NONE || a->stretches.items[inner].tokens.first == end)
			break;
		/* an opening mark that was taken for a closing one */
		if (a->stretches.items[inner].tokens.first + 1 == end)
			return end - 1 > i ? end - 1 : end;
		end = nx_sentence_of(a, a->stretches.items[inner].tokens.end - 1).end;
	}
	return end < level->tokens.end ? end : level->tokens.end;
}

uint32_t
nx_clause_end(const NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t first)
{
	uint32_t	end = sentence_end(a, level, first);
	uint32_t	start = nx_sentence_of(a, first).first;
	Ending		ending = {nx_token_at(a, cue->head)->tag,
		cue->tokens.first > level->tokens.first &&
		nx_has_tag(a, cue->tokens.first - 1, NX_TAG_WDT, NX_TAG_WP),
		start < first && is_subordinate(a, start),
		is_subordinate(a, first) ||
	(first + 1 < end && is_that(a, first) && is_subordinate(a, first + 1))};
	uint32_t	i = first;

	for (uint32_t n = 0; n < NX_MAX_LOOK && i < end; n++)
	{
		bool		is_marked = nx_level_inner(a, level, i) != NX_NONE;

		if (i > first && is_marked && nx_is_stop(a, i - 1))
			return i - 1;
		if (i > first && !is_marked && nx_is_comma(a, i))
		{
			if (ends_at_comma(a, level, i + 1, &ending))
				return i;
			ending.is_opened = i + 1 < end && is_subordinate(a, i + 1);
		}
		else if (i > first && !is_marked && ends_at_word(a, level, i, &ending))
			return i;
		i = nx_level_next(a, level, i);
		/* "a farce," she said: the comma stands between the marks */
		if (is_marked && i < end && nx_is_comma(a, i - 2) && ends_at_comma(a, level, i, &ending))
			return i;
	}
	i = i < end ? i : end;
	while (i > first + 1 && nx_level_inner(a, level, i - 1) == NX_NONE &&
		   (nx_is_stop(a, i - 1) || nx_is_comma(a, i - 1)))
		i--;
	return i;
}
