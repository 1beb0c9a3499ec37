/*
 * nx_salience.c
 *		Whom a pronoun can mean, and which of them it is most likely to.
 *
 * While the reference stage goes through the mentions of an article, the last
 * mentions of persons are noted in a ring.  For a pronoun the distinct persons
 * in it that agree in sex are candidates, the one mentioned last first.  Each
 * is described by a set of features: how far back, whether its last mention was
 * a subject, spoke, stood in speech, how often it was mentioned.  A feature has
 * a trained weight; the sum decides:
 *
 *		Roy thanked Nadar.  "It was a long night," he said.
 *		Roy		subject of the sentence before, mentioned once
 *		Nadar	nearest, no subject
 *
 * Work for a pronoun is bounded by NX_MAX_RECENT mentions.
 */
#include "nx_salience.h"

#define MAX_BESIDE		3		/* mentions between a name and its role */
#define MAX_ADVERBS		3		/* between a subject and its verb */
#define MAX_ASIDE		40		/* tokens of an aside behind a subject */

void
nx_salience_init(NxArticle *a, NxSalience *s)
{
	memset(s, 0, sizeof(*s));
	s->counts = nx_alloc_array(&a->arena, uint32_t, a->entity_nodes.count);
	s->leading = NX_NONE;
}

/* Layout names persons who are not spoken of. */
static bool
is_in_layout(const NxArticle *a, uint32_t token)
{
	switch (a->paragraphs.items[nx_token_paragraph(a, token)].zone)
	{
		case NX_ZONE_SECTION:
		case NX_ZONE_PUBLICATION:
		case NX_ZONE_BYLINE:
		case NX_ZONE_BOILERPLATE:
			return true;
		default:
			return false;
	}
}

/* Do two noun phrases stand side by side, a comma between? */
static bool
is_apposed(const NxArticle *a, NxRange one, NxRange other)
{
	return one.end + 1 == other.first && nx_token_is(a, one.end, ",");
}

/* Is a nominal beside a name, or the beginning of its role? */
static bool
is_role_of(const NxArticle *a, const NxMentionNode *nominal, const NxMentionNode *name)
{
	if (name->form_kind != NX_FORM_NAME || name->kind != NX_ENTITY_PERSON ||
		nominal->is_plural)
		return false;
	if (is_apposed(a, nominal->phrase, name->phrase) ||
		is_apposed(a, nominal->tokens, name->phrase) ||
		is_apposed(a, name->tokens, nominal->tokens))
		return true;
	if (!nx_range_holds(name->role, nominal->head))
		return false;
	for (uint32_t i = name->role.first; i < nominal->head; i++)
		if (nx_token_at(a, i)->tag == NX_TAG_IN)
			return false;
	return true;
}

uint32_t
nx_mention_beside(const NxArticle *a, uint32_t mention)
{
	const NxMentionNode *nodes = a->mention_nodes.items;

	for (uint32_t near = 1; near <= MAX_BESIDE; near++)
	{
		if (near <= mention && is_role_of(a, &nodes[mention], &nodes[mention - near]))
			return mention - near;
		if (mention + near < a->mention_nodes.count &&
			is_role_of(a, &nodes[mention], &nodes[mention + near]))
			return mention + near;
	}
	return NX_NONE;
}

void
nx_salience_note(const NxArticle *a, NxSalience *s, uint32_t mention)
{
	const NxMentionNode *node = &a->mention_nodes.items[mention];

	if (node->entity == NX_NONE || is_in_layout(a, node->head) ||
		(node->form_kind == NX_FORM_NOMINAL && nx_mention_beside(a, mention) != NX_NONE) ||
		a->entity_nodes.items[node->entity].kind != NX_ENTITY_PERSON)
		return;
	s->recent[s->noted++ % NX_MAX_RECENT] = mention;
	s->counts[node->entity]++;
	if (s->leading == NX_NONE || s->counts[node->entity] > s->counts[s->leading])
		s->leading = node->entity;
}

