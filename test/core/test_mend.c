/*
 * test_mend.c
 *		What grammar mends in an attribution as a model would propose it: the
 *		words of cue, source and content are put in by hand.
 */
#include "check.h"
#include "nx_attribution.h"
#include "nx_core.h"
#include "nx_reader.h"

typedef struct Case
{
	const char *text;
	const char *source;
	const char *cue;
	const char *content;		/* pieces, "~" between them */
	const char *mended;			/* "source | cue | content | content", "" when dropped */
} Case;

static const Case cases[] = {
	/* an aside parts one clause: case 34 */
	{"The river, Finch said, would rise by Friday.", "Finch", "said", "would rise by Friday",
	"Finch | said | The river | would rise by Friday"},
	{"But the river, Finch said on Monday, would rise.", "Finch", "said", "would rise",
	"Finch | said | the river | would rise"},
	{"The levee held, Finch said, and it will hold again.", "Finch", "said", "The levee held",
	"Finch | said | The levee held | and it will hold again"},
	{"On Friday, Finch said, \"We won the vote.\"", "Finch", "said", "\"We won the vote.\"",
	"Finch | said | \"We won the vote.\""},
	{"On Friday, Finch said the river would rise.", "Finch", "said", "the river would rise",
	"Finch | said | the river would rise"},
	/* where a content begins and ends, and where a cue and a source do */
	{"They argue that the wall leaks and recommend that it be closed.", "They", "argue",
		"that the wall leaks and recommend that it be closed",
	"They | argue | that the wall leaks"},
	{"They hope that the wall will hold, and they plan to leave.", "They", "hope",
		"that the wall will hold, and they plan to leave",
	"They | hope | that the wall will hold"},
	{"The court heard of a barrier which Finch said was unsafe.", "a barrier which Finch",
	"said", "was unsafe", "Finch | said | was unsafe"},
	{"The owner today told the thief that he forgave him.", "The owner today", "told",
	"that he forgave him", "The owner | told | that he forgave him"},
	{"Finch told the court McGlone had been \"asleep\".", "Finch", "told",
		"the court McGlone had been \"asleep\"",
	"Finch | told | McGlone had been \"asleep\""},
	{"Finch went on to say that the wall is safe.", "Finch", "went on to say",
	"that the wall is safe", "Finch | went on to say | that the wall is safe"},
	{"Finch said of the wall that it is safe.", "Finch", "said of", "that it is safe",
	"Finch | said of | that it is safe"},
	{"Finch pointed out that the wall is safe.", "Finch", "pointed out", "that the wall is safe",
	"Finch | pointed out | that the wall is safe"},
	{"Finch went on to call the wall \"a shame\".", "Finch", "went on to call",
	"the wall \"a shame\"", "Finch | went on to call | the wall \"a shame\""},
	{"Finch said on Friday during a meeting that the wall is safe.", "Finch", "said",
		"on Friday during a meeting that the wall is safe",
	"Finch | said | that the wall is safe"},
	{"\"Yes,\" they answered before Finch called for order.", "Finch", "called for",
	"\"Yes,\" ~ order", "Finch | called for | order"},
	{"\"Salt?\" he asked our man.", "he", "asked", "\"Salt?\" ~ our man",
	"he | asked | \"Salt?\""},
	{"Finch accused of telling lies.", "Finch", "accused of", "telling lies",
	"accused of | telling lies"},
	{"Finch said it was \"a bridge,\" but the panel attached no conditions.", "Finch", "said",
		"it was \"a bridge,\" but the panel attached no conditions",
	"Finch | said | it was \"a bridge,\""},
	{"He had a shot Ann Finch described as \"a miracle\".", "a shot Ann Finch", "described",
	"\"a miracle\"", "Ann Finch | described | \"a miracle\""},
	{"\"It leaks,\" Finch said in Welsh, meaning \"it drips\".", "Finch", "said",
	"\"It leaks,\" ~ \"it drips\"", "Finch | said | \"It leaks,\""},
	{"\"It leaks,\" said Ann Finch, from the stove.", "Ann Finch", "said",
	"\"It leaks,\" ~ from the stove", "Ann Finch | said | \"It leaks,\""},
	/* no reports */
	{"The wall will go, said Finch on Monday (Nov 6).", "Finch", "said", "on Monday (Nov 6)", ""},
	{"The valve was chosen because \"it holds everything\".", "", "was chosen",
	"because \"it holds everything\"", ""},
	{"The valves were new, it was claimed by Finch.", "Finch", "was claimed", "it", ""},
	{"The sign read \"Keep out of here\".", "The sign", "read", "\"Keep out of here\"", ""},
};

