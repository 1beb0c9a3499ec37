/*
 * nx_tag_model.c
 *		No weights yet: every token is the first tag.
 */
#include "nx_tag.h"

static const uint64_t tag_keys[2];
static const int8_t tag_weights[8 * NX_TAG_LANES];
static const uint32_t tag_word_keys[1];
static const uint8_t tag_word_tags[1];

const NxTagModel nx_tag_model = {
	{tag_keys, tag_weights, 1, NX_TAG_LANES},
	tag_word_keys, tag_word_tags, 0
};
