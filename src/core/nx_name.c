/*
 * nx_name.c
 *		Names of persons, organisations, places and of other things.
 *
 * Before it stand tokens, sentences and the lexicon's classes; after it
 * mentions are built from its labels.  It writes token.name and the flag
 * NX_NAME_BEGIN.
 *
 * Three steps.  nx_evidence.c gathers what the article tells of each token.
 * Then each sentence is labelled: every token has a label that tells kind and
 * place (first, inner, last, only token of a PERSON ...; or outside), each
 * label has a score from the token's features (a linear model), and the best
 * sequence of labels that fit each other is found by dynamic programming.
 * At last nx_name_mend.c makes the labels agree over the article.
 *
 * Only tokens that may belong to a name are scored (see may_be_in_name() in
 * nx_evidence.c).  Each stretch of such tokens is decoded by itself, between
 * labels "outside".
 *
 * Example: "Bank of England governor Mervyn King said" is scored in two
 * stretches, "Bank of England" and "Mervyn King".  In the first the sequence
 * first-ORG inner-ORG last-ORG competes with only-ORG outside only-PLACE; the
 * lexicon's phrase and the run to the right decide.
 *
 * The weights come from train/name.c, which links these very features.  Time
 * is linear; memory: evidence, one label and one row of back pointers a token.
 */
#include "nx_affix.h"
#include "nx_lexicon.h"
#include "nx_name.h"

/* Kinds of features; the numbers are part of the model. */
enum
{
	F_BIAS, F_WORD, F_LEFT, F_SHAPE, F_SHAPE_FIRST, F_SHAPE_RIGHT,
	F_SHAPES, F_SUFFIX1, F_SUFFIX3, F_SUFFIX4, F_PREFIX3, F_PREFIX4,
	F_USUAL, F_USUALS, F_USUAL_RIGHT,
	F_PARTS_LEFT, F_PART_LEFT, F_PART_RIGHT, F_SEEN_FIRST, F_SEEN_CONTEXT,
	F_SEEN_LEFT, F_SEEN_RIGHT, F_RUN, F_RUN_LEFT, F_RUN_RIGHT, F_RUN_LAST,
	F_RUN_FIRST, F_RUN_CLASS, F_RUN_AROUND, F_RUN_LEFT2, F_RUN_RIGHT2,
	F_SEEN,						/* one for each bit */
	F_NAMES = 64,				/* one for each class, of word, begin, inside */
	F_BEGINS = 68, F_GOES_ON = 72	/* each for left, this and right token */
};

#define MOST_CLASSES	72		/* features of them, of one token */
#define OTHER_FEATURES	51		/* at most */

_Static_assert(MOST_CLASSES + OTHER_FEATURES <= NX_MAX_FEATURES, "there is room for all features");

#define BEFORE_SENTENCE	11u		/* stand for a form where no token is */
#define AFTER_SENTENCE	12u
#define REACH			2		/* tokens looked at on each side */

/* A token and its neighbours, with tokens of no properties outside. */
typedef struct Window
{
	const NxArticle *a;
	const NxEvidence *evidence;
	NxRange		sentence;
	uint32_t	i;
	const NxToken *tokens[2 * REACH + 1];
	const NxEvidence *seen[2 * REACH + 1];
} Window;

#define HERE	REACH
#define LEFT	(REACH - 1)
#define RIGHT	(REACH + 1)

static const NxToken before_token = {.form = BEFORE_SENTENCE};
static const NxToken after_token = {.form = AFTER_SENTENCE};
static const NxEvidence no_evidence = {0};

static const NxToken *
token_in(const NxArticle *a, NxRange sentence, int64_t i)
{
	if (i < (int64_t) sentence.first)
		return &before_token;
	return i < (int64_t) sentence.end ? nx_token_at(a, (uint32_t) i) : &after_token;
}

static const NxEvidence *
evidence_in(const NxEvidence *evidence, NxRange sentence, int64_t i)
{
	return i < (int64_t) sentence.first || i >= (int64_t) sentence.end ?
		&no_evidence : &evidence[i];
}

static uint32_t *
add_words(const Window *w, uint32_t *f)
{
	const NxToken *token = w->tokens[HERE];

	f = nx_feature_put(f, F_WORD, token->form);
	f = nx_feature_put(f, F_LEFT, w->tokens[LEFT]->form);
	return f;
}

