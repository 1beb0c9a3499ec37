/*
 * nx_mend.c
 *		What grammar knows better than the models about one attribution.
 *
 * The models weigh each word by its surroundings; where a sentence is long
 * they cut a cue or a content at the wrong place although its grammar is
 * plain.  Each rule here changes what a test on polnear/dev showed to be
 * better so:
 *
 *	- said on Sept 16 during a meeting | that the US is ready
 *	  a content that begins before its own "that" begins there;
 *	- They argue that it leaks | and recommend that it be closed
 *	  a content ends before another report;
 *	- told the paper in an interview
 *	  a cue ends with its verb and particle; whom and where are said apart;
 *	- Finch came, saying it leaked
 *	  a verb without a source has that of the rules;
 *	- The river, | Finch said, | would rise
 *	  an aside parts one clause: both sides are content;
 *	- who spoke is no part of what was said;
 *	- Discussing the visit, Xi said ...
 *	  a topic in front of the report of the same speaker is no report;
 *	- The head of the authority said | yesterday
 *	  a content of times alone is none: the rules look for another;
 *	- a verb that is in no list of reporting verbs needs a source;
 *	- A sign read "Keep out". Nobody says "thank you".
 *	  nor is what no one says.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_ASIDE	12			/* words between a cue and the comma behind it */
#define MAX_NEAR	8			/* attributions on either side that may share words */
#define GUESS		300			/* confidence of a cue that may be none, in thousandths */

/* Reads the cue of an attribution by grammar; false when it has no verb. */
static bool
read_cue(const NxArticle *a, const NxAttribution *attribution, NxLevel *level, NxCue *cue)
{
	NxRange		words = attribution->cue;

	if (nx_range_is_empty(words))
		return false;
	level->tokens = nx_sentence_of(a, words.first);
	level->stretch = nx_token_at(a, words.first)->stretch;
	for (uint32_t i = words.first; i < words.end; i++)
	{
		if (nx_cue_read(a, level, i, cue) && cue->kind == NX_CUE_VERB && !cue->is_infinitive)
			return true;
	}
	return false;
}

/*
 * A cue ends with its verb and particle, or with the preposition or infinitive
 * behind them: pointed out, said of, went on to say.
 */
static void
shorten_cue(const NxArticle *a, const NxCue *cue, NxRange *words)
{
	uint32_t	last = words->end - 1;
	NxTag		tag = nx_token_at(a, last)->tag;

	if (last < cue->tokens.end ||
		(last == cue->tokens.end && (tag == NX_TAG_IN || tag == NX_TAG_RP || tag == NX_TAG_TO)) ||
		(last > cue->tokens.end && tag == NX_TAG_VB && nx_tag_is(a, last - 1, NX_TAG_TO)))
		return;
	words->end = cue->tokens.end;
}

/* A content that holds, before any verb, the "that" or the marks it begins with. */
static void
mend_begin(const NxArticle *a, const NxLevel *level, const NxCue *cue, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[0];
	NxRange		addressee;
	uint32_t	begin;

	if (piece->first < cue->tokens.end || !(cue->frames & (NX_FRAME_THAT | NX_FRAME_MARKS)))
		return;
	begin = nx_clause_begin(a, level, cue, cue->tokens.end, &addressee);
	if (begin == NX_NONE || begin <= piece->first || begin >= piece->end ||
		!(nx_is_among(a, begin, " that ") || nx_level_inner(a, level, begin) != NX_NONE ||
		  (piece->first == cue->tokens.end && begin == addressee.end)))
		return;
	piece->first = begin;
	shorten_cue(a, cue, &attribution->cue);
}

static void
mend_source(NxArticle *a, const NxLevel *level, const NxCue *cue, uint32_t last,
			NxAttribution *attribution)
{
	/* Labour accused of lies: those who are accused say nothing */
	if (nx_is_among(a, cue->head, " accused ") && cue->has_particle &&
		attribution->source.end <= cue->head)
		attribution->source = (NxRange) {0, 0};
	else if (nx_range_is_empty(attribution->source) && !cue->is_passive)
		attribution->source = nx_report_source(a, level, cue, last);
}

