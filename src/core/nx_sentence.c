/*
 * nx_sentence.c
 *		Paragraphs and sentences.
 *
 * Before: tokens, which know the white space before them.  After: paragraphs
 * and sentences, contiguous and without gap; each token knows its sentence.
 *
 * Paragraphs.  A blank line ends one.  A single line break does where the
 * article has a line for each paragraph, and does not where lines are wrapped
 * at a fixed width; which of both is told once, from the lengths of lines and
 * from how many of them end a sentence.  A break inside a sentence is no
 * break, whatever its kind:
 *
 *		He said cybertheft / of commercial secrets is illegal.
 *
 * is one paragraph, because the first block has no end mark and the second
 * begins with a small letter.
 *
 * Sentences.  What may end one is a stop, "!", "?", dots, or an abbreviation;
 * marks and brackets that close after it still belong to it.  Whether it does
 * end there is told by the token that follows:
 *
 *		"It leaks." He left.		a capital: it ends
 *		"It leaks!" he said.		a small letter: it goes on
 *		"Is it safe?" Roy asked.	a speaker and a verb of saying: it goes on
 *		Dr. Okafor, J. Roy			a title, an initial: it goes on
 *		in the U.S. The dam			a capital that only a beginning explains
 *
 * Every decision looks at a bounded number of tokens, so the time is linear.
 *
 * Limits: a sentence ends after MAX_SENTENCE tokens, whatever stands there, a
 * paragraph with the sentence that holds its MAX_PARAGRAPH-th, so that what later stages do with one
 * of them takes bounded time and memory.  The longest of 3,000 articles had 220
 * and 491.
 */
#include "nx_abbreviation.h"
#include "nx_char.h"
#include "nx_lexicon.h"

#define MAX_SENTENCE	1000	/* tokens */
#define MAX_PARAGRAPH	20000

/* A token takes about a dozen bytes' worth of work. */
#define POLL_TOKENS		128
#define POLL_B			1536

typedef struct Reading
{
	NxArticle  *a;
	bool		is_wrapped;		/* single line breaks are white space */
	uint32_t	sentence;		/* first token of the open sentence */
	uint32_t	paragraph;		/* first token of the open paragraph */
	uint32_t	paragraph_sentence; /* first sentence of the open paragraph */
	uint32_t	ender;			/* token that may end the sentence, or NX_NONE */
} Reading;

/* ------------------------------------------------------------------------
 * Looking at tokens
 * ------------------------------------------------------------------------
 */
static inline char
first_byte(const NxArticle *a, uint32_t i)
{
	return a->text[nx_token_at(a, i)->at_b];
}

static inline uint32_t
token_length(const NxToken *token)
{
	return token->end_b - token->at_b;
}

static NxChar
first_char(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	return nx_char_at(a->text + token->at_b, a->text + token->end_b);
}

static bool
is_bytes(const NxArticle *a, uint32_t i, const char *bytes)
{
	const NxToken *token = nx_token_at(a, i);
	size_t		length_b = strlen(bytes);

	return token_length(token) == length_b &&
		memcmp(a->text + token->at_b, bytes, length_b) == 0;
}

static bool
is_spaced(const NxArticle *a, uint32_t i)
{
	return i >= a->tokens.count || nx_token_at(a, i)->flags & NX_SPACE_BEFORE;
}

/* A mark of a glyph that only closes, or only opens. */
static bool
is_closing_glyph(const NxArticle *a, uint32_t i)
{
	return is_bytes(a, i, "\xE2\x80\x9D") || is_bytes(a, i, "\xC2\xBB") ||
		is_bytes(a, i, "''");
}

static bool
is_opening_glyph(const NxArticle *a, uint32_t i)
{
	static const char *const glyphs[] = {
		"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E", "\xE2\x80\x9A", "\xC2\xAB", "``", "`"
	};

	for (size_t k = 0; k < sizeof(glyphs) / sizeof(glyphs[0]); k++)
		if (is_bytes(a, i, glyphs[k]))
			return true;
	return false;
}

/* Does the token close what stands before it: a bracket, a mark? */
static bool
is_closer(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	if (token->kind == NX_TOKEN_MARK)
	{
		if (is_closing_glyph(a, i))
			return true;
		return !is_opening_glyph(a, i) &&
			(!(token->flags & NX_SPACE_BEFORE) || is_spaced(a, i + 1));
	}
	return token->kind == NX_TOKEN_PUNCTUATION && token_length(token) == 1 &&
		strchr(")]}", first_byte(a, i)) != NULL;
}

