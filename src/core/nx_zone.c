/*
 * nx_zone.c
 *		Layout: headline, deck, section, publication, byline, dateline, body,
 *		and what publishers put around an article.
 *
 * Before: tokens, sentences, paragraphs.  After: each paragraph's zone, the
 * list of zones, the layout.
 *
 * Three passes, each over few paragraphs:
 *
 *	head	From the first paragraph on, at most MAX_HEAD of them, a table of
 *			tests asks in order: is this a publication line, a byline, a note,
 *			a name of a section, the headline, a deck?  The first paragraph
 *			that is none of these begins the body.
 *	tail	From the last paragraph up, at most MAX_TAIL: notes of the publisher
 *			(contact, copyright, "Newspapers in English").  Short unfinished
 *			lines between two notes are notes as well.
 *	middle	A short paragraph between them, among the first MAX_MIDDLE, is
 *			boilerplate if it says so itself ("Read more: ...", "Photo: Roy").
 *
 * A first sentence of the body is never taken for a headline: a headline has
 * no full stop at its end, unless most of its words have capitals, is short,
 * and has another paragraph behind it.
 *
 * The seed of all this, a line as digital newsstands print it:
 *
 *	The Herald (Canada) - - HIS VISIT - By AN LI in Rome and BO XU in Oslo
 *	publication edition     section        authors and their places
 */
#include "nx_lexicon.h"
#include "nx_pattern.h"

#define MAX_HEAD		12
#define MAX_TAIL		12
#define MAX_HEADLINE_B	160
#define MAX_DECK_B		300
#define MAX_BYLINE_B	260
#define MAX_NOTE_B		400
#define MAX_MIDDLE		500
#define MAX_MIDDLE_B	160
#define MAX_GAP_B		60
#define MAX_NAME_LINE_B	90
#define MAX_AUTHORS		32
#define MAX_DATELINE	32		/* tokens of one */
#define MAX_CREDIT		25		/* tokens before "contributed to", "rights reserved" */

typedef struct Head
{
	NxArticle  *a;
	uint32_t	paragraph;		/* the one that is asked about */
	uint32_t	count;			/* paragraphs of the article */
	bool		has_headline;
	bool		is_title_case;	/* the headline is */
	bool		has_deck;
	NxString   *authors;		/* room for MAX_AUTHORS, made at need */
	NxString   *places;
} Head;

/* A test says whether the paragraph is its kind, and takes what it holds. */
typedef bool (*Test) (Head *head, NxSpan at);

/* ------------------------------------------------------------------------
 * Looking at paragraphs
 * ------------------------------------------------------------------------
 */
static NxRange
paragraph_tokens(const NxArticle *a, uint32_t paragraph)
{
	return a->paragraphs.items[paragraph].tokens;
}

static NxSpan
paragraph_span(const NxArticle *a, uint32_t paragraph)
{
	return nx_range_span(a, paragraph_tokens(a, paragraph));
}

static uint32_t
span_length(NxSpan span)
{
	return span.end_b - span.at_b;
}

/* Tokens of a range that lie inside a span. */
static NxRange
tokens_of(const NxArticle *a, NxRange range, NxSpan span)
{
	while (range.first < range.end && nx_token_at(a, range.first)->at_b < span.at_b)
		range.first++;
	while (range.end > range.first && nx_token_at(a, range.end - 1)->end_b > span.end_b)
		range.end--;
	return range;
}

static NxString
text_of(const Head *head, NxSpan span)
{
	NxRange		within = paragraph_tokens(head->a, head->paragraph);

	return nx_range_text(head->a, tokens_of(head->a, within, span));
}

static void
add_zone(NxArticle *a, NxZoneKind kind, NxSpan at)
{
	NxZone	   *zone = nx_push(&a->arena, &a->zones);

	zone->kind = kind;
	zone->at = at;
}

/* First byte of the paragraph's last token that is no closing mark. */
static char
last_byte(const NxArticle *a, NxRange range)
{
	uint32_t	i = range.end;

	while (i > range.first + 1 && nx_token_at(a, i - 1)->kind == NX_TOKEN_MARK)
		i--;
	return a->text[nx_token_at(a, i - 1)->at_b];
}

/* Does the paragraph end as a sentence does? */
static bool
is_finished(const NxArticle *a, NxRange range)
{
	return strchr(".!?", last_byte(a, range)) != NULL;
}

