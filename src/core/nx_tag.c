/*
 * nx_tag.c
 *		Parts of speech and lemmas.
 *
 * Before it stand tokens and sentences; after it names, marks and everything
 * that asks whether a word is a verb.  It writes token.tag and token.lemma.
 *
 * A greedy tagger: from left to right, each token takes the tag with the
 * highest sum of weights, given the words around it and the tag already set to
 * its left.  More than half of the tokens of news are marks, numbers or
 * words that have but one tag ("the", "of", "said"); they are looked up in
 * small tables and never scored.  The weights are those of an averaged
 * perceptron that was trained under the same greedy walk (train/tag.c), so it
 * knows its own mistakes.
 *
 * Features are made of numbers that the token already carries (hashes of the
 * folded form and of the shape) and of its first and last bytes; nothing is
 * copied and nothing allocated.  Time is linear: fifteen rows of 30
 * weights for each token that is scored.
 *
 * Example: in "can fish" the table knows neither word.  "can" is scored with
 * the sentence's start to its left and comes out MD; "fish" then sees MD to
 * its left and comes out VB, though it mostly is a noun.
 */
#include "nx_affix.h"
#include "nx_char.h"
#include "nx_lexicon.h"
#include "nx_tag.h"

#define TABLE_AHEAD		3		/* tokens whose places in the table are asked for */
#define BEFORE_SENTENCE	11u		/* stand for a form where no token is */
#define AFTER_SENTENCE	12u

/* Kinds of features; the numbers are part of the model. */
enum
{
	TAG_WORD, TAG_WORD_LEFT, TAG_WORD_LEFT2, TAG_WORD_RIGHT, TAG_WORD_RIGHT2,
	TAG_WORD_AND_RIGHT, TAG_TAG, TAG_TAG_WORD, TAG_SUFFIX1_SHAPE, TAG_SUFFIX3,
	TAG_SUFFIX4, TAG_SUFFIX_RIGHT, TAG_SHAPE_RIGHT, TAG_USUAL, TAG_CLASSES
};

/* Form of the token so far to the left or to the right. */
static uint32_t
form_left(const NxArticle *a, NxRange sentence, uint32_t i, uint32_t distance)
{
	return i >= sentence.first + distance ?
		nx_token_at(a, i - distance)->form : BEFORE_SENTENCE;
}

static uint32_t
form_right(const NxArticle *a, NxRange sentence, uint32_t i, uint32_t distance)
{
	return i + distance < sentence.end ?
		nx_token_at(a, i + distance)->form : AFTER_SENTENCE;
}

static uint32_t *
word_features(const NxArticle *a, NxRange sentence, uint32_t i, uint32_t *f)
{
	uint32_t	word = nx_token_at(a, i)->form;
	uint32_t	right = form_right(a, sentence, i, 1);

	f = nx_feature_put(f, TAG_WORD, word);
	f = nx_feature_put(f, TAG_WORD_LEFT, form_left(a, sentence, i, 1));
	f = nx_feature_put(f, TAG_WORD_LEFT2, form_left(a, sentence, i, 2));
	f = nx_feature_put(f, TAG_WORD_RIGHT, right);
	f = nx_feature_put(f, TAG_WORD_RIGHT2, form_right(a, sentence, i, 2));
	f = nx_feature_put2(f, TAG_WORD_AND_RIGHT, word, right);
	return f;
}

/* What the tag of the token to the left tells. */
static uint32_t *
tag_features(const NxArticle *a, NxRange sentence, uint32_t i, uint32_t *f)
{
	uint32_t	tag = i > sentence.first ? nx_token_at(a, i - 1)->tag : NX_TAG_COUNT;

	f = nx_feature_put(f, TAG_TAG, tag);
	f = nx_feature_put2(f, TAG_TAG_WORD, tag, nx_token_at(a, i)->form);
	return f;
}

/* The classes of a word as one number, the same for the same classes. */
static uint32_t
classes_of(const NxToken *token)
{
	const NxClasses *classes = nx_word_classes(token->word);
	uint64_t	mixed = classes->names ^ classes->words * UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t) (mixed ^ mixed >> 32);
}

/* What the word looks like and may be, and the word to its right. */
static uint32_t *
look_features(const NxArticle *a, NxRange sentence, uint32_t i, uint32_t *f)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	suffix = nx_affix_suffix4(a, token);

	f = nx_feature_put2(f, TAG_SUFFIX1_SHAPE, nx_affix_suffix1(suffix), token->short_shape);
	f = nx_feature_put(f, TAG_SUFFIX3, nx_affix_suffix3(suffix));
	f = nx_feature_put(f, TAG_SUFFIX4, suffix);
	f = nx_feature_put3(f, TAG_USUAL, token->word.capital, token->letters,
					i == sentence.first);
	f = nx_feature_put2(f, TAG_CLASSES, classes_of(token), token->letters);
	if (i + 1 == sentence.end)
		return f;
	f = nx_feature_put(f, TAG_SUFFIX_RIGHT, nx_affix_suffix3(nx_affix_suffix4(a, token + 1)));
	f = nx_feature_put2(f, TAG_SHAPE_RIGHT, token->short_shape, token[1].short_shape);
	return f;
}

