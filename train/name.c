/*
 * name.c
 *		Trains the name tagger and writes src/model/nx_name_model.c.
 *
 * usage: name CORPORA LISTS OUTPUT [SAMPLE]
 *
 * CORPORA is the folder of the corpora, LISTS that of our own lists.  With SAMPLE only every SAMPLEth
 * document is trained on: enough to see that training is reproducible.
 *
 * An averaged structured perceptron: each stretch of tokens that may hold
 * names is decoded under the weights so far, every wrong label made COST
 * dearer, so that the right ones win by a margin; where the best sequence is
 * not the gold one, the features of the gold labels gain 1 and those of the
 * wrong ones lose 1.  The average over all steps, and over several shuffles of
 * the examples, is the model.
 *
 * For each shuffle the corpora are read anew, varied in another way (iob.c), so
 * that no chance of one reading stays in the average.
 *
 * The annotated corpora are small, old or made by machines; so the model
 * teaches itself: it labels news text without annotation and learns from its
 * own labels beside the annotated ones.
 *
 * At the end it prints, for each set that was not trained on, precision,
 * recall and f1 of whole names, with the int8 table.
 */
#include <stdio.h>
#include <stdlib.h>

#include "nx_name.h"
#include "rename.h"
#include "table.h"
#include "weights.h"

#define ROUNDS		6			/* readings and shuffles that are averaged */
#define EPOCHS		3
#define COST		2
#define BUCKET_BITS	14		/* of the table */

typedef struct Source
{
	const char *path;
	uint32_t	copies;			/* hundredths of an epoch */
	uint32_t	sentences;		/* of a document, where none is marked */
} Source;

#define ROUGH_SOURCE	0		/* number of the one to be cleaned */

static const Source sources[] = {
	{"ner/train/gmb.tsv", 30, 10},
	{"ner/train/wikigold.tsv", 300, 10},
	{"ner/train/uner_ewt_test.tsv", 300, 10},
	{"ner/train/pud_wikipedia.tsv", 300, 10},
	{"ner/train/gum_news.tsv", 200, 10},
	{"ner/train/gum_interview.tsv", 100, 10},
	{"ner/train/btc_news.tsv", 100, 1},
	{"ner/train/sec.tsv", 50, 10},
	{"ner/train/men.tsv", 200, 10},
};
/* Text that the model labels itself. */
static const Source unlabelled = {"polnear/train.jsonl", 100, 0};

