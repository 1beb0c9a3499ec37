/*
 * nx_phrase.c
 *		Noun phrases: who stands before a verb as its subject, who stands
 *		behind it, and where such a phrase ends.
 *
 * The attribution rules ask it for sources.  A phrase is found by parts of
 * speech alone, word by word from the verb:
 *
 *		Su Ge , president of the institute , said
 *		^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^ verb
 *
 * A comma before the verb closes an apposition or a relative clause; what it
 * opened with is looked for comma by comma, and the phrase before that comma is
 * the subject.  The source is all of it, as annotators take it.
 *
 * What the rules do not see: a subject more than NX_MAX_LOOK tokens away, and
 * subjects that are clauses ("What he wants is").  Time is bounded by
 * NX_MAX_LOOK for each question.  No memory is taken.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_APPOSITIONS	5

static const NxRange none = {0, 0};

/* ------------------------------------------------------------------------
 * Levels
 * ------------------------------------------------------------------------
 */

uint32_t
nx_level_inner(const NxArticle *a, const NxLevel *level, uint32_t token)
{
	uint32_t	s = nx_token_at(a, token)->stretch;
	uint32_t	inner = NX_NONE;

	while (s != level->stretch && s != NX_NONE)
	{
		if (a->stretches.items[s].use == NX_USE_SPEECH)
			inner = s;
		s = a->stretches.items[s].parent;
	}
	return inner;
}

uint32_t
nx_level_next(const NxArticle *a, const NxLevel *level, uint32_t token)
{
	uint32_t	inner = nx_level_inner(a, level, token);

	return inner == NX_NONE ? token + 1 : a->stretches.items[inner].tokens.end;
}

/* MANAMA: | The terminal will open: no sentence begins with the dateline. */
uint32_t
nx_behind_dateline(const NxArticle *a, uint32_t token, uint32_t end)
{
	uint32_t	body_b;

	if (a->layout.body_count == 0)
		return token;
	body_b = a->layout.body_at[0].at_b;
	if (nx_token_at(a, token)->at_b >= body_b ||
		a->paragraphs.items[nx_token_paragraph(a, token)].zone != NX_ZONE_BODY)
		return token;
	while (token < end && nx_token_at(a, token)->at_b < body_b)
		token++;
	return token;
}

/* ------------------------------------------------------------------------
 * Words
 * ------------------------------------------------------------------------
 */

bool
nx_is_time_word(const NxArticle *a, uint32_t token)
{
	return nx_is_noun(a, token) &&
		nx_is_among(a, token, " monday tuesday wednesday thursday friday saturday sunday "
					"today yesterday tomorrow week month year day morning afternoon evening "
					"night january february march april may june july august september "
					"october november december jan feb aug sept oct nov dec weekend ");
}

bool
nx_is_auxiliary(const NxArticle *a, uint32_t token)
{
	return nx_tag_is(a, token, NX_TAG_MD) ||
		(nx_is_verb(a, token) &&
		 nx_is_among(a, token, " am is are was were be been being has have had having do does "
					 "did 's 've 'd 're 'm \xE2\x80\x99s \xE2\x80\x99ve \xE2\x80\x99" "d \xE2\x80\x99re \xE2\x80\x99m "));
}

static bool
is_joining_preposition(const NxArticle *a, uint32_t i)
{
	return (nx_tag_is(a, i, NX_TAG_IN) || nx_tag_is(a, i, NX_TAG_TO)) &&
		nx_is_among(a, i, " of for at in from with on to by against behind near ");
}

static bool
is_conjunction(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " and & or nor ");
}

/* ------------------------------------------------------------------------
 * Phrases
 * ------------------------------------------------------------------------
 */

/* Token of the bracket that opens what token `close` closes, or NX_NONE. */
static uint32_t
find_bracket(const NxArticle *a, const NxLevel *level, uint32_t close)
{
	for (uint32_t n = 0; n < 12 && close > level->tokens.first; n++)
	{
		if (nx_is_byte(a, --close, '('))
			return close;
	}
	return NX_NONE;
}

