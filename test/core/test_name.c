/*
 * test_name.c
 *		Names of persons, organisations and places, by the sentence and by the
 *		article.
 */
#include "check.h"

/*
 * Are these the names of the text?  "PER Ottoline Brask|LOC Nairobi", in the
 * order of the text, tokens joined by spaces.
 */
static bool
has_names(const char *text, const char *names)
{
	NxArticle  *article = check_read(text);
	char		found[4096] = "";

	for (uint32_t i = 0; i < nx_article_token_count(article); i++)
	{
		NxTokenView view;

		nx_article_token(article, i, &view);
		if (view.name_label == NULL)
			continue;
		if (view.name_label[0] == 'B')
		{
			strcat(found, found[0] ? "|" : "");
			strcat(found, view.name_label + 2);
		}
		strcat(found, " ");
		strncat(found, text + view.at.at_b, view.at.end_b - view.at.at_b);
	}
	nx_article_free(article);
	if (strcmp(found, names) != 0)
		fprintf(stderr, "%s\n\twanted %s\n\tfound  %s\n", text, names, found);
	return strcmp(found, names) == 0;
}

static void
test_kinds(void)
{
	CHECK(has_names("", ""));
	CHECK(has_names("The dam will hold until spring.", ""));
	CHECK(has_names("Margaret Whitfield flew from Nairobi to Paris.",
					"PER Margaret Whitfield|LOC Nairobi|LOC Paris"));
	CHECK(has_names("Shares of General Motors fell after the Bank of England spoke.",
					"ORG General Motors|ORG Bank of England"));
}

/* A title is no part of a name; particles, initials and suffixes are. */
static void
test_persons(void)
{
	CHECK(has_names("Mr. Whitfield met President Robert Mugabe on Monday.",
					"PER Whitfield|PER Robert Mugabe"));
	CHECK(has_names("The verdict pleased Ludo van der Meer, a lawyer from Utrecht.",
					"PER Ludo van der Meer|LOC Utrecht"));
	CHECK(has_names("\"Enough,\" said J. R. Okafor, the club's captain.",
					"PER J. R. Okafor"));
}

/* A surname takes the kind of the full name, in a headline too. */
static void
test_article(void)
{
	CHECK(has_names("WHITFIELD QUITS AS MAYOR\n\nMargaret Whitfield resigned on Monday. "
					"Whitfield said she was tired.",
					"PER WHITFIELD|PER Margaret Whitfield|PER Whitfield"));
}

/* Where a name of a person ends and begins, whatever the tagger weighed. */
static void
test_borders(void)
{
	CHECK(has_names("Former Rep. George Hallam (D-Calif.) voted no.", "PER George Hallam"));
	CHECK(has_names("Fans of Norman Hallam - also called Slim - left early.",
					"PER Norman Hallam"));
	CHECK(has_names("8:39PM Jane Whitfield Calls Off Rally", "PER Jane Whitfield"));
	CHECK(has_names("The envoy met Sheikh Hamad bin Khalifa al-Dosari on Monday.",
					"PER Hamad bin Khalifa al-Dosari"));
	CHECK(has_names("Both panels are by Pieter Hallam the Elder, a painter.",
					"PER Pieter Hallam the Elder"));
	CHECK(has_names("Mr Justice Hallam sat in the chair. Mr Paris agreed.",
					"PER Hallam|PER Paris"));
}

/* The hyphen of a particle goes with the name, between spaces, too. */
static void
test_particles(void)
{
	CHECK(has_names("The cleric Karim al - Dosari spoke in Basra.",
					"PER Karim al - Dosari|LOC Basra"));
}

/* What is called after a person is no person, nor is a letter. */
static void
test_no_persons(void)
{
	CHECK(has_names("It happens when Z is caused by X.", ""));
	CHECK(has_names("The ferry for St. Thomas left at noon.", "LOC St. Thomas"));
}

/* A family bears the name of its member in the plural. */
static void
test_families(void)
{
	CHECK(has_names("Mildred Okafor went to court. In the end the Okafors won.",
					"PER Mildred Okafor|PER Okafors"));
}

/* A text with a small "i" does without capitals in its other sentences, too. */
static void
test_bare_text(void)
{
	CHECK(has_names("hi, i am new here. Is there a train from paris to london?", "LOC london"));
	CHECK(has_names("We are new here. Is there a train from paris to london?", ""));
}

/* In a line without order the tagger takes signs for names. */
static void
test_signs(void)
{
	CHECK(has_names("@`b\xFA&#'';", ""));
}

/* What shares are in is a firm, though its name could be a person's. */
static void
test_firms(void)
{
	CHECK(has_names("Whitfield shares fell on Monday. Whitfield said its plant would close.",
					"ORG Whitfield|ORG Whitfield"));
	CHECK(has_names("Delivery firm Okafor closed up. Okafor said it would sell a plant.",
					"ORG Okafor|ORG Okafor"));
	CHECK(has_names("Anil Okafor sold his shares. Okafor, a lawyer, left.",
					"PER Anil Okafor|PER Okafor"));
}

/* A surname that is a country's name, too, is the person where it speaks. */
static void
test_surname_of_place(void)
{
	CHECK(has_names("Neil Jordan made the film in Cork. The shoot was long, Jordan said.",
					"PER Neil Jordan|LOC Cork|PER Jordan"));
}

/* A run of capitals as long as a book is one stretch and no harm. */
static void
test_long_run(void)
{
	size_t		count = 20000;
	char	   *text = malloc(count * 6 + 1);
	NxArticle  *article;

	for (size_t i = 0; i < count; i++)
		memcpy(text + i * 6, "Abcde ", 6);
	article = check_read_bytes(text, count * 6);
	CHECK(nx_article_token_count(article) == count);
	nx_article_free(article);
	free(text);
}

int
main(void)
{
	test_kinds();
	test_persons();
	test_article();
	test_borders();
	test_particles();
	test_no_persons();
	test_families();
	test_bare_text();
	test_signs();
	test_firms();
	test_surname_of_place();
	test_long_run();
	return check_end();
}