/* May the token end a sentence? */
static bool
is_ender(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint8_t		class;

	if (token->flags & NX_ABBREVIATED)
		return true;
	if (token->kind != NX_TOKEN_PUNCTUATION)
		return false;
	class = first_char(a, i).class;
	return class == NX_CHAR_STOP || class == NX_CHAR_EXCLAIM || class == NX_CHAR_ELLIPSIS;
}

/* Words that join words: in capitals they begin a sentence or a title. */
#define IS_FUNCTION \
	(NX_IS(DETERMINER) | NX_IS(DEFINITE) | NX_IS(INDEFINITE) | NX_IS(PRONOUN) | \
	 NX_IS(POSSESSIVE) | NX_IS(PREPOSITION) | NX_IS(AND) | NX_IS(SUBORDINATOR) | \
	 NX_IS(WHO) | NX_IS(THAT) | NX_IS(QUANTITY) | NX_IS(NOT))

/* A function word with a capital; "I" has it everywhere. */
static bool
is_function_word(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint64_t	words = nx_token_words(token);

	return token->letters == NX_CASE_CAPITAL && words & IS_FUNCTION && !(words & NX_IS(I));
}

/* A capital that only the beginning of a sentence explains. */
static bool
is_sentence_starter(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	if (is_function_word(a, i))
		return true;
	return token->letters == NX_CASE_CAPITAL &&
		token->word.capital == NX_CAPITAL_NEVER &&
		!(nx_token_words(token) & (NX_IS(ROLE) | NX_IS(ROLE_HEAD) | NX_IS(ORG_NOUN))) &&
		nx_token_names(token) == 0;
}

static bool
is_saying(const NxArticle *a, uint32_t i)
{
	return nx_token_at(a, i)->letters == NX_CASE_LOWER &&
		nx_token_words(nx_token_at(a, i)) &
		(NX_IS(SAY_CORE) | NX_IS(TELL) | NX_IS(MANNER) | NX_IS(WRITE));
}

/* ------------------------------------------------------------------------
 * Does a sentence end before a token?
 * ------------------------------------------------------------------------
 */
#define MAX_SPEAKER_TOKENS	7

/*
 * A speaker and a verb of saying after "?" or "!" and a closing mark:
 * "Is it safe?" Roy asked.
 */
static bool
is_tag_of_speech(const NxArticle *a, uint32_t i)
{
	for (uint32_t k = i; k < a->tokens.count && k <= i + MAX_SPEAKER_TOKENS; k++)
	{
		const NxToken *token = nx_token_at(a, k);

		if (k > i && token->flags & NX_LINE_BEFORE)
			return false;
		if (k > i && is_saying(a, k))
			return true;
		if (token->kind != NX_TOKEN_WORD)
			return false;
	}
	return false;
}

/* An abbreviation: what follows tells whether it is the last word as well. */
static bool
ends_after_abbreviation(const NxArticle *a, uint32_t ender, uint32_t i)
{
	const NxToken *token = nx_token_at(a, ender);
	uint32_t	length_b = token_length(token) - 1;
	NxAbbreviation kind = nx_abbreviation_find(a->text + token->at_b, length_b);
	bool		is_mark = nx_token_at(a, i)->kind == NX_TOKEN_MARK;
	uint32_t	next = is_mark && i + 1 < a->tokens.count ? i + 1 : i;

	if (kind == NX_ABBREVIATION_TITLE || kind == NX_ABBREVIATION_INNER ||
		kind == NX_ABBREVIATION_NUMBER)
		return false;
	if (ender + 1 < i)			/* Block H." Roy */
		return true;
	if (kind == NX_ABBREVIATION_NONE && length_b == 1)
		return !is_mark && is_function_word(a, next);	/* J. "Duke" Roy */
	if (is_mark)				/* in the U.S. "I think */
		return is_sentence_starter(a, next) || nx_token_words(nx_token_at(a, next)) & NX_IS(I) ||
			kind == NX_ABBREVIATION_FINAL;
	/* "the U.S. Men's Team": an acronym tells less than "Inc." */
	return kind == NX_ABBREVIATION_NONE ? is_function_word(a, next) : is_sentence_starter(a, next);
}

/* Dots: glued to the word before they end it, spaced they stand for words. */
static bool
ends_after_ellipsis(const NxArticle *a, uint32_t ender, uint32_t i)
{
	const NxToken *next = nx_token_at(a, i);

	if (next->letters != NX_CASE_CAPITAL && next->letters != NX_CASE_UPPER &&
		next->kind != NX_TOKEN_MARK)
		return false;
	return !is_spaced(a, ender) || is_sentence_starter(a, i);
}

