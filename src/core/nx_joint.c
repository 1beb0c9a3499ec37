/*
 * nx_joint.c
 *		Joints of words: apostrophe, hyphen, stop, comma and so on, at which a
 *		word goes on or ends.
 *
 * The tokenizer (nx_token.c) comes to a joint with a piece of the word behind
 * it; the function of the joint's class looks at both sides, and either steps
 * over the joint or ends the word there.  Nothing is kept but what the scanner
 * holds; a look reaches to the end of the next piece at most, so the work is
 * linear in the text.
 */
#include "nx_abbreviation.h"
#include "nx_form.h"
#include "nx_lexicon.h"
#include "nx_scanner.h"

static const char *
end_word(NxScanner *s, const char *at)
{
	s->is_done = true;
	return at;
}

/* Length of "s", "re", "ll" and so on when they end a word here, or 0. */
size_t
nx_contraction_length(const NxScanner *s, const char *at)
{
	static const char *const endings[] = {"s", "d", "m", "re", "ve", "ll"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (nx_is_whole_word(s, at, endings[i]))
			return strlen(endings[i]);
	return 0;
}

static const char *
join_apostrophe(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (!nx_is_word_at(s, next) || (at[-1] >= '0' && at[-1] <= '9') ||
		nx_contraction_length(s, next) > 0)
		return end_word(s, at);
	if (nx_lower_at(s, at - 1) == 'n' && nx_is_whole_word(s, next, "t"))
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
	uint8_t		capital = nx_lexicon_find(nx_form_hash(at, (size_t) (end - at))).capital;

	return capital >= NX_CAPITAL_RARELY && capital <= NX_CAPITAL_COMMON_WORD;
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
is_parting(const NxScanner *s, const char *at, const char *next)
{
	uint8_t		left = nx_class_at(s, s->piece);
	uint8_t		right = nx_class_at(s, next);

	if (left == NX_CHAR_UPPER && right == NX_CHAR_LOWER)
		return at - s->piece > 1 && is_tied_word(next, nx_skip_word(s, next)) &&
			!is_common_word(s->piece, at);
	if (left == NX_CHAR_LOWER && right == NX_CHAR_UPPER)
		return !is_particle(s->piece, at);
	return false;
}

static const char *
join_hyphen(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (!nx_is_word_at(s, next) || (!s->has_hyphen && is_parting(s, at, next)))
		return end_word(s, at);
	s->has_hyphen = true;
	s->piece = next;
	return next;
}

/* Past a URL: to white space or what cannot be part of it. */
static const char *
skip_url(NxScanner *s, const char *at)
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
join_colon(NxScanner *s, const char *at, NxChar joint)
{
	if (s->end - at > 3 && at[1] == '/' && at[2] == '/' && nx_is_word_at(s, at + 3))
		return skip_url(s, at + 3);
	if (nx_is_digit_at(s, at - 1) && nx_is_digit_at(s, at + joint.length_b))
		return at + joint.length_b;
	return end_word(s, at);
}

/* Past a top-level domain, or NULL. */
static const char *
skip_domain(const NxScanner *s, const char *at)
{
	static const char *const domains[] = {
		"au", "biz", "ca", "co", "com", "edu", "eu", "gov", "info", "io", "mil",
		"net", "nz", "org", "tv", "uk"
	};

	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		if (nx_is_whole_word(s, at, domains[i]) && *at >= 'a')
			return at + strlen(domains[i]);
	return NULL;
}

/* Is the last piece one capital ("J", also the second one of "J.-P")? */
static bool
is_initial(const NxScanner *s, const char *at)
{
	return at - s->piece == 1 && *s->piece >= 'A' && *s->piece <= 'Z' && *s->piece != 'I' &&
		(s->piece == s->start || (s->piece - s->start >= 2 && s->piece[-2] == '.'));
}

/* Does the word keep the stop that ends it? */
static bool
keeps_stop(const NxScanner *s, const char *at)
{
	const char *next = at + 1;

	if (nx_is_letter_class(nx_class_at(s, s->piece)))
	{
		if (s->has_stop && at - s->piece <= 2)
			return true;
		if (is_initial(s, at))
			return nx_class_at(s, next) != NX_CHAR_STOP;
	}
	switch (nx_abbreviation_find(s->piece, (size_t) (at - s->piece)))
	{
		case NX_ABBREVIATION_NONE:
			return false;
		case NX_ABBREVIATION_NUMBER:
			while (nx_class_at(s, next) == NX_CHAR_SPACE && next < s->end && next - at < 3)
				next++;
			return nx_is_digit_at(s, next);
		default:
			return nx_class_at(s, next) != NX_CHAR_STOP;
	}
}

/*
 * A stop before a letter: of an acronym ("U.S", "Ph.D"), or of a domain.
 * NULL: the word ends.
 */
static const char *
join_stop_letter(NxScanner *s, const char *at)
{
	const char *next = at + 1;
	const char *domain;

	if (at - s->piece == 1 || (at - s->piece == 2 && nx_class_at(s, s->piece) == NX_CHAR_UPPER &&
							   nx_class_at(s, next) == NX_CHAR_UPPER &&
							   nx_class_at(s, next + 1) == NX_CHAR_STOP))
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
join_stop(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;
	uint8_t		class = nx_class_at(s, next);

	if (*at != '.')
		return end_word(s, at);
	if (class == NX_CHAR_DIGIT && nx_is_digit_at(s, at - 1))
		return next;
	if (nx_is_letter_class(class) && nx_is_letter_class(nx_class_at(s, s->piece)))
	{
		const char *after;

		if (nx_is_whole_word(s, s->start, "www"))
			return skip_url(s, next);
		after = join_stop_letter(s, at);
		if (after == NULL)
			return keeps_stop(s, at) ? end_word(s, next) : end_word(s, at);
		s->piece = next;
		return after;
	}
	if (!keeps_stop(s, at))
		return end_word(s, at);
	if (class == NX_CHAR_HYPHEN && nx_is_word_at(s, next + 1))
		return next;
	return end_word(s, next);
}

/* A comma between thousands. */
static const char *
join_comma(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (nx_is_digit_at(s, at - 1) && nx_is_digit_at(s, next) && nx_is_digit_at(s, next + 1) &&
		nx_is_digit_at(s, next + 2) && !nx_is_digit_at(s, next + 3))
		return next + 3;
	return end_word(s, at);
}

static const char *
join_slash(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (s->kind == NX_TOKEN_URL)
		return skip_url(s, next);
	if (nx_is_digit_at(s, at - 1) && nx_is_digit_at(s, next))
		return next;
	return end_word(s, at);
}

/* "AT&T" */
static const char *
join_and(NxScanner *s, const char *at, NxChar joint)
{
	const char *next = at + joint.length_b;

	if (at[-1] >= 'A' && at[-1] <= 'Z' && nx_class_at(s, next) == NX_CHAR_UPPER)
		return next;
	return end_word(s, at);
}

static const char *
join_underscore(NxScanner *s, const char *at, NxChar joint)
{
	return nx_is_word_at(s, at + joint.length_b) ? at + joint.length_b : end_word(s, at);
}

const NxJoint nx_joints[NX_CHAR_CLASS_COUNT] = {
	[NX_CHAR_APOSTROPHE] = join_apostrophe,
	[NX_CHAR_HYPHEN] = join_hyphen,
	[NX_CHAR_STOP] = join_stop,
	[NX_CHAR_COMMA] = join_comma,
	[NX_CHAR_COLON] = join_colon,
	[NX_CHAR_SLASH] = join_slash,
	[NX_CHAR_AND] = join_and,
	[NX_CHAR_UNDERSCORE] = join_underscore,
};
