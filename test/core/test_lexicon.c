/*
 * test_lexicon.c
 *		Lookups in the compiled lexicon: classes, sex, capitals, verbs, phrases.
 */
#include "check.h"
#include "nx_lexicon.h"

static uint32_t
form(const char *written)
{
	return nx_form_hash(written, strlen(written));
}

static const NxClasses *
classes(const char *written)
{
	return nx_word_classes(nx_lexicon_find(form(written)));
}

#define HAS_NAME(written, class)	((classes(written)->names & NX_IS(class)) != 0)
#define HAS_WORD(written, class)	((classes(written)->words & NX_IS(class)) != 0)

static NxWord
word(const char *written)
{
	return nx_lexicon_find(form(written));
}

static bool
lemma_is(const char *written, const char *lemma)
{
	const NxVerb *verb = nx_verb_find(form(written));

	return verb != NULL && verb->lemma == form(lemma) &&
		check_string_is(nx_verb_lemma(verb), lemma);
}

static void
test_words(void)
{
	CHECK(nx_lexicon_find(form("zqxv")).flags == 0);
	CHECK(classes("zqxv")->names == 0 && classes("zqxv")->words == 0);
	CHECK(HAS_WORD("said", SAY_CORE));
	CHECK(HAS_WORD("TOLD", TELL));
	CHECK(HAS_WORD("believes", THINK) && !HAS_WORD("believes", SAY_CORE));
	CHECK(HAS_WORD("planned", THINK));
	CHECK(HAS_WORD("ministers", ROLE) && HAS_WORD("ministers", PLURAL));
	CHECK(HAS_WORD("minister", ROLE_HEAD) && !HAS_WORD("minister", PLURAL));
	CHECK(HAS_WORD("spokespeople", SPOKES));
	CHECK(HAS_WORD("studies", DOCUMENT));
	CHECK(HAS_WORD("'s", POSSESSIVE));
	CHECK(HAS_WORD("\xE2\x80\x99s", POSSESSIVE));
	CHECK(HAS_WORD("n't", NOT));
	CHECK(HAS_WORD("he", HE) && HAS_WORD("he", SUBJECT));
	CHECK(HAS_WORD("declined", REFUSE));
}

static void
test_names(void)
{
	CHECK(HAS_NAME("Mary", FIRST_COMMON));
	CHECK(HAS_NAME("Smith", LAST_COMMON));
	CHECK(HAS_NAME("Calif.", STATE));
	CHECK(HAS_NAME("London", CITY_LARGE));
	CHECK(HAS_NAME("French", DEMONYM));
	CHECK(HAS_NAME("Reuters", OUTLET));
	CHECK(HAS_NAME("Inc.", ORG_SUFFIX));
	CHECK(HAS_NAME("Mrs.", TITLE));
	CHECK(HAS_NAME("September", MONTH) && HAS_NAME("Monday", DAY));
	CHECK(!HAS_NAME("he", LAST_KNOWN));
	CHECK(word("Mary").name_sex == NX_SEX_FEMALE);
	CHECK(word("James").name_sex == NX_SEX_MALE);
	CHECK(word("Taylor").name_sex == NX_SEX_UNKNOWN);
	CHECK(word("Mrs.").word_sex == NX_SEX_FEMALE);
	CHECK(word("chairman").word_sex == NX_SEX_MALE);
	CHECK(check_string_is(nx_demonym_country(form("French")), "France"));
	CHECK(check_string_is(nx_demonym_country(form("zqxv")), NULL));
}

static void
test_capitals(void)
{
	NxToken		token = {.word = nx_lexicon_find(form("who"))};

	CHECK(word("London").capital == NX_CAPITAL_ALWAYS);
	CHECK(word("the").capital == NX_CAPITAL_NEVER);
	CHECK(word("zqxv").capital == NX_CAPITAL_UNKNOWN);
	token.letters = NX_CASE_UPPER;
	CHECK(nx_token_names(&token) & NX_IS(ORG));
	token.letters = NX_CASE_CAPITAL;
	CHECK(!(nx_token_names(&token) & NX_IS(ORG)));
	token.letters = NX_CASE_LOWER;
	CHECK(!(nx_token_names(&token) & NX_IS(ORG)));
	CHECK(nx_token_words(&token) & NX_IS(WHO));
}

static void
test_verbs(void)
{
	CHECK(lemma_is("said", "say"));
	CHECK(lemma_is("denies", "deny"));
	CHECK(lemma_is("quipped", "quip"));
	CHECK(lemma_is("admitting", "admit"));
	CHECK(lemma_is("wrote", "write"));
	CHECK(nx_verb_find(form("said"))->mode == NX_MODE_SPEECH);
	CHECK(nx_verb_find(form("hopes"))->mode == NX_MODE_THOUGHT);
	CHECK(nx_verb_find(form("shows"))->mode == NX_MODE_EVIDENCE);
	CHECK(nx_verb_find(form("table")) == NULL);
}

/* Tokens of "written" that the longest phrase of these names takes. */
static uint32_t
phrase_length(const char *written, uint64_t names)
{
	NxArticle  *a = check_read(written);
	NxClasses	wanted = {names, 0, 0};
	NxRange		within = {0, a->tokens.count};
	uint32_t	end = nx_phrase_longest(a, within, &wanted, NULL);

	nx_article_free(a);
	return end;
}

static void
test_phrases(void)
{
	CHECK(phrase_length("World Health Organization officials", NX_IS(ORG)) == 3);
	CHECK(phrase_length("World Health officials", NX_IS(ORG)) == 0);
	CHECK(phrase_length("United States of America and", NX_IS(COUNTRY)) == 4);
	CHECK(phrase_length("United States of Bavaria", NX_IS(COUNTRY)) == 2);
	CHECK(phrase_length("Deputy Prime Minister Roy", NX_IS(TITLE)) == 3);
	CHECK(phrase_length("Prime Minister", NX_IS(COUNTRY)) == 0);
	CHECK(phrase_length("zqxv zqxv", ~UINT64_C(0)) == 0);
	CHECK(nx_phrase_begin(form("zqxv"), word("zqxv")) == 0);
	CHECK(nx_phrase_step(0, form("of")) == 0);
	CHECK(nx_phrase_classes(0) == NULL);
}

int
main(void)
{
	test_words();
	test_names();
	test_capitals();
	test_verbs();
	test_phrases();
	return check_end();
}
