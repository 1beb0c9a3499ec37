/*
 * nx_name_mend.c
 *		Labels of names that agree over the article.
 *
 * The tagger sees one sentence at a time.  Three things it misses are plain to
 * who has read the whole article:
 *
 *	- a name is of one kind: the same words take the kind that most of their
 *	  places got ("Wells" nine times an organisation, once a person);
 *	- a single word that ends a person's full name elsewhere is that person
 *	  ("Pugh said", after "Gareth Pugh");
 *	- a title is no part of a person's name ("Mr. Wood", "President Moi").
 *
 * Before it stands nx_name_decode(), after it the labels go to the tokens.
 * Two tables in the arena, for names and for last words of persons; linear
 * time.
 */
#include "nx_lexicon.h"
#include "nx_name.h"

typedef struct Name
{
	uint32_t	form;			/* hash of all forms */
	uint32_t	counts[NX_NAME_KINDS + 1];	/* of places, by kind; [0]: used */
} Name;

typedef struct NameTable
{
	Name	   *slots;
	uint32_t	mask;
} NameTable;

typedef struct Mender
{
	const NxArticle *a;
	const NxEvidence *evidence;
	uint8_t    *labels;
	NameTable	names;
	NameTable	surnames;		/* used: it ends a person's full name */
} Mender;

static Name *
find_name(const NameTable *table, uint32_t form)
{
	uint32_t	slot = form & table->mask;

	while (table->slots[slot].counts[0] != 0 && table->slots[slot].form != form)
		slot = (slot + 1) & table->mask;
	return &table->slots[slot];
}

static NameTable
make_table(NxArticle *a, uint32_t count)
{
	NameTable	table = {NULL, 15};

	while (table.mask < count * 2)
		table.mask = table.mask * 2 + 1;
	table.slots = nx_alloc_array(&a->arena, Name, (size_t) table.mask + 1);
	return table;
}

static uint32_t
name_form(const NxArticle *a, NxRange name)
{
	uint32_t	form = 0;

	for (uint32_t i = name.first; i < name.end; i++)
		form = nx_feature_mix(form, nx_token_at(a, i)->form);
	return form;
}

/* The name that begins at token i, or an empty range. */
static NxRange
name_at(const NxArticle *a, const uint8_t *labels, uint32_t i)
{
	NxRange		name = {i, i};

	if (labels[i] == NX_NAME_OUTSIDE)
		return name;
	while (name.end + 1 < a->tokens.count && nx_label_is_open(labels[name.end]))
		name.end++;
	name.end++;
	return name;
}

static void
set_kind(uint8_t *labels, NxRange name, NxNameKind kind)
{
	for (uint32_t i = name.first; i < name.end; i++)
		labels[i] = nx_name_label(kind, nx_label_place(labels[i]));
}

static void
count_name(Mender *m, NxRange name)
{
	NxNameKind	kind = nx_label_kind(m->labels[name.first]);
	uint32_t	form = name_form(m->a, name);
	Name	   *entry = find_name(&m->names, form);
	const NxToken *last = nx_token_at(m->a, name.end - 1);

	entry->form = form;
	entry->counts[0]++;
	entry->counts[kind]++;
	if (kind != NX_NAME_PERSON || name.end - name.first < 2 ||
		last->letters == NX_CASE_NONE || last->end_b - last->at_b < 3 ||
		m->evidence[name.end - 1].names & NX_IS(NAME_SUFFIX))
		return;
	entry = find_name(&m->surnames, last->form);
	entry->form = last->form;
	entry->counts[0]++;
}

static bool
is_surname(const Mender *m, uint32_t i)
{
	return find_name(&m->surnames, nx_token_at(m->a, i)->form)->counts[0] != 0;
}

/* The kind that most places of a name have; its own when none has more. */
static NxNameKind
usual_kind(const Name *entry, NxNameKind own)
{
	NxNameKind	best = own;

	for (NxNameKind kind = NX_NAME_PERSON; kind <= NX_NAME_MISC; kind++)
	{
		if (entry->counts[kind] > entry->counts[best])
			best = kind;
	}
	return best;
}

static void
mend_kind(Mender *m, NxRange name)
{
	NxNameKind	own = nx_label_kind(m->labels[name.first]);
	NxNameKind	kind = usual_kind(find_name(&m->names, name_form(m->a, name)), own);

	if (name.end - name.first == 1 && is_surname(m, name.first) &&
		(kind != NX_NAME_PLACE || !(m->evidence[name.first].names & NX_IS_PLACE)))
		kind = NX_NAME_PERSON;
	if (kind != own && own != NX_NAME_MISC && kind != NX_NAME_MISC)
		set_kind(m->labels, name, kind);
}

/* A surname that was passed over. */
static void
mend_missed(Mender *m, uint32_t i)
{
	const NxEvidence *e = &m->evidence[i];

	if (m->labels[i] == NX_NAME_OUTSIDE && e->capital == 1 && e->is_scored &&
		e->usual != NX_CAPITAL_NEVER && e->usual != NX_CAPITAL_RARELY && is_surname(m, i))
		m->labels[i] = nx_name_label(NX_NAME_PERSON, NX_PLACE_ONLY);
}

/* Takes a leading title off a person's name of two or more tokens. */
static void
strip_title(Mender *m, uint32_t i)
{
	uint8_t		first = nx_name_label(NX_NAME_PERSON, NX_PLACE_FIRST);

	if (m->labels[i] != first || !(m->evidence[i].names & NX_IS(TITLE)))
		return;
	m->labels[i] = NX_NAME_OUTSIDE;
	m->labels[i + 1] = nx_label_place(m->labels[i + 1]) == NX_PLACE_LAST ?
		nx_name_label(NX_NAME_PERSON, NX_PLACE_ONLY) : first;
}

static uint32_t
count_names(const NxArticle *a, const uint8_t *labels)
{
	uint32_t	count = 0;

	for (uint32_t i = 0; i < a->tokens.count; i++)
		count += labels[i] != NX_NAME_OUTSIDE && !nx_label_is_open(labels[i]);
	return count;
}

void
nx_name_mend(NxArticle *a, const NxEvidence *evidence, uint8_t *labels)
{
	uint32_t	count = count_names(a, labels);
	Mender		m = {a, evidence, labels, make_table(a, count), make_table(a, count)};
	NxRange		name;

	for (uint32_t i = 0; i < a->tokens.count; i = name.end + nx_range_is_empty(name))
	{
		nx_poll(a, 1);
		name = name_at(a, labels, i);
		if (!nx_range_is_empty(name))
			count_name(&m, name);
	}
	for (uint32_t i = 0; i < a->tokens.count; i = name.end + nx_range_is_empty(name))
	{
		nx_poll(a, 1);
		name = name_at(a, labels, i);
		if (!nx_range_is_empty(name))
			mend_kind(&m, name);
		else
			mend_missed(&m, i);
	}
	for (uint32_t i = 0; i + 1 < a->tokens.count; i++)
		strip_title(&m, i);
}
