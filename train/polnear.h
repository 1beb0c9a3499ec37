/*
 * polnear.h
 *		Annotated articles of the attribution corpus, read by the product.
 *
 * A file holds one JSON object a line: id, publisher, text and attributions
 * with the spans of source, cue and content in characters.  The text goes
 * through the analyser; spans become ranges of its tokens.
 */
#ifndef POLNEAR_H
#define POLNEAR_H

#include "nx_propose.h"

#define PARTS	3				/* by NxPart */

typedef struct Spans
{
	NxRange    *items;
	uint32_t	count;
} Spans;

typedef struct Gold
{
	Spans		parts[PARTS];	/* tokens */
	char	   *speaker;		/* full name, or NULL */
	bool		is_person;
} Gold;

typedef struct Example
{
	char	   *id;
	char	   *publisher;
	char	   *text;
	size_t		length_b;
	NxArticle  *article;
	NxProposal *proposal;
	uint32_t   *cells;			/* cell of each token */
	Gold	   *golds;
	uint32_t	gold_count;
	uint32_t	fold;
} Example;

typedef struct Examples
{
	Example    *items;
	uint32_t	count;
} Examples;

/* Reads and analyses a file; ends the program when it cannot. */
extern Examples polnear_read(const char *path);
/* Analyses the text of an example anew, with a model. */
extern NxArticle *polnear_analyse(const Example *example, const NxAttributionModel *model);

#endif							/* POLNEAR_H */
