/*
 * test_key.c
 *		Keys: what two spellings of one name have in common.
 */
#include "check.h"

static bool
key_is(const char *name, const char *wanted)
{
	char		key[256];
	size_t		key_b = nx_key_make(name, strlen(name), key);

	if (key_b == strlen(wanted) && memcmp(key, wanted, key_b) == 0)
		return true;
	fprintf(stderr, "key of %s: %.*s\n", name, (int) key_b, key);
	return false;
}

static void
test_folding(void)
{
	CHECK(key_is("Ludo  van der\tMeer", "ludo van der meer"));
	CHECK(key_is("Zo\xC3\xAB M\xC3\xBCller-\xC3\x87" "elik", "zoe muller-celik"));
	CHECK(key_is("Stra\xC3\x9F" "e", "strasse"));
	CHECK(key_is("\xE1\xBA\xA4n", "an"));
	CHECK(key_is("\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1", "\xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1"));
	CHECK(key_is("\xD0\x81\xD0\xBB\xD0\xBA\xD0\xB8\xD0\xBD", "\xD0\xB5\xD0\xBB\xD0\xBA\xD0\xB8\xD0\xBD"));
	CHECK(key_is("\xE4\xB8\xAD\xE5\x9B\xBD", "\xE4\xB8\xAD\xE5\x9B\xBD"));
	CHECK(key_is("\xFF\xFE", "\xFF\xFE"));
	CHECK(key_is("", ""));
	CHECK(key_is(" . ", ""));
}

static void
test_marks(void)
{
	CHECK(key_is("O\xE2\x80\x99" "Brien", "o'brien"));
	CHECK(key_is("J. R. Okafor", "jr okafor"));
	CHECK(key_is("J.R. Okafor", "jr okafor"));
	CHECK(key_is("U.S.", "us"));
	CHECK(key_is("Tomas \"Duke\" Varga", "tomas duke varga"));
	CHECK(key_is("Roe, Jr.", "roe jr"));
	CHECK(key_is("A&B Freight", "a&b freight"));
	CHECK(key_is("$5,000.50", "$5000.50"));
	CHECK(key_is("3.5%", "3.5%"));
	CHECK(key_is("9:30 p.m.", "9:30 pm"));
	CHECK(key_is("May 5, 2014", "may 5 2014"));
	CHECK(key_is("Desk@Gazette.example", "desk@gazette.example"));
}

static void
test_titles(void)
{
	CHECK(key_is("President Jane Roe", "jane roe"));
	CHECK(key_is("Pr\xC3\xA9sident  Jane Roe", "jane roe"));
	CHECK(key_is("Prime Minister Jane Roe", "jane roe"));
	CHECK(key_is("Dr. Jane Roe", "jane roe"));
	CHECK(key_is("Sen Jane Roe", "jane roe"));
	CHECK(key_is("President", "president"));
	CHECK(key_is("General Motors", "general motors"));
	CHECK(key_is("Prince Edward Island", "prince edward island"));
	CHECK(key_is("St. Petersburg", "st petersburg"));
	CHECK(key_is("Sri Lanka", "sri lanka"));
	CHECK(key_is("The Harbour Gazette", "harbour gazette"));
}

int
main(void)
{
	test_folding();
	test_marks();
	test_titles();
	return check_end();
}