/* ------------------------------------------------------------------------
 * What a mention is in its sentence
 * ------------------------------------------------------------------------
 */
bool
nx_token_is_in_speech(const NxArticle *a, uint32_t token)
{
	uint32_t	s = nx_token_at(a, token)->stretch;

	while (s != NX_NONE && a->stretches.items[s].use != NX_USE_SPEECH)
		s = a->stretches.items[s].parent;
	return s != NX_NONE;
}

static bool
is_finite_verb(const NxToken *token)
{
	return token->tag == NX_TAG_VBD || token->tag == NX_TAG_VBZ ||
		token->tag == NX_TAG_VBP || token->tag == NX_TAG_MD;
}

/*
 * The token behind an aside between commas that begins or ends at i; behind an
 * apposition also one that begins with "who".
 */
static uint32_t
skip_aside(const NxArticle *a, uint32_t i, uint32_t end)
{
	bool		is_relative = i < end && nx_token_words(nx_token_at(a, i)) & NX_IS(WHO);

	if (i >= end || !(is_relative || nx_token_is(a, i, ",")))
		return i;
	if (!is_relative && i + 1 < end && is_finite_verb(nx_token_at(a, i + 1)))
		return i + 1;
	for (uint32_t k = i + 1; k < end && k < i + MAX_ASIDE; k++)
		if (nx_token_is(a, k, ","))
			return k + 1;
	return i;
}

/* The finite verb whose subject a mention is, or NX_NONE. */
static uint32_t
verb_behind(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	end = a->sentences.items[nx_token_at(a, node->head)->sentence].tokens.end;
	uint32_t	i = skip_aside(a, node->phrase.end, end);

	for (uint32_t adverbs = 0; i < end && adverbs <= MAX_ADVERBS; adverbs++, i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (is_finite_verb(token))
			return i;
		if (token->tag != NX_TAG_RB)
			break;
	}
	return NX_NONE;
}

static bool
is_possessive(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	next = node->tokens.end;

	if (node->form_kind == NX_FORM_PRONOUN)
		return nx_token_at(a, node->head)->tag == NX_TAG_PRPS;
	return next < a->tokens.count && nx_token_at(a, next)->tag == NX_TAG_POS;
}

/*
 * "...," said Jane Roe: the verb of saying in front, or NX_NONE.  Not where the
 * verb has its subject before it, nor where it is Roe's something that is said.
 */
static uint32_t
verb_in_front(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	first = node->phrase.first;
	const NxToken *token;

	if (first < 2 || is_possessive(a, node) ||
		nx_token_at(a, first - 2)->mention != NX_NONE ||
		(nx_token_at(a, first - 2)->tag >= NX_TAG_NN &&
		 nx_token_at(a, first - 2)->tag <= NX_TAG_NNPS))
		return NX_NONE;
	token = nx_token_at(a, first - 1);
	return (token->tag == NX_TAG_VBD || token->tag == NX_TAG_VBZ) &&
		nx_token_words(token) & NX_IS(SAY_CORE) && !(nx_token_words(token) & NX_IS(TELL)) ?
		first - 1 : NX_NONE;
}

bool
nx_mention_is_subject(const NxArticle *a, const NxMentionNode *node)
{
	return verb_behind(a, node) != NX_NONE || verb_in_front(a, node) != NX_NONE;
}

bool
nx_mention_speaks(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	verb = verb_behind(a, node);
	uint32_t	i;

	if (verb_in_front(a, node) != NX_NONE ||
		(node->phrase.first > 0 && nx_token_is(a, node->phrase.first - 1, "to") &&
		 node->phrase.first > 1 && nx_token_is(a, node->phrase.first - 2, "according")))
		return true;
	/* "has said", "would not say": the verb of saying may stand further on */
	for (i = verb; i != NX_NONE && i < a->tokens.count && i <= verb + MAX_ADVERBS; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (nx_token_words(token) & (NX_IS_SAY | NX_IS(THINK)))
			return true;
		if (!is_finite_verb(token) && token->tag != NX_TAG_RB && token->tag != NX_TAG_VBN &&
			token->tag != NX_TAG_VB)
			return false;
	}
	return false;
}

