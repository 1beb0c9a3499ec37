/*
 * fuzz_key.c
 *		Keys of names: as long as promised, no space at their ends.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	char	   *key = malloc(3 * size_b + 1);
	size_t		key_b = nx_key_make((const char *) data, size_b, key);

	fuzz_claim(key_b <= 3 * size_b);
	fuzz_claim(key_b == 0 || (key[0] != ' ' && key[key_b - 1] != ' '));
	free(key);
	return 0;
}
