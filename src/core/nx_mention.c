/*
 * nx_mention.c
 *		What is mentioned: names, values, nominals and pronouns.
 *
 * One pass over the tokens.  Labels of the name stage become name mentions,
 * without title in front and possessive behind; where no name stands, a value
 * (nx_value.c), a pronoun or a nominal may.  Mentions are kept in the order of
 * their first token; a nominal is found at its head and put in front of what
 * it holds:
 *
 *		the Chinese president	[the [Chinese] president]
 *
 * Nominals are noun phrases whose head is a word for a person ("a nurse") or
 * for a body of persons ("the company").  Whom nominals and pronouns mean is
 * left to the entity and reference stages; roles, appositions and affiliations
 * to nx_role.c.
 *
 * Limits: a nominal has at most MAX_BEFORE_HEAD words before its head.
 */
#include "nx_lexicon.h"
#include "nx_noun.h"
#include "nx_value.h"

#define MAX_BEFORE_HEAD		6
#define MAX_SURNAME_IN_FRONT_B	5	/* "Zheng" */

#define IS_PERSON_HEAD \
	(NX_IS(ROLE) | NX_IS(ROLE_HEAD) | NX_IS(SPOKES) | NX_IS(PERSON_NOUN) | \
	 NX_IS(KIN) | NX_IS(GROUP))
#define IS_BODY_HEAD	(NX_IS(ORG_NOUN) | NX_IS(GOVERN_NOUN))
#define IS_THIRD_PERSON	(NX_IS(HE) | NX_IS(SHE) | NX_IS(IT) | NX_IS(THEY))

/* Last words of the names of events, when the lexicon does not hold the name. */
static const char *const event_heads[] = {
	"championship", "championships", "cup", "day", "festival", "final", "games",
	"marathon", "olympics", "open", "prix", "revolution", "summit", "war",
};

static NxMentionNode *
add_mention(NxArticle *a, NxRange tokens, NxEntityKind kind, NxFormKind form_kind)
{
	NxMentionNode *node = nx_push(&a->arena, &a->mention_nodes);

	node->tokens = node->phrase = tokens;
	node->head = tokens.end - 1;
	node->entity = NX_NONE;
	node->affiliation = NX_NONE;
	node->kind = (uint8_t) kind;
	node->form_kind = (uint8_t) form_kind;
	return node;
}

/* ------------------------------------------------------------------------
 * Names
 * ------------------------------------------------------------------------
 */
/* In a headline a person's label may run on: "Jane Roe Backs Poe". */
static bool
ends_person(const NxArticle *a, uint32_t i)
{
	const uint64_t others = NX_IS(SAY_CORE) | NX_IS(SAY_WIDE) | NX_IS(BE) | NX_IS(MODAL) |
		NX_IS(PREPOSITION);
	const NxToken *token = nx_token_at(a, i);

	return !(nx_token_names(token) & (NX_IS_LAST | NX_IS_FIRST | NX_IS(PARTICLE))) &&
		(token->tag == NX_TAG_VBZ || token->tag == NX_TAG_VBD || token->tag == NX_TAG_VBP ||
		 nx_token_words(token) & others);
}

/* The token behind a nickname between marks that begins at token i, or i. */
static uint32_t
behind_nickname(const NxArticle *a, uint32_t i)
{
	const NxStretch *stretch;

	if (i >= a->tokens.count || nx_token_at(a, i)->kind != NX_TOKEN_MARK ||
		nx_token_at(a, i)->stretch == NX_NONE)
		return i;
	stretch = &a->stretches.items[nx_token_at(a, i)->stretch];
	return stretch->tokens.first == i && stretch->is_closed &&
		stretch->use == NX_USE_NICKNAME ? stretch->tokens.end : i;
}

/* Tomas "Duke" Varga: two labels, or one and a surname without, are one name. */
static void
join_nickname(NxArticle *a, NxRange label)
{
	uint32_t	surname = behind_nickname(a, label.end);

	if (surname == label.end ||
		(nx_token_at(a, surname)->name != NX_NAME_PERSON &&
		 nx_token_at(a, surname)->name != NX_NAME_NONE))
		return;
	for (uint32_t i = label.first; i <= surname; i++)
	{
		nx_token_at(a, i)->name = NX_NAME_PERSON;
		nx_token_at(a, i)->flags &= (uint8_t) ~NX_NAME_BEGIN;
	}
	nx_token_at(a, label.first)->flags |= NX_NAME_BEGIN;
}

/* Tomas without a label before "Duke" Varga, whose surname has one. */
static bool
is_before_nickname(const NxArticle *a, uint32_t i)
{
	uint32_t	surname = behind_nickname(a, i + 1);

	return surname != i + 1 && nx_token_at(a, i)->name == NX_NAME_NONE &&
		nx_token_names(nx_token_at(a, i)) & NX_IS_FIRST &&
		nx_token_at(a, surname)->name == NX_NAME_PERSON;
}

