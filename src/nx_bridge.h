/*
 * nx_bridge.h
 *		Between PostgreSQL and the analyser, which knows nothing of it.
 *
 *	nx_host.c		memory, interrupts, status -> SQLSTATE
 *	nx_pool.c		large blocks of memory, kept for the next analysis
 *	nx_recode.c		server encoding <-> UTF-8
 *	nx_reading.c	one analysis for all calls over the same text
 *	nx_column.c		which field of a result fills which attribute of a row
 *	nx_row.c		rows of composite types
 *	nx_keys.c		keys of names, sorted
 *	nx_cut.c		pieces of a text by character ranges
 *	newsext.c		the functions that SQL calls
 *
 * postgres.h stands before this header.
 */
#ifndef NX_BRIDGE_H
#define NX_BRIDGE_H

#include "datatype/timestamp.h"
#include "fmgr.h"
#include "nodes/memnodes.h"
#include "utils/array.h"
#include "utils/rangetypes.h"
#include "utils/tuplestore.h"
#include "utils/typcache.h"

#include "nx.h"
#include "nx_compat.h"

/* ------------------------------------------------------------------------
 * Host (nx_host.c)
 * ------------------------------------------------------------------------
 */

/*
 * A host whose memory is context, but for large blocks, which must be given
 * back before it goes; polls for interrupts.
 */
extern NxHost nx_host_make(MemoryContext context);

/*
 * Raises the error of a status that is neither NX_OK nor NX_INTERRUPTED;
 * length_b is the text's.
 */
extern void nx_host_raise(NxStatus status, size_t length_b)
						__attribute__((noreturn));

/* Memory, or NULL; small blocks live in the context (nx_pool.c). */
extern void nx_pool_create(void);
extern void *nx_pool_take(MemoryContext context, size_t size_b);
extern void nx_pool_give_back(void *bytes);

/* ------------------------------------------------------------------------
 * Encodings (nx_recode.c)
 * ------------------------------------------------------------------------
 */

/* Bytes of somebody, not terminated. */
typedef struct NxSlice
{
	const char *bytes;
	size_t		length_b;
} NxSlice;

/*
 * The stored text as the analyser reads it.  Returns the same pointer when
 * nothing is to change, else a copy in the current context that has one
 * code point for each stored character.
 */
extern NxSlice nx_recode_in(NxSlice stored);

/* A string of the analyser as stored text; the same pointer or a copy. */
extern NxSlice nx_recode_out(NxSlice string);

/* ------------------------------------------------------------------------
 * Readings (nx_reading.c)
 * ------------------------------------------------------------------------
 */
typedef struct NxReading
{
	MemoryContext context;		/* holds the reading and all it points to,
								 * but not a long text */
	NxArticle  *article;		/* or NULL while it is made */
	MemoryContextCallback at_end;	/* frees it */
	NxSlice		argument;		/* the argument as it came, when it must be
								 * fetched or decompressed, and in which */
	TimestampTz statement;		/* statement */
	TimestampTz transaction;	/* and transaction */
	NxSlice		stored;			/* the text as the database has it */
	NxSlice		text;			/* the text as the analyser read it */
} NxReading;

/*
 * Analyse a text (a Datum as it came to a function), or find the analysis of
 * the last call when the text is the same.  Raises an error for a text that
 * is too long and when memory runs out, and serves interrupts.  Valid until
 * nx_reading_end(); body must stay readable as long.
 */
extern NxReading *nx_reading_begin(Datum body);
extern void nx_reading_end(NxReading *reading);

/* Position of a byte of the text: characters as stored, from 1. */
extern int32 nx_reading_position(const NxReading *reading, uint32_t at_b);

/* ------------------------------------------------------------------------
 * Rows (nx_row.c, nx_column.c)
 * ------------------------------------------------------------------------
 */
typedef struct NxRow NxRow;

/*
 * One attribute of a composite type: where its value comes from.  get makes
 * the Datum from the field at field_b of a result struct, or calls
 * nx_row_null().
 */
typedef struct NxColumn
{
	const char *name;			/* NULL ends a list of columns */
	Oid			type;
	Datum		(*get) (NxRow *row, const void *field);
	size_t		field_b;
} NxColumn;

struct NxRow
{
	const NxReading *reading;
	TypeCacheEntry *range_type; /* int4range */
	int32		number;			/* of this row, from 1 */
	TupleDesc	tupdesc;
	const NxColumn **columns;	/* of each attribute; NULL: dropped */
	Datum	   *values;
	bool	   *nulls;
	bool		is_null;		/* said by the last get */
};

extern const NxColumn nx_quote_columns[];
extern const NxColumn nx_speaker_columns[];
extern const NxColumn nx_entity_columns[];
extern const NxColumn nx_mention_columns[];
extern const NxColumn nx_layout_columns[];
extern const NxColumn nx_zone_columns[];
extern const NxColumn nx_explanation_columns[];
extern const NxColumn nx_sentence_columns[];
extern const NxColumn nx_token_columns[];

/* The SQL NULL of a get. */
extern Datum nx_row_null(NxRow *row);

/* One row as a composite Datum. */
extern Datum nx_row_make(FunctionCallInfo fcinfo, const NxReading *reading,
						 const NxColumn *columns, const void *item);

/* The rows of a set-returning function: begin, put each item, end. */
typedef struct NxRows
{
	NxRow		row;
	Tuplestorestate *store;
	MemoryContext context;		/* of one row's values */
} NxRows;

extern void nx_rows_begin(NxRows *rows, FunctionCallInfo fcinfo,
						  const NxReading *reading, const NxColumn *columns);
extern void nx_rows_put(NxRows *rows, const void *item);
extern void nx_rows_end(NxRows *rows);

/* ------------------------------------------------------------------------
 * Keys (nx_keys.c)
 * ------------------------------------------------------------------------
 */

/* The key of a name in UTF-8, as stored text; NULL when nothing is left. */
extern text *nx_key_text(NxSlice name);

/* Keys of many names: init with room for them, add each, take the array. */
typedef struct NxKeys
{
	text	  **items;
	int			count;
} NxKeys;

extern void nx_keys_init(NxKeys *keys, uint32_t room);
extern void nx_keys_add(NxKeys *keys, NxString name);
/* Sorted by bytes, each once. */
extern ArrayType *nx_keys_array(NxKeys *keys);

/* ------------------------------------------------------------------------
 * Pieces of a text (nx_cut.c)
 * ------------------------------------------------------------------------
 */

/*
 * Characters of the stored text at ascending int4range's, joined by a space, or by a
 * blank line when a line ends between them.  NULL when nothing is left.
 */
extern text *nx_cut_ranges(NxSlice stored, RangeType **ranges, int32 count);

#endif							/* NX_BRIDGE_H */
