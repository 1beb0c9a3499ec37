/*
 * nx_quote.c
 *		Quotes: attributions made into rows.
 *
 * Before it stand the attributions, token ranges of cue, source and content;
 * after it the speaker stage names who spoke.  A row takes an attribution and
 * those that go on with it:
 *
 *	- in the same paragraph, and in a speech whose marks stay open from
 *	  paragraph to paragraph: always;
 *	- in a later paragraph of its own marks: after a direct quote.  After an
 *	  indirect or mixed one it is a row of its own, with neither source nor cue;
 *	  the speaker stage finds its speaker through "continues".
 *
 * From the cue and the words around it come verb, mode, negation, addressee
 * and channel; from the marks kind and content text:
 *
 *		"A," he said. "B." / "C."	direct	A, B. (blank line) C.
 *
 * A row inside the content of another one has that as its parent.
 *
 * Invariants: rows are sorted by where their content begins; the pieces of a
 * row are ascending and disjoint; every attribution knows its row.  Time is
 * linear.  Memory: rows, pieces and texts in the article's arena.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_NESTING	8

typedef NX_LIST(NxRange) Pieces;

/* ------------------------------------------------------------------------
 * Marks and content
 * ------------------------------------------------------------------------
 */

static bool
is_in_speech(const NxArticle *a, uint32_t token)
{
	for (uint32_t s = nx_token_at(a, token)->stretch; s != NX_NONE;
		 s = a->stretches.items[s].parent)
	{
		if (a->stretches.items[s].use == NX_USE_SPEECH)
			return true;
	}
	return false;
}

/* "Yes," | and | "At last,": the writer's word joins what is all marked (case 13). */
static bool
is_joint_of_marks(const NxArticle *a, NxRange piece, uint32_t i)
{
	return i > piece.first && i + 1 < piece.end &&
		nx_token_at(a, i - 1)->kind == NX_TOKEN_MARK &&
		nx_token_at(a, i + 1)->kind == NX_TOKEN_MARK && nx_is_among(a, i, " and or ");
}

/* Nine words in ten between marks are direct speech, one and more mixed. */
static NxQuoteKind
kind_of(const NxArticle *a, const NxRange *pieces, uint32_t count)
{
	uint32_t	words = 0;
	uint32_t	marked = 0;

	for (uint32_t p = 0; p < count; p++)
	{
		for (uint32_t i = pieces[p].first; i < pieces[p].end; i++)
		{
			if (!nx_is_word(a, i) || is_joint_of_marks(a, pieces[p], i))
				continue;
			words++;
			marked += is_in_speech(a, i);
		}
	}
	if (marked == 0)
		return NX_QUOTE_INDIRECT;
	return 10 * marked >= 9 * words ? NX_QUOTE_DIRECT : NX_QUOTE_MIXED;
}

/* A piece without the marks that hold it as a whole. */
static NxRange
strip_marks(const NxArticle *a, NxRange piece)
{
	uint32_t	s = nx_token_at(a, piece.first)->stretch;

	while (s != NX_NONE && a->stretches.items[s].tokens.first == piece.first)
	{
		const NxStretch *stretch = &a->stretches.items[s];

		if (stretch->tokens.end == piece.end ||
			(stretch->tokens.end + 1 == piece.end && !nx_is_word(a, piece.end - 1)))
			return (NxRange) {piece.first + 1, stretch->tokens.end - stretch->is_closed};
		s = stretch->parent;
	}
	return piece;
}

static bool
is_new_paragraph(const NxArticle *a, NxRange before, NxRange piece)
{
	return nx_token_paragraph(a, before.end - 1) != nx_token_paragraph(a, piece.first);
}

static void
append(char **next, NxString string)
{
	memcpy(*next, string.bytes, string.length_b);
	*next += string.length_b;
}

/* The words of all pieces, joined as they follow each other. */
static NxString
content_text(NxArticle *a, const Pieces *pieces)
{
	NxString	space = {" ", 1};
	NxString	line = {"\n\n", 2};
	size_t		room_b = 0;
	char	   *bytes;
	char	   *next;

	for (uint32_t p = 0; p < pieces->count; p++)
	{
		NxSpan		span = nx_range_span(a, pieces->items[p]);

		room_b += span.end_b - span.at_b + 2;
	}
	bytes = next = nx_arena_alloc(&a->arena, room_b);
	for (uint32_t p = 0; p < pieces->count; p++)
	{
		NxRange		bare = strip_marks(a, pieces->items[p]);

		if (nx_range_is_empty(bare))
			continue;
		if (next > bytes)
			append(&next, is_new_paragraph(a, pieces->items[p - 1], bare) ? line : space);
		append(&next, nx_range_text(a, bare));
	}
	return (NxString) {bytes, (uint32_t) (next - bytes)};
}

