/*
 * nx_noun.c
 *		Reports whose cue is a noun.
 *
 *		Finch's claim that the wall is safe drew laughter.
 *		"Never again" was the answer of the council's leader.
 *
 * The first kind is found at its noun: a possessor before it or "by X" behind
 * it is the source, the that-clause the content.  When the noun is the subject
 * of its sentence, the clause ends before the second finite verb ("drew").
 * The second kind is found at marks that a form of "be" follows.
 *
 * Only words that no attribution has taken are read.  Time is bounded by
 * NX_MAX_LOOK for each noun and each stretch.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

/* Nouns of saying that take a that-clause. */
static const char claims[] =
	" claim claims assertion assertions allegation allegations suggestion promise pledge vow "
	"warning warnings argument contention belief hope fear remark remarks prediction statement "
	"insistence admission accusation complaint comment declaration denial view opinion ";

/* What marks can be said to be. */
static const char answers[] =
	" answer reply response verdict message comment reaction word words advice view "
	"explanation remark warning retort slogan ";

static bool
is_taken(const bool *taken, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (taken[i])
			return true;
	}
	return false;
}

/* Whose noun it is: "Finch's stern warning", "her remark"; empty when no one's. */
static NxRange
possessor_of(const NxArticle *a, const NxLevel *level, uint32_t noun)
{
	uint32_t	i = noun;

	while (i > level->tokens.first && nx_has_tag(a, i - 1, NX_TAG_JJ, NX_TAG_JJS))
		i--;
	if (i == level->tokens.first)
		return (NxRange) {0, 0};
	if (nx_tag_is(a, i - 1, NX_TAG_PRPS))
		return (NxRange) {i - 1, i};
	if (!nx_tag_is(a, i - 1, NX_TAG_POS))
		return (NxRange) {0, 0};
	return nx_phrase_before(a, level, i - 1);
}

/* The phrase behind "by", "of" or "from"; *end is the token behind it. */
static NxRange
agent_of(const NxArticle *a, const NxLevel *level, uint32_t noun, uint32_t *end)
{
	NxRange		agent = {0, 0};

	*end = noun + 1;
	if (noun + 2 < level->tokens.end && nx_is_among(a, noun + 1, " by of from "))
	{
		agent = nx_phrase_inverted(a, level, noun + 2);
		if (!nx_range_is_empty(agent))
			*end = agent.end;
	}
	return agent;
}

static void
add_report(NxArticle *a, NxRange cue, NxRange source, NxRange content, const char *rule)
{
	NxAttribution *attribution = nx_push(&a->arena, &a->attributions);

	attribution->cue = cue;
	attribution->source = source;
	attribution->pieces[0] = content;
	attribution->piece_count = 1;
	attribution->continues = NX_NONE;
	attribution->rule = rule;
}

static bool
has_finite_verb(const NxArticle *a, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		if (nx_is_finite_verb(a, i))
			return true;
	}
	return false;
}

/*
 * End of a that-clause of a noun.  When no finite verb stands before the noun,
 * it is the subject of its sentence: the second one behind it is the main verb.
 */
uint32_t
nx_noun_clause_end(const NxArticle *a, uint32_t noun, NxRange range)
{
	NxRange		sentence = nx_sentence_of(a, noun);
	bool		has_verb = false;

	if (has_finite_verb(a, nx_look_back(sentence.first, noun), noun))
		return range.end;
	for (uint32_t i = range.first + 1; i < range.end; i++)
	{
		/* a further clause inside: whose verb comes next is not plain */
		if (nx_is_pronoun(a, i) || nx_tag_is(a, i, NX_TAG_CC) ||
			nx_is_comma(a, i) || nx_is_among(a, i, " that if when because as while "))
			return range.end;
		if (!nx_is_finite_verb(a, i))
			continue;
		if (has_verb && !nx_is_finite_verb(a, i - 1))
			return i;
		has_verb = true;
	}
	return range.end;
}

static void
read_claim(NxArticle *a, const NxLevel *level, uint32_t noun, const bool *taken)
{
	NxRange		source = possessor_of(a, level, noun);
	NxCue		cue = {.kind = NX_CUE_VERB, .tokens = {noun, noun + 1}, .head = noun};
	NxRange		content;
	uint32_t	that = noun + 1;

	if (nx_range_is_empty(source))
		source = agent_of(a, level, noun, &that);
	if (nx_range_is_empty(source) || that >= level->tokens.end ||
		!nx_is_among(a, that, " that "))
		return;
	content = (NxRange) {that, nx_clause_end(a, level, &cue, that)};
	content.end = nx_noun_clause_end(a, noun, content);
	if (!is_taken(taken, content) && !is_taken(taken, cue.tokens))
		add_report(a, cue.tokens, source, content, "noun-clause");
}

/* "Never again" was Lund's answer; ... was the answer of Lund. */
static void
read_answer(NxArticle *a, const NxLevel *level, NxRange marks, const bool *taken)
{
	uint32_t	be = marks.end;

	if (be >= level->tokens.end || !nx_is_among(a, be, " was is were are ") ||
		is_taken(taken, marks))
		return;
	for (uint32_t i = be + 1; i < level->tokens.end && i < be + 8 && nx_is_word(a, i); i++)
	{
		NxRange		source;
		uint32_t	end;

		if (!nx_is_noun(a, i) || !nx_is_among(a, i, answers))
			continue;
		source = possessor_of(a, level, i);
		if (nx_range_is_empty(source))
			source = agent_of(a, level, i, &end);
		if (!nx_range_is_empty(source))
			add_report(a, (NxRange) {i, i + 1}, source, marks, "marks-noun");
		return;
	}
}

void
nx_noun_read(NxArticle *a, NxLevel level, const bool *taken)
{
	for (uint32_t i = level.tokens.first; i < level.tokens.end;)
	{
		uint32_t	inner = nx_level_inner(a, &level, i);

		if (inner != NX_NONE)
			read_answer(a, &level, a->stretches.items[inner].tokens, taken);
		else if (!taken[i] && nx_is_noun(a, i) && i + 1 < level.tokens.end &&
				 nx_is_among(a, i + 1, " that by of from ") && nx_is_among(a, i, claims))
			read_claim(a, &level, i, taken);
		i = nx_level_next(a, &level, i);
	}
}
