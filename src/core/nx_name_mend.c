/*
 * nx_name_mend.c
 *		Labels of names that agree over the article.
 *
 * The tagger sees one sentence at a time.  What it misses is plain to who has
 * read the whole article:
 *
 *	- a name is of one kind: the same words take the kind that most of their
 *	  places got ("Wells" nine times an organisation, once a person);
 *	- a single word that ends a person's full name elsewhere is that person
 *	  ("Pugh said", after "Gareth Pugh"), a place's name only when it speaks and
 *	  nothing stands "in" it ("Jordan said", after "Neil Jordan");
 *	- so is its plural ("the Clintons");
 *	- a single word that no full name ends is no person when the article tells
 *	  that it is a firm ("Exel shares", "delivery firm Exel");
 *
 * and some borders need no weighing: a name ends before a bracket, a person's
 * also before a quotation mark and a dash ("George Miller (D-Calif.)"), begins
 * with no number or title ("8:39PM Jane Roe", "Mr. Wood", "President Moi"), holds
 * no common word ("Kim met Wang Yi"), and goes on over particles and epithets
 * ("Hamad" + "bin Khalifa", "Cranach" + "the Elder").  What stands behind a title
 * is a person; what stands before a common word with a capital is none ("the
 * Andrew Marr Show").
 *
 * Before it stands nx_name_decode(), after it the labels go to the tokens.
 * Two tables in the arena, for names and for last words of persons; linear
 * time.
 */
#include "nx_lexicon.h"
#include "nx_name.h"

#define MAX_PARTICLES	2		/* "van der" */
#define FIRST_MASK		63		/* of a table */

typedef struct Name
{
	uint32_t	form;			/* hash of all forms */
	uint32_t	counts[NX_NAME_KINDS + 1];	/* of places, by kind; [0]: used */
} Name;

typedef struct NameTable
{
	Name	   *slots;			/* half of them free at least */
	uint32_t	mask;
	uint32_t	count;
} NameTable;