/* ------------------------------------------------------------------------
 * Cue
 * ------------------------------------------------------------------------
 */

/* The reporting verb of a cue: the last of its verbs that the table holds. */
static const NxFrameVerb *
find_verb(const NxArticle *a, NxRange cue, uint32_t *head)
{
	for (uint32_t i = cue.end; i > cue.first; i--)
	{
		const NxFrameVerb *verb = nx_frame_find(a, i - 1);

		if (verb != NULL)
		{
			*head = i - 1;
			return verb;
		}
	}
	return NULL;
}

static bool
holds_among(const NxArticle *a, NxRange range, const char *list)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (nx_is_among(a, i, list))
			return true;
	}
	return false;
}

static NxMode
mode_of(const NxArticle *a, const NxAttribution *attribution, const NxFrameVerb *verb)
{
	if (verb != NULL && verb->mode != NX_MODE_SPEECH)
		return verb->mode;
	if (holds_among(a, attribution->source,
					" poll polls survey surveys data statistics figures study studies census "
					"evidence research analysis records "))
		return NX_MODE_EVIDENCE;
	return NX_MODE_SPEECH;
}

static bool
is_negated(const NxArticle *a, NxRange cue)
{
	return holds_among(a, cue, " not n't n\xE2\x80\x99t never nor neither declined "
					   "declining decline declines refused refuses refuse refusing "
					   "denied denies deny denying disputed disputes ");
}

static bool
is_content(const NxAttribution *attribution, uint32_t token)
{
	for (uint32_t p = 0; p < attribution->piece_count; p++)
	{
		if (nx_range_holds(attribution->pieces[p], token))
			return true;
	}
	return false;
}

/* The token where the phrase of who is told begins behind the cue, or NX_NONE. */
static uint32_t
find_told(const NxArticle *a, const NxLevel *level, const NxAttribution *attribution,
		  const NxFrameVerb *verb)
{
	uint32_t	i = attribution->cue.end;

	if (i + 1 >= level->tokens.end)
		return NX_NONE;
	if (verb->frames & NX_FRAME_ADDRESSEE && nx_is_phrase_begin(a, i))
		return i;
	if (verb->frames & NX_FRAME_MARKS && nx_is_among(a, i, " to "))
		return i + 1;
	/* said during a meeting with executives */
	for (; i + 2 < level->tokens.end && i < attribution->cue.end + 20; i++)
	{
		if (!is_content(attribution, i) && nx_is_noun(a, i) && nx_is_among(a, i + 1, " with to ") &&
			nx_is_among(a, i, " meeting speech talk interview conversation address briefing "
						"letter call remarks message email "))
			return i + 2;
	}
	return NX_NONE;
}

/* Who is told: the phrase behind "told", or behind "to" after other verbs. */
static NxRange
addressee_of(const NxArticle *a, const NxAttribution *attribution, const NxFrameVerb *verb)
{
	NxLevel		level = {nx_sentence_of(a, attribution->cue.first),
	nx_token_at(a, attribution->cue.first)->stretch};
	uint32_t	told = verb == NULL ? NX_NONE : find_told(a, &level, attribution, verb);
	NxRange		phrase;

	if (told == NX_NONE || is_content(attribution, told) ||
		nx_range_holds(attribution->source, told))
		return (NxRange) {0, 0};
	phrase = nx_phrase_after(a, &level, told);
	for (uint32_t p = 0; p < attribution->piece_count; p++)
		if (nx_range_holds(phrase, attribution->pieces[p].first))
			phrase.end = attribution->pieces[p].first;
	return phrase;
}

typedef struct Channel
{
	const char *name;
	const char *words;			/* nouns behind "in", "on", "by" ... */
	const char *verbs;			/* lemmas that say it themselves */
} Channel;

#define INTERVIEWS	" interview interviews q&a "
#define STATEMENTS	" statement statements release communique "
#define POSTS		\
	" tweet tweets twitter facebook instagram post posts x weibo tiktok youtube mastodon "
