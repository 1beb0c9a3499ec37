/*
 * nx_explain.c
 *		Why the quotes are what they are, for people to read.
 *
 * Not a stage: it is asked for when the article is read, and tells what the
 * stages have decided, as rows:
 *
 *		quote 1	quote	chosen		"It leaks"			0.83	rule model
 *		quote 1	cue		chosen		said				1.6		log odds ...
 *		quote 1	speaker	chosen		Ivo Lund			0.41	nearest; was a subject
 *		quote 1	speaker	rejected	Mara Finch			0.12	two sentences before
 *		quote 1	speaker	rejected	Anna Roe			0		of the other sex
 *		-		cue		rejected	asked				-1.2	score below the bar
 *
 * Quotes stand in the order of the text, cues that made none behind them.
 * Cues are the candidates of the attribution models (nx_propose.c); who
 * could have been the speaker is found by going through the mentions as
 * nx_reference.c did, which is linear in the article.
 */
#include "nx_crf.h"
#include "nx_salience.h"

#define MAX_REASON_B	256

/* A reason under way: pieces joined by "; ". */
typedef struct Reason
{
	char		bytes[MAX_REASON_B];
	uint32_t	length_b;
} Reason;

typedef struct Explainer
{
	NxArticle  *a;
	uint32_t   *by_cue;			/* by token: the judgement whose cue begins
								 * there + 1, or 0 */
	uint32_t   *asked;			/* by mention: the attribution whose source it
								 * is + 1, or 0 */
	NX_LIST(NxExplanation) referents;	/* steps "speaker", in order of mentions */
} Explainer;

static const char *const feature_meanings[] = {
#define MEANING(name, meaning)	meaning,
	NX_SALIENCE_FEATURES(MEANING)
#undef MEANING
};

/* ------------------------------------------------------------------------
 * Words
 * ------------------------------------------------------------------------
 */
static void
add_reason(Reason *reason, const char *words)
{
	size_t		length_b = strlen(words);

	if (reason->length_b + length_b + 2 > MAX_REASON_B)
		return;
	if (reason->length_b > 0)
	{
		memcpy(reason->bytes + reason->length_b, "; ", 2);
		reason->length_b += 2;
	}
	memcpy(reason->bytes + reason->length_b, words, length_b);
	reason->length_b += (uint32_t) length_b;
}

static NxString
reason_string(NxArticle *a, const Reason *reason)
{
	return nx_arena_string(&a->arena, reason->bytes, reason->length_b);
}

static NxString
literal(const char *words)
{
	return (NxString) {words, (uint32_t) strlen(words)};
}

/* Thousandths of a score in units of 1/NX_CRF_NAT. */
static int32_t
log_odds(int32_t score)
{
	return score * 1000 / NX_CRF_NAT;
}

/* ------------------------------------------------------------------------
 * Cues
 * ------------------------------------------------------------------------
 */
static const char *
verdict_words(const NxJudgement *j)
{
	static const char *const words[] = {
		[NX_VERDICT_TAKEN] = "the model takes it for a report",
		[NX_VERDICT_NO_CONTENT] = "nothing found that it reports",
		[NX_VERDICT_BELOW_BAR] = "score below the bar",
		[NX_VERDICT_CLAIMED] = "its words belong to a better cue",
	};

	return words[j->verdict];
}

static void
explain_cue(const Explainer *e, const NxJudgement *j, uint32_t quote_no)
{
	NxExplanation *row = nx_push(&e->a->arena, &e->a->explanations);

	row->quote_no = quote_no;
	row->step = "cue";
	row->is_chosen = quote_no != 0;
	row->words = nx_range_text(e->a, j->cue);
	row->at = nx_range_span(e->a, j->cue);
	row->score = log_odds(j->keep);
	row->reason = literal(verdict_words(j));
}

static void
index_cues(Explainer *e)
{
	const NxArticle *a = e->a;

	e->by_cue = nx_alloc_array(&e->a->arena, uint32_t, (size_t) a->tokens.count + 1);
	for (uint32_t k = 0; k < a->judgements.count; k++)
		if (a->judgements.items[k].verdict == NX_VERDICT_TAKEN)
			e->by_cue[a->judgements.items[k].cue.first] = k + 1;
}

static void
explain_rejected_cues(const Explainer *e)
{
	const NxArticle *a = e->a;

	for (uint32_t k = 0; k < a->judgements.count; k++)
		if (a->judgements.items[k].verdict != NX_VERDICT_TAKEN)
			explain_cue(e, &a->judgements.items[k], 0);
}

/* ------------------------------------------------------------------------
 * Speakers
 * ------------------------------------------------------------------------
 */

/* The mention at the head of each source that is no name. */
static void
index_sources(Explainer *e)
{
	NxArticle  *a = e->a;

	e->asked = nx_alloc_array(&a->arena, uint32_t, (size_t) a->mention_nodes.count + 1);
	for (uint32_t n = 0; n < a->attributions.count; n++)
	{
		NxRange		source = a->attributions.items[n].source;
		uint32_t	mention = nx_range_is_empty(source) ? NX_NONE :
			nx_token_at(a, source.first)->mention;

		if (mention != NX_NONE && a->mention_nodes.items[mention].form_kind != NX_FORM_NAME)
			e->asked[mention] = n + 1;
	}
}