/* Have most of its longer words capitals? */
static bool
is_title_case(const NxArticle *a, NxRange range)
{
	uint32_t	capitals = 0;
	uint32_t	words = 0;

	for (uint32_t i = range.first; i < range.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (token->kind != NX_TOKEN_WORD || token->end_b - token->at_b < 4)
			continue;
		words++;
		capitals += token->letters != NX_CASE_LOWER;
	}
	return words >= 3 && 4 * capitals >= 3 * words;
}

/* ------------------------------------------------------------------------
 * Authors
 * ------------------------------------------------------------------------
 */
static void
add_author(Head *head, NxSpan name, NxSpan place)
{
	NxArticle  *a = head->a;
	NxLayout   *layout = &a->layout;
	NxRange		within = paragraph_tokens(a, head->paragraph);
	NxRange		range = tokens_of(a, within, name);
	NxClasses	outlet = {.names = NX_IS(OUTLET)};

	if (head->authors == NULL)
	{
		head->authors = nx_alloc_array(&a->arena, NxString, MAX_AUTHORS);
		head->places = nx_alloc_array(&a->arena, NxString, MAX_AUTHORS);
	}
	if (nx_token_at(a, range.end - 1)->kind == NX_TOKEN_PUNCTUATION)
		range.end--;
	if (layout->authors.count == MAX_AUTHORS || nx_range_is_empty(range) ||
		nx_phrase_longest(a, range, &outlet, NULL) == range.end)
		return;
	head->authors[layout->authors.count] = nx_name_text(a, range);
	if (span_length(place) > 0)
		head->places[layout->authors.count] = nx_name_text(a, tokens_of(a, within, place));
	layout->authors.count++;
	layout->authors.items = head->authors;
	layout->author_places.items = head->places;
	layout->author_places.count = layout->authors.count;
}

/* Walk over the authors from the span's start; returns where they end. */
static uint32_t
skip_authors(Head *head, NxSpan at, bool adds)
{
	NxSpan		groups[NX_MAX_GROUPS];
	uint32_t	start_b = at.at_b;

	for (int i = 0; i < MAX_AUTHORS && at.at_b < at.end_b; i++)
	{
		if (!nx_pattern_match(head->a, NX_PATTERN_AUTHOR, at, groups) ||
			(groups[1].at_b != at.at_b && at.at_b == start_b))
			break;
		if (adds)
			add_author(head, groups[1], groups[2]);
		at.at_b = groups[0].end_b;
	}
	return at.at_b;
}

/* Authors and, behind them, at most a note ("Staff Writer", ", Reuters"). */
static bool
take_authors(Head *head, NxSpan at)
{
	uint32_t	end_b = skip_authors(head, at, false);

	if (end_b == at.at_b ||
		!nx_pattern_match(head->a, NX_PATTERN_AUTHOR_NOTE, (NxSpan) {end_b, at.end_b}, NULL))
		return false;
	skip_authors(head, at, true);
	return true;
}

/* ------------------------------------------------------------------------
 * Tests of the head
 * ------------------------------------------------------------------------
 */
/* The pattern is asked only behind the words that its alternatives begin with. */
static bool
is_note(NxArticle *a, uint32_t paragraph)
{
	static const char beginnings[] =
		" advertisement advertisment story continue skip read see click sign subscribe like"
		" download get please related also more watch listen video gallery ap file handout"
		" reuters photo photos photograph photographs image images picture pictures caption"
		" getty epa follow ";
	NxSpan		at = paragraph_span(a, paragraph);

	return span_length(at) <= MAX_NOTE_B &&
		nx_is_among(a, paragraph_tokens(a, paragraph).first, beginnings) &&
		nx_pattern_match(a, NX_PATTERN_NOTE, at, NULL);
}

static bool
is_byline(Head *head, NxSpan at)
{
	NxSpan		groups[NX_MAX_GROUPS];

	return span_length(at) <= MAX_BYLINE_B &&
		nx_pattern_match(head->a, NX_PATTERN_BYLINE, at, groups) &&
		take_authors(head, groups[1]);
}

