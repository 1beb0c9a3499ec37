/*
 * nx_transcript.c
 *		Layouts in which the place of words stands for a cue.
 *
 *		NADAR: We will vote at noon.		transcript: labels in capitals
 *		Q: Are you leaving?  A: Not yet.	questions and answers
 *		@p_nadar: The port stays ours.		message behind a handle
 *		China not cyber-thief: Xi			headline
 *		Her advice: "Stay calm."			label before marks
 *		"It will rain." - Coach Lindqvist	name behind marks
 *
 * The first three are direct speech although no marks stand.  One label in
 * capitals makes no transcript ("UPDATE: the road is open"), so they count
 * only when the article has several, or Q and A both.
 *
 * Labels are looked for where a paragraph or line begins, and in a transcript
 * where a sentence begins.  Limits: a label has MAX_LABEL tokens at most.
 * Time is linear; the memory is that of the attributions.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_LABEL	12
#define MIN_LABELS	2			/* of a transcript */

typedef enum LabelKind
{
	LABEL_NONE, LABEL_CAPITALS, LABEL_QUESTION, LABEL_ANSWER, LABEL_HANDLE
} LabelKind;

typedef struct Counts
{
	uint32_t	capitals;
	uint32_t	questions;
	uint32_t	answers;
} Counts;

static bool
is_label_begin(const NxArticle *a, NxRange paragraph, uint32_t i)
{
	return i == paragraph.first ||
		(nx_token_at(a, i)->flags & (NX_LINE_BEFORE | NX_SENTENCE_BEGIN)) != 0;
}

/* Past the tokens of a label in capitals, its bracket included. */
static uint32_t
capitals_end(const NxArticle *a, uint32_t first, uint32_t end)
{
	uint32_t	i = first;
	uint32_t	words = 0;

	while (i < end && i - first < MAX_LABEL)
	{
		if (nx_token_at(a, i)->letters == NX_CASE_UPPER)
			words++;
		else if (nx_is_byte(a, i, '('))
		{
			while (i < end && i - first < MAX_LABEL && !nx_is_byte(a, i, ')'))
				i++;
		}
		else if (!(words > 0 && nx_is_stop(a, i)) && !nx_is_among(a, i, " - ") &&
				 nx_token_at(a, i)->letters != NX_CASE_CAPITAL)
			break;
		else if (nx_token_length(a, i) > 3)
			break;
		i++;
	}
	return words > 0 ? i : first;
}

/* Reads a label and its colon at token i; *content is the token behind it. */
static LabelKind
read_label(const NxArticle *a, uint32_t i, uint32_t end, uint32_t *content)
{
	LabelKind	kind = LABEL_CAPITALS;
	uint32_t	colon = i + 1;

	if (nx_token_at(a, i)->kind == NX_TOKEN_HANDLE)
		kind = LABEL_HANDLE;
	else if (nx_is_byte(a, i, 'Q'))
		kind = LABEL_QUESTION;
	else if (nx_is_byte(a, i, 'A'))
		kind = LABEL_ANSWER;
	else
		colon = capitals_end(a, i, end);
	if (colon == i || colon + 1 >= end || !nx_is_byte(a, colon, ':'))
		return LABEL_NONE;
	if (kind == LABEL_CAPITALS &&
		nx_is_among(a, i, " update note photo photos video watch read more related correction "
					"editor breaking exclusive opinion analysis contact "))
		return LABEL_NONE;
	*content = colon + 1;
	return kind;
}

static Counts
count_labels(NxArticle *a)
{
	Counts		counts = {0, 0, 0};

	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		NxRange		tokens = a->paragraphs.items[p].tokens;
		uint32_t	content;

		nx_poll(a, 8 * (tokens.end - tokens.first));
		for (uint32_t i = tokens.first; i < tokens.end; i++)
		{
			LabelKind	kind;

			if (!is_label_begin(a, tokens, i))
				continue;
			kind = read_label(a, i, tokens.end, &content);
			counts.capitals += kind == LABEL_CAPITALS;
			counts.questions += kind == LABEL_QUESTION;
			counts.answers += kind == LABEL_ANSWER;
		}
	}
	return counts;
}

static bool
counts_here(LabelKind kind, const Counts *counts)
{
	switch (kind)
	{
		case LABEL_CAPITALS:
			return counts->capitals >= MIN_LABELS;
		case LABEL_QUESTION:
		case LABEL_ANSWER:
			return counts->questions > 0 && counts->answers > 0;
		default:
			return kind == LABEL_HANDLE;
	}
}

static const char *const label_rules[] = {
	[LABEL_CAPITALS] = "transcript",[LABEL_QUESTION] = "interview",
	[LABEL_ANSWER] = "interview",[LABEL_HANDLE] = "message",
};

