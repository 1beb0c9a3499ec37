/*
 * nx_mark.c
 *		Quotation marks: which words stand between them, and what the marks
 *		are for.
 *
 * Before this stage stand tokens, sentences, paragraphs, tags and names; the
 * attribution stage after it asks for the stretches.  A stretch is a range of
 * tokens, its marks included.
 *
 * The marks of a paragraph go one by one over a typed stack.  Each mark has a
 * family (straight, curly, latex, guillemet, single ...), a side as its glyph
 * tells it (open, close, either) and a look as the white space around it tells
 * it; a look that contradicts the glyph wins where the stack agrees, since
 * typewriters, converters and hurried editors turn marks round.
 *
 *		"She told me 'leave the keys' and drove off," said Hartmann.
 *		^ open       ^ open         ^ close         ^ close
 *
 *	- A closing mark closes the nearest open stretch of its width (double or
 *	  single) and drops what was left open inside it.
 *	- An opening mark of a family that is open already says that the closing
 *	  mark was forgotten: the old stretch ends here when it began as speech
 *	  does, or when both begin sentences (one speech over several paragraphs
 *	  that somebody has joined), else its opener was a stray.
 *	- A single mark opens only when a closing one is found ahead, because it
 *	  may be an apostrophe.  The first mark that no word needs as its own is
 *	  taken: in 'The miners' lodge isn't theirs,' the mark after "miners" may
 *	  be a possessive, the one after the comma cannot.
 *	- What is open at the end of its paragraph reaches to that end when it
 *	  began as speech does or the next paragraph opens with the same family
 *	  (one speech over several paragraphs, closed once); else it is dropped.
 *	  So a stray or missing mark costs at most its paragraph.
 *
 * Limits: nesting is read to MAX_DEPTH; in a paragraph longer than
 * MAX_UNCLOSED tokens an unclosed stretch ends with its sentence.  The time is
 * linear: a look ahead ends at the next opening mark of its kind.  Memory: the
 * stretches alone, in the article's arena.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"

#define MAX_GLYPH_B		8		/* "&rdquo;" and the like */
#define MAX_DEPTH		8
#define MAX_UNCLOSED	400		/* tokens */

typedef enum Family
{
	STRAIGHT, CURLY, LATEX, GUILLEMET, SINGLE, ANGLE
} Family;

typedef enum Side
{
	OPENS = 1, CLOSES = 2, EITHER = 3
} Side;

typedef struct Glyph
{
	const char *bytes;
	uint8_t		family;
	uint8_t		side;
	bool		is_single;
} Glyph;

static const Glyph glyphs[] = {
	{"\"", STRAIGHT, EITHER, false},
	{"\xE2\x80\x9C", CURLY, OPENS, false},
	{"\xE2\x80\x9D", CURLY, CLOSES, false},
	{"\xE2\x80\x9E", CURLY, OPENS, false},
	{"\xE2\x80\x9F", CURLY, OPENS, false},
	{"``", LATEX, OPENS, false},
	{"''", LATEX, EITHER, false},
	{"\xC2\xAB", GUILLEMET, OPENS, false},
	{"\xC2\xBB", GUILLEMET, CLOSES, false},
	{"'", SINGLE, EITHER, true},
	{"\xE2\x80\x98", SINGLE, OPENS, true},
	{"\xE2\x80\x99", SINGLE, CLOSES, true},
	{"\xE2\x80\x9A", SINGLE, OPENS, true},
	{"\xE2\x80\x9B", SINGLE, OPENS, true},
	{"`", SINGLE, OPENS, true},
	{"\xE2\x80\xB9", ANGLE, OPENS, true},
	{"\xE2\x80\xBA", ANGLE, CLOSES, true},
	{"&quot;", STRAIGHT, EITHER, false},
	{"&#34;", STRAIGHT, EITHER, false},
	{"&ldquo;", CURLY, OPENS, false},
	{"&rdquo;", CURLY, CLOSES, false},
	{"&lsquo;", SINGLE, OPENS, true},
	{"&rsquo;", SINGLE, CLOSES, true},
};

