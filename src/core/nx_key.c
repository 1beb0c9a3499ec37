/*
 * nx_key.c
 *		Keys of names for joins.
 */
#include "nx.h"

#include <string.h>

size_t
nx_key_make(const char *name, size_t length_b, char *key)
{
	memcpy(key, name, length_b);
	return length_b;
}
