/*
 * test_sentence.c
 *		Where sentences and paragraphs end.
 */
#include "check.h"
#include "nx_core.h"

/* "|" and "#" are taken out: a sentence ends there, or a paragraph. */
static const char *const cases[] = {
	"It leaks. |He left. |She stayed.",
	/* what follows a mark of question or exclamation */
	"\"Is it safe?\" Roy asked. |\"No!\" shouted Nadar.",
	"\"Is it safe?\" asked Roy. |He left.",
	"\"Is it safe?\" WA captain Jai Lee asked Raman.",
	"Is it safe? |Roy left.",
	"\xE2\x80\x9CWe lost!\xE2\x80\x9D the minister said. |He sat.",
	"\"It leaks.\" |He left.",
	"He said: \"It leaks. |It broke.\" |She left.",
	/* titles, initials, abbreviations */
	"\"Enough,\" said Dr. J. R. Okafor. |He left.",
	"Gov. Roy met Sen. Nadar on Sept. 16 in St. Louis, Mo. |He left.",
	"He lives in the U.S. |The dam holds.",
	"The U.S. Senate met at 5 p.m. Tuesday.",
	"He works for Acme Inc. |It makes pumps.",
	"Acme Inc. Chairman Roy left.",
	"No. 5 won. |He said no. |She said yes.",
	"Roe v. Wade was decided.",
	/* dots */
	"So... |He left.",
	"He ... Lund was late.",
	"Well... he left.",
	/* no end */
	"He said it leaks. she wrote.",
	"Visit bbc.co.uk today.",
	"1. First the dam. |Then the wall.",
	"He left.|She stayed.",
	"(He left.) |She stayed.",
	/* paragraphs */
	"One.\n\n#Two.\n\n#Three.",
	"A line is a paragraph here.\n#Another line is one too.\n#And a third.",
	"He said cybertheft\n\nof commercial secrets is illegal and must stop.\n\n#Next.",
	"A heading\n\n#The body begins here.",
	"Apples\n#pears\n#plums",
	"The council met on Tuesday to vote on the wall that keeps\n"
		"the river out of the town, and it did not take long for the\n"
		"first of its members to leave the room, which has no windows\n"
		"and little air. |Roy stayed until the end of the meeting and\n"
		"then went home.\n"
		"#A second paragraph begins with a line that is as long as\n"
		"those before it, and goes on.",
};

/* Copies a case's text without its cuts, which go to kind[]. */
static size_t
strip(const char *from, char *to, char *kind)
{
	size_t		length_b = 0;

	memset(kind, 0, 1024);
	for (; *from != '\0'; from++)
		if (*from == '|' || *from == '#')
			kind[length_b] = *from;
		else
			to[length_b++] = *from;
	to[length_b] = '\0';
	return length_b;
}

static void
check_case(const char *marked)
{
	char		text[1024];
	char		wanted[1024];
	char		found[1024] = {0};
	size_t		length_b = strip(marked, text, wanted);
	NxArticle  *a = check_read_bytes(text, length_b);

	for (uint32_t s = 1; s < nx_article_sentence_count(a); s++)
	{
		NxSentenceView before;
		NxSentenceView view;

		nx_article_sentence(a, s - 1, &before);
		nx_article_sentence(a, s, &view);
		found[view.at.at_b] = view.paragraph == before.paragraph ? '|' : '#';
	}
	if (!CHECK(memcmp(found, wanted, sizeof(found)) == 0))
	{
		fputc('\t', stderr);
		for (size_t i = 0; i < length_b; i++)
			fprintf(stderr, "%.*s%c", found[i] != 0, &found[i], text[i]);
		fputc('\n', stderr);
	}
	nx_article_free(a);
}

/* Sentences and paragraphs follow each other without gap. */
static void
check_cover(const char *text)
{
	NxArticle  *a = check_read(text);
	uint32_t	token = 0;
	uint32_t	sentence = 0;

	for (uint32_t s = 0; s < a->sentences.count; s++)
	{
		NxRange		tokens = a->sentences.items[s].tokens;

		CHECK(tokens.first == token && tokens.end > token);
		CHECK(nx_token_at(a, token)->flags & NX_SENTENCE_BEGIN);
		for (; token < tokens.end; token++)
			CHECK(nx_token_at(a, token)->sentence == s);
	}
	CHECK(token == a->tokens.count);
	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		CHECK(a->paragraphs.items[p].sentences.first == sentence);
		sentence = a->paragraphs.items[p].sentences.end;
		CHECK(a->sentences.items[sentence - 1].paragraph == p);
		CHECK(a->sentences.items[sentence - 1].tokens.end == a->paragraphs.items[p].tokens.end);
	}
	CHECK(sentence == a->sentences.count);
	nx_article_free(a);
}

/* However long the text: sentences of 1000 tokens, paragraphs of 21000. */
static void
check_limits(const char *unit, uint32_t count)
{
	char	   *text = malloc(count * strlen(unit) + 1);
	NxArticle  *a;

	for (uint32_t i = 0; i < count; i++)
		strcpy(text + i * strlen(unit), unit);
	a = check_read(text);
	CHECK(a->paragraphs.count > 1);
	for (uint32_t s = 0; s < a->sentences.count; s++)
		CHECK(a->sentences.items[s].tokens.end - a->sentences.items[s].tokens.first <= 1000);
	for (uint32_t p = 0; p < a->paragraphs.count; p++)
		CHECK(a->paragraphs.items[p].tokens.end - a->paragraphs.items[p].tokens.first <= 21000);
	nx_article_free(a);
	check_cover(text);
	free(text);
}

int
main(void)
{
	check_limits("a ", 50000);
	check_limits("One day. ", 20000);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(cases[i]);
	check_cover("");
	check_cover("  \n ");
	check_cover("One. Two\n\nthree four five six seven eight. \"Nine!\" ten\n\n\n.");
	return check_end();
}
