/*
 * annotation.h
 *		The lines of an annotation: fields separated by tabs.
 *		test/articles/README.md says what each field means.
 */
#ifndef ANNOTATION_H
#define ANNOTATION_H

#include <stdbool.h>
#include <stddef.h>

/* Numbers of the fields, from 0. */
enum
{
	LINE_KIND, LINE_CASES,
	QUOTE_KIND = 2, QUOTE_SPEAKER, QUOTE_SOURCE, QUOTE_CUE, QUOTE_CONTENT, QUOTE_DETAILS,
	NAME_KIND = 2, NAME_NAME, NAME_FORMS, NAME_DETAILS,
	LAYOUT_NAME = 2, LAYOUT_VALUE,
	ABSENT_WHAT = 2, ABSENT_WORDS,
	MAYBE_CONTENT = 2,
	SENTENCE_WORDS = 2
};

#define MAX_LINE_FIELDS		20

typedef struct Line
{
	int			number;			/* in the file, from 1 */
	int			field_count;
	const char *fields[MAX_LINE_FIELDS];
} Line;

typedef struct Lines
{
	Line	   *items;
	int			count;
} Lines;

/*
 * Split an annotation into lines and fields; writes NULs into it.  Empty lines
 * and lines that begin with "#" are left out.  The caller frees items.
 */
extern Lines lines_read(char *annotation);

/* A field, "" when the line is shorter. */
extern const char *line_field(const Line *line, int number);

/* Value of a field "name=value", its name copied; NULL past the last field. */
extern const char *line_detail(const Line *line, int number, char *name, size_t size_b);

/* Copy the next item of a list "a | b" and step past it; false at its end. */
extern bool line_item(const char **list, char *item, size_t size_b);

/* The same for alternatives "a || b". */
extern bool line_alternative(const char **list, char *alternative, size_t size_b);

#define MAX_WORDS_B			4096	/* of one field */

#endif							/* ANNOTATION_H */
