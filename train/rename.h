/*
 * rename.h
 *		Other names for the persons of a document, see rename.c.
 */
#ifndef RENAME_H
#define RENAME_H

#include "document.h"

#define RENAMED_B		48		/* bytes of a name, with the closing zero */
#define MAX_RENAMED		256		/* words of one document */

typedef struct NameList
{
	char	  **items;
	uint32_t	count;
	uint32_t	room;
} NameList;

typedef struct NameLists
{
	NameList	first;
	NameList	last;
} NameLists;

typedef struct Renamed
{
	char		old[RENAMED_B];
	char		name[RENAMED_B];
} Renamed;

/* What was renamed so far in a document. */
typedef struct Renaming
{
	uint32_t	count;
	Renamed		items[MAX_RENAMED];
} Renaming;

/* Reads the sections [first-world] and [last-world] of a list. */
extern void names_read(NameLists *lists, const char *path);

/*
 * The new name of a word of a person's name, or the word itself.  The name
 * lives as long as the renaming.
 */
extern const char *rename_word(Renaming *renaming, const NameLists *lists,
							   const char *word, bool is_last, uint64_t *chance);

#endif							/* RENAME_H */