#define SPEECHES	" speech speeches address remarks sermon keynote rally lecture "
#define BRIEFINGS	" briefing conference briefings "
#define TESTIMONY	" testimony hearing court trial deposition affidavit inquest "
#define WRITINGS	\
	" letter email e-mail memo essay op-ed column book memoir article blog editorial note " \
	"diary text message papers filing "
#define REPORTS		" report study paper survey "
#define BROADCASTS	" radio television tv podcast show program programme "
#define CALLS		" phone telephone call "
#define DEBATES		" debate "

/* All of them: most nouns are none, and are asked but once. */
static const char channel_words[] =
	INTERVIEWS STATEMENTS POSTS SPEECHES BRIEFINGS TESTIMONY WRITINGS REPORTS BROADCASTS
	CALLS DEBATES;

static const Channel channels[] = {
	{"interview", INTERVIEWS, " "},
	{"statement", STATEMENTS, " "},
	{"social media", POSTS, " tweet retweet post "},
	{"speech", SPEECHES, " "},
	{"briefing", BRIEFINGS, " "},
	{"testimony", TESTIMONY, " testify "},
	{"writing", WRITINGS, " write email text "},
	{"report", REPORTS, " "},
	{"broadcast", BROADCASTS, " "},
	{"telephone", CALLS, " "},
	{"debate", DEBATES, " "},
};

static const Channel *
find_channel(const NxArticle *a, uint32_t token)
{
	if (!nx_is_among(a, token, channel_words))
		return NULL;
	for (size_t c = 0; c < sizeof(channels) / sizeof(channels[0]); c++)
	{
		if (nx_is_among(a, token, channels[c].words))
			return &channels[c];
	}
	return NULL;
}

static NxString
channel_named(const char *name)
{
	return (NxString) {name, (uint32_t) strlen(name)};
}

/* @p_nadar: The port stays ours. */
static NxString
channel_without_cue(const NxArticle *a, const NxAttribution *attribution)
{
	if (!nx_range_is_empty(attribution->source) &&
		nx_token_at(a, attribution->source.first)->kind == NX_TOKEN_HANDLE)
		return channel_named("social media");
	return (NxString) {NULL, 0};
}

/* Statement from Orbis Lines: "..." */
static bool
is_heading(const NxArticle *a, NxRange sentence, uint32_t i)
{
	return i == sentence.first && i + 1 < sentence.end &&
		nx_is_among(a, i + 1, " from by of ");
}

/* The channel: "in a written interview" in the words of the cue's sentence. */
static NxString
channel_of(const NxArticle *a, const NxAttribution *attribution, const NxFrameVerb *verb)
{
	NxRange		sentence;
	uint32_t	since = 100;	/* tokens since a preposition */

	if (nx_range_is_empty(attribution->cue))
		return channel_without_cue(a, attribution);
	sentence = nx_sentence_of(a, attribution->cue.first);
	for (uint32_t i = sentence.first; i < sentence.end && i < sentence.first + NX_MAX_LOOK; i++)
	{
		const Channel *channel;

		if (is_content(attribution, i) || nx_range_holds(attribution->source, i))
			continue;
		since = nx_is_among(a, i, " in on by during at via through to over ") ? 0 : since + 1;
		channel = (since > 0 && since <= 6 && nx_is_noun(a, i)) || is_heading(a, sentence, i) ?
			find_channel(a, i) : NULL;
		if (channel != NULL)
			return channel_named(channel->name);
	}
	for (size_t c = 0; verb != NULL && c < sizeof(channels) / sizeof(channels[0]); c++)
	{
		const char *at = strstr(channels[c].verbs, verb->lemma);

		if (at != NULL && at[-1] == ' ' && at[strlen(verb->lemma)] == ' ')
			return channel_named(channels[c].name);
	}
	return (NxString) {NULL, 0};
}

static void
describe_cue(NxArticle *a, const NxAttribution *attribution, NxQuote *quote)
{
	uint32_t	head = NX_NONE;
	const NxFrameVerb *verb = find_verb(a, attribution->cue, &head);

	quote->source = nx_range_text(a, attribution->source);
	quote->source_at = nx_range_span(a, attribution->source);
	quote->cue = nx_range_text(a, attribution->cue);
	quote->cue_at = nx_range_span(a, attribution->cue);
	quote->mode = mode_of(a, attribution, verb);
	quote->is_negated = is_negated(a, attribution->cue);
	quote->channel = channel_of(a, attribution, verb);
	if (verb != NULL)
	{
		quote->verb = (NxString) {verb->lemma, (uint32_t) strlen(verb->lemma)};
		quote->addressee = nx_range_text(a, addressee_of(a, attribution, verb));
	}
}

