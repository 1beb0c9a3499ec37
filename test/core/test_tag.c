/*
 * test_tag.c
 *		Parts of speech: what is fixed by the word, what the sentence decides.
 */
#include "check.h"

/* Are these the tags of the text, one word each? */
static bool
has_tags(const char *text, const char *tags)
{
	NxArticle  *article = check_read(text);
	char		found[1024] = "";

	for (uint32_t i = 0; i < nx_article_token_count(article); i++)
	{
		NxTokenView view;

		nx_article_token(article, i, &view);
		if (i > 0)
			strcat(found, " ");
		strcat(found, view.tag);
	}
	nx_article_free(article);
	if (strcmp(found, tags) != 0)
		fprintf(stderr, "%s\n\twanted %s\n\tfound  %s\n", text, tags, found);
	return strcmp(found, tags) == 0;
}

static void
test_fixed(void)
{
	CHECK(has_tags("", ""));
	CHECK(has_tags("$5,000 (10%); #4!", "$ CD ( CD NN ) : # CD ."));
	CHECK(has_tags("\xE2\x80\x9CYes\xE2\x80\x9D \xE2\x80\x94 \"oh\" ...",
				   "'' UH '' : '' UH '' :"));
	CHECK(has_tags("http://example.org/a a.b@example.org", "NNP NNP"));
}

static void
test_possessive(void)
{
	CHECK(has_tags("The miners' lodge was closed.", "DT NNS POS NN VBD VBN ."));
	CHECK(has_tags("She read Okafor's letter.", "PRP VBD NNP POS NN ."));
}

static void
test_sentence(void)
{
	CHECK(has_tags("The council will vote on the plan.", "DT NN MD VB IN DT NN ."));
	CHECK(has_tags("She said the vote was lost.", "PRP VBD DT NN VBD VBN ."));
	CHECK(has_tags("Residents want to rebuild the wall quickly.",
				   "NNS VBP TO VB DT NN RB ."));
	CHECK(has_tags("Brask said that prices fell.", "NNP VBD IN NNS VBD ."));
	CHECK(has_tags("Her brother saw her.", "PRP$ NN VBD PRP ."));
}

int
main(void)
{
	test_fixed();
	test_possessive();
	test_sentence();
	return check_end();
}
