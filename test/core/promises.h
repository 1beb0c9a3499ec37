/*
 * promises.h
 *		What nx.h promises of every result of every text.
 */
#ifndef PROMISES_H
#define PROMISES_H

#include "nx.h"

/*
 * Count the promises that an article's results break: spans inside the text,
 * on character borders and in its order, absent values NULL and not empty,
 * numbers of things that exist.  Prints the first one, with the name.
 */
extern unsigned promises_broken(const NxArticle *article, const char *name,
								const char *text, size_t length_b);

#endif							/* PROMISES_H */
