/*
 * nx_attribution.c
 *		The attribution stage: who is said to have said what, as token ranges.
 *
 * Before it stand marks, tags, mentions and references; after it nx_quote.c
 * makes rows of what is found here.  The stage proposes in three steps:
 *
 *	1.	layouts in which position stands for a cue (transcripts, tweets,
 *		headlines), nx_transcript.c;
 *	2.	reports with a cue: what the models propose (nx_propose.c), then what
 *		the rules find in words that are still free (nx_report.c);
 *	3.	words between marks that nobody has claimed: they go on with the
 *		attribution before them, or stand alone.
 *
 * Step 3, stretch by stretch:
 *	- One speech over several paragraphs, each opened and the last one closed:
 *		"We began at dawn. / "The bridge was gone," said Lund.
 *	  belongs to whoever claims one of its stretches; but a closing word or two
 *	  with a cue of their own are an answer, not the end of the speech.
 *	- Later marks in the paragraph of an attribution go on with it:
 *		"A," he said. "B."
 *	- A paragraph wholly between marks goes on with the last attribution of the
 *	  paragraph before it.
 *	- Other marks are speech when they look like a sentence, with no source.
 *
 * "Goes on" is an attribution of its own whose member continues names the one
 * before; so a speech may have any number of pieces.
 *
 * Invariants: attributions are sorted by their first token; continues names an
 * earlier one, or a later one when the cue stands at the end of the speech.
 * Time is linear in tokens and stretches.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"
#include "nx_propose.h"
#include "nx_reader.h"

#define MIN_SENTENCE	4		/* words of marks that begin with a capital */
#define MIN_LONG		6		/* words of other marks */

typedef struct Leftover
{
	NxArticle  *a;
	uint32_t   *owners;			/* attribution of each stretch, or NX_NONE */
	uint32_t	paragraph;		/* asked for last, NX_NONE at first */
	bool		is_all_marked;	/* its answer */
} Leftover;

static uint32_t
count_words(const NxArticle *a, NxRange range)
{
	uint32_t	words = 0;

	for (uint32_t i = range.first; i < range.end; i++)
		words += nx_is_word(a, i);
	return words;
}

static uint32_t
first_token(const NxAttribution *attribution)
{
	return attribution->pieces[0].first;
}

/*
 * Is an attribution a report inside a speech, cue and all?  Then it does not own
 * the stretch, nor does what follows go on with it (case 16).
 */
static bool
is_inside(const NxArticle *a, const NxAttribution *attribution)
{
	uint32_t	s;
	NxRange		speech;

	if (nx_range_is_empty(attribution->cue))
		return false;
	s = nx_token_at(a, attribution->cue.first)->stretch;
	while (s != NX_NONE && a->stretches.items[s].parent != NX_NONE)
		s = a->stretches.items[s].parent;
	if (s == NX_NONE || a->stretches.items[s].use != NX_USE_SPEECH)
		return false;
	speech = a->stretches.items[s].tokens;
	for (uint32_t p = 0; p < attribution->piece_count; p++)
		if (attribution->pieces[p].first <= speech.first ||
			attribution->pieces[p].end > speech.end)
			return false;
	return true;
}

/* Gives each stretch the first attribution that has words of it. */
static void
find_owners(Leftover *l)
{
	uint32_t	s = 0;

	for (uint32_t i = 0; i < l->a->stretches.count; i++)
		l->owners[i] = NX_NONE;
	for (uint32_t n = 0; n < l->a->attributions.count; n++)
	{
		const NxAttribution *attribution = &l->a->attributions.items[n];

		nx_poll(l->a, sizeof(*attribution));
		for (uint32_t p = 0; p < attribution->piece_count && !is_inside(l->a, attribution); p++)
		{
			NxRange		piece = attribution->pieces[p];

			while (s > 0 && l->a->stretches.items[s - 1].tokens.end > piece.first)
				s--;
			while (s < l->a->stretches.count && l->a->stretches.items[s].tokens.end <= piece.first)
				s++;
			for (; s < l->a->stretches.count && l->a->stretches.items[s].tokens.first < piece.end; s++)
				if (l->owners[s] == NX_NONE)
					l->owners[s] = n;
		}
	}
}

static uint32_t
add_leftover(Leftover *l, NxRange piece, uint32_t continues, const char *rule)
{
	NxAttribution *attribution = nx_push(&l->a->arena, &l->a->attributions);

	attribution->pieces[0] = piece;
	attribution->piece_count = 1;
	attribution->continues = continues;
	attribution->rule = rule;
	return l->a->attributions.count - 1;
}

