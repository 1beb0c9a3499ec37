/*
 * corpus.h
 *		Annotated corpora as running text, read by the product's own tokenizer.
 *
 * A reader glues the tokens of a corpus into text as a newspaper would print
 * it and remembers which bytes carried which label.  corpus_analyse() then
 * runs the first stages of the core over each document and gives every token
 * of the product the label of the bytes it stands on.  So the models learn
 * from the tokens they will meet, whatever a corpus took for a token.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include "memory.h"
#include "nx_core.h"

/* A word or a span of the corpus: bytes of the document's text. */
typedef struct Label
{
	uint32_t	at_b;
	uint32_t	end_b;
	uint8_t		kind;			/* NxTag or NxNameKind */
} Label;

typedef struct Document
{
	char	   *text;
	uint32_t	length_b;
	uint32_t	room_b;
	Label	   *labels;			/* ascending, not overlapping */
	uint32_t	label_count;
	uint32_t	label_room;
	uint32_t	source;			/* number the caller gave to the corpus */
	NxArticle  *article;		/* after corpus_analyse() */
	uint8_t    *gold;			/* one a token, see corpus_gold_*() */
} Document;

typedef struct Corpus
{
	Document   *items;
	uint32_t	count;
	uint32_t	room;
} Corpus;

/* What to change of a corpus while reading it, to see more kinds of text. */
typedef struct Variation
{
	uint32_t	case_percent;	/* documents that get one of their sentences
								 * again in capitals or in title case */
	uint32_t	title_percent;	/* titles that lose their full stop */
	uint32_t	name_percent;	/* documents whose persons get other names */
	uint32_t	hyphen_percent; /* documents that keep hyphens between spaces,
								 * as treebanks print them */
	const struct NameLists *names;	/* rename.h */
	uint64_t	seed;
} Variation;

/*
 * Readers append documents with the given source number.  A file that cannot
 * be read ends the program.  Labels are NxTag for the first two, NxNameKind
 * for corpus_read_iob(), where a document is `sentences` sentences long when
 * the file marks no borders.  corpus_read_jsonl() takes the "text" of each line
 * of a file of JSON objects, and "mentions", when there are any, as labels.
 */
extern void corpus_read_conllu(Corpus *corpus, const char *path, uint32_t source);
extern void corpus_read_masc(Corpus *corpus, const char *folder, uint32_t source);
extern void corpus_read_iob(Corpus *corpus, const char *path, uint32_t source,
							uint32_t sentences, const Variation *variation);
extern void corpus_read_jsonl(Corpus *corpus, const char *path, uint32_t source);

/* Tokens and sentences of every document by the stages of the core. */
extern void corpus_analyse(Corpus *corpus);

/* gold[token] = the Penn tag, NX_TAG_NONE where tokens do not agree. */
extern void corpus_gold_tags(Corpus *corpus);

/* gold[token] = NxNameKind, with CORPUS_BEGIN on the first token of a name. */
#define CORPUS_BEGIN	0x80
extern void corpus_gold_names(Corpus *corpus);

/*
 * Puts labels of names right by the lexicon, of the documents of one source
 * (clean.c); returns how many.  Between corpus_analyse() and
 * corpus_gold_names().
 */
extern uint32_t corpus_clean_names(Corpus *corpus, uint32_t source);

extern NxTag corpus_tag(const char *name);

/* The generator of all chance in training: same seed, same numbers. */
extern uint32_t random_below(uint64_t *state, uint32_t bound);

#endif							/* CORPUS_H */
