/*
 * nx_reference.c
 *		Whom pronouns and nominals mean: "he", "the president", "it".
 *
 * Before it stand the mentions and the entities of the names; it gives the
 * other mentions their entity where one fits, and leaves the rest alone.  It
 * goes through the mentions once, in the order of the text:
 *
 *	he, she		the most salient person that agrees in sex (nx_salience.c)
 *	it			the body mentioned last, as a subject if there is one
 *	they		a person of unknown sex, subject of the sentence before and the
 *				last one mentioned; else the body mentioned last; a group bars
 *				both
 *	nominal		"the minister": the person last said to be a minister, in a
 *				role beside the name or by a title ("Sen." is a senator).  Words
 *				before the head count: "the Vermont senator" is whose role or
 *				neighbourhood holds "Vermont"; "the former mayor" is not the
 *				mayor.  With no such role, a definite nominal that speaks is
 *				the person of the sentences before if that one stands out.
 *				"the company": nx_body.c
 *
 * Example: "US President Obama met President Xi Jinping.  The Chinese president
 * said": two presidents are known; "Chinese" rules out Obama, whose role holds
 * another nation.
 *
 * Limits: MAX_ROLES roles are remembered, the oldest forgotten first; work for a
 * mention is bounded by that and by NX_MAX_RECENT.
 */
#include "nx_attribution.h"
#include "nx_body.h"
#include "nx_salience.h"

#define MAX_ROLES		64
#define MAX_BODY_AGE	3		/* sentences back to an organisation */
#define CLEAR_MARGIN	25		/* by which a person stands out */

/* A person is said to be something. */
typedef struct Role
{
	uint32_t	head;			/* form hash of the noun */
	uint32_t	mention;
	bool		is_former;
} Role;

typedef struct Reference
{
	NxArticle  *a;
	NxSalience	salience;
	NxBodies	bodies;
	Role		roles[MAX_ROLES];
	uint32_t	role_count;
	uint32_t	body;			/* last mention of an organisation or place */
	uint32_t	acting_body;	/* last one that was a subject */
	uint32_t	group;			/* last plural nominal of persons */
	uint32_t	nobody;			/* somebody unnamed who spoke last */
} Reference;

/* What a title says its bearer is. */
static const char *const title_roles[][2] = {
	{"sen.", "senator"}, {"sen", "senator"}, {"rep.", "representative"},
	{"rep.", "congressman"}, {"rep.", "congresswoman"}, {"rep.", "lawmaker"},
	{"sen.", "lawmaker"}, {"senator", "lawmaker"}, {"gov.", "governor"},
	{"gov", "governor"}, {"gen.", "general"}, {"lt.", "lieutenant"},
	{"col.", "colonel"}, {"capt.", "captain"}, {"sgt.", "sergeant"},
	{"dr.", "doctor"}, {"dr", "doctor"}, {"prof.", "professor"},
	{"rev.", "reverend"}, {"rev.", "pastor"}, {"pm", "minister"},
	{"ceo", "executive"}, {"premier", "minister"}, {"chairman", "chair"},
	{"chairwoman", "chair"}, {"maj.", "major"}, {"adm.", "admiral"},
};

#define IS_ROLE	(NX_IS(ROLE) | NX_IS(ROLE_HEAD) | NX_IS(SPOKES) | NX_IS(KIN))

/* ------------------------------------------------------------------------
 * Roles
 * ------------------------------------------------------------------------
 */
static bool
holds_former(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
		if (nx_token_is(a, i, "former") || nx_token_is(a, i, "ex") ||
			nx_token_is(a, i, "then"))
			return true;
	return false;
}

static void
add_role(Reference *r, uint32_t head, uint32_t mention, bool is_former)
{
	r->roles[r->role_count++ % MAX_ROLES] = (Role) {head, mention, is_former};
}

static void
add_title_roles(Reference *r, uint32_t token, uint32_t mention)
{
	for (size_t k = 0; k < sizeof(title_roles) / sizeof(title_roles[0]); k++)
		if (nx_token_is(r->a, token, title_roles[k][0]))
			add_role(r, nx_form_hash(title_roles[k][1], strlen(title_roles[k][1])),
					 mention, false);
}

/* Remember what the words of a role say of a mention's person. */
static void
learn_roles(Reference *r, NxRange role, uint32_t mention)
{
	bool		is_former = holds_former(r->a, role);

	for (uint32_t i = role.first; i < role.end; i++)
	{
		const NxToken *token = nx_token_at(r->a, i);

		if (nx_token_words(token) & IS_ROLE)
			add_role(r, token->form, mention, is_former);
		add_title_roles(r, i, mention);
	}
}

/* ------------------------------------------------------------------------
 * Nominals
 * ------------------------------------------------------------------------
 */

