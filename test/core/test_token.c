/*
 * test_token.c
 *		Tokens: where they are cut, what they are, what bytes they cover.
 */
#include "check.h"
#include "nx_core.h"

typedef struct Case
{
	const char *text;
	const char *tokens;			/* separated by spaces */
} Case;

static const Case cases[] = {
	/* abbreviations of many countries */
	{"Adv. Roy, Engr. Musa and Cllr. Bea Lind", "Adv. Roy , Engr. Musa and Cllr. Bea Lind"},
	{"Mohd. Iqbal paid approx. 5", "Mohd. Iqbal paid approx. 5"},
	/* contractions */
	{"I don't, can't, won't.", "I do n't , ca n't , wo n't ."},
	{"Xi's and Xi\xE2\x80\x99s", "Xi 's and Xi \xE2\x80\x99s"},
	{"we\xE2\x80\x99ve, they'll, I'd", "we \xE2\x80\x99ve , they 'll , I 'd"},
	{"We cannot go", "We can not go"},
	{"XI\xE2\x80\x99S VISIT", "XI \xE2\x80\x99S VISIT"},
	/* apostrophes that are no contraction */
	{"O'Neill d'Ivoire o'clock", "O'Neill d'Ivoire o'clock"},
	{"the miners' lodge", "the miners ' lodge"},
	{"in the '90s and '16", "in the '90s and ' 16"},
	{"in \xE2\x80\x99""16", "in \xE2\x80\x99""16"},
	{"the 1990's", "the 1990 's"},
	{"6' 4\" tall", "6 ' 4 \" tall"},
	{"'They don't'", "' They do n't '"},
	{"rock 'n' roll, get 'em", "rock 'n ' roll , get 'em"},
	{"``We start,'' he", "`` We start , '' he"},
	/* stops */
	{"Dr. J. R. Okafor of Acme Inc. left.", "Dr. J. R. Okafor of Acme Inc. left ."},
	{"the U.S. and the U.N.", "the U.S. and the U.N."},
	{"at 5 p.m. on Sept. 16", "at 5 p.m. on Sept. 16"},
	{"a Ph.D. student, e.g. her", "a Ph.D. student , e.g. her"},
	{"No. 5. He said no.", "No. 5 . He said no ."},
	{"He left.She stayed.", "He left . She stayed ."},
	{"So... he \xE2\x80\xA6 left. . .", "So ... he \xE2\x80\xA6 left . . ."},
	{"It was I. He", "It was I . He"},
	{"Amazon.com and bbc.co.uk", "Amazon.com and bbc.co.uk"},
	/* hyphens and dashes */
	{"U.S.-led, Xi-led, anti-Trump", "U.S. - led , Xi - led , anti - Trump"},
	{"al-Qaida Coca-Cola state-run T-shirt", "al-Qaida Coca-Cola state-run T-shirt"},
	{"Ban Ki-moon, Obama-era", "Ban Ki-moon , Obama - era"},
	{"Long-serving mayor", "Long-serving mayor"},
	{"a 20-year-old won 3-2", "a 20-year-old won 3-2"},
	{"it -- or so \xE2\x80\x94 he--she\xE2\x80\x94we", "it -- or so \xE2\x80\x94 he -- she \xE2\x80\x94 we"},
	{"J.-P. Sartre", "J.-P. Sartre"},
	/* numbers, money */
	{"1,000.5 and $5bn, 50%, .5", "1,000.5 and $ 5bn , 50 % , .5"},
	{"at 5:30 on 9/11, 20th", "at 5:30 on 9/11 , 20th"},
	{"10,12,14", "10 , 12 , 14"},
	{"\xC2\xA3" "5m \xE2\x82\xAC" "3", "\xC2\xA3 5m \xE2\x82\xAC 3"},
	{"AT&T, S&P, A & B", "AT&T , S&P , A & B"},
	/* addresses */
	{"see http://a.org/b?c=d, or", "see http://a.org/b?c=d , or"},
	{"(www.a.org/x).", "( www.a.org/x ) ."},
	{"to j.doe-x@mail.a.org. He", "to j.doe-x@mail.a.org . He"},
	{"by @p_nadar: #Brexit #1", "by @p_nadar : #Brexit # 1"},
	/* runs */
	{"What?! No!!", "What ?! No !!"},
	{"***** ==", "***** =="},
	/* entities */
	{"&quot;Fine,&quot; said&nbsp;Roy", "&quot; Fine , &quot; said Roy"},
	{"AT&amp;T don&#8217;t", "AT&amp;T do n&#8217;t"},
	{"a &bogus; b", "a & bogus ; b"},
	/* zero width, stray bytes, other scripts */
	{"\xEF\xBB\xBFOne t\xE2\x80\x8Bwo", "One t\xE2\x80\x8Bwo"},
	{"Caf\xE9 ol\xE9", "Caf\xE9 ol\xE9"},
	{"\xE2\x80 a\x93 b", "\xE2 \x80 a \x93 b"},
	{"Zo\xC3\xAB M\xC3\xBCller-\xC3\x87" "elik", "Zo\xC3\xAB M\xC3\xBCller-\xC3\x87" "elik"},
};