/* A reporting verb of its own between a piece in marks and the clause that took it. */
static bool
is_of_another(const NxArticle *a, const NxLevel *level, NxRange piece, uint32_t clause)
{
	for (uint32_t i = piece.end; i + 1 < clause && i < piece.end + NX_MAX_LOOK; i++)
	{
		const NxFrameVerb *verb;

		if (nx_level_inner(a, level, i) != NX_NONE || nx_is_stop(a, i))
			return false;
		if (!nx_has_tag(a, i, NX_TAG_VBD, NX_TAG_VBD) && !nx_has_tag(a, i, NX_TAG_VBN, NX_TAG_VBZ))
			continue;
		verb = nx_frame_find(a, i);
		if (verb != NULL && verb->frames & NX_FRAME_MARKS && verb->mode == NX_MODE_SPEECH)
			return true;
	}
	return false;
}

/* "Yes," they | answered before the Speaker called for order: not hers (case 13). */
static void
drop_other(const NxArticle *a, const NxLevel *level, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[0];
	uint32_t	clause = attribution->cue.first;

	if (!nx_range_is_empty(attribution->source) && attribution->source.first < clause)
		clause = attribution->source.first;
	if (attribution->piece_count < 2 || piece->end >= clause ||
		attribution->pieces[1].first < clause ||
		nx_level_inner(a, level, piece->end - 1) == NX_NONE ||
		!is_of_another(a, level, *piece, clause))
		return;
	memmove(piece, piece + 1, --attribution->piece_count * sizeof(*piece));
}

/* "Salt?" he asked | our man. Who is asked behind his question is no content (case 88). */
static void
drop_addressee(const NxArticle *a, const NxLevel *level, const NxCue *cue,
			   NxAttribution *attribution)
{
	uint32_t	last = attribution->piece_count - 1;
	NxRange		piece = attribution->pieces[last];

	if (last > 0 && piece.first == cue->tokens.end && cue->frames & NX_FRAME_ADDRESSEE &&
		nx_level_inner(a, level, piece.first) == NX_NONE &&
		nx_phrase_after(a, level, piece.first).end >= piece.end)
		attribution->piece_count--;
}

/* "It was chaos," said | an operator who asked not to be named: no content. */
static void
drop_source(NxAttribution *attribution)
{
	NxRange		source = attribution->source;
	uint32_t	kept = 0;

	for (uint32_t p = 0; p < attribution->piece_count; p++)
	{
		NxRange		piece = attribution->pieces[p];

		if (piece.first < source.first && source.first < piece.end)
			piece.end = source.first;
		else if (source.first <= piece.first && piece.first < source.end)
			piece.first = source.end;
		if (!nx_range_is_empty(piece))
			attribution->pieces[kept++] = piece;
	}
	if (kept > 0)
		attribution->piece_count = kept;
}

/*
 * The comma that ends an aside "Finch wrote in a note," which begins at a token
 * behind another comma; NX_NONE when it goes on as a clause.
 */
static uint32_t
aside_end(const NxArticle *a, const NxLevel *level, const NxAttribution *attribution)
{
	uint32_t	i = attribution->source.end > attribution->cue.end ? attribution->source.end :
		attribution->cue.end;
	uint32_t	limit = i + MAX_ASIDE;

	for (; i < level->tokens.end && i < limit; i++)
	{
		if (nx_is_comma(a, i))
			return i;
		if (nx_is_finite_verb(a, i) || !nx_is_word(a, i) ||
			nx_level_inner(a, level, i) != NX_NONE)
			break;
	}
	return NX_NONE;
}

/* Where an attribution stands in the list: behind what is kept, before what comes. */
typedef struct Place
{
	uint32_t	first;			/* of the models */
	uint32_t	kept;			/* end of those that are mended and kept */
	uint32_t	next;			/* the first one that is still to be mended */
} Place;

static bool
has_words_of(const NxAttribution *attribution, NxRange range)
{
	if (attribution->cue.first < range.end && range.first < attribution->cue.end)
		return true;
	for (uint32_t p = 0; p < attribution->piece_count; p++)
		if (attribution->pieces[p].first < range.end && range.first < attribution->pieces[p].end)
			return true;
	return false;
}

/* Has no attribution near this one words of a range? */
static bool
is_free(const NxArticle *a, const Place *place, NxRange range)
{
	uint32_t	back = place->kept - place->first;
	uint32_t	ahead = a->attributions.count - place->next;

	for (uint32_t n = 1; n <= back && n <= MAX_NEAR; n++)
		if (has_words_of(&a->attributions.items[place->kept - n], range))
			return false;
	for (uint32_t n = 0; n < ahead && n < MAX_NEAR; n++)
		if (has_words_of(&a->attributions.items[place->next + n], range))
			return false;
	return true;
}