/* "the mayor", "this mayor": somebody who is known already. */
static bool
is_definite(const NxArticle *a, const NxMentionNode *node)
{
	return nx_token_words(nx_token_at(a, node->tokens.first)) & NX_IS(DEFINITE) &&
		node->tokens.end - node->tokens.first > 1;
}

/* "R-Fla." abbreviates "Florida": its letters, in order, from the first. */
static bool
is_abbreviation_of(const NxArticle *a, uint32_t token, uint32_t full)
{
	const NxToken *t = nx_token_at(a, token);
	const char *at = a->text + nx_token_at(a, full)->at_b;
	const char *end = a->text + nx_token_at(a, full)->end_b;
	const char *dash = memchr(a->text + t->at_b, '-', t->end_b - t->at_b);
	const char *letter = dash != NULL ? dash + 1 : a->text + t->at_b;
	const char *last = a->text + t->end_b - 1;

	if (!(t->flags & NX_ABBREVIATED) || last - letter < 2 || *letter != *at)
		return false;
	for (; letter < last; letter++, at++)
	{
		at = memchr(at, *letter, (size_t) (end - at));
		if (at == NULL)
			return false;
	}
	return true;
}

/* Does a range hold a word of a nominal, also as an abbreviated state? */
static bool
range_holds(const NxArticle *a, NxRange range, uint32_t word)
{
	bool		is_state = nx_token_names(nx_token_at(a, word)) & NX_IS(STATE);

	for (uint32_t i = range.first; i < range.end; i++)
		if (nx_token_at(a, i)->form == nx_token_at(a, word)->form ||
			(is_state && is_abbreviation_of(a, i, word)))
			return true;
	return false;
}

/* Words around a mention in which its nation, state or party may stand. */
static NxRange
surroundings(const NxArticle *a, const NxMentionNode *node)
{
	NxRange		around = node->phrase;
	NxRange		sentence = a->sentences.items[nx_token_at(a, node->head)->sentence].tokens;

	around.first = around.first > sentence.first + 4 ? around.first - 4 : sentence.first;
	around.end = around.end + 8 < sentence.end ? around.end + 8 : sentence.end;
	return around;
}

/*
 * How well a mention goes with the words before a nominal's head; negative
 * when the nominal names a nation that does not stand there.
 */
static int
modifier_fit(const NxArticle *a, const NxMentionNode *nominal, const NxMentionNode *node)
{
	NxRange		around = surroundings(a, node);
	int			fit = 0;

	for (uint32_t i = nominal->tokens.first + 1; i + 1 < nominal->tokens.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);
		bool		is_name = token->letters != NX_CASE_LOWER;

		if (range_holds(a, around, i))
			fit += is_name ? 4 : 2;
		else if (is_name && node->form_kind == NX_FORM_NAME &&
				 nx_token_names(token) & NX_IS(DEMONYM) &&
				 !(nx_token_names(token) & NX_IS(PARTY)))
			fit -= 8;
	}
	/* "the president" is President Roe rather than the president of a bank */
	if (nominal->tokens.end - nominal->tokens.first == 2 &&
		node->role.end - node->role.first == 1)
		fit += 1;
	return fit;
}

static bool
sex_agrees(const NxArticle *a, const NxMentionNode *nominal, uint32_t entity)
{
	uint8_t		sex = entity == NX_NONE ? NX_SEX_UNKNOWN : a->entity_nodes.items[entity].sex;

	return nominal->sex == NX_SEX_UNKNOWN || sex == NX_SEX_UNKNOWN || sex == nominal->sex;
}

/*
 * Find who was last said to be what a nominal says.  True when somebody was;
 * *entity is NX_NONE for somebody without a name ("a nurse").
 */
static bool
find_by_role(const Reference *r, const NxMentionNode *nominal, uint32_t *entity)
{
	const NxArticle *a = r->a;
	uint32_t	head = nx_token_at(a, nominal->head)->form;
	bool		is_former = holds_former(a, nominal->tokens);
	uint32_t	looked = r->role_count < MAX_ROLES ? r->role_count : MAX_ROLES;
	int			best = -1;

	*entity = NX_NONE;
	for (uint32_t back = 1; back <= looked; back++)
	{
		const Role *role = &r->roles[(r->role_count - back) % MAX_ROLES];
		const NxMentionNode *node = &a->mention_nodes.items[role->mention];
		int			fit;

		if (role->head != head || (is_former && !role->is_former) ||
			!sex_agrees(a, nominal, node->entity))
			continue;
		fit = modifier_fit(a, nominal, node) + (role->is_former == is_former);
		if (fit > best)
		{
			best = fit;
			*entity = node->entity;
		}
	}
	return best >= 0;
}

