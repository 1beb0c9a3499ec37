/*
 * nx_token.c
 *		Tokens: words as the Penn treebank cuts them, in one pass.
 *
 * Before: the text alone.  After: tokens with their place, kind, spelling and
 * entry of the lexicon; sentence, tag, name and so on are left to later
 * stages.
 *
 * A token begins at any character that is no white space.  What it begins
 * with says how it goes on, by a table of readers.  A word is a chain of
 * pieces (runs of letters and digits) joined by joints (nx_joint.c): apostrophe,
 * hyphen, stop, comma and so on.  At a joint a function of a second table looks at
 * what stands on both sides and either lets the word go on or ends it:
 *
 *		Xi's			Xi | 's			a contraction begins a token of its own
 *		don't			do | n't
 *		O'Neill			one piece after the other
 *		miners'			miners | '		whether it closes a quotation is
 *										for the mark stage to say
 *		U.S.-led		U.S. | - | led	capital and small letter part at "-"
 *		Coca-Cola		alike on both sides: one word
 *		J. Dr. U.S.		initial, abbreviation, acronym keep their stop
 *		1,000.5  5:30	numbers keep theirs
 *		a.b@c.org		"@" takes back what is glued before it
 *
 * Quotation marks are tokens of kind NX_TOKEN_MARK, `` and '' as one.  Runs
 * of dots, dashes, "!" and "?", and of one symbol, are one token; so is the
 * rest of a run of signs without space, letter or digit after the first
 * MAX_SIGNS: no text has so many that mean something, and each would cost as
 * much as a word.
 *
 * Limits: a token of more than MAX_TOKEN_B bytes is cut, so that the work
 * between two polls, and of every look back into a token, is bounded.  No
 * allocation but of the array of tokens.
 */
#include "nx_char.h"
#include "nx_form.h"
#include "nx_lexicon.h"
#include "nx_scanner.h"

#define MAX_TOKEN_B		2048
#define MAX_SIGNS		16		/* tokens */
#define POLL_B			2048

/* A reader takes the token at s->start, whose first character it is given. */
typedef const char *(*Reader) (NxScanner *s, NxChar first);

/* Past a run of one character. */
static const char *
skip_same(const NxScanner *s, const char *at, NxChar c)
{
	while (s->limit - at >= c.length_b && memcmp(at, s->start, c.length_b) == 0)
		at += c.length_b;
	return at;
}

/* ------------------------------------------------------------------------
 * Readers, by the first character of the token
 * ------------------------------------------------------------------------
 */
static const char *
read_word(NxScanner *s, NxChar first)
{
	const char *at = s->start + first.length_b;

	s->kind = NX_TOKEN_WORD;
	s->piece = s->start;
	s->is_done = s->has_hyphen = s->has_stop = false;
	for (;;)
	{
		NxChar		c;

		at = nx_skip_word(s, at);
		if (at >= s->limit)
			return s->limit;
		c = nx_char_at(at, s->limit);
		if (nx_joints[c.class] == NULL)
			break;
		at = nx_joints[c.class] (s, at, c);
		if (s->is_done)
			break;
	}
	if (at - s->start == 6 && nx_is_whole_word(s, s->start, "cannot"))
		return s->start + 3;
	return at;
}

static bool
is_glued(const NxScanner *s)
{
	return !(s->flags & NX_SPACE_BEFORE);
}

/*
 * Words with letters left out in front: "'90s", "'em", "’16".  A straight mark
 * before two digits alone rather opens a quotation.
 */