/*
 * He does not believe it. "They came. | We left." What has marks on one side has
 * all between them, when it is said from outside.
 */
static void
reach_marks(const NxArticle *a, const Place *place, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[attribution->piece_count - 1];
	uint32_t	s = nx_token_at(a, piece->end - 1)->stretch;
	NxRange		speech;

	while (s != NX_NONE && a->stretches.items[s].parent != NX_NONE)
		s = a->stretches.items[s].parent;
	if (s == NX_NONE || a->stretches.items[s].use != NX_USE_SPEECH)
		return;
	speech = a->stretches.items[s].tokens;
	if (nx_range_holds(speech, attribution->cue.first))
		return;
	if (piece->first <= speech.first && piece->end < speech.end &&
		is_free(a, place, (NxRange) {piece->end, speech.end}))
		piece->end = speech.end;
	else if (attribution->piece_count == 1 && piece->first > speech.first &&
			 piece->end + 1 >= speech.end &&
			 is_free(a, place, (NxRange) {speech.first, piece->first}))
		piece->first = speech.first;
}

/* The words of the sentence before an aside, a leading "but" left out. */
static NxRange
front_of(const NxArticle *a, const NxLevel *level, const NxAttribution *attribution)
{
	NxRange		front = {level->tokens.first, attribution->cue.first};

	front.first = nx_behind_dateline(a, front.first, front.end);
	if (attribution->source.first < front.end)
		front.end = attribution->source.first;
	if (front.end < front.first + 2 || !nx_is_comma(a, front.end - 1))
		return (NxRange) {0, 0};
	front.end--;
	if (nx_tag_is(a, front.first, NX_TAG_CC))
		front.first++;
	if (front.first < front.end && nx_is_comma(a, front.first))
		front.first++;
	return front;
}

/*
 * Does the clause in front of an aside go on behind it?  What begins with marks
 * does so only with its verb: On Friday, Finch said, "We won."
 */
static bool
goes_on(const NxArticle *a, uint32_t behind)
{
	return nx_token_at(a, behind)->kind != NX_TOKEN_MARK || nx_is_finite_verb(a, behind + 1);
}

/*
 * The river, Finch said, would rise: an aside parts one clause, and what stands
 * on its one side belongs to what stands on the other (case 34).
 */
static void
mend_split(const NxArticle *a, const NxLevel *level, const NxCue *cue, const Place *place,
		   NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[0];
	NxRange		front = front_of(a, level, attribution);
	uint32_t	end = aside_end(a, level, attribution);
	NxRange		rest;

	if (nx_range_is_empty(front) || end == NX_NONE || end + 1 >= level->tokens.end ||
		nx_range_is_empty(attribution->source) || cue->is_participle ||
		!(cue->frames & NX_FRAME_THAT) || !goes_on(a, end + 1) ||
		nx_has_tag(a, attribution->source.first, NX_TAG_WDT, NX_TAG_WP))
		return;
	if (piece->first == end + 1 && attribution->piece_count < NX_MAX_PIECES &&
		is_free(a, place, front))
	{
		memmove(piece + 1, piece, attribution->piece_count++ * sizeof(*piece));
		*piece = front;
	}
	else if (attribution->piece_count == 1 && piece->end == front.end &&
			 (nx_is_finite_verb(a, end + 1) || nx_is_among(a, end + 1, " and but ")))
	{
		rest = (NxRange) {end + 1, nx_clause_end(a, level, cue, end + 1)};
		if (is_free(a, place, rest))
			attribution->pieces[attribution->piece_count++] = rest;
	}
}

/* Finch's claim that the wall is safe | drew laughter. */
static void
mend_noun_clause(const NxArticle *a, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[0];

	if (!nx_range_is_empty(attribution->cue) && nx_is_noun(a, attribution->cue.end - 1) &&
		attribution->piece_count == 1 && piece->first == attribution->cue.end &&
		nx_is_among(a, piece->first, " that "))
		piece->end = nx_noun_clause_end(a, attribution->cue.end - 1, *piece);
}

/* Are two verbs in the same form?  The tagger takes "recommend" for either. */
static bool
is_same_form(uint8_t one, uint8_t other)
{
	return one == other || (one == NX_TAG_VBP && other == NX_TAG_VB);
}

