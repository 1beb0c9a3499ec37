/*
 * nx_role.c
 *		What is said of a person beside the name: title, role, affiliation.
 *
 * Before it stand the mentions; after it the entity stage gives an entity the
 * roles of its mentions.  A role is kept as a range of tokens, "as written"
 * but without article, and an affiliation as the mention of an organisation:
 *
 *	in front	"Assistant Foreign Minister Jane Roe", "Tarn Rail chief Jane Roe",
 *				"the club's captain, Jane Roe"
 *	behind		"Jane Roe, 54, head of the Department of Music at Tarn College,"
 *	nominal		"a spokeswoman for Tarn Rail"
 *
 * An organisation inside the role becomes the affiliation and ends the role
 * there: behind the head with its preposition ("head of the Department of
 * Music" + Tarn College: of two the last), before the head with what stands in
 * front of it ("Tarn Rail" + "chief").  Places and nations stay part of the
 * role: "US President", "mayor of Seattle".
 *
 * The phrase of a mention is the name with all of this around it, as a source
 * is written: "Jane Roe, mayor of Seattle".
 *
 * Limits: a role behind a name is read for MAX_BEHIND tokens, one in front for
 * MAX_BEFORE, so the work is bounded per mention.
 */
#include "nx_noun.h"

#define MAX_BEFORE	8
#define MAX_TITLE	4				/* "Secretary of State" has three tokens */
#define MAX_BEHIND	30
#define MAX_BRACKET	8

#define IS_ROLE \
	(NX_IS(ROLE) | NX_IS(ROLE_HEAD) | NX_IS(SPOKES) | NX_IS(KIN))

/* Titles of courtesy say the sex, but no role. */
static const char *const courtesies[] = {
	"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "sir", "dame",
	"lady", "lord", "madam", "mister", "messrs", "messrs.", "alhaji", "hajia",
	"hajiya", "mallam", "malam", "mzee", "shri", "sri", "smt", "smt.", "shrimati",
	"sushri", "kumari", "begum", "khun", "pak", "ibu", "encik", "puan", "tuan",
	"datuk", "datin", "dato", "tun", "haji", "syed", "otunba", "ustaz",
};

static bool
is_comma(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return token->end_b - token->at_b == 1 && a->text[token->at_b] == ',';
}

static bool
is_courtesy(const NxArticle *a, uint32_t i)
{
	for (size_t k = 0; k < sizeof(courtesies) / sizeof(courtesies[0]); k++)
		if (nx_token_is(a, i, courtesies[k]))
			return true;
	return false;
}

static const NxMentionNode *
mention_at(const NxArticle *a, uint32_t i)
{
	uint32_t	mention = nx_token_at(a, i)->mention;

	return mention == NX_NONE ? NULL : &a->mention_nodes.items[mention];
}

/*
 * The mention of an organisation that holds a token, or NX_NONE.  A party as
 * adjective is none: "a Republican strategist".
 */
static uint32_t
organization_at(const NxArticle *a, uint32_t i)
{
	const NxMentionNode *node = mention_at(a, i);

	return node != NULL && node->kind == NX_ENTITY_ORGANIZATION &&
		node->form_kind != NX_FORM_PRONOUN && nx_token_at(a, i)->tag != NX_TAG_JJ ?
		nx_token_at(a, i)->mention : NX_NONE;
}

static bool
is_person_name(const NxArticle *a, uint32_t i)
{
	const NxMentionNode *node = mention_at(a, i);

	return node != NULL && node->kind == NX_ENTITY_PERSON && node->form_kind == NX_FORM_NAME;
}

/* A name of a person or a date ends the words before a role. */
static bool
is_no_part_of_role(const NxArticle *a, uint32_t i)
{
	const NxMentionNode *node = mention_at(a, i);

	return is_person_name(a, i) ||
		(node != NULL && node->kind >= NX_ENTITY_DATE && node->kind <= NX_ENTITY_HANDLE);
}

/* A word that can be the head of a role. */
static bool
is_role_head(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return nx_is_title(a, i) ||
		(nx_token_words(token) & IS_ROLE && !is_person_name(a, i));
}

/* ------------------------------------------------------------------------
 * In front of a name
 * ------------------------------------------------------------------------
 */

/* Let a role begin where its words begin, or behind the organisation there. */
static uint32_t
role_begin(const NxArticle *a, uint32_t head, uint32_t *affiliation)
{
	uint32_t	sentence = nx_token_at(a, head)->sentence;
	uint32_t	first = head;

	while (first > 0 && head - first < MAX_BEFORE)
	{
		const NxToken *token = nx_token_at(a, first - 1);

		if (token->sentence != sentence)
			break;
		if (token->tag == NX_TAG_POS && first > 1 &&
			organization_at(a, first - 2) != NX_NONE)
			*affiliation = organization_at(a, first - 2);
		else
			*affiliation = organization_at(a, first - 1);
		if (*affiliation != NX_NONE || is_no_part_of_role(a, first - 1) ||
			!(nx_is_modifier(a, first - 1) || is_role_head(a, first - 1) ||
			  token->name != NX_NAME_NONE))
			break;
		first--;
		if (nx_token_words(token) & NX_IS(FORMER))
			break;
	}
	return first;
}