static uint32_t *
add_shapes(const Window *w, uint32_t *f)
{
	uint32_t	left = w->tokens[LEFT]->short_shape;
	uint32_t	here = w->tokens[HERE]->short_shape;
	uint32_t	right = w->tokens[RIGHT]->short_shape;

	f = nx_feature_put(f, F_SHAPE, w->tokens[HERE]->shape);
	f = nx_feature_put2(f, F_SHAPE_FIRST, here, w->seen[HERE]->opens);
	f = nx_feature_put2(f, F_SHAPE_RIGHT, here, right);
	f = nx_feature_put3(f, F_SHAPES, left, here, right);
	return f;
}

static uint32_t *
add_affixes(const Window *w, uint32_t *f)
{
	const NxToken *token = w->tokens[HERE];
	uint32_t	suffix = nx_affix_suffix4(w->a, token);
	uint32_t	prefix = nx_affix_prefix4(w->a, token);

	if (token->letters == NX_CASE_NONE)
		return f;
	f = nx_feature_put2(f, F_SUFFIX1, nx_affix_suffix1(suffix), token->short_shape);
	f = nx_feature_put(f, F_SUFFIX3, nx_affix_suffix3(suffix));
	f = nx_feature_put(f, F_SUFFIX4, suffix);
	f = nx_feature_put(f, F_PREFIX3, nx_affix_prefix3(prefix));
	f = nx_feature_put(f, F_PREFIX4, prefix);
	return f;
}

/* How usual a capital is for this word, with its own case. */
static uint32_t
usual_case(const NxEvidence *e)
{
	return e->usual | (uint32_t) e->capital << 4;
}

static uint32_t *
add_usual_case(const Window *w, uint32_t *f)
{
	uint32_t	left = usual_case(w->seen[LEFT]);
	uint32_t	here = usual_case(w->seen[HERE]);
	uint32_t	right = usual_case(w->seen[RIGHT]);
	uint32_t	opens = w->seen[HERE]->opens;

	f = nx_feature_put2(f, F_USUAL, here, opens);
	f = nx_feature_put3(f, F_USUALS, left, here, right);
	f = nx_feature_put3(f, F_USUAL_RIGHT, right, w->seen[HERE]->capital, opens);
	return f;
}

static uint32_t *
add_bits(uint64_t bits, uint32_t kind, uint32_t *f, const uint32_t *end)
{
	for (; bits != 0 && f < end; bits &= bits - 1)
		f = nx_feature_put(f, kind, (uint32_t) __builtin_ctzll(bits));
	return f;
}

static uint32_t *
add_classes(const Window *w, uint32_t *f)
{
	const uint32_t *end = f + MOST_CLASSES;

	for (uint32_t k = LEFT; k <= RIGHT; k++)
	{
		f = add_bits(w->seen[k]->names, F_NAMES + k, f, end);
		f = add_bits(w->seen[k]->begins, F_BEGINS + k, f, end);
		f = add_bits(w->seen[k]->goes_on, F_GOES_ON + k, f, end);
	}
	return f;
}

static uint32_t *
add_parts(const Window *w, uint32_t *f)
{
	uint32_t	left2 = w->seen[LEFT - 1]->part;
	uint32_t	left = w->seen[LEFT]->part;
	uint32_t	here = w->seen[HERE]->part;
	uint32_t	right = w->seen[RIGHT]->part;

	f = nx_feature_put3(f, F_PARTS_LEFT, left2, left, here);
	f = nx_feature_put2(f, F_PART_LEFT, left, here);
	f = nx_feature_put2(f, F_PART_RIGHT, here, right);
	return f;
}

/* Bits that the model learns from: those behind are for nx_name_mend.c. */
#define SEEN_FEATURES	0x7FFFFu

/* Bits of what was seen that speak of the kind, not of the case. */
#define SEEN_CASE		0x3u
#define SEEN_KIND		0x1F4FCu

