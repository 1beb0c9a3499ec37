/*
 * nx_pool.c
 *		Memory of the analyser's host; large blocks are kept for the next use.
 *
 * Memory that is new to a backend is zeroed by the system page by page, which
 * for a text of some 100 kB takes as long as half of its analysis.  So large
 * blocks that are given back wait here, POOL_B of them at most, until the
 * transaction ends.
 *
 * Small blocks live in the context that is asked for.  Large ones live in one
 * of their own and must be given back, also after an error: a reading does so
 * when its context goes (nx_reading.c).
 */
#include "postgres.h"

#include "access/xact.h"
#include "utils/memutils.h"

#include "nx_bridge.h"
#include "nx_pages.h"

#define LARGE_B	(128 * 1024)
#define POOL_B	(64 * 1024 * 1024)

/* In front of each block. */
typedef struct Head
{
	size_t		size_b;			/* without this head */
	struct Head *next;			/* when it waits */
} Head;

static MemoryContext large = NULL;	/* large blocks, in use or waiting */
static Head *waiting = NULL;
static size_t waiting_b = 0;

static Head *
unlink_block(Head **link)
{
	Head	   *block = *link;

	*link = block->next;
	waiting_b -= block->size_b;
	return block;
}

static void
empty_pool(void)
{
	while (waiting != NULL)
		pfree(unlink_block(&waiting));
}

static void
end_transaction(XactEvent event, void *arg)
{
	empty_pool();
}

void
nx_pool_create(void)
{
	if (large != NULL)
		return;
	large = AllocSetContextCreate(TopMemoryContext, "newsext blocks", ALLOCSET_SMALL_SIZES);
	RegisterXactCallback(end_transaction, NULL);
}

/* The smallest block that waits and is large enough, but not twice so large. */
static Head *
take_waiting(size_t size_b)
{
	Head	  **best = NULL;

	for (Head **link = &waiting; *link != NULL; link = &(*link)->next)
		if ((*link)->size_b >= size_b && (*link)->size_b / 2 <= size_b &&
			(best == NULL || (*link)->size_b < (*best)->size_b))
			best = link;
	return best != NULL ? unlink_block(best) : NULL;
}

static Head *
allocate(MemoryContext context, size_t size_b)
{
	Head	   *block = MemoryContextAllocExtended(context, sizeof(Head) + size_b,
												   MCXT_ALLOC_NO_OOM | MCXT_ALLOC_HUGE);

	if (block != NULL)
	{
		block->size_b = size_b;
		nx_pages_wish(block, size_b);
	}
	return block;
}

void *
nx_pool_take(MemoryContext context, size_t size_b)
{
	Head	   *block;

	if (size_b < LARGE_B)
		block = allocate(context, size_b);
	else
	{
		block = take_waiting(size_b);
		if (block == NULL)
			block = allocate(large, size_b);
		if (block == NULL && waiting != NULL)
		{
			empty_pool();
			block = allocate(large, size_b);
		}
	}
	return block != NULL ? block + 1 : NULL;
}

void
nx_pool_give_back(void *bytes)
{
	Head	   *block = (Head *) bytes - 1;

	/* While a transaction is cleaned up its end has been told already. */
	if (block->size_b < LARGE_B || block->size_b > POOL_B - waiting_b || !IsTransactionState())
	{
		pfree(block);
		return;
	}
	block->next = waiting;
	waiting = block;
	waiting_b += block->size_b;
}