/* ------------------------------------------------------------------------
 * Speech over several paragraphs
 * ------------------------------------------------------------------------
 */

/* A last word or two with a cue of its own answers the speech before it. */
static bool
is_answer(const Leftover *l, uint32_t s)
{
	uint32_t	owner = l->owners[s];
	const NxAttribution *attribution;

	if (owner == NX_NONE)
		return false;
	attribution = &l->a->attributions.items[owner];
	return !nx_range_is_empty(attribution->cue) &&
		attribution->cue.first >= l->a->stretches.items[s].tokens.end &&
		count_words(l->a, l->a->stretches.items[s].tokens) <= 2;
}

static uint32_t
outermost_before(const Leftover *l, uint32_t s)
{
	do
		s--;
	while (l->a->stretches.items[s].parent != NX_NONE);
	return s;
}

/*
 * "It leaks. / "It may go on," she added: marks that were left open say that she
 * goes on with the speech before, although she has a cue of her own (case 21).
 */
static void
join_forwards(Leftover *l)
{
	for (uint32_t s = 1; s < l->a->stretches.count; s++)
	{
		uint32_t	owner = l->owners[s];
		uint32_t	before;
		NxAttribution *attribution;

		nx_poll(l->a, sizeof(NxStretch));
		if (!l->a->stretches.items[s].continues || owner == NX_NONE || is_answer(l, s))
			continue;
		before = l->owners[outermost_before(l, s)];
		attribution = &l->a->attributions.items[owner];
		if (before == NX_NONE || before >= owner || attribution->continues != NX_NONE ||
			attribution->source.end - attribution->source.first != 1 ||
			!nx_tag_is(l->a, attribution->source.first, NX_TAG_PRP) ||
			!nx_is_among(l->a, attribution->cue.end - 1, " added adds ") ||
			first_token(attribution) != l->a->stretches.items[s].tokens.first)
			continue;
		while (l->a->attributions.items[before].continues < before)
			before = l->a->attributions.items[before].continues;
		attribution->continues = before;
	}
}

/* A stretch left open belongs to the attribution that claims the next one. */
static void
join_backwards(Leftover *l)
{
	for (uint32_t s = l->a->stretches.count; s > 1; s--)
	{
		uint32_t	owner = l->owners[s - 1];
		uint32_t	before;

		nx_poll(l->a, sizeof(NxStretch));
		if (!l->a->stretches.items[s - 1].continues || owner == NX_NONE || is_answer(l, s - 1))
			continue;
		before = outermost_before(l, s - 1);
		if (l->owners[before] != NX_NONE)
			continue;
		/* of three paragraphs the first two both lead to the last */
		if (l->a->attributions.items[owner].continues != NX_NONE)
			owner = l->a->attributions.items[owner].continues;
		l->owners[before] = add_leftover(l, l->a->stretches.items[before].tokens, owner,
										 "continued");
	}
}

/* ------------------------------------------------------------------------
 * Marks nobody has claimed
 * ------------------------------------------------------------------------
 */

/*
 * Is the paragraph nothing but marks, as far as words go?  Its stretches ask
 * one after the other, so it is read once.
 */
static bool
is_all_marked(Leftover *l, uint32_t paragraph)
{
	NxRange		tokens = l->a->paragraphs.items[paragraph].tokens;

	if (l->paragraph == paragraph)
		return l->is_all_marked;
	l->paragraph = paragraph;
	l->is_all_marked = true;
	for (uint32_t i = tokens.first; i < tokens.end && l->is_all_marked; i++)
		l->is_all_marked = nx_token_at(l->a, i)->stretch != NX_NONE || !nx_is_word(l->a, i);
	return l->is_all_marked;
}

static bool
looks_like_sentence(const NxArticle *a, const NxStretch *stretch)
{
	uint32_t	words = count_words(a, stretch->tokens);

	return words >= MIN_LONG ||
		(words >= MIN_SENTENCE && nx_is_capital(a, stretch->tokens.first + 1));
}

/* "No." between sentences: short, but speech beside speech. */
static bool
is_whole_sentence(const NxArticle *a, const NxStretch *stretch)
{
	uint32_t	first = stretch->tokens.first;
	uint32_t	last = stretch->tokens.end - 1 - stretch->is_closed;

	return first > 0 && nx_is_capital(a, first + 1) && nx_is_stop(a, last) &&
		(nx_is_stop(a, first - 1) || nx_token_at(a, first - 1)->kind == NX_TOKEN_MARK);
}