static uint32_t *
add_seen(const Window *w, uint32_t *f)
{
	const NxEvidence *here = w->seen[HERE];

	if (w->tokens[HERE]->letters == NX_CASE_NONE)
		return f;
	for (uint32_t bits = here->seen & SEEN_FEATURES; bits != 0; bits &= bits - 1)
		f = nx_feature_put2(f, F_SEEN, (uint32_t) __builtin_ctz(bits), here->capital);
	f = nx_feature_put3(f, F_SEEN_FIRST, here->seen & SEEN_CASE,
					w->tokens[HERE]->short_shape, w->seen[HERE]->opens);
	f = nx_feature_put(f, F_SEEN_CONTEXT, here->seen & SEEN_KIND);
	if (w->i > w->sentence.first)
		f = nx_feature_put2(f, F_SEEN_LEFT, w->seen[LEFT]->seen & SEEN_KIND, here->capital);
	if (w->i + 1 < w->sentence.end)
		f = nx_feature_put2(f, F_SEEN_RIGHT, w->seen[RIGHT]->seen & SEEN_KIND, here->capital);
	return f;
}

#define RUN_END_CLASSES	(NX_IS(ORG_SUFFIX) | NX_IS(ORG_HEAD) | NX_IS(PLACE_HEAD) | \
						 NX_IS_LAST | NX_IS_PLACE)

/* The run of capitals as a whole: its length, ends and surroundings. */
static uint32_t *
add_run(const Window *w, uint32_t *f)
{
	const NxEvidence *here = w->seen[HERE];
	uint32_t	length = here->run_end - here->run_first;
	uint32_t	short_length = length < 3 ? length : 3;
	uint32_t	place = w->i == here->run_first ? 0 : w->i + 1 == here->run_end ? 2 : 1;
	uint32_t	left = token_in(w->a, w->sentence, (int64_t) here->run_first - 1)->form;
	uint32_t	left2 = token_in(w->a, w->sentence, (int64_t) here->run_first - 2)->form;
	uint32_t	right = token_in(w->a, w->sentence, here->run_end)->form;
	uint32_t	right2 = token_in(w->a, w->sentence, here->run_end + 1)->form;
	uint64_t	last;

	if (length == 0)
		return f;
	last = w->evidence[here->run_end - 1].names & RUN_END_CLASSES;
	f = nx_feature_put2(f, F_RUN, length < 6 ? length : 6, place);
	f = nx_feature_put2(f, F_RUN_LEFT, left, short_length);
	f = nx_feature_put2(f, F_RUN_RIGHT, right, short_length);
	f = nx_feature_put(f, F_RUN_LAST, nx_token_at(w->a, here->run_end - 1)->form);
	f = nx_feature_put(f, F_RUN_FIRST, nx_token_at(w->a, here->run_first)->form);
	f = nx_feature_put3(f, F_RUN_CLASS, (uint32_t) last, (uint32_t) (last >> 32),
					place | (uint32_t) (length == 1) << 2);
	f = nx_feature_put2(f, F_RUN_AROUND, left, right);
	f = nx_feature_put2(f, F_RUN_LEFT2, left2, left);
	f = nx_feature_put2(f, F_RUN_RIGHT2, right, right2);
	return f;
}

void
nx_name_features(const NxArticle *a, const NxEvidence *evidence, NxRange sentence,
				 uint32_t i, NxFeatures *features)
{
	Window		w = {.a = a, .evidence = evidence, .sentence = sentence, .i = i};
	uint32_t   *f = features->hashes;

	for (int k = 0; k <= 2 * REACH; k++)
	{
		w.tokens[k] = token_in(a, sentence, (int64_t) i + k - REACH);
		w.seen[k] = evidence_in(evidence, sentence, (int64_t) i + k - REACH);
	}
	f = nx_feature_put(f, F_BIAS, 0);
	f = add_words(&w, f);
	f = add_shapes(&w, f);
	f = add_affixes(&w, f);
	f = add_usual_case(&w, f);
	f = add_classes(&w, f);
	f = add_parts(&w, f);
	f = add_seen(&w, f);
	f = add_run(&w, f);
	features->count = (uint32_t) (f - features->hashes);
}

/* --- the best sequence --- */

#define NEVER	(INT32_MIN / 2)

/* Labels that end a name or are outside: what may come before a new name. */
static const uint8_t closed_labels[] = {0, 3, 4, 7, 8, 11, 12, 15, 16};

/* Labels that begin a name or are outside: what may come behind those. */
static const uint8_t opening_labels[] = {0, 1, 4, 5, 8, 9, 12, 13, 16};

#define BORDER_LABELS	(sizeof(closed_labels) / sizeof(closed_labels[0]))

