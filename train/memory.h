/*
 * memory.h
 *		Memory for the programs of training, or the end of the program.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* Zeroed. */
extern void *take_memory(size_t size_b);
/* What is new is not zeroed. */
extern void *grow_memory(void *block, size_t size_b);

#endif							/* MEMORY_H */
