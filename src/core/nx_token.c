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
 * pieces (runs of letters and digits) joined by joints: apostrophe, hyphen,
 * stop, comma and so on.  At a joint a function of a second table looks at
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
#include "nx_abbreviation.h"
#include "nx_char.h"
#include "nx_form.h"
#include "nx_lexicon.h"

#define MAX_TOKEN_B		2048
#define MAX_SIGNS		16		/* tokens */
#define POLL_B			2048

typedef struct Scanner
{
	NxArticle  *a;
	const char *end;			/* of the text */
	const char *start;			/* of the token */
	const char *limit;			/* where the token ends at the latest */
	const char *piece;			/* start of the word's last piece */
	bool		is_done;		/* the word ends where the joint said */
	bool		has_hyphen;
	bool		has_stop;
	uint8_t		kind;			/* NxTokenKind */
	uint8_t		flags;			/* NxTokenFlags */
	uint32_t	signs;			/* tokens of signs that end here, glued */
} Scanner;

/* A reader takes the token at s->start, whose first character it is given. */
typedef const char *(*Reader) (Scanner *s, NxChar first);
/* A joint says where the word goes on, or ends (s->is_done). */
typedef const char *(*Joint) (Scanner *s, const char *at, NxChar joint);

/* ------------------------------------------------------------------------
 * Looking at characters
 * ------------------------------------------------------------------------
 */
static inline uint8_t
class_at(const Scanner *s, const char *at)
{
	return at < s->end ? nx_char_at(at, s->end).class : (uint8_t) NX_CHAR_SPACE;
}

static inline bool
is_word_at(const Scanner *s, const char *at)
{
	return nx_char_is_word(class_at(s, at));
}

static inline bool
is_digit_at(const Scanner *s, const char *at)
{
	return at < s->end && *at >= '0' && *at <= '9';
}

static inline bool
is_letter_class(uint8_t class)
{
	return class >= NX_CHAR_LOWER && class <= NX_CHAR_LETTER;
}

static inline char
lower_at(const Scanner *s, const char *at)
{
	return at < s->end && *at >= 'A' && *at <= 'Z' ? *at | 0x20 : at < s->end ? *at : ' ';
}

/* Do these lower-case letters stand here, as a whole word? */
static bool
is_whole_word(const Scanner *s, const char *at, const char *word)
{
	for (; *word != '\0'; word++, at++)
		if (lower_at(s, at) != *word)
			return false;
	return !is_word_at(s, at);
}

/* Past letters, digits and what has no width. */
static const char *
skip_word(const Scanner *s, const char *at)
{
	while (at < s->limit)
	{
		uint8_t		class = nx_char_classes[(unsigned char) *at];

		if (nx_char_is_word(class))
			at++;
		else if (class == NX_CHAR_WIDE || class == NX_CHAR_IGNORED)
		{
			NxChar		c = nx_char_at(at, s->limit);

			if (!nx_char_is_word(c.class) && c.class != NX_CHAR_IGNORED)
				break;
			at += c.length_b;
		}
		else
			break;
	}
	return at;
}

/* Past a run of one character. */
static const char *
skip_same(const Scanner *s, const char *at, NxChar c)
{
	while (s->limit - at >= c.length_b && memcmp(at, s->start, c.length_b) == 0)
		at += c.length_b;
	return at;
}

/* ------------------------------------------------------------------------
 * Joints of words
 * ------------------------------------------------------------------------
 */
static const char *
end_word(Scanner *s, const char *at)
{
	s->is_done = true;
	return at;
}