/* "The Herald (Canada) - - HIS VISIT - By AN LI in Rome" */
static bool
is_publication_line(Head *head, NxSpan at)
{
	NxLayout   *layout = &head->a->layout;
	NxRange		within = paragraph_tokens(head->a, head->paragraph);
	NxSpan		groups[NX_MAX_GROUPS];
	NxSpan		publication;

	if (span_length(at) > MAX_BYLINE_B || is_finished(head->a, within) ||
		!nx_pattern_match(head->a, NX_PATTERN_PUBLICATION, at, groups))
		return false;
	layout->publication = text_of(head, groups[1]);
	publication = groups[1];
	if (span_length(groups[2]) > 0)
	{
		layout->edition = text_of(head, groups[2]);
		publication.end_b = groups[2].end_b + 1;
	}
	add_zone(head->a, NX_ZONE_PUBLICATION, publication);
	if (span_length(groups[3]) > 0)
	{
		layout->section = text_of(head, groups[3]);
		add_zone(head->a, NX_ZONE_SECTION, groups[3]);
	}
	if (span_length(groups[4]) > 0)
	{
		if (!is_byline(head, groups[4]))
			take_authors(head, groups[4]);
		add_zone(head->a, NX_ZONE_BYLINE, groups[4]);
	}
	return true;
}

/* The name of a newspaper alone on its line, maybe with "(London)" behind it. */
static bool
is_outlet_line(Head *head, NxSpan at)
{
	NxArticle  *a = head->a;
	NxRange		range = paragraph_tokens(a, head->paragraph);
	NxClasses	wanted = {.names = NX_IS(OUTLET)};
	uint32_t	end = nx_phrase_longest(a, range, &wanted, NULL);

	if (end == range.first || head->paragraph + 1 == head->count ||
		(end != range.end && (range.end - end > NX_MAX_PHRASE || !nx_token_is(a, end, "(") ||
							  !nx_token_is(a, range.end - 1, ")"))))
		return false;
	(void) at;
	if (a->layout.publication.bytes == NULL)
	{
		a->layout.publication = nx_range_text(a, (NxRange) {range.first, end});
		if (end != range.end)
			a->layout.edition = nx_range_text(a, (NxRange) {end + 1, range.end - 1});
	}
	return true;
}

static bool
is_head_note(Head *head, NxSpan at)
{
	return span_length(at) <= MAX_NOTE_B &&
		(nx_pattern_match(head->a, NX_PATTERN_HEAD_NOTE, at, NULL) || is_note(head->a, head->paragraph));
}

/* "TNN | Mar 14, 2023": below the headline, an unfinished line with a date. */
static bool
is_dated_line(Head *head, NxSpan at)
{
	return head->has_headline && span_length(at) <= MAX_MIDDLE_B &&
		!is_finished(head->a, paragraph_tokens(head->a, head->paragraph)) &&
		nx_pattern_match(head->a, NX_PATTERN_DATED_NOTE, at, NULL);
}

static bool
is_staff(NxArticle *a, NxSpan at)
{
	return span_length(at) <= MAX_GAP_B && nx_pattern_match(a, NX_PATTERN_STAFF, at, NULL);
}

/* "Staff Reporter" under the headline, "Staff Writer" under the author. */
static bool
is_staff_line(Head *head, NxSpan at)
{
	NxRange		range = paragraph_tokens(head->a, head->paragraph);

	return (head->authors != NULL || (head->has_headline && range.end - range.first <= 3)) &&
		is_staff(head->a, at);
}

/*
 * Authors without "By": a place or an office behind them, a line of staff below
 * them, or nothing but a name under a headline whose common words have no
 * capitals.
 */
static bool
is_name_line(Head *head, NxSpan at)
{
	NxArticle  *a = head->a;
	NxRange		range = paragraph_tokens(a, head->paragraph);
	bool		is_known = nx_token_names(nx_token_at(a, range.first)) & NX_IS_FIRST;
	bool		has_place = false;
	uint32_t	end_b;

	if (!head->has_headline || head->authors != NULL || span_length(at) > MAX_NAME_LINE_B ||
		head->paragraph + 1 >= head->count || is_finished(a, range))
		return false;
	end_b = skip_authors(head, at, false);
	if (end_b == at.at_b)
		return false;
	if (end_b < at.end_b)
		return nx_pattern_match(a, NX_PATTERN_AUTHOR_TAG, (NxSpan) {end_b, at.end_b}, NULL) &&
			take_authors(head, at);
	for (uint32_t i = range.first; i < range.end; i++)
		has_place |= nx_token_is(a, i, "in");
	if ((!is_known && head->is_title_case) ||
		(!has_place && range.end - range.first > 4 &&
		 !is_staff(a, paragraph_span(a, head->paragraph + 1))))
		return false;
	return take_authors(head, at);
}