/* Words that lose their beginning to an apostrophe. */
static const char *const clipped[] = {
	"em", "til", "till", "cause", "tis", "twas", "n", "bout", "round", "cuz",
	"ere", "neath", "nuff", "hood",
};

typedef struct Opener
{
	uint32_t	stretch;
	uint32_t	close;			/* mark that ends it, where known ahead */
	uint8_t		family;
	bool		is_single;
	bool		began_speech;	/* stands where speech begins */
} Opener;

typedef struct Reading
{
	NxArticle  *a;
	NxRange		tokens;			/* of the paragraph */
	uint32_t	first_stretch;	/* of the paragraph */
	const Glyph *next_opens;	/* mark that opens the next paragraph, or NULL */
	Opener		open[MAX_DEPTH];
	uint32_t	depth;
} Reading;

static const Glyph *
glyph_at(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	length_b = token->end_b - token->at_b;

	if (token->kind != NX_TOKEN_MARK || length_b > MAX_GLYPH_B)
		return NULL;
	for (size_t g = 0; g < sizeof(glyphs) / sizeof(glyphs[0]); g++)
	{
		if (strlen(glyphs[g].bytes) == length_b &&
			memcmp(glyphs[g].bytes, a->text + token->at_b, length_b) == 0)
			return &glyphs[g];
	}
	return NULL;
}

/* ------------------------------------------------------------------------
 * How a mark looks
 * ------------------------------------------------------------------------
 */

static char
last_byte(const NxArticle *a, uint32_t i)
{
	return a->text[nx_token_at(a, i)->end_b - 1];
}

static bool
is_space_before(const Reading *r, uint32_t i)
{
	return i == r->tokens.first || (nx_token_at(r->a, i)->flags & NX_SPACE_BEFORE) != 0;
}

static bool
is_space_after(const Reading *r, uint32_t i)
{
	return i + 1 >= r->tokens.end || (nx_token_at(r->a, i + 1)->flags & NX_SPACE_BEFORE) != 0;
}

/* Where an opening mark can stand: after white space, a bracket, a dash, a mark. */
static bool
is_open_border(const Reading *r, uint32_t i)
{
	const NxToken *before;

	if (is_space_before(r, i))
		return true;
	before = nx_token_at(r->a, i - 1);
	if (before->kind == NX_TOKEN_WORD || before->kind == NX_TOKEN_NUMBER)
		return false;
	if (before->kind == NX_TOKEN_MARK)
		return is_space_before(r, i - 1);
	return !nx_is_stop(r->a, i - 1) && !nx_is_byte(r->a, i - 1, ',') &&
		!nx_is_byte(r->a, i - 1, ')') && !nx_is_byte(r->a, i - 1, ']');
}

/* Where a closing mark can stand: before white space, punctuation, a mark. */
static bool
is_close_border(const Reading *r, uint32_t i)
{
	const NxToken *after;

	if (is_space_after(r, i))
		return true;
	after = nx_token_at(r->a, i + 1);
	return after->kind != NX_TOKEN_WORD && after->kind != NX_TOKEN_NUMBER &&
		!nx_is_byte(r->a, i + 1, '(') && !nx_is_byte(r->a, i + 1, '[');
}

/* What the white space around a mark makes of it: OPENS, CLOSES, EITHER. */
static Side
look_of(const Reading *r, uint32_t i)
{
	bool		opens = is_open_border(r, i) && !is_space_after(r, i);
	bool		closes = !is_space_before(r, i) && is_close_border(r, i);

	if (opens == closes)
		return EITHER;
	return opens ? OPENS : CLOSES;
}

/* ------------------------------------------------------------------------
 * Single marks and apostrophes
 * ------------------------------------------------------------------------
 */

/* An apostrophe that stands for a word's lost beginning: '90s, 'em. */
static bool
is_clipped_word(const Reading *r, uint32_t i)
{
	const NxToken *next;

	if (i + 1 >= r->tokens.end || is_space_after(r, i))
		return false;
	next = nx_token_at(r->a, i + 1);
	if (r->a->text[next->at_b] >= '0' && r->a->text[next->at_b] <= '9')
		return next->end_b - next->at_b <= 3;
	for (size_t w = 0; w < sizeof(clipped) / sizeof(clipped[0]); w++)
	{
		if (nx_token_is(r->a, i + 1, clipped[w]))
			return true;
	}
	return false;
}