/* "Caught in the tackle, Roe fell": a place, not Roe. */
static bool
is_in_place(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	before = node->tokens.first;

	return before > 0 && (nx_token_is(a, before - 1, "in") ||
						  nx_token_is(a, before - 1, "at") || nx_token_is(a, before - 1, "on"));
}

/* "the club's captain, Jane Roe": head before the comma, or NX_NONE. */
static uint32_t
head_before_comma(const NxArticle *a, uint32_t name)
{
	const NxMentionNode *node;

	if (name < 2 || !is_comma(a, name - 1))
		return NX_NONE;
	node = mention_at(a, name - 2);
	if (node == NULL || node->form_kind != NX_FORM_NOMINAL || node->is_plural ||
		node->head != name - 2 || !is_role_head(a, name - 2) || is_in_place(a, node))
		return NX_NONE;
	return name - 2;
}

/*
 * "Minister of Natural Resources Jane Roe": from the head on, or an empty range.
 * A title before the name would be hers: "a friend of President Jane Roe".
 */
static NxRange
head_with_object(const NxArticle *a, uint32_t name)
{
	uint32_t	sentence = nx_token_at(a, name)->sentence;
	uint32_t	of = name - 1;

	while (of > 0 && name - of < MAX_TITLE && nx_is_noun(a, of) && !is_role_head(a, of) &&
		   nx_token_at(a, of)->letters == NX_CASE_CAPITAL)
		of--;
	if (of + 1 == name || of == 0 || !nx_token_is(a, of, "of") || !is_role_head(a, of - 1) ||
		nx_token_at(a, of - 1)->sentence != sentence)
		return (NxRange) {0, 0};
	return (NxRange) {of - 1, name};
}

/* Head of the role that ends before a name: its first and end token. */
static NxRange
head_before(const NxArticle *a, uint32_t name)
{
	const NxClasses wanted = {NX_IS(TITLE), 0, 0};
	uint32_t	sentence = nx_token_at(a, name)->sentence;
	uint32_t	head;

	for (uint32_t n = 2; n <= MAX_TITLE && n <= name; n++)
		if (nx_token_at(a, name - n)->sentence == sentence &&
			nx_phrase_longest(a, (NxRange) {name - n, name}, &wanted, NULL) == name)
			return (NxRange) {name - n, name};
	if (is_role_head(a, name - 1) && nx_token_at(a, name - 1)->sentence == sentence)
		return (NxRange) {name - 1, name};
	head = head_before_comma(a, name);
	return head == NX_NONE ? head_with_object(a, name) : (NxRange) {head, head + 1};
}

static void
read_front(const NxArticle *a, NxMentionNode *node)
{
	uint32_t	name = node->tokens.first;
	NxRange		head;
	uint8_t		sex;

	if (name == 0)
		return;
	sex = nx_token_at(a, name - 1)->word.word_sex;
	if (sex != NX_SEX_UNKNOWN)
		node->sex = sex;
	head = head_before(a, name);
	if (head.end - head.first == 1 && is_courtesy(a, head.first))
		node->phrase.first = head.first;
	if (nx_range_is_empty(head) || node->phrase.first == head.first)
		return;
	node->role = (NxRange) {role_begin(a, head.first, &node->affiliation), head.end};
	node->phrase.first = node->role.first;
	if (node->affiliation != NX_NONE)
		node->phrase.first = a->mention_nodes.items[node->affiliation].tokens.first;
	if (node->phrase.first > 0 && nx_is_determiner(a, node->phrase.first - 1))
		node->phrase.first--;
}

/* ------------------------------------------------------------------------
 * Behind a name
 * ------------------------------------------------------------------------
 */
typedef struct Apposition
{
	NxRange		role;
	uint32_t	affiliation;	/* mention, or NX_NONE */
	uint32_t	end;
} Apposition;

/* Past the last token of a noun phrase that begins at i. */
static uint32_t
skip_noun_phrase(const NxArticle *a, uint32_t i, uint32_t end)
{
	while (i < end && (nx_is_modifier(a, i) || nx_is_determiner(a, i) ||
					   (nx_token_at(a, i)->name != NX_NAME_NONE && !is_person_name(a, i))))
		i++;
	return i;
}

static bool
is_binding_preposition(const NxArticle *a, uint32_t i)
{
	static const char *const forms[] = {"of", "for", "at", "in", "with", "to", "on"};

	for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]); k++)
		if (nx_token_is(a, i, forms[k]))
			return true;
	return false;
}

/*
 * Read what prepositions bind to a head: "of the Department of Music at Tarn
 * College".  The last organisation is the affiliation and ends the role.
 */