static NxExplanation *
push_referent(Explainer *e, uint32_t mention, uint32_t entity)
{
	NxArticle  *a = e->a;
	NxExplanation *row = nx_push(&a->arena, &e->referents);
	const NxMentionNode *node = &a->mention_nodes.items[mention];

	row->quote_no = a->attributions.items[e->asked[mention] - 1].quote + 1;
	row->step = "speaker";
	row->is_chosen = entity == node->entity;
	row->words = a->entity_nodes.items[entity].name;
	return row;
}

static void
explain_referent(Explainer *e, uint32_t mention, const NxReferent *referent)
{
	NxExplanation *row = push_referent(e, mention, referent->entity);
	Reason		reason = {.length_b = 0};

	for (uint32_t f = 0; f < NX_SALIENCE_COUNT; f++)
		if (referent->features >> f & 1)
			add_reason(&reason, feature_meanings[f]);
	row->at = nx_range_span(e->a, e->a->mention_nodes.items[referent->mention].tokens);
	row->score = nx_referent_weight(referent);
	row->reason = reason_string(e->a, &reason);
}

/* Whom the word could mean, as it stood when the mention was reached. */
static void
explain_referents(Explainer *e, const NxSalience *salience, uint32_t mention)
{
	NxReferent	referents[NX_MAX_REFERENTS];
	uint32_t	count = nx_salience_candidates(e->a, salience, mention, referents);
	uint32_t	entity = e->a->mention_nodes.items[mention].entity;
	bool		is_listed = false;

	for (uint32_t k = 0; k < count; k++)
	{
		explain_referent(e, mention, &referents[k]);
		is_listed |= referents[k].entity == entity;
	}
	if (!is_listed && entity != NX_NONE)
		push_referent(e, mention, entity)->reason =
			literal("the role or the kind of word names it");
}

static void
walk_mentions(Explainer *e)
{
	NxSalience	salience;

	nx_salience_init(e->a, &salience);
	for (uint32_t m = 0; m < e->a->mention_nodes.count; m++)
	{
		nx_poll(e->a, sizeof(NxMentionNode));
		if (e->asked[m] != 0)
			explain_referents(e, &salience, m);
		nx_salience_note(e->a, &salience, m);
	}
}

/* What the source says by itself, when nobody else was in question. */
static void
explain_source(const Explainer *e, uint32_t quote_no)
{
	const NxQuote *quote = &e->a->quotes.items[quote_no - 1];
	NxExplanation *row = nx_push(&e->a->arena, &e->a->explanations);

	row->quote_no = quote_no;
	row->step = "speaker";
	row->is_chosen = quote->speaker_no != 0;
	row->words = quote->speaker.bytes != NULL ? quote->speaker : quote->source;
	row->at = quote->source_at;
	if (quote->speaker_no != 0)
		row->reason = literal(quote->source.bytes == NULL ?
							  "goes on with the quote before" : "the source names it");
	else
		row->reason = literal(quote->source.bytes == NULL ?
							  "no source stands there" : "the source names nobody known");
}

/* ------------------------------------------------------------------------
 * Quotes
 * ------------------------------------------------------------------------
 */
static void
explain_quote(const Explainer *e, uint32_t quote_no)
{
	const NxQuote *quote = &e->a->quotes.items[quote_no - 1];
	NxExplanation *row = nx_push(&e->a->arena, &e->a->explanations);
	Reason		reason = {.length_b = 0};

	add_reason(&reason, "rule");
	reason.bytes[reason.length_b++] = ' ';
	for (const char *at = quote->rule; *at != '\0' && reason.length_b < MAX_REASON_B; at++)
		reason.bytes[reason.length_b++] = *at;
	row->quote_no = quote_no;
	row->step = "quote";
	row->is_chosen = true;
	row->words = quote->content;
	row->at = quote->content_at[0];
	row->score = quote->confidence;
	row->reason = reason_string(e->a, &reason);
}

/* The steps of a quote; referents are taken from *next on. */
static void
explain_steps(const Explainer *e, uint32_t quote_no, const uint32_t *first_referent)
{
	NxArticle  *a = e->a;
	const NxAttribution *head = &a->attributions.items[a->quote_heads.items[quote_no - 1]];
	uint32_t	cue = nx_range_is_empty(head->cue) ? 0 : e->by_cue[head->cue.first];
	uint32_t	referent = first_referent[quote_no];

	explain_quote(e, quote_no);
	if (cue != 0)
		explain_cue(e, &a->judgements.items[cue - 1], quote_no);
	if (referent == 0)
		explain_source(e, quote_no);
	for (; referent != 0 && referent <= e->referents.count &&
		 e->referents.items[referent - 1].quote_no == quote_no; referent++)
		*nx_push(&a->arena, &a->explanations) = e->referents.items[referent - 1];
}

static void
explain(NxArticle *a)
{
	Explainer	e = {.a = a};
	uint32_t   *first_referent = nx_alloc_array(&a->arena, uint32_t, (size_t) a->quotes.count + 1);

	index_cues(&e);
	index_sources(&e);
	walk_mentions(&e);
	for (uint32_t k = e.referents.count; k > 0; k--)
		first_referent[e.referents.items[k - 1].quote_no] = k;
	for (uint32_t quote_no = 1; quote_no <= a->quotes.count; quote_no++)
		explain_steps(&e, quote_no, first_referent);
	explain_rejected_cues(&e);
}

NxStatus
nx_article_explain(NxArticle *article, const NxExplanation **items, uint32_t *count)
{
	if (article->explanations.count == 0)
	{
		if (setjmp(article->arena.escape) != 0)
		{
			article->explanations.count = 0;
			return article->arena.status;
		}
		explain(article);
	}
	*items = article->explanations.items;
	*count = article->explanations.count;
	return NX_OK;
}
