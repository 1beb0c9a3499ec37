/*
 * clean.c
 *		Labels of a corpus that machines annotated, put right by the lexicon.
 *
 * The Groningen Meaning Bank is the largest of the corpora and the roughest:
 * its tagger took Fatah for a person, the U.N. for a place, and every second
 * Aung San Suu Kyi for a place.  Two things are believed more than its labels:
 *
 *	- the lexicon, where it knows the whole name as one thing only;
 *	- the corpus as a whole: a name that is a person's in at least half of its
 *	  places, or that stands behind "leader", "spokesman" ... and is in no list,
 *	  is a person's everywhere.
 */
#include <stdlib.h>

#include "corpus.h"
#include "nx_lexicon.h"
#include "nx_name.h"

/* The tokens of a label. */
static NxRange
label_tokens(const NxArticle *a, const Label *label, uint32_t from)
{
	NxRange		range = {from, from};

	while (range.first < a->tokens.count && nx_token_at(a, range.first)->at_b < label->at_b)
		range.first++;
	range.end = range.first;
	while (range.end < a->tokens.count && nx_token_at(a, range.end)->end_b <= label->end_b)
		range.end++;
	return range;
}

/* Classes of a name as a whole. */
static uint64_t
classes_of(const NxArticle *a, NxRange name)
{
	uint32_t	state = nx_phrase_begin(nx_token_at(a, name.first)->form,
											  nx_token_at(a, name.first)->word);
	const NxClasses *classes;

	if (name.end - name.first == 1)
		return nx_token_names(nx_token_at(a, name.first));
	for (uint32_t i = name.first + 1; i < name.end && state != 0; i++)
		state = nx_phrase_step(state, nx_token_at(a, i)->form);
	classes = state != 0 ? nx_phrase_classes(state) : NULL;
	return classes != NULL ? classes->names : 0;
}

#define SURE_ORG	(NX_IS(ORG) | NX_IS(OUTLET) | NX_IS(PARTY))
#define NOT_ONLY_ORG	(NX_IS(COUNTRY) | NX_IS(CITY_LARGE) | NX_IS(CITY_MIDDLE) | \
						 NX_IS(LAST_COMMON) | NX_IS(FIRST_COMMON) | NX_IS(DEMONYM))
#define NOT_ONLY_CITY	(NX_IS(LAST_FAMOUS) | NX_IS(LAST_COMMON) | NX_IS(LAST_KNOWN) | \
						 NX_IS(FIRST_COMMON))

#define SURE_PLACE	(NX_IS(CITY_LARGE) | NX_IS(CITY_MIDDLE) | NX_IS(STATE) | \
					 NX_IS(ADMIN) | NX_IS(PLACE))
#define NOT_ONLY_PLACE	(NX_IS_FIRST | NX_IS_LAST | NX_IS_ORG | NX_IS(PERSON))

static uint8_t
right_kind(uint64_t classes, uint8_t kind, uint32_t length)
{
	if (classes & SURE_ORG && !(classes & NOT_ONLY_ORG))
		return NX_NAME_ORGANIZATION;
	if (classes & NX_IS(EVENT) && length > 1)
		return NX_NAME_MISC;
	if (classes & NX_IS(COUNTRY))
		return kind == NX_NAME_ORGANIZATION || kind == NX_NAME_PERSON ?
			NX_NAME_PLACE : kind;
	if (classes & NX_IS(DEMONYM))
		return NX_NAME_MISC;
	if (classes & NX_IS(PERSON) && length > 1)
		return NX_NAME_PERSON;
	if (classes & NX_IS(CITY_LARGE) && !(classes & NOT_ONLY_CITY) &&
		kind == NX_NAME_PERSON)
		return NX_NAME_PLACE;
	if (classes & SURE_PLACE && !(classes & NOT_ONLY_PLACE))
		return NX_NAME_PLACE;
	return kind;
}

/* --- the corpus as a whole --- */

#define NAME_SLOTS	(1u << 17)	/* several times the names of the corpus */

/* Counts of the places of a name. */
typedef struct Count
{
	uint32_t	form;			/* hash of all forms */
	uint32_t	total;			/* 0: free */
	uint32_t	of_kind[NX_NAME_KINDS + 1];
	uint32_t	behind_roles;
	bool		is_listed;		/* as something else than a person */
	bool		is_long;		/* of two or more words */
} Count;

static Count *
find_count(Count *counts, uint32_t form)
{
	uint32_t	slot = form % NAME_SLOTS;

	while (counts[slot].total != 0 && counts[slot].form != form)
		slot = (slot + 1) % NAME_SLOTS;
	return &counts[slot];
}

