/*
 * nx_body.c
 *		Which organisation "the company", "the union", "the bank" means.
 *
 * While the reference stage goes through the mentions of an article, the last
 * mentions of named organisations are noted, and what each is said to be:
 *
 *		Railway Workers Union				a union, by its name
 *		the hedge fund Gorse Capital		a fund, by the word in front
 *		Gorse Capital, a hedge fund			by the apposition behind
 *
 * A definite nominal in the singular means the organisation last said to be
 * that.  With no such, words that fit every body of a sort ("the company", "the
 * agency") mean the one that was the subject of a sentence shortly before, else
 * the one named most; a name that says that it is something else ("University
 * of Tarn") is no company.  Other nominals stay unresolved: "the government",
 * "the court" are mostly bodies without a name of their own.
 *
 * Work for a mention is bounded by the two rings.
 */
#include "nx_attribution.h"
#include "nx_body.h"
#include "nx_salience.h"

#define MAX_AGE			3		/* sentences back to a body that acts */
#define MAX_WORDS		12		/* of a name that are read */
#define MIN_MENTIONS	2		/* of a body that is meant from afar */

/* Nouns that fit each body of a sort, and the names that belong to the sort. */
typedef struct Sort
{
	const char *words;
	uint64_t	names;			/* classes of a name's last word; 0: any other */
} Sort;

static const Sort sorts[] = {
	{" agency bureau ", NX_IS(AGENCY)},
	{" newspaper paper magazine network broadcaster website ", NX_IS(OUTLET)},
	{" company firm group organisation organization corporation business start-up startup "
		"utility retailer manufacturer carmaker automaker airline bank lender insurer "
	"operator ", 0},
};

#define OTHER_SORTS	(NX_IS(AGENCY) | NX_IS(OUTLET) | NX_IS(PARTY) | NX_IS(TEAM) | NX_IS(TEAM_NICK))

static const Sort *
sort_of(const NxArticle *a, uint32_t token)
{
	for (size_t s = 0; s < sizeof(sorts) / sizeof(sorts[0]); s++)
		if (nx_is_among(a, token, sorts[s].words))
			return &sorts[s];
	return NULL;
}

/* Words that stand for other things as well: "the house", "the campaign". */
static bool
is_vague_word(const NxArticle *a, uint32_t token)
{
	return nx_is_among(a, token, " house state campaign site service office administration "
					   "government force movement parent exchange center centre media guard arm "
					   "opposition society trust ");
}

/* The name of a mention, its first words when it has many. */
static NxRange
name_of(const NxMentionNode *node)
{
	NxRange		name = node->tokens;

	if (name.end > name.first + MAX_WORDS)
		name.end = name.first + MAX_WORDS;
	return name;
}

static bool
is_body_word(const NxArticle *a, uint32_t token)
{
	return (nx_token_words(nx_token_at(a, token)) & (NX_IS(ORG_NOUN) | NX_IS(GOVERN_NOUN))) != 0;
}

void
nx_body_init(NxArticle *a, NxBodies *bodies)
{
	memset(bodies, 0, sizeof(*bodies));
	bodies->counts = nx_alloc_array(&a->arena, uint32_t, a->entity_nodes.count);
}

static void
add_role(NxBodies *bodies, uint32_t head, uint32_t mention)
{
	bodies->roles[bodies->role_count++ % NX_MAX_BODY_ROLES] = (NxBodyRole) {head, mention};
}

/* A name, in the text and not around it. */
static bool
is_named_body(const NxArticle *a, const NxMentionNode *node)
{
	uint8_t		zone = a->paragraphs.items[nx_token_paragraph(a, node->head)].zone;

	return node->kind == NX_ENTITY_ORGANIZATION && node->form_kind == NX_FORM_NAME &&
		node->entity != NX_NONE &&
		(zone == NX_ZONE_BODY || zone == NX_ZONE_HEADLINE || zone == NX_ZONE_DECK);
}

/* What the name, the word in front of it and the apposition behind it say. */
static void
learn_roles(const NxArticle *a, NxBodies *bodies, uint32_t mention)
{
	const NxMentionNode *node = &a->mention_nodes.items[mention];
	uint32_t	sentence = nx_token_at(a, node->head)->sentence;
	const NxMentionNode *next = node + 1;
	NxRange		name = name_of(node);

	for (uint32_t i = name.first; i < name.end; i++)
		if (is_body_word(a, i))
			add_role(bodies, nx_token_at(a, i)->form, mention);
	if (node->tokens.first > 0 && is_body_word(a, node->tokens.first - 1) &&
		nx_token_at(a, node->tokens.first - 1)->sentence == sentence)
		add_role(bodies, nx_token_at(a, node->tokens.first - 1)->form, mention);
	if (mention + 1 < a->mention_nodes.count && next->form_kind == NX_FORM_NOMINAL &&
		next->tokens.first == node->tokens.end + 1 && nx_token_is(a, node->tokens.end, ",") &&
		is_body_word(a, next->head))
		add_role(bodies, nx_token_at(a, next->head)->form, mention);
}

