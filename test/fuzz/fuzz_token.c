/*
 * fuzz_token.c
 *		Text, tokens and sentences: tokens follow each other inside the text,
 *		sentences and paragraphs hold them all, characters are counted forwards.
 */
#include "fuzz_stage.h"

static void
look_at_tokens(const NxArticle *a)
{
	uint32_t	end_b = 0;
	uint32_t	end_c = 0;

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);
		uint32_t	at_c = nx_article_char(a, token->at_b);

		fuzz_claim(token->at_b >= end_b && token->end_b > token->at_b);
		fuzz_claim(token->end_b <= a->length_b && at_c >= end_c);
		end_b = token->end_b;
		end_c = nx_article_char(a, end_b);
		fuzz_claim(end_c > at_c && end_c - at_c <= end_b - token->at_b);
	}
}

static void
look(NxArticle *a)
{
	uint32_t	end = 0;

	look_at_tokens(a);
	for (uint32_t s = 0; s < a->sentences.count; s++)
	{
		NxRange		tokens = a->sentences.items[s].tokens;

		fuzz_claim(tokens.first == end && tokens.end > end);
		fuzz_claim(a->sentences.items[s].paragraph < a->paragraphs.count);
		end = tokens.end;
	}
	fuzz_claim(end == a->tokens.count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size_b)
{
	static const Stage stages[] = {nx_text_read, nx_token_read, nx_sentence_read};

	fuzz_stages(data, size_b, stages, sizeof(stages) / sizeof(stages[0]), look);
	return 0;
}
