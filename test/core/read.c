/*
 * read.c
 *		The analyser without a server: articles in, findings out, one JSON
 *		object a line in the form that quality scorers read.
 *
 * usage: read quotes|mentions|tokens|none [REPEAT] < FRAMES
 *
 * FRAMES: for each article a line "ID<TAB>BYTES" and then that many bytes of
 * text.  Spans are characters from 0.  REPEAT reads each article so often, for
 * profiling; only the last reading is printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nx.h"

static void *
take(void *state, size_t size_b)
{
	(void) state;
	return malloc(size_b);
}

static void
give_back(void *state, void *block)
{
	(void) state;
	free(block);
}

static const NxHost host = {take, give_back, NULL, NULL};

static void
print_string(NxString string)
{
	if (string.bytes == NULL)
	{
		fputs("null", stdout);
		return;
	}
	putchar('"');
	for (uint32_t i = 0; i < string.length_b; i++)
	{
		unsigned char c = (unsigned char) string.bytes[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 32)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static void
print_span(const NxArticle *article, NxSpan span)
{
	printf("[%u, %u]", nx_article_char(article, span.at_b),
		   nx_article_char(article, span.end_b));
}

static void
print_spans(const NxArticle *article, const char *name, const NxSpan *spans, uint32_t count)
{
	printf(", \"%s\": [", name);
	for (uint32_t i = 0; i < count; i++)
	{
		if (i > 0)
			fputs(", ", stdout);
		print_span(article, spans[i]);
	}
	putchar(']');
}

static void
print_field(const char *name, NxString value)
{
	printf(", \"%s\": ", name);
	print_string(value);
}

static void
print_quote(const NxArticle *article, const NxQuote *quote)
{
	printf("{\"kind\": \"%s\"", nx_quote_kind_name(quote->kind));
	print_field("speaker", quote->speaker);
	printf(", \"speaker_kind\": \"%s\", \"confidence\": %u.%03u, \"rule\": \"%s\"",
		   nx_speaker_kind_name(quote->speaker_kind), quote->confidence / 1000,
		   quote->confidence % 1000, quote->rule ? quote->rule : "");
	print_spans(article, "content", quote->content_at, quote->content_count);
	print_spans(article, "source", &quote->source_at,
				quote->source_at.end_b > quote->source_at.at_b);
	print_spans(article, "cue", &quote->cue_at, quote->cue_at.end_b > quote->cue_at.at_b);
	putchar('}');
}

static void
print_quotes(const NxArticle *article)
{
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(article, &count);

	fputs("\"quotes\": [", stdout);
	for (uint32_t i = 0; i < count; i++)
	{
		if (i > 0)
			fputs(", ", stdout);
		print_quote(article, &quotes[i]);
	}
	putchar(']');
}

static void
print_mentions(const NxArticle *article)
{
	uint32_t	count;
	const NxMention *mentions = nx_article_mentions(article, &count);
	bool		is_first = true;

	fputs("\"mentions\": [", stdout);
	for (uint32_t i = 0; i < count; i++)
	{
		if (mentions[i].form_kind != NX_FORM_NAME)
			continue;
		printf("%s{\"kind\": \"%s\", \"at\": ", is_first ? "" : ", ",
			   nx_entity_kind_name(mentions[i].kind));
		print_span(article, mentions[i].at);
		print_field("name", mentions[i].name);
		putchar('}');
		is_first = false;
	}
	putchar(']');
}

static void
print_tokens(const NxArticle *article)
{
	uint32_t	count = nx_article_token_count(article);

	fputs("\"tokens\": [", stdout);
	for (uint32_t i = 0; i < count; i++)
	{
		NxTokenView view;

		nx_article_token(article, i, &view);
		printf("%s[%u, %u, \"%s\", \"%s\", %u]", i > 0 ? ", " : "",
			   nx_article_char(article, view.at.at_b),
			   nx_article_char(article, view.at.end_b),
			   view.tag ? view.tag : "", view.name_label ? view.name_label : "O",
			   view.sentence);
	}
	putchar(']');
}

static void
print_article(const NxArticle *article, const char *what, const char *id)
{
	fputs("{\"id\": ", stdout);
	print_string((NxString) {id, (uint32_t) strlen(id)});
	fputs(", ", stdout);
	if (strcmp(what, "quotes") == 0)
		print_quotes(article);
	else if (strcmp(what, "mentions") == 0)
		print_mentions(article);
	else
		print_tokens(article);
	puts("}");
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "quotes";
	int			repeat = argc > 2 ? atoi(argv[2]) : 1;
	NxReader   *reader;
	char		line[1024];

	if (nx_reader_create(&host, &reader) != NX_OK)
		return 1;
	while (fgets(line, sizeof(line), stdin))
	{
		char	   *tab = strchr(line, '\t');
		size_t		length_b;
		char	   *text;
		NxArticle  *article = NULL;

		if (tab == NULL)
			return 2;
		*tab = '\0';
		length_b = strtoul(tab + 1, NULL, 10);
		text = malloc(length_b + 1);
		if (text == NULL || fread(text, 1, length_b, stdin) != length_b)
			return 2;
		for (int i = 0; i < repeat; i++)
		{
			nx_article_free(article);
			if (nx_article_read(reader, &host, text, length_b, &article) != NX_OK)
				return 1;
		}
		if (strcmp(what, "none") != 0)
			print_article(article, what, line);
		nx_article_free(article);
		free(text);
	}
	nx_reader_free(reader);
	return 0;
}