static uint32_t
find_salient(const Reference *r, uint32_t mention, int32_t least_margin)
{
	NxReferent candidates[NX_MAX_REFERENTS];
	uint32_t	count = nx_salience_candidates(r->a, &r->salience, mention, candidates);
	int32_t		margin;
	const NxReferent *best = nx_salience_best(candidates, count, &margin);

	return best != NULL && margin >= least_margin ? best->entity : NX_NONE;
}

static uint32_t
resolve_nominal(const Reference *r, uint32_t mention)
{
	const NxMentionNode *nominal = &r->a->mention_nodes.items[mention];
	uint32_t	entity;

	if (nominal->kind != NX_ENTITY_PERSON || nominal->is_plural || !is_definite(r->a, nominal))
		return NX_NONE;
	if (find_by_role(r, nominal, &entity))
		return entity;
	if (!nx_mention_speaks(r->a, nominal) ||
		nx_token_words(nx_token_at(r->a, nominal->head)) & (NX_IS(SPOKES) | NX_IS(PERSON_NOUN)))
		return NX_NONE;
	return find_salient(r, mention, CLEAR_MARGIN);
}

/* ------------------------------------------------------------------------
 * Pronouns
 * ------------------------------------------------------------------------
 */
static bool
is_near(const NxArticle *a, uint32_t mention, const NxMentionNode *pronoun, uint32_t age)
{
	return mention != NX_NONE &&
		nx_token_at(a, a->mention_nodes.items[mention].head)->sentence + age >=
		nx_token_at(a, pronoun->head)->sentence;
}

/* A word for a document in front of the pronoun: "The report ... It says". */
static bool
is_after_document(const NxArticle *a, uint32_t from, uint32_t pronoun)
{
	for (uint32_t i = nx_look_back(from, pronoun); i < pronoun; i++)
		if (nx_token_words(nx_token_at(a, i)) & (NX_IS(DOCUMENT) | NX_IS(SAY_NOUN)) &&
			nx_token_at(a, i)->tag == NX_TAG_NN && !nx_token_is_in_speech(a, i))
			return true;
	return false;
}

/*
 * "It" is the body that acted last, a place only when it spoke ("Paris said it
 * would not wait"), else an organisation mentioned right before; what a document
 * behind that says is nobody's.
 */
static uint32_t
resolve_it(const Reference *r, const NxMentionNode *pronoun)
{
	bool		is_acting = is_near(r->a, r->acting_body, pronoun, MAX_BODY_AGE);
	uint32_t	mention = is_acting ? r->acting_body : r->body;
	const NxMentionNode *body;

	if (!is_acting && !is_near(r->a, mention, pronoun, MAX_BODY_AGE - 1))
		return NX_NONE;
	body = &r->a->mention_nodes.items[mention];
	if (r->a->entity_nodes.items[body->entity].kind == NX_ENTITY_PLACE &&
		!(is_acting && nx_mention_speaks(r->a, body)))
		return NX_NONE;
	/* but "its chairman" is no document's */
	return nx_token_at(r->a, pronoun->head)->tag != NX_TAG_PRPS &&
		is_after_document(r->a, body->tokens.end, pronoun->head) ? NX_NONE : body->entity;
}

/* A person of unknown sex who is the subject of the sentence before (case 64). */
static uint32_t
resolve_they(const Reference *r, uint32_t mention)
{
	const NxMentionNode *pronoun = &r->a->mention_nodes.items[mention];
	NxReferent candidates[NX_MAX_REFERENTS];
	uint32_t	count;

	if (is_near(r->a, r->group, pronoun, MAX_BODY_AGE))
		return NX_NONE;
	count = nx_salience_candidates(r->a, &r->salience, mention, candidates);
	if (count > 0 && r->a->entity_nodes.items[candidates[0].entity].sex == NX_SEX_UNKNOWN &&
		nx_token_at(r->a, r->a->mention_nodes.items[candidates[0].mention].head)->sentence + 1 ==
		nx_token_at(r->a, pronoun->head)->sentence &&
		nx_mention_is_subject(r->a, &r->a->mention_nodes.items[candidates[0].mention]))
		return candidates[0].entity;
	return NX_NONE;
}

/* "A nurse said it was late.  She added": no person with a name. */
static bool
means_nobody(const Reference *r, const NxMentionNode *pronoun)
{
	const NxMentionNode *nobody;

	if (r->nobody == NX_NONE || nx_token_is_in_speech(r->a, pronoun->head))
		return false;
	nobody = &r->a->mention_nodes.items[r->nobody];
	return (nobody->sex == NX_SEX_UNKNOWN || nobody->sex == pronoun->sex) &&
		nx_token_paragraph(r->a, nobody->head) + 1 >= nx_token_paragraph(r->a, pronoun->head);
}

