/*
 * nx_reader.h
 *		What is set up once for all articles.
 */
#ifndef NX_READER_H
#define NX_READER_H

#include "nx_pattern.h"

struct NxReader
{
	NxHost		host;
	NxPatterns *patterns;
	const struct NxAttributionModel *attribution;	/* NULL: propose nothing */
};

#endif							/* NX_READER_H */