static NxRange
label_range(const NxArticle *a, uint32_t i)
{
	NxRange		range = {i, i + 1};
	uint8_t		name = nx_token_at(a, i)->name;

	while (range.end < a->tokens.count &&
		   nx_token_at(a, range.end)->name == name &&
		   !(nx_token_at(a, range.end)->flags & NX_NAME_BEGIN) &&
		   !(name == NX_NAME_PERSON && range.end - i > 1 && ends_person(a, range.end)))
		range.end++;
	return range;
}

/* "St." belongs to surnames, too: "Linda St. Clair". */
static bool
is_saint(const NxArticle *a, uint32_t i)
{
	return nx_token_is(a, i, "st.") || nx_token_is(a, i, "st");
}

/*
 * A word that is a title here and not a given name: "President", not "Earl";
 * at the start of a sentence, where all have capitals, "Winger" as well.
 */
static bool
is_title(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint64_t	names = nx_token_names(token);

	if (nx_is_title(a, i))
		return !(names & NX_IS(FIRST_COMMON)) && !is_saint(a, i);
	return token->flags & NX_SENTENCE_BEGIN && nx_token_words(token) & NX_IS(ROLE) &&
		!(names & NX_IS_FIRST);
}

/* "Jane Roe MP" */
static bool
is_title_behind(const NxArticle *a, uint32_t i)
{
	return nx_token_at(a, i)->letters == NX_CASE_UPPER &&
		nx_token_names(nx_token_at(a, i)) & NX_IS(TITLE);
}

/* What the label of a person may begin with and the name does not. */
static bool
is_no_name(const NxArticle *a, NxRange range)
{
	uint64_t	names = nx_token_names(nx_token_at(a, range.first));

	return is_title(a, range.first) ||
		(names & (NX_IS(DEMONYM) | NX_IS(PARTY) | NX_IS(STATE) | NX_IS(COUNTRY)) &&
		 !(names & NX_IS_FIRST));
}

/*
 * The first token of a person's name behind a title inside its label: "Ohio
 * Gov. Jane Roe", "Tarn Rail Director Jane Roe", "Tarn Rail's Jane Roe".
 */
static uint32_t
behind_title(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.end - 1; i > range.first + 1; i--)
	{
		const NxToken *token = nx_token_at(a, i - 1);
		uint64_t	names = nx_token_names(token);
		bool		is_role = names & NX_IS(TITLE) || nx_token_words(token) & NX_IS(ROLE);
		bool		is_sure = token->flags & NX_ABBREVIATED || !(names & NX_IS_LAST) ||
			nx_token_names(nx_token_at(a, i)) & (NX_IS(FIRST_COMMON) | NX_IS(FIRST_KNOWN));

		if (nx_token_words(token) & NX_IS(POSSESSIVE))
			return i;
		if (is_role && is_sure && !is_saint(a, i - 1) &&
			!(names & (NX_IS_FIRST | NX_IS(NAME_SUFFIX))))
			return i;
	}
	return range.first;
}

/* A given name that the label of a single surname has left out. */
static bool
is_lost_given_name(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->name == NX_NAME_NONE && token->letters == NX_CASE_CAPITAL &&
		nx_token_names(token) & NX_IS_FIRST && !(nx_token_names(token) & NX_IS(TITLE)) &&
		!(nx_token_words(token) & NX_IS(ROLE_HEAD)) &&
		(token->word.capital == NX_CAPITAL_ALWAYS ||
		 token->word.capital == NX_CAPITAL_MOSTLY) &&
		token->sentence == nx_token_at(a, i + 1)->sentence;
}

/* First token of a surname whose particles have no label: "Van der" Meer. */
static uint32_t
particle_begin(const NxArticle *a, uint32_t first)
{
	while (first > 0)
	{
		const NxToken *before = nx_token_at(a, first - 1);

		if (!(nx_token_names(before) & NX_IS(PARTICLE)) || before->name != NX_NAME_NONE ||
			before->sentence != nx_token_at(a, first)->sentence ||
			(before->tag >= NX_TAG_VB && before->tag <= NX_TAG_VBZ) || before->tag == NX_TAG_DT)
			break;
		first--;
	}
	return first;
}

