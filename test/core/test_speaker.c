/*
 * test_speaker.c
 *		Who spoke: pronouns, nominals, roles, groups, and the list of speakers.
 *
 * Each case is a short article with one quote that is asked about, told by
 * words of its content.
 */
#include "check.h"

typedef struct Case
{
	const char *text;
	const char *words;			/* in the content of the quote */
	const char *speaker;		/* NULL: nobody by name */
	NxSpeakerKind kind;
	const char *role;			/* NULL: not asked */
	const char *affiliation;	/* NULL: not asked */
} Case;

static const Case cases[] = {
	/* names */
	{"Priya Nadar opened the inquiry. Nadar said it would be short.",
		"would be short", "Priya Nadar", NX_SPEAKER_PERSON, NULL, NULL},
	{"\"Enough,\" said the club's captain, Bea Lindqvist.",
		"Enough", "Bea Lindqvist", NX_SPEAKER_PERSON, NULL, NULL},
	{"Ivo Lund, a cousin of harbour engineer Mara Finch, said the pumps were new.",
		"pumps were new", "Ivo Lund", NX_SPEAKER_PERSON, NULL, NULL},
	{"The head of the port authority, Dana Roe, said on Monday that the gates would close.",
		"gates would close", "Dana Roe", NX_SPEAKER_PERSON, NULL, NULL},
	/* pronouns */
	{"Priya Nadar met Anil Roy, her brother. \"I am late,\" he said.",
		"I am late", "Anil Roy", NX_SPEAKER_PERSON, NULL, NULL},
	{"James Roe thanked Anna Lund. \"It was a long night,\" she said.",
		"long night", "Anna Lund", NX_SPEAKER_PERSON, NULL, NULL},
	{"\"We waited for hours,\" David Graham said. \"I told Donald Finch to go.\"\n\n"
		"\"Nobody came,\" he added.",
		"Nobody came", "David Graham", NX_SPEAKER_PERSON, NULL, NULL},
	{"A nurse said the ward was full. \"It was chaos,\" she said.",
		"It was chaos", NULL, NX_SPEAKER_PERSON, NULL, NULL},
	/* nominals */
	{"Health Minister Priya Nadar spoke first. \"We are ready,\" the minister said.",
		"We are ready", "Priya Nadar", NX_SPEAKER_PERSON, NULL, NULL},
	{"French President Luc Morel met Chinese President Wei Jun on Monday. "
		"\"We agree,\" the French president said.",
		"We agree", "Luc Morel", NX_SPEAKER_PERSON, NULL, NULL},
	{"Former Mayor Anil Roy met Mayor Priya Nadar. \"I resign,\" the mayor said.",
		"I resign", "Priya Nadar", NX_SPEAKER_PERSON, NULL, NULL},
	{"Anna Roe met the workers. The general secretary of the union, Laura Lund, rejected the offer. "
		"\"We have heard this before,\" she said.",
		"heard this before", "Laura Lund", NX_SPEAKER_PERSON, NULL, NULL},
	{"Sky Moreau, a researcher who advised the committee, spoke next. \"I am ready,\" they said.",
		"I am ready", "Sky Moreau", NX_SPEAKER_PERSON, NULL, NULL},
	{"Microsoft published a report on Monday. It says that the road is closed.",
		"road is closed", NULL, NX_SPEAKER_UNKNOWN, NULL, NULL},
	{"\"It rains,\" said Bea Lindqvist, coach of the harbour rowing club.",
		"It rains", "Bea Lindqvist", NX_SPEAKER_PERSON, "coach", NULL},
	{"The survey was held in May. 40 percent said that the road was closed.",
		"road was closed", NULL, NX_SPEAKER_UNKNOWN, NULL, NULL},
	{"Unions said that the road was closed.",
		"road was closed", NULL, NX_SPEAKER_GROUP, NULL, NULL},
	/* organisations: case 61 */
	{"Gorse Capital, a hedge fund, sold its shares. The fund said it had no choice.",
		"no choice", "Gorse Capital", NX_SPEAKER_ORGANIZATION, NULL, NULL},
	{"The Railway Workers Union met Microsoft on Monday. The union said it would strike.",
		"would strike", "Railway Workers Union", NX_SPEAKER_ORGANIZATION, NULL, NULL},
	{"Microsoft closed the site. The company said the road was closed.",
		"road was closed", "Microsoft", NX_SPEAKER_ORGANIZATION, NULL, NULL},
	{"The University of Leeds closed the site. The company said the road was closed.",
		"road was closed", NULL, NX_SPEAKER_ORGANIZATION, NULL, NULL},
	/* roles beside the name: case 62 */
	{"\"We never made that offer,\" said a spokesperson for Microsoft, Jane Doyle.",
		"never made", "Jane Doyle", NX_SPEAKER_PERSON, "spokesperson", "Microsoft"},
	{"\"It hums,\" said Jane Doyle, a geophysicist at the University of Leeds.",
		"It hums", "Jane Doyle", NX_SPEAKER_PERSON, "geophysicist", "University of Leeds"},
	{"Microsoft closed the site. Its chairman, Andrew Lind, warned that jobs would go.",
		"jobs would go", "Andrew Lind", NX_SPEAKER_PERSON, "chairman", "Microsoft"},
	{"Microsoft closed the site. \"We regret it,\" a spokeswoman for the company said.",
		"We regret it", NULL, NX_SPEAKER_UNNAMED, "spokeswoman", "Microsoft"},
	/* nobody by name */
	{"Tarn Rail closed the line on Friday. \"We regret it,\" a spokeswoman for Tarn Rail said.",
		"We regret it", NULL, NX_SPEAKER_UNNAMED, "spokeswoman", NULL},
	{"\"It was chaos,\" said a nurse who asked not to be named.",
		"It was chaos", NULL, NX_SPEAKER_UNNAMED, "nurse", NULL},
	{"Officials said that the road was closed.",
		"road was closed", NULL, NX_SPEAKER_GROUP, NULL, NULL},
	{"James Roe and Anna Lund said that the road was closed.",
		"road was closed", NULL, NX_SPEAKER_GROUP, NULL, NULL},
	{"A council report says the wall is unsafe.",
		"wall is unsafe", NULL, NX_SPEAKER_DOCUMENT, NULL, NULL},
};

