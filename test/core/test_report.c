/*
 * test_report.c
 *		Attributions by rule alone: the models are taken out of the reader.
 */
#include "check.h"
#include "nx_core.h"
#include "nx_reader.h"

typedef struct Case
{
	const char *text;
	const char *rows;			/* "kind: source | cue | content", one a line */
} Case;

static const Case cases[] = {
	/* all orders of marks, cue and source */
	{"\"The pumps are new,\" Ivo Lund said.", "direct: Ivo Lund | said | The pumps are new,\n"},
	{"\"The pumps are new,\" said Ivo Lund, who has run the plant since 1998.",
	"direct: Ivo Lund, who has run the plant since 1998 | said | The pumps are new,\n"},
	{"Ivo Lund said: \"The pumps are new.\"", "direct: Ivo Lund | said | The pumps are new.\n"},
	{"\"The vote,\" Lund said, \"was never close.\"",
	"direct: Lund | said | The vote, was never close.\n"},
	{"\"The vote was never close,\" Lund said. \"We had the numbers.\"",
	"direct: Lund | said | The vote was never close, We had the numbers.\n"},
	{"Lund put it plainly: \"We lost.\"", "direct: Lund | put it | We lost.\n"},
	{"\"It will rain on us.\" - Coach Bea Lindqvist",
	"direct: Coach Bea Lindqvist | - | It will rain on us.\n"},
	{"\"Never again\" was Lund's answer.", "direct: Lund | answer | Never again\n"},
	/* paragraphs */
	{"\"We began at dawn,\" Lund said.\n\n\"It was over in May.\"",
	"direct: Lund | said | We began at dawn, // It was over in May.\n"},
	{"\"We began at dawn.\n\n\"By noon the bridge was gone.\n\n\"No one slept,\" said Lund.",
	"direct: Lund | said | We began at dawn. // By noon the bridge was gone. // No one slept,\n"},
	{"Lund said: \"It is late.\n\n\"It may go on,\" he added.",
	"direct: Lund | said | It is late. // It may go on,\n"},
	{"\"Yes,\" \"No\" and \"Maybe,\" three deacons answered in turn.",
	"direct: three deacons | answered | Yes, \"No\" and \"Maybe,\"\n"},
	{"\"We began at dawn.\n\n\"Nonsense,\" said Ruth Amsel.",
	"direct: - | - | We began at dawn.\ndirect: Ruth Amsel | said | Nonsense,\n"},
	{"Lund said the river would rise by Friday.\n\n\"It will take the lower road.\"",
	"indirect: Lund | said | the river would rise by Friday\n"
	"direct: - | - | It will take the lower road.\n"},
	{"Lund does not believe it. \u201CThe minister came. He said, \u2018You will all have work.\u2019 I laughed.\u201D",
	"direct: - | - | The minister came. He said, \u2018You will all have work.\u2019 I laughed.\n"
	"direct: He | said | You will all have work.\n"},
	/* clauses; a headline's verb that looks like a noun */
	{"President rules out strike claims by Tarnland, saying Norholm is a victim of theft itself.",
	"indirect: President | saying | Norholm is a victim of theft itself\n"},
	{"Lund said on Friday in Tarn that the river would rise.",
	"indirect: Lund | said | that the river would rise\n"},
	{"The river, Lund said, would rise by Friday.",
	"indirect: Lund | said | The river would rise by Friday\n"},
	{"Cocoa futures, Hollis analysts wrote in a note, are likely to have peaked.",
	"indirect: Hollis analysts | wrote | Cocoa futures are likely to have peaked\n"},
	{"Previous estimates, the authors write, relied on short cores.",
	"indirect: the authors | write | Previous estimates relied on short cores\n"},
	{"The valves were \"perfect\", it was claimed by Ivo Lund.",
	"mixed: Ivo Lund | was claimed | The valves were \"perfect\"\n"},
	{"It was claimed by Ivo Lund that the pumps were new.",
	"indirect: Ivo Lund | was claimed | that the pumps were new\n"},
	{"The river would rise by Friday, Lund said.",
	"indirect: Lund | said | The river would rise by Friday\n"},
	{"According to Lund, the river will rise.",
	"indirect: Lund | According to | the river will rise\n"},
	{"The river will rise, according to Lund.",
	"indirect: Lund | according to | The river will rise\n"},
	{"Lund said the wall is safe, but the council closed the road.",
	"indirect: Lund | said | the wall is safe\n"},
	{"Lund said the river was \"a beast\" that no wall could hold.",
	"mixed: Lund | said | the river was \"a beast\" that no wall could hold\n"},
	{"Lund promised to rebuild the wall.", "indirect: Lund | promised | to rebuild the wall\n"},
	{"Lund urged fishers not to sail.", "indirect: Lund | urged | fishers not to sail\n"},
	{"The minister, Sani Danladi, appealed to the workers to leave.",
	"indirect: The minister, Sani Danladi, | appealed | to the workers to leave\n"},
	{"Reacting, the minister said that the road was closed.",
	"indirect: the minister | said | that the road was closed\n"},
	{"He never signed the paper, his lawyer, Jane Doe, said.",
	"indirect: his lawyer, Jane Doe, | said | He never signed the paper\n"},
	{"The roof leaks every night, say the tenants.",
	"indirect: the tenants | say | The roof leaks every night\n"},
	{"The court heard of a barrier which Lund said was unsafe.",
	"indirect: Lund | said | which was unsafe\n"},
	{"Lisa Chen reckons she has lost the house.",
	"indirect: Lisa Chen | reckons | she has lost the house\n"},
	{"Lund told the court McGlone had been asleep.",
	"indirect: Lund | told | McGlone had been asleep\n"},
	{"MANAMA: The terminal will open in May, Lund said.",
	"indirect: Lund | said | The terminal will open in May\n"},
	{"Lund asked whether the wall would stand.",
	"indirect: Lund | asked | whether the wall would stand\n"},
	{"Su Lin, president of the institute, said the wall is safe.",
	"indirect: Su Lin, president of the institute, | said | the wall is safe\n"},
	{"Lund said the pumps were new, adding that every valve had been tested.",
	"indirect: Lund | said | the pumps were new\n"
	"indirect: Lund | adding | that every valve had been tested\n"},
	{"While Lund said the wall is safe, the council closed the road.",
	"indirect: Lund | said | the wall is safe\n"},
	/* no reports */
	{"The so-called \"miracle\" valve failed again.", ""},
	{"The sign read \"Keep out\".", ""},
	{"After the rain came, Lund went home.", ""},
	{"I think the wall is safe.", ""},
};