int32_t
nx_name_spread(const int32_t (*transitions)[NX_NAME_LABELS])
{
	int32_t		least = INT32_MAX;
	int32_t		most = INT32_MIN;

	for (size_t from = 0; from < BORDER_LABELS; from++)
		for (size_t to = 0; to < BORDER_LABELS; to++)
		{
			int32_t		step = transitions[closed_labels[from]][opening_labels[to]];

			least = step < least ? step : least;
			most = step > most ? step : most;
		}
	return most - least;
}

/*
 * The labels that may come before a new name, without those that are behind
 * the best of them by more than steps can make up for: few are left.
 */
static uint32_t
find_origins(const NxNamePath *path, const int32_t *before, uint8_t *origins)
{
	int32_t		most = NEVER;
	uint32_t	count = 0;

	for (size_t k = 0; k < BORDER_LABELS; k++)
		most = before[closed_labels[k]] > most ? before[closed_labels[k]] : most;
	for (size_t k = 0; k < BORDER_LABELS; k++)
		if (before[closed_labels[k]] >= most - path->spread)
			origins[count++] = closed_labels[k];
	return count;
}

/* Before the first token stands no name, so there is but one way to it. */
static void
begin_path(const NxNamePath *path, int32_t *scores)
{
	memset(path->back[0], NX_NAME_OUTSIDE, NX_NAME_LABELS);
	for (uint8_t label = 0; label < NX_NAME_LABELS; label++)
		scores[label] = NEVER;
	for (size_t k = 0; k < BORDER_LABELS; k++)
	{
		uint8_t		label = opening_labels[k];

		scores[label] = path->transitions[NX_NAME_OUTSIDE][label] + path->scores[0][label];
	}
}

/* The best way to a label from one of some labels of the token before. */
static inline void
reach(const NxNamePath *path, uint32_t i, const int32_t *before, const uint8_t *origins,
	  uint32_t count, uint8_t label, int32_t *scores)
{
	int32_t		most = NEVER;
	uint8_t		best = NX_NAME_OUTSIDE;

	for (uint32_t k = 0; k < count; k++)
	{
		int32_t		score = before[origins[k]] + path->transitions[origins[k]][label];

		best = score > most ? origins[k] : best;
		most = score > most ? score : most;
	}
	path->back[i][label] = best;
	scores[label] = most > NEVER ? most + path->scores[i][label] : NEVER;
}

/* An open name goes on with an inner or its last token. */
static void
go_on(const NxNamePath *path, uint32_t i, int32_t *scores)
{
	int32_t		before[NX_NAME_LABELS];
	uint8_t		origins[BORDER_LABELS];
	uint32_t	count;

	memcpy(before, scores, sizeof(before));
	count = find_origins(path, before, origins);
	for (size_t k = 0; k < BORDER_LABELS; k++)
		reach(path, i, before, origins, count, opening_labels[k], scores);
	for (uint8_t first = 1; first < NX_NAME_LABELS; first += 4)
	{
		const uint8_t open[] = {first, first + 1};

		reach(path, i, before, open, 2, first + 1, scores);
		reach(path, i, before, open, 2, first + 2, scores);
	}
}

void
nx_name_best_path(const NxNamePath *path, uint32_t count, uint8_t *labels)
{
	int32_t		scores[NX_NAME_LABELS];
	int32_t		most = NEVER;
	uint8_t		best = NX_NAME_OUTSIDE;

	if (count == 0)
		return;
	begin_path(path, scores);
	for (uint32_t i = 1; i < count; i++)
		go_on(path, i, scores);
	for (size_t k = 0; k < BORDER_LABELS; k++)
	{
		uint8_t		label = closed_labels[k];

		best = scores[label] > most ? label : best;
		most = scores[label] > most ? scores[label] : most;
	}
	for (uint32_t i = count; i > 0; i--)
	{
		labels[i - 1] = best;
		best = path->back[i - 1][best];
	}
}

/* --- the article --- */

typedef struct Decoder
{
	const NxNameModel *model;
	const NxArticle *a;
	const NxEvidence *evidence;
	int32_t		(*transitions)[NX_NAME_LABELS];
	int32_t		spread;			/* of the transitions */
	int32_t		(*scores)[NX_NAME_LABELS];
	uint8_t		(*back)[NX_NAME_LABELS];
	uint8_t    *labels;
} Decoder;

