/*
 * memory.c
 *		A program that trains has nothing to do without memory.
 */
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"

static void *
or_exit(void *block)
{
	if (block == NULL)
	{
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return block;
}

void *
take_memory(size_t size_b)
{
	return or_exit(calloc(size_b + 1, 1));
}

void *
grow_memory(void *block, size_t size_b)
{
	return or_exit(realloc(block, size_b + 1));
}
