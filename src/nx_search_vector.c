/*
 * nx_search_vector.c
 *		The quotes of an article as a tsvector, for a stock GIN index.
 *
 * A position is the number of a quote, so that <0> in a query says "in the
 * same quote":
 *		A	speaker: full key and each token of it	'xi jinping':1A 'xi':1A
 *		B	words of the quote, english configuration	'cybersecur':1B
 *		C	entities mentioned in it, as for A			'china':1C
 *		D	lemma of the cue, kind of the quote			'say':1D 'direct':1D
 *
 * A tsvector keeps one weight for a lexeme at a position.  When two parts of
 * one quote give the same lexeme (Xi says "Xi"), the higher weight has it and
 * the lower one stands under a variant with its letter: 'xi':1A 'b/xi':1B.
 * Queries ask for both (nx_search_query.c), so nothing is lost.
 *
 * Limits: a tsvector holds 255 positions of a lexeme, so the 255th and all
 * later quotes share position 255; and one MB of lexemes, so what comes after
 * that in the order of the text is left out.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "utils/builtins.h"

#include "nx_search.h"

/* One lexeme at one place. */
typedef struct Posting
{
	const char *bytes;
	uint16		length_b;
	uint16		position;
	uint8		weight;
} Posting;

typedef struct Postings
{
	Posting    *items;
	int			count;
	int			room;
	size_t		stored_b;		/* at most what they need in the tsvector */
} Postings;

/* A lexeme with its length, padding and one position. */
#define POSTING_B(length_b)	((length_b) + 1 + sizeof(uint16) + sizeof(WordEntryPos))

void
nx_search_variant(NxWeight weight, NxSlice lexeme, char *variant)
{
	variant[0] = "dcba"[weight];
	variant[1] = '/';
	memcpy(variant + 2, lexeme.bytes, lexeme.length_b);
	variant[2 + lexeme.length_b] = '\0';
}

/* The english configuration, which stems the words of quotes and queries. */
static Oid
find_configuration(void)
{
	return get_ts_config_oid(list_make2(makeString("pg_catalog"), makeString("english")), false);
}

void
nx_search_stem(NxSlice words, ParsedText *prs)
{
	memset(prs, 0, sizeof(*prs));
	prs->lenwords = Max(16, (int) (words.length_b / 6));
	prs->words = palloc(prs->lenwords * sizeof(ParsedWord));
	parsetext(find_configuration(), prs, unconstify(char *, words.bytes),
			  (int) words.length_b);
}

/* ------------------------------------------------------------------------
 * Postings of a quote
 * ------------------------------------------------------------------------
 */

/* The bytes of lexeme must stay. */
static void
post(Postings *postings, NxSlice lexeme, uint16 position, NxWeight weight)
{
	Posting    *posting;

	if (lexeme.length_b > NX_MAX_LEXEME_B)
		lexeme.length_b = pg_mbcliplen(lexeme.bytes, (int) lexeme.length_b, NX_MAX_LEXEME_B);
	/* room for a variant's two letters */
	if (lexeme.length_b == 0 ||
		postings->stored_b + POSTING_B(lexeme.length_b + 2) > MAXSTRPOS)
		return;
	postings->stored_b += POSTING_B(lexeme.length_b + 2);
	if (postings->count == postings->room)
	{
		postings->room *= 2;
		postings->items = repalloc(postings->items,
								   mul_size(postings->room, sizeof(Posting)));
	}
	posting = &postings->items[postings->count++];
	posting->bytes = lexeme.bytes;
	posting->length_b = (uint16) lexeme.length_b;
	posting->position = position;
	posting->weight = weight;
}

/* A name: its key, and each token of the key when there are several. */
static void
post_name(Postings *postings, NxString name, uint16 position, NxWeight weight)
{
	text	   *key;
	const char *at;
	const char *end;

	if (name.bytes == NULL ||
		(key = nx_key_text((NxSlice) {name.bytes, name.length_b})) == NULL)
		return;
	at = VARDATA_ANY(key);
	end = at + VARSIZE_ANY_EXHDR(key);
	post(postings, (NxSlice) {at, end - at}, position, weight);
	if (memchr(at, ' ', end - at) == NULL)
		return;
	while (at < end)
	{
		const char *space = memchr(at, ' ', end - at);
		const char *token_end = space == NULL ? end : space;

		post(postings, (NxSlice) {at, token_end - at}, position, weight);
		at = token_end + 1;
	}
}

static void
post_words(Postings *postings, NxString content, uint16 position)
{
	ParsedText	prs;

	if (content.bytes == NULL)
		return;
	nx_search_stem(nx_recode_out((NxSlice) {content.bytes, content.length_b}), &prs);
	for (int i = 0; i < prs.curwords; i++)
		post(postings, (NxSlice) {prs.words[i].word, prs.words[i].len}, position,
			 NX_WEIGHT_WORD);
}

static void
post_quote(Postings *postings, const NxQuote *quote, uint16 position)
{
	const char *kind = nx_quote_kind_name(quote->kind);

	post_name(postings, quote->speaker, position, NX_WEIGHT_SPEAKER);
	post_words(postings, quote->content, position);
	if (quote->verb.bytes != NULL)
		post(postings, nx_recode_out((NxSlice) {quote->verb.bytes, quote->verb.length_b}),
			 position, NX_WEIGHT_KIND);
	post(postings, (NxSlice) {kind, strlen(kind)}, position, NX_WEIGHT_KIND);
}

