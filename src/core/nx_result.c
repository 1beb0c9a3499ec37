/*
 * nx_result.c
 *		Entities and mentions as the caller sees them.
 *
 * The last stage but for what the quotes need: it copies nothing it can point
 * to, and adds what only the whole article shows: how often an entity is
 * mentioned, in which forms, and inside which quote a mention stands.
 *
 * Forms are told apart by their bytes.  A set of (entity, hash of the words)
 * keeps the work linear however many forms there are; the forms of one entity
 * are chained in the order of the text and laid out side by side at the end.
 *
 * A name with its title in front counts as two forms: "Jane Roe" and
 * "President Jane Roe".
 */
#include "nx_core.h"

typedef struct Form
{
	NxRange		tokens;			/* where it is first written so */
	uint32_t	hash;			/* of entity and bytes */
	uint32_t	entity;
	uint32_t	next;			/* form of the same entity, or NX_NONE */
} Form;

typedef struct FormSet
{
	NX_LIST(Form) forms;
	uint32_t   *slots;			/* form + 1, 0: free */
	uint32_t	mask;
	uint32_t   *first;			/* by entity */
	uint32_t   *last;
	uint32_t   *count;
} FormSet;

static void
form_set_init(NxArticle *a, FormSet *set)
{
	uint32_t	entities = a->entity_nodes.count;
	uint32_t	size = 16;

	/* every mention adds at most two forms */
	while (size < 4 * a->mention_nodes.count)
		size *= 2;
	memset(set, 0, sizeof(*set));
	set->slots = nx_alloc_array(&a->arena, uint32_t, size);
	set->mask = size - 1;
	set->first = nx_alloc_array(&a->arena, uint32_t, entities);
	set->last = nx_alloc_array(&a->arena, uint32_t, entities);
	set->count = nx_alloc_array(&a->arena, uint32_t, entities);
}

static bool
reads_same(const NxArticle *a, NxRange range, NxRange other)
{
	if (range.end - range.first != other.end - other.first)
		return false;
	for (uint32_t i = 0; i < range.end - range.first; i++)
		if (nx_token_at(a, range.first + i)->exact != nx_token_at(a, other.first + i)->exact)
			return false;
	return true;
}

/* Where a form stands in the set, or where it is to go. */
static uint32_t *
form_slot(const NxArticle *a, const FormSet *set, uint32_t hash, uint32_t entity, NxRange range)
{
	uint32_t	at = hash & set->mask;

	for (;; at = (at + 1) & set->mask)
	{
		const Form *form;

		if (set->slots[at] == 0)
			return &set->slots[at];
		form = &set->forms.items[set->slots[at] - 1];
		if (form->hash == hash && form->entity == entity && reads_same(a, range, form->tokens))
			return &set->slots[at];
	}
}

static void
add_form(NxArticle *a, FormSet *set, uint32_t entity, NxRange range)
{
	uint32_t	hash = entity * 0x9E3779B1u;
	uint32_t   *slot;
	Form	   *form;

	for (uint32_t i = range.first; i < range.end; i++)
		hash = (hash ^ nx_token_at(a, i)->exact) * 0x01000193u;
	hash ^= hash >> 15;
	slot = form_slot(a, set, hash, entity, range);
	if (*slot != 0)
		return;
	form = nx_push(&a->arena, &set->forms);
	form->tokens = range;
	form->hash = hash;
	form->entity = entity;
	*slot = set->forms.count;
	if (set->count[entity]++ == 0)
		set->first[entity] = *slot - 1;
	else
		set->forms.items[set->last[entity]].next = *slot - 1;
	set->last[entity] = *slot - 1;
}

static NxStrings
list_forms(NxArticle *a, const FormSet *set, uint32_t entity)
{
	uint32_t	count = set->count[entity];
	NxString   *items = nx_alloc_array(&a->arena, NxString, count);
	uint32_t	at = set->first[entity];

	for (uint32_t i = 0; i < count; i++)
	{
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): there are that many forms */
		items[i] = nx_range_text(a, set->forms.items[at].tokens);
		at = set->forms.items[at].next;
	}
	return (NxStrings) {items, count};
}