/* "1. First", "A. First": a number of a list at the sentence's start. */
static bool
is_list_number(const Reading *r, uint32_t ender)
{
	return ender == r->sentence + 1 && nx_token_at(r->a, ender)->kind != NX_TOKEN_WORD &&
		nx_token_at(r->a, r->sentence)->kind == NX_TOKEN_NUMBER;
}

/*
 * A stop without a space after it ends a sentence between a word and a
 * capital ("He left.She stayed"), not in "Yahoo!7".
 */
static bool
ends_without_space(const NxArticle *a, uint32_t ender, uint32_t i)
{
	return ender > 0 && ender + 1 == i &&
		nx_token_at(a, ender - 1)->letters == NX_CASE_LOWER &&
		token_length(nx_token_at(a, ender - 1)) > 2 &&
		nx_token_at(a, i)->letters == NX_CASE_CAPITAL;
}

/* What cannot begin a sentence on its line. */
static bool
is_never_first(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);

	if (token->letters == NX_CASE_LOWER)
		return token->kind == NX_TOKEN_WORD;
	if (token->kind != NX_TOKEN_PUNCTUATION)
		return false;
	return first_byte(a, i) != '(' && first_byte(a, i) != '[';
}

static bool
ends_before(const Reading *r, uint32_t i)
{
	const NxArticle *a = r->a;
	uint32_t	ender = r->ender;
	uint8_t		class;

	if (is_never_first(a, i) || is_list_number(r, ender))
		return false;
	if (!is_spaced(a, i) && nx_token_at(a, i)->kind != NX_TOKEN_MARK)
		return ends_without_space(a, ender, i);
	if (nx_token_at(a, ender)->flags & NX_ABBREVIATED)
		return ends_after_abbreviation(a, ender, i);
	class = first_char(a, ender).class;
	if (class == NX_CHAR_ELLIPSIS ||
		(class == NX_CHAR_STOP && token_length(nx_token_at(a, ender)) > 1))
		return ends_after_ellipsis(a, ender, i);
	if (class == NX_CHAR_EXCLAIM && ender + 1 < i)
		return !is_tag_of_speech(a, i);
	return true;
}

/* ------------------------------------------------------------------------
 * Lines
 * ------------------------------------------------------------------------
 */
#define MIN_WRAPPED_B	40
#define MAX_WRAPPED_B	120

typedef struct Lines
{
	uint32_t	cut;			/* of middle length, end inside a sentence */
	uint32_t	whole;			/* of middle length, end a sentence */
	uint32_t	longer;
} Lines;

/* Does the block before token i end a sentence, or announce what follows? */
static bool
is_complete_before(const NxArticle *a, uint32_t i)
{
	const NxToken *last;

	while (i > 0 && is_closer(a, i - 1))
		i--;
	if (i == 0)
		return true;
	last = nx_token_at(a, i - 1);
	return (is_ender(a, i - 1) && !(last->flags & NX_ABBREVIATED)) ||
		(last->kind == NX_TOKEN_PUNCTUATION && first_byte(a, i - 1) == ':');
}

/* Count a line that a single line break ends before token i. */
static void
count_line(const NxArticle *a, Lines *lines, uint32_t first, uint32_t i)
{
	uint32_t	length_b = nx_token_at(a, i - 1)->end_b - nx_token_at(a, first)->at_b;

	if (length_b > MAX_WRAPPED_B)
		lines->longer++;
	else if (length_b >= MIN_WRAPPED_B)
	{
		if (is_complete_before(a, i))
			lines->whole++;
		else
			lines->cut++;
	}
}

/*
 * Are lines wrapped at a fixed width?  Then most end inside a sentence, and
 * hardly one is longer.
 */
static bool
has_wrapped_lines(NxArticle *a)
{
	Lines		lines = {0, 0, 0};
	uint32_t	first = 0;

	for (uint32_t i = 1; i < a->tokens.count; i++)
	{
		uint8_t		flags = nx_token_at(a, i)->flags;

		if (!(flags & NX_LINE_BEFORE))
			continue;
		if (!(flags & NX_BLANK_BEFORE))
			count_line(a, &lines, first, i);
		nx_poll(a, nx_token_at(a, i)->at_b - nx_token_at(a, first)->at_b);
		first = i;
	}
	return lines.cut >= 3 && lines.cut > lines.whole && lines.cut > 4 * lines.longer;
}

