/*
 * table.h
 *		The pruned table of int8 rows that a linear model becomes, and its C
 *		source.  nx_linear.h tells what it looks like.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdio.h>

#include "nx_linear.h"

/* A feature that wants a row. */
typedef struct TableRow
{
	uint32_t	hash;
	uint32_t	row;			/* what the caller calls it */
	int64_t		weight;			/* the heavier ones of a bucket have their row */
	size_t		bucket_at;		/* set by table_build() */
} TableRow;

/* Writes the weights of a row, one a lane. */
typedef void (*TableFill) (const void *state, uint32_t row, int8_t *lanes);

/* An empty table of 2^bucket_bits buckets. */
extern void table_init(NxLinear *linear, uint8_t bucket_bits, uint32_t lane_count);
extern void table_build(NxLinear *linear, TableRow *rows, uint32_t count,
						TableFill fill, const void *state);
extern void table_free(NxLinear *linear);

/* "static const ... PREFIX_table[]", and the initialiser of an NxLinear of it. */
extern void table_write(FILE *file, const char *prefix, const NxLinear *linear);
extern void table_write_head(FILE *file, const char *prefix, const NxLinear *linear);

#endif							/* TABLE_H */