/* A title directly in front, written with a capital, belongs to a form. */
static bool
has_title(const NxArticle *a, const NxMentionNode *node)
{
	return !nx_range_is_empty(node->role) && node->role.end == node->tokens.first &&
		nx_token_at(a, node->role.first)->letters != NX_CASE_LOWER;
}

static void
read_forms(NxArticle *a, FormSet *set)
{
	for (uint32_t i = 0; i < a->mention_nodes.count; i++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[i];
		NxRange		titled = {node->role.first, node->tokens.end};

		nx_poll(a, sizeof(*node));
		if (node->entity == NX_NONE || node->form_kind != NX_FORM_NAME)
			continue;
		add_form(a, set, node->entity, node->tokens);
		if (has_title(a, node))
			add_form(a, set, node->entity, titled);
	}
}

static void
read_entity(NxArticle *a, const FormSet *set, uint32_t i)
{
	const NxEntityNode *node = &a->entity_nodes.items[i];
	NxEntity   *entity = nx_push(&a->arena, &a->entities);
	char	   *key = nx_arena_alloc(&a->arena, 3 * (size_t) node->name.length_b + 1);

	entity->kind = node->kind;
	entity->name = node->name;
	entity->key.length_b = (uint32_t) nx_key_make(node->name.bytes, node->name.length_b, key);
	entity->key.bytes = key;
	entity->role = node->role;
	if (node->affiliation != NX_NONE)
		entity->affiliation = a->entity_nodes.items[node->affiliation].name;
	entity->forms = list_forms(a, set, i);
	entity->first_at = nx_range_span(a, a->mention_nodes.items[node->first].tokens);
}

static void
read_mention(NxArticle *a, const NxMentionNode *node)
{
	NxMention  *mention = nx_push(&a->arena, &a->mentions);

	mention->entity_no = node->entity + 1;
	mention->form_kind = node->form_kind;
	mention->at = nx_range_span(a, node->tokens);
	mention->sentence = nx_token_at(a, node->tokens.first)->sentence + 1;
	mention->paragraph = nx_token_paragraph(a, node->tokens.first) + 1;
	mention->kind = a->entities.items[node->entity].kind;
	mention->name = a->entities.items[node->entity].name;
	a->entities.items[node->entity].mention_count++;
}

/* A nominal or pronoun that refers to nothing known is not told. */
static void
read_mentions(NxArticle *a)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < a->mention_nodes.count; i++)
		count += a->mention_nodes.items[i].entity != NX_NONE;
	nx_reserve(&a->arena, &a->mentions, count);
	for (uint32_t i = 0; i < a->mention_nodes.count; i++)
	{
		nx_poll(a, sizeof(NxMention));
		if (a->mention_nodes.items[i].entity != NX_NONE)
			read_mention(a, &a->mention_nodes.items[i]);
	}
}

/* First mention that does not begin before a byte. */
static uint32_t
mention_from(const NxArticle *a, uint32_t at_b)
{
	uint32_t	low = 0;
	uint32_t	high = a->mentions.count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (a->mentions.items[middle].at.at_b < at_b)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Number the mentions inside quotes.  A nested quote comes after the one that
 * holds it and overwrites its number.
 */
static void
number_quotes(NxArticle *a)
{
	for (uint32_t q = 0; q < a->quotes.count; q++)
	{
		const NxQuote *quote = &a->quotes.items[q];

		for (uint32_t p = 0; p < quote->content_count; p++)
		{
			NxSpan		piece = quote->content_at[p];
			uint32_t	m = mention_from(a, piece.at_b);

			nx_poll(a, sizeof(piece));
			for (; m < a->mentions.count && a->mentions.items[m].at.at_b < piece.end_b; m++)
				a->mentions.items[m].quote_no = q + 1;
		}
	}
}

void
nx_result_read(NxArticle *a)
{
	FormSet		set;

	form_set_init(a, &set);
	read_forms(a, &set);
	for (uint32_t i = 0; i < a->entity_nodes.count; i++)
		read_entity(a, &set, i);
	read_mentions(a);
	number_quotes(a);
}