static bool
is_single_opener(const Reading *r, uint32_t i, const Glyph *glyph)
{
	return glyph->is_single && glyph->side != CLOSES && is_open_border(r, i) &&
		(!is_space_after(r, i) || glyph->side == OPENS) && !is_clipped_word(r, i);
}

/* May the mark belong to the word before it, as in "the miners' lodge"? */
static bool
is_perhaps_apostrophe(const Reading *r, uint32_t i)
{
	char		last = last_byte(r->a, i - 1);

	if (i + 1 >= r->tokens.end || nx_token_at(r->a, i + 1)->kind != NX_TOKEN_WORD)
		return false;
	return last == 's' || last == 'S' || last == 'z';
}

static bool
has_double_open(const Reading *r)
{
	for (uint32_t d = 0; d < r->depth; d++)
	{
		if (!r->open[d].is_single)
			return true;
	}
	return false;
}

/*
 * Returns the mark that closes the single mark at i, or NX_NONE: the first
 * that cannot be an apostrophe, else *doubtful, the first that may be one.
 */
static uint32_t
find_single_close(const Reading *r, uint32_t i, uint32_t *doubtful)
{
	uint32_t	inner = 0;		/* double stretches opened meanwhile */
	bool		is_inside = has_double_open(r);

	*doubtful = NX_NONE;
	for (uint32_t j = i + 1; j < r->tokens.end; j++)
	{
		const Glyph *glyph = glyph_at(r->a, j);
		Side		look;

		if (glyph == NULL)
			continue;
		look = look_of(r, j);
		if (!glyph->is_single)
		{
			if (look == OPENS)
				inner++;
			else if (inner > 0)
				inner--;
			else if (is_inside)
				break;
			continue;
		}
		if (is_single_opener(r, j, glyph) && look == OPENS)
			break;
		if (glyph->side == OPENS || is_space_before(r, j) || !is_close_border(r, j))
			continue;
		if (j > i + 1 && !is_perhaps_apostrophe(r, j))
			return j;
		if (j > i + 1 && *doubtful == NX_NONE)
			*doubtful = j;
	}
	return NX_NONE;
}

/* ------------------------------------------------------------------------
 * The stack
 * ------------------------------------------------------------------------
 */

/* Does speech begin so: with the paragraph, or after a comma or colon? */
static bool
is_speech_begin(const Reading *r, uint32_t i)
{
	return i == r->tokens.first || nx_is_byte(r->a, i - 1, ',') ||
		nx_is_byte(r->a, i - 1, ':');
}

/* Behind a sentence and its marks, before a capital. */
static bool
is_sentence_begin(const Reading *r, uint32_t i)
{
	uint32_t	end = i;

	while (end > r->tokens.first && i - end < MAX_DEPTH &&
		   nx_token_at(r->a, end - 1)->kind == NX_TOKEN_MARK)
		end--;
	return end > r->tokens.first && nx_is_stop(r->a, end - 1) && i + 1 < r->tokens.end &&
		nx_is_capital(r->a, i + 1);
}

static void
open_stretch(Reading *r, uint32_t i, const Glyph *glyph, uint32_t close)
{
	NxStretch  *stretch;
	Opener	   *opener;

	if (r->depth == MAX_DEPTH)
		return;
	opener = &r->open[r->depth++];
	opener->stretch = r->a->stretches.count;
	opener->close = close;
	opener->family = glyph->family;
	opener->is_single = glyph->is_single;
	opener->began_speech = is_speech_begin(r, i);
	stretch = nx_push(&r->a->arena, &r->a->stretches);
	stretch->tokens = (NxRange) {i, NX_NONE};
	stretch->is_single = glyph->is_single;
}

/* Ends the stretch of open[d]; what is open inside it is dropped. */
static void
close_stretch(Reading *r, uint32_t d, uint32_t end, bool is_closed)
{
	NxStretch  *stretch = &r->a->stretches.items[r->open[d].stretch];

	stretch->tokens.end = end;
	stretch->is_closed = is_closed;
	r->depth = d;
}

