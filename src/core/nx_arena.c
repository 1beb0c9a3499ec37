/*
 * nx_arena.c
 *		Memory of one analysis: blocks from the host, given back together.
 *
 * Blocks grow by doubling from 32 kB to 32 MB, so that an article of a few
 * thousand bytes costs a few requests to the host, and a long text takes blocks
 * that its host can lay on large pages.  What is larger than LARGE_B gets a
 * block of its own unless the newest one has room, and such a block alone can be
 * dropped before the end: an array that has grown out of its room, or that only
 * one stage needs.  A dropped block serves the next request of about its size,
 * or becomes the newest block, since fresh pages are dear: a text of 20 MB takes
 * half a gigabyte, and their first touch a fifth of its time.
 *
 * Failure leaves by longjmp to the place that nx_article_read() set; see
 * nx_core.h for what that asks of a stage.  Large memory is zeroed and copied
 * in steps, with the question between them whether to stop.
 */
#include "nx_core.h"

#define ALIGNMENT_B		16
#define FIRST_BLOCK_B	(32 * 1024)
#define LARGEST_BLOCK_B	(32 * 1024 * 1024)
#define LARGE_B			(4 * 1024 * 1024)
#define STEP_B			(256 * 1024)

struct NxArenaBlock
{
	NxArenaBlock *older;
	size_t		size_b;
};

/* Space of a block's head, so that what follows is aligned. */
#define HEAD_B	round_up(sizeof(NxArenaBlock))

static size_t
round_up(size_t size_b)
{
	return (size_b + ALIGNMENT_B - 1) & ~(size_t) (ALIGNMENT_B - 1);
}

void
nx_arena_init(NxArena *arena, const NxHost *host)
{
	memset(arena, 0, sizeof(*arena));
	arena->host = *host;
}

static void
free_blocks(NxArena *arena, NxArenaBlock **blocks)
{
	while (*blocks != NULL)
	{
		NxArenaBlock *older = (*blocks)->older;

		arena->total_b -= (*blocks)->size_b;
		arena->host.free(arena->host.state, *blocks);
		*blocks = older;
	}
}

void
nx_arena_free(NxArena *arena)
{
	free_blocks(arena, &arena->blocks);
	free_blocks(arena, &arena->large);
	free_blocks(arena, &arena->dropped);
	arena->next = NULL;
	arena->left_b = 0;
}

void
nx_arena_trim(NxArena *arena)
{
	free_blocks(arena, &arena->dropped);
}

void
nx_arena_escape(NxArena *arena, NxStatus status)
{
	arena->status = status;
	longjmp(arena->escape, 1);
}

/* A block of the host in front of a list, or NULL. */
static NxArenaBlock *
take_block(NxArena *arena, NxArenaBlock **list, size_t block_b)
{
	NxArenaBlock *block;

	if (block_b > NX_MAX_MEMORY_B - arena->total_b)
		return NULL;
	block = arena->host.alloc(arena->host.state, block_b);
	if (block == NULL)
		return NULL;
	block->older = *list;
	block->size_b = block_b;
	*list = block;
	arena->total_b += block_b;
	return block;
}

/* Put the block that a link leads to in front of another list. */
static NxArenaBlock *
move_block(NxArenaBlock **link, NxArenaBlock **to)
{
	NxArenaBlock *block = *link;

	*link = block->older;
	block->older = *to;
	*to = block;
	return block;
}

static bool
is_large(size_t size_b)
{
	return size_b > LARGE_B;
}

/*
 * The link to the dropped block that fits best, or NULL.  One that is more than
 * twice too large is left for a request of its size: they come.
 */
static NxArenaBlock **
find_dropped(NxArena *arena, size_t block_b)
{
	NxArenaBlock **best = NULL;

	for (NxArenaBlock **link = &arena->dropped; *link != NULL; link = &(*link)->older)
	{
		size_t		size_b = (*link)->size_b;

		if (size_b >= block_b && size_b / 2 <= block_b && (best == NULL || size_b < (*best)->size_b))
			best = link;
	}
	return best;
}

static NxArenaBlock **
find_largest_dropped(NxArena *arena)
{
	NxArenaBlock **largest = &arena->dropped;

	for (NxArenaBlock **link = largest; *link != NULL; link = &(*link)->older)
		if ((*link)->size_b > (*largest)->size_b)
			largest = link;
	return largest;
}

/* Makes the largest dropped block the newest one, if it is large enough. */
static bool
reuse_block(NxArena *arena, size_t size_b)
{
	NxArenaBlock **largest = find_largest_dropped(arena);

	if (*largest == NULL || (*largest)->size_b < size_b + HEAD_B)
		return false;
	move_block(largest, &arena->blocks);
	return true;
}

