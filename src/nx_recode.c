/*
 * nx_recode.c
 *		Between the encoding of the database and the analyser's UTF-8.
 *
 * Nearly all databases are UTF8 and nothing is to do.  In SQL_ASCII nobody
 * knows what the bytes mean: they are passed as they are, the analyser takes
 * what is valid UTF-8 for characters and the rest for unknown ones, and
 * positions count bytes as substring() does there.  A text of ASCII
 * characters alone is the same in every server encoding.
 *
 * All others are converted, character by character where they are not ASCII,
 * because the server's conversion of a whole text breaks two promises:
 *
 *	No error.  A single-byte encoding stores any byte, and EUC encodings hold
 *	characters that Unicode lacks.  Here such a character becomes U+FFFD on
 *	the way in and "?" on the way out.
 *
 *	One for one.  A character of the stored text becomes exactly one code
 *	point, so that the analyser's character positions are the stored ones.
 *	Where the conversion gives two (EUC_JIS_2004 has letters that Unicode
 *	writes with a combining mark) the character is replaced as well.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "nx_bridge.h"

/* More than any server encoding needs for one character. */
#define MAX_CHAR_B		8

/* One direction, and what it writes where it fails. */
typedef struct Recoder
{
	int			from;			/* encodings */
	int			to;
	const char *unknown;
	bool		has_procedure;
	FmgrInfo	procedure;
} Recoder;

static size_t
ascii_length(const char *bytes, size_t length_b)
{
	size_t		at_b = 0;

	while (at_b < length_b && !IS_HIGHBIT_SET(bytes[at_b]))
		at_b++;
	return at_b;
}

static bool
is_needed(NxSlice slice)
{
	int			encoding = GetDatabaseEncoding();

	return encoding != PG_UTF8 && encoding != PG_SQL_ASCII &&
		ascii_length(slice.bytes, slice.length_b) < slice.length_b;
}

static void
find_procedure(Recoder *recoder)
{
	Oid			procedure = FindDefaultConversionProc(recoder->from, recoder->to);

	recoder->has_procedure = OidIsValid(procedure);
	if (recoder->has_procedure)
		fmgr_info(procedure, &recoder->procedure);
}

/* Append one character that is not ASCII. */
static void
append_char(StringInfo out, Recoder *recoder, const char *bytes, int length_b)
{
	char		converted[MAX_CHAR_B * MAX_CONVERSION_GROWTH + 1] = "";
	int			read_b = 0;

	if (recoder->has_procedure && length_b <= MAX_CHAR_B)
		read_b = DatumGetInt32(FunctionCall6(&recoder->procedure,
											 Int32GetDatum(recoder->from),
											 Int32GetDatum(recoder->to),
											 CStringGetDatum(bytes),
											 CStringGetDatum(converted),
											 Int32GetDatum(length_b),
											 BoolGetDatum(true)));
	if (read_b == length_b && converted[0] != '\0' &&
		(size_t) pg_encoding_mblen(recoder->to, converted) == strlen(converted))
		appendStringInfoString(out, converted);
	else
		appendStringInfoString(out, recoder->unknown);
}

static NxSlice
recode(Recoder *recoder, NxSlice slice)
{
	const char *at = slice.bytes;
	const char *end = at + slice.length_b;
	StringInfoData out;

	find_procedure(recoder);
	initStringInfo(&out);
	while (at < end)
	{
		int			ascii_b = (int) ascii_length(at, end - at);
		int			char_b;

		appendBinaryStringInfo(&out, at, ascii_b);
		at += ascii_b;
		if (at == end)
			break;
		char_b = (int) Min(pg_encoding_mblen(recoder->from, at), end - at);
		append_char(&out, recoder, at, char_b);
		at += char_b;
		CHECK_FOR_INTERRUPTS();
	}
	return (NxSlice) {out.data, out.len};
}

NxSlice
nx_recode_in(NxSlice stored)
{
	Recoder		recoder = {.from = GetDatabaseEncoding(), .to = PG_UTF8,
	.unknown = "\xef\xbf\xbd"};

	return is_needed(stored) ? recode(&recoder, stored) : stored;
}

NxSlice
nx_recode_out(NxSlice string)
{
	Recoder		recoder = {.from = PG_UTF8, .to = GetDatabaseEncoding(),
	.unknown = "?"};

	return is_needed(string) ? recode(&recoder, string) : string;
}
