/*
 * nx_source.c
 *		Who is meant by the words of a source.
 *
 * A source is a noun phrase as it stands in the text: "he", "Jane Roe, 54,
 * mayor of Tarn", "a spokeswoman for Tarn Rail", "the club's captain, Bea
 * Lind", "a council report", "who".  Its head says who speaks:
 *
 *	1. The head is the last noun before the first preposition, comma, verb or
 *	   relative pronoun; a possessive hands on to what it possesses.
 *			Roe's [spokesman] Ira Tell		the name behind a role is the head
 *			Ivo Lund, a cousin of Mara Finch	the comma ends the search
 *	2. A role that a person's name stands beside has that name as its head:
 *	   "the club's captain, Bea Lind", "secretary of state Jane Roe".
 *	3. A name or a resolved pronoun is its entity.  "who" is the person in front.
 *	4. Else the head's word tells the kind: a role in the singular is somebody
 *	   unnamed, people are a group, a report is a document.
 *
 * A thing that somebody's words are in ("Roe's statement") speaks for its owner.
 *
 * Limits: a head is looked for in MAX_LOOK tokens.
 */
#include "nx_salience.h"
#include "nx_source.h"

#define MAX_LOOK	24
#define MAX_BACK	12
#define MAX_OF		3			/* words behind "of" */

#define IS_REPORT	(NX_IS_SAY | NX_IS(SAY_RARE))
#define IS_SINGLE \
	(NX_IS(ROLE) | NX_IS(ROLE_HEAD) | NX_IS(SPOKES) | NX_IS(PERSON_NOUN) | NX_IS(KIN))

static const NxMentionNode *
mention_of(const NxArticle *a, uint32_t token)
{
	uint32_t	mention = nx_token_at(a, token)->mention;

	return mention == NX_NONE ? NULL : &a->mention_nodes.items[mention];
}

static bool
is_name_mention(const NxMentionNode *node)
{
	return node != NULL && node->form_kind == NX_FORM_NAME && node->kind <= NX_ENTITY_NATIONALITY;
}

static bool
is_person_name(const NxMentionNode *node)
{
	return is_name_mention(node) && node->kind == NX_ENTITY_PERSON;
}

/* ------------------------------------------------------------------------
 * Head
 * ------------------------------------------------------------------------
 */

/* What may be a head: a noun, a pronoun, a number standing for people. */
static bool
is_headlike(const NxToken *token)
{
	switch (token->tag)
	{
		case NX_TAG_NN:
		case NX_TAG_NNS:
		case NX_TAG_NNP:
		case NX_TAG_NNPS:
		case NX_TAG_PRP:
		case NX_TAG_PRPS:
		case NX_TAG_CD:
		case NX_TAG_WP:
		case NX_TAG_WDT:
		case NX_TAG_WPS:
			return true;
		default:
			return token->name != NX_NAME_NONE ||
				(nx_token_words(token) & (NX_IS(GROUP) | IS_SINGLE | NX_IS(PRONOUN))) != 0;
	}
}

/* What ends the noun phrase whose head is looked for. */
static bool
is_border(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	if (token->name != NX_NAME_NONE)
		return false;
	switch (token->tag)
	{
		case NX_TAG_IN:
		case NX_TAG_TO:
		case NX_TAG_WP:
		case NX_TAG_WDT:
		case NX_TAG_WPS:
		case NX_TAG_WRB:
		case NX_TAG_VBD:
		case NX_TAG_VBZ:
		case NX_TAG_VBP:
		case NX_TAG_MD:
		case NX_TAG_COMMA:
		case NX_TAG_STOP:
		case NX_TAG_COLON:
		case NX_TAG_OPEN:
			return a->text[token->at_b] != '-' || token->flags & NX_SPACE_BEFORE;
		default:
			return false;
	}
}

/* "SEATTLE - Jane Roe": a dash behind a place ends no source. */
static bool
is_dateline(const NxArticle *a, uint32_t head, uint32_t dash)
{
	const NxMentionNode *node = mention_of(a, head);

	return nx_token_at(a, dash)->tag == NX_TAG_COLON && is_name_mention(node) &&
		node->kind == NX_ENTITY_PLACE;
}

/* "Roe and": what is joined by "and" to a name is somebody else. */
static bool
ends_name(const NxArticle *a, uint32_t head, uint32_t i)
{
	const NxMentionNode *node = mention_of(a, head);

	return nx_token_is(a, i, "and") && node != NULL && node->form_kind != NX_FORM_NOMINAL;
}

