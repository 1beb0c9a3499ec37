/*
 * test_mark.c
 *		Stretches between quotation marks: where they begin and end, how they
 *		nest, which go on over paragraphs.
 */
#include "check.h"
#include "nx_core.h"

typedef struct Case
{
	const char *text;

	/*
	 * The stretches in their order, separated by "|": depth in digits, "c"
	 * when it continues, "u" when it is unclosed, then the words as written.
	 */
	const char *stretches;
} Case;

#define LQ	"\xE2\x80\x9C"
#define RQ	"\xE2\x80\x9D"
#define LS	"\xE2\x80\x98"
#define RS	"\xE2\x80\x99"
#define LOW	"\xE2\x80\x9E"
#define LG	"\xC2\xAB"
#define RG	"\xC2\xBB"

static const Case cases[] = {
	/* every family of marks */
	{"\"The dam holds,\" said Ottoline Brask.", "0 \"The dam holds,\""},
	{LQ "We lost the wing," RQ " Brask said.", "0 " LQ "We lost the wing," RQ},
	{LG "No comment," RG " said Brask.", "0 " LG "No comment," RG},
	{LOW "It is done," RQ " said Brask.", "0 " LOW "It is done," RQ},
	{LOW "It is done," LQ " said Brask.", "0 " LOW "It is done," LQ},
	{"``We start on Monday,'' Brask said.", "0 ``We start on Monday,''"},
	{"''We start on Monday,'' Brask said.", "0 ''We start on Monday,''"},
	{"&quot;Fine,&quot; said&nbsp;Brask.", "0 &quot;Fine,&quot;"},
	/* single marks and apostrophes */
	{"'They don't know the miners' lodge isn't theirs,' said Enid.",
	"0 'They don't know the miners' lodge isn't theirs,'"},
	{"In the '90s the 6' 4\" keeper said he 'never doubted it'.", "0 'never doubted it'"},
	{LS "It" RS "s the drivers" RS " fault," RS " Enid said.",
	"0 " LS "It" RS "s the drivers" RS " fault," RS},
	{"the miners' lodge and the drivers' fault", ""},
	{"Give 'em the lodge, 'cause it's ours.", ""},
	{"He called it a 'farce' twice.", "0 'farce'"},
	/* stray, mixed, missing marks */
	{"The 12\" pipe burst, Brask said: \"Nobody was hurt.\"", "0 \"Nobody was hurt.\""},
	{"\"The ferry sailed early," RQ " Brask said.", "0 \"The ferry sailed early," RQ},
	{"Brask said: \"We will appeal", "0u \"We will appeal"},
	{"The " LQ "plan was dropped. Later Brask said, " LQ "It cost too much." RQ,
	"0 " LQ "It cost too much." RQ},
	/* paragraphs that were joined: each opens, the last one closes */
	{"\"We were slow,\" said Dov. \"I told them nothing. \"They came back fighting.\" He left.",
	"0 \"We were slow,\"|0u \"I told them nothing.|0c \"They came back fighting.\""},
	{"He sat. \"You think: 'Not again.' \"Then you stand up. You see.\"",
	"0u \"You think: 'Not again.'|1 'Not again.'|0c \"Then you stand up. You see.\""},
	{"He smiled. " LQ "It rained. " LQ "It snowed, too. " LQ "It is over." RQ,
	"0u " LQ "It rained.|0cu " LQ "It snowed, too.|0c " LQ "It is over." RQ},
	{LQ "We go," LQ " he said, " LQ "at dawn." LQ,
	"0 " LQ "We go," LQ "|0 " LQ "at dawn." LQ},
	{"\"Yes,\" \"No,\" and \"Maybe,\" they said.", "0 \"Yes,\"|0 \"No,\"|0 \"Maybe,\""},
	/* nesting */
	{"\"She told me 'leave the keys' and drove off,\" said Dov.",
	"0 \"She told me 'leave the keys' and drove off,\"|1 'leave the keys'"},
	{"\"He shouted 'stop and I ran,\" Hartmann said.", "0 \"He shouted 'stop and I ran,\""},
	{LQ "As the saying goes, " LS "when it rains" RS ". " RQ " He left.",
	"0 " LQ "As the saying goes, " LS "when it rains" RS ". " RQ "|1 " LS "when it rains" RS},
	{"'He said \"no\" to the miners' lodge,' said Enid.",
	"0 'He said \"no\" to the miners' lodge,'|1 \"no\""},
	/* paragraphs */
	{LQ "We began at dawn.\n\n" LQ "No one slept," RQ " said Hartmann.",
	"0u " LQ "We began at dawn.|0c " LQ "No one slept," RQ},
	{LQ "We began." RQ "\n\n" LQ "No one slept," RQ " said Hartmann.",
	"0 " LQ "We began." RQ "|0 " LQ "No one slept," RQ},
	{"It was \"odd.\n\nNothing else.", ""},
	/* not enough for a stretch */
	{"\"\" and ' '", ""},
};

