/*
 * nx_search_query.c
 *		"X said Y in the same quote" as a tsquery.
 *
 * Each part becomes operands of its weight, all joined by <0>, that is, at
 * the same position, which is the same quote:
 *		news_tsquery(speaker => 'Xi Jinping', words => 'cyber attack')
 *		'xi':A <0> 'jinping':A <0> ( 'cyber':B | 'b/cyber':B )
 *							   <0> ( 'attack':B | 'b/attack':B )
 * The variants are what nx_search_vector.c makes where two parts of a quote
 * share a lexeme.
 *
 * words is read as websearch_to_tsquery() reads it: "or", a leading "-" and
 * quotation marks.  Words between quotation marks must stand in the same
 * quote, their order is not kept (a position is a quote, not a word).  A word
 * that ends in "*" is a prefix.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"

#include "nx_search.h"

#define WEIGHT_BIT(weight)	(1 << (weight))

/* Push a lexeme and, unless no weight is above, its variant. */
static void
push_lexeme(TSQueryParserState state, NxSlice lexeme, NxWeight weight, bool is_prefix)
{
	char		variant[NX_VARIANT_B];

	pushValue(state, unconstify(char *, lexeme.bytes), (int) lexeme.length_b,
			  WEIGHT_BIT(weight), is_prefix);
	if (weight == NX_WEIGHT_SPEAKER)
		return;
	nx_search_variant(weight, lexeme, variant);
	pushValue(state, variant, (int) strlen(variant), WEIGHT_BIT(weight), is_prefix);
	pushOperator(state, OP_OR, 0);
}

/* The words of one token that the parser of queries has cut, stemmed. */
static void
push_words(Datum opaque, TSQueryParserState state, char *token, int token_b,
		   int16 weights, bool is_prefix)
{
	bool		has_star = token_b > 1 && token[token_b - 1] == '*';
	ParsedText	prs;
	int			pushed = 0;

	nx_search_stem((NxSlice) {token, token_b}, &prs);
	for (int i = 0; i < prs.curwords; i++)
	{
		NxSlice		lexeme = {prs.words[i].word, prs.words[i].len};

		if (lexeme.length_b > NX_MAX_LEXEME_B)
			continue;
		push_lexeme(state, lexeme, NX_WEIGHT_WORD, has_star && i == prs.curwords - 1);
		if (pushed++ > 0)
			pushOperator(state, OP_AND, 0);
	}
	if (pushed == 0)
		pushStop(state);
}

/* One lexeme as it is; opaque is its weight. */
static void
push_plain(Datum opaque, TSQueryParserState state, char *token, int token_b,
		   int16 weights, bool is_prefix)
{
	push_lexeme(state, (NxSlice) {token, token_b}, DatumGetInt32(opaque), false);
}

/* All that must hold must hold in one quote. */
static void
join_in_one_quote(TSQuery query)
{
	QueryItem  *items = GETQUERY(query);

	for (int i = 0; i < query->size; i++)
	{
		if (items[i].type != QI_OPR ||
			(items[i].qoperator.oper != OP_AND && items[i].qoperator.oper != OP_PHRASE))
			continue;
		items[i].qoperator.oper = OP_PHRASE;
		items[i].qoperator.distance = 0;
	}
}

static TSQuery
parse_words(text *words)
{
	return nx_parse_tsquery(text_to_cstring(words), push_words, (Datum) 0, P_TSQ_WEB);
}

/* Lexemes without operators: each token between spaces, quoted. */
static TSQuery
parse_tokens(const char *tokens, NxWeight weight)
{
	StringInfoData quoted;

	initStringInfo(&quoted);
	appendStringInfoChar(&quoted, '\'');
	for (const char *at = tokens; *at != '\0'; at++)
	{
		if (*at == ' ')
			appendStringInfoString(&quoted, "' & '");
		else if (*at == '\'' || *at == '\\')
			appendStringInfo(&quoted, "%c%c", *at, *at);
		else
			appendStringInfoChar(&quoted, *at);
	}
	appendStringInfoChar(&quoted, '\'');
	return nx_parse_tsquery(quoted.data, push_plain, Int32GetDatum(weight), 0);
}

/* A name by the tokens of its key, so that "Xi" finds "Xi Jinping". */
static TSQuery
parse_name(text *name, NxWeight weight)
{
	NxSlice		stored = {VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)};
	text	   *key = nx_key_text(nx_recode_in(stored));

	return key == NULL ? NULL : parse_tokens(text_to_cstring(key), weight);
}

/* Both in one quote; either may be NULL or empty. */
static TSQuery
join(TSQuery left, TSQuery right)
{
	if (right == NULL || right->size == 0)
		return left;
	join_in_one_quote(right);
	if (left == NULL || left->size == 0)
		return right;
	return DatumGetTSQuery(DirectFunctionCall3(tsquery_phrase_distance,
											   TSQueryGetDatum(left),
											   TSQueryGetDatum(right), Int32GetDatum(0)));
}

static TSQuery
empty_query(void)
{
	TSQuery		query = palloc0(HDRSIZETQ);

	SET_VARSIZE(query, HDRSIZETQ);
	return query;
}

/* Not strict: an argument that is NULL leaves its part out. */
PG_FUNCTION_INFO_V1(newsext_tsquery);
Datum
newsext_tsquery(PG_FUNCTION_ARGS)
{
	TSQuery		query = NULL;

	if (PG_ARGISNULL(0) && PG_ARGISNULL(1) && PG_ARGISNULL(2) && PG_ARGISNULL(3))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("search without speaker, words, about and kind"),
				 errhint("Give at least one of them.")));
	if (!PG_ARGISNULL(0))
		query = join(query, parse_name(PG_GETARG_TEXT_PP(0), NX_WEIGHT_SPEAKER));
	if (!PG_ARGISNULL(1))
		query = join(query, parse_words(PG_GETARG_TEXT_PP(1)));
	if (!PG_ARGISNULL(2))
		query = join(query, parse_name(PG_GETARG_TEXT_PP(2), NX_WEIGHT_NAME));
	if (!PG_ARGISNULL(3))
		query = join(query, parse_name(PG_GETARG_TEXT_PP(3), NX_WEIGHT_KIND));
	PG_RETURN_TSQUERY(query == NULL ? empty_query() : query);
}