static void
score_token(const Decoder *d, const NxFeatures *features, int32_t *scores)
{
	int16_t		sums[NX_NAME_LANES];

	nx_linear_score(&d->model->linear, features, sums);
	scores[NX_NAME_OUTSIDE] = 0;
	for (uint32_t lane = 0; lane < NX_NAME_LANES; lane++)
		scores[lane + 1] = sums[lane];
}

static void
decode_stretch(const Decoder *d, NxRange sentence, NxRange stretch)
{
	NxNamePath	path = {(const int32_t (*)[NX_NAME_LABELS]) d->transitions, d->spread,
		(const int32_t (*)[NX_NAME_LABELS]) d->scores, d->back};
	uint32_t	length = stretch.end - stretch.first;
	NxFeatures	rooms[NX_LINEAR_ROOMS];

	for (uint32_t i = 0; i < length + NX_LINEAR_AHEAD; i++)
	{
		NxFeatures *room = &rooms[i % NX_LINEAR_ROOMS];

		if (i < length)
		{
			nx_name_features(d->a, d->evidence, sentence, stretch.first + i, room);
			nx_linear_prefetch(&d->model->linear, room);
		}
		if (i >= NX_LINEAR_AHEAD)
			score_token(d, &rooms[(i - NX_LINEAR_AHEAD) % NX_LINEAR_ROOMS], d->scores[i - NX_LINEAR_AHEAD]);
	}
	nx_name_best_path(&path, length, d->labels + stretch.first);
}

static void
decode_sentence(const Decoder *d, NxRange sentence)
{
	uint32_t	i = sentence.first;

	while (i < sentence.end)
	{
		NxRange		stretch = {i, i};

		while (stretch.end < sentence.end && d->evidence[stretch.end].is_scored)
			stretch.end++;
		if (!nx_range_is_empty(stretch))
			decode_stretch(d, sentence, stretch);
		i = stretch.end + 1;
	}
}

static uint32_t
longest_sentence(const NxArticle *a)
{
	uint32_t	longest = 0;

	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		tokens = a->sentences.items[i].tokens;

		if (tokens.end - tokens.first > longest)
			longest = tokens.end - tokens.first;
	}
	return longest;
}

void
nx_name_decode(const NxNameModel *model, NxArticle *a, const NxEvidence *evidence,
			   uint8_t *labels)
{
	uint32_t	longest = longest_sentence(a);
	Decoder		d = {.model = model, .a = a, .evidence = evidence, .labels = labels};

	d.transitions = nx_arena_take(&a->arena, NX_NAME_LABELS, sizeof(*d.transitions));
	d.scores = nx_arena_take(&a->arena, longest, sizeof(*d.scores));
	d.back = nx_arena_take(&a->arena, longest, sizeof(*d.back));
	for (uint32_t from = 0; from < NX_NAME_LABELS; from++)
	{
		for (uint32_t to = 0; to < NX_NAME_LABELS; to++)
			d.transitions[from][to] = model->transitions[from][to];
	}
	d.spread = nx_name_spread((const int32_t (*)[NX_NAME_LABELS]) d.transitions);
	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		sentence = a->sentences.items[i].tokens;

		decode_sentence(&d, sentence);
		nx_poll(a, nx_range_span(a, sentence).end_b - nx_range_span(a, sentence).at_b);
	}
}

static void
write_labels(NxArticle *a, const uint8_t *labels)
{
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		NxToken    *token = nx_token_at(a, i);

		nx_poll(a, 1);
		token->name = nx_label_kind(labels[i]);
		if (token->name != NX_NAME_NONE && (nx_label_place(labels[i]) == NX_PLACE_FIRST ||
											nx_label_place(labels[i]) == NX_PLACE_ONLY))
			token->flags |= NX_NAME_BEGIN;
	}
}

void
nx_name_read(NxArticle *a)
{
	NxEvidence *evidence = nx_evidence_read(a);
	uint8_t    *labels = nx_alloc_array(&a->arena, uint8_t, a->tokens.count);

	nx_name_decode(&nx_name_model, a, evidence, labels);
	nx_name_mend(a, evidence, labels);
	write_labels(a, labels);
	nx_arena_drop(&a->arena, labels);
	nx_arena_drop(&a->arena, evidence);
}