/* 'Nobody was hurt': Pipe burst washes out final */
static bool
is_headline_speech(const NxArticle *a, const NxStretch *stretch)
{
	uint32_t	first = stretch->tokens.first;
	NxRange		paragraph = a->paragraphs.items[nx_token_paragraph(a, first)].tokens;

	return a->paragraphs.items[nx_token_paragraph(a, first)].zone == NX_ZONE_HEADLINE &&
		first == paragraph.first && nx_is_capital(a, first + 1) &&
		count_words(a, stretch->tokens) >= 3;
}

/* The paragraph of the last content of an attribution. */
static uint32_t
last_paragraph(const NxArticle *a, uint32_t n)
{
	const NxAttribution *attribution = &a->attributions.items[n];

	return nx_token_paragraph(a, attribution->pieces[attribution->piece_count - 1].end - 1);
}

/* Marks that a colon leads to, or that a dash and a name follow. */
static bool
read_label(Leftover *l, uint32_t s)
{
	NxAttribution found;

	if (!nx_transcript_label(l->a, s, &found))
		return false;
	*nx_push(&l->a->arena, &l->a->attributions) = found;
	l->owners[s] = l->a->attributions.count - 1;
	return true;
}

/* last, next: attributions before it and behind it, the latter in its paragraph. */
static void
read_leftover(Leftover *l, uint32_t s, uint32_t last, uint32_t next)
{
	const NxStretch *stretch = &l->a->stretches.items[s];
	uint32_t	paragraph = nx_token_paragraph(l->a, stretch->tokens.first);
	uint32_t	gap = last == NX_NONE ? NX_NONE : paragraph - last_paragraph(l->a, last);
	bool		is_all = is_all_marked(l, paragraph);

	if (read_label(l, s))
		return;
	if (stretch->continues && l->owners[outermost_before(l, s)] != NX_NONE)
		l->owners[s] = add_leftover(l, stretch->tokens, l->owners[outermost_before(l, s)],
									"continued");
	else if (!looks_like_sentence(l->a, stretch) && !is_headline_speech(l->a, stretch) &&
			 !(gap == 0 && is_whole_sentence(l->a, stretch)))
		return;
	else if (gap == 0)
		l->owners[s] = add_leftover(l, stretch->tokens, last, "same-paragraph");
	else if (next != NX_NONE)
		l->owners[s] = add_leftover(l, stretch->tokens, next, "same-paragraph");
	else if (gap == 1 && is_all)
		l->owners[s] = add_leftover(l, stretch->tokens, last, "next-paragraph");
	else if (is_all || is_whole_sentence(l->a, stretch) ||
			 is_headline_speech(l->a, stretch))
		l->owners[s] = add_leftover(l, stretch->tokens, NX_NONE, "marks-alone");
}

/* The attribution n, when it is speech in the paragraph of stretch s. */
static uint32_t
next_spoken(const Leftover *l, uint32_t s, uint32_t n)
{
	const NxAttribution *attribution = &l->a->attributions.items[n];
	uint32_t	first = first_token(attribution);

	if (attribution->continues != NX_NONE || nx_token_at(l->a, first)->stretch == NX_NONE ||
		is_inside(l->a, attribution))
		return NX_NONE;
	return nx_token_paragraph(l->a, first) ==
		nx_token_paragraph(l->a, l->a->stretches.items[s].tokens.first) ? n : NX_NONE;
}

/* The first count attributions are sorted; the last before each stretch counts. */
static void
read_leftovers(Leftover *l, uint32_t count)
{
	uint32_t	next = 0;
	uint32_t	last = NX_NONE;

	for (uint32_t s = 0; s < l->a->stretches.count; s++)
	{
		const NxStretch *stretch = &l->a->stretches.items[s];

		nx_poll(l->a, stretch->tokens.end - stretch->tokens.first);
		for (; next < count &&
			 first_token(&l->a->attributions.items[next]) < stretch->tokens.first; next++)
			if (!is_inside(l->a, &l->a->attributions.items[next]))
				last = next;
		if (stretch->depth == 0 && stretch->use == NX_USE_SPEECH && l->owners[s] == NX_NONE)
		{
			read_leftover(l, s, last, next < count ? next_spoken(l, s, next) : NX_NONE);
			if (l->owners[s] != NX_NONE)
				last = l->owners[s];
		}
	}
}

/* ------------------------------------------------------------------------
 * Order
 * ------------------------------------------------------------------------
 */

/*
 * Sorts by first token, equal ones in their order; rewrites continues.  Leaves
 * room for that many more.
 */