static uint16
search_position(uint32_t quote_no)
{
	return (uint16) Min(quote_no, NX_MAX_SEARCH_POSITION);
}

/* Names that stand in quotes first..end-1; mentions are in order of the text. */
static void
post_mentions(Postings *postings, const NxReading *reading, uint32_t first, uint32_t end)
{
	uint32_t	count;
	const NxMention *mentions = nx_article_mentions(reading->article, &count);

	for (uint32_t i = 0; i < count; i++)
		if (mentions[i].quote_no > first && mentions[i].quote_no <= end)
			post_name(postings, mentions[i].name, search_position(mentions[i].quote_no),
					  NX_WEIGHT_NAME);
}

/* ------------------------------------------------------------------------
 * Postings to tsvector
 * ------------------------------------------------------------------------
 */

/* By lexeme as tsvector wants it, position, and the highest weight first. */
static int
compare_postings(const void *a, const void *b)
{
	const Posting *left = a;
	const Posting *right = b;
	int			order = memcmp(left->bytes, right->bytes, Min(left->length_b, right->length_b));

	if (order != 0)
		return order;
	if (left->length_b != right->length_b)
		return left->length_b < right->length_b ? -1 : 1;
	if (left->position != right->position)
		return left->position < right->position ? -1 : 1;
	return (int) right->weight - (int) left->weight;
}

static bool
is_same_lexeme(const Posting *a, const Posting *b)
{
	return a->length_b == b->length_b && memcmp(a->bytes, b->bytes, a->length_b) == 0;
}

static bool
is_same_place(const Posting *a, const Posting *b)
{
	return a->position == b->position && is_same_lexeme(a, b);
}

static void
make_variant(Posting *posting)
{
	char	   *variant = palloc(posting->length_b + 3);

	nx_search_variant(posting->weight, (NxSlice) {posting->bytes, posting->length_b}, variant);
	posting->bytes = variant;
	posting->length_b += 2;
}

/*
 * Sort, leave out what is there twice, and move the lower weights of one
 * place to variants.
 */
static void
settle(Postings *postings)
{
	Posting    *items = postings->items;
	int			kept = 0;

	qsort(items, postings->count, sizeof(Posting), compare_postings);
	for (int i = 0, holder = 0; i < postings->count; i++)
	{
		Posting		posting = items[i];

		if (i == 0 || !is_same_place(&items[holder], &posting))
			holder = kept;
		else if (posting.weight == items[kept - 1].weight)
			continue;
		items[kept++] = posting;
	}
	postings->count = kept;
	for (int i = kept - 1; i > 0; i--)
		if (is_same_place(&items[i - 1], &items[i]))
			make_variant(&items[i]);
	qsort(items, kept, sizeof(Posting), compare_postings);
}

/* Write the lexeme of a run of postings and its positions; returns bytes. */
static uint32
write_entry(WordEntry *entry, char *storage, uint32 at_b, const Posting *run, int length)
{
	WordEntryPosVector *positions;

	entry->haspos = 1;
	entry->len = run->length_b;
	entry->pos = at_b;
	memcpy(storage + at_b, run->bytes, run->length_b);
	at_b = SHORTALIGN(at_b + run->length_b);
	positions = (WordEntryPosVector *) (storage + at_b);
	positions->npos = (uint16) length;
	for (int i = 0; i < length; i++)
	{
		positions->pos[i] = 0;
		WEP_SETPOS(positions->pos[i], run[i].position);
		WEP_SETWEIGHT(positions->pos[i], run[i].weight);
	}
	return at_b + sizeof(uint16) + length * sizeof(WordEntryPos);
}

static int
run_length(const Postings *postings, int first)
{
	int			end = first + 1;

	while (end < postings->count &&
		   is_same_lexeme(&postings->items[first], &postings->items[end]))
		end++;
	return end - first;
}

static TSVector
make_vector(Postings *postings)
{
	int			lexemes = 0;
	uint32		stored_b = 0;
	uint32		at_b = 0;
	TSVector	vector;

	for (int i = 0; i < postings->count; i += run_length(postings, i))
	{
		lexemes++;
		stored_b = SHORTALIGN(stored_b + postings->items[i].length_b) +
			sizeof(uint16) + run_length(postings, i) * sizeof(WordEntryPos);
	}
	vector = palloc0(CALCDATASIZE(lexemes, stored_b));
	SET_VARSIZE(vector, CALCDATASIZE(lexemes, stored_b));
	vector->size = lexemes;
	for (int i = 0, lexeme = 0; i < postings->count; lexeme++)
	{
		int			length = run_length(postings, i);

		at_b = write_entry(&ARRPTR(vector)[lexeme], STRPTR(vector), at_b,
						   &postings->items[i], length);
		i += length;
	}
	return vector;
}

TSVector
nx_search_vector(const NxReading *reading, uint32_t first, uint32_t end)
{
	uint32_t	count;
	const NxQuote *quotes = nx_article_quotes(reading->article, &count);
	Postings	postings = {.room = 256};

	postings.items = palloc(postings.room * sizeof(Posting));
	for (uint32_t i = first; i < end && i < count; i++)
		post_quote(&postings, &quotes[i], search_position(i + 1));
	post_mentions(&postings, reading, first, end);
	settle(&postings);
	return make_vector(&postings);
}