/* Index of the innermost open stretch with that width, or NX_NONE. */
static uint32_t
find_open(const Reading *r, bool is_single)
{
	for (uint32_t d = r->depth; d > 0; d--)
	{
		if (r->open[d - 1].is_single == is_single)
			return d - 1;
	}
	return NX_NONE;
}

static uint32_t
find_family(const Reading *r, Family family)
{
	for (uint32_t d = r->depth; d > 0; d--)
	{
		if (r->open[d - 1].family == family)
			return d - 1;
	}
	return NX_NONE;
}

/* Does the next paragraph open with a mark of the family? */
static bool
is_next_opener(const Reading *r, Family family)
{
	return r->next_opens != NULL && r->next_opens->family == family;
}

/* A mark of inches after a number, as in the 12" pipe: no speech ends there. */
static bool
is_inch_mark(const Reading *r, uint32_t i)
{
	char		before;

	if (i == r->tokens.first || is_space_before(r, i))
		return false;
	before = last_byte(r->a, i - 1);
	if (before < '0' || before > '9')
		return false;
	for (uint32_t j = i + 1; j < r->tokens.end; j++)
	{
		const Glyph *glyph = glyph_at(r->a, j);

		if (glyph != NULL && !glyph->is_single)
			return look_of(r, j) == CLOSES;
	}
	return r->depth == 0;
}

/* Do an open stretch and the one that begins here belong to joined paragraphs? */
static bool
is_joined(const Reading *r, uint32_t d, uint32_t i)
{
	return is_sentence_begin(r, i) &&
		is_sentence_begin(r, r->a->stretches.items[r->open[d].stretch].tokens.first);
}

/* Whether a double mark opens or closes here, or neither (0). */
static uint32_t
decide_double(const Reading *r, uint32_t i, const Glyph *glyph)
{
	Side		look = look_of(r, i);
	bool		is_open = find_open(r, false) != NX_NONE;

	if (look != EITHER && (look & glyph->side) != 0)
		return look == CLOSES && !is_open ? 0 : look;
	if (glyph->side != EITHER && look != EITHER)
		return is_open ? CLOSES : look == OPENS ? OPENS : 0;
	if (glyph->side != EITHER)
		return glyph->side == CLOSES && !is_open ? 0 : glyph->side;
	if (is_open)
		return CLOSES;
	return is_space_before(r, i) || !nx_is_word(r->a, i - 1) ? OPENS : 0;
}

static void
read_double(Reading *r, uint32_t i, const Glyph *glyph)
{
	uint32_t	side = decide_double(r, i, glyph);
	uint32_t	d;

	if (side == OPENS)
	{
		d = find_family(r, glyph->family);
		if (d != NX_NONE && (r->open[d].began_speech || is_joined(r, d, i)))
			close_stretch(r, d, i, false);
		else if (d != NX_NONE)
			r->depth = d;
		open_stretch(r, i, glyph, NX_NONE);
	}
	else if (side == CLOSES && !(glyph->family == STRAIGHT && is_inch_mark(r, i)))
	{
		d = find_family(r, glyph->family);
		close_stretch(r, d != NX_NONE ? d : find_open(r, false), i + 1, true);
	}
}

static void
read_single(Reading *r, uint32_t i, const Glyph *glyph)
{
	uint32_t	d = find_open(r, true);
	uint32_t	close;
	uint32_t	doubtful;
	bool		goes_on;

	if (d != NX_NONE)
	{
		if (r->open[d].close == i)
			close_stretch(r, d, i + 1, true);
		return;
	}
	if (!is_single_opener(r, i, glyph))
		return;
	close = find_single_close(r, i, &doubtful);
	goes_on = is_next_opener(r, glyph->family) &&
		(is_speech_begin(r, i) || nx_is_stop(r->a, i - 1));
	if (close == NX_NONE && !goes_on)
		close = doubtful;
	if (close != NX_NONE || goes_on)
		open_stretch(r, i, glyph, close);
}

/* ------------------------------------------------------------------------
 * Paragraphs
 * ------------------------------------------------------------------------
 */

