/*
 * nx_char.c
 *		Tables of characters: classes, folding, HTML entities.
 *
 * A table of 256 bytes answers for ASCII; code points above it stand in one
 * table of ranges, searched by halves.  A range holds the class of its code
 * points and the way they fold: not at all, by a distance ("À" + 32 = "à"), in
 * pairs whose even (or odd) member is the capital, or all to one character
 * (“ and ” to "").  What no range holds is a letter without case, so that
 * words of scripts which English news seldom shows stay whole.
 *
 * Stray bytes: 0x80..0x9F, controls in every 8-bit encoding, are symbols;
 * 0xA0 and above, letters in most of them, are letters.  So "Caf\xE9" in a
 * database without encoding is one word.
 *
 * An entity is decoded to its code point and treated as that character; "&"
 * that begins no known entity is "&".
 */
#include "nx_char.h"

#define SPC	NX_CHAR_SPACE
#define LIN	NX_CHAR_LINE
#define IGN	NX_CHAR_IGNORED
#define LOW	NX_CHAR_LOWER
#define UPP	NX_CHAR_UPPER
#define LET	NX_CHAR_LETTER
#define DIG	NX_CHAR_DIGIT
#define APO	NX_CHAR_APOSTROPHE
#define MRK	NX_CHAR_MARK
#define HYP	NX_CHAR_HYPHEN
#define DSH	NX_CHAR_DASH
#define STP	NX_CHAR_STOP
#define ELL	NX_CHAR_ELLIPSIS
#define EXC	NX_CHAR_EXCLAIM
#define COM	NX_CHAR_COMMA
#define COL	NX_CHAR_COLON
#define SLA	NX_CHAR_SLASH
#define AT_	NX_CHAR_AT
#define HSH	NX_CHAR_HASH
#define UND	NX_CHAR_UNDERSCORE
#define PUN	NX_CHAR_PUNCTUATION
#define SYM	NX_CHAR_SYMBOL
#define WID	NX_CHAR_WIDE

#define WIDE_ROW	WID, WID, WID, WID, WID, WID, WID, WID, \
					WID, WID, WID, WID, WID, WID, WID, WID

const uint8_t nx_char_classes[256] = {
	IGN, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, LIN, LIN, LIN, LIN, SPC, SPC,
	SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC, SPC,
	SPC, EXC, MRK, HSH, SYM, SYM, WID, APO, PUN, PUN, SYM, SYM, COM, HYP, STP, SLA,
	DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, DIG, COL, PUN, SYM, SYM, SYM, EXC,
	AT_, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP,
	UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, UPP, PUN, SYM, PUN, SYM, UND,
	MRK, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW,
	LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, LOW, PUN, SYM, PUN, SYM, IGN,
	WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW, WIDE_ROW
};

/* How the code points of a range fold. */
typedef enum Fold
{
	KEEP,						/* each to itself */
	MOVE,						/* by a distance */
	EVEN,						/* pairs: the even one is the capital */
	ODD,						/* pairs: the odd one is the capital */
	TO							/* all to one character */
} Fold;

typedef struct CharRange
{
	uint32_t	first;
	uint32_t	last;
	uint8_t		class;			/* of the small letters, when in pairs */
	uint8_t		fold;
	int16_t		by;				/* distance of MOVE, character of TO */
} CharRange;