static const char *
skip_elision(const NxScanner *s, const char *at)
{
	static const char *const words[] = {"em", "til", "tis", "twas", "n"};

	if (nx_is_digit_at(s, at) && nx_is_digit_at(s, at + 1))
	{
		if (nx_is_whole_word(s, at + 2, "s"))
			return at + 3;
		return *s->start != '\'' && !nx_is_word_at(s, at + 2) ? at + 2 : NULL;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (at < s->end && *at >= 'a' && nx_is_whole_word(s, at, words[i]))
			return at + strlen(words[i]);
	return NULL;
}

static bool
is_opening_single(const NxScanner *s, NxChar first)
{
	return first.length_b == 3 && memcmp(s->start, "\xE2\x80\x98", 3) == 0;
}

static const char *
read_apostrophe(NxScanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;
	const char *elided;

	s->kind = NX_TOKEN_WORD;
	if (is_glued(s) && nx_is_word_at(s, next))
	{
		size_t		length_b = nx_contraction_length(s, next);

		if (length_b > 0)
			return next + length_b;
	}
	elided = is_opening_single(s, first) || is_glued(s) ? NULL : skip_elision(s, next);
	if (elided != NULL)
		return elided;
	s->kind = NX_TOKEN_MARK;
	return *s->start == '\'' && next < s->limit && *next == '\'' ? next + 1 : next;
}

static const char *
read_mark(NxScanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;

	s->kind = NX_TOKEN_MARK;
	return *s->start == '`' && next < s->limit && *next == '`' ? next + 1 : next;
}

static const char *
read_run(NxScanner *s, NxChar first)
{
	s->kind = NX_TOKEN_PUNCTUATION;
	return skip_same(s, s->start + first.length_b, first);
}

static const char *
read_stop(NxScanner *s, NxChar first)
{
	if (!is_glued(s) && nx_is_digit_at(s, s->start + 1))
		return read_word(s, first);
	return read_run(s, first);
}

static const char *
read_exclaim(NxScanner *s, NxChar first)
{
	const char *at = s->start + first.length_b;

	s->kind = NX_TOKEN_PUNCTUATION;
	while (at < s->limit && nx_char_classes[(unsigned char) *at] == NX_CHAR_EXCLAIM)
		at++;
	return at;
}

static const char *
read_punctuation(NxScanner *s, NxChar first)
{
	s->kind = NX_TOKEN_PUNCTUATION;
	return s->start + first.length_b;
}

static const char *
read_symbol(NxScanner *s, NxChar first)
{
	s->kind = NX_TOKEN_SYMBOL;
	return skip_same(s, s->start + first.length_b, first);
}

/* The rest of a long run of signs. */
static const char *
read_signs(NxScanner *s, NxChar first)
{
	const char *at = s->start + first.length_b;

	s->kind = NX_TOKEN_SYMBOL;
	while (at < s->limit)
	{
		NxChar		c = nx_char_at(at, s->limit);

		if (c.class < NX_CHAR_IGNORED || nx_char_is_word(c.class))
			break;
		at += c.length_b;
	}
	return at;
}

/* The name of a handle or hashtag. */
static const char *
skip_handle(NxScanner *s, const char *at)
{
	s->kind = NX_TOKEN_HANDLE;
	while (at < s->limit && (nx_is_word_at(s, at) || *at == '_'))
		at += nx_char_at(at, s->limit).length_b;
	return at < s->limit ? at : s->limit;
}

static const char *
read_hash(NxScanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;

	if (!is_glued(s) && nx_is_letter_class(nx_class_at(s, next)))
		return skip_handle(s, next);
	return read_symbol(s, first);
}

/* Can a token be part of the name before the "@" of an address? */
static bool
is_local_part(const NxArticle *a, const NxToken *token)
{
	return token->kind == NX_TOKEN_WORD || token->kind == NX_TOKEN_NUMBER ||
		(token->end_b - token->at_b == 1 && strchr(".-_+", a->text[token->at_b]) != NULL);
}

/* Take back the tokens glued before "@": they are part of the address. */
static void
take_back(NxScanner *s)
{
	NxArticle  *a = s->a;

	while (is_glued(s) && a->tokens.count > 0)
	{
		const NxToken *last = nx_token_at(a, a->tokens.count - 1);

		if (!is_local_part(a, last))
			return;
		s->start = a->text + last->at_b;
		s->flags = last->flags;
		a->tokens.count--;
	}
}

static const char *
read_at(NxScanner *s, NxChar first)
{
	const char *at = s->start;
	const char *next = at + first.length_b;

	if (!nx_is_word_at(s, next) && (next >= s->limit || *next != '_'))
		return read_symbol(s, first);
	if (!is_glued(s))
		return skip_handle(s, next);
	take_back(s);
	if (s->start == at)
		return skip_handle(s, next);
	s->kind = NX_TOKEN_EMAIL;
	while (next < s->limit && (nx_is_word_at(s, next) || strchr(".-_", *next) != NULL))
		next += nx_char_at(next, s->limit).length_b;
	while (next[-1] == '.' || next[-1] == '-')
		next--;
	return next;
}

static const Reader readers[NX_CHAR_CLASS_COUNT] = {
	[NX_CHAR_LOWER] = read_word,
	[NX_CHAR_UPPER] = read_word,
	[NX_CHAR_LETTER] = read_word,
	[NX_CHAR_DIGIT] = read_word,
	[NX_CHAR_APOSTROPHE] = read_apostrophe,
	[NX_CHAR_MARK] = read_mark,
	[NX_CHAR_HYPHEN] = read_run,
	[NX_CHAR_DASH] = read_run,
	[NX_CHAR_STOP] = read_stop,
	[NX_CHAR_ELLIPSIS] = read_run,
	[NX_CHAR_EXCLAIM] = read_exclaim,
	[NX_CHAR_COMMA] = read_punctuation,
	[NX_CHAR_COLON] = read_punctuation,
	[NX_CHAR_SLASH] = read_symbol,
	[NX_CHAR_AND] = read_symbol,
	[NX_CHAR_AT] = read_at,
	[NX_CHAR_HASH] = read_hash,
	[NX_CHAR_UNDERSCORE] = read_symbol,
	[NX_CHAR_PUNCTUATION] = read_punctuation,
	[NX_CHAR_SYMBOL] = read_symbol,
};

/* ------------------------------------------------------------------------
 * The pass over the text
 * ------------------------------------------------------------------------
 */

/*
 * Skip white space, setting s->flags for the token after it.  "\r\n" is one
 * line break.
 */
static const char *
skip_space(NxScanner *s, const char *at)
{
	unsigned	lines = 0;

	while (at < s->end)
	{
		NxChar		c = nx_char_at(at, s->end);

		if (c.class > NX_CHAR_IGNORED)
			break;
		if (c.class == NX_CHAR_LINE)
			lines += !(*at == '\n' && at > s->a->text && at[-1] == '\r');
		if (c.class != NX_CHAR_IGNORED)
			s->flags |= NX_SPACE_BEFORE;
		at += c.length_b;
	}
	if (lines > 0)
		s->flags |= lines > 1 ? NX_LINE_BEFORE | NX_BLANK_BEFORE : NX_LINE_BEFORE;
	return at;
}

/* The last character border of a token that begins at start. */
static const char *
token_limit(const char *start, const char *end)
{
	const char *limit = start + MAX_TOKEN_B;

	if (end - start <= MAX_TOKEN_B)
		return end;
	for (int i = 0; i < 3 && (*limit & 0xC0) == 0x80; i++)
		limit--;
	return limit;
}

/* Room for the rest of the text, if that is like what stands before it. */
static void
grow(NxScanner *s)
{
	NxArticle  *a = s->a;
	uint32_t	done_b = (uint32_t) (s->start - a->text) + 1;
	uint64_t	wanted = (uint64_t) a->tokens.count * a->length_b / done_b;
	uint32_t	most = a->tokens.count + (a->length_b - done_b) + 1;

	wanted += wanted / 16 + 16;
	if (wanted < a->tokens.room + a->tokens.room / 2)
		wanted = a->tokens.room + a->tokens.room / 2;
	a->tokens.room = wanted < most ? (uint32_t) wanted : most;
	a->tokens.items = nx_list_reserve(&a->arena, a->tokens.items, a->tokens.count,
									  a->tokens.room, sizeof(NxToken));
}

static void
add_token(NxScanner *s, const char *end)
{
	NxToken    *token;

	if (s->a->tokens.count == s->a->tokens.room)
		grow(s);
	token = nx_push(&s->a->arena, &s->a->tokens);
	token->at_b = (uint32_t) (s->start - s->a->text);
	token->end_b = (uint32_t) (end - s->a->text);
	token->kind = s->kind;
	token->flags = s->flags;
	token->stretch = NX_NONE;
	token->mention = NX_NONE;
	nx_form_describe(s->a->text, token);
	nx_lexicon_prefetch(token->form);
	if (s->kind == NX_TOKEN_WORD && end[-1] == '.')
		token->flags |= NX_ABBREVIATED;
}

/* Words of the tokens from `first` on, which were asked for when they were added. */
static void
look_up(NxArticle *a, uint32_t first)
{
	for (uint32_t i = first; i < a->tokens.count; i++)
		nx_token_at(a, i)->word = nx_lexicon_find(nx_token_at(a, i)->form);
}

static bool
is_sign(uint8_t kind)
{
	return kind == NX_TOKEN_PUNCTUATION || kind == NX_TOKEN_MARK || kind == NX_TOKEN_SYMBOL;
}

static const char *
read_token(NxScanner *s)
{
	NxChar		first = nx_char_at(s->start, s->limit);
	const char *end;

	if (s->flags & NX_SPACE_BEFORE)
		s->signs = 0;
	if (s->signs >= MAX_SIGNS && !nx_char_is_word(first.class))
		end = read_signs(s, first);
	else
		end = readers[first.class] (s, first);
	s->signs = is_sign(s->kind) ? s->signs + 1 : 0;
	return end;
}

/* News has 5.3 bytes to a token; most texts need no second array. */
static void
make_room(NxArticle *a)
{
	nx_reserve(&a->arena, &a->tokens, a->length_b / 5 + 16);
}

void
nx_token_read(NxArticle *a)
{
	NxScanner		s = {.a = a, .end = a->text + a->length_b};
	const char *at = a->text;
	const char *polled = at;
	uint32_t	known = 0;		/* tokens that are looked up */

	make_room(a);
	s.flags = NX_SPACE_BEFORE | NX_LINE_BEFORE | NX_BLANK_BEFORE;
	for (;;)
	{
		at = skip_space(&s, at);
		if (at >= s.end)
			break;
		s.start = at;
		s.limit = token_limit(at, s.end);
		at = read_token(&s);
		add_token(&s, at);
		s.flags = 0;
		if (known >= a->tokens.count)	/* the token took back others */
			known = a->tokens.count - 1;
		if (at - polled >= POLL_B)
		{
			nx_poll(a, (uint32_t) (at - polled));
			polled = at;
			look_up(a, known);
			known = a->tokens.count;
		}
	}
	look_up(a, known);
}