/* ------------------------------------------------------------------------
 * Candidates
 * ------------------------------------------------------------------------
 */

/*
 * Whether a person is better judged by an older mention than by a newer one:
 * by what is told rather than what is quoted, by the subject of its sentence.
 */
static bool
is_better_anchor(const NxArticle *a, uint32_t older, uint32_t newer, bool in_speech)
{
	const NxMentionNode *old = &a->mention_nodes.items[older];
	const NxMentionNode *new = &a->mention_nodes.items[newer];
	bool		old_speech = nx_token_is_in_speech(a, old->head);
	bool		new_speech = nx_token_is_in_speech(a, new->head);

	if (old_speech != new_speech)
		return !in_speech && new_speech;
	return nx_token_at(a, old->head)->sentence == nx_token_at(a, new->head)->sentence &&
		nx_mention_is_subject(a, old) && !nx_mention_is_subject(a, new);
}

/* Order by the mentions that are judged, the last one first. */
static void
sort_referents(NxReferent *referents, uint32_t *times, uint32_t count)
{
	for (uint32_t k = 1; k < count; k++)
	{
		NxReferent	referent = referents[k];
		uint32_t	time = times[k];
		uint32_t	at = k;

		for (; at > 0 && referents[at - 1].mention < referent.mention; at--)
		{
			referents[at] = referents[at - 1];
			times[at] = times[at - 1];
		}
		referents[at] = referent;
		times[at] = time;
	}
}

static bool
sexes_clash(const NxArticle *a, uint32_t entity, const NxMentionNode *pronoun)
{
	uint8_t		sex = a->entity_nodes.items[entity].sex;

	return sex != NX_SEX_UNKNOWN && pronoun->sex != NX_SEX_UNKNOWN && sex != pronoun->sex;
}

/* Distinct persons in the ring that agree in sex, with how often each. */
static uint32_t
collect(const NxArticle *a, const NxSalience *s, const NxMentionNode *pronoun,
		NxReferent *referents, uint32_t *times)
{
	uint32_t	looked = s->noted < NX_MAX_RECENT ? s->noted : NX_MAX_RECENT;
	bool		in_speech = nx_token_is_in_speech(a, pronoun->head);
	uint32_t	count = 0;

	for (uint32_t back = 1; back <= looked; back++)
	{
		uint32_t	m = s->recent[(s->noted - back) % NX_MAX_RECENT];
		uint32_t	entity = a->mention_nodes.items[m].entity;
		uint32_t	k = 0;

		if (sexes_clash(a, entity, pronoun))
			continue;
		while (k < count && referents[k].entity != entity)
			k++;
		if (k == NX_MAX_REFERENTS)
			continue;
		if (k == count)
		{
			referents[count++] = (NxReferent) {entity, m, 0};
			times[k] = 0;
		}
		else if (is_better_anchor(a, m, referents[k].mention, in_speech))
			referents[k].mention = m;
		times[k]++;
	}
	sort_referents(referents, times, count);
	return count;
}

#define BIT(name)	(UINT64_C(1) << NX_SALIENCE_##name)

static uint64_t
distance_features(const NxArticle *a, uint32_t last, uint32_t pronoun)
{
	uint32_t	sentences = nx_token_at(a, pronoun)->sentence - nx_token_at(a, last)->sentence;
	uint32_t	paragraphs = nx_token_paragraph(a, pronoun) - nx_token_paragraph(a, last);
	uint64_t	bits;

	bits = paragraphs == 0 ? BIT(PARAGRAPH_SAME) : paragraphs == 1 ? BIT(PARAGRAPH_1) :
		paragraphs == 2 ? BIT(PARAGRAPH_2) : BIT(PARAGRAPH_FAR);
	if (sentences <= 2)
		return bits | (sentences == 0 ? BIT(SAME_CLAUSE) :
					   sentences == 1 ? BIT(SENTENCE_1) : BIT(SENTENCE_2));
	return bits | (sentences <= 4 ? BIT(SENTENCE_4) :
				   sentences <= 8 ? BIT(SENTENCE_8) : BIT(SENTENCE_FAR));
}

