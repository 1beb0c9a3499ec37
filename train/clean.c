/*
 * clean.c
 *		Labels of a corpus that machines annotated, put right by the lexicon.
 *
 * The Groningen Meaning Bank is the largest of the corpora and the roughest:
 * its tagger took Fatah for a person and the U.N. for a place.  Where the
 * lexicon knows the whole name as one thing only, the lexicon is believed.
 */
#include "corpus.h"
#include "nx_lexicon.h"

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
	uint32_t	state = nx_phrase_begin(nx_token_at(a, name.first)->word);
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
	return kind;
}

uint32_t
corpus_clean_names(Corpus *corpus, uint32_t source)
{
	uint32_t	changed = 0;

	for (uint32_t d = 0; d < corpus->count; d++)
	{
		Document   *document = &corpus->items[d];
		NxRange		tokens = {0, 0};

		for (uint32_t i = 0; i < document->label_count && document->source == source; i++)
		{
			Label	   *label = &document->labels[i];
			uint8_t		kind;

			tokens = label_tokens(document->article, label, tokens.first);
			if (nx_range_is_empty(tokens))
				continue;
			kind = right_kind(classes_of(document->article, tokens), label->kind,
							  tokens.end - tokens.first);
			changed += kind != label->kind;
			label->kind = kind;
		}
	}
	return changed;
}