/* Length of "s", "re", "ll" and so on when they end a word here, or 0. */
static size_t
contraction_length(const Scanner *s, const char *at)
{
	static const char *const endings[] = {"s", "d", "m", "re", "ve", "ll"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (is_whole_word(s, at, endings[i]))
			return strlen(endings[i]);
	return 0;
}

static const char *
join_apostrophe(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (!is_word_at(s, next) || (at[-1] >= '0' && at[-1] <= '9') ||
		contraction_length(s, next) > 0)
		return end_word(s, at);
	if (lower_at(s, at - 1) == 'n' && is_whole_word(s, next, "t"))
		return end_word(s, at - 1 > s->start ? at - 1 : next + 1);
	return next;
}

/* Small words inside of names: what they are tied to is no compound. */
static bool
is_particle(const char *at, const char *end)
{
	static const char *const particles[] = {
		"abu", "ad", "al", "an", "ar", "as", "at", "az", "bin", "da", "de", "du",
		"e", "ed", "el", "es", "ez", "ibn", "la", "le", "ul", "ur"
	};

	for (size_t i = 0; i < sizeof(particles) / sizeof(particles[0]); i++)
	{
		size_t		length_b = strlen(particles[i]);

		if ((size_t) (end - at) == length_b && memcmp(at, particles[i], length_b) == 0)
			return true;
	}
	return false;
}

/* Is a piece with a capital a common word at the start of a sentence? */
static bool
is_common_word(const char *at, const char *end)
{
	uint32_t	word = nx_lexicon_find(nx_form_hash(at, (size_t) (end - at)));
	uint8_t		capital = nx_word(word)->capital;

	return word != 0 && capital >= NX_CAPITAL_RARELY && capital <= NX_CAPITAL_COMMON_WORD;
}

/*
 * Can a small word be tied to a name ("Xi-led", "Mao-era")?  A syllable of a
 * given name cannot ("Ki-moon", "Ying-jeou").
 */
static bool
is_tied_word(const char *at, const char *end)
{
	static const char *const words[] = {
		"age", "area", "born", "bound", "bred", "built", "class", "era", "free",
		"held", "led", "level", "like", "made", "only", "prone", "proof", "run",
		"size", "style", "type", "wide"
	};
	size_t		length_b = (size_t) (end - at);

	if (length_b > 5 || (length_b > 3 && memcmp(end - 2, "ed", 2) == 0))
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == length_b && memcmp(at, words[i], length_b) == 0)
			return true;
	return false;
}

/* Does a hyphen part a capital word from a small one ("Xi-led", "anti-Xi")? */
static bool
is_parting(const Scanner *s, const char *at, const char *next)
{
	uint8_t		left = class_at(s, s->piece);
	uint8_t		right = class_at(s, next);

	if (left == NX_CHAR_UPPER && right == NX_CHAR_LOWER)
		return at - s->piece > 1 && is_tied_word(next, skip_word(s, next)) &&
			!is_common_word(s->piece, at);
	if (left == NX_CHAR_LOWER && right == NX_CHAR_UPPER)
		return !is_particle(s->piece, at);
	return false;
}

static const char *
join_hyphen(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (!is_word_at(s, next) || (!s->has_hyphen && is_parting(s, at, next)))
		return end_word(s, at);
	s->has_hyphen = true;
	s->piece = next;
	return next;
}

/* Past a URL: to white space or what cannot be part of it. */
static const char *
skip_url(Scanner *s, const char *at)
{
	s->kind = NX_TOKEN_URL;
	while (at < s->limit)
	{
		NxChar		c = nx_char_at(at, s->limit);

		if (c.class <= NX_CHAR_LINE || c.class == NX_CHAR_MARK || *at == '<' || *at == '>')
			break;
		at += c.length_b;
	}
	while (at > s->start + 1 && strchr(".,;:!?)]'", at[-1]) != NULL)
		at--;
	return end_word(s, at);
}

static const char *
join_colon(Scanner *s, const char *at, NxChar joint)
{
	if (s->end - at > 3 && at[1] == '/' && at[2] == '/' && is_word_at(s, at + 3))
		return skip_url(s, at + 3);
	if (is_digit_at(s, at - 1) && is_digit_at(s, at + joint.length_b))
		return at + joint.length_b;
	return end_word(s, at);
}

/* Past a top-level domain, or NULL. */
static const char *
skip_domain(const Scanner *s, const char *at)
{
	static const char *const domains[] = {
		"au", "biz", "ca", "co", "com", "edu", "eu", "gov", "info", "io", "mil",
		"net", "nz", "org", "tv", "uk"
	};

	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		if (is_whole_word(s, at, domains[i]) && *at >= 'a')
			return at + strlen(domains[i]);
	return NULL;
}

/* Is the last piece one capital ("J", also the second one of "J.-P")? */
static bool
is_initial(const Scanner *s, const char *at)
{
	return at - s->piece == 1 && *s->piece >= 'A' && *s->piece <= 'Z' && *s->piece != 'I' &&
		(s->piece == s->start || (s->piece - s->start >= 2 && s->piece[-2] == '.'));
}