static uint32_t
resolve_pronoun(const Reference *r, uint32_t mention)
{
	const NxMentionNode *pronoun = &r->a->mention_nodes.items[mention];
	uint64_t	words = nx_token_words(nx_token_at(r->a, pronoun->head));

	if (words & (NX_IS(HE) | NX_IS(SHE)))
		return means_nobody(r, pronoun) ? NX_NONE : find_salient(r, mention, 0);
	if (words & NX_IS(THEY))
		return resolve_they(r, mention);
	return words & NX_IS(IT) ? resolve_it(r, pronoun) : NX_NONE;
}

/* ------------------------------------------------------------------------
 * The pass
 * ------------------------------------------------------------------------
 */

/* "Roe was the mayor": the nominal behind the verb tells a role of Roe. */
static uint32_t
subject_of_copula(const NxArticle *a, const NxMentionNode *nominal)
{
	uint32_t	first = nominal->tokens.first;
	uint32_t	subject;

	if (first < 2 || !(nx_token_words(nx_token_at(a, first - 1)) & NX_IS(BE)))
		return NX_NONE;
	subject = nx_token_at(a, first - 2)->mention;
	return subject != NX_NONE && a->mention_nodes.items[subject].kind == NX_ENTITY_PERSON ?
		subject : NX_NONE;
}

/* Somebody unnamed who speaks is who "she" is next, until another acts. */
static void
remember_speaker(Reference *r, uint32_t mention)
{
	const NxMentionNode *node = &r->a->mention_nodes.items[mention];

	if (node->kind != NX_ENTITY_PERSON || node->is_plural ||
		nx_token_words(nx_token_at(r->a, node->head)) & NX_IS(DOCUMENT) ||
		nx_token_is_in_speech(r->a, node->head))
		return;
	if (node->entity != NX_NONE && node->form_kind == NX_FORM_NAME &&
		(nx_mention_is_subject(r->a, node) ||
		 nx_token_at(r->a, node->phrase.first)->flags & NX_SENTENCE_BEGIN))
		r->nobody = NX_NONE;
	else if (node->entity == NX_NONE && node->form_kind == NX_FORM_NOMINAL &&
			 nx_mention_speaks(r->a, node))
		r->nobody = mention;
}

static void
remember(Reference *r, uint32_t mention)
{
	const NxMentionNode *node = &r->a->mention_nodes.items[mention];
	bool		is_body = node->kind == NX_ENTITY_ORGANIZATION || node->kind == NX_ENTITY_PLACE;

	nx_salience_note(r->a, &r->salience, mention);
	nx_body_note(r->a, &r->bodies, mention);
	if (node->form_kind == NX_FORM_NAME && node->kind == NX_ENTITY_PERSON)
		learn_roles(r, node->role, mention);
	if (node->form_kind == NX_FORM_NOMINAL && node->kind == NX_ENTITY_PERSON)
	{
		if (node->is_plural)
			r->group = mention;
		else if (node->entity == NX_NONE && !is_definite(r->a, node))
			add_role(r, nx_token_at(r->a, node->head)->form, mention, false);
	}
	remember_speaker(r, mention);
	if (is_body && node->entity != NX_NONE)
	{
		r->body = mention;
		if (nx_mention_is_subject(r->a, node))
			r->acting_body = mention;
	}
}

static void
settle_nominal(Reference *r, uint32_t mention)
{
	NxMentionNode *node = &r->a->mention_nodes.items[mention];
	uint32_t	beside = nx_mention_beside(r->a, mention);
	uint32_t	subject = subject_of_copula(r->a, node);

	if (node->kind == NX_ENTITY_ORGANIZATION)
		node->entity = nx_body_find(r->a, &r->bodies, mention);
	else if (beside != NX_NONE)
		node->entity = r->a->mention_nodes.items[beside].entity;
	else if (subject != NX_NONE)
	{
		node->entity = r->a->mention_nodes.items[subject].entity;
		learn_roles(r, node->tokens, subject);
	}
	else
		node->entity = resolve_nominal(r, mention);
}

void
nx_reference_read(NxArticle *a)
{
	Reference  *r = nx_arena_alloc(&a->arena, sizeof(*r));

	r->a = a;
	r->body = r->acting_body = r->group = r->nobody = NX_NONE;
	nx_salience_init(a, &r->salience);
	nx_body_init(a, &r->bodies);
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		NxMentionNode *node = &a->mention_nodes.items[m];

		nx_poll(a, sizeof(*node));
		if (node->form_kind == NX_FORM_NOMINAL && node->entity == NX_NONE)
			settle_nominal(r, m);
		else if (node->form_kind == NX_FORM_PRONOUN)
			node->entity = resolve_pronoun(r, m);
		remember(r, m);
	}
}