static const CharRange ranges[] = {
	{0x0080, 0x0084, SPC, KEEP, 0},
	{0x0085, 0x0085, LIN, KEEP, 0},
	{0x0086, 0x009F, SPC, KEEP, 0},
	{0x00A0, 0x00A0, SPC, TO, ' '},
	{0x00A1, 0x00A1, PUN, KEEP, 0},
	{0x00A2, 0x00A9, SYM, KEEP, 0},
	{0x00AA, 0x00AA, LOW, KEEP, 0},
	{0x00AB, 0x00AB, MRK, TO, '"'},
	{0x00AC, 0x00AC, SYM, KEEP, 0},
	{0x00AD, 0x00AD, IGN, KEEP, 0},
	{0x00AE, 0x00B3, SYM, KEEP, 0},
	{0x00B4, 0x00B4, APO, TO, '\''},
	{0x00B5, 0x00B5, LOW, KEEP, 0},
	{0x00B6, 0x00B9, SYM, KEEP, 0},
	{0x00BA, 0x00BA, LOW, KEEP, 0},
	{0x00BB, 0x00BB, MRK, TO, '"'},
	{0x00BC, 0x00BE, DIG, KEEP, 0},
	{0x00BF, 0x00BF, PUN, KEEP, 0},
	{0x00C0, 0x00D6, UPP, MOVE, 32},
	{0x00D7, 0x00D7, SYM, KEEP, 0},
	{0x00D8, 0x00DE, UPP, MOVE, 32},
	{0x00DF, 0x00F6, LOW, KEEP, 0},
	{0x00F7, 0x00F7, SYM, KEEP, 0},
	{0x00F8, 0x00FF, LOW, KEEP, 0},
	{0x0100, 0x012F, LOW, EVEN, 0},
	{0x0130, 0x0130, UPP, TO, 'i'},
	{0x0131, 0x0131, LOW, KEEP, 0},
	{0x0132, 0x0137, LOW, EVEN, 0},
	{0x0138, 0x0138, LOW, KEEP, 0},
	{0x0139, 0x0148, LOW, ODD, 0},
	{0x0149, 0x0149, LOW, KEEP, 0},
	{0x014A, 0x0177, LOW, EVEN, 0},
	{0x0178, 0x0178, UPP, MOVE, 0xFF - 0x178},
	{0x0179, 0x017E, LOW, ODD, 0},
	{0x017F, 0x018E, LOW, KEEP, 0},
	{0x018F, 0x018F, UPP, MOVE, 0x259 - 0x18F},
	{0x0190, 0x019F, LOW, KEEP, 0},
	{0x01A0, 0x01A5, LOW, EVEN, 0},
	{0x01A6, 0x01AE, LOW, KEEP, 0},
	{0x01AF, 0x01B0, LOW, ODD, 0},
	{0x01B1, 0x01CC, LOW, KEEP, 0},
	{0x01CD, 0x01DC, LOW, ODD, 0},
	{0x01DD, 0x01DD, LOW, KEEP, 0},
	{0x01DE, 0x01EF, LOW, EVEN, 0},
	{0x01F0, 0x01F7, LOW, KEEP, 0},
	{0x01F8, 0x021F, LOW, EVEN, 0},
	{0x0220, 0x0221, LOW, KEEP, 0},
	{0x0222, 0x0233, LOW, EVEN, 0},
	{0x0234, 0x02B8, LOW, KEEP, 0},
	{0x02B9, 0x02B9, APO, TO, '\''},
	{0x02BB, 0x02BD, APO, TO, '\''},
	{0x02C2, 0x02C7, SYM, KEEP, 0},
	{0x02DC, 0x02DF, SYM, KEEP, 0},
	{0x0386, 0x0386, UPP, MOVE, 38},
	{0x0388, 0x038A, UPP, MOVE, 37},
	{0x038C, 0x038C, UPP, MOVE, 64},
	{0x038E, 0x038F, UPP, MOVE, 63},
	{0x0390, 0x0390, LOW, KEEP, 0},
	{0x0391, 0x03AB, UPP, MOVE, 32},
	{0x03AC, 0x03FF, LOW, KEEP, 0},
	{0x0400, 0x040F, UPP, MOVE, 80},
	{0x0410, 0x042F, UPP, MOVE, 32},
	{0x0430, 0x045F, LOW, KEEP, 0},
	{0x0460, 0x0481, LOW, EVEN, 0},
	{0x048A, 0x04BF, LOW, EVEN, 0},
	{0x04C1, 0x04CE, LOW, ODD, 0},
	{0x04D0, 0x052F, LOW, EVEN, 0},
	{0x0531, 0x0556, UPP, MOVE, 48},
	{0x0561, 0x0587, LOW, KEEP, 0},
	{0x060C, 0x060D, COM, KEEP, 0},
	{0x061B, 0x061F, PUN, KEEP, 0},
	{0x06D4, 0x06D4, STP, KEEP, 0},
	{0x0964, 0x0965, STP, KEEP, 0},
	{0x1680, 0x1680, SPC, TO, ' '},
	{0x180E, 0x180E, IGN, KEEP, 0},
	{0x1E00, 0x1E95, LOW, EVEN, 0},
	{0x1E96, 0x1E9F, LOW, KEEP, 0},
	{0x1EA0, 0x1EFF, LOW, EVEN, 0},
	{0x2000, 0x200A, SPC, TO, ' '},
	{0x200B, 0x200F, IGN, KEEP, 0},
	{0x2010, 0x2011, HYP, TO, '-'},
	{0x2012, 0x2015, DSH, KEEP, 0},
	{0x2016, 0x2017, SYM, KEEP, 0},
	{0x2018, 0x2019, APO, TO, '\''},
	{0x201A, 0x201A, MRK, TO, '\''},
	{0x201B, 0x201B, APO, TO, '\''},
	{0x201C, 0x201F, MRK, TO, '"'},
	{0x2020, 0x2025, SYM, KEEP, 0},
	{0x2026, 0x2026, ELL, KEEP, 0},
	{0x2027, 0x2027, SYM, KEEP, 0},
	{0x2028, 0x2029, LIN, KEEP, 0},
	{0x202A, 0x202E, IGN, KEEP, 0},
	{0x202F, 0x202F, SPC, TO, ' '},
	{0x2030, 0x2038, SYM, KEEP, 0},
	{0x2039, 0x203A, MRK, TO, '\''},
	{0x203B, 0x203B, SYM, KEEP, 0},
	{0x203C, 0x203D, EXC, KEEP, 0},
	{0x203E, 0x2043, SYM, KEEP, 0},
	{0x2044, 0x2044, SLA, TO, '/'},
	{0x2045, 0x2046, PUN, KEEP, 0},
	{0x2047, 0x2049, EXC, KEEP, 0},
	{0x204A, 0x205E, SYM, KEEP, 0},
	{0x205F, 0x205F, SPC, TO, ' '},
	{0x2060, 0x206F, IGN, KEEP, 0},
	{0x2070, 0x20CF, SYM, KEEP, 0},
	{0x2100, 0x214F, SYM, KEEP, 0},
	{0x2150, 0x2188, DIG, KEEP, 0},
	{0x2190, 0x2BFF, SYM, KEEP, 0},
	{0x2E00, 0x2E39, PUN, KEEP, 0},
	{0x2E3A, 0x2E3B, DSH, KEEP, 0},
	{0x2E3C, 0x2E7F, PUN, KEEP, 0},
	{0x3000, 0x3000, SPC, TO, ' '},
	{0x3001, 0x3001, COM, KEEP, 0},
	{0x3002, 0x3002, STP, KEEP, 0},
	{0x3003, 0x3003, PUN, KEEP, 0},
	{0x3008, 0x301F, PUN, KEEP, 0},
	{0xE000, 0xF8FF, SYM, KEEP, 0},
	{0xFB00, 0xFB06, LOW, KEEP, 0},
	{0xFE00, 0xFE0F, IGN, KEEP, 0},
	{0xFE10, 0xFE6F, PUN, KEEP, 0},
	{0xFEFF, 0xFEFF, IGN, KEEP, 0},
	{0xFF01, 0xFF0F, PUN, KEEP, 0},
	{0xFF10, 0xFF19, DIG, KEEP, 0},
	{0xFF1A, 0xFF20, PUN, KEEP, 0},
	{0xFF21, 0xFF3A, UPP, MOVE, 32},
	{0xFF3B, 0xFF40, PUN, KEEP, 0},
	{0xFF41, 0xFF5A, LOW, KEEP, 0},
	{0xFF5B, 0xFF65, PUN, KEEP, 0},
	{0xFFE0, 0xFFFF, SYM, KEEP, 0},
	{0x1F000, 0x1FAFF, SYM, KEEP, 0},
	{0xE0000, 0xE0FFF, IGN, KEEP, 0},
};

