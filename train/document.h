/*
 * document.h
 *		How the readers of the formats build a document.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "corpus.h"

extern Document *document_begin(Corpus *corpus, uint32_t source);
/* Appends bytes and returns where they begin. */
extern uint32_t document_add_text(Document *document, const char *bytes, size_t length_b);
/* Labels the bytes from at_b to the end of the text so far. */
extern void document_add_label(Document *document, uint32_t at_b, uint8_t kind);

/* --- files --- */

/* The bytes of a file, closed by a zero; no file ends the program. */
extern char *read_file(const char *path);
/* Cuts the next line off *rest; NULL at the end. */
extern char *next_line(char **rest);
/* Splits a line at its tabs; returns how many fields there are. */
extern uint32_t split_fields(char *line, char **fields, uint32_t room);

/* --- words without spaces --- */

/*
 * What is remembered of a sentence while its words are glued to text.  Begins
 * as {.is_first = true}.
 */
typedef struct Glue
{
	char		before[64];		/* the word before, cut to fit */
	bool		is_first;
	bool		is_quoting;		/* inside straight marks */
	bool		is_tight;		/* the next word is to stand without a space */
} Glue;

/* Appends a word, with a space before it where print has one. */
extern void document_add_word(Document *document, Glue *glue, const char *word);

#endif							/* DOCUMENT_H */
