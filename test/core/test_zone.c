/*
 * test_zone.c
 *		Layout: what stands above and below the body, and in it.
 */
#include "check.h"
#include "nx_core.h"

static const char body[] =
	"The dam above the town will be raised by two metres before the winter, the council "
	"said on Monday, after a report found that it could not hold another flood.\n\n"
	"Work on the wall begins in May.\n";

/* Read a head followed by the body, and check where the body begins. */
static NxArticle *
read_head(const char *head, const char *begins)
{
	static char text[2048];
	NxArticle  *a;
	const NxLayout *layout;

	snprintf(text, sizeof(text), "%s%s", head, body);
	a = check_read(text);
	layout = nx_article_layout(a);
	CHECK(layout->body_count == 1 &&
		  strncmp(text + layout->body_at[0].at_b, begins, strlen(begins)) == 0);
	return a;
}

static void
check_newsstand_line(void)
{
	NxArticle  *a = read_head("Dam to rise\n\nCouncil rules out a second wall\n\n"
							  "The Harbour Gazette (Norway) - - LI\xE2\x80\x99S VISIT - "
							  "By AN LI in Rome and BO VAN XU in Oslo\n\n", "The dam");
	const NxLayout *layout = nx_article_layout(a);

	CHECK(check_string_is(layout->headline, "Dam to rise"));
	CHECK(check_string_is(layout->deck, "Council rules out a second wall"));
	CHECK(check_string_is(layout->publication, "The Harbour Gazette"));
	CHECK(check_string_is(layout->edition, "Norway"));
	CHECK(check_string_is(layout->section, "LI\xE2\x80\x99S VISIT"));
	CHECK(layout->authors.count == 2 && layout->author_places.count == 2);
	CHECK(check_string_is(layout->authors.items[0], "An Li"));
	CHECK(check_string_is(layout->author_places.items[0], "Rome"));
	CHECK(check_string_is(layout->authors.items[1], "Bo van Xu"));
	CHECK(check_string_is(layout->author_places.items[1], "Oslo"));
	nx_article_free(a);
}

typedef struct Byline
{
	const char *line;
	const char *author;			/* the last one */
	const char *place;
	uint32_t	count;
} Byline;

static void
check_bylines(void)
{
	static const Byline bylines[] = {
		{"By Dana Whitcomb", "Dana Whitcomb", NULL, 1},
		{"By Dana Whitcomb, Staff Writer", "Dana Whitcomb", NULL, 1},
		{"By DANA WHITCOMB and BEA ROE", "Bea Roe", NULL, 2},
		{"By Dana Whitcomb, Bea Roe and Ludo van der Meer in Oslo", "Ludo van der Meer", "Oslo", 3},
		{"Words by Dana O'Neill-Whitcomb", "Dana O'Neill-Whitcomb", NULL, 1},
		{"By: J. R. Okafor - Reporter / @okafor", "J. R. Okafor", NULL, 1},
		{"By Dana Whitcomb | Harbour News | March 3, 2023", "Dana Whitcomb", NULL, 1},
		{"By political reporter Dana Whitcomb", "Dana Whitcomb", NULL, 1},
		{"By DANA WHITCOMB MARCH 14, 2023", "Dana Whitcomb", NULL, 1},
		{"By DANA WHITCOMB FOR THE GAZETTE", "Dana Whitcomb", NULL, 1},
		{"Dana Whitcomb, Political Editor", "Dana Whitcomb", NULL, 1},
		{"Dana Whitcomb \xC2\xB7 Harbour News \xC2\xB7 Posted: Mar 14, 2023", "Dana Whitcomb", NULL, 1},
		{"Dana Whitcomb Published March 14, 2023", "Dana Whitcomb", NULL, 1},
		{"Dana Whitcomb in Hobart", "Dana Whitcomb", "Hobart", 1},
	};

	for (size_t i = 0; i < sizeof(bylines) / sizeof(bylines[0]); i++)
	{
		const Byline *b = &bylines[i];
		char		head[256];
		NxArticle  *a;
		NxStrings	authors;

		snprintf(head, sizeof(head), "Dam to rise\n\n%s\n\n", b->line);
		a = read_head(head, "The dam");
		authors = nx_article_layout(a)->authors;
		if (CHECK(authors.count == b->count))
		{
			CHECK(check_string_is(authors.items[b->count - 1], b->author));
			CHECK(check_string_is(nx_article_layout(a)->author_places.items[b->count - 1],
								  b->place));
		}
		else
			fprintf(stderr, "\t%s\n", b->line);
		nx_article_free(a);
	}
}