static bool
is_section(Head *head, NxSpan at)
{
	NxArticle  *a = head->a;

	if (head->has_headline || head->paragraph + 2 >= head->count ||
		span_length(at) > MAX_GAP_B || !nx_pattern_match(a, NX_PATTERN_SECTION, at, NULL) ||
		span_length(paragraph_span(a, head->paragraph + 1)) > MAX_HEADLINE_B)
		return false;
	a->layout.section = text_of(head, at);
	return true;
}

/* "NADAR: We vote at noon." is a line of a transcript, no headline. */
static bool
is_transcript_line(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end && i < range.first + 4; i++)
	{
		if (a->text[nx_token_at(a, i)->at_b] == ':')
			return true;
		if (nx_token_at(a, i)->letters != NX_CASE_UPPER &&
			nx_token_at(a, i)->letters != NX_CASE_CAPITAL)
			return false;
	}
	return false;
}

/* No article, pronoun, "is" or "has": so headlines are clipped. */
static bool
is_clipped(const NxArticle *a, NxRange range)
{
	uint64_t	full = NX_IS(DEFINITE) | NX_IS(INDEFINITE) | NX_IS(PRONOUN) |
		NX_IS(POSSESSIVE) | NX_IS(BE) | NX_IS(HAVE);

	for (uint32_t i = range.first; i < range.end; i++)
		if (nx_token_words(nx_token_at(a, i)) & full && a->text[nx_token_at(a, i)->at_b] >= 'A')
			return false;
	return true;
}

/*
 * A headline that ends like a sentence: most words in capitals, a question, or
 * clipped and followed by more than it says itself.
 */
static bool
is_headline_with_stop(const NxArticle *a, uint32_t paragraph)
{
	NxRange		range = paragraph_tokens(a, paragraph);
	NxRange		next = paragraph_tokens(a, paragraph + 1);
	NxRange		sentences = a->paragraphs.items[paragraph].sentences;

	if (is_transcript_line(a, range) && is_transcript_line(a, next))
		return false;
	if (is_title_case(a, range))
		return true;
	if (sentences.end > sentences.first + 1)
		return false;
	return last_byte(a, range) == '?' ||
		(is_clipped(a, range) && next.end - next.first > 2 * (range.end - range.first));
}

/* Is a paragraph, not the last, short and unlike a sentence of the body? */
static bool
is_headline_like(const NxArticle *a, uint32_t paragraph)
{
	NxRange		range = paragraph_tokens(a, paragraph);
	char		first = a->text[nx_token_at(a, range.first)->at_b];

	if (span_length(nx_range_span(a, range)) > MAX_HEADLINE_B ||
		strchr(",:", last_byte(a, range)) != NULL || first == ',')
		return false;
	return !is_finished(a, range) || is_headline_with_stop(a, paragraph);
}

static bool
is_headline(Head *head, NxSpan at)
{
	if (head->has_headline || head->paragraph + 1 >= head->count ||
		!is_headline_like(head->a, head->paragraph))
		return false;
	head->has_headline = true;
	head->is_title_case = is_title_case(head->a, paragraph_tokens(head->a, head->paragraph));
	head->a->layout.headline = text_of(head, at);
	return true;
}

/*
 * Is there a byline or the like below the paragraph, with nothing between but
 * lines that end no sentence?
 */
static bool
is_above_byline(Head *head)
{
	NxArticle  *a = head->a;

	for (uint32_t p = head->paragraph + 1; p < head->count && p < MAX_HEAD; p++)
	{
		NxSpan		at = paragraph_span(a, p);
		NxSpan		groups[NX_MAX_GROUPS];

		if (span_length(at) > MAX_BYLINE_B)
			return false;
		if (nx_pattern_match(a, NX_PATTERN_HEAD_NOTE, at, NULL))
			return true;
		if (is_finished(a, paragraph_tokens(a, p)))
			return false;
		if ((nx_pattern_match(a, NX_PATTERN_BYLINE, at, groups) &&
			 skip_authors(head, groups[1], false) != groups[1].at_b) ||
			nx_pattern_match(a, NX_PATTERN_PUBLICATION, at, NULL) || is_staff(a, at))
			return true;
	}
	return false;
}