/* The head of the noun phrase that begins at or behind first, or NX_NONE. */
static uint32_t
find_head(const NxArticle *a, uint32_t first, uint32_t end)
{
	uint32_t	head = NX_NONE;

	for (uint32_t i = first; i < end; i++)
	{
		const NxMentionNode *node = mention_of(a, i);

		if (head != NX_NONE && is_dateline(a, head, i))
			head = NX_NONE;
		if (head != NX_NONE && (is_border(a, i) || ends_name(a, head, i)))
			return head;
		if (head != NX_NONE && nx_token_names(nx_token_at(a, i)) & NX_IS(NAME_SUFFIX))
			continue;
		if (is_name_mention(node) && node->tokens.first == i)
		{
			head = node->tokens.end - 1;
			i = head;
		}
		else if (is_headlike(nx_token_at(a, i)))
			head = i;
	}
	return head;
}

/* May a word before a name be the noun of another phrase: "state" but not "for"? */
static bool
is_plain_noun(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->tag >= NX_TAG_NN && token->tag <= NX_TAG_NNPS &&
		!(nx_token_words(token) & IS_SINGLE) && !(nx_token_names(token) & NX_IS(TITLE));
}

/*
 * The name that a role stands for: behind a comma, with its own titles ("the
 * head of the fund, former Mayor Jane Roe"), or right behind the role's last
 * noun ("secretary of state Jane Roe").
 */
static uint32_t
name_of_role(const NxArticle *a, uint32_t head, uint32_t end)
{
	if (nx_token_words(nx_token_at(a, head)) & (NX_IS(PLURAL) | NX_IS(GROUP)))
		return NX_NONE;
	for (uint32_t i = head + 1; i < end; i++)
	{
		const NxMentionNode *node = mention_of(a, i);

		if (nx_token_words(nx_token_at(a, i)) & NX_IS(WHO))
			return NX_NONE;
		if (!is_person_name(node) || node->tokens.first != i)
			continue;
		if (node->phrase.first <= head || nx_token_is(a, node->phrase.first - 1, ",") ||
			nx_token_is(a, i - 1, ",") || is_plain_noun(a, i - 1))
			return node->tokens.end - 1;
	}
	return NX_NONE;
}

/* ------------------------------------------------------------------------
 * From the head to the speaker
 * ------------------------------------------------------------------------
 */

/* The person right in front of "who", an apposition and a comma between. */
static uint32_t
antecedent(const NxArticle *a, uint32_t who)
{
	uint32_t	sentence = nx_token_at(a, who)->sentence;
	uint32_t	end = who > 0 && nx_token_is(a, who - 1, ",") ? who - 1 : who;

	for (uint32_t back = 1; back <= end && back <= MAX_BACK; back++)
	{
		uint32_t	mention = nx_token_at(a, end - back)->mention;
		const NxMentionNode *node;

		if (nx_token_at(a, end - back)->sentence != sentence)
			break;
		if (mention == NX_NONE)
			continue;
		node = &a->mention_nodes.items[mention];
		if (node->form_kind != NX_FORM_PRONOUN && node->kind == NX_ENTITY_PERSON &&
			(node->phrase.end >= end || node->tokens.end >= end))
			return mention;
	}
	return NX_NONE;
}

static uint8_t
kind_of_entity(const NxArticle *a, uint32_t entity)
{
	switch (a->entity_nodes.items[entity].kind)
	{
		case NX_ENTITY_PERSON:
			return NX_SPEAKER_PERSON;
		case NX_ENTITY_ORGANIZATION:
			return NX_SPEAKER_ORGANIZATION;
		case NX_ENTITY_PLACE:
			return NX_SPEAKER_PLACE;
		case NX_ENTITY_NATIONALITY:
			return NX_SPEAKER_GROUP;
		case NX_ENTITY_WORK:
			return NX_SPEAKER_DOCUMENT;
		default:
			return NX_SPEAKER_UNKNOWN;
	}
}

typedef struct KindOfWord
{
	uint64_t	words;
	uint8_t		kind;
} KindOfWord;