/* Is token i a reporting verb in the cue's form, its own clause behind it? */
static bool
is_report(const NxArticle *a, const NxLevel *level, uint8_t cue_tag, uint32_t i)
{
	const NxFrameVerb *verb;

	if (nx_level_inner(a, level, i) != NX_NONE || !is_same_form(cue_tag, nx_token_at(a, i)->tag))
		return false;
	verb = nx_frame_find(a, i);
	return verb != NULL &&
		(nx_is_among(a, i + 1, " that ") ||
		 (nx_tag_is(a, i + 1, NX_TAG_TO) && verb->frames & NX_FRAME_INFINITIVE));
}

/* the loan was "a bridge," | but the panel attached no conditions: the writer's (case 47) */
static bool
is_own_clause(const NxArticle *a, const NxLevel *level, uint32_t i, uint32_t end)
{
	NxRange		subject;

	if (!nx_is_among(a, i, " but ") || nx_token_at(a, i - 1)->kind != NX_TOKEN_MARK ||
		!nx_is_comma(a, i - 2) || !nx_is_among(a, i + 1, " the a an "))
		return false;
	subject = nx_phrase_after(a, level, i + 1);
	return subject.end < end &&
		(nx_is_finite_verb(a, subject.end) || nx_tag_is(a, subject.end, NX_TAG_VBN));
}

/* They argue that it leaks | and recommend that ..., and they plan to ...: two reports. */
static void
cut_further(const NxArticle *a, const NxLevel *level, const NxCue *cue, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[attribution->piece_count - 1];
	uint8_t		tag = nx_token_at(a, cue->head)->tag;

	if (piece->first < cue->head)
		return;
	for (uint32_t i = piece->first + 2; i + 2 < piece->end; i++)
	{
		bool		is_behind_comma = nx_is_comma(a, i - 1);
		uint32_t	k = i + 1;

		if (!nx_is_among(a, i, " and but ") || nx_level_inner(a, level, i) != NX_NONE)
			continue;
		if (is_own_clause(a, level, i, piece->end))
		{
			piece->end = i;
			return;
		}
		k += is_behind_comma && nx_is_among(a, k, " he she they it ");
		while (k < piece->end && nx_is_adverb(a, k))
			k++;
		if (k + 1 >= piece->end || !is_report(a, level, tag, k))
			continue;
		piece->end = i - is_behind_comma;
		return;
	}
}

/* a barrier which | Finch | said was unsafe (case 42) */
static void
trim_relative(const NxArticle *a, const NxCue *cue, NxRange *source)
{
	uint32_t	i = source->first;

	if (source->end > cue->tokens.first)
		return;
	while (i + 1 < source->end &&
		   !(nx_has_tag(a, i, NX_TAG_WDT, NX_TAG_WP) && nx_is_phrase_begin(a, i + 1)))
		i++;
	if (i + 1 >= source->end)
		return;
	for (uint32_t k = i + 1; k < source->end; k++)
		if (nx_is_finite_verb(a, k))
			return;
	source->first = i + 1;
}

/* The owner | today told the thief */
static void
trim_day(const NxArticle *a, NxRange *source)
{
	while (source->end > source->first + 1 && !nx_is_name(a, source->end - 1) &&
		   nx_is_among(a, source->end - 1, " today yesterday tomorrow "))
		source->end--;
}

/* Finch | in a joint letter; Finch, who runs it, | in an interview: where, not who. */
static void
trim_place(const NxArticle *a, NxRange *source)
{
	for (uint32_t i = source->first + 1; i + 1 < source->end; i++)
	{
		bool		is_where = nx_is_among(a, i, " in during ") &&
			nx_is_among(a, i + 1, " a an ");

		if (is_where && (nx_is_name(a, i - 1) || nx_is_comma(a, i - 1)))
		{
			source->end = i;
			return;
		}
	}
}

/* Is there a verb between two tokens, or an "a" at the first, and no relative? */
static bool
is_other_clause(const NxArticle *a, uint32_t first, uint32_t end)
{
	bool		is_other = nx_is_among(a, first, " a an ");

	for (uint32_t i = first; i < end; i++)
	{
		if (nx_has_tag(a, i, NX_TAG_WDT, NX_TAG_WPS))
			return false;
		is_other |= nx_is_finite_verb(a, i);
	}
	return is_other;
}