/*
 * May token i stand inside a phrase whose later part begins at i + 1?  A word
 * that only joins (of, and) needs a noun before it.
 */
static bool
belongs_before(const NxArticle *a, const NxLevel *level, uint32_t i, bool is_last)
{
	if (nx_level_inner(a, level, i) != NX_NONE)
		return false;
	if (nx_is_phrase_word(a, i) || nx_token_at(a, i)->kind == NX_TOKEN_MARK)
		return true;
	if (i == level->tokens.first)
		return false;
	/* "a Chinese saying" */
	if (is_last)
		return nx_tag_is(a, i, NX_TAG_VBG) &&
			nx_is_phrase_word(a, i - 1) && !nx_is_noun(a, i - 1);
	if (is_joining_preposition(a, i) || is_conjunction(a, i))
		return nx_is_noun(a, i - 1) || nx_tag_is(a, i - 1, NX_TAG_CD);
	/* "CNN/ORC poll" */
	if (nx_is_among(a, i, " / - ") && !(nx_token_at(a, i)->flags & NX_SPACE_BEFORE) &&
		!(nx_token_at(a, i + 1)->flags & NX_SPACE_BEFORE))
		return true;
	/* "elected officials", "leading economists" */
	return nx_has_tag(a, i, NX_TAG_VBG, NX_TAG_VBN) && nx_is_phrase_word(a, i + 1) &&
		!nx_is_verb(a, i - 1) && nx_token_at(a, i + 1)->tag != NX_TAG_DT;
}

/* Words before which no word of the same phrase stands: the, his, she. */
static bool
begins_alone(const NxArticle *a, uint32_t i)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return tag == NX_TAG_DT || tag == NX_TAG_PRPS || tag == NX_TAG_PRP;
}

static bool
is_nominal(const NxArticle *a, uint32_t i)
{
	return nx_is_noun(a, i) || nx_is_name(a, i) || nx_tag_is(a, i, NX_TAG_PRP) ||
		nx_tag_is(a, i, NX_TAG_CD);
}

/* The phrase after its last "and": the words before that are an object. */
static NxRange
cut_object(const NxArticle *a, const NxLevel *level, NxRange phrase)
{
	if (phrase.first == level->tokens.first || !nx_is_verb(a, phrase.first - 1))
		return phrase;
	for (uint32_t i = phrase.end; i > phrase.first; i--)
	{
		if (is_conjunction(a, i - 1))
			return (NxRange) {i, phrase.end};
	}
	return phrase;
}

NxRange
nx_phrase_before(const NxArticle *a, const NxLevel *level, uint32_t end)
{
	NxRange		phrase = {end, end};

	while (phrase.first > level->tokens.first && end - phrase.first < NX_MAX_LOOK)
	{
		uint32_t	i = phrase.first - 1;

		if (nx_is_byte(a, i, ')'))
		{
			uint32_t	open = find_bracket(a, level, i);

			if (open == NX_NONE)
				break;
			phrase.first = open;
		}
		else if (belongs_before(a, level, i, i + 1 == end) &&
				 !(phrase.first < end && begins_alone(a, phrase.first) && is_nominal(a, i)))
			phrase.first = i;
		else
			break;
	}
	while (phrase.first < end &&
		   (is_conjunction(a, phrase.first) ||
			(!nx_is_phrase_begin(a, phrase.first) && !nx_is_verb(a, phrase.first) &&
			 nx_token_at(a, phrase.first)->kind != NX_TOKEN_MARK)))
		phrase.first++;
	/* "On Tuesday Trump said": the day is not his name */
	while (phrase.first + 1 < end && phrase.first > level->tokens.first &&
		   nx_is_time_word(a, phrase.first) &&
		   (nx_tag_is(a, phrase.first - 1, NX_TAG_IN) ||
			nx_is_among(a, phrase.first - 1, " last this ")))
		phrase.first++;
	return cut_object(a, level, phrase);
}

