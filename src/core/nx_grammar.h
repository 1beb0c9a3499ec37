/*
 * nx_grammar.h
 *		Small questions about words, as stages ask them that read clauses.
 *
 * They hide how a word's part of speech is known, so that rules read as
 * grammar and not as tags.
 */
#ifndef NX_GRAMMAR_H
#define NX_GRAMMAR_H

#include "nx_core.h"

static inline uint32_t
nx_token_length(const NxArticle *a, uint32_t i)
{
	return nx_token_at(a, i)->end_b - nx_token_at(a, i)->at_b;
}

/* Is the token this one ASCII character? */
static inline bool
nx_is_byte(const NxArticle *a, uint32_t i, char byte)
{
	const NxToken *token = nx_token_at(a, i);

	return token->end_b - token->at_b == 1 && a->text[token->at_b] == byte;
}

static inline bool
nx_is_word(const NxArticle *a, uint32_t i)
{
	uint8_t		kind = nx_token_at(a, i)->kind;

	return kind != NX_TOKEN_PUNCTUATION && kind != NX_TOKEN_MARK && kind != NX_TOKEN_SYMBOL;
}

/* Does the token end a sentence by its look: . ? ! and their runs? */
static inline bool
nx_is_stop(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	char		byte = a->text[token->at_b];

	return token->kind == NX_TOKEN_PUNCTUATION && (byte == '.' || byte == '?' || byte == '!');
}

static inline bool
nx_has_tag(const NxArticle *a, uint32_t i, NxTag first, NxTag last)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return first <= tag && tag <= last;
}

static inline bool
nx_tag_is(const NxArticle *a, uint32_t i, NxTag tag)
{
	return nx_token_at(a, i)->tag == tag;
}

/* The tokens of the sentence that a token stands in. */
static inline NxRange
nx_sentence_of(const NxArticle *a, uint32_t i)
{
	return a->sentences.items[nx_token_at(a, i)->sentence].tokens;
}

static inline bool
nx_is_capital(const NxArticle *a, uint32_t i)
{
	uint8_t		letters = nx_token_at(a, i)->letters;

	return letters == NX_CASE_CAPITAL || letters == NX_CASE_UPPER || letters == NX_CASE_MIXED;
}

/* Part of a name of the name stage: "Will" of "Will Estrada" is no verb. */
static inline bool
nx_is_name(const NxArticle *a, uint32_t i)
{
	return nx_token_at(a, i)->name != NX_NAME_NONE && nx_is_capital(a, i);
}

static inline bool
nx_is_verb(const NxArticle *a, uint32_t i)
{
	if (nx_is_name(a, i))
		return false;
	return nx_has_tag(a, i, NX_TAG_VB, NX_TAG_VBZ) || nx_token_at(a, i)->tag == NX_TAG_MD;
}

/* Present, past or modal: the verb that makes a clause. */
static inline bool
nx_is_finite_verb(const NxArticle *a, uint32_t i)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return (tag == NX_TAG_VBD || tag == NX_TAG_VBP || tag == NX_TAG_VBZ || tag == NX_TAG_MD) &&
		!nx_is_name(a, i);
}

static inline bool
nx_is_noun(const NxArticle *a, uint32_t i)
{
	return nx_has_tag(a, i, NX_TAG_NN, NX_TAG_NNPS);
}

static inline bool
nx_is_pronoun(const NxArticle *a, uint32_t i)
{
	uint8_t		tag = nx_token_at(a, i)->tag;

	return tag == NX_TAG_PRP || tag == NX_TAG_WP || tag == NX_TAG_WDT;
}

static inline bool
nx_is_adverb(const NxArticle *a, uint32_t i)
{
	return nx_has_tag(a, i, NX_TAG_RB, NX_TAG_RP);
}

static inline bool
nx_is_comma(const NxArticle *a, uint32_t i)
{
	return nx_is_byte(a, i, ',');
}

/* Words a noun phrase is made of, its prepositions not counted. */
static inline bool
nx_is_phrase_word(const NxArticle *a, uint32_t i)
{
	switch (nx_token_at(a, i)->tag)
	{
		case NX_TAG_CD:
		case NX_TAG_DT:
		case NX_TAG_JJ:
		case NX_TAG_JJR:
		case NX_TAG_JJS:
		case NX_TAG_NN:
		case NX_TAG_NNS:
		case NX_TAG_NNP:
		case NX_TAG_NNPS:
		case NX_TAG_PDT:
		case NX_TAG_POS:
		case NX_TAG_PRP:
		case NX_TAG_PRPS:
		case NX_TAG_FW:
		case NX_TAG_DOLLAR:
			return true;
		default:
			return nx_is_name(a, i);
	}
}

/* Can a noun phrase begin here? */
static inline bool
nx_is_phrase_begin(const NxArticle *a, uint32_t i)
{
	return nx_is_phrase_word(a, i) && nx_token_at(a, i)->tag != NX_TAG_POS;
}

#endif							/* NX_GRAMMAR_H */