static void
add_line(NxArticle *a, NxRange source, NxRange content, const char *rule)
{
	NxAttribution *attribution = nx_push(&a->arena, &a->attributions);

	attribution->source = source;
	attribution->pieces[0] = content;
	attribution->piece_count = 1;
	attribution->continues = NX_NONE;
	attribution->is_verbatim = true;
	attribution->rule = rule;
}

/* The lines of a paragraph that have a label that counts. */
static bool
read_lines(NxArticle *a, NxRange paragraph, const Counts *counts)
{
	NxRange		source = {0, 0};
	uint32_t	content = NX_NONE;
	const char *rule = NULL;

	for (uint32_t i = paragraph.first; i < paragraph.end; i++)
	{
		uint32_t	next;
		LabelKind	kind;

		if (!is_label_begin(a, paragraph, i))
			continue;
		kind = read_label(a, i, paragraph.end, &next);
		if (!counts_here(kind, counts) || (kind == LABEL_HANDLE && i > paragraph.first))
			continue;
		if (content != NX_NONE && content < i)
			add_line(a, source, (NxRange) {content, i}, rule);
		source = (NxRange) {i, next - 1};
		content = next;
		rule = label_rules[kind];
	}
	if (content == NX_NONE || content >= paragraph.end)
		return false;
	add_line(a, source, (NxRange) {content, paragraph.end}, rule);
	return true;
}

/* ------------------------------------------------------------------------
 * Headlines
 * ------------------------------------------------------------------------
 */

static bool
is_name_like(const NxArticle *a, NxRange range)
{
	for (uint32_t i = range.first; i < range.end; i++)
	{
		if (!nx_is_capital(a, i) && !nx_is_among(a, i, " of the de van al el bin "))
			return false;
	}
	return !nx_range_is_empty(range);
}

/* "China not cyber-thief: Xi": a short name behind the colon that ends it. */
static bool
read_headline(NxArticle *a, NxRange paragraph)
{
	NxAttribution *attribution;
	uint32_t	colon = paragraph.end;

	while (colon > paragraph.first && paragraph.end - colon < 5 && !nx_is_byte(a, colon - 1, ':'))
		colon--;
	if (colon <= paragraph.first + 2 || !nx_is_byte(a, colon - 1, ':') ||
		!is_name_like(a, (NxRange) {colon, paragraph.end}) ||
		nx_token_at(a, paragraph.end - 1)->kind == NX_TOKEN_NUMBER)
		return false;
	attribution = nx_push(&a->arena, &a->attributions);
	attribution->cue = (NxRange) {colon - 1, colon};
	attribution->source = (NxRange) {colon, paragraph.end};
	attribution->pieces[0] = (NxRange) {paragraph.first, colon - 1};
	attribution->piece_count = 1;
	attribution->continues = NX_NONE;
	attribution->rule = "headline";
	return true;
}

/* ------------------------------------------------------------------------
 * Labels of marks
 * ------------------------------------------------------------------------
 */

static bool
is_dash(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " - -- \xE2\x80\x93 \xE2\x80\x94 \xE2\x80\x95 ");
}

/* "A." - Coach Lindqvist, to the end of the paragraph or a headline's colon. */
static bool
read_dash(const NxArticle *a, NxRange paragraph, NxRange marks, NxAttribution *found)
{
	uint32_t	colon = marks.end;

	while (colon < paragraph.end && colon - marks.end < 2 * MAX_LABEL && !nx_is_byte(a, colon, ':'))
		colon++;
	if (a->paragraphs.items[nx_token_paragraph(a, marks.first)].zone != NX_ZONE_BODY)
		paragraph.end = colon;
	if (marks.end + 1 >= paragraph.end || !is_dash(a, marks.end) ||
		paragraph.end - marks.end > MAX_LABEL + 4 || !nx_is_capital(a, marks.end + 1))
		return false;
	for (uint32_t i = marks.end; i < paragraph.end; i++)
	{
		if (nx_is_finite_verb(a, i) || nx_token_at(a, i)->stretch != NX_NONE)
			return false;
	}
	found->cue = (NxRange) {marks.end, marks.end + 1};
	found->source = (NxRange) {marks.end + 1, paragraph.end};
	while (found->source.end > found->source.first + 1 && nx_is_stop(a, found->source.end - 1))
		found->source.end--;
	found->rule = "marks-dash";
	return true;
}

/* The first name of a person between two tokens; empty when there is none. */
static NxRange
first_person(const NxArticle *a, uint32_t first, uint32_t end)
{
	NxRange		name;

	while (first < end && nx_token_at(a, first)->name != NX_NAME_PERSON)
		first++;
	name = (NxRange) {first, first};
	while (name.end < end && nx_token_at(a, name.end)->name == NX_NAME_PERSON)
		name.end++;
	return name;
}

