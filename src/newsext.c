/*
 * newsext.c
 *		The functions that SQL calls: get the arguments, ask the analyser, give
 *		the result.  No linguistics, no memory management, no encoding: these
 *		stand behind nx_bridge.h.
 *
 * Each function that reads a text begins a reading, which is the analysis of
 * this very text, new or kept from the call before, and ends it when the rows
 * are built.  Between the two nothing runs that could begin another reading:
 * no operator or function of a user's is called to make a row.
 *
 * Set-returning functions put all rows into a tuplestore at once.  In FROM
 * the server would do so itself, and a cursor that is left early then leaves
 * nothing open.
 *
 * All functions are strict and depend on their arguments alone: they read no
 * table, no setting and no locale, so they are immutable and parallel safe.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"

#include "nx_bridge.h"

NX_MODULE_MAGIC;

/* Most bytes of a parameter that an error message shows. */
#define MAX_SHOWN_B		40

/* Results that lie one after the other. */
typedef struct Items
{
	const void *first;
	uint32_t	count;
	size_t		item_b;
} Items;

/* ------------------------------------------------------------------------
 * Rows
 * ------------------------------------------------------------------------
 */

static Datum
put_items(FunctionCallInfo fcinfo, NxReading *reading, const NxColumn *columns,
		  Items items)
{
	NxRows		rows;

	nx_rows_begin(&rows, fcinfo, reading, columns);
	for (uint32_t i = 0; i < items.count; i++)
		nx_rows_put(&rows, (const char *) items.first + i * items.item_b);
	nx_rows_end(&rows);
	nx_reading_end(reading);
	return (Datum) 0;
}

/* A set-returning function over one list of results. */
#define ITEMS_FUNCTION(function, type, list, item_columns) \
	PG_FUNCTION_INFO_V1(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0)); \
		Items		items = {.item_b = sizeof(type)}; \
 \
		items.first = list(reading->article, &items.count); \
		return put_items(fcinfo, reading, item_columns, items); \
	}

ITEMS_FUNCTION(newsext_quotes, NxQuote, nx_article_quotes, nx_quote_columns)
ITEMS_FUNCTION(newsext_speakers, NxSpeaker, nx_article_speakers, nx_speaker_columns)
ITEMS_FUNCTION(newsext_entities, NxEntity, nx_article_entities, nx_entity_columns)
ITEMS_FUNCTION(newsext_mentions, NxMention, nx_article_mentions, nx_mention_columns)
ITEMS_FUNCTION(newsext_zones, NxZone, nx_article_zones, nx_zone_columns)

/* The same over what the analyser shows one by one. */
#define VIEWS_FUNCTION(function, type, count_of, view_of, view_columns) \
	PG_FUNCTION_INFO_V1(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0)); \
		uint32_t	count = count_of(reading->article); \
		NxRows		rows; \
 \
		nx_rows_begin(&rows, fcinfo, reading, view_columns); \
		for (uint32_t i = 0; i < count; i++) \
		{ \
			type		view; \
 \
			view_of(reading->article, i, &view); \
			nx_rows_put(&rows, &view); \
		} \
		nx_rows_end(&rows); \
		nx_reading_end(reading); \
		return (Datum) 0; \
	}

VIEWS_FUNCTION(newsext_sentences, NxSentenceView, nx_article_sentence_count,
			   nx_article_sentence, nx_sentence_columns)
VIEWS_FUNCTION(newsext_tokens, NxTokenView, nx_article_token_count,
			   nx_article_token, nx_token_columns)

PG_FUNCTION_INFO_V1(newsext_explain);
Datum
newsext_explain(PG_FUNCTION_ARGS)
{
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	Items		items = {.item_b = sizeof(NxExplanation)};
	const NxExplanation *first = NULL;
	NxStatus	status;

	while ((status = nx_article_explain(reading->article, &first, &items.count)) == NX_INTERRUPTED)
		CHECK_FOR_INTERRUPTS();
	if (status != NX_OK)
		nx_host_raise(status, reading->text.length_b);
	items.first = first;
	return put_items(fcinfo, reading, nx_explanation_columns, items);
}

PG_FUNCTION_INFO_V1(newsext_article);
Datum
newsext_article(PG_FUNCTION_ARGS)
{
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	Datum		row = nx_row_make(fcinfo, reading, nx_layout_columns,
								  nx_article_layout(reading->article));

	nx_reading_end(reading);
	return row;
}