/* The tokens of words of the text; an empty range for none. */
static NxRange
find_words(const NxArticle *a, const char *text, const char *words)
{
	const char *at = strstr(text, words);
	NxRange		range = {0, 0};

	if (*words == '\0' || at == NULL)
		return range;
	while (nx_token_at(a, range.first)->at_b < (size_t) (at - text))
		range.first++;
	range.end = range.first;
	while (range.end < a->tokens.count &&
		   nx_token_at(a, range.end)->end_b <= (size_t) (at - text) + strlen(words))
		range.end++;
	return range;
}

/* The places of words with " ~ " between them; returns how many there are. */
static uint32_t
find_pieces(const NxArticle *a, const char *text, const char *words, NxRange *pieces)
{
	uint32_t	count = 0;
	char		piece[128];

	while (words != NULL)
	{
		const char *gap = strstr(words, " ~ ");
		size_t		length = gap != NULL ? (size_t) (gap - words) : strlen(words);

		memcpy(piece, words, length);
		piece[length] = '\0';
		pieces[count++] = find_words(a, text, piece);
		words = gap != NULL ? gap + 3 : NULL;
	}
	return count;
}

static void
append_words(char *out, NxArticle *a, NxRange range)
{
	NxString	words = nx_range_text(a, range);

	if (words.bytes == NULL)
		return;
	if (*out != '\0')
		strcat(out, " | ");
	strncat(out, words.bytes, words.length_b);
}

static void
propose(NxArticle *a, const char *text, const char *source, const char *cue, const char *content)
{
	NxAttribution attribution = {.continues = NX_NONE, .rule = "model", .confidence = 200};

	attribution.source = find_words(a, text, source);
	attribution.cue = find_words(a, text, cue);
	attribution.piece_count = find_pieces(a, text, content, attribution.pieces);
	*nx_push(&a->arena, &a->attributions) = attribution;
}

static void
check_case(NxReader *reader, const Case *wanted)
{
	NxArticle  *a;
	uint32_t	first;
	char		found[512] = "";

	if (nx_article_read(reader, &check_host, wanted->text, strlen(wanted->text), &a) != NX_OK)
		exit(2);
	first = a->attributions.count;
	propose(a, wanted->text, wanted->source, wanted->cue, wanted->content);
	nx_mend_read(a, first);
	for (; first < a->attributions.count; first++)
	{
		const NxAttribution *mended = &a->attributions.items[first];

		append_words(found, a, mended->source);
		append_words(found, a, mended->cue);
		for (uint32_t p = 0; p < mended->piece_count; p++)
			append_words(found, a, mended->pieces[p]);
	}
	if (!CHECK(strcmp(found, wanted->mended) == 0))
		fprintf(stderr, "  text   %s\n  wanted %s\n  found  %s\n", wanted->text, wanted->mended,
				found);
	nx_article_free(a);
}

/* The source of a participle in front is told behind it. */
static void
test_front(NxReader *reader)
{
	static const char text[] = "Claiming that it is safe, Finch said the wall would stand.";
	NxArticle  *a;
	uint32_t	first;

	if (nx_article_read(reader, &check_host, text, strlen(text), &a) != NX_OK)
		exit(2);
	first = a->attributions.count;
	propose(a, text, "", "Claiming", "that it is safe");
	propose(a, text, "Finch", "said", "the wall would stand");
	nx_mend_read(a, first);
	CHECK(a->attributions.count == first + 2);
	CHECK(a->attributions.items[first].source.first == a->attributions.items[first + 1].source.first);
	CHECK(!nx_range_is_empty(a->attributions.items[first].source));
	nx_article_free(a);
}

int
main(void)
{
	NxReader   *reader;

	if (nx_reader_create(&check_host, &reader) != NX_OK)
		return 2;
	reader->attribution = NULL;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(reader, &cases[i]);
	test_front(reader);
	nx_reader_free(reader);
	return check_end();
}
