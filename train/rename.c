/*
 * rename.c
 *		Other names for the persons of a document.
 *
 * The annotated corpora name the same few hundred persons again and again, most
 * of them American; a tagger that learns from them learns their names.  So some
 * documents get their persons renamed: first names and surnames are drawn from
 * a list of names of all cultures, a few are put together from halves of two
 * names, as names that no list knows.  Within a document the same word always
 * becomes the same name, so that a surname still is that of the full name.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "rename.h"

#define MADE_PERCENT	25		/* names that are made of two halves */

/* Adds a name of one word to the section that the list is in. */
static void
add_name(NameList *list, char *name)
{
	if (strchr(name, ' ') != NULL)
		return;
	if (list->count == list->room)
	{
		list->room = list->room * 2 + 1024;
		list->items = grow_memory(list->items, list->room * sizeof(char *));
	}
	list->items[list->count++] = name;
}

void
names_read(NameLists *lists, const char *path)
{
	char	   *rest = read_file(path);
	char	   *line;
	NameList   *section = NULL;

	memset(lists, 0, sizeof(*lists));
	while ((line = next_line(&rest)) != NULL)
	{
		if (*line == '[')
			section = strcmp(line, "[first-world]") == 0 ? &lists->first :
				strcmp(line, "[last-world]") == 0 ? &lists->last : NULL;
		else if (section != NULL && *line != '\0' && *line != '#')
			add_name(section, line);
	}
}

/* "Whitfield": what can be renamed without harm. */
static bool
is_plain_name(const char *word)
{
	size_t		length_b = strlen(word);

	if (length_b < 3 || length_b >= RENAMED_B || !isupper((unsigned char) word[0]))
		return false;
	for (size_t i = 1; i < length_b; i++)
	{
		if (!islower((unsigned char) word[i]))
			return false;
	}
	return true;
}

static const char *
draw(const NameList *list, uint64_t *chance)
{
	return list->items[random_below(chance, list->count)];
}

static void
make_name(const NameList *list, char *name, uint64_t *chance)
{
	const char *left = draw(list, chance);
	const char *right = draw(list, chance);

	if (random_below(chance, 100) < MADE_PERCENT)
		snprintf(name, RENAMED_B, "%.*s%s", (int) (strlen(left) + 1) / 2, left,
				 right + strlen(right) / 2);
	else
		snprintf(name, RENAMED_B, "%s", left);
}

const char *
rename_word(Renaming *renaming, const NameLists *lists, const char *word, bool is_last,
			uint64_t *chance)
{
	Renamed    *entry;

	if (!is_plain_name(word))
		return word;
	for (uint32_t i = 0; i < renaming->count; i++)
	{
		if (strcmp(renaming->items[i].old, word) == 0)
			return renaming->items[i].name;
	}
	if (renaming->count == MAX_RENAMED)
		return word;
	entry = &renaming->items[renaming->count++];
	snprintf(entry->old, RENAMED_B, "%s", word);
	make_name(is_last ? &lists->last : &lists->first, entry->name, chance);
	return entry->name;
}
