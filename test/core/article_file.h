/*
 * article_file.h
 *		The articles of test/articles: each a text and its annotation.
 */
#ifndef ARTICLE_FILE_H
#define ARTICLE_FILE_H

#include <stddef.h>

#define ARTICLE_FOLDER "../articles"

/* Strings end in NUL and live as long as the program. */
typedef struct ArticleFile
{
	char	   *name;			/* "01-us-daily-levee" */
	char	   *text;
	size_t		length_b;
	char	   *annotation;
} ArticleFile;

/*
 * Read all articles of a folder, in the order of their names.  Prints why and
 * ends the program when a file cannot be read.
 */
extern ArticleFile *article_files_read(const char *folder, size_t *count);

#endif							/* ARTICLE_FILE_H */
