/*
 * nx_keys.c
 *		Keys of names, and sorted arrays of them for GIN indexes.
 *
 * Keys are compared by bytes, so that no collation takes part.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "nx_bridge.h"

/* nx_key_make() writes at most so many bytes for one. */
#define KEY_GROWTH	3

text *
nx_key_text(NxSlice name)
{
	char	   *key = palloc_array(char, KEY_GROWTH * name.length_b + 1);
	NxSlice		out;

	out = nx_recode_out((NxSlice) {key, nx_key_make(name.bytes, name.length_b, key)});
	return out.length_b == 0 ? NULL : cstring_to_text_with_len(out.bytes, (int) out.length_b);
}

static int
compare_keys(const void *a, const void *b)
{
	const text *left = *(text *const *) a;
	const text *right = *(text *const *) b;
	size_t		left_b = VARSIZE_ANY_EXHDR(left);
	size_t		right_b = VARSIZE_ANY_EXHDR(right);
	int			order = memcmp(VARDATA_ANY(left), VARDATA_ANY(right), Min(left_b, right_b));

	if (order != 0)
		return order;
	return left_b < right_b ? -1 : left_b > right_b;
}

void
nx_keys_init(NxKeys *keys, uint32_t room)
{
	keys->items = palloc_array(text *, room);
	keys->count = 0;
}

void
nx_keys_add(NxKeys *keys, NxString name)
{
	text	   *key = NULL;

	if (name.bytes != NULL)
		key = nx_key_text((NxSlice) {name.bytes, name.length_b});
	if (key != NULL)
		keys->items[keys->count++] = key;
}

ArrayType *
nx_keys_array(NxKeys *keys)
{
	Datum	   *values = palloc_array(Datum, keys->count);
	int			count = 0;

	qsort(keys->items, keys->count, sizeof(text *), compare_keys);
	for (int i = 0; i < keys->count; i++)
		if (i == 0 || compare_keys(&keys->items[i - 1], &keys->items[i]) != 0)
			values[count++] = PointerGetDatum(keys->items[i]);
	return construct_array(values, count, TEXTOID, -1, false, TYPALIGN_INT);
}
