/*
 * tag.c
 *		Trains the tagger of parts of speech and writes src/model/nx_tag_model.c.
 *
 * usage: tag CORPORA OUTPUT [SAMPLE]
 *
 * CORPORA is the folder of the corpora.  With SAMPLE only every SAMPLEth
 * document is trained on: enough to see that training is reproducible.
 *
 * An averaged perceptron under the greedy walk of nx_tag.c: the tags to the
 * left are the tagger's own, wrong ones too.  Words that carry one tag in
 * nearly all their places go to a table and are never scored.  The treebanks
 * weigh more than MASC, whose tags are less sure.  Some sentences come again
 * in capitals or title case, as headlines are.
 *
 * At the end it prints, for each set that was not trained on, how many of the
 * tokens that stand on a word of the corpus got its tag, with the int8 table.
 */
#include <stdio.h>
#include <stdlib.h>

#include "nx_tag.h"
#include "table.h"
#include "weights.h"

#define ROUNDS			3
#define EPOCHS			5
#define BUCKET_BITS		14		/* of the table */
#define WORD_ROOM		16384
#define WORD_MIN_COUNT	8
#define WORD_MIN_SHARE	990		/* thousandths */

typedef struct Source
{
	const char *path;
	void		(*read) (Corpus *corpus, const char *path, uint32_t source);
	uint32_t	copies;			/* hundredths of an epoch */
} Source;