static void
check_case(const Case *c)
{
	NxArticle  *a = check_read(c->text);
	char		found[1024] = "";

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (i > 0)
			strcat(found, " ");
		strncat(found, c->text + token->at_b, token->end_b - token->at_b);
	}
	if (!CHECK(strcmp(found, c->tokens) == 0))
		fprintf(stderr, "\t%s\n\twanted %s\n\tfound  %s\n", c->text, c->tokens, found);
	nx_article_free(a);
}

static void
check_kinds(void)
{
	static const char text[] = "Roy paid $ 1,000 to @roy via http://a.org or r@a.org, \"Hi\" 3.5 5th";
	static const NxTokenKind kinds[] = {
		NX_TOKEN_WORD, NX_TOKEN_WORD, NX_TOKEN_SYMBOL, NX_TOKEN_NUMBER,
		NX_TOKEN_WORD, NX_TOKEN_HANDLE, NX_TOKEN_WORD, NX_TOKEN_URL, NX_TOKEN_WORD,
		NX_TOKEN_EMAIL, NX_TOKEN_PUNCTUATION, NX_TOKEN_MARK, NX_TOKEN_WORD,
		NX_TOKEN_MARK, NX_TOKEN_NUMBER, NX_TOKEN_WORD
	};
	NxArticle  *a = check_read(text);

	CHECK(a->tokens.count == sizeof(kinds) / sizeof(kinds[0]));
	for (uint32_t i = 0; i < a->tokens.count; i++)
		CHECK(nx_token_at(a, i)->kind == kinds[i]);
	nx_article_free(a);
}

static void
check_cases(void)
{
	static const char text[] = "said Roy USA U.S. iPhone McDonald Coca-Cola 5 J. \xC3\x89lan O'Neill";
	static const NxCase cased[] = {
		NX_CASE_LOWER, NX_CASE_CAPITAL, NX_CASE_UPPER, NX_CASE_UPPER,
		NX_CASE_MIXED, NX_CASE_MIXED, NX_CASE_CAPITAL, NX_CASE_NONE,
		NX_CASE_CAPITAL, NX_CASE_CAPITAL, NX_CASE_CAPITAL
	};
	NxArticle  *a = check_read(text);

	CHECK(a->tokens.count == sizeof(cased) / sizeof(cased[0]));
	for (uint32_t i = 0; i < a->tokens.count; i++)
		CHECK(nx_token_at(a, i)->letters == cased[i]);
	nx_article_free(a);
}

