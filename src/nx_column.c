/*
 * nx_column.c
 *		Which field of a result fills which attribute of a row.
 *
 * For each composite type there is a list of columns, in the order of the
 * type; for each kind of field a function that makes the Datum.  A value that
 * is absent is NULL, and so is the number 0, which says "none"; counts are
 * never NULL.
 *
 * Example: the column
 *		{"cue_at", INT4RANGEOID, get_span, offsetof(NxQuote, cue_at)}
 * fills the attribute cue_at of news_quote, which must be an int4range, from
 * the span that stands so far behind the start of an NxQuote; nx_row.c calls
 * get_span() with the span's address for each row.  A new attribute needs a
 * field in nx.h, a line here and a line in the SQL script.
 *
 * Texts, ranges and arrays are made in the current context, which nx_row.c
 * resets after each row.  Ranges are serialised as they are, without the
 * canonical function: the spans are half-open already.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/multirangetypes.h"

#include "nx_bridge.h"

/* ------------------------------------------------------------------------
 * Values
 * ------------------------------------------------------------------------
 */
static Datum
slice_datum(const char *bytes, size_t length_b)
{
	NxSlice		out = nx_recode_out((NxSlice) {bytes, length_b});

	return PointerGetDatum(cstring_to_text_with_len(out.bytes, (int) out.length_b));
}

static Datum
range_datum(NxRow *row, NxSpan span)
{
	RangeBound	lower = {.val = Int32GetDatum(nx_reading_position(row->reading, span.at_b)),
	.inclusive = true, .lower = true};
	RangeBound	upper = {.val = Int32GetDatum(nx_reading_position(row->reading, span.end_b))};

	return RangeTypePGetDatum(nx_range_serialize(row->range_type, &lower, &upper));
}

static Datum
multirange_datum(NxRow *row, const NxSpan *spans, uint32_t count)
{
	RangeType **ranges;

	if (count == 0)
		return nx_row_null(row);
	ranges = palloc_array(RangeType *, count);
	for (uint32_t i = 0; i < count; i++)
		ranges[i] = DatumGetRangeTypeP(range_datum(row, spans[i]));
	return MultirangeTypePGetDatum(make_multirange(INT4MULTIRANGEOID, row->range_type,
												   (int32) count, ranges));
}

static Datum
get_row_number(NxRow *row, const void *field)
{
	return Int32GetDatum(row->number);
}

static Datum
get_number(NxRow *row, const void *field)
{
	uint32_t	number = *(const uint32_t *) field;

	return number == 0 ? nx_row_null(row) : Int32GetDatum((int32) number);
}

static Datum
get_count(NxRow *row, const void *field)
{
	return Int32GetDatum(*(const int32 *) field);
}

static Datum
get_bool(NxRow *row, const void *field)
{
	return BoolGetDatum(*(const bool *) field);
}

static Datum
get_thousandths(NxRow *row, const void *field)
{
	return Float4GetDatum(*(const uint16_t *) field / 1000.0f);
}

static Datum
get_score(NxRow *row, const void *field)
{
	return Float4GetDatum(*(const int32_t *) field / 1000.0f);
}

static Datum
get_string(NxRow *row, const void *field)
{
	const NxString *string = field;

	if (string->bytes == NULL || string->length_b == 0)
		return nx_row_null(row);
	return slice_datum(string->bytes, string->length_b);
}

/* A name of the analyser's own, ASCII and terminated. */
static Datum
get_label(NxRow *row, const void *field)
{
	const char *label = *(const char *const *) field;

	return label == NULL ? nx_row_null(row) : CStringGetTextDatum(label);
}

/* NULL when there is no item, or none that is present. */
static Datum
get_strings(NxRow *row, const void *field)
{
	const NxStrings *strings = field;
	int			count = (int) strings->count;
	Datum	   *values = palloc_array(Datum, count);
	bool	   *nulls = palloc_array(bool, count);
	bool		has_any = false;
	int			one = 1;

	for (int i = 0; i < count; i++)
	{
		row->is_null = false;
		values[i] = get_string(row, &strings->items[i]);
		nulls[i] = row->is_null;
		has_any = has_any || !nulls[i];
	}
	row->is_null = false;
	if (!has_any)
		return nx_row_null(row);
	return PointerGetDatum(construct_md_array(values, nulls, 1, &count, &one, TEXTOID,
											  -1, false, TYPALIGN_INT));
}

static Datum
get_span(NxRow *row, const void *field)
{
	const NxSpan *span = field;

	return span->at_b == span->end_b ? nx_row_null(row) : range_datum(row, *span);
}

