/*
 * test_articles.c
 *		The articles of test/articles, read and held against their annotations.
 *
 * usage: test_articles				are the annotations sound, do the promises of
 *									nx.h hold for every result?
 *		  test_articles quality		a table of right and wrong per article and
 *									kind of check, and the hard cases that fail
 *		  test_articles errors		each wrong finding on a line
 *
 * The first form is a unit test: it fails when a span lies outside of the
 * text or a line of an annotation names words that the text does not hold.
 * The second is a measurement: the Makefile compares it with
 * test/articles/expected.txt, so that a change of rules or weights shows as a
 * difference.  test/articles/README.md describes the annotations.
 *
 * A line of an annotation becomes one or more judgements, each right or wrong:
 *
 *	quote	found, and when found: content, kind, speaker, source, cue, details
 *	name	the entity with its forms and details
 *	layout, sentence, absent
 *
 * A quote of the annotation is paired with the free result whose content
 * overlaps it most (Jaccard over the bytes of words, at least one half).
 * Results that are paired with nothing and lie in no "maybe" are invented:
 * wrong in column "true".  A line is right when all its judgements are, a hard
 * case when at least two thirds of the lines that carry its number are.
 */
#include "annotation.h"
#include "article_file.h"
#include "check.h"
#include "passage.h"
#include "promises.h"

#define CASES		90
#define ABSENT		"-"
#define ANY			"*"

typedef enum Aspect
{
	FOUND, TRUE_QUOTE, CONTENT, KIND, SPEAKER, SOURCE, CUE, DETAIL, NAME, LAYOUT,
	NOTHING, SENTENCE,
	ASPECTS
} Aspect;

static const char *const aspect_names[ASPECTS] = {
	"found", "true", "content", "kind", "speaker", "source", "cue", "detail", "name",
	"layout", "absent", "sentence"
};

typedef struct Tally
{
	unsigned	right[ASPECTS];
	unsigned	wrong[ASPECTS];
} Tally;

typedef struct Run
{
	const ArticleFile *file;
	const NxArticle *article;
	Passage		passage;
	const NxQuote *quotes;
	uint32_t	quote_count;
	bool	   *is_taken;		/* per quote: paired with a line, or may be */
	uint32_t	from_b;			/* where the next content is looked for */
	const Line *line;
	bool		line_is_wrong;
	Tally		tally;
} Run;

static unsigned case_lines[CASES + 1];	/* lines that carry the number */
static unsigned case_right[CASES + 1];	/* of these, wholly right */
static bool tells_errors;

/* ------------------------------------------------------------------------
 * Judging
 * ------------------------------------------------------------------------
 */

/* Count a line for the hard cases that it carries. */
static void
count_cases(const char *cases, bool is_right)
{
	char	   *end;

	for (;;)
	{
		long		number = strtol(cases, &end, 10);

		if (end == cases)
			return;
		if (number >= 1 && number <= CASES)
		{
			case_lines[number]++;
			case_right[number] += is_right;
		}
		cases = end;
	}
}

static void
judge(Run *run, Aspect aspect, bool is_right, const char *wanted, NxString got)
{
	(is_right ? run->tally.right : run->tally.wrong)[aspect]++;
	if (is_right)
		return;
	run->line_is_wrong = true;
	if (tells_errors)
		printf("%s:%d\t%s\twanted: %s\tgot: %.*s\n", run->file->name,
			   run->line != NULL ? run->line->number : 0, aspect_names[aspect], wanted,
			   got.bytes != NULL ? (int) got.length_b : 1,
			   got.bytes != NULL ? got.bytes : ABSENT);
}

static NxString
string_of(const char *words)
{
	return (NxString) {words, words != NULL ? (uint32_t) strlen(words) : 0};
}

static NxString
span_text(const Run *run, NxSpan span)
{
	NxString	text = {run->file->text + span.at_b, span.end_b - span.at_b};

	if (text.length_b == 0)
		text.bytes = NULL;
	return text;
}