NxRange
nx_phrase_after(const NxArticle *a, const NxLevel *level, uint32_t first)
{
	NxRange		phrase = {first, first};
	bool		has_noun = false;

	while (phrase.end < level->tokens.end && phrase.end - first < NX_MAX_LOOK)
	{
		uint32_t	i = phrase.end;

		if (nx_level_inner(a, level, i) != NX_NONE)
			break;
		if (nx_is_pronoun(a, i) && nx_tag_is(a, i, NX_TAG_PRP))
		{
			if (i == first)
				phrase.end++;
			break;
		}
		if (has_noun && (nx_is_time_word(a, i) || begins_alone(a, i)))
			break;
		if (nx_is_phrase_word(a, i) || nx_token_at(a, i)->kind == NX_TOKEN_MARK ||
			(!has_noun && nx_has_tag(a, i, NX_TAG_VBG, NX_TAG_VBN)))
		{
			has_noun |= is_nominal(a, i);
			phrase.end++;
		}
		else if (has_noun && i + 1 < level->tokens.end && nx_is_phrase_begin(a, i + 1) &&
				 !nx_is_time_word(a, i + 1) &&
				 (is_conjunction(a, i) || nx_is_among(a, i, " of for at ") ||
				  (nx_tag_is(a, i - 1, NX_TAG_CD) && nx_is_among(a, i, " in "))))
		{
			has_noun = false;
			phrase.end++;
		}
		else
			break;
	}
	return phrase;
}

/* ------------------------------------------------------------------------
 * Subjects
 * ------------------------------------------------------------------------
 */

/* Steps back over "on Wednesday", "last week", "later" between subject and verb. */
static uint32_t
skip_adverbials(const NxArticle *a, const NxLevel *level, uint32_t end)
{
	uint32_t	i = end;

	while (i > level->tokens.first + 1)
	{
		if (nx_is_adverb(a, i - 1))
			i--;
		else if (nx_is_time_word(a, i - 1) &&
				 (nx_is_among(a, i - 2, " on in last this late early next ") ||
				  nx_is_noun(a, i - 2) || nx_is_pronoun(a, i - 2)))
			i -= nx_is_noun(a, i - 2) || nx_is_pronoun(a, i - 2) ? 1 : 2;
		else
			break;
	}
	return i;
}

static bool
is_after_preposition(const NxArticle *a, const NxLevel *level, uint32_t first)
{
	return first > level->tokens.first &&
		(nx_tag_is(a, first - 1, NX_TAG_IN) ||
		 nx_tag_is(a, first - 1, NX_TAG_TO));
}

/* The comma before token i in the level, NX_NONE beyond a stop or a stretch. */
static uint32_t
find_comma_before(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	for (uint32_t n = 0; n < NX_MAX_LOOK; n++)
	{
		if (i == level->tokens.first || nx_level_inner(a, level, i - 1) != NX_NONE)
			return NX_NONE;
		i--;
		if (nx_is_comma(a, i))
			return i;
		if (nx_is_stop(a, i))
			return NX_NONE;
	}
	return NX_NONE;
}

/* Reacting, | the minister said: one word in front of the subject. */
static bool
is_leading_participle(const NxArticle *a, NxRange phrase)
{
	const NxToken *token = nx_token_at(a, phrase.first);

	return phrase.end - phrase.first == 1 && token->flags & NX_SENTENCE_BEGIN &&
		token->end_b - token->at_b > 5 && !nx_is_name(a, phrase.first) &&
		memcmp(a->text + token->end_b - 3, "ing", 3) == 0;
}

/* The subject of a verb after a closing comma: "X, who is Y, said". */
static NxRange
find_enclosed_subject(const NxArticle *a, const NxLevel *level, uint32_t comma, uint32_t end)
{
	NxRange		best = none;

	for (uint32_t n = 0; n < MAX_APPOSITIONS; n++)
	{
		NxRange		phrase;

		comma = find_comma_before(a, level, comma);
		if (comma == NX_NONE)
			break;
		phrase = nx_phrase_before(a, level, comma);
		if (nx_range_is_empty(phrase))
			continue;
		if (is_after_preposition(a, level, phrase.first) || nx_is_time_word(a, phrase.end - 1) ||
			is_leading_participle(a, phrase))
			break;
		/* he never signed the paper, | his lawyer, Jane Doe, said */
		if (!nx_range_is_empty(best) && phrase.first > level->tokens.first &&
			nx_is_verb(a, phrase.first - 1))
			break;
		best = (NxRange) {phrase.first, end};
		if (phrase.first == level->tokens.first || !nx_is_comma(a, phrase.first - 1))
			break;
		comma = phrase.first;
	}
	return best;
}