/* Does the word keep the stop that ends it? */
static bool
keeps_stop(const Scanner *s, const char *at)
{
	const char *next = at + 1;

	if (is_letter_class(class_at(s, s->piece)))
	{
		if (s->has_stop && at - s->piece <= 2)
			return true;
		if (is_initial(s, at))
			return class_at(s, next) != NX_CHAR_STOP;
	}
	switch (nx_abbreviation_find(s->piece, (size_t) (at - s->piece)))
	{
		case NX_ABBREVIATION_NONE:
			return false;
		case NX_ABBREVIATION_NUMBER:
			while (class_at(s, next) == NX_CHAR_SPACE && next < s->end && next - at < 3)
				next++;
			return is_digit_at(s, next);
		default:
			return class_at(s, next) != NX_CHAR_STOP;
	}
}

/*
 * A stop before a letter: of an acronym ("U.S", "Ph.D"), or of a domain.
 * NULL: the word ends.
 */
static const char *
join_stop_letter(Scanner *s, const char *at)
{
	const char *next = at + 1;
	const char *domain;

	if (at - s->piece == 1 || (at - s->piece == 2 && class_at(s, s->piece) == NX_CHAR_UPPER &&
							   class_at(s, next) == NX_CHAR_UPPER &&
							   class_at(s, next + 1) == NX_CHAR_STOP))
	{
		s->has_stop = true;
		return next;
	}
	domain = skip_domain(s, next);
	if (domain == NULL)
		return NULL;
	if (*s->start >= 'a')
		s->kind = NX_TOKEN_URL;
	return domain;
}

static const char *
join_stop(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;
	uint8_t		class = class_at(s, next);

	if (*at != '.')
		return end_word(s, at);
	if (class == NX_CHAR_DIGIT && is_digit_at(s, at - 1))
		return next;
	if (is_letter_class(class) && is_letter_class(class_at(s, s->piece)))
	{
		const char *after;

		if (is_whole_word(s, s->start, "www"))
			return skip_url(s, next);
		after = join_stop_letter(s, at);
		if (after == NULL)
			return keeps_stop(s, at) ? end_word(s, next) : end_word(s, at);
		s->piece = next;
		return after;
	}
	if (!keeps_stop(s, at))
		return end_word(s, at);
	if (class == NX_CHAR_HYPHEN && is_word_at(s, next + 1))
		return next;
	return end_word(s, next);
}

/* A comma between thousands. */
static const char *
join_comma(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (is_digit_at(s, at - 1) && is_digit_at(s, next) && is_digit_at(s, next + 1) &&
		is_digit_at(s, next + 2) && !is_digit_at(s, next + 3))
		return next + 3;
	return end_word(s, at);
}

static const char *
join_slash(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (s->kind == NX_TOKEN_URL)
		return skip_url(s, next);
	if (is_digit_at(s, at - 1) && is_digit_at(s, next))
		return next;
	return end_word(s, at);
}

/* "AT&T" */
static const char *
join_and(Scanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (at[-1] >= 'A' && at[-1] <= 'Z' && class_at(s, next) == NX_CHAR_UPPER)
		return next;
	return end_word(s, at);
}

static const char *
join_underscore(Scanner *s, const char *at, NxChar joint)
{
	return is_word_at(s, at + joint.length_b) ? at + joint.length_b : end_word(s, at);
}

static const Joint joints[NX_CHAR_CLASS_COUNT] = {
	[NX_CHAR_APOSTROPHE] = join_apostrophe,
	[NX_CHAR_HYPHEN] = join_hyphen,
	[NX_CHAR_STOP] = join_stop,
	[NX_CHAR_COMMA] = join_comma,
	[NX_CHAR_COLON] = join_colon,
	[NX_CHAR_SLASH] = join_slash,
	[NX_CHAR_AND] = join_and,
	[NX_CHAR_UNDERSCORE] = join_underscore,
};

/* ------------------------------------------------------------------------
 * Readers, by the first character of the token
 * ------------------------------------------------------------------------
 */
static const char *
read_word(Scanner *s, NxChar first)
{
	const char *at = s->start + first.length_b;

	s->kind = NX_TOKEN_WORD;
	s->piece = s->start;
	s->is_done = s->has_hyphen = s->has_stop = false;
	for (;;)
	{
		NxChar		c;

		at = skip_word(s, at);
		if (at >= s->limit)
			return s->limit;
		c = nx_char_at(at, s->limit);
		if (joints[c.class] == NULL)
			break;
		at = joints[c.class] (s, at, c);
		if (s->is_done)
			break;
	}
	if (at - s->start == 6 && is_whole_word(s, s->start, "cannot"))
		return s->start + 3;
	return at;
}