typedef struct Mender
{
	NxArticle  *a;
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

static void
lay_out(NxArticle *a, NameTable *table, uint32_t mask)
{
	NameTable	old = *table;

	table->mask = mask;
	table->slots = nx_alloc_array(&a->arena, Name, (size_t) mask + 1);
	for (uint32_t slot = 0; old.count > 0 && slot <= old.mask; slot++)
		if (old.slots[slot].counts[0] != 0)
			*find_name(table, old.slots[slot].form) = old.slots[slot];
	nx_arena_drop(&a->arena, old.slots);
}

/* The entry of a form, which is counted as used once more. */
static Name *
enter_name(NxArticle *a, NameTable *table, uint32_t form)
{
	Name	   *entry = find_name(table, form);

	if (entry->counts[0]++ > 0)
		return entry;
	entry->form = form;
	if (++table->count * 2 <= table->mask)
		return entry;
	lay_out(a, table, table->mask * 2 + 1);
	return find_name(table, form);
}

uint32_t
nx_name_form(const NxArticle *a, NxRange name)
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

/* What "Mr." stands before is a person, "Mrs. Roe" as well as "Ms Paris". */
static bool
is_behind_mister(const Mender *m, uint32_t i)
{
	static const char *const misters[] = {"mr.", "mrs.", "ms.", "mr", "mrs", "ms", "miss"};

	if (i == 0 || m->evidence[i - 1].capital != 1 ||
		!(m->evidence[i - 1].names & NX_IS(TITLE)))
		return false;
	for (size_t k = 0; k < sizeof(misters) / sizeof(misters[0]); k++)
	{
		if (nx_token_is(m->a, i - 1, misters[k]))
			return true;
	}
	return false;
}

static void
count_name(Mender *m, NxRange name)
{
	NxNameKind	kind = nx_label_kind(m->labels[name.first]);
	const NxToken *last = nx_token_at(m->a, name.end - 1);

	enter_name(m->a, &m->names, nx_name_form(m->a, name))->counts[kind]++;
	if ((kind != NX_NAME_PERSON || name.end - name.first < 2) &&
		!is_behind_mister(m, name.first))
		return;
	if (last->letters == NX_CASE_NONE || last->end_b - last->at_b < 3 ||
		m->evidence[name.end - 1].names & NX_IS(NAME_SUFFIX))
		return;
	(void) enter_name(m->a, &m->surnames, last->form);
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

/* Is a surname that is a place's name, too, the person here? */
static bool
speaks(const NxEvidence *e)
{
	return e->seen & NX_SEEN_BESIDE_SAY && !(e->seen & NX_SEEN_AFTER_IN);
}

/* Behind another title stands a person who has not the name of a known place. */
static bool
is_behind_title(const Mender *m, uint32_t i)
{
	const uint64_t others = NX_IS(COUNTRY) | NX_IS(CITY_LARGE) | NX_IS(CITY_MIDDLE) |
		NX_IS(STATE) | NX_IS(ADMIN) | NX_IS(DEMONYM) | NX_IS_ORG;
	const NxEvidence *e = &m->evidence[i];

	return i > 0 && m->labels[i - 1] == NX_NAME_OUTSIDE && e[-1].capital == 1 &&
		e[-1].names & NX_IS(TITLE) && !((e->names | e->begins) & others);
}

/*
 * A firm that the tagger took for a person: something tells a firm's name, no
 * title, given name or role tells a person's.
 */
static bool
is_firm(const NxEvidence *e)
{
	const uint32_t person = NX_SEEN_AFTER_TITLE | NX_SEEN_AFTER_FIRST |
		NX_SEEN_AFTER_INITIAL | NX_SEEN_AFTER_ROLE | NX_SEEN_AS_PERSON |
		NX_SEEN_BEFORE_AGE | NX_SEEN_BEFORE_WHO;

	return e->seen & NX_SEEN_AS_BODY && !(e->seen & person) && !(e->names & NX_IS(FIRST_COMMON));
}

/* "the Clintons": a person of the article, in the plural. */
static bool
is_family(const Mender *m, uint32_t i)
{
	const NxToken *token = nx_token_at(m->a, i);
	uint32_t	form;

	if (token->letters != NX_CASE_CAPITAL || token->end_b - token->at_b < 5 ||
		m->a->text[token->end_b - 1] != 's' ||
		m->evidence[i].names & (NX_IS_PLACE | NX_IS_ORG))
		return false;
	form = nx_form_hash(m->a->text + token->at_b, token->end_b - token->at_b - 1);
	return find_name(&m->surnames, form)->counts[0] != 0 ||
		find_name(&m->names, nx_feature_mix(0, form))->counts[NX_NAME_PERSON] != 0;
}

static void
mend_kind(Mender *m, NxRange name)
{
	const NxEvidence *e = &m->evidence[name.first];
	NxNameKind	own = nx_label_kind(m->labels[name.first]);
	NxNameKind	kind = usual_kind(find_name(&m->names, nx_name_form(m->a, name)), own);

	if (name.end - name.first == 1 && is_surname(m, name.first) &&
		(kind != NX_NAME_PLACE || !(e->names & NX_IS_PLACE) || speaks(e)))
		kind = NX_NAME_PERSON;
	if (is_behind_mister(m, name.first) ||
		(name.end - name.first == 1 && is_family(m, name.first)) ||
		(kind == NX_NAME_PLACE && is_behind_title(m, name.first)))
		kind = NX_NAME_PERSON;
	else if (kind == NX_NAME_PERSON && name.end - name.first == 1 &&
			 !is_surname(m, name.first) && is_firm(e))
		kind = NX_NAME_ORGANIZATION;
	if (kind != own && own != NX_NAME_MISC && kind != NX_NAME_MISC)
		set_kind(m->labels, name, kind);
}

/* A surname that was passed over. */
static void
mend_missed(Mender *m, uint32_t i)
{
	const NxEvidence *e = &m->evidence[i];

	if (m->labels[i] != NX_NAME_OUTSIDE || e->capital != 1 || !e->is_scored)
		return;
	if ((e->usual != NX_CAPITAL_NEVER && e->usual != NX_CAPITAL_RARELY &&
		 (is_surname(m, i) || is_family(m, i))) ||
		(!(e->names & NX_IS(TITLE)) && is_behind_mister(m, i)))
		m->labels[i] = nx_name_label(NX_NAME_PERSON, NX_PLACE_ONLY);
}

/* --- borders --- */

/* Cuts a name so that it ends before token i. */
static void
cut_name(uint8_t *labels, NxRange name, uint32_t i)
{
	NxNameKind	kind = nx_label_kind(labels[name.first]);

	labels[i - 1] = nx_name_label(kind, i - 1 == name.first ? NX_PLACE_ONLY : NX_PLACE_LAST);
	memset(labels + i, NX_NAME_OUTSIDE, name.end - i);
}

/* A dash between spaces, other than the hyphen of a particle ("al - Sadr"). */
static bool
is_dash(const Mender *m, uint32_t i)
{
	const NxToken *token = nx_token_at(m->a, i);

	return m->a->text[token->at_b] == '-' && token->end_b - token->at_b == 1 &&
		token->flags & NX_SPACE_BEFORE && !(m->evidence[i - 1].names & NX_IS(PARTICLE));
}

/* A bracket; of a person's name also a quotation mark, a dash between spaces. */
static bool
ends_name(const Mender *m, uint32_t i, NxNameKind kind)
{
	const NxToken *token = nx_token_at(m->a, i);
	char		c = m->a->text[token->at_b];

	if (c == '(' || c == '[')
		return true;
	return kind == NX_NAME_PERSON && (token->kind == NX_TOKEN_MARK || is_dash(m, i));
}

/* "Kim met Wang Yi", not "van der", "the Elder": a word that is in no name. */
static bool
parts_persons(const Mender *m, uint32_t i)
{
	const NxEvidence *e = &m->evidence[i];

	return nx_token_at(m->a, i)->letters == NX_CASE_LOWER && e->capital == 0 &&
		e->usual == NX_CAPITAL_NEVER && !(e->names & NX_IS(PARTICLE)) &&
		!nx_token_is(m->a, i, "the") && !nx_token_is(m->a, i, "of");
}

/* Takes such a word out: what stands behind it is a name of its own. */
static void
part_persons(Mender *m, NxRange name)
{
	uint8_t    *labels = m->labels;

	if (nx_label_kind(labels[name.first]) != NX_NAME_PERSON)
		return;
	for (uint32_t i = name.first + 1; i + 1 < name.end; i++)
	{
		if (!parts_persons(m, i))
			continue;
		labels[i - 1] = nx_name_label(NX_NAME_PERSON, i - 1 == name.first ?
									  NX_PLACE_ONLY : NX_PLACE_LAST);
		labels[i] = NX_NAME_OUTSIDE;
		labels[i + 1] = nx_name_label(NX_NAME_PERSON, i + 2 == name.end ?
									  NX_PLACE_ONLY : NX_PLACE_FIRST);
		name.first = i + 1;
		i++;
	}
	if (name.end - name.first > 1 && parts_persons(m, name.end - 1))
		cut_name(labels, name, name.end - 1);
}

static void
cut_at_end(Mender *m, NxRange name)
{
	NxNameKind	kind = nx_label_kind(m->labels[name.first]);

	for (uint32_t i = name.first + 1; i < name.end; i++)
	{
		if (ends_name(m, i, kind))
		{
			cut_name(m->labels, name, i);
			return;
		}
	}
}

/* "Don" and "Dean" are first names more often than titles. */
static bool
is_title(const NxEvidence *e)
{
	return e->names & NX_IS(TITLE) && !(e->names & NX_IS(FIRST_COMMON));
}

/* Takes a leading title or number off a person's name of two or more tokens. */
static void
strip_begin(Mender *m, uint32_t i)
{
	uint8_t		first = nx_name_label(NX_NAME_PERSON, NX_PLACE_FIRST);

	if (m->labels[i] != first || !(is_title(&m->evidence[i]) ||
								   nx_token_at(m->a, i)->kind == NX_TOKEN_NUMBER))
		return;
	m->labels[i] = NX_NAME_OUTSIDE;
	m->labels[i + 1] = nx_label_place(m->labels[i + 1]) == NX_PLACE_LAST ?
		nx_name_label(NX_NAME_PERSON, NX_PLACE_ONLY) : first;
}

/* Particles in lower case from token i on; how many. */
static uint32_t
count_particles(const Mender *m, uint32_t i)
{
	uint32_t	count = 0;

	while (count < MAX_PARTICLES && i + count + 1 < m->a->tokens.count &&
		   m->evidence[i + count].capital == 0 &&
		   m->evidence[i + count].names & NX_IS(PARTICLE))
		count++;
	return count;
}

/* Joins two names of persons over particles, labelled or not. */
static void
join_particles(Mender *m, uint32_t i)
{
	uint8_t    *labels = m->labels;
	uint32_t	count = count_particles(m, i + 1);
	uint8_t		next = labels[i + 1 + count];
	bool		begins = nx_label_place(next) == NX_PLACE_FIRST ||
		nx_label_place(next) == NX_PLACE_ONLY;

	if (count == 0 || nx_label_kind(labels[i]) != NX_NAME_PERSON || nx_label_is_open(labels[i]) ||
		nx_label_kind(next) != NX_NAME_PERSON ||
		begins != (labels[i + count] == NX_NAME_OUTSIDE))
		return;
	labels[i] = nx_name_label(NX_NAME_PERSON, nx_label_place(labels[i]) == NX_PLACE_ONLY ?
							  NX_PLACE_FIRST : NX_PLACE_INNER);
	memset(labels + i + 1, nx_name_label(NX_NAME_PERSON, NX_PLACE_INNER), count);
	if (begins)
		labels[i + 1 + count] = nx_name_label(NX_NAME_PERSON,
											  nx_label_place(next) == NX_PLACE_ONLY ?
											  NX_PLACE_LAST : NX_PLACE_INNER);
}

/* "St. Thomas" is a place, be it called after a person. */
static void
join_saint(Mender *m, uint32_t i)
{
	if (i == 0 || m->labels[i] != nx_name_label(NX_NAME_PERSON, NX_PLACE_ONLY) ||
		m->labels[i - 1] != NX_NAME_OUTSIDE || !nx_token_is(m->a, i - 1, "st."))
		return;
	m->labels[i - 1] = nx_name_label(NX_NAME_PLACE, NX_PLACE_FIRST);
	m->labels[i] = nx_name_label(NX_NAME_PLACE, NX_PLACE_LAST);
}

/* "Lucas Cranach" the Elder */
static void
join_epithet(Mender *m, uint32_t i)
{
	static const char *const epithets[] = {"elder", "younger", "great", "terrible", "baptist"};
	uint8_t    *labels = m->labels;

	if (nx_label_kind(labels[i]) != NX_NAME_PERSON || nx_label_is_open(labels[i]) ||
		i + 2 >= m->a->tokens.count || !nx_token_is(m->a, i + 1, "the") ||
		m->evidence[i + 2].capital != 1 || labels[i + 2] != NX_NAME_OUTSIDE)
		return;
	for (size_t k = 0; k < sizeof(epithets) / sizeof(epithets[0]); k++)
	{
		if (!nx_token_is(m->a, i + 2, epithets[k]))
			continue;
		labels[i] = nx_name_label(NX_NAME_PERSON, nx_label_place(labels[i]) == NX_PLACE_ONLY ?
								  NX_PLACE_FIRST : NX_PLACE_INNER);
		labels[i + 1] = nx_name_label(NX_NAME_PERSON, NX_PLACE_INNER);
		labels[i + 2] = nx_name_label(NX_NAME_PERSON, NX_PLACE_LAST);
		return;
	}
}

/*
 * "the Andrew Marr Show", "the Saffir - Simpson scale": the person is but a part
 * of what a common word with a capital names, or a word behind a hyphen.
 */
static bool
is_part(const Mender *m, NxRange name)
{
	const uint64_t others = NX_IS(TITLE) | NX_IS(MONTH) | NX_IS(DAY);
	bool		is_hyphened = name.end - name.first == 1 && name.end < m->a->tokens.count &&
		is_dash(m, name.end);
	uint32_t	next = name.end + is_hyphened;
	const NxEvidence *e = &m->evidence[next];
	const NxToken *token;

	if (next >= m->a->tokens.count || m->labels[next] != NX_NAME_OUTSIDE)
		return false;
	token = nx_token_at(m->a, next);
	return e->line == NX_LINE_PLAIN && e->opens == NX_OPENS_NOTHING &&
		token->letters == NX_CASE_CAPITAL && token->end_b - token->at_b > 3 &&
		!(e->names & others) && !(nx_token_words(token) & NX_IS(ROLE)) &&
		(is_hyphened || e->usual == NX_CAPITAL_MIXED || e->usual == NX_CAPITAL_RARELY ||
		 e->usual == NX_CAPITAL_NEVER);
}

/* Signs alone are no name, whatever the tagger took them for, nor is a letter. */
static bool
holds_word(const Mender *m, NxRange name)
{
	if (name.end - name.first == 1 &&
		nx_token_at(m->a, name.first)->end_b - nx_token_at(m->a, name.first)->at_b == 1)
		return false;
	for (uint32_t i = name.first; i < name.end; i++)
		if (nx_token_at(m->a, i)->kind == NX_TOKEN_WORD ||
			nx_token_at(m->a, i)->kind == NX_TOKEN_NUMBER)
			return true;
	return false;
}

/* Takes back what is no name, or not a person's. */
static void
mend_false(Mender *m, NxRange name)
{
	if (!holds_word(m, name))
		memset(m->labels + name.first, NX_NAME_OUTSIDE, name.end - name.first);
	else if (nx_label_kind(m->labels[name.first]) == NX_NAME_PERSON && is_part(m, name))
		set_kind(m->labels, name, NX_NAME_MISC);
}

static void
mend_end(Mender *m, NxRange name)
{
	cut_at_end(m, name);
	part_persons(m, name_at(m->a, m->labels, name.first));
}

/* Tells a rule the names of a sentence, and another one the other tokens. */
static inline void
walk(Mender *m, NxRange sentence, void (*rule) (Mender *m, NxRange name),
	 void (*other) (Mender *m, uint32_t i))
{
	NxRange		name;

	for (uint32_t i = sentence.first; i < sentence.end; i = name.end + nx_range_is_empty(name))
	{
		name = name_at(m->a, m->labels, i);
		if (!nx_range_is_empty(name))
			rule(m, name);
		else if (other != NULL)
			other(m, i);
	}
}

static void
mend_borders(Mender *m, NxRange sentence)
{
	for (uint32_t i = sentence.first; i < sentence.end && i + 1 < m->a->tokens.count; i++)
	{
		if (m->labels[i] == NX_NAME_OUTSIDE)
			continue;
		strip_begin(m, i);
		join_particles(m, i);
		join_epithet(m, i);
		join_saint(m, i);
	}
	walk(m, sentence, mend_end, NULL);
	walk(m, sentence, mend_false, NULL);
}

void
nx_name_mend(NxArticle *a, const NxEvidence *evidence, uint8_t *labels)
{
	Mender		m = {.a = a, .evidence = evidence, .labels = labels};

	lay_out(a, &m.names, FIRST_MASK);
	lay_out(a, &m.surnames, FIRST_MASK);
	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		nx_poll(a, 64);
		walk(&m, a->sentences.items[i].tokens, count_name, NULL);
	}
	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		sentence = a->sentences.items[i].tokens;

		nx_poll(a, 64);
		walk(&m, sentence, mend_kind, mend_missed);
		mend_borders(&m, sentence);
	}
	nx_arena_drop(&a->arena, m.names.slots);
	nx_arena_drop(&a->arena, m.surnames.slots);
}