static bool
take_new_block(NxArena *arena, size_t size_b)
{
	size_t		block_b = arena->blocks == NULL ? FIRST_BLOCK_B : arena->blocks->size_b * 2;

	while (block_b < size_b + HEAD_B)
		block_b *= 2;
	if (block_b > LARGEST_BLOCK_B)
		block_b = LARGEST_BLOCK_B;
	return take_block(arena, &arena->blocks, block_b) != NULL;
}

/* The next bytes of the newest block, which has the room. */
static char *
cut(NxArena *arena, size_t size_b)
{
	char	   *start = arena->next;

	arena->next += size_b;
	arena->left_b -= size_b;
	return start;
}

static char *
cut_from_next(NxArena *arena, size_t size_b)
{
	arena->next = (char *) arena->blocks + HEAD_B;
	arena->left_b = arena->blocks->size_b - HEAD_B;
	return cut(arena, size_b);
}

/* Memory as it comes, or NULL. */
static char *
take(NxArena *arena, size_t size_b)
{
	NxArenaBlock **dropped = NULL;
	NxArenaBlock *block;

	if (size_b > SIZE_MAX / 2)
		return NULL;
	size_b = round_up(size_b);
	if (is_large(size_b))
		dropped = find_dropped(arena, HEAD_B + size_b);
	if (dropped != NULL)
		return (char *) move_block(dropped, &arena->large) + HEAD_B;
	if (arena->next != NULL && size_b <= arena->left_b)
		return cut(arena, size_b);
	if (reuse_block(arena, size_b) || (!is_large(size_b) && take_new_block(arena, size_b)))
		return cut_from_next(arena, size_b);
	if (!is_large(size_b))
		return NULL;
	block = take_block(arena, &arena->large, HEAD_B + size_b);
	return block != NULL ? (char *) block + HEAD_B : NULL;
}

static void
ask_host(NxArena *arena)
{
	if (arena->host.poll != NULL && arena->host.poll(arena->host.state))
		nx_arena_escape(arena, NX_INTERRUPTED);
}

/* Zero memory, or copy into it. */
static void
fill(NxArena *arena, char *to, const char *from, size_t size_b)
{
	while (size_b > 0)
	{
		size_t		step_b = size_b < STEP_B ? size_b : STEP_B;

		if (from == NULL)
			memset(to, 0, step_b);
		else
		{
			memcpy(to, from, step_b);
			from += step_b;
		}
		to += step_b;
		size_b -= step_b;
		if (size_b > 0)
			ask_host(arena);
	}
}

void *
nx_arena_try(NxArena *arena, size_t size_b)
{
	return take(arena, size_b);
}

void *
nx_arena_alloc(NxArena *arena, size_t size_b)
{
	char	   *start = take(arena, size_b);

	if (start == NULL)
		nx_arena_escape(arena, NX_NO_MEMORY);
	if (!is_large(size_b))
		return memset(start, 0, size_b);
	fill(arena, start, NULL, size_b);
	return start;
}

void *
nx_arena_take(NxArena *arena, size_t count, size_t item_b)
{
	char	   *start = item_b != 0 && count > SIZE_MAX / 2 / item_b ? NULL :
		take(arena, count * item_b);

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

void
nx_arena_drop(NxArena *arena, void *start)
{
	NxArenaBlock **link = &arena->large;

	while (*link != NULL && (char *) *link + HEAD_B != start)
		link = &(*link)->older;
	if (*link != NULL)
		move_block(link, &arena->dropped);
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
nx_list_reserve(NxArena *arena, void *items, uint32_t count, uint32_t room, size_t item_b)
{
	char	   *grown = nx_arena_take(arena, room, item_b);

	fill(arena, grown, items, count * item_b);
	nx_arena_drop(arena, items);
	return grown;
}

/* Lengthens what was cut last, where it stands. */
static bool
lengthen(NxArena *arena, const char *start, size_t from_b, size_t to_b)
{
	from_b = round_up(from_b);
	to_b = round_up(to_b);
	if (start == NULL || start + from_b != arena->next || to_b - from_b > arena->left_b)
		return false;
	(void) cut(arena, to_b - from_b);
	return true;
}

void *
nx_list_grow(NxArena *arena, void *items, uint32_t count, uint32_t *room, size_t item_b)
{
	size_t		from_b = *room * item_b;

	*room = *room < 16 ? 16 : *room * 2;
	if (lengthen(arena, items, from_b, *room * item_b))
		return items;
	return nx_list_reserve(arena, items, count, *room, item_b);
}