/* Leave off possessive and marks behind; of a person, titles and nation. */
static NxRange
trim_name(const NxArticle *a, NxRange range)
{
	if (range.end - range.first > 1 &&
		nx_token_words(nx_token_at(a, range.end - 1)) & NX_IS(POSSESSIVE))
		range.end--;
	while (range.end - range.first > 1 &&
		   nx_token_at(a, range.end - 1)->letters == NX_CASE_NONE &&
		   nx_token_at(a, range.end - 1)->kind != NX_TOKEN_NUMBER)
		range.end--;
	if (nx_token_at(a, range.first)->name != NX_NAME_PERSON)
		return range;
	if (range.end - range.first > 1 && is_title_behind(a, range.end - 1))
		range.end--;
	range.first = behind_title(a, range);
	while (range.end - range.first > 1 && is_no_name(a, range))
		range.first++;
	range.first = particle_begin(a, range.first);
	if (range.end - range.first == 1 && range.first > 0 &&
		is_lost_given_name(a, range.first - 1))
		range.first--;
	return range;
}

static bool
is_event(const NxArticle *a, NxRange range)
{
	const NxClasses wanted = {NX_IS(EVENT), 0, 0};

	for (size_t i = 0; i < sizeof(event_heads) / sizeof(event_heads[0]); i++)
		if (nx_token_is(a, range.end - 1, event_heads[i]))
			return true;
	return nx_token_names(nx_token_at(a, range.first)) & NX_IS(EVENT) ||
		nx_phrase_longest(a, range, &wanted, NULL) == range.end;
}

static bool
is_title_of_work(const NxArticle *a, NxRange range)
{
	uint32_t	stretch = nx_token_at(a, range.first)->stretch;

	return stretch != NX_NONE && a->stretches.items[stretch].use == NX_USE_TITLE;
}

static NxEntityKind
misc_kind(const NxArticle *a, NxRange range)
{
	if (nx_token_names(nx_token_at(a, range.end - 1)) & NX_IS(DEMONYM))
		return NX_ENTITY_NATIONALITY;
	if (is_title_of_work(a, range))
		return NX_ENTITY_WORK;
	return is_event(a, range) ? NX_ENTITY_EVENT : NX_ENTITY_MISC;
}

static NxEntityKind
name_kind(const NxArticle *a, NxRange range)
{
	switch (nx_token_at(a, range.end - 1)->name)
	{
		case NX_NAME_PERSON:
			return NX_ENTITY_PERSON;
		case NX_NAME_ORGANIZATION:
			return NX_ENTITY_ORGANIZATION;
		case NX_NAME_PLACE:
			return NX_ENTITY_PLACE;
		default:
			return misc_kind(a, range);
	}
}

/* Not where the surname may come first: "Kim" of Kim Jae-won is no woman's. */
static bool
begins_with_given_name(const NxArticle *a, NxRange range)
{
	uint64_t	first = nx_token_names(nx_token_at(a, range.first));
	uint64_t	last = nx_token_names(nx_token_at(a, range.end - 1));

	NxSpan		span = nx_range_span(a, (NxRange) {range.first, range.first + 1});

	return range.end - range.first > 1 && nx_token_at(a, range.first)->name != NX_NAME_NONE &&
		!(first & NX_IS(PARTICLE)) &&
		(span.end_b - span.at_b > MAX_SURNAME_IN_FRONT_B ||
		 !(first & (NX_IS(LAST_COMMON) | NX_IS(LAST_WORLD))) ||
		 (first & NX_IS(FIRST_COMMON) && last & NX_IS_LAST));
}

/*
 * "Senate Majority Leader Jane Roe" under one label of an organisation: the
 * person behind the title takes a label of its own.
 */
static void
free_person(const NxArticle *a, NxRange label)
{
	uint32_t	first = behind_title(a, label);

	if (nx_token_at(a, label.first)->name != NX_NAME_ORGANIZATION ||
		first == label.first || label.end - first < 2 ||
		!(nx_token_names(nx_token_at(a, first)) & NX_IS_FIRST))
		return;
	for (uint32_t i = first; i < label.end; i++)
		nx_token_at(a, i)->name = NX_NAME_PERSON;
	nx_token_at(a, first)->flags |= NX_NAME_BEGIN;
	/* the title's words are no organisation: they are read as a role */
	for (uint32_t i = label.first; i < first; i++)
		nx_token_at(a, i)->name = NX_NAME_NONE;
}

static uint32_t
read_name(NxArticle *a, uint32_t i)
{
	NxRange		label = label_range(a, i);
	NxRange		range;
	NxMentionNode *node;

	if (nx_token_at(a, i)->name == NX_NAME_PERSON)
	{
		join_nickname(a, label);
		label = label_range(a, i);
	}
	range = trim_name(a, label);
	node = add_mention(a, range, name_kind(a, range), NX_FORM_NAME);

	if (node->kind == NX_ENTITY_PERSON && begins_with_given_name(a, range))
		node->sex = nx_token_at(a, range.first)->word.name_sex;
	return label.end;
}

/* ------------------------------------------------------------------------
 * Pronouns
 * ------------------------------------------------------------------------
 */