static bool
holds(NxString string, const char *words)
{
	size_t		words_b = strlen(words);

	for (size_t i = 0; i + words_b <= string.length_b; i++)
		if (memcmp(string.bytes + i, words, words_b) == 0)
			return true;
	return false;
}

static const NxQuote *
find_quote(const NxArticle *a, const char *words)
{
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(a, &count);

	for (uint32_t i = 0; i < count; i++)
		if (holds(quotes[i].content, words))
			return &quotes[i];
	return NULL;
}

static void
test_case(const Case *c)
{
	NxArticle  *a = check_read(c->text);
	const NxQuote *quote = find_quote(a, c->words);

	if (!CHECK(quote != NULL) || !CHECK(check_string_is(quote->speaker, c->speaker)) ||
		!CHECK(quote->speaker_kind == c->kind) ||
		!CHECK(c->role == NULL || check_string_is(quote->role, c->role)) ||
		!CHECK(c->affiliation == NULL || check_string_is(quote->affiliation, c->affiliation)))
		fprintf(stderr, "\tin: %s\n", c->text);
	nx_article_free(a);
}

/* One row for a person, however named; its quotes and words are counted. */
static void
test_list(void)
{
	NxArticle  *a = check_read("Priya Nadar said the road was closed.\n\n"
							   "\"It floods,\" she said.\n\n"
							   "\"Every year,\" Nadar said.\n\n"
							   "Officials said that the road was open.");
	uint32_t	count;
	const NxSpeaker *speakers = nx_article_speakers(a, &count);

	CHECK(count == 2);
	CHECK(check_string_is(speakers[0].name, "Priya Nadar"));
	CHECK(speakers[0].entity_no != 0);
	CHECK(speakers[0].quote_count == 3);
	CHECK(speakers[0].word_count == 8);
	CHECK(speakers[0].forms.count == 3);
	CHECK(speakers[1].kind == NX_SPEAKER_GROUP && speakers[1].entity_no == 0);
	CHECK(check_string_is(speakers[1].name, NULL));
	nx_article_free(a);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_case(&cases[i]);
	test_list();
	return check_end();
}