static bool
is_deck(Head *head, NxSpan at)
{
	NxRange		range = paragraph_tokens(head->a, head->paragraph);

	if (!head->has_headline || head->authors != NULL || head->paragraph + 1 >= head->count ||
		span_length(at) > MAX_DECK_B || last_byte(head->a, range) == ':' ||
		head->a->text[at.at_b] == ',')
		return false;
	if ((head->has_deck || is_finished(head->a, range)) && !is_above_byline(head))
		return false;
	if (!head->has_deck)
		head->a->layout.deck = text_of(head, at);
	head->has_deck = true;
	return true;
}

/* Does a place begin within the range, of one word or more? */
static bool
has_place(const NxArticle *a, NxRange range)
{
	NxClasses	wanted = {.names = NX_IS_PLACE};

	for (uint32_t i = range.first; i < range.end; i++)
		if (nx_token_names(nx_token_at(a, i)) & NX_IS_PLACE ||
			nx_phrase_longest(a, (NxRange) {i, range.end}, &wanted, NULL) > i)
			return true;
	return false;
}

/* Is there what ends a dateline, a dash or a colon, near the beginning? */
static bool
has_dash(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end && i < range.first + MAX_DATELINE; i++)
		if (memchr("-_:\xE2", a->text[nx_token_at(a, i)->at_b], 4) != NULL)
			return true;
	return false;
}

/*
 * "NAIROBI, Kenya (AP) - ".  A place that only a colon follows must be known:
 * it could be a speaker.
 */
static bool
is_dateline(Head *head, NxSpan at, NxSpan *dateline)
{
	NxArticle  *a = head->a;
	NxSpan		groups[NX_MAX_GROUPS];
	NxRange		within = paragraph_tokens(a, head->paragraph);

	if (span_length(at) > MAX_BYLINE_B)
		at.end_b = at.at_b + MAX_BYLINE_B;
	if (!has_dash(a, within) || !nx_pattern_match(a, NX_PATTERN_DATELINE, at, groups))
		return false;
	*dateline = groups[1];
	return memchr(a->text + groups[1].end_b, ':', groups[0].end_b - groups[1].end_b) == NULL ||
		has_place(a, tokens_of(a, within, groups[1]));
}

/* Only the body begins with a dateline. */
static bool
is_body(Head *head, NxSpan at)
{
	NxSpan		dateline;

	return (head->has_headline || is_finished(head->a, paragraph_tokens(head->a, head->paragraph)))
		&& is_dateline(head, at, &dateline);
}

typedef struct HeadTest
{
	Test		test;
	NxZoneKind	zone;
} HeadTest;

static const HeadTest head_tests[] = {
	{is_byline, NX_ZONE_BYLINE},
	{is_publication_line, NX_ZONE_PUBLICATION},
	{is_body, NX_ZONE_BODY},
	{is_outlet_line, NX_ZONE_PUBLICATION},
	{is_head_note, NX_ZONE_BOILERPLATE},
	{is_staff_line, NX_ZONE_BYLINE},
	{is_name_line, NX_ZONE_BYLINE},
	{is_dated_line, NX_ZONE_BOILERPLATE},
	{is_section, NX_ZONE_SECTION},
	{is_headline, NX_ZONE_HEADLINE},
	{is_deck, NX_ZONE_DECK},
};

/* Take a paragraph as part of the head; false: the body begins with it. */
static bool
read_head_paragraph(Head *head)
{
	NxArticle  *a = head->a;
	NxSpan		at = paragraph_span(a, head->paragraph);
	uint32_t	zones = a->zones.count;

	for (size_t i = 0; i < sizeof(head_tests) / sizeof(head_tests[0]); i++)
		if (head_tests[i].test(head, at))
		{
			if (head_tests[i].zone == NX_ZONE_BODY)
				return false;
			a->paragraphs.items[head->paragraph].zone = (uint8_t) head_tests[i].zone;
			if (a->zones.count == zones)	/* else the test knew its parts */
				add_zone(a, head_tests[i].zone, at);
			return true;
		}
	return false;
}

/* ------------------------------------------------------------------------
 * Body and tail
 * ------------------------------------------------------------------------
 */
