/* article_file.c: read the articles of test/articles; see article_file.h. */
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64	/* or folders with large numbers look empty */

#include "article_file.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PATH_B		1024

static void
fail(const char *what, const char *path)
{
	fprintf(stderr, "%s: %s\n", path, what);
	exit(2);
}

static char *
file_read(const char *folder, const char *name, const char *ending, size_t *length_b)
{
	char		path[MAX_PATH_B];
	FILE	   *file;
	char	   *bytes;
	long		size_b;

	snprintf(path, sizeof(path), "%s/%s%s", folder, name, ending);
	file = fopen(path, "rb");
	if (file == NULL)
		fail("cannot be opened", path);
	fseek(file, 0, SEEK_END);
	size_b = ftell(file);
	rewind(file);
	bytes = calloc((size_t) size_b + 1, 1);
	if (bytes == NULL || fread(bytes, 1, (size_t) size_b, file) != (size_t) size_b)
		fail("cannot be read", path);
	fclose(file);
	*length_b = (size_t) size_b;
	return bytes;
}

/* "01-us-daily-levee.txt", but not "expected.txt". */
static int
is_article(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return entry->d_name[0] >= '0' && entry->d_name[0] <= '9' &&
		dot != NULL && strcmp(dot, ".txt") == 0;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* They are kept to the end, and reached until then. */
static ArticleFile *files;

ArticleFile *
article_files_read(const char *folder, size_t *count)
{
	struct dirent **entries;
	int			found = scandir(folder, &entries, is_article, by_name);

	if (found <= 0)
		fail("holds no article", folder);
	files = calloc((size_t) found, sizeof(ArticleFile));
	if (files == NULL)
		fail("not enough memory", folder);
	for (int i = 0; i < found; i++)
	{
		ArticleFile *file = &files[i];
		size_t		notes_b;

		file->name = strdup(entries[i]->d_name);
		*strrchr(file->name, '.') = '\0';
		file->text = file_read(folder, file->name, ".txt", &file->length_b);
		file->annotation = file_read(folder, file->name, ".ann", &notes_b);
		free(entries[i]);
	}
	free(entries);
	*count = (size_t) found;
	return files;
}
