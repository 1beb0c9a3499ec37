/*
 * lexicon.h
 *		The compiler of the lexicon: readers of lists, the table being built,
 *		and what fills it.
 *
 *	lexicon_list.c		lines, columns and JSON of the source files
 *	lexicon_inflect.c	plurals and verb forms
 *	lexicon_table.c		entries by form, class sets, the C source that is written
 *	lexicon_capital.c	counts of capitals in running text
 *	lexicon_source.c	words of the language, from lists of our own and others'
 *	lexicon_names.c		names of persons, places, organisations
 *	lexicon.c			main
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdio.h>
#include <stdlib.h>

#include "nx_lexicon_data.h"

#define MAX_LINE	(1 << 16)
#define MAX_FIELDS	24
#define MAX_ENTRY	60			/* bytes; longer entries are no names */

/* ---- lexicon_list.c ---- */

/* A file being read; lines lose their end, files of UTF-8 their mark. */
typedef struct List
{
	FILE	   *file;
	char		line[MAX_LINE];
	char	   *fields[MAX_FIELDS];
	int			field_count;
	unsigned	number;			/* of the line, from 1 */
} List;

extern void list_open(List *list, const char *folder, const char *path);
extern bool list_next(List *list);	/* skips empty lines and #comments; closes
									 * the file at its end */
extern void list_split(List *list, char separator);	/* "" protects a comma */

/* Calls take for every string of a JSON file: key is NULL inside an array. */
typedef void (*TakeString) (void *state, const char *key, char *value);
extern void list_json(const char *folder, const char *path, TakeString take, void *state);

/* ---- lexicon_inflect.c ---- */
#define MAX_FORM	96

extern void inflect_plural(const char *noun, char *plural);
extern void inflect_third(const char *verb, char *form);
extern void inflect_past(const char *verb, char *form);
extern void inflect_gerund(const char *verb, char *form);

/* ---- lexicon_table.c ---- */

typedef struct Entry
{
	uint32_t	form;
	uint32_t	count;			/* how often seen in text: frequent ones first */
	uint32_t	lower;			/* counts in the middle of sentences */
	uint32_t	capital;
	NxClasses	classes;
	uint8_t		tier;			/* of the word lists, 0: in none */
	uint8_t		name_sex;		/* 1 << NxSex, several: unknown */
	uint8_t		word_sex;
	uint8_t		spelled;		/* 1: in capitals, 2: otherwise */
	uint8_t		flags;
} Entry;

extern Entry *table_entry(uint32_t form);	/* finds or makes */
extern const Entry *table_find(uint32_t form);	/* NULL: none */

/*
 * Adds classes to an entry as written, of one or several tokens.  Returns the
 * entry when it is one token, else NULL; the pointer holds until the next call.
 */
extern Entry *table_add(const char *words, NxClasses classes);
extern Entry *table_add_name(const char *words, uint64_t names);
extern void table_add_verb(const char *lemma, const char *form, NxClasses classes);
extern void table_add_demonym(const char *demonym, const char *country);
extern void table_add_irregular(bool is_verb, const char *lemma, const char *form);
extern void table_write(FILE *out);

/* Splits text with the tokenizer of the core; freed with tokens_free(). */
extern NxArticle *tokens_read(const char *text, size_t length_b);
extern void tokens_free(NxArticle *a);

/* ---- lexicon_capital.c ---- */
extern void capital_count(const char *shared);

/* ---- lexicon_source.c ---- */
extern void source_words(const char *lists);	/* the lists of train/lists */
extern void source_irregulars(const char *lists);
extern void source_tiers(const char *shared);	/* frequency tiers of words */
extern void source_verbs(const char *shared);

/* ---- lexicon_names.c ---- */
extern void source_names(const char *shared);

#endif							/* LEXICON_H */