/* The tokens of a name without titles before it. */
static NxRange
bare_name(const NxArticle *a, NxRange name)
{
	while (name.first + 1 < name.end &&
		   nx_token_names(nx_token_at(a, name.first)) & NX_IS(TITLE))
		name.first++;
	return name;
}

static bool
is_behind_role(const NxArticle *a, NxRange name)
{
	const NxToken *before = name.first > 0 ? nx_token_at(a, name.first - 1) : NULL;

	return before != NULL && before->letters == NX_CASE_LOWER &&
		nx_token_words(before) & NX_IS(ROLE) &&
		before->sentence == nx_token_at(a, name.first)->sentence;
}

/* Classes that a person's name may have besides. */
#define HINTS_OF_OTHERS	(NX_IS_PLACE | NX_IS_ORG | NX_IS(DEMONYM) | NX_IS(EVENT))
#define ENDS_OTHERS		(NX_IS(ORG_HEAD) | NX_IS(ORG_SUFFIX) | NX_IS(PLACE_HEAD))

static void
count_label(Count *counts, const NxArticle *a, NxRange tokens, uint8_t kind)
{
	NxRange		name = bare_name(a, tokens);
	Count	   *count = find_count(counts, nx_name_form(a, name));
	uint64_t	last = nx_token_names(nx_token_at(a, name.end - 1));

	count->form = nx_name_form(a, name);
	count->total++;
	count->of_kind[kind]++;
	count->behind_roles += is_behind_role(a, name);
	count->is_listed = (classes_of(a, name) & HINTS_OF_OTHERS) != 0 ||
		(last & ENDS_OTHERS) != 0;
	count->is_long = name.end - name.first > 1 && name.end - name.first < 5;
}

static bool
is_person(const Count *count)
{
	uint32_t	persons = 2 * count->of_kind[NX_NAME_PERSON];

	if (count->is_listed)
		return false;
	return persons > count->total || (count->is_long &&
									  (persons == count->total || count->behind_roles > 0));
}

/* The kind that two of three places of a name have, or its own. */
static uint8_t
usual_kind(const Count *count, uint8_t own)
{
	for (uint8_t kind = NX_NAME_PERSON; kind <= NX_NAME_MISC; kind++)
	{
		if (count->total >= 3 && 3 * count->of_kind[kind] >= 2 * count->total)
			return kind;
	}
	return own;
}

typedef void (*Visit) (Count *counts, const NxArticle *a, NxRange tokens, Label *label);

static void
visit_count(Count *counts, const NxArticle *a, NxRange tokens, Label *label)
{
	count_label(counts, a, tokens, label->kind);
}

static bool
holds_joint(const NxArticle *a, NxRange name)
{
	for (uint32_t i = name.first; i < name.end; i++)
	{
		if (nx_token_is(a, i, "of") || nx_token_is(a, i, "and"))
			return true;
	}
	return false;
}

static void
visit_mend(Count *counts, const NxArticle *a, NxRange tokens, Label *label)
{
	NxRange		name = bare_name(a, tokens);
	const Count *count = find_count(counts, nx_name_form(a, name));

	if (!is_person(count) || holds_joint(a, name))
	{
		label->kind = usual_kind(count, label->kind);
		return;
	}
	label->kind = NX_NAME_PERSON;
	label->at_b = nx_token_at(a, name.first)->at_b;
}

static void
visit_lexicon(Count *counts, const NxArticle *a, NxRange tokens, Label *label)
{
	(void) counts;
	label->kind = right_kind(classes_of(a, tokens), label->kind, tokens.end - tokens.first);
}

/* Visits all labels of a source; returns how many changed their kind. */
static uint32_t
visit_labels(Corpus *corpus, uint32_t source, Visit visit, Count *counts)
{
	uint32_t	changed = 0;

	for (uint32_t d = 0; d < corpus->count; d++)
	{
		Document   *document = &corpus->items[d];
		NxRange		tokens = {0, 0};

		for (uint32_t i = 0; i < document->label_count && document->source == source; i++)
		{
			Label	   *label = &document->labels[i];
			uint8_t		kind = label->kind;

			tokens = label_tokens(document->article, label, tokens.first);
			if (nx_range_is_empty(tokens))
				continue;
			visit(counts, document->article, tokens, label);
			changed += kind != label->kind;
		}
	}
	return changed;
}

uint32_t
corpus_clean_names(Corpus *corpus, uint32_t source)
{
	Count	   *counts = take_memory(NAME_SLOTS * sizeof(Count));
	uint32_t	changed = visit_labels(corpus, source, visit_lexicon, counts);

	visit_labels(corpus, source, visit_count, counts);
	changed += visit_labels(corpus, source, visit_mend, counts);
	free(counts);
	return changed;
}