/* Is a string what an annotation wants: words, "-" for absent, "*" for any? */
static bool
is_wanted(NxString got, const char *wanted)
{
	if (strcmp(wanted, ANY) == 0)
		return true;
	return check_string_is(got, strcmp(wanted, ABSENT) == 0 ? NULL : wanted);
}

static void
judge_string(Run *run, Aspect aspect, NxString got, const char *wanted)
{
	if (strcmp(wanted, ANY) != 0)
		judge(run, aspect, is_wanted(got, wanted), wanted, got);
}

/* Words of the annotation that the text does not hold. */
static void
lament(const Run *run, const char *words)
{
	checks_failed++;
	fprintf(stderr, "%s.ann:%d: not in the text: %s\n", run->file->name,
			run->line->number, words);
}

/* ------------------------------------------------------------------------
 * Quotes
 * ------------------------------------------------------------------------
 */

static Pieces
quote_pieces(const Run *run, const NxQuote *quote)
{
	return passage_pieces(&run->passage, quote->content_at, quote->content_count);
}

/* The free quote that overlaps a content most, or NULL. */
static const NxQuote *
pair_quote(Run *run, const Pieces *content)
{
	uint32_t	size_b = passage_size(&run->passage, content);
	uint32_t	best = run->quote_count;
	uint64_t	best_shared = 0;
	uint64_t	best_all = 1;

	for (uint32_t i = 0; i < run->quote_count; i++)
	{
		Pieces		pieces = quote_pieces(run, &run->quotes[i]);
		uint32_t	shared = passage_shared(&run->passage, content, &pieces);
		uint32_t	all = size_b + passage_size(&run->passage, &pieces) - shared;

		if (!run->is_taken[i] && 2 * shared >= all && shared * best_all > best_shared * all)
		{
			best = i;
			best_shared = shared;
			best_all = all;
		}
	}
	if (best == run->quote_count)
		return NULL;
	run->is_taken[best] = true;
	return &run->quotes[best];
}

/*
 * Find a source or cue: the occurrence nearest to the content.  With got, an
 * alternative that is the same place is taken, else the first one.
 */
static bool
find_place(const Run *run, const char *words, const Pieces *content, const Pieces *got,
		   Pieces *place)
{
	char		alternative[MAX_WORDS_B];

	while (line_alternative(&words, alternative, sizeof(alternative)))
	{
		place->count = strcmp(alternative, ABSENT) != 0;
		if (place->count > 0 &&
			!passage_find_near(&run->passage, content, alternative, &place->items[0]))
			return false;
		if (got == NULL || passage_is_same(&run->passage, place, got))
			return true;
	}
	return true;
}

static void
check_place(const Run *run, const char *words, const Pieces *content)
{
	Pieces		place;

	if (strcmp(words, ANY) != 0 && !find_place(run, words, content, NULL, &place))
		lament(run, words);
}

static void
judge_place(Run *run, Aspect aspect, NxSpan got, const char *wanted, const Pieces *content)
{
	Pieces		wanted_at;
	Pieces		got_at = passage_pieces(&run->passage, &got, got.end_b > got.at_b);

	if (strcmp(wanted, ANY) != 0 && find_place(run, wanted, content, &got_at, &wanted_at))
		judge(run, aspect, passage_is_same(&run->passage, &wanted_at, &got_at), wanted,
			  span_text(run, got));
}

/* Is a content one of the alternatives, found from byte from_b on? */
static bool
is_content(const Run *run, const char *words, uint32_t from_b, const Pieces *got)
{
	char		alternative[MAX_WORDS_B];

	while (line_alternative(&words, alternative, sizeof(alternative)))
	{
		Pieces		wanted;

		if (!passage_find_pieces(&run->passage, from_b, alternative, &wanted))
		{
			lament(run, alternative);
			return false;
		}
		wanted = passage_pieces(&run->passage, wanted.items, wanted.count);
		if (passage_is_same(&run->passage, &wanted, got))
			return true;
	}
	return false;
}

static const struct
{
	const char *name;
	size_t		offset;
}			quote_strings[] = {
	{"role", offsetof(NxQuote, role)},
	{"affiliation", offsetof(NxQuote, affiliation)},
	{"verb", offsetof(NxQuote, verb)},
	{"addressee", offsetof(NxQuote, addressee)},
	{"channel", offsetof(NxQuote, channel)},
	{"text", offsetof(NxQuote, content)},
};