/* ------------------------------------------------------------------------
 * Keys
 * ------------------------------------------------------------------------
 */
#define KIND_BIT(kind)	(1u << (kind))
#define KIND_COUNT		(NX_ENTITY_MISC + 1)

/* Kinds of what has a name; the others are values. */
#define NAMED_KINDS \
	(KIND_BIT(NX_ENTITY_PERSON) | KIND_BIT(NX_ENTITY_ORGANIZATION) | \
	 KIND_BIT(NX_ENTITY_PLACE) | KIND_BIT(NX_ENTITY_NATIONALITY) | \
	 KIND_BIT(NX_ENTITY_EVENT) | KIND_BIT(NX_ENTITY_WORK) | \
	 KIND_BIT(NX_ENTITY_MISC))

static uint32_t
find_kind(text *name)
{
	char	   *wanted = text_to_cstring(name);
	StringInfoData kinds;

	for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
		if (strcmp(wanted, nx_entity_kind_name(kind)) == 0)
			return KIND_BIT(kind);
	initStringInfo(&kinds);
	for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
		appendStringInfo(&kinds, kind == 0 ? "%s" : ", %s", nx_entity_kind_name(kind));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("\"%.*s\" is no kind of entity",
					pg_mbcliplen(wanted, strlen(wanted), MAX_SHOWN_B), wanted),
			 errhint("The kinds are %s.", kinds.data)));
}

PG_FUNCTION_INFO_V1(newsext_speaker_names);
Datum
newsext_speaker_names(PG_FUNCTION_ARGS)
{
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	uint32_t	count;
	const NxSpeaker *speakers = nx_article_speakers(reading->article, &count);
	NxKeys		keys;

	nx_keys_init(&keys, count);
	for (uint32_t i = 0; i < count; i++)
		nx_keys_add(&keys, speakers[i].name);
	nx_reading_end(reading);
	PG_RETURN_ARRAYTYPE_P(nx_keys_array(&keys));
}

/* With one argument all that has a name, with two all of one kind. */
PG_FUNCTION_INFO_V1(newsext_entity_names);
Datum
newsext_entity_names(PG_FUNCTION_ARGS)
{
	uint32_t	kinds = PG_NARGS() == 1 ? NAMED_KINDS : find_kind(PG_GETARG_TEXT_PP(1));
	NxReading  *reading = nx_reading_begin(PG_GETARG_DATUM(0));
	uint32_t	count;
	const NxEntity *entities = nx_article_entities(reading->article, &count);
	NxKeys		keys;

	nx_keys_init(&keys, count);
	for (uint32_t i = 0; i < count; i++)
		if (kinds & KIND_BIT(entities[i].kind))
			nx_keys_add(&keys, entities[i].name);
	nx_reading_end(reading);
	PG_RETURN_ARRAYTYPE_P(nx_keys_array(&keys));
}

PG_FUNCTION_INFO_V1(newsext_key);
Datum
newsext_key(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	NxSlice		stored = {VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)};
	text	   *key = nx_key_text(nx_recode_in(stored));

	if (key == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(key);
}

/* ------------------------------------------------------------------------
 * Pieces of a text
 * ------------------------------------------------------------------------
 */
static Datum
cut(FunctionCallInfo fcinfo, RangeType **ranges, int32 count)
{
	text	   *body = PG_GETARG_TEXT_PP(0);
	NxSlice		stored = {VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body)};
	text	   *pieces = nx_cut_ranges(stored, ranges, count);

	if (pieces == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(pieces);
}

PG_FUNCTION_INFO_V1(newsext_text_range);
Datum
newsext_text_range(PG_FUNCTION_ARGS)
{
	RangeType  *range = PG_GETARG_RANGE_P(1);

	return cut(fcinfo, &range, 1);
}

PG_FUNCTION_INFO_V1(newsext_text_multirange);
Datum
newsext_text_multirange(PG_FUNCTION_ARGS)
{
	MultirangeType *multirange = PG_GETARG_MULTIRANGE_P(1);
	TypeCacheEntry *range_type = lookup_type_cache(INT4RANGEOID, TYPECACHE_RANGE_INFO);
	RangeType **ranges;
	int32		count;

	multirange_deserialize(range_type, multirange, &count, &ranges);
	return cut(fcinfo, ranges, count);
}

PG_FUNCTION_INFO_V1(newsext_version);
Datum
newsext_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(NX_RESULTS_VERSION));
}