/* He had a shot | Finch | described: the clause in front of a name is none of it. */
static void
trim_clause(const NxArticle *a, const NxCue *cue, NxRange *source)
{
	uint32_t	i = source->end;

	if (source->end != cue->tokens.first || nx_range_is_empty(*source))
		return;
	while (i > source->first && nx_is_name(a, i - 1))
		i--;
	if (i < source->end && i > source->first + 1 && nx_is_noun(a, i - 1) &&
		!nx_is_capital(a, i - 1) && is_other_clause(a, source->first, i))
		source->first = i;
}

/* Words behind a cue that are neither marked nor a clause. */
static bool
is_aside(const NxArticle *a, const NxLevel *level, const NxCue *cue, NxRange piece)
{
	for (uint32_t i = piece.first; i < piece.end; i++)
	{
		if (nx_level_inner(a, level, i) != NX_NONE || nx_is_finite_verb(a, i))
			return false;
	}
	return piece.first > cue->head;
}

/* "A," said Finch, | from the stove. | "B." */
static void
drop_between(const NxArticle *a, const NxLevel *level, const NxCue *cue,
			 NxAttribution *attribution)
{
	uint32_t	kept = 1;

	if (!(cue->frames & NX_FRAME_MARKS) ||
		(nx_level_inner(a, level, attribution->pieces[0].end - 1) == NX_NONE &&
		 nx_token_at(a, attribution->pieces[0].first)->kind != NX_TOKEN_MARK))
		return;
	for (uint32_t p = 1; p < attribution->piece_count; p++)
	{
		if (!is_aside(a, level, cue, attribution->pieces[p]))
			attribution->pieces[kept++] = attribution->pieces[p];
	}
	attribution->piece_count = kept;
}

/* replied in Welsh, meaning | "it is finished" */
static void
drop_meaning(const NxArticle *a, NxAttribution *attribution)
{
	uint32_t	last = attribution->piece_count - 1;

	if (last > 0 && nx_is_among(a, attribution->pieces[last].first - 1, " meaning "))
		attribution->piece_count--;
}

