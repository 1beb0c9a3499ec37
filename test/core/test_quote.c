/*
 * test_quote.c
 *		What a row says of its cue, and how rows hang together.  The rules
 *		alone propose, so that new weights change nothing here.
 */
#include "check.h"
#include "nx_core.h"
#include "nx_reader.h"

typedef struct Case
{
	const char *text;
	const char *verb;
	NxMode		mode;
	bool		is_negated;
	const char *addressee;
	const char *channel;
} Case;

static const Case cases[] = {
	{"Lund told the Harbour Gazette that nothing was hidden.", "tell", NX_MODE_SPEECH, false,
	"the Harbour Gazette", NULL},
	{"\"It leaks,\" Lund said in a written interview.", "say", NX_MODE_SPEECH, false, NULL,
	"interview"},
	{"\"It leaks,\" Lund said in a statement.", "say", NX_MODE_SPEECH, false, NULL, "statement"},
	{"Statement from Tarn Lines: \"The port will stay open.\"", NULL, NX_MODE_SPEECH, false, NULL,
	"statement"},
	{"\"The port stays ours,\" Nadar tweeted.", "tweet", NX_MODE_SPEECH, false, NULL,
	"social media"},
	{"\"The port stays ours,\" Nadar wrote.", "write", NX_MODE_SPEECH, false, NULL, "writing"},
	{"Lund said during a meeting with union leaders that the wall is safe.", "say",
	NX_MODE_SPEECH, false, "union leaders", NULL},
	{"Lund did not say that the wall would stand.", "say", NX_MODE_SPEECH, true, NULL, NULL},
	{"Lund declined to comment on the wall.", "decline", NX_MODE_SPEECH, true, NULL, NULL},
	{"Lund denied that he had signed the paper.", "deny", NX_MODE_SPEECH, true, NULL, NULL},
	{"Lund hopes that the wall will stand.", "hope", NX_MODE_THOUGHT, false, NULL, NULL},
	{"The survey found that the wall is unsafe.", "find", NX_MODE_EVIDENCE, false, NULL, NULL},
	{"According to a poll, the wall is unsafe.", NULL, NX_MODE_EVIDENCE, false, NULL, NULL},
};

static NxArticle *
read_by_rule(const char *text)
{
	static NxReader *reader;
	NxArticle  *a;

	if (reader == NULL)
	{
		if (nx_reader_create(&check_host, &reader) != NX_OK)
			exit(2);
		reader->attribution = NULL;
	}
	if (nx_article_read(reader, &check_host, text, strlen(text), &a) != NX_OK)
		exit(2);
	return a;
}

static void
check_case(const Case *wanted)
{
	NxArticle  *a = read_by_rule(wanted->text);
	uint32_t	count;
	const NxQuote *quote = nx_article_quotes(a, &count);
	bool		is_right = CHECK(count == 1);

	if (is_right)
	{
		is_right &= CHECK(check_string_is(quote->verb, wanted->verb));
		is_right &= CHECK(quote->mode == wanted->mode);
		is_right &= CHECK(quote->is_negated == wanted->is_negated);
		is_right &= CHECK(check_string_is(quote->addressee, wanted->addressee));
		is_right &= CHECK(check_string_is(quote->channel, wanted->channel));
	}
	if (!is_right)
		fprintf(stderr, "  in: %s\n", wanted->text);
	nx_article_free(a);
}

/* A report inside speech has the outer quote as its parent. */
static void
check_parent(void)
{
	NxArticle  *a = read_by_rule("\"She told me 'leave the keys here' and drove off,\" said Dov.");
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(a, &count);

	CHECK(count == 2);
	if (count == 2)
	{
		CHECK(check_string_is(quotes[0].source, "Dov"));
		CHECK(quotes[0].parent == 0);
		CHECK(check_string_is(quotes[1].source, "She"));
		CHECK(quotes[1].parent == 1);
	}
	nx_article_free(a);
}

/* Marks go with their paragraphs; the places keep them. */
static void
check_pieces(void)
{
	static const char text[] = "\"We began.\n\n\"No one slept,\" said Lund. \"No one.\"";
	NxArticle  *a = read_by_rule(text);
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(a, &count);

	CHECK(count == 1);
	if (count == 1)
	{
		CHECK(check_string_is(quotes[0].content, "We began.\n\nNo one slept, No one."));
		CHECK(quotes[0].content_count == 3);
		CHECK(quotes[0].content_at[0].at_b == 0);
		CHECK(quotes[0].content_at[2].end_b == strlen(text));
		CHECK(quotes[0].paragraph == 1 && quotes[0].sentence == 1);
	}
	nx_article_free(a);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(&cases[i]);
	check_parent();
	check_pieces();
	return check_end();
}