static void
read_bound(const NxArticle *a, uint32_t end, Apposition *found)
{
	uint32_t	role_end = found->end;

	while (found->end < end && (is_binding_preposition(a, found->end) ||
								nx_token_is(a, found->end, "and")))
	{
		uint32_t	object = found->end + 1;
		uint32_t	next = skip_noun_phrase(a, object, end);
		uint32_t	body = next > object ? organization_at(a, next - 1) : NX_NONE;

		if (next == object)
			break;
		if (body != NX_NONE)
		{
			role_end = found->end;
			found->affiliation = body;
		}
		else if (found->affiliation == NX_NONE)
			role_end = next;
		found->end = next;
	}
	found->role.end = role_end;
}

/* The first token of a role behind its article and organisation. */
static uint32_t
role_first(const NxArticle *a, NxRange phrase, uint32_t *affiliation)
{
	uint32_t	first = phrase.first;

	for (uint32_t i = phrase.first; i + 1 < phrase.end; i++)
	{
		uint32_t	body = organization_at(a, i);

		if (body != NX_NONE && nx_token_at(a, i)->name != NX_NAME_NONE)
			*affiliation = body;
		if (nx_is_determiner(a, i) || (body != NX_NONE && *affiliation == body))
			first = i + 1;
	}
	return first;
}

/* Read a role that begins at a token; found->role stays empty without one. */
static void
read_apposition(const NxArticle *a, uint32_t i, uint32_t end, Apposition *found)
{
	uint32_t	head_end = skip_noun_phrase(a, i, end);

	*found = (Apposition) {{0, 0}, NX_NONE, i};
	if (head_end == i || !is_role_head(a, head_end - 1))
		return;
	found->role.first = role_first(a, (NxRange) {i, head_end}, &found->affiliation);
	found->end = head_end;
	read_bound(a, end, found);
}

/* Skip an age: ", 54" before another comma. */
static uint32_t
skip_age(const NxArticle *a, uint32_t comma, uint32_t end)
{
	return comma + 2 < end && nx_token_at(a, comma + 1)->kind == NX_TOKEN_NUMBER &&
		is_comma(a, comma + 2) ? comma + 2 : comma;
}

/* "(D-Ohio)" belongs to the phrase. */
static void
read_bracket(const NxArticle *a, NxMentionNode *node, uint32_t end)
{
	uint32_t	i = node->tokens.end;

	if (i >= end || a->text[nx_token_at(a, i)->at_b] != '(')
		return;
	for (uint32_t k = i + 1; k < end && k < i + MAX_BRACKET; k++)
		if (a->text[nx_token_at(a, k)->at_b] == ')')
		{
			node->phrase.end = k + 1;
			return;
		}
}

/* "Jane Roe MP" */
static bool
is_title_behind(const NxArticle *a, uint32_t i)
{
	return nx_token_at(a, i)->letters == NX_CASE_UPPER && nx_is_title(a, i);
}

static void
read_behind(const NxArticle *a, NxMentionNode *node)
{
	uint32_t	end = a->sentences.items[nx_token_at(a, node->head)->sentence].tokens.end;
	uint32_t	comma;
	Apposition	found;

	if (end > node->tokens.end + MAX_BEHIND)
		end = node->tokens.end + MAX_BEHIND;
	read_bracket(a, node, end);
	if (node->phrase.end < end && is_title_behind(a, node->phrase.end))
	{
		node->phrase.end++;
		if (nx_range_is_empty(node->role))
			node->role = (NxRange) {node->phrase.end - 1, node->phrase.end};
	}
	comma = node->phrase.end;
	if (comma >= end || !is_comma(a, comma))
		return;
	comma = skip_age(a, comma, end);
	read_apposition(a, comma + 1, end, &found);
	if (nx_range_is_empty(found.role))
		return;
	node->phrase.end = found.end;
	if (nx_range_is_empty(node->role) || node->role.first >= node->tokens.end)
		node->role = found.role;
	if (node->affiliation == NX_NONE)
		node->affiliation = found.affiliation;
}

/* ------------------------------------------------------------------------
 * Nominals
 * ------------------------------------------------------------------------
 */
static void
read_nominal(const NxArticle *a, NxMentionNode *node)
{
	uint32_t	end = a->sentences.items[nx_token_at(a, node->head)->sentence].tokens.end;
	Apposition	found;

	if (end > node->tokens.end + MAX_BEHIND)
		end = node->tokens.end + MAX_BEHIND;
	read_apposition(a, node->tokens.first, end, &found);
	if (nx_range_is_empty(found.role))
		return;
	node->role = found.role;
	node->affiliation = found.affiliation;
	node->phrase.end = found.end;
}

void
nx_role_read(NxArticle *a)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		NxMentionNode *node = &a->mention_nodes.items[m];

		nx_poll(a, sizeof(*node));
		if (node->kind != NX_ENTITY_PERSON)
			continue;
		if (node->form_kind == NX_FORM_NAME)
		{
			read_front(a, node);
			read_behind(a, node);
		}
		else if (node->form_kind == NX_FORM_NOMINAL)
			read_nominal(a, node);
	}
}