/* The words that stand at a span. */
static Datum
get_words(NxRow *row, const void *field)
{
	const NxSpan *span = field;

	if (span->at_b == span->end_b)
		return nx_row_null(row);
	return slice_datum(row->reading->text.bytes + span->at_b, span->end_b - span->at_b);
}

static Datum
get_content_at(NxRow *row, const void *item)
{
	const NxQuote *quote = item;

	return multirange_datum(row, quote->content_at, quote->content_count);
}

static Datum
get_body_at(NxRow *row, const void *item)
{
	const NxLayout *layout = item;

	return multirange_datum(row, layout->body_at, layout->body_count);
}

#define GET_ENUM(function, Type, name) \
static Datum \
function(NxRow *row, const void *field) \
{ \
	return CStringGetTextDatum(name(*(const Type *) field)); \
}

GET_ENUM(get_quote_kind, NxQuoteKind, nx_quote_kind_name)
GET_ENUM(get_speaker_kind, NxSpeakerKind, nx_speaker_kind_name)
GET_ENUM(get_mode, NxMode, nx_mode_name)
GET_ENUM(get_entity_kind, NxEntityKind, nx_entity_kind_name)
GET_ENUM(get_form_kind, NxFormKind, nx_form_kind_name)
GET_ENUM(get_zone_kind, NxZoneKind, nx_zone_kind_name)
GET_ENUM(get_token_kind, NxTokenKind, nx_token_kind_name)

/* ------------------------------------------------------------------------
 * Lists
 * ------------------------------------------------------------------------
 */
