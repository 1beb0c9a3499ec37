/*
 * nx_host.c
 *		What the analyser gets from the server: memory and the question
 *		whether to stop; and what its statuses become in SQL.
 *
 * Nothing here raises an error while the analyser is on the stack: an
 * allocation that fails gives NULL, an interrupt that waits gives true, and
 * both come back as a status.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "nx_bridge.h"

static void *
take(void *state, size_t size_b)
{
	return nx_pool_take(state, size_b);
}

static void
give_back(void *state, void *block)
{
	nx_pool_give_back(block);
}

/*
 * While interrupts are held off CHECK_FOR_INTERRUPTS() does nothing, and the
 * analysis would be started again for ever.
 */
static bool
is_interrupted(void *state)
{
	return INTERRUPTS_PENDING_CONDITION() && INTERRUPTS_CAN_BE_PROCESSED();
}

NxHost
nx_host_make(MemoryContext context)
{
	NxHost		host = {take, give_back, is_interrupted, context};

	nx_pool_create();
	return host;
}

typedef struct StatusError
{
	NxStatus	status;
	int			sqlstate;
	const char *message;
	const char *hint;
} StatusError;

static const StatusError errors[] = {
	{NX_NO_MEMORY, ERRCODE_OUT_OF_MEMORY,
		gettext_noop("out of memory"),
	gettext_noop("Read the text in smaller parts.")},
	{NX_TEXT_TOO_LONG, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
		gettext_noop("text is too long for an article"),
	gettext_noop("At most 67108864 bytes are read. Read the text in parts.")},
	{NX_NO_PATTERNS, ERRCODE_EXTERNAL_ROUTINE_EXCEPTION,
		gettext_noop("could not compile the patterns of the analyser"),
	gettext_noop("PCRE2 10.30 or newer with Unicode support is needed.")},
};

StaticAssertDecl(NX_MAX_TEXT_B == 67108864, "the hint tells the limit");

void
nx_host_raise(NxStatus status, size_t length_b)
{
	for (size_t i = 0; i < lengthof(errors); i++)
	{
		const StatusError *error = &errors[i];

		if (error->status == status)
			ereport(ERROR,
					(errcode(error->sqlstate),
					 errmsg("%s", _(error->message)),
					 errdetail("The text has %zu bytes.", length_b),
					 errhint("%s", _(error->hint))));
	}
	elog(ERROR, "unexpected status of the analyser: %d", (int) status);
}