/* ------------------------------------------------------------------------
 * Rows
 * ------------------------------------------------------------------------
 */

/* Attribution whose row the attribution joins; itself when it is a row. */
static uint32_t
find_root(const NxArticle *a, uint32_t n, const uint32_t *roots, const uint8_t *kinds)
{
	const NxAttribution *attribution = &a->attributions.items[n];
	const NxAttribution *before;
	uint32_t	root;

	if (attribution->continues == NX_NONE)
		return n;
	before = &a->attributions.items[attribution->continues];
	root = attribution->continues > n ? attribution->continues : roots[attribution->continues];
	if (attribution->continues > n || kinds[root] == NX_QUOTE_DIRECT ||
		a->stretches.items[nx_token_at(a, attribution->pieces[0].first)->stretch].continues)
		return root;
	return nx_token_paragraph(a, before->pieces[before->piece_count - 1].end - 1) ==
		nx_token_paragraph(a, attribution->pieces[0].first) ? root : n;
}

/* Pieces stay in the order of the text; a later attribution may go between. */
/* Outermost speech that begins at a token. */
static bool
begins_speech(const NxArticle *a, uint32_t token)
{
	uint32_t	s = nx_token_at(a, token)->stretch;

	while (s != NX_NONE && a->stretches.items[s].parent != NX_NONE)
		s = a->stretches.items[s].parent;
	return s != NX_NONE && a->stretches.items[s].tokens.first == token;
}

/*
 * Where a piece is cut: at a new paragraph, and between marks and marks.  The
 * sentences of a piece are in order, so a paragraph is asked for where they end.
 */
static bool
is_seam(const NxArticle *a, uint32_t token)
{
	if (nx_token_at(a, token)->sentence != nx_token_at(a, token - 1)->sentence &&
		nx_token_paragraph(a, token) != nx_token_paragraph(a, token - 1))
		return true;
	return begins_speech(a, token) && nx_token_at(a, token - 1)->kind == NX_TOKEN_MARK;
}

/* Pieces stay in the order of the text; a later attribution may go between. */
static void
add_piece(NxArticle *a, Pieces *pieces, NxRange piece)
{
	uint32_t	place = pieces->count;

	nx_push(&a->arena, pieces);
	for (; place > 0 && pieces->items[place - 1].first > piece.first; place--)
		pieces->items[place] = pieces->items[place - 1];
	pieces->items[place] = piece;
}

static void
add_pieces(NxArticle *a, Pieces *pieces, const NxAttribution *attribution)
{
	for (uint32_t p = 0; p < attribution->piece_count; p++)
	{
		NxRange		piece = attribution->pieces[p];
		uint32_t	end = piece.end;

		for (uint32_t i = piece.first + 1; i < end; i++)
		{
			if (!is_seam(a, i))
				continue;
			add_piece(a, pieces, (NxRange) {piece.first, i});
			piece.first = i;
		}
		add_piece(a, pieces, piece);
	}
}

static void
place_content(NxArticle *a, NxQuote *quote, const Pieces *pieces, bool is_verbatim)
{
	NxSpan	   *spans = nx_alloc_array(&a->arena, NxSpan, pieces->count);
	uint32_t	first = pieces->items[0].first;

	for (uint32_t p = 0; p < pieces->count; p++)
		spans[p] = nx_range_span(a, pieces->items[p]);
	quote->content_at = spans;
	quote->content_count = pieces->count;
	quote->content = content_text(a, pieces);
	quote->kind = is_verbatim ? NX_QUOTE_DIRECT : kind_of(a, pieces->items, pieces->count);
	quote->sentence = nx_token_at(a, first)->sentence + 1;
	quote->paragraph = nx_token_paragraph(a, first) + 1;
}

static bool
holds_span(const NxQuote *quote, NxSpan span)
{
	for (uint32_t p = 0; p < quote->content_count; p++)
	{
		if (quote->content_at[p].at_b <= span.at_b && span.end_b <= quote->content_at[p].end_b)
			return true;
	}
	return false;
}

