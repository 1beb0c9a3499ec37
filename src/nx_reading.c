/*
 * nx_reading.c
 *		One analysis for all calls over the same text.
 *
 * Functions over one row come one after the other with the same text:
 * news_quotes(body), news_entities(body), two generated columns.  So the last
 * reading of the backend is kept, with a copy of its text, and found again by
 * comparing the text.  A reading of more than KEPT_B is dropped at the end of
 * its call instead.
 *
 * Fetching and decompressing a stored text takes some tenths of the time of
 * reading it.  So the argument as it came is kept too, when it is compressed
 * or a pointer to where the table keeps it, and compared first.  Equal
 * compressed bytes are an equal text for ever.  An equal pointer is one as
 * long as the row that it comes from cannot be removed, that is, within one
 * statement.
 *
 * Example: SELECT ... FROM articles, news_quotes(body), news_speakers(body)
 *		quotes		pointer P, unlike the kept one: fetch the text T; unlike the
 *					kept one: analyse; keep P, T and the analysis
 *		speakers	pointer P: there it is
 * and in the next statement
 *		quotes		pointer P, but of an old statement: fetch T; there it is
 *
 * Memory: a reading owns a context.  While it is made, the context hangs
 * under the caller's, so that an error half-way frees it; only a reading that
 * is whole moves under TopMemoryContext and becomes the kept one.  The analysis
 * goes with the context, and what it holds of the pool (nx_pool.c) goes back.
 * The reader (compiled patterns) is made in the same way, once for the backend's
 * life.
 *
 * A text too long to be kept is not copied: the analysis refers to the
 * caller's.
 */
#include "postgres.h"

#include "access/xact.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "nx_bridge.h"

/* Most that a kept reading holds, text and all. */
#define KEPT_B	(8 * 1024 * 1024)

static NxReader *reader = NULL;
static NxReading *kept = NULL;

static void
make_reader(void)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "newsext reader",
												  ALLOCSET_DEFAULT_SIZES);
	NxHost		host = nx_host_make(context);
	NxReader   *made;
	NxStatus	status;

	status = nx_reader_create(&host, &made);
	if (status != NX_OK)
		nx_host_raise(status, 0);
	MemoryContextSetParent(context, TopMemoryContext);
	reader = made;
}

static bool
is_same(NxSlice a, NxSlice b)
{
	return a.length_b == b.length_b && memcmp(a.bytes, b.bytes, a.length_b) == 0;
}

/* Can a reading of this text be kept at all? */
static bool
is_short(NxSlice stored)
{
	return stored.length_b < KEPT_B;
}

static NxSlice
copy_slice(NxSlice slice)
{
	char	   *copy = palloc(slice.length_b + 1);

	memcpy(copy, slice.bytes, slice.length_b);
	return (NxSlice) {copy, slice.length_b};
}

/*
 * An interrupt that raises no error (a message of a parallel worker, say)
 * costs the work done so far and no more.
 */
static void
analyse(NxReading *reading)
{
	NxHost		host = nx_host_make(reading->context);
	NxStatus	status;

	for (;;)
	{
		status = nx_article_read(reader, &host, reading->text.bytes,
								 reading->text.length_b, &reading->article);
		if (status != NX_INTERRUPTED)
			break;
		CHECK_FOR_INTERRUPTS();
	}
	if (status != NX_OK)
		nx_host_raise(status, reading->text.length_b);
}

static void
free_article(void *reading)
{
	nx_article_free(((NxReading *) reading)->article);
}

/* A whole reading in a context under the current one. */
static NxReading *
make_reading(NxSlice stored)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "newsext article",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	NxReading  *reading = palloc0(sizeof(NxReading));

	reading->context = context;
	reading->at_end.func = free_article;
	reading->at_end.arg = reading;
	MemoryContextRegisterResetCallback(context, &reading->at_end);
	reading->stored = is_short(stored) ? copy_slice(stored) : stored;
	reading->text = nx_recode_in(reading->stored);
	analyse(reading);
	MemoryContextSwitchTo(caller);
	return reading;
}

static void
keep(NxReading *reading)
{
	if (!is_short(reading->stored) ||
		2 * reading->stored.length_b + nx_article_memory(reading->article) > KEPT_B)
		return;
	MemoryContextSetParent(reading->context, TopMemoryContext);
	kept = reading;
}

/* ------------------------------------------------------------------------
 * The argument as it came
 * ------------------------------------------------------------------------
 */

/* Is there work between the argument and its text, and can bytes tell it? */
static bool
is_packed(struct varlena *argument)
{
	return VARATT_IS_COMPRESSED(argument) || VARATT_IS_EXTERNAL_ONDISK(argument);
}

static NxSlice
argument_slice(struct varlena *argument)
{
	return (NxSlice) {(const char *) argument, VARSIZE_ANY(argument)};
}

/* Let the kept reading be found by this argument. */
static void
keep_argument(struct varlena *argument)
{
	MemoryContext caller;

	if (!is_packed(argument) || VARSIZE_ANY(argument) > KEPT_B)
		return;
	caller = MemoryContextSwitchTo(kept->context);
	if (kept->argument.bytes != NULL)
		pfree((char *) kept->argument.bytes);
	kept->argument = (NxSlice) {NULL, 0};
	kept->argument = copy_slice(argument_slice(argument));
	kept->statement = GetCurrentStatementStartTimestamp();
	kept->transaction = GetCurrentTransactionStartTimestamp();
	MemoryContextSwitchTo(caller);
}

static bool
is_kept_argument(struct varlena *argument)
{
	if (!is_packed(argument) || !is_same(kept->argument, argument_slice(argument)))
		return false;
	return VARATT_IS_COMPRESSED(argument) ||
		(kept->statement == GetCurrentStatementStartTimestamp() &&
		 kept->transaction == GetCurrentTransactionStartTimestamp());
}

/* ------------------------------------------------------------------------
 * Begin and end
 * ------------------------------------------------------------------------
 */

/* A new reading, kept if it can be. */
static NxReading *
read_text(NxSlice stored)
{
	NxReading  *old = kept;
	NxReading  *reading;

	if (stored.length_b > NX_MAX_TEXT_B)
		nx_host_raise(NX_TEXT_TOO_LONG, stored.length_b);
	kept = NULL;
	if (old != NULL)
		MemoryContextDelete(old->context);
	if (reader == NULL)
		make_reader();
	reading = make_reading(stored);
	keep(reading);
	return reading;
}

NxReading *
nx_reading_begin(Datum body)
{
	struct varlena *argument = (struct varlena *) DatumGetPointer(body);
	NxReading  *reading = kept;
	text	   *plain;
	NxSlice		stored;

	if (kept != NULL && is_kept_argument(argument))
		return kept;
	plain = DatumGetTextPP(body);
	stored = (NxSlice) {VARDATA_ANY(plain), VARSIZE_ANY_EXHDR(plain)};
	if (kept == NULL || !is_same(kept->stored, stored))
		reading = read_text(stored);
	if (reading == kept)
		keep_argument(argument);
	return reading;
}

void
nx_reading_end(NxReading *reading)
{
	if (reading != kept)
		MemoryContextDelete(reading->context);
}

int32
nx_reading_position(const NxReading *reading, uint32_t at_b)
{
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return (int32) at_b + 1;
	return (int32) nx_article_char(reading->article, at_b) + 1;
}
