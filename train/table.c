/*
 * table.c
 *		Lays the rows of a linear model out in buckets.
 *
 * Each bucket takes its heaviest features, among equals the one with the smaller hash,
 * so the same rows give the same bytes in whatever order they come.
 */
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "table.h"

static size_t
table_length(const NxLinear *linear)
{
	return NX_LINEAR_LINE + ((size_t) NX_LINEAR_LINE << linear->bucket_bits);
}

void
table_init(NxLinear *linear, uint8_t bucket_bits, uint32_t lane_count)
{
	memset(linear, 0, sizeof(*linear));
	linear->lane_count = (uint8_t) lane_count;
	linear->bucket_bits = bucket_bits;
	linear->unit = 1;
	linear->zeros = take_memory(table_length(linear));
}

static int
compare_rows(const void *left, const void *right)
{
	const TableRow *a = left;
	const TableRow *b = right;

	if (a->bucket_at != b->bucket_at)
		return a->bucket_at < b->bucket_at ? -1 : 1;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

void
table_build(NxLinear *linear, TableRow *rows, uint32_t count, TableFill fill, const void *state)
{
	uint32_t	way = 0;

	for (uint32_t i = 0; i < count; i++)
		rows[i].bucket_at = nx_linear_bucket_at(linear, rows[i].hash);
	qsort(rows, count, sizeof(TableRow), compare_rows);
	for (uint32_t i = 0; i < count; i++)
	{
		int8_t	   *bucket = (int8_t *) (uintptr_t) linear->zeros + rows[i].bucket_at;
		uint16_t	key = nx_linear_key(rows[i].hash);

		way = i > 0 && rows[i].bucket_at == rows[i - 1].bucket_at ? way + 1 : 0;
		if (way >= nx_linear_ways(linear->lane_count))
			continue;
		bucket[nx_linear_key_at(linear, way)] = (int8_t) (key & 0xFF);
		bucket[nx_linear_key_at(linear, way) + 1] = (int8_t) (key >> 8);
		fill(state, rows[i].row, bucket + way * linear->lane_count);
	}
}

void
table_free(NxLinear *linear)
{
	free((void *) (uintptr_t) linear->zeros);
	linear->zeros = NULL;
}

void
table_write(FILE *file, const char *prefix, const NxLinear *linear)
{
	size_t		length_b = table_length(linear);

	fprintf(file, "static const _Alignas(NX_LINEAR_LINE) int8_t %s_table[%zu] = {", prefix,
			length_b);
	for (size_t i = 0; i < length_b; i++)
		fprintf(file, "%s%d", i % NX_LINEAR_LINE ? "," : i ? ",\n" : "\n", linear->zeros[i]);
	fputs("\n};\n\n", file);
}

void
table_write_head(FILE *file, const char *prefix, const NxLinear *linear)
{
	fprintf(file, "{%s_table, %d, %d, %d}", prefix, linear->bucket_bits,
			linear->lane_count, linear->unit);
}