const NxColumn nx_quote_columns[] = {
	{"quote_no", INT4OID, get_row_number, 0},
	{"kind", TEXTOID, get_quote_kind, offsetof(NxQuote, kind)},
	{"content", TEXTOID, get_string, offsetof(NxQuote, content)},
	{"speaker", TEXTOID, get_string, offsetof(NxQuote, speaker)},
	{"speaker_kind", TEXTOID, get_speaker_kind, offsetof(NxQuote, speaker_kind)},
	{"role", TEXTOID, get_string, offsetof(NxQuote, role)},
	{"affiliation", TEXTOID, get_string, offsetof(NxQuote, affiliation)},
	{"source", TEXTOID, get_string, offsetof(NxQuote, source)},
	{"cue", TEXTOID, get_string, offsetof(NxQuote, cue)},
	{"verb", TEXTOID, get_string, offsetof(NxQuote, verb)},
	{"mode", TEXTOID, get_mode, offsetof(NxQuote, mode)},
	{"negated", BOOLOID, get_bool, offsetof(NxQuote, is_negated)},
	{"addressee", TEXTOID, get_string, offsetof(NxQuote, addressee)},
	{"channel", TEXTOID, get_string, offsetof(NxQuote, channel)},
	{"content_at", INT4MULTIRANGEOID, get_content_at, 0},
	{"source_at", INT4RANGEOID, get_span, offsetof(NxQuote, source_at)},
	{"cue_at", INT4RANGEOID, get_span, offsetof(NxQuote, cue_at)},
	{"paragraph", INT4OID, get_number, offsetof(NxQuote, paragraph)},
	{"sentence", INT4OID, get_number, offsetof(NxQuote, sentence)},
	{"parent", INT4OID, get_number, offsetof(NxQuote, parent)},
	{"speaker_no", INT4OID, get_number, offsetof(NxQuote, speaker_no)},
	{"confidence", FLOAT4OID, get_thousandths, offsetof(NxQuote, confidence)},
	{"rule", TEXTOID, get_label, offsetof(NxQuote, rule)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_speaker_columns[] = {
	{"speaker_no", INT4OID, get_number, offsetof(NxSpeaker, entity_no)},
	{"name", TEXTOID, get_string, offsetof(NxSpeaker, name)},
	{"kind", TEXTOID, get_speaker_kind, offsetof(NxSpeaker, kind)},
	{"role", TEXTOID, get_string, offsetof(NxSpeaker, role)},
	{"affiliation", TEXTOID, get_string, offsetof(NxSpeaker, affiliation)},
	{"quotes", INT4OID, get_count, offsetof(NxSpeaker, quote_count)},
	{"words", INT4OID, get_count, offsetof(NxSpeaker, word_count)},
	{"forms", TEXTARRAYOID, get_strings, offsetof(NxSpeaker, forms)},
	{"first_at", INT4RANGEOID, get_span, offsetof(NxSpeaker, first_at)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_entity_columns[] = {
	{"entity_no", INT4OID, get_row_number, 0},
	{"kind", TEXTOID, get_entity_kind, offsetof(NxEntity, kind)},
	{"name", TEXTOID, get_string, offsetof(NxEntity, name)},
	{"key", TEXTOID, get_string, offsetof(NxEntity, key)},
	{"role", TEXTOID, get_string, offsetof(NxEntity, role)},
	{"affiliation", TEXTOID, get_string, offsetof(NxEntity, affiliation)},
	{"mentions", INT4OID, get_count, offsetof(NxEntity, mention_count)},
	{"forms", TEXTARRAYOID, get_strings, offsetof(NxEntity, forms)},
	{"first_at", INT4RANGEOID, get_span, offsetof(NxEntity, first_at)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_mention_columns[] = {
	{"entity_no", INT4OID, get_number, offsetof(NxMention, entity_no)},
	{"kind", TEXTOID, get_entity_kind, offsetof(NxMention, kind)},
	{"name", TEXTOID, get_string, offsetof(NxMention, name)},
	{"form", TEXTOID, get_words, offsetof(NxMention, at)},
	{"form_kind", TEXTOID, get_form_kind, offsetof(NxMention, form_kind)},
	{"at", INT4RANGEOID, get_span, offsetof(NxMention, at)},
	{"paragraph", INT4OID, get_number, offsetof(NxMention, paragraph)},
	{"sentence", INT4OID, get_number, offsetof(NxMention, sentence)},
	{"quote_no", INT4OID, get_number, offsetof(NxMention, quote_no)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_layout_columns[] = {
	{"headline", TEXTOID, get_string, offsetof(NxLayout, headline)},
	{"deck", TEXTOID, get_string, offsetof(NxLayout, deck)},
	{"section", TEXTOID, get_string, offsetof(NxLayout, section)},
	{"publication", TEXTOID, get_string, offsetof(NxLayout, publication)},
	{"edition", TEXTOID, get_string, offsetof(NxLayout, edition)},
	{"authors", TEXTARRAYOID, get_strings, offsetof(NxLayout, authors)},
	{"author_places", TEXTARRAYOID, get_strings, offsetof(NxLayout, author_places)},
	{"dateline", TEXTOID, get_string, offsetof(NxLayout, dateline)},
	{"body_at", INT4MULTIRANGEOID, get_body_at, 0},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_zone_columns[] = {
	{"zone", TEXTOID, get_zone_kind, offsetof(NxZone, kind)},
	{"at", INT4RANGEOID, get_span, offsetof(NxZone, at)},
	{"content", TEXTOID, get_words, offsetof(NxZone, at)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_explanation_columns[] = {
	{"quote_no", INT4OID, get_number, offsetof(NxExplanation, quote_no)},
	{"step", TEXTOID, get_label, offsetof(NxExplanation, step)},
	{"chosen", BOOLOID, get_bool, offsetof(NxExplanation, is_chosen)},
	{"words", TEXTOID, get_string, offsetof(NxExplanation, words)},
	{"at", INT4RANGEOID, get_span, offsetof(NxExplanation, at)},
	{"score", FLOAT4OID, get_score, offsetof(NxExplanation, score)},
	{"reason", TEXTOID, get_string, offsetof(NxExplanation, reason)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_sentence_columns[] = {
	{"sentence_no", INT4OID, get_row_number, 0},
	{"paragraph", INT4OID, get_number, offsetof(NxSentenceView, paragraph)},
	{"zone", TEXTOID, get_zone_kind, offsetof(NxSentenceView, zone)},
	{"at", INT4RANGEOID, get_span, offsetof(NxSentenceView, at)},
	{"content", TEXTOID, get_words, offsetof(NxSentenceView, at)},
	{NULL, InvalidOid, NULL, 0}
};

const NxColumn nx_token_columns[] = {
	{"token_no", INT4OID, get_row_number, 0},
	{"form", TEXTOID, get_words, offsetof(NxTokenView, at)},
	{"kind", TEXTOID, get_token_kind, offsetof(NxTokenView, kind)},
	{"tag", TEXTOID, get_label, offsetof(NxTokenView, tag)},
	{"name", TEXTOID, get_label, offsetof(NxTokenView, name_label)},
	{"lemma", TEXTOID, get_string, offsetof(NxTokenView, lemma)},
	{"sentence", INT4OID, get_number, offsetof(NxTokenView, sentence)},
	{"paragraph", INT4OID, get_number, offsetof(NxTokenView, paragraph)},
	{"at", INT4RANGEOID, get_span, offsetof(NxTokenView, at)},
	{NULL, InvalidOid, NULL, 0}
};
