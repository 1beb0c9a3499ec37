/*
 * nx_byline.c
 *		The authors of a byline are persons, whatever their letters look like.
 *
 * The zone stage has read authors and their places from the lines above the
 * body; here the tokens of those lines that say the same get their labels.
 */
#include "nx_core.h"

#define MAX_WORDS	8			/* longest name that is looked for */

typedef struct Words
{
	uint32_t	forms[MAX_WORDS];
	uint32_t	count;
} Words;

static void
split(NxString name, Words *words)
{
	const char *at = name.bytes;
	const char *end = at + name.length_b;

	words->count = 0;
	while (at < end && words->count < MAX_WORDS)
	{
		const char *space = memchr(at, ' ', (size_t) (end - at));
		const char *word_end = space == NULL ? end : space;

		words->forms[words->count++] = nx_form_hash(at, (size_t) (word_end - at));
		at = word_end + 1;
	}
}

static bool
stands_at(const NxArticle *a, uint32_t i, uint32_t end, const Words *words)
{
	if (words->count == 0 || end - i < words->count)
		return false;
	for (uint32_t k = 0; k < words->count; k++)
		if (nx_token_at(a, i + k)->form != words->forms[k])
			return false;
	return true;
}

static void
label(NxArticle *a, NxRange within, NxString name, NxNameKind kind)
{
	Words		words;

	if (name.bytes == NULL)
		return;
	split(name, &words);
	for (uint32_t i = within.first; i < within.end; i++)
	{
		if (!stands_at(a, i, within.end, &words))
			continue;
		for (uint32_t k = i; k < i + words.count; k++)
		{
			nx_token_at(a, k)->name = (uint8_t) kind;
			nx_token_at(a, k)->flags &= (uint8_t) ~NX_NAME_BEGIN;
		}
		nx_token_at(a, i)->flags |= NX_NAME_BEGIN;
		if (i + words.count < within.end)
			nx_token_at(a, i + words.count)->flags |= NX_NAME_BEGIN;
	}
}

void
nx_byline_read(NxArticle *a)
{
	const NxLayout *layout = &a->layout;

	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		const NxParagraph *paragraph = &a->paragraphs.items[p];

		if (paragraph->zone == NX_ZONE_BODY)
			break;
		if (paragraph->zone != NX_ZONE_BYLINE && paragraph->zone != NX_ZONE_PUBLICATION)
			continue;
		for (uint32_t i = 0; i < layout->authors.count; i++)
		{
			label(a, paragraph->tokens, layout->authors.items[i], NX_NAME_PERSON);
			label(a, paragraph->tokens, layout->author_places.items[i], NX_NAME_PLACE);
		}
	}
}