static void
trim_dateline(const NxArticle *a, NxRange *piece)
{
	uint32_t	first = nx_behind_dateline(a, piece->first, piece->end);

	if (first < piece->end)
		piece->first = first;
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

/* The sign read "Keep out"; nobody says "thank you": no one speaks. */
bool
nx_mend_is_unspoken(const NxArticle *a, const NxAttribution *attribution)
{
	static const char signs[] = " sign signs sticker stickers banner banners placard placards "
		"plaque motto slogan slogans inscription label labels t-shirt t-shirts ";
	NxRange		source = attribution->source;

	return holds_among(a, source, signs) || holds_among(a, attribution->cue, signs) ||
		(!nx_range_is_empty(source) && nx_is_among(a, source.first, " nobody none noone ") &&
		 nx_token_at(a, attribution->pieces[0].first)->kind == NX_TOKEN_MARK);
}

/* A verb that reports nothing elsewhere, and no one who is said to have said it. */
static bool
is_guess(const NxArticle *a, const NxAttribution *attribution)
{
	return nx_range_is_empty(attribution->source) && !nx_range_is_empty(attribution->cue) &&
		nx_is_verb(a, attribution->cue.end - 1) && attribution->confidence < GUESS;
}

/* The pumps were "perfect", | it | was claimed by Finch: nothing but "it". */
static bool
is_empty_subject(const NxArticle *a, const NxAttribution *attribution)
{
	NxRange		piece = attribution->pieces[0];

	return attribution->piece_count == 1 && piece.end - piece.first == 1 &&
		piece.end == attribution->cue.first && nx_is_among(a, piece.first, " it ");
}

/* A word of a time, or one that stands before a time: on Monday (Nov 6). */
static bool
is_about_time(const NxArticle *a, uint32_t i)
{
	return nx_is_time_word(a, i) || !nx_is_word(a, i) || nx_tag_is(a, i, NX_TAG_CD) ||
		nx_is_among(a, i, " on late early last this ");
}

/* The head of the authority said | on Monday; says aviation | chief. */
static bool
is_hollow(const NxArticle *a, const NxAttribution *attribution)
{
	bool		has_number = false;
	bool		has_time = false;

	for (uint32_t p = 0; p < attribution->piece_count; p++)
	{
		for (uint32_t i = attribution->pieces[p].first; i < attribution->pieces[p].end; i++)
		{
			if (nx_token_at(a, i)->kind == NX_TOKEN_MARK ||
				(!is_about_time(a, i) && !nx_range_holds(attribution->source, i)))
				return false;
			has_time |= nx_is_time_word(a, i);
			has_number |= nx_tag_is(a, i, NX_TAG_CD) && !nx_range_holds(attribution->source, i);
		}
	}
	return has_time || !has_number;
}

/* Where what is said goes on as "while their aims differ", it is still said. */
static void
mend_end(const NxArticle *a, const NxLevel *level, const NxCue *cue, NxAttribution *attribution)
{
	NxRange    *piece = &attribution->pieces[attribution->piece_count - 1];
	uint32_t	i = piece->end;

	if (piece->first > cue->head && i + 2 < level->tokens.end && nx_is_comma(a, i) &&
		nx_is_among(a, i + 1, " while ") && nx_tag_is(a, i + 2, NX_TAG_PRPS))
		piece->end = nx_clause_end(a, level, cue, i + 1);
}

/* A participle in front of the report of its sentence: Discussing the visit, Xi said. */
static bool
is_in_front(const NxArticle *a, const NxLevel *level, const NxCue *cue, const NxAttribution *next)
{
	return cue->is_participle && cue->tokens.first == level->tokens.first && next != NULL &&
		!nx_range_is_empty(next->cue) && !nx_range_is_empty(next->source) &&
		nx_token_at(a, next->cue.first)->sentence == nx_token_at(a, cue->head)->sentence;
}

/* Is it but the frame of another report, with neither clause nor marks? */
static bool
is_topic(const NxArticle *a, const NxLevel *level, const NxCue *cue,
		 const NxAttribution *attribution, const NxAttribution *next)
{
	if (!is_in_front(a, level, cue, next))
		return false;
	for (uint32_t i = attribution->pieces[0].first; i < attribution->pieces[0].end; i++)
	{
		if (nx_token_at(a, i)->stretch != NX_NONE || nx_is_finite_verb(a, i))
			return false;
	}
	return true;
}

/* Mends one whose cue is a verb; false when it is no report. */
static bool
mend_verb(NxArticle *a, const NxLevel *level, const NxCue *cue, const Place *place,
		  NxAttribution *attribution)
{
	const NxAttribution *next = place->next < a->attributions.count ?
		&a->attributions.items[place->next] : NULL;

	if (is_topic(a, level, cue, attribution, next))
		return false;
	drop_other(a, level, attribution);
	drop_addressee(a, level, cue, attribution);
	drop_between(a, level, cue, attribution);
	drop_meaning(a, attribution);
	reach_marks(a, place, attribution);
	mend_begin(a, level, cue, attribution);
	mend_end(a, level, cue, attribution);
	cut_further(a, level, cue, attribution);
	trim_relative(a, cue, &attribution->source);
	trim_clause(a, cue, &attribution->source);
	mend_split(a, level, cue, place, attribution);
	if (cue->frames & (NX_FRAME_ADDRESSEE | NX_FRAME_MARKS))
		shorten_cue(a, cue, &attribution->cue);
	mend_source(a, level, cue, place->kept > place->first ? place->kept - 1 : NX_NONE,
				attribution);
	/* Claiming it is safe, Finch said: his, who speaks behind it */
	if (nx_range_is_empty(attribution->source) && is_in_front(a, level, cue, next))
		attribution->source = next->source;
	return true;
}

static bool
mend(NxArticle *a, const Place *place, NxAttribution *attribution)
{
	NxLevel		level;
	NxCue		cue;

	if (nx_mend_is_unspoken(a, attribution) || is_empty_subject(a, attribution))
		return false;
	trim_day(a, &attribution->source);
	trim_place(a, &attribution->source);
	trim_dateline(a, &attribution->pieces[0]);
	if (read_cue(a, attribution, &level, &cue))
	{
		if (!mend_verb(a, &level, &cue, place, attribution))
			return false;
	}
	else if (is_guess(a, attribution))
		return false;
	else
		mend_noun_clause(a, attribution);
	drop_source(attribution);
	return !is_hollow(a, attribution);
}

void
nx_mend_read(NxArticle *a, uint32_t first)
{
	Place		place = {first, first, first};

	while (place.next < a->attributions.count)
	{
		NxAttribution attribution = a->attributions.items[place.next++];

		nx_poll(a, sizeof(attribution));
		if (mend(a, &place, &attribution))
			a->attributions.items[place.kept++] = attribution;
	}
	a->attributions.count = place.kept;
}