/* "the man who built the wall said": the phrase before "who". */
static NxRange
find_related_subject(const NxArticle *a, const NxLevel *level, NxRange object)
{
	uint32_t	i = object.first;

	for (uint32_t n = 0; n < 25 && i > level->tokens.first + 1; n++)
	{
		i--;
		if (nx_is_comma(a, i) || nx_is_stop(a, i) || nx_level_inner(a, level, i) != NX_NONE)
			break;
		if (nx_has_tag(a, i, NX_TAG_WDT, NX_TAG_WP))
		{
			NxRange		phrase = nx_phrase_before(a, level, i);

			return nx_range_is_empty(phrase) ? object : (NxRange) {phrase.first, object.end};
		}
	}
	return object;
}

NxRange
nx_phrase_subject(const NxArticle *a, const NxLevel *level, uint32_t verb)
{
	uint32_t	end = skip_adverbials(a, level, verb);
	NxRange		phrase;

	if (end == level->tokens.first || nx_level_inner(a, level, end - 1) != NX_NONE)
		return none;
	if (nx_has_tag(a, end - 1, NX_TAG_WDT, NX_TAG_WP))
		return (NxRange) {end - 1, end};
	if (nx_is_comma(a, end - 1))
		return find_enclosed_subject(a, level, end - 1, end);
	phrase = nx_phrase_before(a, level, end);
	if (nx_range_is_empty(phrase))
		return none;
	if (phrase.first > level->tokens.first && nx_is_verb(a, phrase.first - 1) &&
		nx_token_at(a, phrase.first)->tag != NX_TAG_PRP)
		return find_related_subject(a, level, phrase);
	return phrase;
}

/* ------------------------------------------------------------------------
 * Subjects behind their verb
 * ------------------------------------------------------------------------
 */

/* Where a comma, a stop, or a stretch ends what begins at token i. */
static uint32_t
segment_end(const NxArticle *a, const NxLevel *level, uint32_t i)
{
	uint32_t	first = i;

	while (i < level->tokens.end && i - first < NX_MAX_LOOK && !nx_is_comma(a, i) &&
		   !nx_is_stop(a, i) && !nx_is_among(a, i, " ; : -- ") &&
		   nx_level_inner(a, level, i) == NX_NONE)
		i++;
	return i;
}

static bool
has_finite_verb(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (nx_is_finite_verb(a, i))
			return true;
	}
	return false;
}

/* Is a segment after a comma still about the phrase before it? */
static bool
is_apposition(const NxArticle *a, NxRange segment)
{
	if (nx_range_is_empty(segment))
		return false;
	if (nx_has_tag(a, segment.first, NX_TAG_WP, NX_TAG_WPS))
		return true;
	if (nx_is_time_word(a, segment.first))
		return false;
	return nx_is_phrase_begin(a, segment.first) &&
		nx_token_at(a, segment.first)->tag != NX_TAG_PRP && !has_finite_verb(a, segment);
}

NxRange
nx_phrase_inverted(const NxArticle *a, const NxLevel *level, uint32_t first)
{
	NxRange		source = nx_phrase_after(a, level, first);

	if (nx_range_is_empty(source) || !nx_is_phrase_begin(a, first))
		return none;
	if (source.end < level->tokens.end && nx_has_tag(a, source.end, NX_TAG_WP, NX_TAG_WPS))
		source.end = segment_end(a, level, source.end);
	for (uint32_t n = 0; n < MAX_APPOSITIONS; n++)
	{
		NxRange		segment;

		if (source.end + 1 >= level->tokens.end || !nx_is_comma(a, source.end))
			break;
		segment.first = source.end + 1;
		segment.end = segment_end(a, level, segment.first);
		if (!is_apposition(a, segment))
			break;
		source.end = segment.end;
	}
	return source;
}