/* The hashes of the scanner are those of nx_form_hash(). */
static void
check_forms(void)
{
	static const char text[] = "Said SAID 1987 Caf\xC3\xA9 \xE2\x80\x9CX\xE2\x80\x9D \"X\" "
		"&quot;X&quot; ``X'' Xi\xE2\x80\x99s \xD0\x9C\xD0\xB8\xD1\x80 t\xE2\x80\x8Bwo two";
	NxArticle  *a = check_read(text);

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		CHECK(token->form == nx_form_hash(text + token->at_b, token->end_b - token->at_b));
	}
	CHECK(nx_token_at(a, 0)->form == nx_token_at(a, 1)->form);
	CHECK(nx_token_at(a, 0)->exact != nx_token_at(a, 1)->exact);
	CHECK(nx_token_at(a, 4)->form == nx_token_at(a, 7)->form);
	CHECK(nx_token_at(a, 4)->form == nx_token_at(a, 10)->form);
	CHECK(nx_token_at(a, 4)->form == nx_token_at(a, 13)->form);
	CHECK(nx_token_is(a, 13, "\""));
	CHECK(nx_token_is(a, 17, "'s"));
	CHECK(nx_token_is(a, 18, "\xD0\xBC\xD0\xB8\xD1\x80"));
	CHECK(nx_token_at(a, 19)->form == nx_token_at(a, 20)->form);
	nx_article_free(a);
}

static void
check_flags(void)
{
	static const char text[] = "One, two\nthree\r\n\r\nfour Dr. \n \n five";
	NxArticle  *a = check_read(text);

	CHECK(nx_token_at(a, 0)->flags & NX_BLANK_BEFORE);
	CHECK(!(nx_token_at(a, 1)->flags & NX_SPACE_BEFORE));
	CHECK(nx_token_at(a, 2)->flags & NX_SPACE_BEFORE);
	CHECK(nx_token_at(a, 3)->flags & NX_LINE_BEFORE);
	CHECK(!(nx_token_at(a, 3)->flags & NX_BLANK_BEFORE));
	CHECK(nx_token_at(a, 4)->flags & NX_BLANK_BEFORE);
	CHECK(nx_token_at(a, 5)->flags & NX_ABBREVIATED);
	CHECK(nx_token_at(a, 6)->flags & NX_BLANK_BEFORE);
	nx_article_free(a);
}

/* Long tokens are cut at borders of characters; nothing is lost. */
static void
check_long(void)
{
	static char text[100001];
	NxArticle  *a;
	uint32_t	end_b = 0;

	for (size_t i = 0; i + 3 <= 100000; i += 3)
		memcpy(text + i, "\xE4\xB8\xAD", 3);
	a = check_read(text);
	CHECK(a->tokens.count > 10 && a->tokens.count < 100);
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		CHECK(nx_token_at(a, i)->at_b == end_b);
		end_b = nx_token_at(a, i)->end_b;
		CHECK(end_b % 3 == 0);
	}
	CHECK(end_b == strlen(text));
	nx_article_free(a);
}

/* A word behind an address has its entry, wherever the text is polled. */
static void
check_behind_address(void)
{
	char		text[2200];

	for (uint32_t n = 2000; n < 2100; n++)
	{
		NxArticle  *a;

		memset(text, 'a', n);
		for (uint32_t i = 1; i < n; i += 2)
			text[i] = ' ';
		strcpy(text + n, " x+y+z@b.org said");
		a = check_read(text);
		CHECK(nx_token_at(a, a->tokens.count - 1)->word.flags != 0);
		nx_article_free(a);
	}
}

/* Many signs without space are a few tokens; a word or a space begins anew. */
static void
check_signs(void)
{
	static const char *const units[] = {"([{;", "\"", ",", "\x80\x81", "&#", "/\\"};
	char		text[4001];

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
	{
		NxArticle  *a;

		for (size_t at = 0; at < 4000; at++)
			text[at] = units[i][at % strlen(units[i])];
		memcpy(text + 2000, "word ", 5);
		text[4000] = '\0';
		a = check_read(text);
		if (!CHECK(a->tokens.count < 50))
			fprintf(stderr, "%s: %u tokens\n", units[i], a->tokens.count);
		CHECK(nx_token_at(a, a->tokens.count - 1)->end_b == 4000);
		nx_article_free(a);
	}
}

int
main(void)
{
	check_signs();
	check_behind_address();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(&cases[i]);
	check_kinds();
	check_cases();
	check_forms();
	check_flags();
	check_long();
	return check_end();
}
