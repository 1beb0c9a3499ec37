/*
 * nx_tag.h
 *		What the tagger of parts of speech shares with its trainer.
 */
#ifndef NX_TAG_H
#define NX_TAG_H

#include "nx_core.h"
#include "nx_linear.h"

typedef struct NxTagModel
{
	NxLinear	linear;			/* lanes as in nx_tag_of_lane */
	const uint32_t *word_keys;	/* words of one tag: nx_tag_key(), open
								 * addressing, 0: free */
	const uint8_t *word_tags;	/* beside each key */
	uint32_t	word_mask;		/* room - 1 */
} NxTagModel;

/* Tags that words are scored for; the others follow from the word itself. */
#define NX_TAG_LANES	30

_Static_assert(NX_TAG_LANES <= NX_LINEAR_LANES, "a row holds all tags that are scored");

extern const uint8_t nx_tag_of_lane[NX_TAG_LANES];

extern const NxTagModel nx_tag_model;

/* Key of a word in its case; never 0. */
static inline uint32_t
nx_tag_key(const NxToken *token)
{
	uint32_t	key = token->form * 8 + token->letters;

	return key != 0 ? key : 1;
}

static inline uint32_t
nx_tag_slot(uint32_t key)
{
	return (key * UINT32_C(0x9E3779B1)) >> 18;
}

/*
 * Tag of a token whose tag does not depend on its sentence: a mark, a number, a
 * word of one tag; or NX_TAG_NONE.
 */
extern NxTag nx_tag_fixed(const NxTagModel *model, const NxArticle *a, uint32_t i);

/* Features of a token; reads the tag of the token to its left. */
extern void nx_tag_features(const NxArticle *a, NxRange sentence, uint32_t i,
							NxFeatures *features);

/* Tags the tokens of a sentence. */
extern void nx_tag_sentence(const NxTagModel *model, const NxArticle *a,
							NxRange sentence);

#endif							/* NX_TAG_H */
