/*
 * fuzz_zone.c
 *		Layout: zones follow each other inside the text, and so do the parts of
 *		the body.
 */
#include "fuzz_stage.h"

static void
look(NxArticle *a)
{
	uint32_t	end_b = 0;

	for (uint32_t z = 0; z < a->zones.count; z++)
	{
		NxSpan		at = a->zones.items[z].at;

		fuzz_claim(at.at_b < at.end_b && at.end_b <= a->length_b);
		fuzz_claim(at.at_b >= end_b);
		end_b = at.end_b;
	}
	for (uint32_t b = 0; b < a->layout.body_count; b++)
		fuzz_claim(a->layout.body_at[b].end_b <= a->length_b &&
				   a->layout.body_at[b].at_b < a->layout.body_at[b].end_b);
	fuzz_claim(a->layout.authors.count == a->layout.author_places.count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	static const Stage stages[] = {
		nx_text_read, nx_token_read, nx_sentence_read, nx_zone_read
	};

	fuzz_stages(data, size_b, stages, sizeof(stages) / sizeof(stages[0]), look);
	return 0;
}
