/*
 * promises.c
 *		What nx.h promises of every result, whatever the text; see promises.h.
 *
 * Texts may hold invalid UTF-8, where borders are a matter of definition.  So
 * only the sequences of two bytes are looked at, which are valid whatever
 * stands around them: a position must not part them.
 */
#include "promises.h"

#include <stdio.h>

typedef struct Witness
{
	const NxArticle *article;
	const char *name;
	const unsigned char *text;
	uint32_t	length_b;
	uint32_t	quote_count;
	uint32_t	entity_count;
	unsigned	broken;
} Witness;

static void
hold(Witness *witness, bool holds, const char *promise)
{
	if (!holds && witness->broken++ == 0)
		fprintf(stderr, "%s: broken: %s\n", witness->name, promise);
}

/* Does a position part a character of two bytes? */
static bool
cuts_character(const Witness *witness, uint32_t at_b)
{
	const unsigned char *c = witness->text + at_b;

	return at_b > 0 && at_b < witness->length_b && (c[0] & 0xC0) == 0x80 &&
		c[-1] >= 0xC2 && c[-1] < 0xE0;
}

static void
hold_span(Witness *witness, NxSpan span)
{
	hold(witness, span.at_b < span.end_b && span.end_b <= witness->length_b,
		 "spans lie in the text and are not empty");
	if (span.end_b <= witness->length_b)
		hold(witness, !cuts_character(witness, span.at_b) && !cuts_character(witness, span.end_b),
			 "spans end on character borders");
}

/* A string that belongs to a span is there exactly when the span is. */
static void
hold_place(Witness *witness, NxString string, NxSpan span)
{
	hold(witness, (string.bytes == NULL) == (span.at_b == span.end_b),
		 "a source or cue has both words and a place, or neither");
	if (span.at_b != span.end_b)
		hold_span(witness, span);
}

static void
hold_string(Witness *witness, NxString string)
{
	hold(witness, string.bytes == NULL || string.length_b > 0, "no string is empty");
}

static void
hold_quote(Witness *witness, const NxQuote *quote, uint32_t number)
{
	const NxString strings[] = {
		quote->speaker, quote->role, quote->affiliation, quote->source, quote->cue,
		quote->verb, quote->addressee, quote->channel
	};
	uint32_t	end_b = 0;

	for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
		hold_string(witness, strings[i]);
	hold(witness, quote->content_count > 0 && quote->content.length_b > 0,
		 "a quote has a content");
	for (uint32_t i = 0; i < quote->content_count; i++)
	{
		hold_span(witness, quote->content_at[i]);
		hold(witness, quote->content_at[i].at_b >= end_b, "pieces ascend");
		end_b = quote->content_at[i].end_b;
	}
	hold_place(witness, quote->source, quote->source_at);
	hold_place(witness, quote->cue, quote->cue_at);
	hold(witness, quote->parent != number && quote->parent <= witness->quote_count,
		 "a parent is another quote");
	hold(witness, quote->speaker_no <= witness->entity_count, "a speaker is an entity");
	hold(witness, quote->confidence <= 1000, "confidence is at most 1");
	hold(witness, quote->rule != NULL && quote->rule[0] != '\0', "a quote names its rule");
	hold(witness, quote->paragraph > 0 && quote->sentence > 0, "numbers count from 1");
}

static void
hold_quotes(Witness *witness)
{
	const NxQuote *quotes = nx_article_quotes(witness->article, &witness->quote_count);
	uint32_t	at_b = 0;

	for (uint32_t i = 0; i < witness->quote_count; i++)
	{
		hold_quote(witness, &quotes[i], i + 1);
		if (quotes[i].content_count == 0)
			continue;
		hold(witness, quotes[i].content_at[0].at_b >= at_b, "quotes are in the text's order");
		at_b = quotes[i].content_at[0].at_b;
	}
}

static void
hold_entities(Witness *witness)
{
	const NxEntity *entities = nx_article_entities(witness->article, &witness->entity_count);
	uint32_t	at_b = 0;

	for (uint32_t i = 0; i < witness->entity_count; i++)
	{
		hold(witness, entities[i].name.length_b > 0, "an entity has a name");
		hold(witness, entities[i].forms.count > 0, "an entity has a form");
		hold(witness, entities[i].mention_count > 0, "an entity is mentioned");
		hold_string(witness, entities[i].key);
		hold_string(witness, entities[i].role);
		hold_string(witness, entities[i].affiliation);
		hold_span(witness, entities[i].first_at);
		hold(witness, entities[i].first_at.at_b >= at_b, "entities are in the text's order");
		at_b = entities[i].first_at.at_b;
	}
}

static void
hold_speakers(Witness *witness)
{
	uint32_t	count;
	const NxSpeaker *speakers = nx_article_speakers(witness->article, &count);

	for (uint32_t i = 0; i < count; i++)
	{
		hold_string(witness, speakers[i].name);
		hold(witness, speakers[i].entity_no <= witness->entity_count, "a speaker is an entity");
		hold(witness, speakers[i].quote_count > 0, "a speaker speaks");
	}
}

static void
hold_mentions(Witness *witness)
{
	uint32_t	count;
	uint32_t	at_b = 0;
	const NxMention *mentions = nx_article_mentions(witness->article, &count);

	for (uint32_t i = 0; i < count; i++)
	{
		hold_span(witness, mentions[i].at);
		hold_string(witness, mentions[i].name);
		hold(witness, mentions[i].at.at_b >= at_b, "mentions are in the text's order");
		at_b = mentions[i].at.at_b;
		hold(witness, mentions[i].quote_no <= witness->quote_count, "a mention's quote exists");
		hold(witness, mentions[i].entity_no <= witness->entity_count,
			 "a mention's entity exists");
	}
}

static void
hold_parts(Witness *witness)
{
	uint32_t	count;
	uint32_t	end_b = 0;
	const NxZone *zones = nx_article_zones(witness->article, &count);

	for (uint32_t i = 0; i < count; i++)
		hold_span(witness, zones[i].at);
	for (uint32_t i = 0; i < nx_article_token_count(witness->article); i++)
	{
		NxTokenView token;

		nx_article_token(witness->article, i, &token);
		hold_span(witness, token.at);
		hold(witness, token.at.at_b >= end_b, "tokens do not overlap");
		end_b = token.at.end_b;
	}
	for (uint32_t i = 0; i < nx_article_sentence_count(witness->article); i++)
	{
		NxSentenceView sentence;

		nx_article_sentence(witness->article, i, &sentence);
		hold_span(witness, sentence.at);
	}
}

unsigned
promises_broken(const NxArticle *article, const char *name, const char *text,
				size_t length_b)
{
	Witness		witness = {
		.article = article, .name = name, .text = (const unsigned char *) text,
		.length_b = (uint32_t) length_b
	};

	hold_entities(&witness);
	hold_quotes(&witness);
	hold_speakers(&witness);
	hold_mentions(&witness);
	hold_parts(&witness);
	return witness.broken;
}