/* The first person of its sentence whom the pronoun can mean. */
static bool
is_first_of_sentence(const NxArticle *a, uint32_t mention, const NxMentionNode *pronoun)
{
	uint32_t	sentence = nx_token_at(a, a->mention_nodes.items[mention].head)->sentence;

	for (uint32_t back = 1; back <= mention && back <= NX_MAX_RECENT; back++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[mention - back];

		if (nx_token_at(a, node->head)->sentence != sentence)
			return true;
		if (node->kind == NX_ENTITY_PERSON &&
			(node->entity == NX_NONE || !sexes_clash(a, node->entity, pronoun)))
			return false;
	}
	return true;
}

static uint64_t
role_features(const NxArticle *a, const NxMentionNode *last, const NxMentionNode *pronoun)
{
	uint64_t	bits = 0;
	uint32_t	paragraphs = nx_token_paragraph(a, pronoun->head) -
		nx_token_paragraph(a, last->head);

	if (nx_mention_is_subject(a, last))
		bits |= BIT(SUBJECT) | (nx_mention_is_subject(a, pronoun) ? BIT(SUBJECT_BOTH) : 0);
	if (nx_mention_speaks(a, last))
	{
		bits |= BIT(SPOKE) | (paragraphs <= 1 ? BIT(SPOKE_NEAR) : 0);
		bits |= nx_mention_speaks(a, pronoun) ? BIT(SPOKE_BOTH) : 0;
	}
	if (is_possessive(a, last))
		bits |= BIT(POSSESSIVE);
	if (last->form_kind == NX_FORM_PRONOUN)
		bits |= BIT(PRONOUN);
	else if (last->tokens.end - last->tokens.first > 1)
		bits |= BIT(FULL_NAME);
	if (!nx_range_is_empty(last->role))
		bits |= BIT(HAS_ROLE);
	return bits;
}

static uint64_t
speech_features(const NxArticle *a, uint32_t last, uint32_t pronoun)
{
	bool		inside = nx_token_is_in_speech(a, last);

	if (nx_token_is_in_speech(a, pronoun))
		return inside ? BIT(BOTH_SPEECH) : BIT(INTO_SPEECH);
	return inside ? BIT(INSIDE_SPEECH) : 0;
}

static uint64_t
count_features(uint32_t times)
{
	return times == 1 ? BIT(ONCE) : times == 2 ? BIT(TWICE) :
		times <= 4 ? BIT(OFTEN) : BIT(MOSTLY);
}

/* Mentioned by name behind the pronoun in its sentence. */
static bool
is_followed(const NxArticle *a, uint32_t entity, uint32_t pronoun)
{
	uint32_t	sentence = nx_token_at(a, a->mention_nodes.items[pronoun].head)->sentence;

	for (uint32_t m = pronoun + 1; m < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];

		if (nx_token_at(a, node->head)->sentence != sentence || m > pronoun + NX_MAX_RECENT)
			return false;
		if (node->entity == entity)
			return true;
	}
	return false;
}

/* Another candidate speaks in front of this one in its sentence. */
static bool
is_inner(const NxArticle *a, const NxReferent *referents, uint32_t count, uint32_t k)
{
	uint32_t	head = a->mention_nodes.items[referents[k].mention].head;

	for (uint32_t other = k + 1; other < count; other++)
	{
		uint32_t	before = a->mention_nodes.items[referents[other].mention].head;

		if (nx_token_at(a, before)->sentence != nx_token_at(a, head)->sentence)
			break;
		if (referents[other].features & BIT(SPOKE))
			return true;
	}
	return false;
}

