/*
 * polnear.c
 *		Reads annotated articles.
 *
 * A small JSON reader walks each line once.  What it does not know it skips,
 * so fields may come in any order.  Characters of spans are code points; the
 * tokens whose first character lies in a span belong to it.
 */
#include <stdio.h>
#include <stdlib.h>

#include "nx_reader.h"
#include "memory.h"
#include "polnear.h"

typedef struct Json
{
	const char *at;
} Json;

static _Noreturn void
fail(const char *what)
{
	fprintf(stderr, "polnear: %s\n", what);
	exit(1);
}

/* ------------------------------------------------------------------------
 * JSON
 * ------------------------------------------------------------------------
 */
static bool
take_char(Json *json, char c)
{
	while (*json->at == ' ' || *json->at == '\n')
		json->at++;
	if (*json->at != c)
		return false;
	json->at++;
	return true;
}

static void
need_char(Json *json, char c)
{
	if (!take_char(json, c))
		fail("malformed line");
}

static uint32_t
take_hex(Json *json)
{
	char		digits[5] = {0};

	memcpy(digits, json->at, 4);
	json->at += 4;
	return (uint32_t) strtoul(digits, NULL, 16);
}

static size_t
put_utf8(char *out, uint32_t c)
{
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 63));
		return 2;
	}
	if (c < 0x10000)
	{
		out[0] = (char) (0xE0 | c >> 12);
		out[1] = (char) (0x80 | (c >> 6 & 63));
		out[2] = (char) (0x80 | (c & 63));
		return 3;
	}
	out[0] = (char) (0xF0 | c >> 18);
	out[1] = (char) (0x80 | (c >> 12 & 63));
	out[2] = (char) (0x80 | (c >> 6 & 63));
	out[3] = (char) (0x80 | (c & 63));
	return 4;
}

static size_t
take_escape(Json *json, char *out)
{
	static const char from[] = "ntrbf";
	static const char to[] = "\n\t\r\b\f";
	char		c = *json->at++;
	const char *known = c != '\0' ? strchr(from, c) : NULL;
	uint32_t	code;

	if (c != 'u')
	{
		*out = known != NULL ? to[known - from] : c;
		return 1;
	}
	code = take_hex(json);
	if (code >= 0xD800 && code < 0xDC00 && json->at[0] == '\\' && json->at[1] == 'u')
	{
		json->at += 2;
		code = 0x10000 + ((code - 0xD800) << 10) + (take_hex(json) - 0xDC00);
	}
	return put_utf8(out, code);
}

/* A string in memory of its own; *length_b may be NULL. */
static char *
take_string(Json *json, size_t *length_b)
{
	const char *end;
	char	   *out;
	size_t		count = 0;

	need_char(json, '"');
	for (end = json->at; *end != '"' && *end != '\0'; end++)
		end += *end == '\\';
	out = take_memory((size_t) (end - json->at) + 8);
	while (json->at < end)
		if (*json->at == '\\')
		{
			json->at++;
			count += take_escape(json, out + count);
		}
		else
			out[count++] = *json->at++;
	need_char(json, '"');
	if (length_b != NULL)
		*length_b = count;
	return out;
}

static void
skip_value(Json *json)
{
	uint32_t	depth = 0;

	do
	{
		if (take_char(json, '"'))
		{
			json->at--;
			free(take_string(json, NULL));
		}
		else if (take_char(json, '{') || take_char(json, '['))
			depth++;
		else if (take_char(json, '}') || take_char(json, ']'))
			depth--;
		else if (*json->at == '\0')
			fail("line ends in a value");
		else
			json->at++;
	} while (depth > 0);
	while (*json->at != ',' && *json->at != '}' && *json->at != ']' && *json->at != '\0')
		json->at++;
}

static uint32_t
take_number(Json *json)
{
	char	   *end;
	uint32_t	number = (uint32_t) strtoul(json->at, &end, 10);

	json->at = end;
	return number;
}

static Spans
take_spans(Json *json)
{
	Spans		spans = {NULL, 0};

	need_char(json, '[');
	while (take_char(json, '['))
	{
		NxRange		span;

		span.first = take_number(json);
		need_char(json, ',');
		span.end = take_number(json);
		need_char(json, ']');
		spans.items = grow_memory(spans.items, (spans.count + 1) * sizeof(NxRange));
		spans.items[spans.count++] = span;
		take_char(json, ',');
	}
	need_char(json, ']');
	return spans;
}