void
nx_body_note(const NxArticle *a, NxBodies *bodies, uint32_t mention)
{
	const NxMentionNode *node = &a->mention_nodes.items[mention];

	if (node->kind != NX_ENTITY_ORGANIZATION || node->entity == NX_NONE ||
		a->entity_nodes.items[node->entity].kind != NX_ENTITY_ORGANIZATION)
		return;
	if (is_named_body(a, node))
		learn_roles(a, bodies, mention);
	else if (node->form_kind == NX_FORM_NAME)
		return;
	bodies->recent[bodies->noted++ % NX_MAX_BODIES] = mention;
	bodies->counts[node->entity]++;
}

/* ------------------------------------------------------------------------
 * Finding
 * ------------------------------------------------------------------------
 */

/* Do the words between article and head stand near the name, too? */
static bool
modifiers_fit(const NxArticle *a, const NxMentionNode *nominal, const NxMentionNode *node)
{
	NxRange		sentence = a->sentences.items[nx_token_at(a, node->head)->sentence].tokens;
	uint32_t	first = sentence.first + 4 < node->tokens.first ? node->tokens.first - 4 :
		sentence.first;

	for (uint32_t i = nominal->tokens.first + 1; i < nominal->head; i++)
	{
		bool		stands = false;

		for (uint32_t k = first; k < name_of(node).end; k++)
			stands |= nx_token_at(a, k)->form == nx_token_at(a, i)->form;
		if (!stands)
			return false;
	}
	return true;
}

static uint32_t
find_by_role(const NxArticle *a, const NxBodies *bodies, const NxMentionNode *nominal)
{
	uint32_t	head = nx_token_at(a, nominal->head)->form;
	uint32_t	looked = bodies->role_count < NX_MAX_BODY_ROLES ? bodies->role_count :
		NX_MAX_BODY_ROLES;

	for (uint32_t back = 1; back <= looked; back++)
	{
		const NxBodyRole *role = &bodies->roles[(bodies->role_count - back) % NX_MAX_BODY_ROLES];
		const NxMentionNode *node = &a->mention_nodes.items[role->mention];

		if (role->head == head && modifiers_fit(a, nominal, node))
			return node->entity;
	}
	return NX_NONE;
}

/* Does the fullest name of an entity go with a noun of a sort? */
static bool
is_of_sort(const NxArticle *a, uint32_t entity, const Sort *sort)
{
	NxRange		name = name_of(&a->mention_nodes.items[a->entity_nodes.items[entity].fullest]);
	uint64_t	names = nx_token_names(nx_token_at(a, name.end - 1));

	if (sort->names != 0)
		return (names & sort->names) != 0;
	for (uint32_t i = name.first; i < name.end; i++)
		if (is_body_word(a, i) && !nx_is_among(a, i, sort->words))
			return false;
	return (names & OTHER_SORTS) == 0;
}

/* Of a sort the body that acted last, else the one named most. */
static uint32_t
find_of_sort(const NxArticle *a, const NxBodies *bodies, const NxMentionNode *nominal,
			 const Sort *sort)
{
	uint32_t	looked = bodies->noted < NX_MAX_BODIES ? bodies->noted : NX_MAX_BODIES;
	uint32_t	sentence = nx_token_at(a, nominal->head)->sentence;
	uint32_t	most = NX_NONE;

	for (uint32_t back = 1; back <= looked; back++)
	{
		const NxMentionNode *node =
			&a->mention_nodes.items[bodies->recent[(bodies->noted - back) % NX_MAX_BODIES]];

		if (nx_token_is_in_speech(a, node->head) || !is_of_sort(a, node->entity, sort))
			continue;
		if (nx_token_at(a, node->head)->sentence + MAX_AGE >= sentence &&
			nx_mention_is_subject(a, node))
			return node->entity;
		if (most == NX_NONE || bodies->counts[node->entity] > bodies->counts[most])
			most = node->entity;
	}
	return most != NX_NONE && bodies->counts[most] >= MIN_MENTIONS ? most : NX_NONE;
}

uint32_t
nx_body_find(const NxArticle *a, const NxBodies *bodies, uint32_t mention)
{
	const NxMentionNode *nominal = &a->mention_nodes.items[mention];
	const Sort *sort;
	uint32_t	entity;

	if (nominal->kind != NX_ENTITY_ORGANIZATION || nominal->is_plural ||
		nominal->tokens.end - nominal->tokens.first < 2 ||
		!(nx_token_words(nx_token_at(a, nominal->tokens.first)) & NX_IS(DEFINITE)) ||
		is_vague_word(a, nominal->head))
		return NX_NONE;
	entity = find_by_role(a, bodies, nominal);
	if (entity != NX_NONE || nominal->tokens.end - nominal->tokens.first > 2)
		return entity;
	sort = sort_of(a, nominal->head);
	return sort == NULL ? NX_NONE : find_of_sort(a, bodies, nominal, sort);
}