/* The innermost of the rows before that hold a row's content. */
static void
find_parents(NxArticle *a)
{
	uint32_t	open[MAX_NESTING];
	uint32_t	depth = 0;

	for (uint32_t q = 0; q < a->quotes.count; q++)
	{
		NxQuote    *quote = &a->quotes.items[q];
		NxSpan		span = quote->content_at[0];
		uint32_t	d;

		while (depth > 0)
		{
			const NxQuote *outer = &a->quotes.items[open[depth - 1]];

			if (outer->content_at[outer->content_count - 1].end_b > span.at_b)
				break;
			depth--;
		}
		for (d = depth; d > 0 && quote->parent == 0; d--)
		{
			if (holds_span(&a->quotes.items[open[d - 1]], span))
				quote->parent = open[d - 1] + 1;
		}
		if (depth < MAX_NESTING)
			open[depth++] = q;
	}
}

typedef struct Confidence
{
	const char *rule;
	uint16_t	thousandths;
} Confidence;

/*
 * Rules read what the models leave, so these are rarer and harder cases than
 * the rule's name tells.  Figures of reports: how often content and source were
 * right on polnear/dev, in hundreds; of layouts, which that corpus has hardly
 * any of, by reading test/articles.
 */
static const Confidence confidences[] = {
	{"according-clause", 600},
	{"clause-according", 700},
	{"clause-source-verb", 550},
	{"source-verb-clause", 500},
	{"source-verb-marks", 450},
	{"marks-source-verb", 700},
	{"marks-verb-source", 700},
	{"verb-stop-marks", 450},
	{"noun-clause", 450},
	{"marks-noun", 600},
	{"colon-marks", 600},
	{"label-marks", 700},
	{"marks-dash", 900},
	{"headline", 700},
	{"transcript", 900},
	{"interview", 800},
	{"message", 850},
	{"same-paragraph", 700},
	{"next-paragraph", 600},
	{"continued", 800},
	{"marks-alone", 150},
};

static uint16_t
confidence_of(const NxAttribution *attribution)
{
	if (attribution->confidence != 0)
		return attribution->confidence;
	for (size_t c = 0; c < sizeof(confidences) / sizeof(confidences[0]); c++)
	{
		if (strcmp(confidences[c].rule, attribution->rule) == 0)
			return confidences[c].thousandths;
	}
	return 500;
}

/*
 * Rows in the order of their first piece.  Pieces of a row come in the order
 * of attributions, which is that of the text.
 */
static void
make_rows(NxArticle *a, const uint32_t *roots, Pieces *pieces)
{
	uint32_t	count = a->attributions.count;
	uint32_t   *rows = nx_alloc_array(&a->arena, uint32_t, count);	/* of each root, + 1 */
	uint32_t	row_count = 0;

	for (uint32_t n = 0; n < count; n++)
		row_count += roots[n] == n;
	nx_reserve(&a->arena, &a->quotes, row_count);
	nx_reserve(&a->arena, &a->quote_heads, row_count);
	for (uint32_t n = 0; n < count; n++)
	{
		uint32_t	root = roots[n];

		nx_poll(a, sizeof(NxAttribution));
		if (rows[root] == 0)
		{
			nx_push(&a->arena, &a->quotes);
			*nx_push(&a->arena, &a->quote_heads) = root;
			rows[root] = a->quotes.count;
		}
		a->attributions.items[n].quote = rows[root] - 1;
		add_pieces(a, &pieces[root], &a->attributions.items[n]);
	}
}

void
nx_quote_read(NxArticle *a)
{
	uint32_t	count = a->attributions.count;
	uint32_t   *roots = nx_alloc_array(&a->arena, uint32_t, count);
	uint8_t    *kinds = nx_alloc_array(&a->arena, uint8_t, count);
	Pieces	   *pieces = nx_alloc_array(&a->arena, Pieces, count);

	for (uint32_t n = 0; n < count; n++)
	{
		const NxAttribution *attribution = &a->attributions.items[n];

		nx_poll(a, sizeof(*attribution));
		kinds[n] = (uint8_t) kind_of(a, attribution->pieces, attribution->piece_count);
		roots[n] = find_root(a, n, roots, kinds);
	}
	make_rows(a, roots, pieces);
	for (uint32_t q = 0; q < a->quotes.count; q++)
	{
		NxQuote    *quote = &a->quotes.items[q];
		const NxAttribution *attribution = &a->attributions.items[a->quote_heads.items[q]];

		place_content(a, quote, &pieces[a->quote_heads.items[q]], attribution->is_verbatim);
		describe_cue(a, attribution, quote);
		quote->confidence = confidence_of(attribution);
		quote->rule = attribution->rule;
	}
	find_parents(a);
}
