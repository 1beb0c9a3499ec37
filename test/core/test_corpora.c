/*
 * test_corpora.c
 *		The promises of nx.h on every text of the corpora beside the checkout.
 *
 * usage: test_corpora [FOLDER]		default ../../../shared/corpora
 *
 * The corpora belong to others and are no part of the project: where the
 * folder is not there, nothing is checked and the program says so.  Besides
 * the promises it checks that tokens, sentences and zones stand in order and
 * that every byte of white space, and none else, lies between tokens.
 */
#include "check.h"
#include "nx_char.h"
#include "promises.h"

#define LONGEST_LINE_B	(1 << 20)

static const char *const files[] = {
	"polnear/train.jsonl", "polnear/dev.jsonl", "text/bbc.jsonl",
	"ner/dev/ieer.jsonl", "ner/dev/conll.jsonl", "ner/dev/pud_news.jsonl",
	"ner/dev/uner_ewt.jsonl",
};

static unsigned
hex_value(const char *at)
{
	unsigned	code = 0;

	sscanf(at, "%4x", &code);
	return code;
}

/* Write a code point; half a surrogate pair becomes stray bytes, as it may. */
static size_t
put_utf8(char *to, unsigned code)
{
	size_t		length_b = code < 0x80 ? 1 : code < 0x800 ? 2 : 3;

	to[0] = (char) (length_b == 1 ? code : length_b == 2 ? 0xC0 | code >> 6 : 0xE0 | code >> 12);
	for (size_t i = 1; i < length_b; i++)
		to[i] = (char) (0x80 | (code >> (6 * (length_b - 1 - i)) & 0x3F));
	return length_b;
}

/* The value of "text" in a line of JSON, in place; returns its bytes. */
static size_t
take_text(char *line, char **text)
{
	static const char escapes[] = "n\nt\tr\rb\bf\f";
	char	   *from = strstr(line, "\"text\": \"");
	char	   *to;

	if (from == NULL)
		return 0;
	from += strlen("\"text\": \"");
	*text = to = from;
	while (*from != '"' && *from != '\0')
	{
		const char *escape;

		if (*from != '\\')
		{
			*to++ = *from++;
			continue;
		}
		if (from[1] == 'u')
		{
			to += put_utf8(to, hex_value(from + 2));
			from += 6;
			continue;
		}
		escape = strchr(escapes, from[1]);
		*to++ = escape != NULL ? escape[1] : from[1];
		from += 2;
	}
	return (size_t) (to - *text);
}

/* Between tokens stands white space alone. */
static unsigned
gaps_broken(const NxArticle *a)
{
	unsigned	broken = 0;
	uint32_t	at_b = 0;

	for (uint32_t i = 0; i <= a->tokens.count; i++)
	{
		uint32_t	end_b = i < a->tokens.count ? nx_token_at(a, i)->at_b : a->length_b;

		while (at_b < end_b)
		{
			NxChar		c = nx_char_at(a->text + at_b, a->text + a->length_b);

			broken += c.class > NX_CHAR_IGNORED;
			at_b += c.length_b;
		}
		broken += at_b != end_b;
		if (i < a->tokens.count)
			at_b = nx_token_at(a, i)->end_b;
	}
	return broken;
}

static unsigned
zones_broken(const NxArticle *a)
{
	unsigned	broken = 0;

	for (uint32_t i = 0; i < a->zones.count; i++)
	{
		NxSpan		at = a->zones.items[i].at;

		broken += at.at_b >= at.end_b || at.end_b > a->length_b;
		broken += i > 0 && at.at_b < a->zones.items[i - 1].at.end_b;
	}
	return broken;
}

static bool
check_file(const char *folder, const char *name)
{
	static char line[LONGEST_LINE_B];
	char		path[1024];
	FILE	   *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "r");
	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file))
	{
		char	   *text = line;
		size_t		length_b = take_text(line, &text);
		NxArticle  *a = check_read_bytes(text, length_b);

		CHECK(promises_broken(a, name, text, length_b) == 0);
		CHECK(gaps_broken(a) == 0);
		CHECK(zones_broken(a) == 0);
		nx_article_free(a);
	}
	fclose(file);
	return true;
}

int
main(int argc, char **argv)
{
	const char *folder = argc > 1 ? argv[1] : "../../../shared/corpora";

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (!check_file(folder, files[i]))
			printf("not checked, not there: %s/%s\n", folder, files[i]);
	return check_end();
}