/* The value of a quote that an annotation calls by name. */
static NxString
quote_detail(const Run *run, const NxQuote *quote, const char *name)
{
	static char number[16];

	for (size_t i = 0; i < sizeof(quote_strings) / sizeof(quote_strings[0]); i++)
		if (strcmp(name, quote_strings[i].name) == 0)
			return *(const NxString *) ((const char *) quote + quote_strings[i].offset);
	if (strcmp(name, "speaker_kind") == 0)
		return string_of(nx_speaker_kind_name(quote->speaker_kind));
	if (strcmp(name, "mode") == 0)
		return string_of(nx_mode_name(quote->mode));
	if (strcmp(name, "negated") == 0)
		return string_of(quote->is_negated ? "yes" : "no");
	if (strcmp(name, "nested") == 0)
		return string_of(quote->parent > 0 ? "yes" : "no");
	if (strcmp(name, "char") != 0)
	{
		fprintf(stderr, "no such detail of a quote: %s\n", name);
		exit(2);
	}
	snprintf(number, sizeof(number), "%u",
			 nx_article_char(run->article, quote->content_at[0].at_b) + 1);
	return string_of(number);
}

static void
judge_quote(Run *run, const NxQuote *quote, const Pieces *content, uint32_t from_b)
{
	const Line *line = run->line;
	Pieces		got = quote_pieces(run, quote);
	char		name[32];
	const char *wanted;

	judge(run, CONTENT, is_content(run, line_field(line, QUOTE_CONTENT), from_b, &got),
		  line_field(line, QUOTE_CONTENT), quote->content);
	judge_string(run, KIND, string_of(nx_quote_kind_name(quote->kind)),
				 line_field(line, QUOTE_KIND));
	judge_string(run, SPEAKER, quote->speaker, line_field(line, QUOTE_SPEAKER));
	judge_place(run, SOURCE, quote->source_at, line_field(line, QUOTE_SOURCE), content);
	judge_place(run, CUE, quote->cue_at, line_field(line, QUOTE_CUE), content);
	for (int i = QUOTE_DETAILS; (wanted = line_detail(line, i, name, sizeof(name))); i++)
		judge_string(run, DETAIL, quote_detail(run, quote, name), wanted);
}

static void
read_quote(Run *run)
{
	const char *alternatives = line_field(run->line, QUOTE_CONTENT);
	uint32_t	from_b = run->from_b;
	char		words[MAX_WORDS_B];
	Pieces		content;
	const NxQuote *quote;

	if (!line_alternative(&alternatives, words, sizeof(words)) ||
		!passage_find_pieces(&run->passage, from_b, words, &content))
	{
		lament(run, words);
		return;
	}
	run->from_b = content.items[0].at_b + 1;
	content = passage_pieces(&run->passage, content.items, content.count);
	check_place(run, line_field(run->line, QUOTE_SOURCE), &content);
	check_place(run, line_field(run->line, QUOTE_CUE), &content);
	quote = pair_quote(run, &content);
	judge(run, FOUND, quote != NULL, words, string_of(NULL));
	if (quote != NULL)
	{
		run->tally.right[TRUE_QUOTE]++;
		judge_quote(run, quote, &content, from_b);
	}
}

/* Take the quotes that lie mostly in pieces; returns one of them, or NULL. */
static const NxQuote *
take_quotes_in(Run *run, const Pieces *pieces)
{
	const NxQuote *taken = NULL;

	for (uint32_t i = 0; i < run->quote_count; i++)
	{
		Pieces		content = quote_pieces(run, &run->quotes[i]);

		if (run->is_taken[i] || 2 * passage_shared(&run->passage, &content, pieces) <
			passage_size(&run->passage, &content))
			continue;
		run->is_taken[i] = true;
		taken = &run->quotes[i];
	}
	return taken;
}

