/*
 * nx_article.c
 *		The street: one text through all stages, and what the caller may ask
 *		of the result.
 */
#include "nx_core.h"
#include "nx_reader.h"

typedef void (*Stage) (NxArticle *a);

static const Stage stages[] = {
	nx_text_read,
	nx_token_read,
	nx_sentence_read,
	nx_zone_read,
	nx_tag_read,
	nx_name_read,
	nx_byline_read,
	nx_mark_read,
	nx_mention_read,
	nx_role_read,
	nx_entity_read,
	nx_reference_read,
	nx_attribution_read,
	nx_quote_read,
	nx_speaker_read,
	nx_result_read,
};

NxStatus
nx_article_read(const NxReader *reader, const NxHost *host,
				const char *text, size_t length_b, NxArticle **article)
{
	NxArticle  *a;

	*article = NULL;
	if (length_b > NX_MAX_TEXT_B)
		return NX_TEXT_TOO_LONG;
	a = host->alloc(host->state, sizeof(NxArticle));
	if (a == NULL)
		return NX_NO_MEMORY;
	memset(a, 0, sizeof(*a));
	a->reader = reader;
	a->text = text;
	a->length_b = (uint32_t) length_b;
	nx_arena_init(&a->arena, host);

	if (setjmp(a->arena.escape) != 0)
	{
		NxStatus	status = a->arena.status;

		nx_article_free(a);
		return status;
	}
	nx_among_begin(a);
	for (size_t i = 0; i < sizeof(stages) / sizeof(stages[0]); i++)
		stages[i] (a);
	nx_arena_trim(&a->arena);
	*article = a;
	return NX_OK;
}

void
nx_article_free(NxArticle *article)
{
	NxHost		host;

	if (article == NULL)
		return;
	host = article->arena.host;
	nx_arena_free(&article->arena);
	host.free(host.state, article);
}

size_t
nx_article_memory(const NxArticle *article)
{
	return sizeof(NxArticle) + article->arena.total_b;
}

void
nx_ask_host(NxArticle *a)
{
	a->polled_b = 0;
	if (a->arena.host.poll != NULL && a->arena.host.poll(a->arena.host.state))
		nx_arena_escape(&a->arena, NX_INTERRUPTED);
}

NxSpan
nx_range_span(const NxArticle *a, NxRange range)
{
	NxSpan		span = {0, 0};

	if (!nx_range_is_empty(range))
	{
		span.at_b = a->tokens.items[range.first].at_b;
		span.end_b = a->tokens.items[range.end - 1].end_b;
	}
	return span;
}

NxString
nx_range_text(NxArticle *a, NxRange range)
{
	NxString	none = {NULL, 0};
	NxSpan		span = nx_range_span(a, range);
	char	   *bytes;
	uint32_t	length_b = 0;

	if (nx_range_is_empty(range))
		return none;
	nx_poll(a, span.end_b - span.at_b);
	bytes = nx_arena_alloc(&a->arena, span.end_b - span.at_b + 1);
	for (uint32_t i = range.first; i < range.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (i > range.first && token->flags & NX_SPACE_BEFORE)
			bytes[length_b++] = ' ';
		memcpy(bytes + length_b, a->text + token->at_b, token->end_b - token->at_b);
		length_b += token->end_b - token->at_b;
	}
	return (NxString) {bytes, length_b};
}

uint32_t
nx_token_paragraph(const NxArticle *a, uint32_t token)
{
	return a->sentences.items[a->tokens.items[token].sentence].paragraph;
}

/* The result lists; the same few lines for each. */
#define RESULT(function, type, list) \
	const type * \
	function(const NxArticle *article, uint32_t *count) \
	{ \
		*count = article->list.count; \
		return article->list.items; \
	}

RESULT(nx_article_quotes, NxQuote, quotes)
RESULT(nx_article_speakers, NxSpeaker, speakers)
RESULT(nx_article_entities, NxEntity, entities)
RESULT(nx_article_mentions, NxMention, mentions)
RESULT(nx_article_zones, NxZone, zones)

const NxLayout *
nx_article_layout(const NxArticle *article)
{
	return &article->layout;
}

uint32_t
nx_article_sentence_count(const NxArticle *article)
{
	return article->sentences.count;
}

uint32_t
nx_article_token_count(const NxArticle *article)
{
	return article->tokens.count;
}
