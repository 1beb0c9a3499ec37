/*
 * nx_sort.c
 *		Sorting that can be interrupted, in the article's own memory.
 *
 * qsort() is deaf to nx_poll(), and on some systems takes memory from
 * elsewhere.  This is a merge sort from below: runs of 1, 2, 4 ... items are
 * merged from one array into another and back, so equal items keep their
 * order.  Arrays that are in order already, the common case, cost one walk.
 */
#include "nx_core.h"

typedef struct Merge
{
	NxArticle  *a;
	const char *from;
	char	   *to;
	uint32_t	count;
	size_t		item_b;
	NxCompare	compare;
} Merge;

static bool
is_sorted(const Merge *m)
{
	for (uint32_t i = 1; i < m->count; i++)
		if (m->compare(m->from + (i - 1) * m->item_b, m->from + i * m->item_b) > 0)
			return false;
	return true;
}

/* Merge the runs [first, middle) and [middle, end). */
static void
merge_runs(const Merge *m, uint32_t first, uint32_t middle, uint32_t end)
{
	uint32_t	left = first;
	uint32_t	right = middle;

	for (uint32_t i = first; i < end; i++)
	{
		const char *left_item = m->from + left * m->item_b;
		const char *right_item = m->from + right * m->item_b;
		bool		is_left = right == end ||
			(left < middle && m->compare(left_item, right_item) <= 0);

		memcpy(m->to + i * m->item_b, is_left ? left_item : right_item, m->item_b);
		left += is_left;
		right += !is_left;
		nx_poll(m->a, (uint32_t) m->item_b);
	}
}

void
nx_sort(NxArticle *a, void *items, uint32_t count, size_t item_b, NxCompare compare)
{
	Merge		m = {a, items, NULL, count, item_b, compare};
	char	   *spare;

	if (is_sorted(&m))
		return;
	spare = nx_arena_alloc_array(&a->arena, count, item_b);
	m.to = spare;
	for (uint64_t run = 1; run < count; run *= 2)
	{
		for (uint64_t at = 0; at < count; at += 2 * run)
		{
			uint64_t	middle = at + run < count ? at + run : count;
			uint64_t	end = at + 2 * run < count ? at + 2 * run : count;

			merge_runs(&m, (uint32_t) at, (uint32_t) middle, (uint32_t) end);
		}
		spare = (char *) m.from;
		m.from = m.to;
		m.to = spare;
	}
	if (m.from != items)
	{
		memcpy(items, m.from, count * item_b);
		spare = (char *) m.from;
	}
	nx_arena_drop(&a->arena, spare);
}