static void
read_maybe(Run *run)
{
	const char *words = line_field(run->line, MAYBE_CONTENT);
	Pieces		pieces;

	if (passage_find_pieces(&run->passage, 0, words, &pieces))
		take_quotes_in(run, &pieces);
	else
		lament(run, words);
}

static void
judge_invented(Run *run)
{
	run->line = NULL;
	for (uint32_t i = 0; i < run->quote_count; i++)
		if (!run->is_taken[i])
			judge(run, TRUE_QUOTE, false, "nothing", run->quotes[i].content);
}

/* ------------------------------------------------------------------------
 * Names, layout, what must not be
 * ------------------------------------------------------------------------
 */

static const NxEntity *
find_entity(const Run *run, const char *kind, const char *name)
{
	uint32_t	count;
	const NxEntity *entities = nx_article_entities(run->article, &count);

	for (uint32_t i = 0; i < count; i++)
		if (strcmp(kind, nx_entity_kind_name(entities[i].kind)) == 0 &&
			check_string_is(entities[i].name, name))
			return &entities[i];
	return NULL;
}

static bool
has_form(const NxEntity *entity, const char *form)
{
	for (uint32_t i = 0; i < entity->forms.count; i++)
		if (check_string_is(entity->forms.items[i], form))
			return true;
	return false;
}

static NxString
entity_detail(const NxEntity *entity, const char *name)
{
	if (strcmp(name, "role") == 0)
		return entity->role;
	if (strcmp(name, "affiliation") == 0)
		return entity->affiliation;
	if (strcmp(name, "key") == 0)
		return entity->key;
	fprintf(stderr, "no such detail of a name: %s\n", name);
	exit(2);
}

static void
read_name(Run *run)
{
	const Line *line = run->line;
	const char *wanted = line_field(line, NAME_NAME);
	const NxEntity *entity = find_entity(run, line_field(line, NAME_KIND), wanted);
	char		item[256];
	const char *forms = line_field(line, NAME_FORMS);

	judge(run, NAME, entity != NULL, wanted, string_of(NULL));
	if (entity == NULL)
		return;
	while (line_item(&forms, item, sizeof(item)))
		judge(run, NAME, has_form(entity, item), item, entity->name);
	for (int i = NAME_DETAILS; (wanted = line_detail(line, i, item, sizeof(item))); i++)
		judge_string(run, DETAIL, entity_detail(entity, item), wanted);
}

static const struct
{
	const char *name;
	size_t		offset;
}			layout_strings[] = {
	{"headline", offsetof(NxLayout, headline)},
	{"deck", offsetof(NxLayout, deck)},
	{"section", offsetof(NxLayout, section)},
	{"publication", offsetof(NxLayout, publication)},
	{"edition", offsetof(NxLayout, edition)},
	{"dateline", offsetof(NxLayout, dateline)},
};

/* The strings of a list, joined as an annotation writes them. */
static NxString
join(NxStrings strings, char *joined, size_t size_b)
{
	size_t		used_b = 0;

	joined[0] = '\0';
	for (uint32_t i = 0; i < strings.count && used_b < size_b; i++)
	{
		NxString	item = strings.items[i];

		if (item.bytes == NULL)
			item = string_of(ABSENT);
		used_b += (size_t) snprintf(joined + used_b, size_b - used_b, "%s%.*s",
									i > 0 ? " | " : "", (int) item.length_b, item.bytes);
	}
	return string_of(strings.count > 0 ? joined : NULL);
}

/* Does the body begin, or end, with words? */
static bool
body_has(const Run *run, const char *words, bool at_end)
{
	const NxLayout *layout = nx_article_layout(run->article);
	Pieces		body = passage_pieces(&run->passage, layout->body_at, layout->body_count);
	Pieces		edge = {.count = 1};
	Pieces		rest = {.count = 1};
	NxSpan	   *found = &edge.items[0];

	if (!passage_find(&run->passage, 0, words, found))
	{
		lament(run, words);
		return false;
	}
	rest.items[0] = at_end ? (NxSpan) {found->end_b, run->passage.length_b}
		: (NxSpan) {0, found->at_b};
	return passage_shared(&run->passage, &edge, &body) == passage_size(&run->passage, &edge) &&
		passage_shared(&run->passage, &rest, &body) == 0;
}

