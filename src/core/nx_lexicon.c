/*
 * nx_lexicon.c
 *		Lookups in the compiled lexicon; see nx_lexicon.h.
 */
#include "nx_lexicon_data.h"

NxWord
nx_lexicon_find(uint32_t form)
{
	uint32_t	slot = nx_lexicon_slot(form, nx_lexicon_words_size);

	while (nx_lexicon_words[slot].form != form)
	{
		if (nx_lexicon_words[slot].form == 0)
			return (NxWord) {0};
		slot = nx_lexicon_next(slot, nx_lexicon_words_size);
	}
	return nx_lexicon_words[slot].word;
}

void
nx_lexicon_prefetch(uint32_t form)
{
	__builtin_prefetch(&nx_lexicon_words[nx_lexicon_slot(form, nx_lexicon_words_size)]);
}

const NxVerb *
nx_verb_find(uint32_t form)
{
	uint32_t	slot = nx_lexicon_slot(form, nx_lexicon_verbs_size);

	while (nx_lexicon_verbs[slot].form != form)
	{
		if (nx_lexicon_verbs[slot].form == 0)
			return NULL;
		slot = nx_lexicon_next(slot, nx_lexicon_verbs_size);
	}
	return &nx_lexicon_verbs[slot];
}

NxString
nx_verb_lemma(const NxVerb *verb)
{
	return (NxString) {nx_lexicon_lemmas + verb->lemma_at, verb->lemma_b};
}

NxString
nx_demonym_country(uint32_t form)
{
	uint32_t	slot = nx_lexicon_slot(form, nx_lexicon_demonyms_size);
	const NxDemonymNode *node = &nx_lexicon_demonyms[slot];

	while (node->form != form)
	{
		if (node->form == 0)
			return (NxString) {NULL, 0};
		slot = nx_lexicon_next(slot, nx_lexicon_demonyms_size);
		node = &nx_lexicon_demonyms[slot];
	}
	return (NxString) {nx_lexicon_countries + node->country_at, node->country_b};
}

/* Slot of a key, or 0. */
static uint32_t
phrase_find(uint32_t key)
{
	uint32_t	slot = nx_lexicon_slot(key, nx_lexicon_phrases_size);

	while (nx_lexicon_phrases[slot].key != key)
	{
		if (nx_lexicon_phrases[slot].key == 0)
			return 0;
		slot = nx_lexicon_next(slot, nx_lexicon_phrases_size);
	}
	return slot;
}

uint32_t
nx_phrase_begin(uint32_t form, NxWord word)
{
	if (!(word.flags & NX_WORD_BEGINS_PHRASE))
		return 0;
	return phrase_find(nx_phrase_key(NX_PHRASE_START, form));
}

uint32_t
nx_phrase_step(uint32_t state, uint32_t form)
{
	if (!nx_lexicon_phrases[state].goes_on)
		return 0;
	return phrase_find(nx_phrase_key(nx_lexicon_phrases[state].key, form));
}

const NxClasses *
nx_phrase_classes(uint32_t state)
{
	uint16_t	classes = nx_lexicon_phrases[state].classes;

	return classes != 0 ? &nx_lexicon_classes[classes] : NULL;
}

uint32_t
nx_phrase_longest(const NxArticle *a, NxRange within,
				  const NxClasses *wanted, const NxClasses **classes)
{
	uint32_t	longest = within.first;
	uint32_t	state;

	if (within.first + 2 > within.end ||
		!nx_phrase_may_be(nx_token_at(a, within.first)->word,
						  nx_token_at(a, within.first + 1)->word))
		return within.first;
	state = nx_phrase_begin(nx_token_at(a, within.first)->form, nx_token_at(a, within.first)->word);
	for (uint32_t i = within.first + 1; state != 0 && i < within.end; i++)
	{
		const NxClasses *here;

		state = nx_phrase_step(state, nx_token_at(a, i)->form);
		here = nx_phrase_classes(state);
		if (here != NULL &&
			(here->names & wanted->names || here->words & wanted->words))
		{
			longest = i + 1;
			if (classes != NULL)
				*classes = here;
		}
	}
	return longest;
}