static NxCharClass
range_class(const CharRange *range, uint32_t code, uint32_t *folded)
{
	bool		is_capital;

	switch ((Fold) range->fold)
	{
		case KEEP:
			break;
		case MOVE:
			*folded = (uint32_t) ((int32_t) code + range->by);
			break;
		case TO:
			*folded = (uint32_t) range->by;
			break;
		case EVEN:
		case ODD:
			is_capital = (code & 1) == (range->fold == ODD);
			*folded = code + is_capital;
			return is_capital ? NX_CHAR_UPPER : NX_CHAR_LOWER;
	}
	return range->class;
}

NxCharClass
nx_char_class(uint32_t code, uint32_t *folded)
{
	size_t		low = 0;
	size_t		high = sizeof(ranges) / sizeof(ranges[0]);

	*folded = code;
	if (code < 0x80)
	{
		*folded = code >= 'A' && code <= 'Z' ? code | 0x20 : code;
		return code == '&' ? NX_CHAR_AND : nx_char_classes[code];
	}
	if (code >= 0xDC80 && code < 0xDD00)	/* a stray byte */
		return code < 0xDCA0 ? NX_CHAR_SYMBOL : NX_CHAR_LETTER;
	while (low < high)
	{
		size_t		middle = (low + high) / 2;

		if (ranges[middle].last < code)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(ranges) / sizeof(ranges[0]) || ranges[low].first > code)
		return NX_CHAR_LETTER;
	return range_class(&ranges[low], code, folded);
}