static bool
is_glued(const Scanner *s)
{
	return !(s->flags & NX_SPACE_BEFORE);
}

/*
 * Words with letters left out in front: "'90s", "'em", "’16".  A straight mark
 * before two digits alone rather opens a quotation.
 */
static const char *
skip_elision(const Scanner *s, const char *at)
{
	static const char *const words[] = {"em", "til", "tis", "twas", "n"};

	if (is_digit_at(s, at) && is_digit_at(s, at + 1))
	{
		if (is_whole_word(s, at + 2, "s"))
			return at + 3;
		return *s->start != '\'' && !is_word_at(s, at + 2) ? at + 2 : NULL;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (at < s->end && *at >= 'a' && is_whole_word(s, at, words[i]))
			return at + strlen(words[i]);
	return NULL;
}

static bool
is_opening_single(const Scanner *s, NxChar first)
{
	return first.length_b == 3 && memcmp(s->start, "\xE2\x80\x98", 3) == 0;
}

static const char *
read_apostrophe(Scanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;
	const char *elided;

	s->kind = NX_TOKEN_WORD;
	if (is_glued(s) && is_word_at(s, next))
	{
		size_t		length_b = contraction_length(s, next);

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
read_mark(Scanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;

	s->kind = NX_TOKEN_MARK;
	return *s->start == '`' && next < s->limit && *next == '`' ? next + 1 : next;
}

static const char *
read_run(Scanner *s, NxChar first)
{
	s->kind = NX_TOKEN_PUNCTUATION;
	return skip_same(s, s->start + first.length_b, first);
}

static const char *
read_stop(Scanner *s, NxChar first)
{
	if (!is_glued(s) && is_digit_at(s, s->start + 1))
		return read_word(s, first);
	return read_run(s, first);
}

static const char *
read_exclaim(Scanner *s, NxChar first)
{
	const char *at = s->start + first.length_b;

	s->kind = NX_TOKEN_PUNCTUATION;
	while (at < s->limit && nx_char_classes[(unsigned char) *at] == NX_CHAR_EXCLAIM)
		at++;
	return at;
}

static const char *
read_punctuation(Scanner *s, NxChar first)
{
	s->kind = NX_TOKEN_PUNCTUATION;
	return s->start + first.length_b;
}

static const char *
read_symbol(Scanner *s, NxChar first)
{
	s->kind = NX_TOKEN_SYMBOL;
	return skip_same(s, s->start + first.length_b, first);
}

/* The rest of a long run of signs. */
static const char *
read_signs(Scanner *s, NxChar first)
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
skip_handle(Scanner *s, const char *at)
{
	s->kind = NX_TOKEN_HANDLE;
	while (at < s->limit && (is_word_at(s, at) || *at == '_'))
		at += nx_char_at(at, s->limit).length_b;
	return at < s->limit ? at : s->limit;
}

static const char *
read_hash(Scanner *s, NxChar first)
{
	const char *next = s->start + first.length_b;

	if (!is_glued(s) && is_letter_class(class_at(s, next)))
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
take_back(Scanner *s)
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
read_at(Scanner *s, NxChar first)
{
	const char *at = s->start;
	const char *next = at + first.length_b;

	if (!is_word_at(s, next) && (next >= s->limit || *next != '_'))
		return read_symbol(s, first);
	if (!is_glued(s))
		return skip_handle(s, next);
	take_back(s);
	if (s->start == at)
		return skip_handle(s, next);
	s->kind = NX_TOKEN_EMAIL;
	while (next < s->limit && (is_word_at(s, next) || strchr(".-_", *next) != NULL))
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
skip_space(Scanner *s, const char *at)
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
grow(Scanner *s)
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
add_token(Scanner *s, const char *end)
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
read_token(Scanner *s)
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
	a->tokens.room = a->length_b / 5 + 16;
	a->tokens.items = nx_list_reserve(&a->arena, NULL, 0, a->tokens.room, sizeof(NxToken));
}

void
nx_token_read(NxArticle *a)
{
	Scanner		s = {.a = a, .end = a->text + a->length_b};
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
