/*
 * nx_reader.c
 *		Set up and free a reader.
 */
#include "nx_attribution.h"
#include "nx_propose.h"
#include "nx_reader.h"

NxStatus
nx_reader_create(const NxHost *host, NxReader **reader)
{
	NxStatus	status;

	*reader = host->alloc(host->state, sizeof(NxReader));
	if (*reader == NULL)
		return NX_NO_MEMORY;
	(*reader)->host = *host;
	(*reader)->attribution = &nx_attribution_model;
	nx_frame_index((*reader)->frames);
	status = nx_patterns_create(host, &(*reader)->patterns);
	if (status != NX_OK)
	{
		nx_reader_free(*reader);
		*reader = NULL;
	}
	return status;
}

void
nx_reader_free(NxReader *reader)
{
	if (reader == NULL)
		return;
	nx_patterns_free(reader->patterns);
	reader->host.free(reader->host.state, reader);
}