static const Source sources[] = {
	{"pos/masc/written", corpus_read_masc, 10},
	{"pos/gum_ccby_train.conllu", corpus_read_conllu, 200},
	{"pos/ewt_train.conllu", corpus_read_conllu, 150},
};
static const Source measures[] = {
	{"pos/ewt_dev.conllu", corpus_read_conllu, 0},
	{"pos/pud.conllu", corpus_read_conllu, 0},
	{"pos/gum_ccby_dev.conllu", corpus_read_conllu, 0},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static Corpus
read_sources(const char *folder, const Source *list, size_t count)
{
	Corpus		corpus = {0};

	for (size_t i = 0; i < count; i++)
	{
		char		path[4096];

		snprintf(path, sizeof(path), "%s/%s", folder, list[i].path);
		list[i].read(&corpus, path, (uint32_t) i);
	}
	corpus_analyse(&corpus);
	corpus_gold_tags(&corpus);
	return corpus;
}

/* --- words of one tag --- */

typedef struct WordCount
{
	uint32_t	key;
	uint32_t	tags[NX_TAG_COUNT];
} WordCount;

#define COUNT_ROOM	(1u << 18)

static void
count_word(WordCount *counts, uint32_t key, uint8_t tag)
{
	uint32_t	slot = key % COUNT_ROOM;

	while (counts[slot].key != 0 && counts[slot].key != key)
		slot = (slot + 1) % COUNT_ROOM;
	counts[slot].key = key;
	counts[slot].tags[tag]++;
}

/* The tag that the word nearly always has, or NX_TAG_NONE. */
static uint8_t
only_tag(const WordCount *count)
{
	uint32_t	total = 0;
	uint32_t	best = 0;

	for (uint32_t tag = 1; tag < NX_TAG_COUNT; tag++)
	{
		total += count->tags[tag];
		if (count->tags[tag] > count->tags[best])
			best = tag;
	}
	if (total < WORD_MIN_COUNT || count->tags[best] * UINT64_C(1000) <
		total * (uint64_t) WORD_MIN_SHARE)
		return NX_TAG_NONE;
	return (uint8_t) best;
}

static void
place_word(NxTagModel *model, uint32_t key, uint8_t tag)
{
	uint32_t   *keys = (uint32_t *) model->word_keys;
	uint32_t	slot = nx_tag_slot(key) & model->word_mask;

	while (keys[slot] != 0)
		slot = (slot + 1) & model->word_mask;
	keys[slot] = key;
	((uint8_t *) model->word_tags)[slot] = tag;
}

static void
find_words(const Corpus *corpus, NxTagModel *model)
{
	WordCount  *counts = take_memory(COUNT_ROOM * sizeof(WordCount));
	uint32_t	word_count = 0;

	for (uint32_t d = 0; d < corpus->count; d++)
	{
		const Document *document = &corpus->items[d];

		for (uint32_t i = 0; i < document->article->tokens.count; i++)
		{
			if (document->gold[i] != NX_TAG_NONE)
				count_word(counts, nx_tag_key(nx_token_at(document->article, i)),
						   document->gold[i]);
		}
	}
	model->word_keys = take_memory(WORD_ROOM * sizeof(uint32_t));
	model->word_tags = take_memory(WORD_ROOM);
	model->word_mask = WORD_ROOM - 1;
	for (uint32_t slot = 0; slot < COUNT_ROOM; slot++)
	{
		uint8_t		tag = only_tag(&counts[slot]);

		if (tag == NX_TAG_NONE)
			continue;
		place_word(model, counts[slot].key, tag);
		word_count++;
	}
	printf("words of one tag: %u\n", word_count);
	free(counts);
}

/* --- training --- */

static uint32_t
best_lane(const int32_t *scores)
{
	uint32_t	best = 0;

	for (uint32_t lane = 1; lane < NX_TAG_LANES; lane++)
	{
		if (scores[lane] > scores[best])
			best = lane;
	}
	return best;
}

/* Lane of a tag; NX_TAG_LANES for a tag that is never scored. */
static uint32_t
lane_of(uint8_t tag)
{
	uint32_t	lane = 0;

	while (lane < NX_TAG_LANES && nx_tag_of_lane[lane] != tag)
		lane++;
	return lane;
}

static void
learn_sentence(Weights *w, const NxTagModel *model, Document *document, NxRange sentence)
{
	NxArticle  *a = document->article;
	NxFeatures	features;
	Hashes		hashes;
	int32_t		scores[NX_TAG_LANES];

	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		NxToken    *token = nx_token_at(a, i);
		uint32_t	gold = lane_of(document->gold[i]);
		uint32_t	best;

		token->tag = nx_tag_fixed(model, a, i);
		if (token->tag != NX_TAG_NONE)
			continue;
		nx_tag_features(a, sentence, i, &features);
		hashes = (Hashes) {features.hashes, features.count};
		weights_score(w, hashes, scores);
		best = best_lane(scores);
		token->tag = nx_tag_of_lane[best];
		if (gold == NX_TAG_LANES)
			continue;
		w->clock++;
		if (gold == best)
			continue;
		weights_add(w, hashes, gold, 1);
		weights_add(w, hashes, best, -1);
	}
}

typedef struct Example
{
	uint32_t	document;
	uint32_t	sentence;
} Example;

/* Sentences of an epoch, each as often as its source says, in random order. */
static uint32_t
draw_examples(const Corpus *corpus, uint32_t sample, uint64_t *chance, Example **examples)
{
	uint32_t	count = 0;
	uint32_t	room = 0;

	for (uint32_t d = 0; d < corpus->count; d += sample)
	{
		uint32_t	copies = sources[corpus->items[d].source].copies;

		for (uint32_t s = 0; s < corpus->items[d].article->sentences.count; s++)
		{
			uint32_t	n = (copies + random_below(chance, 100)) / 100;

			if (count + n > room)
			{
				room = room * 2 + n + 1024;
				*examples = grow_memory(*examples, room * sizeof(Example));
			}
			while (n-- > 0)
				(*examples)[count++] = (Example) {d, s};
		}
	}
	for (uint32_t i = count; i > 1; i--)
	{
		uint32_t	j = random_below(chance, i);
		Example		swapped = (*examples)[i - 1];

		(*examples)[i - 1] = (*examples)[j];
		(*examples)[j] = swapped;
	}
	return count;
}

