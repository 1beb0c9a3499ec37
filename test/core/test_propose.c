/*
 * test_propose.c
 *		What the attribution models find in plain sentences, and how sentences
 *		become units.
 */
#include "check.h"
#include "nx_propose.h"

#define LQ	"\xE2\x80\x9C"
#define RQ	"\xE2\x80\x9D"

typedef struct Case
{
	const char *text;
	const char *found;			/* "cue|source|piece|piece", one a line */
} Case;

static const Case cases[] = {
	{"The harbour was closed for two days. Finch said that the river would rise by Friday.",
	"said|Finch|that the river would rise by Friday\n"},
	{"The harbour was closed. The river would rise by Friday, according to Finch.",
	"according to|Finch|The river would rise by Friday\n"},
	{LQ "The vote," RQ " Ruth Amsel said, " LQ "was never close." RQ,
	"said|Ruth Amsel|" LQ "The vote," RQ "|" LQ "was never close." RQ "\n"},
	{"Finch told reporters on Monday that she had never signed the contract.",
	"told|Finch|that she had never signed the contract\n"},
	{"Ruth Amsel (R-Calif.) said that the road was closed.",
	"said|Ruth Amsel (R-Calif.)|that the road was closed\n"},
	{"The council met on Monday. The road was repaired in spring.", ""},
	{"", ""}
};

/* Append bytes of the text to a string of limited room. */
static void
append(char *out, size_t room, const NxArticle *a, NxRange range, char end)
{
	NxSpan		span = nx_range_span(a, range);
	size_t		length = strlen(out);

	snprintf(out + length, room - length, "%.*s%c", (int) (span.end_b - span.at_b),
			 a->text + span.at_b, end);
}

static void
test_case(const Case *c)
{
	NxArticle  *a = check_read(c->text);
	char		found[1024] = "";

	for (uint32_t k = 0; k < a->attributions.count; k++)
	{
		const NxAttribution *x = &a->attributions.items[k];

		append(found, sizeof(found), a, x->cue, '|');
		append(found, sizeof(found), a, x->source, '|');
		for (uint32_t p = 0; p < x->piece_count; p++)
			append(found, sizeof(found), a, x->pieces[p], p + 1 < x->piece_count ? '|' : '\n');
	}
	if (!CHECK(strcmp(found, c->found) == 0))
		fprintf(stderr, "found:\n%swanted:\n%s", found, c->found);
	nx_article_free(a);
}

/* The article as one slab. */
static NxProposal *
propose(NxArticle *a)
{
	NxProposal *p = nx_proposal_make(a);

	nx_proposal_fill(p, (NxRange) {0, a->sentences.count});
	return p;
}

/* Marks hold sentences together; every token is one cell. */
static void
test_units(void)
{
	NxArticle  *a = check_read(LQ "We began at dawn. By noon it was gone," RQ
							   " Hartmann said. Nobody slept.");
	NxProposal *p = propose(a);
	uint32_t	cells = 0;

	CHECK(a->sentences.count == 3);
	CHECK(p->units.count == 2);
	for (uint32_t u = 0; u < p->units.count; u++)
		for (uint32_t i = p->units.items[u].cells.first; i < p->units.items[u].cells.end; i++)
			CHECK(p->cells[i].token == cells++);
	CHECK(cells == a->tokens.count);
	CHECK(p->cells[p->units.items[0].cells.first].place == NX_PLACE_OPEN);
	CHECK(!p->units.items[0].is_quoted);
	nx_article_free(a);
}

/* A sentence without end is cut, and is still read. */
static void
test_endless(void)
{
	enum {WORDS = 3000};
	static char text[WORDS * 5 + 1];
	NxArticle  *a;
	NxProposal *p;

	for (int i = 0; i < WORDS; i++)
		memcpy(text + 5 * i, "said ", 5);
	a = check_read(text);
	p = propose(a);
	for (uint32_t u = 0; u < p->units.count; u++)
		CHECK(p->units.items[u].cells.end - p->units.items[u].cells.first <= NX_MAX_UNIT);
	nx_article_free(a);
}