/* A wrapped line that ends a paragraph: short and complete, or a heading. */
static bool
is_short_line(const Reading *r, uint32_t i)
{
	const NxArticle *a = r->a;
	uint32_t	first = i - 1;

	while (first > r->paragraph && !(nx_token_at(a, first)->flags & NX_LINE_BEFORE))
	{
		first--;
		if (nx_token_at(a, i - 1)->end_b - nx_token_at(a, first)->at_b >= MIN_WRAPPED_B)
			return false;
	}
	return true;
}

#define MIN_BLOCK_TOKENS	3
#define MIN_REST_TOKENS		6

/* Is the block that begins at token i long, or does it end a sentence? */
static bool
is_rest_of_sentence(const NxArticle *a, uint32_t i)
{
	for (uint32_t k = i + 1; k < i + MIN_REST_TOKENS; k++)
		if (k >= a->tokens.count || nx_token_at(a, k)->flags & NX_LINE_BEFORE)
			return is_complete_before(a, k);
	return true;
}

/* Does the block before token i break off inside a sentence? */
static bool
is_broken_off(const Reading *r, uint32_t i)
{
	const NxToken *next = nx_token_at(r->a, i);
	const NxToken *last = nx_token_at(r->a, i - 1);

	if (next->kind != NX_TOKEN_WORD || next->letters != NX_CASE_LOWER)
		return false;
	if (i - r->paragraph < MIN_BLOCK_TOKENS || is_complete_before(r->a, i) ||
		!is_rest_of_sentence(r->a, i))
		return false;
	return last->kind == NX_TOKEN_WORD || last->kind == NX_TOKEN_NUMBER ||
		first_byte(r->a, i - 1) == ',' || is_closer(r->a, i - 1);
}

static bool
begins_paragraph(const Reading *r, uint32_t i)
{
	uint8_t		flags = nx_token_at(r->a, i)->flags;

	if (!(flags & NX_LINE_BEFORE) || is_broken_off(r, i))
		return false;
	if (flags & NX_BLANK_BEFORE || !r->is_wrapped)
		return true;
	return is_short_line(r, i);
}

/* ------------------------------------------------------------------------
 * The pass over the tokens
 * ------------------------------------------------------------------------
 */
static void
end_sentence(Reading *r, uint32_t end)
{
	NxSentence *sentence = nx_push(&r->a->arena, &r->a->sentences);

	sentence->tokens = (NxRange) {r->sentence, end};
	sentence->paragraph = r->a->paragraphs.count;
	nx_token_at(r->a, r->sentence)->flags |= NX_SENTENCE_BEGIN;
	r->sentence = end;
	r->ender = NX_NONE;
}

static void
end_paragraph(Reading *r, uint32_t end)
{
	NxParagraph *paragraph;

	end_sentence(r, end);
	paragraph = nx_push(&r->a->arena, &r->a->paragraphs);
	paragraph->tokens = (NxRange) {r->paragraph, end};
	paragraph->sentences = (NxRange) {r->paragraph_sentence, r->a->sentences.count};
	paragraph->zone = NX_ZONE_BODY;
	r->paragraph = end;
	r->paragraph_sentence = r->a->sentences.count;
}

/* A sentence, and with it a paragraph that is too long. */
static void
end_unit(Reading *r, uint32_t end)
{
	if (end - r->paragraph >= MAX_PARAGRAPH)
		end_paragraph(r, end);
	else
		end_sentence(r, end);
}

static void
read_token(Reading *r, uint32_t i)
{
	NxArticle  *a = r->a;

	if (i > r->sentence)
	{
		if (begins_paragraph(r, i))
			end_paragraph(r, i);
		else if (i - r->sentence == MAX_SENTENCE)
			end_unit(r, i);
		else if (r->ender != NX_NONE && !is_closer(a, i))
		{
			if (ends_before(r, i))
				end_unit(r, i);
			r->ender = NX_NONE;
		}
	}
	if (is_ender(a, i))
		r->ender = i;
	nx_token_at(a, i)->sentence = a->sentences.count;
}

void
nx_sentence_read(NxArticle *a)
{
	Reading		r = {.a = a, .ender = NX_NONE};

	if (a->tokens.count == 0)
		return;
	r.is_wrapped = has_wrapped_lines(a);
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		read_token(&r, i);
		if (i % POLL_TOKENS == 0)
			nx_poll(a, POLL_B);
	}
	end_paragraph(&r, a->tokens.count);
}

void
nx_article_sentence(const NxArticle *article, uint32_t i, NxSentenceView *view)
{
	const NxSentence *sentence = &article->sentences.items[i];

	view->at = nx_range_span(article, sentence->tokens);
	view->paragraph = sentence->paragraph + 1;
	view->zone = article->paragraphs.items[sentence->paragraph].zone;
}
