/*
 * nx_value.c
 *		Addresses: e-mail, URL, handle.
 */
#include "nx_value.h"

uint32_t
nx_value_end(const NxArticle *a, uint32_t i, NxEntityKind *kind)
{
	switch (nx_token_at(a, i)->kind)
	{
		case NX_TOKEN_URL:
			*kind = NX_ENTITY_URL;
			return i + 1;
		case NX_TOKEN_EMAIL:
			*kind = NX_ENTITY_EMAIL;
			return i + 1;
		case NX_TOKEN_HANDLE:
			*kind = NX_ENTITY_HANDLE;
			return i + 1;
		default:
			return i;
	}
}
