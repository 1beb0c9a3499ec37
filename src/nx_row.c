/*
 * nx_row.c
 *		Rows of composite types from the analyser's results.
 *
 * The type that the function is declared to return says what a row looks
 * like, and attributes are filled by their names.  So an old installation
 * with fewer attributes works with a newer library, and dropped attributes
 * stay NULL.  An attribute that the library does not know comes from newer
 * SQL than the loaded library: an error, because a stored NULL would look
 * like a result.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "nx_bridge.h"

static const NxColumn *
find_column(const NxColumn *columns, Form_pg_attribute attribute)
{
	const char *name = NameStr(attribute->attname);

	for (const NxColumn *column = columns; column->name != NULL; column++)
	{
		if (strcmp(column->name, name) == 0 && column->type == attribute->atttypid)
			return column;
	}
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("the loaded library cannot fill attribute \"%s\" of type %s",
					name, format_type_be(attribute->atttypid)),
			 errdetail("The library has version %s.", NEWSEXT_VERSION),
			 errhint("Start a new session after an update of the extension.")));
}

static void
init_row(NxRow *row, const NxReading *reading, TupleDesc tupdesc,
		 const NxColumn *columns)
{
	int			natts = tupdesc->natts;

	row->reading = reading;
	row->range_type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	row->number = 0;
	row->tupdesc = tupdesc;
	row->columns = palloc_array(const NxColumn *, natts);
	row->values = palloc0_array(Datum, natts);
	row->nulls = palloc0_array(bool, natts);
	for (int i = 0; i < natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(tupdesc, i);

		row->columns[i] = attribute->attisdropped ? NULL : find_column(columns, attribute);
	}
}

Datum
nx_row_null(NxRow *row)
{
	row->is_null = true;
	return (Datum) 0;
}

static void
fill_row(NxRow *row, const void *item)
{
	row->number++;
	for (int i = 0; i < row->tupdesc->natts; i++)
	{
		const NxColumn *column = row->columns[i];

		row->is_null = column == NULL;
		if (column != NULL)
			row->values[i] = column->get(row, (const char *) item + column->field_b);
		row->nulls[i] = row->is_null;
	}
}

Datum
nx_row_make(FunctionCallInfo fcinfo, const NxReading *reading,
			const NxColumn *columns, const void *item)
{
	TupleDesc	tupdesc;
	NxRow		row;

	if (get_call_result_type(fcinfo, NULL, &tupdesc) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("function must be declared to return a composite type")));
	init_row(&row, reading, BlessTupleDesc(tupdesc), columns);
	fill_row(&row, item);
	return HeapTupleGetDatum(heap_form_tuple(row.tupdesc, row.values, row.nulls));
}

void
nx_rows_begin(NxRows *rows, FunctionCallInfo fcinfo,
			  const NxReading *reading, const NxColumn *columns)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	InitMaterializedSRF(fcinfo, 0);
	init_row(&rows->row, reading, result->setDesc, columns);
	rows->store = result->setResult;
	rows->context = AllocSetContextCreate(CurrentMemoryContext, "newsext row",
										  ALLOCSET_DEFAULT_SIZES);
}

void
nx_rows_put(NxRows *rows, const void *item)
{
	MemoryContext caller = MemoryContextSwitchTo(rows->context);

	fill_row(&rows->row, item);
	tuplestore_putvalues(rows->store, rows->row.tupdesc, rows->row.values,
						 rows->row.nulls);
	MemoryContextSwitchTo(caller);
	MemoryContextReset(rows->context);
}

void
nx_rows_end(NxRows *rows)
{
	MemoryContextDelete(rows->context);
}
