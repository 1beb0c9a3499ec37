/*
 * nx_affix.h
 *		Beginnings and ends of words, for the taggers' features.
 *
 * At most four bytes, packed into one number with the letters' case folded,
 * which costs nothing but the loads.  A word shorter than asked for gives
 * itself, so that "is" has no three-letter suffix of its own.
 */
#ifndef NX_AFFIX_H
#define NX_AFFIX_H

#include "nx_core.h"

#define NX_AFFIX_FOLD	0x20202020u

static inline uint32_t
nx_affix_pack(const char *bytes, uint32_t length_b)
{
	uint32_t	packed = 0;

	for (uint32_t i = 0; i < length_b; i++)
		packed = packed << 8 | (uint8_t) bytes[i];
	/* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): no token is empty */
	return packed | (NX_AFFIX_FOLD >> (32 - 8 * length_b));
}

/* The first four bytes of a word, and the last four; fewer of a short one. */
static inline uint32_t
nx_affix_prefix4(const NxArticle *a, const NxToken *token)
{
	uint32_t	word_b = token->end_b - token->at_b;

	return nx_affix_pack(a->text + token->at_b, word_b < 4 ? word_b : 4);
}

static inline uint32_t
nx_affix_suffix4(const NxArticle *a, const NxToken *token)
{
	uint32_t	word_b = token->end_b - token->at_b;
	uint32_t	length_b = word_b < 4 ? word_b : 4;

	return nx_affix_pack(a->text + token->end_b - length_b, length_b);
}

/* Shorter ones of these. */
static inline uint32_t
nx_affix_prefix3(uint32_t prefix4)
{
	return prefix4 >> 24 ? prefix4 >> 8 : prefix4;
}

static inline uint32_t
nx_affix_suffix3(uint32_t suffix4)
{
	return suffix4 & 0xFFFFFF;
}

static inline uint32_t
nx_affix_suffix1(uint32_t suffix4)
{
	return suffix4 & 0xFF;
}

#endif							/* NX_AFFIX_H */
