/*
 * nx_lemma.c
 */
#include "nx_lexicon.h"

uint32_t
nx_lemma_form(const char *bytes, size_t length_b, uint8_t tag)
{
	(void) tag;
	return nx_form_hash(bytes, length_b);
}
