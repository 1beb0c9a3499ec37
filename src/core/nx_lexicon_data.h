/*
 * nx_lexicon_data.h
 *		Layout of the compiled lexicon: what train/lexicon.c writes and
 *		nx_lexicon.c reads.
 *
 * Every table is open addressing with linear probing; a zero key is an
 * empty slot.  Slot 0 is never used, so that number 0 can say "none".
 */
#ifndef NX_LEXICON_DATA_H
#define NX_LEXICON_DATA_H

#include "nx_lexicon.h"

typedef struct NxWordNode
{
	uint32_t	form;			/* 0: empty slot */
	NxWord		word;
} NxWordNode;

/* A state of the trie: the forms read so far, folded into one key. */
typedef struct NxPhraseNode
{
	uint32_t	key;			/* 0: empty slot */
	uint16_t	classes;		/* number of its NxClasses; 0: no phrase ends here */
	uint16_t	goes_on;		/* some phrase is longer */
} NxPhraseNode;

typedef struct NxDemonymNode
{
	uint32_t	form;			/* 0: empty slot */
	uint16_t	country_at;		/* in nx_lexicon_countries */
	uint16_t	country_b;
} NxDemonymNode;

/* An irregular form and the form of its lemma. */
typedef struct NxIrregular
{
	uint32_t	form;			/* 0: empty slot */
	uint32_t	lemma;
} NxIrregular;

extern const NxWordNode nx_lexicon_words[];
extern const uint32_t nx_lexicon_words_size;
extern const NxPhraseNode nx_lexicon_phrases[];
extern const uint32_t nx_lexicon_phrases_size;
extern const NxVerb nx_lexicon_verbs[];
extern const uint32_t nx_lexicon_verbs_size;
extern const char nx_lexicon_lemmas[];
extern const NxDemonymNode nx_lexicon_demonyms[];
extern const uint32_t nx_lexicon_demonyms_size;
extern const char nx_lexicon_countries[];
extern const NxIrregular nx_lexicon_verb_irregulars[];
extern const uint32_t nx_lexicon_verb_irregulars_size;
extern const NxIrregular nx_lexicon_noun_irregulars[];
extern const uint32_t nx_lexicon_noun_irregulars_size;

/* First slot to look at, in 1 .. size - 1: the mixed key as a fraction. */
static inline uint32_t
nx_lexicon_slot(uint32_t key, uint32_t size)
{
	uint64_t	mixed = key * UINT64_C(0x9E3779B97F4A7C15) >> 32;

	return 1 + (uint32_t) (mixed * (size - 1) >> 32);
}

static inline uint32_t
nx_lexicon_next(uint32_t slot, uint32_t size)
{
	return slot + 1 < size ? slot + 1 : 1;
}

/* Key of the state that is reached from a state's key over a form. */
static inline uint32_t
nx_phrase_key(uint32_t key, uint32_t form)
{
	uint64_t	mixed = ((uint64_t) key << 32 | form) * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t) (mixed >> 32) | 1;
}

#define NX_PHRASE_START		0x1234567u	/* key before the first token */

#endif							/* NX_LEXICON_DATA_H */
