/*
 * nx_cut.c
 *		Pieces of a text by character ranges.
 *
 * Ranges come from a multirange, so they ascend and do not overlap, and one
 * walk over the text finds them all.  Parts of a range outside the text are
 * empty, as with substring().
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "nx_bridge.h"

/* A place in a text: the byte and the character's number, from 1. */
typedef struct Place
{
	const char *at;
	const char *end;			/* of the text */
	int64		number;
} Place;

/* Walk to a character, or to the end of the text. */
static void
walk(Place *place, int64 number)
{
	int			encoding = GetDatabaseEncoding();
	int			longest = pg_database_encoding_max_length();

	while (place->number < number && place->at < place->end)
	{
		int			length_b = 1;

		if (longest > 1 && IS_HIGHBIT_SET(*place->at))
			length_b = pg_encoding_mblen(encoding, place->at);
		place->at += Min(length_b, place->end - place->at);
		place->number++;
	}
}

static bool
has_line_end(const char *at, const char *end)
{
	return memchr(at, '\n', end - at) != NULL || memchr(at, '\r', end - at) != NULL;
}

/* Append one piece; cut_end is where the last piece ended, or NULL. */
static const char *
append_piece(StringInfo out, Place *place, RangeType *range, const char *cut_end)
{
	TypeCacheEntry *typcache = lookup_type_cache(RangeTypeGetOid(range),
												 TYPECACHE_RANGE_INFO);
	RangeBound	lower;
	RangeBound	upper;
	bool		is_empty;
	const char *begin;

	range_deserialize(typcache, range, &lower, &upper, &is_empty);
	if (is_empty)
		return cut_end;
	walk(place, lower.infinite ? 0 : DatumGetInt32(lower.val));
	begin = place->at;
	walk(place, upper.infinite ? PG_INT64_MAX : DatumGetInt32(upper.val));
	if (begin == place->at)
		return cut_end;
	if (cut_end != NULL)
		appendStringInfoString(out, has_line_end(cut_end, begin) ? "\n\n" : " ");
	appendBinaryStringInfo(out, begin, (int) (place->at - begin));
	return place->at;
}

text *
nx_cut_ranges(NxSlice stored, RangeType **ranges, int32 count)
{
	Place		place = {stored.bytes, stored.bytes + stored.length_b, 1};
	const char *cut_end = NULL;
	StringInfoData out;

	initStringInfo(&out);
	for (int32 i = 0; i < count; i++)
	{
		cut_end = append_piece(&out, &place, ranges[i], cut_end);
		CHECK_FOR_INTERRUPTS();
	}
	if (cut_end == NULL)
		return NULL;
	return cstring_to_text_with_len(out.data, out.len);
}