void
nx_tag_features(const NxArticle *a, NxRange sentence, uint32_t i, NxFeatures *features)
{
	uint32_t   *f = features->hashes;

	f = word_features(a, sentence, i, f);
	f = look_features(a, sentence, i, f);
	f = tag_features(a, sentence, i, f);
	features->count = (uint32_t) (f - features->hashes);
}

/* --- tags that need no sentence --- */

const uint8_t nx_tag_of_lane[NX_TAG_LANES] = {
	NX_TAG_NN, NX_TAG_NNP, NX_TAG_NNS, NX_TAG_NNPS, NX_TAG_JJ, NX_TAG_JJR,
	NX_TAG_JJS, NX_TAG_RB, NX_TAG_RBR, NX_TAG_RBS, NX_TAG_VB, NX_TAG_VBD,
	NX_TAG_VBG, NX_TAG_VBN, NX_TAG_VBP, NX_TAG_VBZ, NX_TAG_MD, NX_TAG_IN,
	NX_TAG_RP, NX_TAG_TO, NX_TAG_DT, NX_TAG_CC, NX_TAG_CD, NX_TAG_EX,
	NX_TAG_PRP, NX_TAG_PRPS, NX_TAG_POS, NX_TAG_WDT, NX_TAG_WP, NX_TAG_WRB
};

/* Tags of tokens that are no words, by the class of their first character. */
static const uint8_t tag_of_class[NX_CHAR_CLASS_COUNT] = {
	[NX_CHAR_APOSTROPHE] = NX_TAG_QUOTE, [NX_CHAR_MARK] = NX_TAG_QUOTE,
	[NX_CHAR_HYPHEN] = NX_TAG_COLON, [NX_CHAR_DASH] = NX_TAG_COLON,
	[NX_CHAR_STOP] = NX_TAG_STOP, [NX_CHAR_EXCLAIM] = NX_TAG_STOP,
	[NX_CHAR_ELLIPSIS] = NX_TAG_COLON, [NX_CHAR_COLON] = NX_TAG_COLON,
	[NX_CHAR_UNDERSCORE] = NX_TAG_COLON, [NX_CHAR_COMMA] = NX_TAG_COMMA,
	[NX_CHAR_AND] = NX_TAG_CC, [NX_CHAR_AT] = NX_TAG_IN,
	[NX_CHAR_HASH] = NX_TAG_HASH, [NX_CHAR_PUNCTUATION] = NX_TAG_COLON,
	[NX_CHAR_SLASH] = NX_TAG_SYM, [NX_CHAR_SYMBOL] = NX_TAG_SYM
};

static const struct
{
	uint32_t	code;
	NxTag		tag;
}			tag_of_code[] = {
	{'(', NX_TAG_OPEN}, {'[', NX_TAG_OPEN}, {'{', NX_TAG_OPEN},
	{')', NX_TAG_CLOSE}, {']', NX_TAG_CLOSE}, {'}', NX_TAG_CLOSE},
	{'$', NX_TAG_DOLLAR}, {0xA3, NX_TAG_DOLLAR}, {0x20AC, NX_TAG_DOLLAR},
	{'%', NX_TAG_NN},
};

/* "the miners' lodge": an apostrophe on a word in s and before a word. */
static bool
is_possessive(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return i > 0 && i + 1 < a->tokens.count && !(token->flags & NX_SPACE_BEFORE) &&
		token[-1].kind == NX_TOKEN_WORD && (a->text[token->at_b - 1] | 0x20) == 's' &&
		token[1].flags & NX_SPACE_BEFORE && token[1].kind == NX_TOKEN_WORD;
}

static NxTag
tag_of_mark(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	NxChar		c = nx_char_at(a->text + token->at_b, a->text + token->end_b);

	if (c.class == NX_CHAR_APOSTROPHE && is_possessive(a, i))
		return NX_TAG_POS;
	if (c.class == NX_CHAR_STOP && token->end_b - token->at_b > 1)
		return NX_TAG_COLON;
	for (size_t k = 0; k < sizeof(tag_of_code) / sizeof(tag_of_code[0]); k++)
	{
		if (tag_of_code[k].code == c.code)
			return tag_of_code[k].tag;
	}
	return tag_of_class[c.class] != NX_TAG_NONE ?
		(NxTag) tag_of_class[c.class] : NX_TAG_SYM;
}

static uint32_t
word_slot(const NxTagModel *model, const NxToken *token)
{
	return nx_tag_slot(nx_tag_key(token)) & model->word_mask;
}

static NxTag
tag_of_word(const NxTagModel *model, const NxToken *token)
{
	uint32_t	key = nx_tag_key(token);
	uint32_t	slot = word_slot(model, token);

	while (model->word_keys[slot] != 0)
	{
		if (model->word_keys[slot] == key)
			return (NxTag) model->word_tags[slot];
		slot = (slot + 1) & model->word_mask;
	}
	return NX_TAG_NONE;
}