static void
read_layout(Run *run)
{
	const NxLayout *layout = nx_article_layout(run->article);
	const char *name = line_field(run->line, LAYOUT_NAME);
	const char *wanted = line_field(run->line, LAYOUT_VALUE);
	char		joined[1024];

	for (size_t i = 0; i < sizeof(layout_strings) / sizeof(layout_strings[0]); i++)
		if (strcmp(name, layout_strings[i].name) == 0)
		{
			judge_string(run, LAYOUT, *(const NxString *) ((const char *) layout +
														   layout_strings[i].offset), wanted);
			return;
		}
	if (strcmp(name, "authors") == 0)
		judge_string(run, LAYOUT, join(layout->authors, joined, sizeof(joined)), wanted);
	else if (strcmp(name, "author_places") == 0)
		judge_string(run, LAYOUT, join(layout->author_places, joined, sizeof(joined)), wanted);
	else
		judge(run, LAYOUT, body_has(run, wanted, strcmp(name, "body_ends") == 0), wanted,
			  string_of(name));
}

/* Is there a person, organisation or place, or a speaker, of this name? */
static bool
is_name(const Run *run, const char *name)
{
	uint32_t	count;
	const NxSpeaker *speakers = nx_article_speakers(run->article, &count);

	for (uint32_t i = 0; i < count; i++)
		if (check_string_is(speakers[i].name, name))
			return true;
	return find_entity(run, "person", name) != NULL ||
		find_entity(run, "organization", name) != NULL ||
		find_entity(run, "place", name) != NULL;
}

static void
read_absent(Run *run)
{
	const char *words = line_field(run->line, ABSENT_WORDS);
	const NxQuote *quote;
	Pieces		pieces;

	if (strcmp(line_field(run->line, ABSENT_WHAT), "name") == 0)
		judge(run, NOTHING, !is_name(run, words), ABSENT, string_of(words));
	else if (passage_find_pieces(&run->passage, 0, words, &pieces))
	{
		quote = take_quotes_in(run, &pieces);
		judge(run, NOTHING, quote == NULL, ABSENT,
			  quote != NULL ? quote->content : string_of(NULL));
	}
	else
		lament(run, words);
}

static void
read_sentence(Run *run)
{
	const char *words = line_field(run->line, SENTENCE_WORDS);
	uint32_t	count = nx_article_sentence_count(run->article);
	Pieces		wanted = {.count = 1};
	bool		is_found = false;

	if (!passage_find(&run->passage, 0, words, &wanted.items[0]))
	{
		lament(run, words);
		return;
	}
	for (uint32_t i = 0; i < count && !is_found; i++)
	{
		NxSentenceView view;
		Pieces		got;

		nx_article_sentence(run->article, i, &view);
		got = passage_pieces(&run->passage, &view.at, 1);
		is_found = passage_is_same(&run->passage, &wanted, &got);
	}
	judge(run, SENTENCE, is_found, words, string_of(NULL));
}

/* ------------------------------------------------------------------------
 * Articles
 * ------------------------------------------------------------------------
 */

/* In the order in which they are read: quotes are paired before others. */
static const struct
{
	const char *word;
	int			least_fields;
	void		(*read) (Run *run);
}			line_kinds[] = {
	{"quote", QUOTE_CONTENT + 1, read_quote},
	{"maybe", MAYBE_CONTENT + 1, read_maybe},
	{"absent", ABSENT_WORDS + 1, read_absent},
	{"name", NAME_NAME + 1, read_name},
	{"layout", LAYOUT_VALUE + 1, read_layout},
	{"sentence", SENTENCE_WORDS + 1, read_sentence},
};

#define LINE_KINDS	(sizeof(line_kinds) / sizeof(line_kinds[0]))

