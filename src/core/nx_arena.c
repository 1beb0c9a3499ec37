/*
 * nx_arena.c
 *		Memory of one analysis: blocks from the host, given back together.
 *
 * Blocks grow by doubling from 32 kB to 1 MB, so that an article of a few
 * thousand bytes costs one request to the host and a text of 64 MB some
 * hundreds.  A request larger than a block gets a block of its own.
 *
 * Failure leaves by longjmp to the place that nx_article_read() set; see
 * nx_core.h for what that asks of a stage.
 */
#include "nx_core.h"

#define ALIGNMENT_B		16
#define FIRST_BLOCK_B	(32 * 1024)
#define LARGEST_BLOCK_B	(1024 * 1024)

struct NxArenaBlock
{
	NxArenaBlock *older;
	size_t		size_b;
};

/* Space of a block's head, so that what follows is aligned. */
#define HEAD_B	((sizeof(NxArenaBlock) + ALIGNMENT_B - 1) & ~(size_t) (ALIGNMENT_B - 1))

void
nx_arena_init(NxArena *arena, const NxHost *host)
{
	memset(arena, 0, sizeof(*arena));
	arena->host = *host;
}

void
nx_arena_free(NxArena *arena)
{
	NxArenaBlock *block = arena->blocks;

	while (block != NULL)
	{
		NxArenaBlock *older = block->older;

		arena->host.free(arena->host.state, block);
		block = older;
	}
	arena->blocks = NULL;
	arena->next = NULL;
	arena->left_b = 0;
}

void
nx_arena_escape(NxArena *arena, NxStatus status)
{
	arena->status = status;
	longjmp(arena->escape, 1);
}

/* Take a block from the host that holds at least size_b bytes. */
static bool
add_block(NxArena *arena, size_t size_b)
{
	size_t		block_b = arena->blocks == NULL ? FIRST_BLOCK_B : arena->blocks->size_b * 2;
	NxArenaBlock *block;

	if (block_b > LARGEST_BLOCK_B)
		block_b = LARGEST_BLOCK_B;
	if (block_b < size_b + HEAD_B)
		block_b = size_b + HEAD_B;
	block = arena->host.alloc(arena->host.state, block_b);
	if (block == NULL)
		return false;
	block->older = arena->blocks;
	block->size_b = block_b;
	arena->blocks = block;
	arena->next = (char *) block + HEAD_B;
	arena->left_b = block_b - HEAD_B;
	arena->total_b += block_b;
	return true;
}

/* The next size_b bytes, or NULL. */
static void *
cut_off(NxArena *arena, size_t size_b)
{
	char	   *start;

	if (size_b > SIZE_MAX / 2)
		return NULL;
	size_b = (size_b + ALIGNMENT_B - 1) & ~(size_t) (ALIGNMENT_B - 1);
	if (size_b > arena->left_b && !add_block(arena, size_b))
		return NULL;
	start = arena->next;
	arena->next += size_b;
	arena->left_b -= size_b;
	return start;
}

void *
nx_arena_try(NxArena *arena, size_t size_b)
{
	void	   *start = cut_off(arena, size_b);

	return start != NULL ? memset(start, 0, size_b) : NULL;
}

void *
nx_arena_alloc(NxArena *arena, size_t size_b)
{
	void	   *start = nx_arena_try(arena, size_b);

	if (start == NULL)
		nx_arena_escape(arena, NX_NO_MEMORY);
	return start;
}

void *
nx_arena_take(NxArena *arena, size_t count, size_t item_b)
{
	void	   *start = item_b != 0 && count > SIZE_MAX / 2 / item_b ? NULL :
		cut_off(arena, count * item_b);

	if (start == NULL)
		nx_arena_escape(arena, NX_NO_MEMORY);
	return start;
}

void *
nx_arena_alloc_array(NxArena *arena, size_t count, size_t item_b)
{
	if (item_b != 0 && count > SIZE_MAX / 2 / item_b)
		nx_arena_escape(arena, NX_NO_MEMORY);
	return nx_arena_alloc(arena, count * item_b);
}

NxString
nx_arena_string(NxArena *arena, const char *bytes, size_t length_b)
{
	char	   *copy = nx_arena_alloc(arena, length_b + 1);
	NxString	string = {copy, (uint32_t) length_b};

	memcpy(copy, bytes, length_b);
	return string;
}

void *
nx_list_grow(NxArena *arena, void *items, uint32_t count, uint32_t *room, size_t item_b)
{
	uint32_t	more = *room < 16 ? 16 : *room * 2;
	char	   *grown = nx_arena_take(arena, more, item_b);

	if (count > 0)
		memcpy(grown, items, count * item_b);
	memset(grown + count * item_b, 0, (more - count) * item_b);
	*room = more;
	return grown;
}