static void
take_gold(Json *json, Example *example)
{
	static const char *const names[PARTS] = {"source", "content", "cue"};
	Gold		gold = {0};

	need_char(json, '{');
	while (!take_char(json, '}'))
	{
		char	   *name = take_string(json, NULL);
		char	   *kind;
		int			part = 0;

		need_char(json, ':');
		while (part < PARTS && strcmp(name, names[part]) != 0)
			part++;
		if (part < PARTS)
			gold.parts[part] = take_spans(json);
		else if (strcmp(name, "speaker") == 0 && take_char(json, '"'))
		{
			json->at--;
			gold.speaker = take_string(json, NULL);
		}
		else if (strcmp(name, "kind") == 0 && take_char(json, '"'))
		{
			json->at--;
			kind = take_string(json, NULL);
			gold.is_person = strcmp(kind, "person") == 0;
			free(kind);
		}
		else
			skip_value(json);
		free(name);
		take_char(json, ',');
	}
	example->golds = grow_memory(example->golds, (example->gold_count + 1) * sizeof(Gold));
	example->golds[example->gold_count++] = gold;
}

static void
take_golds(Json *json, Example *example)
{
	need_char(json, '[');
	while (!take_char(json, ']'))
	{
		take_gold(json, example);
		take_char(json, ',');
	}
}

static void
take_example(Json *json, Example *example)
{
	need_char(json, '{');
	while (!take_char(json, '}'))
	{
		char	   *name = take_string(json, NULL);

		need_char(json, ':');
		if (strcmp(name, "id") == 0)
			example->id = take_string(json, NULL);
		else if (strcmp(name, "publisher") == 0)
			example->publisher = take_string(json, NULL);
		else if (strcmp(name, "text") == 0)
			example->text = take_string(json, &example->length_b);
		else if (strcmp(name, "attributions") == 0)
			take_golds(json, example);
		else
			skip_value(json);
		free(name);
		take_char(json, ',');
	}
}

/* ------------------------------------------------------------------------
 * Tokens
 * ------------------------------------------------------------------------
 */
static void *
host_take(void *state, size_t size_b)
{
	(void) state;
	return malloc(size_b);
}

static void
host_free(void *state, void *block)
{
	(void) state;
	free(block);
}

static const NxHost host = {host_take, host_free, NULL, NULL};

/* The first token that begins at or after a character. */
static uint32_t
token_from(const uint32_t *starts, uint32_t count, uint32_t at_c)
{
	uint32_t	low = 0;

	while (low < count)
	{
		uint32_t	middle = low + (count - low) / 2;

		if (starts[middle] < at_c)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

static void
place_golds(Example *example)
{
	const NxArticle *a = example->article;
	uint32_t	count = a->tokens.count;
	uint32_t   *starts = take_memory((count + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < count; i++)
		starts[i] = nx_article_char(a, a->tokens.items[i].at_b);
	for (uint32_t g = 0; g < example->gold_count; g++)
		for (uint32_t part = 0; part < PARTS; part++)
		{
			Spans	   *spans = &example->golds[g].parts[part];
			uint32_t	kept = 0;

			for (uint32_t k = 0; k < spans->count; k++)
			{
				NxRange		tokens = {token_from(starts, count, spans->items[k].first),
				token_from(starts, count, spans->items[k].end)};

				if (!nx_range_is_empty(tokens))
					spans->items[kept++] = tokens;
			}
			spans->count = kept;
		}
	free(starts);
}

NxArticle *
polnear_analyse(const Example *example, const NxAttributionModel *model)
{
	static NxReader *reader;
	NxArticle  *a;

	if (reader == NULL && nx_reader_create(&host, &reader) != NX_OK)
		fail("no reader");
	reader->attribution = model;
	if (nx_article_read(reader, &host, example->text, example->length_b, &a) != NX_OK)
		fail("an article was not read");
	return a;
}

static void
prepare(Example *example)
{
	NxArticle  *a = polnear_analyse(example, NULL);

	example->article = a;
	example->proposal = nx_proposal_make(a);
	nx_proposal_fill(example->proposal, (NxRange) {0, a->sentences.count});
	example->cells = take_memory((a->tokens.count + 1) * sizeof(uint32_t));
	for (uint32_t u = 0; u < example->proposal->units.count; u++)
	{
		NxRange		cells = example->proposal->units.items[u].cells;

		for (uint32_t i = cells.first; i < cells.end; i++)
			example->cells[example->proposal->cells[i].token] = i;
	}
	place_golds(example);
}

Examples
polnear_read(const char *path)
{
	FILE	   *file = fopen(path, "r");
	Examples	examples = {NULL, 0};
	char	   *line = NULL;
	size_t		room = 0;

	if (file == NULL)
		fail("cannot open the corpus");
	while (getline(&line, &room, file) > 0)
	{
		Json		json = {line};
		Example    *example;

		examples.items = grow_memory(examples.items, (examples.count + 1) * sizeof(Example));
		example = &examples.items[examples.count++];
		memset(example, 0, sizeof(*example));
		take_example(&json, example);
		prepare(example);
	}
	free(line);
	fclose(file);
	return examples;
}