static void
learn(Weights *w, const NxTagModel *model, Corpus *corpus, uint32_t sample)
{
	uint64_t	chance = 7;

	for (uint32_t round = 0; round < ROUNDS; round++)
	{
		for (uint32_t epoch = 0; epoch < EPOCHS; epoch++)
		{
			Example    *examples = NULL;
			uint32_t	count = draw_examples(corpus, sample, &chance, &examples);

			for (uint32_t i = 0; i < count; i++)
			{
				Document   *document = &corpus->items[examples[i].document];

				learn_sentence(w, model, document, document->article->
							   sentences.items[examples[i].sentence].tokens);
			}
			free(examples);
		}
		weights_finish_round(w);
	}
}

/* --- measuring --- */

static void
measure(const char *folder, const Source *set, const NxTagModel *model)
{
	Corpus		corpus = read_sources(folder, set, 1);
	uint32_t	right = 0;
	uint32_t	counted = 0;
	uint32_t	all = 0;

	for (uint32_t d = 0; d < corpus.count; d++)
	{
		const Document *document = &corpus.items[d];
		const NxArticle *a = document->article;

		for (uint32_t s = 0; s < a->sentences.count; s++)
			nx_tag_sentence(model, a, a->sentences.items[s].tokens);
		for (uint32_t i = 0; i < a->tokens.count; i++)
		{
			all++;
			counted += document->gold[i] != NX_TAG_NONE;
			right += document->gold[i] != NX_TAG_NONE &&
				document->gold[i] == nx_token_at(a, i)->tag;
		}
	}
	printf("%-28s %.2f %% of %u tokens right, %u not counted\n", set->path,
		   100.0 * right / counted, counted, all - counted);
}

/* --- output --- */

static void
write_model(const char *path, const NxTagModel *model)
{
	FILE	   *file = fopen(path, "w");

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	fputs("/*\n * nx_tag_model.c\n *\t\tWeights of the tagger of parts of speech, "
		  "generated by train/tag.c.\n */\n#include \"nx_tag.h\"\n\n", file);
	table_write(file, "tag", &model->linear);
	fprintf(file, "static const uint32_t tag_word_keys[%u] = {", WORD_ROOM);
	for (uint32_t i = 0; i < WORD_ROOM; i++)
		fprintf(file, "%s%u", i % 8 ? "," : i ? ",\n" : "\n", model->word_keys[i]);
	fprintf(file, "\n};\n\nstatic const uint8_t tag_word_tags[%u] = {", WORD_ROOM);
	for (uint32_t i = 0; i < WORD_ROOM; i++)
		fprintf(file, "%s%u", i % 32 ? "," : i ? ",\n" : "\n", model->word_tags[i]);
	fputs("\n};\n\nconst NxTagModel nx_tag_model = {\n\t", file);
	table_write_head(file, "tag", &model->linear);
	fprintf(file, ",\n\ttag_word_keys, tag_word_tags, %u\n};\n", model->word_mask);
	if (fclose(file) != 0)
	{
		perror(path);
		exit(1);
	}
}

int
main(int argc, char **argv)
{
	Weights		weights;
	NxTagModel	model;
	Corpus		corpus;

	if (argc < 3)
	{
		fputs("usage: tag CORPORA OUTPUT [SAMPLE]\n", stderr);
		return 2;
	}
	corpus = read_sources(argv[1], sources, COUNT(sources));
	find_words(&corpus, &model);
	weights_init(&weights, NX_TAG_LANES);
	learn(&weights, &model, &corpus, argc > 3 ? (uint32_t) atoi(argv[3]) : 1);
	printf("features: %u\n", weights.row_count);
	table_init(&model.linear, BUCKET_BITS, NX_TAG_LANES);
	weights_build(&weights, &model.linear);
	write_model(argv[2], &model);
	for (size_t i = 0; i < COUNT(measures); i++)
		measure(argv[1], &measures[i], &model);
	return 0;
}