/* The first row that holds a class of the head. */
static const KindOfWord kinds_of_words[] = {
	{NX_IS(PLURAL) | NX_IS(GROUP) | NX_IS(THEY) | NX_IS(QUANTITY), NX_SPEAKER_GROUP},
	{IS_SINGLE, NX_SPEAKER_UNNAMED},
	{NX_IS(DOCUMENT) | NX_IS(SAY_NOUN) | NX_IS(CHANNEL), NX_SPEAKER_DOCUMENT},
	{NX_IS(ORG_NOUN) | NX_IS(GOVERN_NOUN), NX_SPEAKER_ORGANIZATION},
	{NX_IS(PLACE_NOUN), NX_SPEAKER_PLACE},
	{NX_IS(HE) | NX_IS(SHE), NX_SPEAKER_PERSON},
};

/* "a group of drivers", "a third of the members" */
static bool
is_number_of_people(const NxArticle *a, uint32_t head)
{
	if (head + 2 >= a->tokens.count || !nx_token_is(a, head + 1, "of") ||
		nx_token_words(nx_token_at(a, head)) & IS_SINGLE)
		return false;
	for (uint32_t i = head + 2; i < a->tokens.count && i < head + 2 + MAX_OF; i++)
		if (nx_token_words(nx_token_at(a, i)) & (NX_IS(PLURAL) | NX_IS(GROUP)) &&
			nx_token_words(nx_token_at(a, i)) & (IS_SINGLE | NX_IS(GROUP)))
			return true;
	return false;
}

static uint8_t
kind_of_word(const NxArticle *a, uint32_t head)
{
	const NxToken *token = nx_token_at(a, head);
	uint64_t	words = nx_token_words(token);

	if (is_number_of_people(a, head))
		return NX_SPEAKER_GROUP;
	/* "reports": plural of a thing, not of people; but unions speak as a group (case 63) */
	if (words & NX_IS(DOCUMENT) && !(words & (IS_SINGLE | NX_IS(GROUP))))
		words &= ~NX_IS(PLURAL);
	for (size_t k = 0; k < sizeof(kinds_of_words) / sizeof(kinds_of_words[0]); k++)
		if (words & kinds_of_words[k].words)
			return kinds_of_words[k].kind;
	return token->kind == NX_TOKEN_NUMBER || token->tag == NX_TAG_NNS ?
		NX_SPEAKER_GROUP : NX_SPEAKER_UNKNOWN;
}

/* Entity that a name beside the head belongs to: whose, or of which body. */
static uint32_t
body_beside(const NxArticle *a, NxRange source, uint32_t head)
{
	for (uint32_t i = source.first; i < source.end && i < source.first + MAX_LOOK; i++)
	{
		const NxMentionNode *node = mention_of(a, i);

		if (i == head || node == NULL || nx_range_holds(node->tokens, head) ||
			node->entity == NX_NONE || node->form_kind == NX_FORM_PRONOUN)
			continue;
		if (node->kind == NX_ENTITY_ORGANIZATION ||
			(node->kind == NX_ENTITY_PERSON && node->form_kind == NX_FORM_NAME))
			return node->entity;
	}
	return NX_NONE;
}

/* A role as written: the noun phrase without article and possessive owner. */
static NxRange
role_of_nominal(const NxArticle *a, NxRange source, uint32_t head)
{
	NxRange		role = {head, head + 1};

	while (role.first > source.first)
	{
		const NxToken *before = nx_token_at(a, role.first - 1);

		if (before->name != NX_NAME_NONE ||
			(before->tag != NX_TAG_NN && before->tag != NX_TAG_JJ && before->tag != NX_TAG_NNS &&
			 before->tag != NX_TAG_VBN && !(nx_token_words(before) & NX_IS(FORMER))))
			break;
		role.first--;
	}
	return role;
}

static void
read_unnamed(const NxArticle *a, NxRange source, uint32_t head, NxSource *who)
{
	const NxMentionNode *node = mention_of(a, head);

	who->kind = kind_of_word(a, head);
	if (who->kind != NX_SPEAKER_UNNAMED)
		return;
	/* whom a spokesman speaks for is no part of the role, name or not */
	if (node != NULL && !nx_range_is_empty(node->role) &&
		!(nx_token_words(nx_token_at(a, head)) & NX_IS(SPOKES)))
		who->role = node->role;
	else
		who->role = role_of_nominal(a, source, head);
	if (node != NULL && node->affiliation != NX_NONE)
		who->affiliation = a->mention_nodes.items[node->affiliation].entity;
	if (who->affiliation == NX_NONE)
		who->affiliation = body_beside(a, source, head);
}