/* The label before a colon without what is no source: "Statement from". */
static NxRange
label_source(const NxArticle *a, NxRange label)
{
	for (uint32_t i = label.first; i < label.end; i++)
	{
		if (nx_is_among(a, i, " from by ") && i + 1 < label.end)
			return (NxRange) {i + 1, label.end};
		if (nx_tag_is(a, i, NX_TAG_POS) && i > label.first)
			return (NxRange) {label.first, i};
		if (nx_tag_is(a, i, NX_TAG_PRPS))
			return (NxRange) {i, i + 1};
	}
	return label;
}

/* Roy Castellanos, economist: "A"; Nadar put it plainly: "A". */
static bool
read_colon(const NxArticle *a, uint32_t colon, NxAttribution *found)
{
	NxRange		sentence = nx_sentence_of(a, colon);
	NxLevel		level = {sentence, NX_NONE};

	sentence.first = nx_look_back(sentence.first, colon);
	found->cue = (NxRange) {colon, colon + 1};
	found->rule = "label-marks";
	for (uint32_t i = sentence.first; i < colon; i++)
	{
		if (!nx_is_finite_verb(a, i) || nx_token_at(a, i)->stretch != NX_NONE)
			continue;
		found->source = nx_phrase_subject(a, &level, i);
		found->cue = (NxRange) {i, i + 1};
		found->rule = "colon-marks";
		if (nx_range_is_empty(found->source))
			found->source = first_person(a, sentence.first, colon);
		return true;
	}
	if (colon - sentence.first <= MAX_LABEL)
		found->source = label_source(a, (NxRange) {sentence.first, colon});
	else
		found->source = first_person(a, sentence.first, colon);
	return !nx_range_is_empty(found->source);
}

bool
nx_transcript_label(const NxArticle *a, uint32_t stretch, NxAttribution *found)
{
	NxRange		marks = a->stretches.items[stretch].tokens;
	NxRange		paragraph = a->paragraphs.items[nx_token_paragraph(a, marks.first)].tokens;

	memset(found, 0, sizeof(*found));
	found->pieces[0] = marks;
	found->piece_count = 1;
	found->continues = NX_NONE;
	if (marks.first > 0 && nx_is_byte(a, marks.first - 1, ':'))
		return read_colon(a, marks.first - 1, found);
	return marks.first == paragraph.first && read_dash(a, paragraph, marks, found);
}

/* ------------------------------------------------------------------------
 * The pass
 * ------------------------------------------------------------------------
 */

/* The outermost stretch that begins at a token, or NX_NONE. */
static uint32_t
stretch_from(const NxArticle *a, uint32_t token)
{
	uint32_t	s = nx_token_at(a, token)->stretch;

	while (s != NX_NONE && a->stretches.items[s].parent != NX_NONE)
		s = a->stretches.items[s].parent;
	return s != NX_NONE && a->stretches.items[s].tokens.first == token ? s : NX_NONE;
}

/* From harbour master Ivo Lund: | Statement from Tarn Lines: */
static bool
is_heading(const NxArticle *a, uint32_t colon)
{
	uint32_t	first = nx_sentence_of(a, colon).first;

	return nx_is_byte(a, colon, ':') && first + 1 < colon &&
		(nx_is_among(a, first, " from ") || nx_is_among(a, first + 1, " from "));
}

/*
 * A paragraph that is all marks with a dash and a name behind them, or a label
 * with a colon above: it needs no weighing (cases 77 and 78).
 */
static bool
read_signed(NxArticle *a, NxRange paragraph)
{
	uint32_t	stretch = stretch_from(a, paragraph.first);
	NxAttribution found;

	if (stretch == NX_NONE || !nx_transcript_label(a, stretch, &found) ||
		(found.source.first < paragraph.first &&
		 !(is_heading(a, paragraph.first - 1) &&
		   a->stretches.items[stretch].tokens.end >= paragraph.end)))
		return false;
	*nx_push(&a->arena, &a->attributions) = found;
	return true;
}

void
nx_transcript_read(NxArticle *a, bool *is_taken)
{
	Counts		counts = count_labels(a);

	for (uint32_t p = 0; p < a->paragraphs.count; p++)
	{
		NxRange		tokens = a->paragraphs.items[p].tokens;

		nx_poll(a, 8 * (tokens.end - tokens.first));
		if (nx_range_is_empty(tokens))
			continue;
		if (a->paragraphs.items[p].zone == NX_ZONE_HEADLINE)
			is_taken[p] = read_headline(a, tokens);
		else if (a->paragraphs.items[p].zone == NX_ZONE_BODY)
			is_taken[p] = read_lines(a, tokens, &counts) || read_signed(a, tokens);
	}
}