/* Of a long text: what all slabs together hold, and where they end. */
static void
test_slabs(void)
{
	static const char paragraphs[] =
		"The mayor, Ruth Amsel, said on Monday that the bridge was closed:\n\n"
		"\"It is not safe, and nobody may cross it.\"\n\n"
		"\"We will wait for the engineers,\" she added.\n\n";
	enum {TIMES = 400, LENGTH = sizeof(paragraphs) - 1};
	static char text[TIMES * LENGTH + 1];
	NxArticle  *a;
	NxRange		slab = {0, 0};
	uint32_t	count = 0;

	for (int i = 0; i < TIMES; i++)
		memcpy(text + i * LENGTH, paragraphs, LENGTH);
	a = check_read(text);
	for (slab = nx_slab_at(a, 0); !nx_range_is_empty(slab); slab = nx_slab_at(a, slab.end))
	{
		uint32_t	next = slab.end;

		count++;
		CHECK(next == a->sentences.count ||
			  (a->sentences.items[next].paragraph % 3 == 0 &&
			   a->sentences.items[next - 1].paragraph % 3 == 2));
	}
	CHECK(slab.first == a->sentences.count && count > 2);
	CHECK(a->attributions.count % TIMES == 0 && a->attributions.count > 0);
	for (uint32_t n = a->attributions.count / TIMES; n < a->attributions.count; n++)
	{
		const NxAttribution *here = &a->attributions.items[n];
		const NxAttribution *before = here - a->attributions.count / TIMES;

		CHECK(here->confidence == before->confidence && here->rule == before->rule);
		CHECK(here->cue.first - before->cue.first == a->tokens.count / TIMES ||
			  nx_range_is_empty(here->cue));
	}
	nx_article_free(a);
}

/* Features taken, as they were then and where they are to stand. */
typedef struct Taken
{
	uint32_t	count;
	const NxFeatures *rooms[NX_LINEAR_ROOMS];
	NxFeatures	copies[NX_LINEAR_ROOMS];
} Taken;

static void
take_features(void *state, uint32_t position, const NxFeatures *features)
{
	Taken	   *taken = state;
	uint32_t	room = taken->count++ % (NX_LINEAR_ROOMS);

	(void) position;
	taken->rooms[room] = features;
	taken->copies[room].count = features->count;
	memcpy(taken->copies[room].hashes, features->hashes,
		   features->count * sizeof(features->hashes[0]));
	for (uint32_t i = 0; i < NX_LINEAR_ROOMS && i < taken->count; i++)
		CHECK(taken->rooms[i]->count == taken->copies[i].count &&
			  memcmp(taken->rooms[i]->hashes, taken->copies[i].hashes,
					 taken->copies[i].count * sizeof(features->hashes[0])) == 0);
}

/* A walk turns at the cue, and yet no features give way before their time. */
static void
test_features_stand(void)
{
	NxArticle  *a = check_read("On Monday Ruth Amsel said the vote was never close. "
							   "The river would rise, Finch told the council in May, "
							   "adding that it was late. Nobody, he said, slept.");
	NxProposal *p = propose(a);
	NxWindow	w;

	nx_candidate_read(p, &nx_attribution_model.cue);
	CHECK(p->candidates.count >= 4);
	for (uint32_t k = 0; k < p->candidates.count; k++)
	{
		Taken		taken = {.count = 0};
		NxSink		sink;

		nx_argument_window(p, &p->candidates.items[k], &w);
		nx_sink_begin(&sink, take_features, &taken);
		nx_argument_walk(p, &p->candidates.items[k], &w, &sink);
		CHECK(taken.count == w.length - (w.cue.end - w.cue.first));
	}
	nx_article_free(a);
}

/* A row of the model has a confidence, however low: 0 stands for none. */
static void
test_confidences(void)
{
	for (uint32_t i = 0; i < NX_CONFIDENCES; i++)
	{
		CHECK(nx_attribution_model.confidence[i] > 0);
		CHECK(nx_attribution_model.confidence[i] <= 1000);
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_case(&cases[i]);
	test_units();
	test_endless();
	test_slabs();
	test_features_stand();
	test_confidences();
	return check_end();
}