static void
write_stretch(const NxArticle *a, uint32_t s, char *out)
{
	const NxStretch *stretch = &a->stretches.items[s];
	NxSpan		span = nx_range_span(a, stretch->tokens);

	sprintf(out + strlen(out), "%s%u%s%s %.*s", s > 0 ? "|" : "", stretch->depth,
			stretch->continues ? "c" : "", stretch->is_closed ? "" : "u",
			(int) (span.end_b - span.at_b), a->text + span.at_b);
}

static void
check_case(const Case *wanted)
{
	NxArticle  *a = check_read(wanted->text);
	char		found[1024] = "";

	for (uint32_t s = 0; s < a->stretches.count; s++)
		write_stretch(a, s, found);
	if (!CHECK(strcmp(found, wanted->stretches) == 0))
		fprintf(stderr, "  text   %s\n  wanted %s\n  found  %s\n", wanted->text,
				wanted->stretches, found);
	nx_article_free(a);
}

/* Stretches nest: an inner one lies wholly in its parent. */
static void
check_nesting(const char *text, size_t length_b)
{
	NxArticle  *a = check_read_bytes(text, length_b);
	bool		is_nested = true;

	for (uint32_t s = 0; s < a->stretches.count; s++)
	{
		const NxStretch *inner = &a->stretches.items[s];
		const NxStretch *outer;

		if (inner->parent == NX_NONE)
			continue;
		outer = &a->stretches.items[inner->parent];
		is_nested = is_nested && inner->parent < s && inner->depth == outer->depth + 1 &&
			outer->tokens.first < inner->tokens.first && inner->tokens.end <= outer->tokens.end;
	}
	CHECK(is_nested);
	nx_article_free(a);
}

/* Texts of random marks, words and breaks. */
static void
check_random(void)
{
	static const char *const parts[] = {
		"\"", LQ, RQ, LS, RS, "'", " ", " ", "word", "his", ",", ".", "\n\n", "''", "``", LG, RG, "5",
	};
	uint32_t	seed = 7;
	char		text[600];

	for (uint32_t n = 0; n < 3000; n++)
	{
		text[0] = '\0';
		for (uint32_t i = 0; i < 60; i++)
		{
			seed = seed * 1664525u + 1013904223u;
			strcat(text, parts[(seed >> 16) % (sizeof(parts) / sizeof(parts[0]))]);
		}
		check_nesting(text, strlen(text));
	}
}

/* A hundred thousand marks that never close. */
static void
check_many(const char *mark)
{
	size_t		length_b = strlen(mark);
	char	   *text = malloc(100000 * length_b);

	for (size_t i = 0; i < 100000; i++)
		memcpy(text + i * length_b, mark, length_b);
	check_nesting(text, 100000 * length_b);
	free(text);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(&cases[i]);
	check_random();
	check_many(" \"a");
	check_many(" 'a");
	check_many(LQ);
	check_many("a' 'b\" ");
	return check_end();
}
