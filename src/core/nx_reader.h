/*
 * nx_reader.h
 *		What is set up once for all articles.
 */
#ifndef NX_READER_H
#define NX_READER_H

#include "nx_pattern.h"

#define NX_FRAME_SLOTS	1024	/* a power of two */

struct NxReader
{
	NxHost		host;
	NxPatterns *patterns;
	uint16_t	frames[NX_FRAME_SLOTS];	/* by nx_frame_index() */
	const struct NxAttributionModel *attribution;	/* NULL: propose nothing */
};

#endif							/* NX_READER_H */
