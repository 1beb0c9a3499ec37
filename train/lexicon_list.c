/*
 * lexicon_list.c
 *		Readers of the source files: lines, separated columns, JSON strings.
 *
 * A list is read line by line into one buffer; list_split() cuts the line in
 * place, so fields live until the next line.  Empty lines and lines that begin
 * with # are passed over everywhere; no source has data in such a line.
 *
 * JSON is not parsed into a tree: its strings go to a callback one by one, with
 * the key they stand under.  Numbers, true, false and null are skipped.
 *
 * A file that cannot be opened ends the program: a lexicon without one of its
 * sources would be another one.
 */
#include "lexicon.h"

static FILE *
open_file(const char *folder, const char *path)
{
	char		name[4096];
	FILE	   *file;

	snprintf(name, sizeof(name), "%s/%s", folder, path);
	file = fopen(name, "rb");
	if (file == NULL)
	{
		perror(name);
		exit(1);
	}
	return file;
}

void
list_open(List *list, const char *folder, const char *path)
{
	list->file = open_file(folder, path);
	list->number = 0;
}

bool
list_next(List *list)
{
	while (fgets(list->line, sizeof(list->line), list->file) != NULL)
	{
		size_t		length = strcspn(list->line, "\r\n");

		list->line[length] = '\0';
		if (++list->number == 1 && strncmp(list->line, "\xEF\xBB\xBF", 3) == 0)
			memmove(list->line, list->line + 3, length - 2);
		if (list->line[0] != '\0' && list->line[0] != '#')
			return true;
	}
	fclose(list->file);
	return false;
}

void
list_split(List *list, char separator)
{
	char	   *at = list->line;

	list->field_count = 0;
	while (list->field_count < MAX_FIELDS)
	{
		char		stop = separator;

		if (separator == ',' && *at == '"')
		{
			stop = '"';
			at++;
		}
		list->fields[list->field_count++] = at;
		at = strchr(at, stop);
		if (at == NULL)
			break;
		*at++ = '\0';
		if (stop == '"' && *at++ != separator)
			break;
	}
	for (int i = list->field_count; i < MAX_FIELDS; i++)
		list->fields[i] = "";
}

/* Writes a code point as UTF-8, returns the byte behind it. */
static char *
put_utf8(char *to, unsigned code)
{
	if (code < 0x80)
		*to++ = (char) code;
	else if (code < 0x800)
	{
		*to++ = (char) (0xC0 | code >> 6);
		*to++ = (char) (0x80 | (code & 0x3F));
	}
	else
	{
		*to++ = (char) (0xE0 | code >> 12);
		*to++ = (char) (0x80 | (code >> 6 & 0x3F));
		*to++ = (char) (0x80 | (code & 0x3F));
	}
	return to;
}

/* Reads a string behind its opening mark into value. */
static void
read_string(FILE *file, char *value)
{
	char	   *to = value;
	int			c;

	while ((c = getc(file)) != EOF && c != '"')
	{
		if (c == '\\' && (c = getc(file)) == 'u')
		{
			unsigned	code;

			if (fscanf(file, "%4x", &code) == 1 && to < value + MAX_LINE - 4)
				to = put_utf8(to, code);
			continue;
		}
		if (to < value + MAX_LINE - 4)
			*to++ = (char) c;
	}
	*to = '\0';
}

#define MAX_DEPTH	16

/*
 * No tree is built: a string before a colon is the key of the next value, and
 * the innermost bracket says whether values have keys.
 */
void
list_json(const char *folder, const char *path, TakeString take, void *state)
{
	FILE	   *file = open_file(folder, path);
	static char value[MAX_LINE];
	char		key[256] = "";
	char		brackets[MAX_DEPTH];
	int			depth = 0;
	int			c;

	while ((c = getc(file)) != EOF)
	{
		if ((c == '{' || c == '[') && depth < MAX_DEPTH)
			brackets[depth++] = (char) c;
		else if ((c == '}' || c == ']') && depth > 0)
			depth--;
		else if (c == '"')
		{
			bool		is_array = depth > 0 && brackets[depth - 1] == '[';

			read_string(file, value);
			do
				c = getc(file);
			while (c == ' ' || c == '\n' || c == '\t' || c == '\r');
			if (c == ':')
				snprintf(key, sizeof(key), "%.255s", value);
			else
			{
				take(state, is_array ? NULL : key, value);
				ungetc(c, file);
			}
		}
	}
	fclose(file);
}
