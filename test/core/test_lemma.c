/*
 * test_lemma.c
 *		Lemmas by table and by rule.
 */
#include "check.h"
#include "nx_lexicon.h"

static bool
is(const char *form, uint8_t tag, const char *lemma)
{
	return nx_lemma_form(form, strlen(form), nx_form_hash(form, strlen(form)), tag) ==
		nx_form_hash(lemma, strlen(lemma));
}

int
main(void)
{
	char		longest[4096];

	CHECK(is("said", NX_TAG_VBD, "say"));
	CHECK(is("Was", NX_TAG_VBD, "be"));
	CHECK(is("went", NX_TAG_VBD, "go"));
	CHECK(is("lives", NX_TAG_VBZ, "live"));
	CHECK(is("lives", NX_TAG_NNS, "life"));
	CHECK(is("hoped", NX_TAG_VBD, "hope"));
	CHECK(is("stopped", NX_TAG_VBD, "stop"));
	CHECK(is("stopping", NX_TAG_VBG, "stop"));
	CHECK(is("placed", NX_TAG_VBN, "place"));
	CHECK(is("visited", NX_TAG_VBN, "visit"));
	CHECK(is("called", NX_TAG_VBN, "call"));
	CHECK(is("freed", NX_TAG_VBN, "free"));
	CHECK(is("carried", NX_TAG_VBN, "carry"));
	CHECK(is("carries", NX_TAG_VBZ, "carry"));
	CHECK(is("watches", NX_TAG_VBZ, "watch"));
	CHECK(is("axes", NX_TAG_NNS, "axe"));
	CHECK(is("boxes", NX_TAG_NNS, "box"));
	CHECK(is("taxes", NX_TAG_NNS, "tax"));
	CHECK(is("women", NX_TAG_NNS, "woman"));
	CHECK(is("ministers", NX_TAG_NNS, "minister"));
	CHECK(is("campus", NX_TAG_NN, "campus"));
	CHECK(is("ing", NX_TAG_VBG, "ing"));
	CHECK(is("s", NX_TAG_NNS, "s"));
	CHECK(is("", NX_TAG_VBD, ""));
	memset(longest, 'a', sizeof(longest));
	CHECK(nx_lemma_form(longest, sizeof(longest), 7, NX_TAG_VBD) == 7);
	return check_end();
}
