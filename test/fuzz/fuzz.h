/*
 * fuzz.h
 *		What the entry points of libFuzzer share.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include "check.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b);

/* Ends the run with the input at hand when a claim does not hold. */
static inline void
fuzz_claim(bool holds)
{
	if (!holds)
		abort();
}

#endif							/* FUZZ_H */