unsigned
nx_char_utf8(const char *at, const char *end, uint32_t *code)
{
	/* least code point of a sequence of 2, 3, 4 bytes: less is overlong */
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *s = (const unsigned char *) at;
	unsigned	length_b = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2
		: s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
	uint32_t	value;

	*code = s[0] < 0x80 ? s[0] : 0xDC00u + s[0];
	if (length_b < 2 || (size_t) (end - at) < length_b)
		return 1;
	value = s[0] & (0xFFu >> (length_b + 1));
	for (unsigned i = 1; i < length_b; i++)
	{
		if ((s[i] & 0xC0) != 0x80)
			return 1;
		value = value << 6 | (s[i] & 0x3Fu);
	}
	if (value < least[length_b] || value > 0x10FFFF || (value >> 11) == 0x1B)
		return 1;
	*code = value;
	return length_b;
}

/* ------------------------------------------------------------------------
 * HTML entities
 * ------------------------------------------------------------------------
 */
#define MAX_ENTITY_B	10		/* of the longest, "&" and ";" included */

typedef struct Entity
{
	const char *name;
	uint32_t	code;
} Entity;

static const Entity entities[] = {
	{"quot", '"'}, {"amp", '&'}, {"apos", '\''}, {"lt", '<'}, {"gt", '>'},
	{"nbsp", 0xA0}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"lsquo", 0x2018},
	{"rsquo", 0x2019}, {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB},
	{"raquo", 0xBB}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026},
	{"shy", 0xAD}, {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009},
	{"zwnj", 0x200C}, {"zwj", 0x200D}, {"bull", 0x2022}, {"middot", 0xB7},
	{"copy", 0xA9}, {"reg", 0xAE}, {"trade", 0x2122}, {"deg", 0xB0},
	{"pound", 0xA3}, {"euro", 0x20AC}, {"cent", 0xA2}, {"yen", 0xA5},
	{"frac12", 0xBD}, {"frac14", 0xBC}, {"frac34", 0xBE}, {"times", 0xD7},
	{"aacute", 0xE1}, {"Aacute", 0xC1}, {"agrave", 0xE0}, {"acirc", 0xE2},
	{"atilde", 0xE3}, {"auml", 0xE4}, {"Auml", 0xC4}, {"aring", 0xE5},
	{"Aring", 0xC5}, {"aelig", 0xE6}, {"ccedil", 0xE7}, {"eacute", 0xE9},
	{"Eacute", 0xC9}, {"egrave", 0xE8}, {"ecirc", 0xEA}, {"euml", 0xEB},
	{"iacute", 0xED}, {"icirc", 0xEE}, {"iuml", 0xEF}, {"ntilde", 0xF1},
	{"oacute", 0xF3}, {"ocirc", 0xF4}, {"otilde", 0xF5}, {"ouml", 0xF6},
	{"Ouml", 0xD6}, {"oslash", 0xF8}, {"Oslash", 0xD8}, {"szlig", 0xDF},
	{"uacute", 0xFA}, {"ugrave", 0xF9}, {"ucirc", 0xFB}, {"uuml", 0xFC},
	{"Uuml", 0xDC}, {"scaron", 0x161}, {"Scaron", 0x160},
};

static unsigned
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned) (c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (unsigned) (c - 'a') + 10 : 99;
}

/* Value of "#8220" or "#x201C", at most MAX_ENTITY_B long; 0: not a number. */
static uint32_t
number_code(const char *name, size_t length_b)
{
	unsigned	base = 10;
	size_t		i = 1;
	uint32_t	code = 0;

	if (length_b > 2 && (name[1] | 0x20) == 'x')
	{
		base = 16;
		i = 2;
	}
	for (; i < length_b; i++)
	{
		if (digit_value(name[i]) >= base)
			return 0;
		code = code * base + digit_value(name[i]);
	}
	return code <= 0x10FFFF ? code : 0;
}

static uint32_t
entity_code(const char *name, size_t length_b)
{
	if (length_b > 1 && name[0] == '#')
		return number_code(name, length_b);
	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (strlen(entities[i].name) == length_b &&
			memcmp(entities[i].name, name, length_b) == 0)
			return entities[i].code;
	return 0;
}

/* Bytes of the entity that begins at "&", or 1 when it is only that. */
static unsigned
decode_entity(const char *at, const char *end, uint32_t *code)
{
	size_t		left_b = (size_t) (end - at);
	const char *stop;

	*code = '&';
	stop = memchr(at, ';', left_b < MAX_ENTITY_B ? left_b : MAX_ENTITY_B);
	if (stop == NULL || stop - at < 3 ||
		(*code = entity_code(at + 1, (size_t) (stop - at - 1))) == 0)
	{
		*code = '&';
		return 1;
	}
	return (unsigned) (stop - at + 1);
}

NxChar
nx_char_decode(const char *at, const char *end)
{
	NxChar		c;
	uint32_t	code;

	c.length_b = (uint8_t) (*at == '&' ? decode_entity(at, end, &code)
							: nx_char_utf8(at, end, &code));
	c.class = (uint8_t) nx_char_class(code, &c.code);
	return c;
}
