/*
 * nx_scanner.h
 *		What the tokenizer (nx_token.c) and the joints of its words (nx_joint.c)
 *		share: how far the reading is, and small looks at the text.
 */
#ifndef NX_SCANNER_H
#define NX_SCANNER_H

#include "nx_char.h"
#include "nx_core.h"

typedef struct NxScanner
{
	NxArticle  *a;
	const char *end;			/* of the text */
	const char *start;			/* of the token */
	const char *limit;			/* where the token ends at the latest */
	const char *piece;			/* start of the word's last piece */
	bool		is_done;		/* the word ends where the joint said */
	bool		has_hyphen;
	bool		has_stop;
	uint8_t		kind;			/* NxTokenKind */
	uint8_t		flags;			/* NxTokenFlags */
	uint32_t	signs;			/* tokens of signs that end here, glued */
} NxScanner;

/* A joint says where the word goes on, or ends (s->is_done). */
typedef const char *(*NxJoint) (NxScanner *s, const char *at, NxChar joint);

/* The joint of each class of characters; NULL: it ends a word. */
extern const NxJoint nx_joints[NX_CHAR_CLASS_COUNT];

/* Bytes of "s", "re", "ll" and so on when they end a word here, or 0. */
extern size_t nx_contraction_length(const NxScanner *s, const char *at);

/* ------------------------------------------------------------------------
 * Looking at characters
 * ------------------------------------------------------------------------
 */
static inline uint8_t
nx_class_at(const NxScanner *s, const char *at)
{
	return at < s->end ? nx_char_at(at, s->end).class : (uint8_t) NX_CHAR_SPACE;
}

static inline bool
nx_is_word_at(const NxScanner *s, const char *at)
{
	return nx_char_is_word(nx_class_at(s, at));
}

static inline bool
nx_is_digit_at(const NxScanner *s, const char *at)
{
	return at < s->end && *at >= '0' && *at <= '9';
}

static inline bool
nx_is_letter_class(uint8_t class)
{
	return class >= NX_CHAR_LOWER && class <= NX_CHAR_LETTER;
}

static inline char
nx_lower_at(const NxScanner *s, const char *at)
{
	return at < s->end && *at >= 'A' && *at <= 'Z' ? *at | 0x20 : at < s->end ? *at : ' ';
}

/* Do these lower-case letters stand here, as a whole word? */
static inline bool
nx_is_whole_word(const NxScanner *s, const char *at, const char *word)
{
	for (; *word != '\0'; word++, at++)
		if (nx_lower_at(s, at) != *word)
			return false;
	return !nx_is_word_at(s, at);
}

/* Past letters, digits and what has no width. */
static inline const char *
nx_skip_word(const NxScanner *s, const char *at)
{
	while (at < s->limit)
	{
		uint8_t		class = nx_char_classes[(unsigned char) *at];

		if (nx_char_is_word(class))
			at++;
		else if (class == NX_CHAR_WIDE || class == NX_CHAR_IGNORED)
		{
			NxChar		c = nx_char_at(at, s->limit);

			if (!nx_char_is_word(c.class) && c.class != NX_CHAR_IGNORED)
				break;
			at += c.length_b;
		}
		else
			break;
	}
	return at;
}

#endif							/* NX_SCANNER_H */
