/*
 * nx_char.h
 *		Characters of a text: how long, of what class, how folded.
 *
 * A character is a code point of UTF-8, or one byte that is part of no valid
 * sequence, or an HTML entity ("&quot;", "&#8220;"), which counts as the
 * character it names.  Classes and folding are tables of our own: no locale,
 * no library, the same on every machine.
 */
#ifndef NX_CHAR_H
#define NX_CHAR_H

#include "nx_core.h"

typedef enum NxCharClass
{
	NX_CHAR_SPACE,
	NX_CHAR_LINE,				/* ends a line */
	NX_CHAR_IGNORED,			/* zero width: no part of any form */
	NX_CHAR_LOWER,				/* from here to DIGIT: what words are made of */
	NX_CHAR_UPPER,
	NX_CHAR_LETTER,				/* without case */
	NX_CHAR_DIGIT,
	NX_CHAR_APOSTROPHE,			/* may be a quotation mark as well */
	NX_CHAR_MARK,				/* any other quotation mark */
	NX_CHAR_HYPHEN,
	NX_CHAR_DASH,
	NX_CHAR_STOP,
	NX_CHAR_ELLIPSIS,
	NX_CHAR_EXCLAIM,			/* ! and ? */
	NX_CHAR_COMMA,
	NX_CHAR_COLON,
	NX_CHAR_SLASH,
	NX_CHAR_AND,
	NX_CHAR_AT,
	NX_CHAR_HASH,
	NX_CHAR_UNDERSCORE,
	NX_CHAR_PUNCTUATION,		/* brackets, semicolon and the like */
	NX_CHAR_SYMBOL,
	NX_CHAR_WIDE,				/* more than a byte: ask nx_char_decode() */
	NX_CHAR_CLASS_COUNT
} NxCharClass;

typedef struct NxChar
{
	uint32_t	code;			/* folded: lower case, straight marks */
	uint8_t		class;			/* NxCharClass, never NX_CHAR_WIDE */
	uint8_t		length_b;		/* at least 1 */
} NxChar;

/* Class of a character of one byte; NX_CHAR_WIDE for '&' and from 0x80 on. */
extern const uint8_t nx_char_classes[256];

/* The character at a byte; at < end. */
extern NxChar nx_char_decode(const char *at, const char *end);

static inline NxChar
nx_char_at(const char *at, const char *end)
{
	unsigned char c = (unsigned char) *at;
	uint8_t		class = nx_char_classes[c];

	if (class == NX_CHAR_WIDE)
		return nx_char_decode(at, end);
	return (NxChar) {class == NX_CHAR_UPPER ? c | 0x20u : c, class, 1};
}

static inline bool
nx_char_is_word(uint8_t class)
{
	return class >= NX_CHAR_LOWER && class <= NX_CHAR_DIGIT;
}

/*
 * Bytes of the valid UTF-8 sequence at a byte, 1 when there is none; its code
 * point, or for a stray byte 0xDC00 + byte, goes to *code.
 */
extern unsigned nx_char_utf8(const char *at, const char *end, uint32_t *code);

/* Class of a code point, and what it folds to. */
extern NxCharClass nx_char_class(uint32_t code, uint32_t *folded);

#endif							/* NX_CHAR_H */
