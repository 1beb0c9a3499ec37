/* annotation.c: the lines of an annotation; see annotation.h. */
#include "annotation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ITEM_END			" | "
#define ALTERNATIVE_END		" || "

static void
split_fields(Line *line, char *text)
{
	while (text != NULL && line->field_count < MAX_LINE_FIELDS)
	{
		char	   *tab = strchr(text, '\t');

		line->fields[line->field_count++] = text;
		if (tab != NULL)
			*tab++ = '\0';
		text = tab;
	}
}

static size_t
line_count(const char *text)
{
	size_t		count = 1;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

Lines
lines_read(char *annotation)
{
	Lines		lines = {NULL, 0};
	int			number = 0;

	lines.items = calloc(line_count(annotation), sizeof(Line));
	if (lines.items == NULL)
		exit(2);
	while (annotation != NULL)
	{
		char	   *end = strchr(annotation, '\n');

		if (end != NULL)
			*end++ = '\0';
		number++;
		if (annotation[0] != '\0' && annotation[0] != '#')
		{
			lines.items[lines.count].number = number;
			split_fields(&lines.items[lines.count++], annotation);
		}
		annotation = end;
	}
	return lines;
}

const char *
line_field(const Line *line, int number)
{
	return number < line->field_count ? line->fields[number] : "";
}

const char *
line_detail(const Line *line, int number, char *name, size_t size_b)
{
	const char *equals;

	if (number >= line->field_count)
		return NULL;
	equals = strchr(line->fields[number], '=');
	if (equals == NULL)
	{
		fprintf(stderr, "line %d: no name=value: %s\n", line->number, line->fields[number]);
		exit(2);
	}
	snprintf(name, size_b, "%.*s", (int) (equals - line->fields[number]),
			 line->fields[number]);
	return equals + 1;
}

/* Copy what stands before the next separator and step past it. */
static bool
next_part(const char **list, const char *separator, char *part, size_t size_b)
{
	const char *end = strstr(*list, separator);

	if (**list == '\0')
		return false;
	if (end == NULL)
		end = *list + strlen(*list);
	snprintf(part, size_b, "%.*s", (int) (end - *list), *list);
	*list = *end == '\0' ? end : end + strlen(separator);
	return true;
}

bool
line_item(const char **list, char *item, size_t size_b)
{
	return next_part(list, ITEM_END, item, size_b);
}

bool
line_alternative(const char **list, char *alternative, size_t size_b)
{
	return next_part(list, ALTERNATIVE_END, alternative, size_b);
}
