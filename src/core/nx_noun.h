/*
 * nx_noun.h
 *		What words can stand in a noun phrase: questions that mentions and
 *		roles ask of a token.
 */
#ifndef NX_NOUN_H
#define NX_NOUN_H

#include "nx_lexicon.h"

static inline bool
nx_is_noun(const NxArticle *a, uint32_t i)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return tag == NX_TAG_NN || tag == NX_TAG_NNS || tag == NX_TAG_NNP || tag == NX_TAG_NNPS;
}

/* What stands between determiner and head. */
static inline bool
nx_is_modifier(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	switch (token->tag)
	{
		case NX_TAG_NN:
		case NX_TAG_NNS:
		case NX_TAG_NNP:
		case NX_TAG_NNPS:
		case NX_TAG_JJ:
		case NX_TAG_JJR:
		case NX_TAG_JJS:
		case NX_TAG_VBN:
		case NX_TAG_CD:
			return true;
		case NX_TAG_VBG:
			return i + 1 < a->tokens.count && nx_is_noun(a, i + 1) && i > 0 && nx_is_noun(a, i - 1);
		case NX_TAG_COLON:
			return a->text[token->at_b] == '-' && !(token->flags & NX_SPACE_BEFORE);
		default:
			return (nx_token_words(token) & NX_IS(FORMER)) != 0;
	}
}

/* What a noun phrase begins with: "the", "her", "Smith's", "two". */
static inline bool
nx_is_determiner(const NxArticle *a, uint32_t i)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return tag == NX_TAG_DT || tag == NX_TAG_PRPS || tag == NX_TAG_POS || tag == NX_TAG_CD;
}

/* A title, also one that is known with the full stop it lacks here: "Gov". */
static inline bool
nx_is_title(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	length_b = token->end_b - token->at_b;
	char		dotted[8];

	if (nx_token_names(token) & NX_IS(TITLE))
		return true;
	if (token->letters != NX_CASE_CAPITAL || length_b >= sizeof(dotted))
		return false;
	memcpy(dotted, a->text + token->at_b, length_b);
	dotted[length_b] = '.';
	return (nx_word_classes(nx_lexicon_find(nx_form_hash(dotted, length_b + 1)))->names &
			NX_IS(TITLE)) != 0;
}

#endif							/* NX_NOUN_H */
