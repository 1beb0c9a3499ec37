/*
 * test_arena.c
 *		Memory of one analysis: what is zeroed, what is used again, where it
 *		ends.
 */
#include "check.h"
#include "nx_core.h"

#define LARGE_B		(5 * 1024 * 1024)

typedef struct Item
{
	uint32_t	value;
} Item;

typedef struct Lender
{
	int			requests;
	bool		stops;
} Lender;

static void *
lend(void *state, size_t size_b)
{
	((Lender *) state)->requests++;
	return malloc(size_b);
}

static bool
stops(void *state)
{
	return ((Lender *) state)->stops;
}

static NxHost
host_of(Lender *lender)
{
	return (NxHost) {lend, check_give_back, stops, lender};
}

/* An item in the place of one that was taken back holds nothing of it. */
static void
test_push(void)
{
	Lender		lender = {0, false};
	NxHost		host = host_of(&lender);
	NxArena		arena;
	NX_LIST(Item) items = {NULL, 0, 0};

	nx_arena_init(&arena, &host);
	for (uint32_t i = 0; i < 100; i++)
		nx_push(&arena, &items)->value = i + 1;
	for (uint32_t i = 0; i < 100; i++)
		CHECK(items.items[i].value == i + 1);
	items.count = 0;
	CHECK(nx_push(&arena, &items)->value == 0);
	nx_arena_free(&arena);
	CHECK(arena.total_b == 0);
}

/* What is large is used again, zeroed. */
static void
test_drop(void)
{
	Lender		lender = {0, false};
	NxHost		host = host_of(&lender);
	NxArena		arena;
	char	   *first;
	char	   *second;
	size_t		held_b;

	nx_arena_init(&arena, &host);
	first = nx_arena_alloc(&arena, LARGE_B);
	memset(first, 'x', LARGE_B);
	held_b = arena.total_b;
	nx_arena_drop(&arena, first);
	second = nx_arena_alloc(&arena, LARGE_B - 100);
	CHECK(second == first && second[0] == 0 && second[LARGE_B - 101] == 0);
	CHECK(lender.requests == 1 && arena.total_b == held_b);
	nx_arena_drop(&arena, second);
	nx_arena_trim(&arena);
	CHECK(arena.total_b == 0);
	nx_arena_free(&arena);
}

/* What was large and is dropped serves small requests, too. */
static void
test_reuse(void)
{
	Lender		lender = {0, false};
	NxHost		host = host_of(&lender);
	NxArena		arena;
	char	   *large;
	char	   *small;

	nx_arena_init(&arena, &host);
	large = nx_arena_alloc(&arena, LARGE_B);
	nx_arena_drop(&arena, large);
	for (int i = 0; i < 1000; i++)
	{
		small = nx_arena_alloc(&arena, 4000);
		CHECK(small[0] == 0 && small[3999] == 0);
		memset(small, 'x', 4000);
	}
	CHECK(lender.requests == 1);
	CHECK(large <= small && small < large + LARGE_B);
	nx_arena_trim(&arena);
	CHECK(small[0] == 'x');
	nx_arena_free(&arena);
}

/* A list at the end of what is used grows where it stands, another one moves. */
static void
test_grow(void)
{
	Lender		lender = {0, false};
	NxHost		host = host_of(&lender);
	NxArena		arena;
	NX_LIST(Item) items = {NULL, 0, 0};
	Item	   *first;
	char	   *beside;

	nx_arena_init(&arena, &host);
	nx_push(&arena, &items);
	first = items.items;
	for (uint32_t i = 1; i < 100; i++)
		nx_push(&arena, &items)->value = i;
	CHECK(items.items == first);
	beside = nx_arena_alloc(&arena, 100);
	for (uint32_t i = 100; i < 1000; i++)
		nx_push(&arena, &items)->value = i;
	CHECK(items.items != first);
	for (uint32_t i = 0; i < 1000; i++)
		CHECK(items.items[i].value == i);
	for (int i = 0; i < 100; i++)
		CHECK(beside[i] == 0);
	nx_arena_free(&arena);
}

static NxStatus
status_of(Lender *lender, size_t size_b)
{
	NxHost		host = host_of(lender);
	NxArena		arena;

	nx_arena_init(&arena, &host);
	if (setjmp(arena.escape) == 0)
		nx_arena_alloc(&arena, size_b);
	nx_arena_free(&arena);
	return arena.status;
}

static void
test_failure(void)
{
	Lender		lender = {0, false};

	CHECK(status_of(&lender, LARGE_B) == NX_OK);
	CHECK(status_of(&lender, 0) == NX_OK);
	CHECK(status_of(&lender, NX_MAX_MEMORY_B) == NX_NO_MEMORY);
	CHECK(status_of(&lender, SIZE_MAX) == NX_NO_MEMORY);
	CHECK(lender.requests == 2);
	lender.stops = true;
	CHECK(status_of(&lender, LARGE_B) == NX_INTERRUPTED);
}

int
main(void)
{
	test_push();
	test_drop();
	test_reuse();
	test_grow();
	test_failure();
	return check_end();
}
