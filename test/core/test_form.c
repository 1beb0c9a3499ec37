/*
 * test_form.c
 *		Folding of forms.
 */
#include "check.h"
#include "nx_char.h"
#include "nx_core.h"

static bool
same(const char *a, const char *b)
{
	return nx_form_hash(a, strlen(a)) == nx_form_hash(b, strlen(b));
}

/* nx_token_is() on an article of the single token "form". */
static bool
is(const char *form, size_t length_b, const char *folded)
{
	NxToken		token = {.at_b = 0, .end_b = (uint32_t) length_b};
	NxArticle	article = {.text = form};

	article.tokens.items = &token;
	article.tokens.count = 1;
	return nx_token_is(&article, 0, folded);
}

/* Zero bytes do not end the name of an entity: &quot, some zeros, ; is none. */
static void
test_zero_in_entity(void)
{
	for (size_t zeros = 1; zeros < 8; zeros++)
	{
		char		text[16] = "&quot";
		NxChar		c;

		text[5 + zeros] = ';';
		c = nx_char_decode(text, text + sizeof(text));
		CHECK(c.length_b == 1 && c.code == '&');
	}
}

int
main(void)
{
	test_zero_in_entity();
	CHECK(same("Said", "said"));
	CHECK(same("SAID", "said"));
	CHECK(!same("said", "says"));
	CHECK(same("1987", "2016"));
	CHECK(!same("198", "2016"));
	CHECK(same("\xE2\x80\x99s", "'s"));
	CHECK(same("\xE2\x80\x9C", "\""));
	CHECK(same("al\xE2\x80\x91Qaida", "al-qaida"));
	CHECK(same("\xC3\x89lys\xC3\xA9" "e", "\xC3\xA9lys\xC3\xA9" "e"));
	CHECK(same("\xC5\xBDi\xC5\xBE" "ek", "\xC5\xBEi\xC5\xBE" "ek"));
	CHECK(same("\xC5\x81odz", "\xC5\x82odz"));
	CHECK(same("\xE1\xBB\x86", "\xE1\xBB\x87"));
	CHECK(!same("\xC3\x97", "\xC3\xB7"));
	CHECK(!same("\xC3\xA9", "e"));
	CHECK(nx_form_hash("", 0) != 0);
	/* cut sequences stand for themselves */
	CHECK(nx_form_hash("a\xE2\x80", 3) != nx_form_hash("a\xE2", 2));
	CHECK(nx_form_hash("a\xC3", 2) != nx_form_hash("a", 1));

	CHECK(is("He", 2, "he"));
	CHECK(!is("He", 2, "her"));
	CHECK(!is("Her", 3, "he"));
	CHECK(is("\xE2\x80\x99S", 4, "'s"));
	CHECK(is("24", 2, "00"));
	CHECK(!is("a\0b", 3, "a"));
	CHECK(is("\xC3\x89" "a", 3, "\xC3\xA9" "a"));
	return check_end();
}
