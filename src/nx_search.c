/*
 * nx_search.c
 *		The functions of search that SQL calls.
 */
#include "postgres.h"

#include "executor/executor.h"
#include "utils/fmgrprotos.h"

#include "nx_search.h"

PG_FUNCTION_INFO_V1(newsext_tsvector);
Datum
newsext_tsvector(PG_FUNCTION_ARGS)
{
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	TSVector	vector = nx_search_vector(reading, 0, UINT32_MAX);

	nx_reading_end(reading);
	PG_RETURN_TSVECTOR(vector);
}

/* Does this quote alone answer the query? */
static bool
is_match(const NxReading *reading, uint32_t quote, Datum query)
{
	TSVector	vector = nx_search_vector(reading, quote, quote + 1);

	return DatumGetBool(DirectFunctionCall2(ts_match_vq, TSVectorGetDatum(vector), query));
}

PG_FUNCTION_INFO_V1(newsext_quotes_matching);
Datum
newsext_quotes_matching(PG_FUNCTION_ARGS)
{
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	Datum		query = PG_GETARG_DATUM(1);
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(reading->article, &count);
	MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "newsext search",
											   ALLOCSET_DEFAULT_SIZES);
	NxRows		rows;

	nx_rows_begin(&rows, fcinfo, reading, nx_quote_columns);
	for (uint32_t i = 0; i < count; i++)
	{
		MemoryContext caller = MemoryContextSwitchTo(work);
		bool		matches = is_match(reading, i, query);

		MemoryContextSwitchTo(caller);
		MemoryContextReset(work);
		rows.row.number = (int32) i;
		if (matches)
			nx_rows_put(&rows, &quotes[i]);
	}
	nx_rows_end(&rows);
	MemoryContextDelete(work);
	nx_reading_end(reading);
	return (Datum) 0;
}

/*
 * The attributes of a quote as functions: unlike (q).speaker, a foreign
 * server can be asked for speaker(q).
 */
static Datum
quote_attribute(FunctionCallInfo fcinfo, const char *name)
{
	bool		is_null;
	Datum		value = GetAttributeByName(PG_GETARG_HEAPTUPLEHEADER(0), name, &is_null);

	if (is_null)
		PG_RETURN_NULL();
	return value;
}

#define QUOTE_ATTRIBUTE(name) \
	PG_FUNCTION_INFO_V1(newsext_quote_##name); \
	Datum \
	newsext_quote_##name(PG_FUNCTION_ARGS) \
	{ \
		return quote_attribute(fcinfo, #name); \
	}

QUOTE_ATTRIBUTE(kind)
QUOTE_ATTRIBUTE(content)
QUOTE_ATTRIBUTE(speaker)
QUOTE_ATTRIBUTE(role)
QUOTE_ATTRIBUTE(affiliation)
QUOTE_ATTRIBUTE(verb)
QUOTE_ATTRIBUTE(mode)
QUOTE_ATTRIBUTE(confidence)