/* "... All rights reserved", "Ann Lee contributed to this report". */
static bool
gives_credit(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i + 1 < range.end && i < range.first + MAX_CREDIT; i++)
		if ((nx_token_is(a, i, "rights") && nx_token_is(a, i + 1, "reserved")) ||
			(i > range.first && nx_token_is(a, i, "contributed") &&
			 nx_is_among(a, i + 1, " to reporting ")))
			return true;
	return false;
}

static bool
is_tail_note(NxArticle *a, uint32_t paragraph)
{
	NxSpan		at = paragraph_span(a, paragraph);

	return span_length(at) <= MAX_NOTE_B &&
		(gives_credit(a, paragraph_tokens(a, paragraph)) ||
		 nx_pattern_match(a, NX_PATTERN_TAIL_NOTE, at, NULL) || is_note(a, paragraph));
}

/* Mark the notes below the body; the body keeps at least its first paragraph. */
static void
read_tail(NxArticle *a, uint32_t body)
{
	uint32_t	top = a->paragraphs.count;

	for (uint32_t p = top; p-- > body + 1 && a->paragraphs.count - p <= MAX_TAIL;)
	{
		NxSpan		at = paragraph_span(a, p);

		if (is_tail_note(a, p))
			top = p;
		else if (p + 1 != top || span_length(at) > MAX_GAP_B ||
				 is_finished(a, paragraph_tokens(a, p)))
			break;
	}
	for (uint32_t p = top; p < a->paragraphs.count; p++)
		a->paragraphs.items[p].zone = NX_ZONE_BOILERPLATE;
}

static void
read_middle(NxArticle *a, uint32_t body)
{
	for (uint32_t p = body + 1; p < a->paragraphs.count && p <= body + MAX_MIDDLE; p++)
	{
		NxSpan		at = paragraph_span(a, p);

		if (a->paragraphs.items[p].zone == NX_ZONE_BODY && span_length(at) <= MAX_MIDDLE_B &&
			is_note(a, p))
			a->paragraphs.items[p].zone = NX_ZONE_BOILERPLATE;
	}
}

/* List the zones from the body on: runs of the body, and each note. */
static void
add_body_zones(NxArticle *a, uint32_t body, uint32_t body_b)
{
	NxSpan	   *spans = nx_alloc_array(&a->arena, NxSpan, a->paragraphs.count - body);
	uint32_t	count = 0;

	for (uint32_t p = body; p < a->paragraphs.count; p++)
	{
		NxSpan		at = paragraph_span(a, p);

		nx_poll(a, span_length(at));
		if (a->paragraphs.items[p].zone != NX_ZONE_BODY)
		{
			add_zone(a, NX_ZONE_BOILERPLATE, at);
			continue;
		}
		if (p == body)
			at.at_b = body_b;
		if (p > body && a->paragraphs.items[p - 1].zone == NX_ZONE_BODY)
			a->zones.items[a->zones.count - 1].at.end_b = at.end_b;
		else
		{
			add_zone(a, NX_ZONE_BODY, at);
			count++;
		}
		spans[count - 1] = a->zones.items[a->zones.count - 1].at;
	}
	a->layout.body_at = spans;
	a->layout.body_count = count;
}

/* Take the dateline from the body's first paragraph; returns where it goes on. */
static uint32_t
take_dateline(Head *head)
{
	NxArticle  *a = head->a;
	NxRange		range = paragraph_tokens(a, head->paragraph);
	NxSpan		at = nx_range_span(a, range);
	NxSpan		dateline;

	if (!is_dateline(head, at, &dateline))
		return at.at_b;
	a->layout.dateline = text_of(head, dateline);
	add_zone(a, NX_ZONE_DATELINE, dateline);
	range.first = tokens_of(a, range, (NxSpan) {dateline.end_b, at.end_b}).first;
	/* the dash or colon belongs to neither */
	return nx_token_at(a, range.first + (range.first + 1 < range.end))->at_b;
}

void
nx_zone_read(NxArticle *a)
{
	Head		head = {.a = a, .count = a->paragraphs.count};

	while (head.paragraph < head.count && head.paragraph < MAX_HEAD &&
		   read_head_paragraph(&head))
		head.paragraph++;
	if (head.paragraph == head.count)
		return;
	read_tail(a, head.paragraph);
	read_middle(a, head.paragraph);
	add_body_zones(a, head.paragraph, take_dateline(&head));
}
