/*
 * digest.c
 *		One number for all results over test/articles.
 *
 * usage: digest
 *
 * Prints the version of the results and a hash of every field of every result
 * of every article.  Equal digests of two builds say that they give the same
 * rows; a digest that changes while NX_RESULTS_VERSION does not says that the
 * version has been forgotten.  The hash is FNV-1a over 64 bits; each value
 * is preceded by its length, so that values cannot flow into each other.
 */
#include "article_file.h"
#include "check.h"

static uint64_t digest = UINT64_C(14695981039346656037);

static void
add_bytes(const char *bytes, size_t length_b)
{
	for (size_t i = 0; i < length_b; i++)
		digest = (digest ^ (unsigned char) bytes[i]) * UINT64_C(1099511628211);
}

static void
add_number(uint32_t number)
{
	char		bytes[4] = {
		(char) (number & 255), (char) (number >> 8 & 255),
		(char) (number >> 16 & 255), (char) (number >> 24)
	};

	add_bytes(bytes, sizeof(bytes));
}

static void
add_string(NxString string)
{
	add_number(string.bytes == NULL ? UINT32_MAX : string.length_b);
	if (string.bytes != NULL)
		add_bytes(string.bytes, string.length_b);
}

static void
add_strings(NxStrings strings)
{
	add_number(strings.count);
	for (uint32_t i = 0; i < strings.count; i++)
		add_string(strings.items[i]);
}

static void
add_literal(const char *literal)
{
	add_string((NxString) {literal, literal != NULL ? (uint32_t) strlen(literal) : 0});
}

static void
add_span(NxSpan span)
{
	add_number(span.at_b);
	add_number(span.end_b);
}

static void
add_spans(const NxSpan *spans, uint32_t count)
{
	add_number(count);
	for (uint32_t i = 0; i < count; i++)
		add_span(spans[i]);
}

static void
add_quote(const NxQuote *quote)
{
	const NxString strings[] = {
		quote->content, quote->speaker, quote->role, quote->affiliation, quote->source,
		quote->cue, quote->verb, quote->addressee, quote->channel
	};
	const uint32_t numbers[] = {
		quote->kind, quote->speaker_kind, quote->mode, quote->is_negated,
		quote->paragraph, quote->sentence, quote->parent, quote->speaker_no,
		quote->confidence
	};

	for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
		add_string(strings[i]);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		add_number(numbers[i]);
	add_spans(quote->content_at, quote->content_count);
	add_span(quote->source_at);
	add_span(quote->cue_at);
	add_literal(quote->rule);
}

static void
add_entity(const NxEntity *entity)
{
	add_number(entity->kind);
	add_string(entity->name);
	add_string(entity->key);
	add_string(entity->role);
	add_string(entity->affiliation);
	add_strings(entity->forms);
	add_number(entity->mention_count);
	add_span(entity->first_at);
}

static void
add_speaker(const NxSpeaker *speaker)
{
	add_number(speaker->entity_no);
	add_number(speaker->kind);
	add_string(speaker->name);
	add_string(speaker->role);
	add_string(speaker->affiliation);
	add_strings(speaker->forms);
	add_number(speaker->quote_count);
	add_number(speaker->word_count);
	add_span(speaker->first_at);
}

static void
add_mention(const NxMention *mention)
{
	add_number(mention->entity_no);
	add_number(mention->kind);
	add_number(mention->form_kind);
	add_string(mention->name);
	add_span(mention->at);
	add_number(mention->paragraph);
	add_number(mention->sentence);
	add_number(mention->quote_no);
}

static void
add_zone(const NxZone *zone)
{
	add_number(zone->kind);
	add_span(zone->at);
}

/* One list of results; the same few lines for each. */
#define ADD_ALL(type, results, add) \
	do { \
		uint32_t	count; \
		const type *items = results(article, &count); \
		add_number(count); \
		for (uint32_t i = 0; i < count; i++) \
			add(&items[i]); \
	} while (0)

static void
add_results(const NxArticle *article)
{
	ADD_ALL(NxQuote, nx_article_quotes, add_quote);
	ADD_ALL(NxSpeaker, nx_article_speakers, add_speaker);
	ADD_ALL(NxEntity, nx_article_entities, add_entity);
	ADD_ALL(NxMention, nx_article_mentions, add_mention);
	ADD_ALL(NxZone, nx_article_zones, add_zone);
}

static void
add_layout(const NxLayout *layout)
{
	add_string(layout->headline);
	add_string(layout->deck);
	add_string(layout->section);
	add_string(layout->publication);
	add_string(layout->edition);
	add_strings(layout->authors);
	add_strings(layout->author_places);
	add_string(layout->dateline);
	add_spans(layout->body_at, layout->body_count);
}

static void
add_tokens(const NxArticle *article)
{
	for (uint32_t i = 0; i < nx_article_sentence_count(article); i++)
	{
		NxSentenceView view;

		nx_article_sentence(article, i, &view);
		add_span(view.at);
		add_number(view.paragraph);
		add_number(view.zone);
	}
	for (uint32_t i = 0; i < nx_article_token_count(article); i++)
	{
		NxTokenView view;

		nx_article_token(article, i, &view);
		add_span(view.at);
		add_number(view.kind);
		add_literal(view.tag);
		add_literal(view.name_label);
		add_string(view.lemma);
		add_number(view.sentence);
		add_number(view.paragraph);
	}
}

int
main(void)
{
	size_t		count;
	const ArticleFile *files = article_files_read(ARTICLE_FOLDER, &count);

	for (size_t i = 0; i < count; i++)
	{
		NxArticle  *article = check_read_bytes(files[i].text, files[i].length_b);

		add_results(article);
		add_layout(nx_article_layout(article));
		add_tokens(article);
		nx_article_free(article);
	}
	printf("%s %016llx\n", NX_RESULTS_VERSION, (unsigned long long) digest);
	return 0;
}
