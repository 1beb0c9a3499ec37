/*
 * fuzz_mark.c
 *		Quotation marks: stretches lie in one paragraph, in order, nested as
 *		they say.  Without tags and names, which marks hardly ask for.
 */
#include "fuzz_stage.h"

static void
look(NxArticle *a)
{
	for (uint32_t s = 0; s < a->stretches.count; s++)
	{
		const NxStretch *stretch = &a->stretches.items[s];
		NxRange		tokens = stretch->tokens;
		uint32_t	paragraph;

		fuzz_claim(tokens.first < tokens.end && tokens.end <= a->tokens.count);
		paragraph = nx_token_paragraph(a, tokens.first);
		fuzz_claim(paragraph == nx_token_paragraph(a, tokens.end - 1));
		fuzz_claim(s == 0 || a->stretches.items[s - 1].tokens.first <= tokens.first);
		if (stretch->parent != NX_NONE)
		{
			fuzz_claim(stretch->parent < s);
			fuzz_claim(a->stretches.items[stretch->parent].tokens.end >= tokens.end);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	static const Stage stages[] = {
		nx_text_read, nx_token_read, nx_sentence_read, nx_zone_read, nx_mark_read
	};

	fuzz_stages(data, size_b, stages, sizeof(stages) / sizeof(stages[0]), look);
	return 0;
}