static void
check_datelines(void)
{
	static const char *const datelines[][2] = {
		{"NAIROBI, Kenya (AP) - ", "NAIROBI, Kenya (AP)"},
		{"NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya (AP)"},
		{"LONDON \xE2\x80\x94 ", "LONDON"},
		{"TACLOBAN CITY\xE2\x80\x94", "TACLOBAN CITY"},
		{"OSLO, Feb 9 (Newsline) -- ", "OSLO, Feb 9 (Newsline)"},
		{"ST. LOUIS, Mo. \xE2\x80\x93 ", "ST. LOUIS, Mo."},
		{"London (Reuters) - ", "London (Reuters)"},
		{"PARIS: ", "PARIS"},
		{"NEW DELHI: ", "NEW DELHI"},
		{"Dec 29 (Reuters) - ", "Dec 29 (Reuters)"},
	};

	for (size_t i = 0; i < sizeof(datelines) / sizeof(datelines[0]); i++)
	{
		char		head[256];
		NxArticle  *a;

		snprintf(head, sizeof(head), "Dam to rise\n\n%s", datelines[i][0]);
		a = read_head(head, "The dam");
		CHECK(check_string_is(nx_article_layout(a)->dateline, datelines[i][1]));
		nx_article_free(a);
	}
}

/* Dates and the like between headline and body; two decks above a byline. */
static void
check_head_notes(void)
{
	static const char *const lines[] = {
		"Tue 14 Mar 2023 18.01 GMT", "TNN | Mar 14, 2023, 08.10 AM IST",
		"MARCH 14, 2023 10:22 am | Updated 10:30 pm IST", "Published", "3 mins to read",
		"Section: NEWS; Pg. 4", "All Rights Reserved", "Source: Agency| 2023-03-14 10:10",
	};
	NxArticle  *a;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
	{
		char		head[256];

		snprintf(head, sizeof(head), "Dam to rise\n\n%s\n\n", lines[i]);
		a = read_head(head, "The dam");
		CHECK(a->paragraphs.items[1].zone == NX_ZONE_BOILERPLATE);
		nx_article_free(a);
	}
	a = read_head("Dam to rise\nWork begins in May\nReport warned of floods\nBy Dana Roe\n\n",
				  "The dam");
	CHECK(check_string_is(nx_article_layout(a)->deck, "Work begins in May"));
	CHECK(a->paragraphs.items[2].zone == NX_ZONE_DECK);
	nx_article_free(a);
}

/* Paragraphs that look like something above the body and are its beginning. */
static void
check_body_first(void)
{
	static const char *const firsts[] = {
		"NADAR: We vote at noon, and nothing that is said here will change it.\n\n"
			"ROY: I object.\n\n",
		"By Tuesday the river had reached the houses at the bridge.\n\n",
		"It was a cold morning.\n\n",
		"He put it plainly:\n\n",
		"Dana Whitcomb said no. She left the room.\n\n",
	};

	for (size_t i = 0; i < sizeof(firsts) / sizeof(firsts[0]); i++)
	{
		char		begin[16] = {0};
		NxArticle  *a;

		memcpy(begin, firsts[i], sizeof(begin) - 1);
		a = read_head(firsts[i], begin);
		CHECK(check_string_is(nx_article_layout(a)->headline, NULL));
		CHECK(nx_article_layout(a)->authors.count == 0);
		nx_article_free(a);
	}
}

static void
check_notes(void)
{
	static const char *const notes[] = {
		"Contact the writers at news@example.org", "Newspapers in English",
		"\xC2\xA9 Harbour Gazette. All rights reserved.", "Copyright 2023 Harbour Gazette",
		"(Reporting by An Li; Editing by Bo Xu)", "news@example.org",
		"Read more: Who owns the docks?", "Sign up for our newsletter here.",
		"Photo: Roy/Agency", "Follow us on Twitter.",
		"An Li in Rome contributed to this report.",
		"This article was updated on Monday.",
	};

	for (size_t i = 0; i < sizeof(notes) / sizeof(notes[0]); i++)
	{
		char		text[1024];
		NxArticle  *a;
		const NxLayout *layout;
		uint32_t	count;

		snprintf(text, sizeof(text), "Dam to rise\n\n%s\n%s\n", body, notes[i]);
		a = check_read(text);
		layout = nx_article_layout(a);
		if (!CHECK(nx_article_zones(a, &count)[count - 1].kind == NX_ZONE_BOILERPLATE))
			fprintf(stderr, "\t%s\n", notes[i]);
		CHECK(layout->body_count == 1 &&
			  strncmp(text + layout->body_at[0].end_b - 4, "May.", 4) == 0);
		nx_article_free(a);
	}
}

/* A note inside the body parts it in two. */
static void
check_middle(void)
{
	char		text[1024];
	NxArticle  *a;

	snprintf(text, sizeof(text), "Dam to rise\n\n%s\nAdvertisement\n\n%s", body, body);
	a = check_read(text);
	CHECK(nx_article_layout(a)->body_count == 2);
	CHECK(a->paragraphs.items[3].zone == NX_ZONE_BOILERPLATE);
	CHECK(a->paragraphs.items[4].zone == NX_ZONE_BODY);
	nx_article_free(a);
}

int
main(void)
{
	check_newsstand_line();
	check_bylines();
	check_datelines();
	check_head_notes();
	check_body_first();
	check_notes();
	check_middle();
	return check_end();
}
