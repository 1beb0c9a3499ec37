/*
 * nx_reader.c
 *		Set up and free a reader.
 */
#include "nx_reader.h"

NxStatus
nx_reader_create(const NxHost *host, NxReader **reader)
{
	*reader = host->alloc(host->state, sizeof(NxReader));
	if (*reader == NULL)
		return NX_NO_MEMORY;
	memset(*reader, 0, sizeof(NxReader));
	(*reader)->host = *host;
	return NX_OK;
}

void
nx_reader_free(NxReader *reader)
{
	if (reader != NULL)
		reader->host.free(reader->host.state, reader);
}