static const Glyph *
opening_glyph(const NxArticle *a, uint32_t paragraph)
{
	NxRange		tokens;

	if (paragraph >= a->paragraphs.count)
		return NULL;
	tokens = a->paragraphs.items[paragraph].tokens;
	return nx_range_is_empty(tokens) ? NULL : glyph_at(a, tokens.first);
}

/* The mark that opens a paragraph, or NULL. */
static const Glyph *
opening_mark(const NxArticle *a, uint32_t paragraph)
{
	const Glyph *glyph = opening_glyph(a, paragraph);

	return glyph != NULL && glyph->side != CLOSES ? glyph : NULL;
}

/* Decides about the outermost stretch that is open at its paragraph's end. */
static void
end_paragraph(Reading *r)
{
	const Opener *opener = &r->open[0];
	uint32_t	end = r->tokens.end;
	uint32_t	first;

	if (r->depth == 0)
		return;
	first = r->a->stretches.items[opener->stretch].tokens.first;
	if (!is_next_opener(r, opener->family) && (opener->is_single || !opener->began_speech))
		return;
	if (end - first > MAX_UNCLOSED)
		end = nx_sentence_of(r->a, first).end;
	close_stretch(r, 0, end, false);
}

/*
 * Takes out the stretches of a paragraph that were never closed or are empty;
 * those inside them move up to the next living one.
 */
static void
drop_dead(Reading *r)
{
	NxArticle  *a = r->a;
	uint32_t	kept = r->first_stretch;
	uint32_t	open[MAX_DEPTH + 1];	/* the living ones around the next */
	uint32_t	depth = 0;

	for (uint32_t s = r->first_stretch; s < a->stretches.count; s++)
	{
		NxStretch	stretch = a->stretches.items[s];

		if (stretch.tokens.end == NX_NONE ||
			stretch.tokens.end < stretch.tokens.first + 2 + stretch.is_closed)
			continue;
		while (depth > 0 && a->stretches.items[open[depth - 1]].tokens.end <= stretch.tokens.first)
			depth--;
		stretch.parent = depth == 0 ? NX_NONE : open[depth - 1];
		stretch.depth = (uint8_t) depth;
		open[depth++] = kept;
		a->stretches.items[kept++] = stretch;
	}
	a->stretches.count = kept;
}

static void
read_paragraph(NxArticle *a, uint32_t paragraph)
{
	Reading		r = {.a = a, .tokens = a->paragraphs.items[paragraph].tokens,
	.first_stretch = a->stretches.count, .next_opens = opening_mark(a, paragraph + 1)};

	for (uint32_t i = r.tokens.first; i < r.tokens.end; i++)
	{
		const Glyph *glyph = glyph_at(a, i);

		nx_poll(a, nx_token_at(a, i)->end_b - nx_token_at(a, i)->at_b);
		if (glyph == NULL)
			continue;
		if (glyph->is_single)
			read_single(&r, i, glyph);
		else
			read_double(&r, i, glyph);
	}
	end_paragraph(&r);
	drop_dead(&r);
}

/* Does the stretch go on with the one before it, which was left open up to here? */
static bool
is_continuation(const NxArticle *a, uint32_t s)
{
	const NxStretch *stretch = &a->stretches.items[s];
	const NxStretch *before;

	if (s == 0 || stretch->depth > 0)
		return false;
	before = &a->stretches.items[s - 1];
	while (before->parent != NX_NONE)
		before = &a->stretches.items[before->parent];
	return !before->is_closed && before->is_single == stretch->is_single &&
		before->tokens.end == stretch->tokens.first;
}

void
nx_mark_read(NxArticle *a)
{
	for (uint32_t p = 0; p < a->paragraphs.count; p++)
		read_paragraph(a, p);
	for (uint32_t i = 0; i < a->tokens.count; i++)
		nx_token_at(a, i)->stretch = NX_NONE;
	for (uint32_t s = 0; s < a->stretches.count; s++)
	{
		NxStretch  *stretch = &a->stretches.items[s];

		nx_poll(a, stretch->tokens.end - stretch->tokens.first);
		for (uint32_t i = stretch->tokens.first; i < stretch->tokens.end; i++)
			nx_token_at(a, i)->stretch = s;
		stretch->continues = is_continuation(a, s);
		stretch->use = (uint8_t) nx_stretch_use(a, s);
	}
}