NxTag
nx_tag_fixed(const NxTagModel *model, const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	switch ((NxTokenKind) token->kind)
	{
		case NX_TOKEN_WORD:
			return tag_of_word(model, token);
		case NX_TOKEN_NUMBER:
			return NX_TAG_CD;
		case NX_TOKEN_URL:
		case NX_TOKEN_EMAIL:
		case NX_TOKEN_HANDLE:
			return NX_TAG_NNP;
		default:
			return tag_of_mark(a, i);
	}
}

/* --- the sentence --- */

/* The first of the best; what stands behind the lanes has no meaning. */
static uint32_t
best_lane(const int16_t *scores)
{
	const NxLanes known = {INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX, INT16_MAX,
		INT16_MIN, INT16_MIN};
	NxLanes		lanes[NX_LINEAR_BLOCKS];
	int16_t		most;
	uint32_t	block = 0;

	for (uint32_t b = 0; b < NX_LINEAR_BLOCKS; b++)
		lanes[b] = nx_lanes_load(scores + b * NX_LANES);
	lanes[3] = nx_lanes_smaller(lanes[3], known);
	most = nx_lanes_most(nx_lanes_larger(nx_lanes_larger(lanes[0], lanes[1]),
										 nx_lanes_larger(lanes[2], lanes[3])));
	while (nx_lanes_find(lanes[block], most) == NX_LANES)
		block++;
	return block * NX_LANES + nx_lanes_find(lanes[block], most);
}

_Static_assert(NX_TAG_LANES == 3 * NX_LANES + 6 && NX_LINEAR_BLOCKS == 4,
			   "best_lane() knows the lanes of the last block");

/* The next token that is to be scored; those before it have their tags. */
static uint32_t
next_scored(const NxTagModel *model, const NxArticle *a, NxRange sentence, uint32_t i)
{
	for (; i < sentence.end; i++)
	{
		if (i + TABLE_AHEAD < sentence.end)
			__builtin_prefetch(&model->word_keys[word_slot(model, nx_token_at(a, i + TABLE_AHEAD))]);
		nx_token_at(a, i)->tag = nx_tag_fixed(model, a, i);
		if (nx_token_at(a, i)->tag == NX_TAG_NONE)
			break;
	}
	return i;
}

/* A token that waits for its tag: its features but those of the tag before it. */
typedef struct Waiting
{
	uint32_t	token;
	NxFeatures	features;
} Waiting;

static void
prepare(const NxTagModel *model, const NxArticle *a, NxRange sentence, uint32_t i,
		Waiting *waiting)
{
	uint32_t   *f = waiting->features.hashes;

	f = word_features(a, sentence, i, f);
	f = look_features(a, sentence, i, f);
	waiting->token = i;
	waiting->features.count = (uint32_t) (f - waiting->features.hashes);
	nx_linear_prefetch(&model->linear, &waiting->features);
}

static void
score(const NxTagModel *model, const NxArticle *a, NxRange sentence, Waiting *waiting)
{
	NxFeatures *features = &waiting->features;
	uint32_t   *end = features->hashes + features->count;
	int16_t		scores[NX_LANES * NX_LINEAR_BLOCKS];

	end = tag_features(a, sentence, waiting->token, end);
	features->count = (uint32_t) (end - features->hashes);
	nx_linear_score(&model->linear, features, scores);
	nx_token_at(a, waiting->token)->tag = nx_tag_of_lane[best_lane(scores)];
}

void
nx_tag_sentence(const NxTagModel *model, const NxArticle *a, NxRange sentence)
{
	Waiting		rooms[NX_LINEAR_ROOMS];
	uint32_t	next = next_scored(model, a, sentence, sentence.first);
	uint32_t	count = 0;
	uint32_t	scored = 0;

	while (next < sentence.end || scored < count)
	{
		if (next < sentence.end)
		{
			prepare(model, a, sentence, next, &rooms[count++ % NX_LINEAR_ROOMS]);
			next = next_scored(model, a, sentence, next + 1);
		}
		if (next >= sentence.end || count - scored > NX_LINEAR_AHEAD)
			score(model, a, sentence, &rooms[scored++ % NX_LINEAR_ROOMS]);
	}
}

static void
set_lemmas(const NxArticle *a, NxRange sentence)
{
	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		NxToken    *token = nx_token_at(a, i);

		token->lemma = nx_lemma_form(a->text + token->at_b, token->end_b - token->at_b,
									 token->form, token->tag);
	}
}

void
nx_tag_read(NxArticle *a)
{
	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		sentence = a->sentences.items[i].tokens;
		NxSpan		span = nx_range_span(a, sentence);

		nx_tag_sentence(&nx_tag_model, a, sentence);
		set_lemmas(a, sentence);
		nx_poll(a, span.end_b - span.at_b);
	}
}