static const char *const measures[] = {
	"ner/dev/ieer.jsonl", "ner/dev/pud_news.jsonl", "ner/dev/uner_ewt.jsonl",
	"ner/dev/conll.jsonl",
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A stretch of scored tokens, and where their features stand. */
typedef struct Example
{
	uint32_t	count;
	uint32_t	copies;
	const uint8_t *labels;
	const Hashes *features;
} Example;

typedef struct Examples
{
	Example    *items;
	uint32_t	count;
	uint32_t	room;
} Examples;

typedef struct Learner
{
	Weights		weights;		/* lane = label */
	Weights		transitions;	/* row = label before, lane = label */
	int32_t		costs[NX_NAME_LABELS][NX_NAME_LABELS];	/* transitions now */
} Learner;

/* --- examples --- */

/* Gold labels of a document, from kinds and beginnings. */
static uint8_t *
gold_labels(const Document *document)
{
	uint32_t	count = document->article->tokens.count;
	uint8_t    *labels = take_memory(count);

	for (uint32_t i = 0; i < count; i++)
	{
		uint8_t		kind = document->gold[i] & ~CORPUS_BEGIN;
		bool		begins = document->gold[i] & CORPUS_BEGIN;
		bool		goes_on = i + 1 < count && document->gold[i + 1] == kind;

		if (kind == NX_NAME_NONE)
			continue;
		labels[i] = nx_name_label(kind, begins ?
								  (goes_on ? NX_PLACE_FIRST : NX_PLACE_ONLY) :
								  (goes_on ? NX_PLACE_INNER : NX_PLACE_LAST));
	}
	return labels;
}

/* A name is scored as a whole or not at all, and does not cross sentences. */
static void
fit_names(const NxArticle *a, NxEvidence *evidence, uint8_t *labels)
{
	uint32_t	end;

	for (uint32_t i = 0; i < a->tokens.count; i = end)
	{
		bool		is_scored = false;
		uint32_t	sentence = nx_token_at(a, i)->sentence;

		for (end = i + 1; end < a->tokens.count && nx_label_is_open(labels[end - 1]); end++)
			;
		if (labels[i] == NX_NAME_OUTSIDE)
			continue;
		for (uint32_t k = i; k < end; k++)
			is_scored |= evidence[k].is_scored;
		if (nx_token_at(a, end - 1)->sentence != sentence)
			is_scored = false;
		for (uint32_t k = i; k < end; k++)
		{
			evidence[k].is_scored |= is_scored;
			if (!is_scored)
				labels[k] = NX_NAME_OUTSIDE;
		}
	}
}

static Hashes
extract(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	NxFeatures	features;
	uint32_t   *items;

	nx_name_features(a, evidence, sentence, i, &features);
	items = take_memory(features.count * sizeof(uint32_t));
	memcpy(items, features.hashes, features.count * sizeof(uint32_t));
	return (Hashes) {items, features.count};
}

static void
add_example(Examples *examples, Example example)
{
	if (examples->count == examples->room)
	{
		examples->room = examples->room * 2 + 1024;
		examples->items = grow_memory(examples->items, examples->room * sizeof(Example));
	}
	examples->items[examples->count++] = example;
}

static void
add_sentence(Examples *examples, const Document *document, const NxEvidence *evidence,
			 NxRange sentence, Example example)
{
	const uint8_t *labels = example.labels;

	for (uint32_t i = sentence.first; i < sentence.end; i += example.count + 1)
	{
		Hashes	   *features;

		example.count = 0;
		while (i + example.count < sentence.end && evidence[i + example.count].is_scored)
			example.count++;
		if (example.count == 0)
			continue;
		features = take_memory(example.count * sizeof(Hashes));
		for (uint32_t k = 0; k < example.count; k++)
			features[k] = extract(document->article, evidence, sentence, i + k);
		example.labels = labels + i;
		example.features = features;
		add_example(examples, example);
	}
}

static void
add_document(Examples *examples, const Document *document, uint32_t copies)
{
	NxArticle  *a = document->article;
	NxEvidence *evidence = nx_evidence_read(a);
	uint8_t    *labels = gold_labels(document);

	fit_names(a, evidence, labels);
	for (uint32_t s = 0; s < a->sentences.count; s++)
		add_sentence(examples, document, evidence, a->sentences.items[s].tokens,
					 (Example) {.copies = copies, .labels = labels});
}

/* --- learning --- */

#define MAX_STRETCH	4096

static int32_t scores[MAX_STRETCH][NX_NAME_LABELS];
static uint8_t back[MAX_STRETCH][NX_NAME_LABELS];

static void
learn_transition(Learner *learner, uint8_t from, uint8_t to, int32_t delta)
{
	uint32_t	row = from;

	weights_add(&learner->transitions, (Hashes) {&row, 1}, to, delta);
	learner->costs[from][to] += delta;
}

static void
correct(Learner *learner, const Example *example, const uint8_t *labels)
{
	for (uint32_t i = 0; i < example->count; i++)
	{
		uint8_t		gold = example->labels[i];
		uint8_t		gold_before = i > 0 ? example->labels[i - 1] : NX_NAME_OUTSIDE;
		uint8_t		before = i > 0 ? labels[i - 1] : NX_NAME_OUTSIDE;

		if (gold != labels[i])
		{
			weights_add(&learner->weights, example->features[i], gold, 1);
			weights_add(&learner->weights, example->features[i], labels[i], -1);
		}
		if (gold != labels[i] || gold_before != before)
		{
			learn_transition(learner, gold_before, gold, 1);
			learn_transition(learner, before, labels[i], -1);
		}
	}
}

static void
learn_example(Learner *learner, const Example *example)
{
	const int32_t (*costs)[NX_NAME_LABELS] = (const int32_t (*)[NX_NAME_LABELS]) learner->costs;
	NxNamePath	path = {costs, nx_name_spread(costs),
		(const int32_t (*)[NX_NAME_LABELS]) scores, back};
	uint8_t		labels[MAX_STRETCH];

	if (example->count > MAX_STRETCH)
		return;
	for (uint32_t i = 0; i < example->count; i++)
	{
		weights_score(&learner->weights, example->features[i], scores[i]);
		for (uint8_t label = 0; label < NX_NAME_LABELS; label++)
			scores[i][label] += label != example->labels[i] ? COST : 0;
	}
	nx_name_best_path(&path, example->count, labels);
	learner->weights.clock++;
	learner->transitions.clock++;
	if (memcmp(labels, example->labels, example->count) != 0)
		correct(learner, example, labels);
}

/* Numbers of the examples of an epoch, in random order. */
static uint32_t
draw_examples(const Examples *examples, uint64_t *chance, uint32_t **order)
{
	uint32_t	count = 0;
	uint32_t	room = 0;

	for (uint32_t e = 0; e < examples->count; e++)
	{
		uint32_t	n = (examples->items[e].copies + random_below(chance, 100)) / 100;

		if (count + n > room)
		{
			room = room * 2 + n + 1024;
			*order = grow_memory(*order, room * sizeof(uint32_t));
		}
		while (n-- > 0)
			(*order)[count++] = e;
	}
	for (uint32_t i = count; i > 1; i--)
	{
		uint32_t	j = random_below(chance, i);
		uint32_t	swapped = (*order)[i - 1];

		(*order)[i - 1] = (*order)[j];
		(*order)[j] = swapped;
	}
	return count;
}

static void
learn_round(Learner *learner, const Examples *examples, uint64_t seed)
{
	uint64_t	chance = seed;

	memset(learner->costs, 0, sizeof(learner->costs));
	for (uint32_t epoch = 0; epoch < EPOCHS; epoch++)
	{
		uint32_t   *order = NULL;
		uint32_t	count = draw_examples(examples, &chance, &order);

		for (uint32_t i = 0; i < count; i++)
			learn_example(learner, &examples->items[order[i]]);
		free(order);
	}
	weights_finish_round(&learner->weights);
	weights_finish_round(&learner->transitions);
}

/* Transitions on the scale of the int8 weights. */
static void
build_transitions(const Weights *w, int64_t divisor, NxNameModel *model)
{
	memset(model->transitions, 0, sizeof(model->transitions));
	for (uint32_t row = 0; row < w->row_count; row++)
	{
		for (uint32_t to = 0; to < NX_NAME_LABELS; to++)
			model->transitions[w->hashes[row]][to] =
				(int16_t) divide(w->total[row * w->lane_count + to], divisor);
	}
}

/* Learns from the examples of each round. */
static NxNameModel
learn(const Examples *rounds)
{
	Learner		learner;
	NxNameModel model = {{0}, {{0}}};
	int64_t		divisor;

	table_init(&model.linear, BUCKET_BITS, NX_NAME_LANES);
	weights_init(&learner.weights, NX_NAME_LABELS);
	weights_init(&learner.transitions, NX_NAME_LABELS);
	for (uint32_t round = 0; round < ROUNDS; round++)
		learn_round(&learner, &rounds[round], round + 1);
	weights_fold(&learner.weights, NX_NAME_OUTSIDE);
	divisor = weights_build(&learner.weights, &model.linear);
	build_transitions(&learner.transitions, divisor, &model);
	printf("%u examples, %u features\n", rounds[0].count, learner.weights.row_count);
	return model;
}

/* --- the model as its own teacher --- */

static uint8_t *
label_document(const NxNameModel *model, const Document *document)
{
	NxArticle  *a = document->article;
	NxEvidence *evidence = nx_evidence_read(a);
	uint8_t    *labels = take_memory(a->tokens.count);

	nx_name_decode(model, a, evidence, labels);
	nx_name_mend(a, evidence, labels);
	return labels;
}

static void
teach(const NxNameModel *model, Corpus *corpus)
{
	for (uint32_t d = 0; d < corpus->count; d++)
	{
		Document   *document = &corpus->items[d];
		uint8_t    *labels = label_document(model, document);

		for (uint32_t i = 0; i < document->article->tokens.count; i++)
		{
			document->gold[i] = nx_label_kind(labels[i]);
			if (labels[i] != NX_NAME_OUTSIDE &&
				(nx_label_place(labels[i]) == NX_PLACE_FIRST ||
				 nx_label_place(labels[i]) == NX_PLACE_ONLY))
				document->gold[i] |= CORPUS_BEGIN;
		}
		free(labels);
	}
}

/* --- measuring --- */

typedef struct Figures
{
	uint32_t	right;
	uint32_t	found;
	uint32_t	gold;
} Figures;

/* Leaves off a leading "the" and a closing possessive, as the scorers do. */
static Label
trim(const Document *document, Label label)
{
	static const char *const endings[] = {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"};
	const char *text = document->text;

	if (label.end_b - label.at_b > 4 &&
		(memcmp(text + label.at_b, "the ", 4) == 0 ||
		 memcmp(text + label.at_b, "The ", 4) == 0 ||
		 memcmp(text + label.at_b, "THE ", 4) == 0))
		label.at_b += 4;
	for (size_t i = 0; i < COUNT(endings); i++)
	{
		size_t		length_b = strlen(endings[i]);

		if (label.end_b - label.at_b > length_b &&
			memcmp(text + label.end_b - length_b, endings[i], length_b) == 0)
		{
			label.end_b -= (uint32_t) length_b;
			break;
		}
	}
	return label;
}

static void
count_names(const NxNameModel *model, const Document *document, Figures *figures)
{
	const NxArticle *a = document->article;
	uint8_t    *labels = label_document(model, document);
	uint32_t	gold = 0;

	for (uint32_t i = 0; i < document->label_count; i++)
		figures[document->labels[i].kind].gold++;
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		Label		name = {nx_token_at(a, i)->at_b, 0, nx_label_kind(labels[i])};

		if (name.kind == NX_NAME_NONE)
			continue;
		while (nx_label_is_open(labels[i]))
			i++;
		name.end_b = nx_token_at(a, i)->end_b;
		name = trim(document, name);
		figures[name.kind].found++;
		while (gold < document->label_count && document->labels[gold].end_b < name.end_b)
			gold++;
		if (gold < document->label_count)
		{
			Label		wanted = trim(document, document->labels[gold]);

			figures[name.kind].right += wanted.at_b == name.at_b &&
				wanted.end_b == name.end_b && wanted.kind == name.kind;
		}
	}
	free(labels);
}

static double
f1(Figures figures)
{
	return 200.0 * figures.right / (figures.found + figures.gold);
}

static void
measure(const NxNameModel *model, const char *folder, const char *set)
{
	Corpus		corpus = {0};
	Figures		figures[NX_NAME_KINDS + 1] = {{0}};
	char		path[4096];

	snprintf(path, sizeof(path), "%s/%s", folder, set);
	corpus_read_jsonl(&corpus, path, 0);
	corpus_analyse(&corpus);
	for (uint32_t d = 0; d < corpus.count; d++)
		count_names(model, &corpus.items[d], figures);
	for (uint32_t kind = NX_NAME_PERSON; kind <= NX_NAME_PLACE; kind++)
	{
		figures[0].right += figures[kind].right;
		figures[0].found += figures[kind].found;
		figures[0].gold += figures[kind].gold;
	}
	printf("%-24s p %.1f r %.1f f1 %.2f | persons %.2f organisations %.2f places %.2f "
		   "others %.2f\n", set, 100.0 * figures[0].right / figures[0].found,
		   100.0 * figures[0].right / figures[0].gold, f1(figures[0]), f1(figures[1]),
		   f1(figures[2]), f1(figures[3]), f1(figures[4]));
}

/* --- output --- */

static void
write_model(const char *path, const NxNameModel *model)
{
	FILE	   *file = fopen(path, "w");

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	fputs("/*\n * nx_name_model.c\n *\t\tWeights of the name tagger, generated by "
		  "train/name.c.\n */\n#include \"nx_name.h\"\n\n", file);
	table_write(file, "name", &model->linear);
	fputs("const NxNameModel nx_name_model = {\n\t", file);
	table_write_head(file, "name", &model->linear);
	fputs(",\n\t{\n", file);
	for (uint32_t from = 0; from < NX_NAME_LABELS; from++)
	{
		fputs("\t\t{", file);
		for (uint32_t to = 0; to < NX_NAME_LABELS; to++)
			fprintf(file, "%s%d", to ? "," : "", model->transitions[from][to]);
		fputs("},\n", file);
	}
	fputs("\t}\n};\n", file);
	if (fclose(file) != 0)
	{
		perror(path);
		exit(1);
	}
}

static Examples
read_examples(const char *folder, const Variation *variation, uint32_t sample)
{
	Examples	examples = {0};
	Corpus		corpus = {0};

	for (uint32_t i = 0; i < COUNT(sources); i++)
	{
		char		path[4096];

		snprintf(path, sizeof(path), "%s/%s", folder, sources[i].path);
		corpus_read_iob(&corpus, path, i, sources[i].sentences, variation);
	}
	corpus_analyse(&corpus);
	printf("%u labels put right\n", corpus_clean_names(&corpus, ROUGH_SOURCE));
	corpus_gold_names(&corpus);
	for (uint32_t d = 0; d < corpus.count; d += sample)
		add_document(&examples, &corpus.items[d], sources[corpus.items[d].source].copies);
	return examples;
}

/* Reads the corpora for each round, varied in another way. */
static void
read_rounds(const char *folder, const char *lists, uint32_t sample, Examples *rounds)
{
	NameLists	names;
	Variation	variation = {
		.case_percent = 15, .title_percent = 40, .name_percent = 30,
		.hyphen_percent = 5, .names = &names,
	};
	char		list[4096];

	snprintf(list, sizeof(list), "%s/persons_world.txt", lists);
	names_read(&names, list);
	for (uint32_t round = 0; round < ROUNDS; round++)
	{
		variation.seed = round + 1;
		rounds[round] = read_examples(folder, &variation, sample);
	}
}

/* Adds what the model makes of texts without labels to the examples of each round. */
static void
add_own(Examples *rounds, const NxNameModel *model, Corpus *texts, uint32_t sample)
{
	Examples	own = {0};

	teach(model, texts);
	for (uint32_t d = 0; d < texts->count; d += sample)
		add_document(&own, &texts->items[d], unlabelled.copies);
	for (uint32_t round = 0; round < ROUNDS; round++)
		for (uint32_t e = 0; e < own.count; e++)
			add_example(&rounds[round], own.items[e]);
}

int
main(int argc, char **argv)
{
	uint32_t	sample = argc > 4 ? (uint32_t) atoi(argv[4]) : 1;
	Examples	rounds[ROUNDS];
	Corpus		texts = {0};
	NxNameModel model;
	char		path[4096];

	if (argc < 4)
	{
		fputs("usage: name CORPORA LISTS OUTPUT [SAMPLE]\n", stderr);
		return 2;
	}
	read_rounds(argv[1], argv[2], sample, rounds);
	model = learn(rounds);
	snprintf(path, sizeof(path), "%s/%s", argv[1], unlabelled.path);
	corpus_read_jsonl(&texts, path, 0);
	corpus_analyse(&texts);
	add_own(rounds, &model, &texts, sample);
	model = learn(rounds);
	write_model(argv[3], &model);
	for (size_t i = 0; i < COUNT(measures); i++)
		measure(&model, argv[1], measures[i]);
	return 0;
}
