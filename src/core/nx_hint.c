/*
 * nx_hint.c
 *		Whom a source means that holds no mention of a person.
 *
 *	- A word in capitals or in a headline that no label calls a name, but that
 *	  is the surname of a person of the article: "'No sale' - Nadar".
 *	- A role in a headline, before anybody was named: "Minister: We will not
 *	  sell" is the minister mentioned most in the article.
 *
 * Surnames stand in a hash, so each source costs a probe; a role costs a look
 * at all mentions and is looked for MAX_ROLES times at most.
 */
#include "nx_hint.h"

#define MAX_ROLES	4

/* Last word of a person's fullest name. */
static uint32_t
surname_of(const NxArticle *a, uint32_t person)
{
	uint32_t	mention = a->entity_nodes.items[person].fullest;

	return nx_token_at(a, a->mention_nodes.items[mention].head)->form;
}

static uint32_t *
surname_slot(const NxArticle *a, const NxHints *hints, uint32_t form)
{
	uint32_t	at = form & hints->mask;

	while (hints->slots[at] != 0 && surname_of(a, hints->slots[at] - 1) != form)
		at = (at + 1) & hints->mask;
	return &hints->slots[at];
}

static uint8_t
zone_of(const NxArticle *a, uint32_t token)
{
	return a->paragraphs.items[nx_token_paragraph(a, token)].zone;
}

void
nx_hint_init(NxArticle *a, NxHints *hints)
{
	uint32_t	count = a->entity_nodes.count;

	hints->roles_left = MAX_ROLES;
	for (hints->mask = 15; hints->mask < 2 * count;)
		hints->mask = 2 * hints->mask + 1;
	hints->slots = nx_alloc_array(&a->arena, uint32_t, hints->mask + 1);
	hints->mentions = nx_alloc_array(&a->arena, uint32_t, count);
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];

		nx_poll(a, sizeof(*node));
		if (node->entity != NX_NONE && zone_of(a, node->head) != NX_ZONE_BYLINE)
			hints->mentions[node->entity]++;
	}
	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t   *slot = surname_slot(a, hints, surname_of(a, i));

		nx_poll(a, sizeof(NxEntityNode));
		if (a->entity_nodes.items[i].kind == NX_ENTITY_PERSON && *slot == 0)
			*slot = i + 1;
	}
}

static bool
holds_form(const NxArticle *a, NxRange range, uint32_t form)
{
	for (uint32_t i = range.first; i < range.end; i++)
		if (nx_token_at(a, i)->form == form)
			return true;
	return false;
}

/* The person of a role who is mentioned most, or NX_NONE. */
static uint32_t
find_holder(const NxArticle *a, NxHints *hints, uint32_t role)
{
	uint32_t	found = NX_NONE;

	if (hints->roles_left == 0)
		return NX_NONE;
	hints->roles_left--;
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];

		if (node->entity != NX_NONE && node->form_kind == NX_FORM_NAME &&
			(found == NX_NONE || hints->mentions[node->entity] > hints->mentions[found]) &&
			holds_form(a, node->role, nx_token_at(a, role)->form))
			found = node->entity;
	}
	return found;
}

static uint32_t
find_person(const NxArticle *a, NxHints *hints, NxRange source, const NxSource *who)
{
	const NxToken *head = nx_token_at(a, who->head);
	uint8_t		zone = zone_of(a, who->head);

	if (who->kind == NX_SPEAKER_UNNAMED && (zone == NX_ZONE_HEADLINE || zone == NX_ZONE_DECK) &&
		!(nx_token_words(nx_token_at(a, source.first)) & NX_IS(INDEFINITE)))
		return find_holder(a, hints, who->head);
	if (who->kind == NX_SPEAKER_UNKNOWN && head->letters != NX_CASE_LOWER &&
		head->letters != NX_CASE_NONE)
		return *surname_slot(a, hints, head->form) - 1;
	return NX_NONE;
}

void
nx_hint_apply(const NxArticle *a, NxHints *hints, NxRange source, NxSource *who)
{
	uint32_t	person;

	if (who->entity != NX_NONE || who->head == NX_NONE)
		return;
	person = find_person(a, hints, source, who);
	if (person == NX_NONE)
		return;
	*who = (NxSource) {NX_SPEAKER_PERSON, person, NX_NONE, {0, 0}, NX_NONE, who->head};
}