/* Features of a candidate's place among the others. */
static void
describe_place(const NxArticle *a, NxReferent *referents, uint32_t count)
{
	bool		has_spoken = false;

	for (uint32_t k = 0; k < count; k++)
	{
		if (k < 2)
			referents[k].features |= k == 0 ? BIT(NEAREST) : BIT(SECOND);
		if (count == 1)
			referents[k].features |= BIT(ONLY);
		if (is_inner(a, referents, count, k))
			referents[k].features |= BIT(INNER);
		if (!has_spoken && referents[k].features & BIT(SPOKE))
		{
			referents[k].features |= BIT(SPOKE_LAST);
			has_spoken = true;
		}
	}
}

/* How a pronoun stands behind a speaker: '..." he said', 'He went on'. */
static uint64_t
sequel_features(const NxArticle *a, uint32_t pronoun)
{
	const NxToken *token = nx_token_at(a, pronoun);
	uint32_t	paragraph = nx_token_paragraph(a, pronoun);
	uint64_t	bits = 0;

	if (pronoun > 0 && nx_token_at(a, pronoun - 1)->kind == NX_TOKEN_MARK &&
		!nx_token_is_in_speech(a, pronoun))
		bits |= BIT(SPOKE_MARKS);
	if (token->flags & NX_SENTENCE_BEGIN &&
		a->paragraphs.items[paragraph].tokens.first == pronoun)
		bits |= BIT(SPOKE_BEGIN);
	return bits;
}

uint32_t
nx_salience_candidates(const NxArticle *a, const NxSalience *s, uint32_t mention,
					   NxReferent *candidates)
{
	const NxMentionNode *pronoun = &a->mention_nodes.items[mention];
	uint32_t	times[NX_MAX_REFERENTS];
	uint32_t	count = collect(a, s, pronoun, candidates, times);

	for (uint32_t k = 0; k < count; k++)
	{
		NxReferent *candidate = &candidates[k];
		const NxMentionNode *last = &a->mention_nodes.items[candidate->mention];
		uint64_t	bits = distance_features(a, last->head, pronoun->head);

		bits |= role_features(a, last, pronoun);
		bits |= speech_features(a, last->head, pronoun->head);
		bits |= count_features(times[k]);
		bits |= is_first_of_sentence(a, candidate->mention, pronoun) ? BIT(FIRST_OF_SENTENCE) : 0;
		bits |= pronoun->sex != NX_SEX_UNKNOWN &&
			a->entity_nodes.items[candidate->entity].sex == pronoun->sex ? BIT(SEX_KNOWN) : 0;
		bits |= candidate->entity == s->leading ? BIT(LEADING) : 0;
		bits |= is_followed(a, candidate->entity, mention) ? BIT(FOLLOWED) : 0;
		if (bits & BIT(SPOKE_NEAR))
			bits |= sequel_features(a, pronoun->head);
		if ((bits & (BIT(SAME_CLAUSE) | BIT(SUBJECT))) == BIT(SAME_CLAUSE))
			bits |= BIT(OBJECT_SAME);
		candidate->features = bits;
	}
	describe_place(a, candidates, count);
	return count;
}

int32_t
nx_referent_weight(const NxReferent *candidate)
{
	int32_t		sum = 0;

	for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
		if (candidate->features >> f & 1)
			sum += nx_salience_weights[f];
	return sum;
}

const NxReferent *
nx_salience_best(const NxReferent *candidates, uint32_t count, int32_t *margin)
{
	const NxReferent *best = NULL;
	int32_t		highest = INT32_MIN / 2;
	int32_t		second = INT32_MIN / 2;

	for (uint32_t k = 0; k < count; k++)
	{
		int32_t		weight = nx_referent_weight(&candidates[k]);

		if (weight > highest)
		{
			second = highest;
			highest = weight;
			best = &candidates[k];
		}
		else if (weight > second)
			second = weight;
	}
	*margin = highest - second;
	return best;
}