/* Layouts without marks need an article around them. */
static const Case layouts[] = {
	{"Council meets\n\nNADAR: We will vote at noon.\n\nROY: I object.\n",
	"direct: NADAR | - | We will vote at noon.\ndirect: ROY | - | I object.\n"},
	{"Talk\n\nQ: Are you leaving?\n\nA: Not yet.\n",
	"direct: Q | - | Are you leaving?\ndirect: A | - | Not yet.\n"},
	{"Port\n\n@p_nadar: The port stays ours.\n", "direct: @p_nadar | - | The port stays ours.\n"},
	{"Port\n\nUPDATE: the road is open.\n", ""},
};

static NxReader *
rule_reader(void)
{
	static NxReader *reader;

	if (reader == NULL)
	{
		if (nx_reader_create(&check_host, &reader) != NX_OK)
			exit(2);
		reader->attribution = NULL;
	}
	return reader;
}

static void
write_string(char *out, NxString string)
{
	if (string.bytes == NULL)
		strcat(out, "-");
	else
		strncat(out, string.bytes, string.length_b);
}

/* Content on one line: a blank line is written as "//". */
static void
write_content(char *out, NxString content)
{
	for (uint32_t i = 0; i < content.length_b; i++)
	{
		if (content.bytes[i] != '\n')
			strncat(out, content.bytes + i, 1);
		else if (content.bytes[i + 1] == '\n')
			strcat(out, " // ");
	}
}

static void
check_case(const Case *wanted)
{
	NxArticle  *a;
	uint32_t	count;
	const NxQuote *quotes;
	char		found[2048] = "";

	if (nx_article_read(rule_reader(), &check_host, wanted->text, strlen(wanted->text), &a) != NX_OK)
		exit(2);
	quotes = nx_article_quotes(a, &count);
	for (uint32_t q = 0; q < count; q++)
	{
		strcat(found, nx_quote_kind_name(quotes[q].kind));
		strcat(found, ": ");
		write_string(found, quotes[q].source);
		strcat(found, " | ");
		write_string(found, quotes[q].cue);
		strcat(found, " | ");
		write_content(found, quotes[q].content);
		strcat(found, "\n");
	}
	if (!CHECK(strcmp(found, wanted->rows) == 0))
		fprintf(stderr, "  text   %s\n  wanted %s  found  %s", wanted->text, wanted->rows, found);
	nx_article_free(a);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_case(&cases[i]);
	for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
		check_case(&layouts[i]);
	return check_end();
}
