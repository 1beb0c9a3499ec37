/*
 * lexicon_capital.c
 *		How often forms stand in lower case and with a capital, counted in the
 *		running text that may be used for training.
 *
 * Only words behind a word in lower case, a comma or a number count: there a
 * capital is no matter of place.  Lines in which more than half of the words
 * have capitals (headlines, tables) do not count at all.
 */
#include "lexicon.h"

#define SENTENCE_TOKENS	400

typedef struct Sentence
{
	NxToken		tokens[SENTENCE_TOKENS];
	uint32_t	count;
} Sentence;

static bool
is_letters(const NxToken *token)
{
	return token->letters != NX_CASE_NONE;
}

static bool
is_headline(const Sentence *sentence)
{
	uint32_t	words = 0;
	uint32_t	capitals = 0;

	for (uint32_t i = 0; i < sentence->count; i++)
		if (is_letters(&sentence->tokens[i]))
		{
			words++;
			capitals += sentence->tokens[i].letters != NX_CASE_LOWER;
		}
	return capitals * 2 > words;
}

static void
count_sentence(Sentence *sentence)
{
	bool		counts = !is_headline(sentence);

	for (uint32_t i = 0; i < sentence->count; i++)
	{
		const NxToken *token = &sentence->tokens[i];
		Entry	   *entry;
		bool		is_inside;

		if (!is_letters(token))
			continue;
		entry = table_entry(token->form);
		entry->count++;
		is_inside = i > 0 && (sentence->tokens[i - 1].letters == NX_CASE_LOWER ||
							  sentence->tokens[i - 1].kind == NX_TOKEN_NUMBER ||
							  sentence->tokens[i - 1].kind == NX_TOKEN_SYMBOL);
		if (counts && is_inside)
		{
			entry->lower += token->letters == NX_CASE_LOWER;
			entry->capital += token->letters != NX_CASE_LOWER;
		}
	}
	sentence->count = 0;
}

/* A comma is marked as a symbol: all that matters is that it ends nothing. */
static void
add_token(Sentence *sentence, const NxToken *token, bool is_comma)
{
	NxToken    *copy;

	if (sentence->count == SENTENCE_TOKENS)
		count_sentence(sentence);
	copy = &sentence->tokens[sentence->count++];
	*copy = *token;
	if (is_comma)
		copy->kind = NX_TOKEN_SYMBOL;
	else if (copy->kind == NX_TOKEN_SYMBOL)
		copy->kind = NX_TOKEN_PUNCTUATION;
}

/*
 * One token a line, in one of its columns, sentences apart by empty lines, which
 * the reader skips: full stops end them as well.
 */
static void
count_annotated(const char *shared, const char *path, int column)
{
	static Sentence sentence;
	static List list;

	list_open(&list, shared, path);
	while (list_next(&list))
	{
		NxArticle  *a;
		char	   *word;

		list_split(&list, '\t');
		word = list.fields[column];
		a = tokens_read(word, strlen(word));
		for (uint32_t i = 0; i < a->tokens.count; i++)
			add_token(&sentence, &a->tokens.items[i], strcmp(word, ",") == 0);
		tokens_free(a);
		if (strcmp(word, ".") == 0 || strcmp(word, "?") == 0 || strcmp(word, "!") == 0)
			count_sentence(&sentence);
	}
	count_sentence(&sentence);
}

static void
count_text(void *state, const char *key, char *value)
{
	static Sentence sentence;
	NxArticle  *a;

	(void) state;
	if (key == NULL || strcmp(key, "text") != 0)
		return;
	a = tokens_read(value, strlen(value));
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		const NxToken *token = &a->tokens.items[i];

		if (token->flags & NX_LINE_BEFORE)
			count_sentence(&sentence);
		add_token(&sentence, token, nx_token_is(a, i, ","));
	}
	count_sentence(&sentence);
	tokens_free(a);
}

void
capital_count(const char *shared)
{
	static const struct
	{
		const char *path;
		int			column;
	}			annotated[] = {
		{"corpora/ner/train/gmb.tsv", 0}, {"corpora/ner/train/wikigold.tsv", 0},
		{"corpora/ner/train/gum_news.tsv", 0},
		{"corpora/ner/train/gum_interview.tsv", 0},
		{"corpora/pos/ewt_train.conllu", 1}, {"corpora/pos/gum_ccby_train.conllu", 1}
	};

	for (size_t i = 0; i < sizeof(annotated) / sizeof(annotated[0]); i++)
		count_annotated(shared, annotated[i].path, annotated[i].column);
	list_json(shared, "corpora/polnear/train.jsonl", count_text, NULL);
}