/* "Roe's statement", "Roe's claim": the owner of the words. */
static uint32_t
owner_of_words(const NxArticle *a, NxRange source, uint32_t head)
{
	const NxMentionNode *node;

	if (head < source.first + 2 || nx_token_at(a, head - 1)->tag != NX_TAG_POS ||
		!(nx_token_words(nx_token_at(a, head)) & (NX_IS(SAY_NOUN) | NX_IS(THINK_NOUN))))
		return NX_NONE;
	node = mention_of(a, head - 2);
	return is_name_mention(node) ? head - 2 : NX_NONE;
}

/* Past "(Ky.)" or ", 25," behind a name. */
static uint32_t
skip_note(const NxArticle *a, uint32_t i, uint32_t end)
{
	if (i < end && nx_token_at(a, i)->tag == NX_TAG_OPEN)
		while (i < end && nx_token_at(a, i++)->tag != NX_TAG_CLOSE)
			continue;
	if (i + 2 < end && nx_token_is(a, i, ",") && nx_token_is(a, i + 2, ",") &&
		nx_token_at(a, i + 1)->kind == NX_TOKEN_NUMBER)
		i += 3;
	return i;
}

/*
 * Names in a row speak as a group: "Roe and Lund", "Roe, Lund and others",
 * "Roe, 25, and his wife".  "Roe, Lund's cousin" is one.
 */
static bool
is_joint(const NxArticle *a, NxRange source, uint32_t head)
{
	uint32_t	i = skip_note(a, head + 1, source.end);
	const NxMentionNode *other;

	if (i + 1 >= source.end)
		return false;
	if (nx_token_is(a, i, "and"))
		return nx_token_at(a, i + 1)->mention != NX_NONE ||
			nx_token_words(nx_token_at(a, i + 1)) & (NX_IS(POSSESSIVE) | NX_IS(DETERMINER)) ||
			nx_token_at(a, i + 1)->tag == NX_TAG_NNP;
	other = mention_of(a, i + 1);
	return nx_token_is(a, i, ",") && is_person_name(other) && other->tokens.first == i + 1 &&
		(other->tokens.end >= source.end ||
		 nx_token_at(a, other->tokens.end)->tag != NX_TAG_POS);
}

/*
 * A noun of persons, also where the tagger takes "aides" for a verb, but not
 * the verb of "Roe shot back".
 */
static bool
is_person_noun(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->name == NX_NAME_NONE &&
		nx_token_words(token) & (IS_SINGLE | NX_IS(GROUP)) &&
		((token->tag == NX_TAG_NN && !(nx_token_words(token) & IS_REPORT)) ||
		 token->tag == NX_TAG_NNS ||
		 (token->tag == NX_TAG_VBZ && i + 1 < a->tokens.count &&
		  nx_token_words(nx_token_at(a, i + 1)) & NX_IS_CUE));
}

/*
 * "Roe aides", "a Roe ally": a noun of persons behind a name is the head, also
 * where the source was cut before it.
 */
static uint32_t
head_behind_name(const NxArticle *a, uint32_t head)
{
	uint32_t	next = head + 1;

	if (!is_name_mention(mention_of(a, head)))
		return head;
	if (next < a->tokens.count && (nx_token_at(a, next)->tag == NX_TAG_POS ||
								   nx_token_is(a, next, "'")))
		next++;
	return next < a->tokens.count && is_person_noun(a, next) &&
		nx_token_at(a, next)->sentence == nx_token_at(a, head)->sentence ? next : head;
}

/*
 * The token that tells who speaks, or NX_NONE; *role is that of the role whose
 * bearer it names, or NX_NONE.
 */
static uint32_t
speaking_token(const NxArticle *a, NxRange source, uint32_t *role)
{
	uint32_t	head;
	uint32_t	other;

	*role = NX_NONE;
	if (source.end > source.first + MAX_LOOK)
		source.end = source.first + MAX_LOOK;
	head = find_head(a, source.first, source.end);
	if (head == NX_NONE)
		return source.end - source.first == 1 ? source.first : NX_NONE;
	other = owner_of_words(a, source, head);
	if (other != NX_NONE)
		return other;
	head = head_behind_name(a, head);
	if (is_name_mention(mention_of(a, head)))
		return head;
	other = name_of_role(a, head, source.end);
	if (other == NX_NONE)
		return head;
	*role = head;
	return other;
}

