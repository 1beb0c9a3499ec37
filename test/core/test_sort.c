/*
 * test_sort.c
 *		The merge sort: order, equal items as they were, every length.
 */
#include "check.h"
#include "nx_core.h"

#define MOST	300

typedef struct Item
{
	uint32_t	key;
	uint32_t	place;			/* before sorting */
} Item;

static int
compare_keys(const void *left, const void *right)
{
	const Item *a = left;
	const Item *b = right;

	return a->key < b->key ? -1 : a->key > b->key;
}

static void
test_length(NxArticle *a, uint32_t count, uint32_t keys)
{
	Item		items[MOST];
	uint32_t	seed = count;
	bool		is_sorted = true;

	for (uint32_t i = 0; i < count; i++)
	{
		seed = seed * 1664525u + 1013904223u;
		items[i] = (Item) {(seed >> 8) % keys, i};
	}
	nx_sort(a, items, count, sizeof(Item), compare_keys);
	for (uint32_t i = 1; i < count; i++)
		is_sorted &= items[i - 1].key < items[i].key ||
			(items[i - 1].key == items[i].key && items[i - 1].place < items[i].place);
	CHECK(is_sorted);
}

int
main(void)
{
	NxArticle  *a = check_read("");

	for (uint32_t count = 0; count < MOST; count++)
	{
		test_length(a, count, 1 + count / 4);
		test_length(a, count, UINT32_MAX);
	}
	nx_article_free(a);
	return check_end();
}
