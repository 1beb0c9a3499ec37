/*
 * fuzz_stage.h
 *		An article that has gone through the first stages only, for targets that
 *		look at what one of them leaves behind.
 */
#ifndef FUZZ_STAGE_H
#define FUZZ_STAGE_H

#include "fuzz.h"
#include "nx_core.h"

typedef void (*Stage) (NxArticle *a);

/* Runs the stages over a text and then `look`; no stage may fail. */
static inline void
fuzz_stages(const uint8_t *data, size_t size_b, const Stage *stages, size_t count, Stage look)
{
	NxArticle	a;

	memset(&a, 0, sizeof(a));
	a.reader = check_reader();
	a.text = (const char *) data;
	a.length_b = (uint32_t) size_b;
	nx_arena_init(&a.arena, &check_host);
	if (setjmp(a.arena.escape) != 0)
		abort();
	nx_among_begin(&a);
	for (size_t i = 0; i < count; i++)
		stages[i] (&a);
	look(&a);
	nx_arena_free(&a.arena);
}

#endif							/* FUZZ_STAGE_H */