/* Each line of an annotation is of a kind and has its fields. */
static void
check_lines(const ArticleFile *file, const Lines *lines)
{
	for (int i = 0; i < lines->count; i++)
	{
		const Line *line = &lines->items[i];
		bool		is_sound = false;

		for (size_t k = 0; k < LINE_KINDS; k++)
			is_sound |= strcmp(line_field(line, LINE_KIND), line_kinds[k].word) == 0 &&
				line->field_count >= line_kinds[k].least_fields;
		if (is_sound)
			checks_passed++;
		else
		{
			checks_failed++;
			fprintf(stderr, "%s.ann:%d: is no line of an annotation\n", file->name,
					line->number);
		}
	}
}

static void
judge_article(Run *run, const Lines *lines)
{
	for (size_t k = 0; k < LINE_KINDS; k++)
		for (int i = 0; i < lines->count; i++)
		{
			run->line = &lines->items[i];
			if (strcmp(line_field(run->line, LINE_KIND), line_kinds[k].word) != 0 ||
				run->line->field_count < line_kinds[k].least_fields)
				continue;
			run->line_is_wrong = false;
			line_kinds[k].read(run);
			count_cases(line_field(run->line, LINE_CASES), !run->line_is_wrong);
		}
	judge_invented(run);
}

static Tally
read_article(const ArticleFile *file)
{
	Lines		lines = lines_read(file->annotation);
	NxArticle  *article = check_read_bytes(file->text, file->length_b);
	Run			run = {.file = file, .article = article};

	run.passage = passage_make(file->text, file->length_b);
	run.quotes = nx_article_quotes(article, &run.quote_count);
	run.is_taken = calloc(run.quote_count + 1, sizeof(bool));
	if (run.is_taken == NULL || run.passage.is_word == NULL)
		exit(2);
	check_lines(file, &lines);
	CHECK(promises_broken(article, file->name, file->text, file->length_b) == 0);
	judge_article(&run, &lines);
	free(run.is_taken);
	free(run.passage.is_word);
	free(lines.items);
	nx_article_free(article);
	return run.tally;
}

/* ------------------------------------------------------------------------
 * The table
 * ------------------------------------------------------------------------
 */

static void
print_tally(const char *name, const Tally *tally)
{
	printf("%-32s", name);
	for (int i = 0; i < ASPECTS; i++)
	{
		char		share[32] = ".";
		unsigned	all = tally->right[i] + tally->wrong[i];

		if (all > 0)
			snprintf(share, sizeof(share), "%u/%u", tally->right[i], all);
		printf(" %8s", share);
	}
	putchar('\n');
}

static void
print_head(void)
{
	printf("%-32s", "right/all");
	for (int i = 0; i < ASPECTS; i++)
		printf(" %8s", aspect_names[i]);
	putchar('\n');
}

/* Is a hard case right: two thirds of its lines? */
static bool
case_is_right(int number)
{
	return 3 * case_right[number] >= 2 * case_lines[number];
}

static void
print_cases(void)
{
	unsigned	right = 0;

	for (int i = 1; i <= CASES; i++)
		right += case_lines[i] > 0 && case_is_right(i);
	printf("\nhard cases that come out right: %u of %d\n", right, CASES);
	for (int i = 1; i <= CASES; i++)
		if (case_lines[i] == 0 || !case_is_right(i))
			printf("hard case %2d: %u of %u lines right\n", i, case_right[i], case_lines[i]);
}

static void
add_tally(Tally *total, const Tally *tally)
{
	for (int i = 0; i < ASPECTS; i++)
	{
		total->right[i] += tally->right[i];
		total->wrong[i] += tally->wrong[i];
	}
}

int
main(int argc, char **argv)
{
	bool		prints_table = argc > 1 && strcmp(argv[1], "quality") == 0;
	size_t		count;
	const ArticleFile *files = article_files_read(ARTICLE_FOLDER, &count);
	Tally		total = {{0}, {0}};

	tells_errors = argc > 1 && strcmp(argv[1], "errors") == 0;
	if (prints_table)
		print_head();
	for (size_t i = 0; i < count; i++)
	{
		Tally		tally = read_article(&files[i]);

		add_tally(&total, &tally);
		if (prints_table)
			print_tally(files[i].name, &tally);
	}
	if (prints_table)
	{
		print_tally("all", &total);
		print_cases();
	}
	return argc > 1 ? checks_failed > 0 : check_end();
}
