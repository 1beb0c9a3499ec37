/*
 * test_text.c
 *		Characters before a byte: the table against counting one by one.
 */
#include "check.h"
#include "nx_char.h"

/* Check every border of a text; borders are found from its start. */
static void
check_borders(const char *text, size_t length_b)
{
	NxArticle  *a = check_read_bytes(text, length_b);
	const char *at = text;
	uint32_t	chars = 0;
	uint32_t	wrong = 0;

	while (at < text + length_b)
	{
		uint32_t	code;

		wrong += nx_article_char(a, (uint32_t) (at - text)) != chars;
		at += nx_char_utf8(at, text + length_b, &code);
		chars++;
	}
	wrong += nx_article_char(a, (uint32_t) length_b) != chars;
	CHECK(wrong == 0);
	nx_article_free(a);
}

/* The unit, repeated to some hundred bytes after 0 to 3 letters. */
static void
check_repeated(const char *unit)
{
	char		text[600];

	for (size_t shift = 0; shift < 4; shift++)
	{
		size_t		length_b = shift;

		memset(text, 'x', shift);
		while (length_b + strlen(unit) <= sizeof(text))
		{
			memcpy(text + length_b, unit, strlen(unit));
			length_b += strlen(unit);
		}
		check_borders(text, length_b);
		check_borders(text, length_b - 1);
	}
}

static void
check_utf8(void)
{
	uint32_t	code;

	CHECK(nx_char_utf8("A", "A" + 1, &code) == 1 && code == 'A');
	CHECK(nx_char_utf8("\xC3\xA9", "\xC3\xA9" + 2, &code) == 2 && code == 0xE9);
	CHECK(nx_char_utf8("\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80" + 4, &code) == 4 && code == 0x1F600);
	/* cut, overlong, surrogate, too large: one byte */
	CHECK(nx_char_utf8("\xE2\x80\x99", "\xE2\x80\x99" + 2, &code) == 1 && code == 0xDCE2);
	CHECK(nx_char_utf8("\xC0\x80", "\xC0\x80" + 2, &code) == 1 && code == 0xDCC0);
	CHECK(nx_char_utf8("\xE0\x80\x80", "\xE0\x80\x80" + 3, &code) == 1);
	CHECK(nx_char_utf8("\xED\xA0\x80", "\xED\xA0\x80" + 3, &code) == 1);
	CHECK(nx_char_utf8("\xF4\x90\x80\x80", "\xF4\x90\x80\x80" + 4, &code) == 1);
	CHECK(nx_char_utf8("\x80", "\x80" + 1, &code) == 1 && code == 0xDC80);
}

static void
check_classes(void)
{
	uint32_t	folded;

	CHECK(nx_char_class(0xC9, &folded) == NX_CHAR_UPPER && folded == 0xE9);
	CHECK(nx_char_class(0x141, &folded) == NX_CHAR_UPPER && folded == 0x142);
	CHECK(nx_char_class(0x416, &folded) == NX_CHAR_UPPER && folded == 0x436);
	CHECK(nx_char_class(0x3A9, &folded) == NX_CHAR_UPPER && folded == 0x3C9);
	CHECK(nx_char_class(0x201D, &folded) == NX_CHAR_MARK && folded == '"');
	CHECK(nx_char_class(0x2019, &folded) == NX_CHAR_APOSTROPHE && folded == '\'');
	CHECK(nx_char_class(0xA0, &folded) == NX_CHAR_SPACE);
	CHECK(nx_char_class(0x200B, &folded) == NX_CHAR_IGNORED);
	CHECK(nx_char_class(0x2014, &folded) == NX_CHAR_DASH);
	CHECK(nx_char_class(0x4E2D, &folded) == NX_CHAR_LETTER && folded == 0x4E2D);
	CHECK(nx_char_class(0x1F600, &folded) == NX_CHAR_SYMBOL);
}

static void
check_entities(void)
{
	const char *text = "&ldquo;&#8217;&#x2014;&;&#;&nosuch;&amp";
	const char *end = text + strlen(text);
	NxChar		c = nx_char_decode(text, end);

	CHECK(c.length_b == 7 && c.class == NX_CHAR_MARK && c.code == '"');
	c = nx_char_decode(text + 7, end);
	CHECK(c.length_b == 7 && c.class == NX_CHAR_APOSTROPHE);
	c = nx_char_decode(text + 14, end);
	CHECK(c.length_b == 8 && c.class == NX_CHAR_DASH);
	c = nx_char_decode(text + 22, end);
	CHECK(c.length_b == 1 && c.class == NX_CHAR_AND);
	c = nx_char_decode(text + 24, end);
	CHECK(c.length_b == 1 && c.class == NX_CHAR_AND);
	c = nx_char_decode(text + 27, end);
	CHECK(c.length_b == 1 && c.class == NX_CHAR_AND);
	c = nx_char_decode(text + 35, end);
	CHECK(c.length_b == 1 && c.class == NX_CHAR_AND);
}

int
main(void)
{
	check_borders("", 0);
	check_repeated("plain ");
	check_repeated("\xC3\xA9");
	check_repeated("\xE2\x80\x9C" "a");
	check_repeated("\xF0\x9F\x98\x80");
	check_repeated("\x80");
	check_repeated("\xE2\x80");
	check_repeated("\xF0\x9F\x98" "b");
	check_repeated("\xC3\xA9\x80\xE2\x80\x9D\xFF");
	check_utf8();
	check_classes();
	check_entities();
	return check_end();
}