static void
read_pronoun(NxArticle *a, uint32_t i)
{
	uint64_t	words = nx_token_words(nx_token_at(a, i));
	NxMentionNode *node = add_mention(a, (NxRange) {i, i + 1}, NX_ENTITY_PERSON,
									  NX_FORM_PRONOUN);

	if (words & NX_IS(IT))
		node->kind = NX_ENTITY_ORGANIZATION;
	else if (words & NX_IS(HE))
		node->sex = NX_SEX_MALE;
	else if (words & NX_IS(SHE))
		node->sex = NX_SEX_FEMALE;
	node->is_plural = (words & NX_IS(THEY)) != 0;
}

/* ------------------------------------------------------------------------
 * Nominals
 * ------------------------------------------------------------------------
 */

/* First token of the noun phrase that ends in a head. */
static uint32_t
nominal_begin(const NxArticle *a, uint32_t head)
{
	uint32_t	sentence = nx_token_at(a, head)->sentence;
	uint32_t	first = head;

	while (first > 0 && head - first < MAX_BEFORE_HEAD &&
		   nx_token_at(a, first - 1)->sentence == sentence)
	{
		if (nx_token_at(a, first - 1)->tag == NX_TAG_POS)
			return first;
		if (nx_is_determiner(a, first - 1))
			return first - 1;
		if (!nx_is_modifier(a, first - 1))
			break;
		first--;
	}
	return first;
}

/* Put the newest mention before those that begin behind its first token. */
static void
sink_mention(NxArticle *a)
{
	NxMentionNode *nodes = a->mention_nodes.items;
	uint32_t	at = a->mention_nodes.count - 1;
	NxMentionNode node = nodes[at];

	for (; at > 0 && nodes[at - 1].tokens.first >= node.tokens.first; at--)
		nodes[at] = nodes[at - 1];
	nodes[at] = node;
}

/* A head is the last noun of its phrase and no role before a name. */
static bool
is_head(const NxArticle *a, uint32_t i)
{
	const NxToken *next = i + 1 < a->tokens.count ? nx_token_at(a, i + 1) : NULL;

	if (!nx_is_noun(a, i))
		return false;
	return next == NULL || next->sentence != nx_token_at(a, i)->sentence ||
		(next->name == NX_NAME_NONE && !nx_is_noun(a, i + 1));
}

static void
read_nominal(NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint64_t	words = nx_token_words(token);
	bool		is_person = (words & IS_PERSON_HEAD) != 0;
	NxRange		range = {nominal_begin(a, i), i + 1};
	bool		is_plural = words & (NX_IS(PLURAL) | NX_IS(GROUP)) || token->tag == NX_TAG_NNS;
	NxMentionNode *node;

	if (!nx_is_determiner(a, range.first) && !(is_person && is_plural) &&
		(range.first == 0 || nx_token_at(a, range.first - 1)->tag != NX_TAG_POS))
		return;
	node = add_mention(a, range, is_person ? NX_ENTITY_PERSON : NX_ENTITY_ORGANIZATION,
					   NX_FORM_NOMINAL);
	node->sex = token->word.word_sex;
	node->is_plural = is_plural;
	sink_mention(a);
}

/* ------------------------------------------------------------------------
 * The pass
 * ------------------------------------------------------------------------
 */
static uint32_t
read_at(NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	NxEntityKind kind;
	uint64_t	words;
	uint32_t	end;

	if (token->name == NX_NAME_ORGANIZATION)
		free_person(a, label_range(a, i));
	else if (is_before_nickname(a, i))
		join_nickname(a, (NxRange) {i, i + 1});
	if (token->name != NX_NAME_NONE && !(token->name == NX_NAME_PERSON && ends_person(a, i)))
		return read_name(a, i);
	end = nx_value_end(a, i, &kind);
	if (end > i)
	{
		add_mention(a, (NxRange) {i, end}, kind, NX_FORM_NAME);
		return end;
	}
	words = nx_token_words(token);
	if (words & IS_THIRD_PERSON)
		read_pronoun(a, i);
	else if (words & (IS_PERSON_HEAD | IS_BODY_HEAD) && is_head(a, i))
		read_nominal(a, i);
	return i + 1;
}

/* Tell each token its innermost mention: inner ones begin later. */
static void
mark_tokens(NxArticle *a)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		NxRange		range = a->mention_nodes.items[m].tokens;

		for (uint32_t i = range.first; i < range.end; i++)
			nx_token_at(a, i)->mention = m;
	}
}

void
nx_mention_read(NxArticle *a)
{
	uint32_t	i = 0;

	while (i < a->tokens.count)
	{
		uint32_t	next = read_at(a, i);

		nx_poll(a, nx_token_at(a, next - 1)->end_b - nx_token_at(a, i)->at_b);
		i = next;
	}
	mark_tokens(a);
}