/* "a spokesperson for Tarn, Jane Roe": what the words in front say of her. */
static void
read_role_in_front(const NxArticle *a, NxRange source, uint32_t role, NxSource *who)
{
	NxSource	bearer = {NX_SPEAKER_UNKNOWN, NX_NONE, NX_NONE, {0, 0}, NX_NONE, NX_NONE};

	source.end = a->mention_nodes.items[who->mention].tokens.first;
	read_unnamed(a, source, role, &bearer);
	if (nx_range_is_empty(who->role))
		who->role = bearer.role;
	if (who->affiliation == NX_NONE)
		who->affiliation = bearer.affiliation;
}

/*
 * "Jane Roe, 47, a geophysicist at the University of Tarn": an apposition with
 * "a" tells a role, whatever its noun.
 */
static void
read_role_behind(const NxArticle *a, NxRange source, NxSource *who)
{
	uint32_t	i = skip_note(a, who->head + 1, source.end);
	NxRange		role;

	if (i < source.end && nx_token_is(a, i, ","))
		i++;
	if (i < who->head + 2 || i >= source.end ||
		!(nx_token_is(a, i, "a") || nx_token_is(a, i, "an")))
		return;
	role = (NxRange) {i + 1, i + 1};
	while (role.end < source.end && !is_border(a, role.end) &&
		   nx_token_at(a, role.end)->name == NX_NAME_NONE)
		role.end++;
	if (nx_range_is_empty(role) || nx_token_at(a, role.end - 1)->tag != NX_TAG_NN)
		return;
	who->role = role;
	if (who->affiliation == NX_NONE)
		who->affiliation = body_beside(a, (NxRange) {role.end, source.end}, who->head);
}

/* "its chairman, Jane Roe": the body whose chairman she is. */
static uint32_t
owner_of_role(const NxArticle *a, NxRange source)
{
	const NxMentionNode *node = mention_of(a, source.first);

	return node != NULL && node->form_kind == NX_FORM_PRONOUN && node->entity != NX_NONE &&
		nx_token_words(nx_token_at(a, source.first)) & NX_IS(IT) &&
		a->entity_nodes.items[node->entity].kind == NX_ENTITY_ORGANIZATION ? node->entity : NX_NONE;
}

/* Who is meant by a mention whose entity is known. */
static void
read_entity(const NxArticle *a, const NxMentionNode *node, NxSource *who)
{
	who->entity = node->entity;
	who->kind = kind_of_entity(a, node->entity);
	who->role = node->role;
	if (node->affiliation != NX_NONE)
		who->affiliation = a->mention_nodes.items[node->affiliation].entity;
}

/* Is it somebody or something?  "Forty percent said so" names nobody. */
static bool
may_speak(const NxArticle *a, uint32_t mention)
{
	const NxMentionNode *node = &a->mention_nodes.items[mention];

	return node->entity != NX_NONE &&
		(node->kind < NX_ENTITY_DATE || node->kind > NX_ENTITY_URL);
}


NxSource
nx_source_read(const NxArticle *a, NxRange source)
{
	NxSource	who = {NX_SPEAKER_UNKNOWN, NX_NONE, NX_NONE, {0, 0}, NX_NONE, NX_NONE};
	uint32_t	role;
	uint32_t	head = speaking_token(a, source, &role);

	if (head == NX_NONE)
		return who;
	who.head = head;
	who.mention = nx_token_at(a, head)->mention;
	if (nx_token_words(nx_token_at(a, head)) & NX_IS(WHO))
	{
		who.mention = antecedent(a, head);
		if (who.mention != NX_NONE)
			head = a->mention_nodes.items[who.mention].head;
	}
	if (is_joint(a, source, head))
		who.kind = NX_SPEAKER_GROUP;
	else if (who.mention != NX_NONE && may_speak(a, who.mention))
	{
		read_entity(a, &a->mention_nodes.items[who.mention], &who);
		if (role != NX_NONE)
			read_role_in_front(a, source, role, &who);
		if (nx_range_is_empty(who.role) && who.kind == NX_SPEAKER_PERSON)
			read_role_behind(a, source, &who);
	}
	else
		read_unnamed(a, source, head, &who);
	if (who.affiliation == NX_NONE && head > source.first &&
		(who.kind == NX_SPEAKER_PERSON || who.kind == NX_SPEAKER_UNNAMED))
		who.affiliation = owner_of_role(a, source);
	return who;
}