static void
sort_attributions(NxArticle *a, uint32_t more)
{
	uint32_t	count = a->attributions.count;
	NxAttribution *sorted = nx_take_array(&a->arena, NxAttribution, (size_t) count + more);
	uint32_t   *heads = nx_alloc_array(&a->arena, uint32_t, (size_t) a->tokens.count + 1);
	uint32_t   *places = nx_alloc_array(&a->arena, uint32_t, count);
	uint32_t	place = 0;

	/* counting sort over the tokens */
	for (uint32_t n = 0; n < count; n++)
		heads[first_token(&a->attributions.items[n])]++;
	for (uint32_t i = 0; i <= a->tokens.count; i++)
	{
		uint32_t	here = heads[i];

		heads[i] = place;
		place += here;
	}
	for (uint32_t n = 0; n < count; n++)
		places[n] = heads[first_token(&a->attributions.items[n])]++;
	for (uint32_t n = 0; n < count; n++)
	{
		NxAttribution attribution = a->attributions.items[n];

		nx_poll(a, sizeof(attribution));
		if (attribution.continues != NX_NONE)
			attribution.continues = places[attribution.continues];
		sorted[places[n]] = attribution;
	}
	nx_arena_drop(&a->arena, places);
	nx_arena_drop(&a->arena, heads);
	nx_arena_drop(&a->arena, a->attributions.items);
	a->attributions.items = sorted;
	a->attributions.room = count + more;
}

static void
take(bool *taken, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
		taken[i] = true;
}

/* Marks the words of cues and contents of the attributions from first on. */
static void
take_found(NxArticle *a, NxTaken *taken)
{
	taken->end = a->attributions.count;
	for (uint32_t n = taken->first; n < taken->end; n++)
	{
		const NxAttribution *attribution = &a->attributions.items[n];

		nx_poll(a, sizeof(*attribution));
		take(taken->tokens, attribution->cue);
		for (uint32_t p = 0; p < attribution->piece_count; p++)
			take(taken->tokens, attribution->pieces[p]);
	}
}

/* Leaves out what has been replaced. */
static void
drop_replaced(NxArticle *a)
{
	uint32_t	kept = 0;

	for (uint32_t n = 0; n < a->attributions.count; n++)
	{
		nx_poll(a, sizeof(NxAttribution));
		if (a->attributions.items[n].piece_count > 0)
			a->attributions.items[kept++] = a->attributions.items[n];
	}
	a->attributions.count = kept;
}

/*
 * Reports inside speech, where they have marks of their own: between marks,
 * and in paragraphs that are speech without any.
 */
static void
read_nested(NxArticle *a, const bool *is_done, const NxTaken *taken)
{
	uint32_t	last = NX_NONE;

	for (uint32_t s = 0; s < a->stretches.count; s++)
	{
		uint32_t	parent = a->stretches.items[s].parent;
		NxLevel		level;

		if (parent == NX_NONE || parent == last)
			continue;
		level.tokens = a->stretches.items[parent].tokens;
		level.tokens.first++;
		level.tokens.end -= a->stretches.items[parent].is_closed;
		level.stretch = parent;
		nx_report_read(a, level, taken, true);
		last = parent;
	}
	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		NxLevel		level = {a->paragraphs.items[p].tokens, NX_NONE};

		if (is_done[p])
			nx_report_read(a, level, taken, true);
	}
}

static void
read_reports(NxArticle *a)
{
	bool	   *is_done = nx_alloc_array(&a->arena, bool, a->paragraphs.count);
	NxTaken		taken = {nx_alloc_array(&a->arena, bool, a->tokens.count), 0, 0};
	bool		has_models = a->reader->attribution != NULL;

	nx_transcript_read(a, is_done);
	read_nested(a, is_done, &taken);
	taken.first = a->attributions.count;
	nx_propose_read(a, is_done);
	nx_mend_read(a, taken.first);
	take_found(a, &taken);
	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		NxLevel		level = {a->paragraphs.items[p].tokens, NX_NONE};

		if (is_done[p])
			continue;
		nx_report_read(a, level, &taken, has_models &&
					   a->paragraphs.items[p].zone == NX_ZONE_BODY);
		nx_noun_read(a, level, taken.tokens);
	}
	drop_replaced(a);
}

void
nx_attribution_read(NxArticle *a)
{
	Leftover	l = {.a = a, .paragraph = NX_NONE};
	uint32_t	reported;

	read_reports(a);
	sort_attributions(a, a->stretches.count);
	if (a->stretches.count == 0)
		return;
	reported = a->attributions.count;
	l.owners = nx_alloc_array(&a->arena, uint32_t, a->stretches.count);
	find_owners(&l);
	join_forwards(&l);
	join_backwards(&l);
	read_leftovers(&l, reported);
	sort_attributions(a, 0);
}
