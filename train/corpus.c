/*
 * corpus.c
 *		Documents under construction, and what the core's tokenizer makes of
 *		them.
 *
 * Before it stand the readers of the formats (readers.c), after it the
 * trainers.  A document grows word by word; its labels are ascending ranges
 * of bytes.  Gold tags of tokens are found by walking tokens and labels side
 * by side: a token that stands on exactly one word of the corpus takes its
 * tag; one that joins several words (state - run, which treebanks split) takes
 * the tag that the Penn guidelines give the whole; any other has none, is
 * trained on by nobody and counted by nobody.
 *
 * Memory is taken and never given back: the programs are short.
 */
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"
#include "document.h"

uint32_t
random_below(uint64_t *state, uint32_t bound)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (((*state >> 32) * bound) >> 32);
}

Document *
document_begin(Corpus *corpus, uint32_t source)
{
	if (corpus->count == corpus->room)
	{
		corpus->room = corpus->room * 2 + 64;
		corpus->items = grow_memory(corpus->items, corpus->room * sizeof(Document));
	}
	memset(&corpus->items[corpus->count], 0, sizeof(Document));
	corpus->items[corpus->count].source = source;
	return &corpus->items[corpus->count++];
}

uint32_t
document_add_text(Document *document, const char *bytes, size_t length_b)
{
	uint32_t	at_b = document->length_b;

	if (at_b + length_b > document->room_b)
	{
		document->room_b = (uint32_t) (document->room_b * 2 + length_b + 256);
		document->text = grow_memory(document->text, document->room_b);
	}
	memcpy(document->text + at_b, bytes, length_b);
	document->length_b += (uint32_t) length_b;
	return at_b;
}

void
document_add_label(Document *document, uint32_t at_b, uint8_t kind)
{
	if (document->label_count == document->label_room)
	{
		document->label_room = document->label_room * 2 + 64;
		document->labels = grow_memory(document->labels,
									   document->label_room * sizeof(Label));
	}
	document->labels[document->label_count++] =
		(Label) {at_b, document->length_b, kind};
}

/* --- the core's first stages --- */

static void *
host_take(void *state, size_t size_b)
{
	(void) state;
	return take_memory(size_b);
}

static void
host_give_back(void *state, void *block)
{
	(void) state;
	free(block);
}

void
corpus_analyse(Corpus *corpus)
{
	static const NxHost host = {host_take, host_give_back, NULL, NULL};

	for (uint32_t i = 0; i < corpus->count; i++)
	{
		Document   *document = &corpus->items[i];
		NxArticle  *a = take_memory(sizeof(NxArticle));

		a->text = document->text;
		a->length_b = document->length_b;
		nx_arena_init(&a->arena, &host);
		nx_among_begin(a);
		nx_text_read(a);
		nx_token_read(a);
		nx_sentence_read(a);
		document->article = a;
		document->gold = take_memory(a->tokens.count);
	}
}

/* --- tags of tokens --- */

/*
 * Tag of a token that joins words of the corpus: the last word's, but what
 * ends in a participle or an adjective is an adjective as a whole
 * (government-backed), and a compound of lower case in front of a noun stays
 * the noun that it ends in.
 */
static uint8_t
joined_tag(const Label *words, uint32_t count)
{
	uint8_t		last = words[count - 1].kind;

	switch (last)
	{
		case NX_TAG_VBN:
		case NX_TAG_VBD:
		case NX_TAG_VBG:
		case NX_TAG_JJ:
			return NX_TAG_JJ;
		default:
			return last;
	}
}

static void
align_tags(Document *document)
{
	const NxArticle *a = document->article;
	uint32_t	label = 0;

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);
		uint32_t	end;

		while (label < document->label_count &&
			   document->labels[label].at_b < token->at_b)
			label++;
		end = label;
		while (end < document->label_count &&
			   document->labels[end].end_b <= token->end_b)
			end++;
		if (end > label && document->labels[label].at_b == token->at_b &&
			document->labels[end - 1].end_b == token->end_b)
			document->gold[i] = joined_tag(document->labels + label, end - label);
		if (end == label + 1 && document->gold[i] != NX_TAG_NONE)
			document->gold[i] = document->labels[label].kind;
	}
}

void
corpus_gold_tags(Corpus *corpus)
{
	for (uint32_t i = 0; i < corpus->count; i++)
		align_tags(&corpus->items[i]);
}

/* --- names of tokens --- */

/*
 * A token belongs to the name that covers at least half of it: where the
 * tokenizer keeps together what a corpus splits, the greater part decides.
 */
static bool
covers(const Label *label, const NxToken *token)
{
	uint32_t	at_b = label->at_b > token->at_b ? label->at_b : token->at_b;
	uint32_t	end_b = label->end_b < token->end_b ? label->end_b : token->end_b;

	return end_b > at_b && 2 * (end_b - at_b) >= token->end_b - token->at_b;
}

static void
align_names(Document *document)
{
	const NxArticle *a = document->article;
	uint32_t	label = 0;
	uint32_t	begun = NX_NONE;

	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		while (label < document->label_count &&
			   document->labels[label].end_b <= token->at_b)
			label++;
		if (label == document->label_count || !covers(&document->labels[label], token))
			continue;
		document->gold[i] = document->labels[label].kind;
		if (begun != label)
			document->gold[i] |= CORPUS_BEGIN;
		begun = label;
	}
}

void
corpus_gold_names(Corpus *corpus)
{
	for (uint32_t i = 0; i < corpus->count; i++)
		align_names(&corpus->items[i]);
}
