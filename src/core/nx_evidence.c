/*
 * nx_evidence.c
 *		What is known of each token before names are sought.
 *
 * The name tagger (nx_name.c) asks of a token more than its sentence tells:
 *
 *	- the classes of its word and of the phrases it stands in (lexicon);
 *	- the run of capitals around it: "Bank of England" is two runs;
 *	- how the line is set: in a headline in capitals or title case a capital
 *	  says nothing;
 *	- how its form stands elsewhere in the article.  A headline "WOOD QUITS" is
 *	  unclear by itself; that the text below has "Mr. Wood said" settles it.
 *
 * The last is one table for the article, form -> bits (NX_SEEN_*), filled from
 * all occurrences and read back for each.  Lines in capitals or title case
 * only read.  The table holds forms that stand with a capital somewhere; a
 * form that never does needs no entry.
 *
 * It also decides which tokens are scored at all: words with a capital, what
 * may join them inside a name ("of", "&", "van der"), numbers beside them; of
 * a line in capitals, everything; and of a text that does without capitals, as
 * some on the web, everything, too.  Four of five tokens of news are passed over.
 *
 * Memory: one NxEvidence a token and the table, in the arena.  Linear time: a
 * phrase of the lexicon is at most NX_MAX_PHRASE tokens long, joints look three
 * tokens far.
 */
#include "nx_lexicon.h"
#include "nx_name.h"

/* The parts of a name that a token may be, see NxEvidence.part. */
enum
{
	PART_CAPITAL = 1 << 0, PART_FIRST = 1 << 1, PART_LAST = 1 << 2,
	PART_TITLE = 1 << 3, PART_ROLE = 1 << 4, PART_SAY = 1 << 5,
	PART_PLACE = 1 << 6, PART_WORD = 1 << 8, PART_INITIAL = 1 << 9,
	PART_ORG = 1 << 10, PART_PLACE_HEAD = 1 << 11, PART_MONTH = 1 << 12
};

static uint32_t
token_length(const NxToken *token)
{
	return token->end_b - token->at_b;
}

static bool
is_word(const NxToken *token)
{
	return token->letters != NX_CASE_NONE;
}

static bool
is_byte(const NxArticle *a, const NxToken *token, char byte)
{
	return a->text[token->at_b] == byte && token_length(token) == 1;
}

static bool
is_digit(const NxArticle *a, const NxToken *token)
{
	char		c = a->text[token->at_b];

	return c >= '0' && c <= '9';
}

/* "J." or "J" */
static bool
is_initial(const NxArticle *a, const NxToken *token)
{
	return token->letters == NX_CASE_CAPITAL &&
		(token_length(token) == 1 ||
		 (token_length(token) == 2 && a->text[token->end_b - 1] == '.'));
}

/* --- the token by itself --- */

static uint8_t
capital_of(const NxArticle *a, const NxToken *token)
{
	unsigned char first = (unsigned char) a->text[token->at_b];

	switch (token->letters)
	{
		case NX_CASE_CAPITAL:
		case NX_CASE_UPPER:
			return 1;
		case NX_CASE_MIXED:
			return first >= 0x80 || (first >= 'A' && first <= 'Z') ? 1 : 2;
		default:
			return 0;
	}
}

static uint32_t
part_of(const NxArticle *a, const NxToken *token, const NxEvidence *e)
{
	uint64_t	place = e->names | e->begins | e->goes_on;
	uint64_t	words = nx_token_words(token);
	uint32_t	part = PART_WORD;

	if (!is_word(token))
		return (unsigned char) a->text[token->at_b];
	part |= e->capital ? PART_CAPITAL : 0;
	part |= e->names & NX_IS_FIRST ? PART_FIRST : 0;
	part |= e->names & NX_IS_LAST ? PART_LAST : 0;
	part |= e->names & NX_IS(TITLE) ? PART_TITLE : 0;
	part |= words & NX_IS(ROLE) ? PART_ROLE : 0;
	part |= words & NX_IS_SAY ? PART_SAY : 0;
	part |= place & NX_IS_PLACE ? PART_PLACE : 0;
	part |= is_initial(a, token) ? PART_INITIAL : 0;
	part |= e->names & (NX_IS(ORG_HEAD) | NX_IS(ORG_SUFFIX)) ? PART_ORG : 0;
	part |= e->names & NX_IS(PLACE_HEAD) ? PART_PLACE_HEAD : 0;
	part |= e->names & NX_IS(MONTH) ? PART_MONTH : 0;
	return part;
}

#define PART_REACH	2			/* tokens on each side whose parts are asked for */

/* The parts of a scored token and of its neighbours. */
static void
mark_parts(const NxArticle *a, NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	uint32_t	first = i - sentence.first > PART_REACH ? i - PART_REACH : sentence.first;
	uint32_t	end = sentence.end - i > PART_REACH ? i + PART_REACH + 1 : sentence.end;

	for (uint32_t k = first; k < end; k++)
	{
		if (evidence[k].part == 0)
			evidence[k].part = part_of(a, nx_token_at(a, k), &evidence[k]);
	}
}

/* Marks the tokens of all phrases of the lexicon that begin at a token. */
static void
mark_phrases(const NxArticle *a, NxEvidence *evidence, uint32_t first, uint32_t end)
{
	uint32_t	state;

	if (first + 1 >= end ||
		!nx_phrase_may_be(nx_token_at(a, first)->word, nx_token_at(a, first + 1)->word))
		return;
	state = nx_phrase_begin(nx_token_at(a, first)->form, nx_token_at(a, first)->word);
	for (uint32_t i = first + 1; state != 0 && i < end; i++)
	{
		const NxClasses *classes;

		state = nx_phrase_step(state, nx_token_at(a, i)->form);
		classes = state != 0 ? nx_phrase_classes(state) : NULL;
		if (classes == NULL)
			continue;
		evidence[first].begins |= classes->names;
		for (uint32_t k = first + 1; k <= i; k++)
			evidence[k].goes_on |= classes->names;
	}
}

/* --- the sentence --- */

static NxLineCase
line_case(const NxArticle *a, const NxEvidence *evidence, NxRange sentence)
{
	uint32_t	words = 0;
	uint32_t	upper = 0;
	uint32_t	lower = 0;
	uint32_t	large = 0;		/* long words, and short ones with a capital */
	uint32_t	titled = 0;		/* those of them with a capital */

	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);
		bool		is_capital = evidence[i].capital == 1;

		if (!is_word(token) || token_length(token) < 2)
			continue;
		words++;
		upper += token->letters == NX_CASE_UPPER;
		lower += evidence[i].capital == 0;
		large += token_length(token) >= 4 || is_capital;
		titled += is_capital;
	}
	if (words >= 2 && upper * 10 >= words * 8)
		return NX_LINE_CAPITALS;
	if (words >= 4 && titled * 10 >= large * 9 && lower * 3 <= words)
		return NX_LINE_TITLE;
	return NX_LINE_PLAIN;
}

static void
mark_runs(NxEvidence *evidence, NxRange sentence)
{
	uint32_t	i = sentence.first;

	while (i < sentence.end)
	{
		uint32_t	end = i;

		while (end < sentence.end && evidence[end].capital != 0)
			end++;
		for (uint32_t k = i; k < end; k++)
		{
			evidence[k].run_first = i;
			evidence[k].run_end = end;
		}
		i = end > i ? end : i + 1;
	}
}

static void
mark_openings(const NxArticle *a, NxEvidence *evidence, NxRange sentence)
{
	bool		has_word = false;

	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		if (!has_word)
			evidence[i].opens = NX_OPENS_SENTENCE;
		else if (token[-1].kind == NX_TOKEN_MARK && !(token->flags & NX_SPACE_BEFORE))
			evidence[i].opens = NX_OPENS_QUOTATION;
		has_word |= is_word(token);
	}
}

#define JOINT_REACH		3		/* tokens from a joint to a capital */
#define JOINT_LETTERS	4		/* of a word that may join capitals */
#define JOINT_WORDS		(NX_IS(PREPOSITION) | NX_IS(AND) | NX_IS(DETERMINER))

/* Does a capital stand within reach, over short words only? */
static bool
has_capital_near(const NxArticle *a, const NxEvidence *evidence, NxRange sentence,
				 uint32_t i, int step)
{
	for (int k = 1; k <= JOINT_REACH; k++)
	{
		uint32_t	at = i + (uint32_t) (k * step);

		if (!nx_range_holds(sentence, at))
			return false;
		if (evidence[at].capital != 0)
			return true;
		if (token_length(nx_token_at(a, at)) > JOINT_LETTERS &&
			!(evidence[at].names & NX_IS(PARTICLE)))
			return false;
	}
	return false;
}

/* A number beside a capital: "Channel 4", "49 ers". */
static bool
is_beside_capital(const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	return (i + 1 < sentence.end && evidence[i + 1].capital != 0) ||
		(i > sentence.first && evidence[i - 1].capital != 0);
}

/* "Moody's" and "Google, Inc.": what a name may end in. */
static bool
ends_name(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	if (i == sentence.first || evidence[i - 1].capital == 0)
		return false;
	return nx_token_is(a, i, "'s") ||
		(is_byte(a, nx_token_at(a, i), ',') && i + 1 < sentence.end &&
		 evidence[i + 1].capital != 0 && evidence[i + 1].names & NX_IS(ORG_SUFFIX));
}

/* "al - Sadr": the hyphen of a particle, between spaces. */
static bool
joins_particle(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	return is_byte(a, nx_token_at(a, i), '-') && i > sentence.first &&
		evidence[i - 1].names & NX_IS(PARTICLE) && i + 1 < sentence.end &&
		evidence[i + 1].capital != 0;
}

static bool
may_be_in_name(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	bool		is_particle = (evidence[i].names & NX_IS(PARTICLE)) != 0;
	bool		is_joint;

	if (token->kind == NX_TOKEN_HANDLE || token->kind == NX_TOKEN_URL ||
		token->kind == NX_TOKEN_EMAIL)
		return false;
	if (evidence[i].capital != 0 || evidence[i].line == NX_LINE_CAPITALS ||
		evidence[i].line == NX_LINE_BARE)
		return true;
	if (is_digit(a, token))
		return is_beside_capital(evidence, sentence, i);
	if (ends_name(a, evidence, sentence, i) || joins_particle(a, evidence, sentence, i))
		return true;
	is_joint = is_particle || (nx_token_words(nx_token_at(a, i)) & JOINT_WORDS) != 0 ||
		(is_word(token) && token_length(token) <= 3) ||
		(token_length(token) == 1 && strchr("&-'/.", a->text[token->at_b]));
	if (!is_joint || !has_capital_near(a, evidence, sentence, i, 1))
		return false;
	return is_particle || has_capital_near(a, evidence, sentence, i, -1);
}

/* --- the article --- */

typedef struct Seen
{
	uint32_t	form;
	uint32_t	bits;			/* 0: free */
} Seen;

typedef struct SeenTable
{
	Seen	   *slots;
	uint32_t	mask;
} SeenTable;

#define SEEN_ENTRY	(UINT32_C(1) << 31)	/* tells a used slot from a free one */

static Seen *
find_seen(const SeenTable *table, uint32_t form)
{
	uint32_t	slot = form & table->mask;

	while (table->slots[slot].bits != 0 && table->slots[slot].form != form)
		slot = (slot + 1) & table->mask;
	return &table->slots[slot];
}

/* Room for twice the words with a capital. */
static SeenTable
make_seen_table(NxArticle *a, uint32_t count)
{
	SeenTable	table = {NULL, 15};

	while (table.mask < count * 2)
		table.mask = table.mask * 2 + 1;
	table.slots = nx_alloc_array(&a->arena, Seen, (size_t) table.mask + 1);
	return table;
}

/* Does a name before "shares", or behind "stake in", belong to a firm? */
static bool
is_of_firms(const NxArticle *a, uint32_t i)
{
	return nx_is_among(a, i, " shares stock stake stakes shareholders customers brands "
					   "subsidiary products ");
}

/* What the token on its left tells of a word with a capital. */
static uint32_t
seen_after(const NxArticle *a, const NxEvidence *evidence, uint32_t left_i)
{
	const NxToken *left = nx_token_at(a, left_i);
	const NxEvidence *e = &evidence[left_i];
	uint64_t	words = nx_token_words(left);
	uint32_t	bits = 0;

	bits |= is_word(left) ? NX_SEEN_INSIDE : 0;
	bits |= words & NX_IS_SAY ? NX_SEEN_BESIDE_SAY : 0;
	bits |= is_byte(a, left, '(') ? NX_SEEN_BRACKET : 0;
	if (e->capital != 0)
	{
		bits |= e->names & NX_IS(TITLE) ? NX_SEEN_AFTER_TITLE : 0;
		if (is_initial(a, left))
			bits |= NX_SEEN_AFTER_INITIAL;
		else if (e->names & NX_IS_FIRST)
			bits |= NX_SEEN_AFTER_FIRST;
		return bits;
	}
	bits |= words & NX_IS(ROLE) ? NX_SEEN_AFTER_ROLE : 0;
	bits |= words & NX_IS(ORG_NOUN) ? NX_SEEN_AS_BODY : 0;
	bits |= nx_token_is(a, left_i, "in") && left_i > 0 && is_of_firms(a, left_i - 1) ?
		NX_SEEN_AS_BODY : 0;
	bits |= words & NX_IS(PREPOSITION) &&
		(nx_token_is(a, left_i, "in") || nx_token_is(a, left_i, "at") ||
		 nx_token_is(a, left_i, "from") || nx_token_is(a, left_i, "to") ||
		 nx_token_is(a, left_i, "near")) ? NX_SEEN_AFTER_IN : 0;
	bits |= nx_token_is(a, left_i, "the") ? NX_SEEN_AFTER_THE : 0;
	return bits;
}

#define APPOSITION_REACH	6	/* tokens looked at behind the comma */

/* What an apposition calls the name before it; i is behind the comma. */
static uint32_t
seen_in_apposition(const NxArticle *a, const NxEvidence *evidence, NxRange sentence,
				   uint32_t i)
{
	const uint64_t ends = NX_IS(PREPOSITION) | NX_IS(WHO) | NX_IS(AND) | NX_IS(BE) |
		NX_IS(HAVE) | NX_IS(MODAL) | NX_IS(PRONOUN) | NX_IS_SAY;
	uint32_t	end = sentence.end - i < APPOSITION_REACH ? sentence.end :
		i + APPOSITION_REACH;
	bool		has_article = (nx_token_words(nx_token_at(a, i)) & NX_IS(DETERMINER)) != 0;
	uint32_t	bits = 0;

	for (; i < end; i++)
	{
		uint64_t	words = nx_token_words(nx_token_at(a, i));

		if (words & ends ||
			nx_token_at(a, i)->kind == NX_TOKEN_PUNCTUATION)
			break;
		if (evidence[i].capital != 0)
			continue;
		if (words & (NX_IS(ROLE) | NX_IS(PERSON_NOUN) | NX_IS(KIN)))
			bits = NX_SEEN_AS_PERSON;
		else if (words & NX_IS(ORG_NOUN) && has_article)
			bits = NX_SEEN_AS_BODY;
	}
	return bits;
}

/* "47," and "now 47," */
static bool
is_age(const NxArticle *a, NxRange sentence, uint32_t i)
{
	if (nx_token_is(a, i, "now") || nx_token_is(a, i, "aged") || nx_token_is(a, i, "then"))
		i++;
	return i + 1 < sentence.end && is_digit(a, nx_token_at(a, i)) &&
		token_length(nx_token_at(a, i)) <= 2 && is_byte(a, nx_token_at(a, i + 1), ',');
}

/* ", Calif." and ", 47," and ", who" behind a name; i is behind the comma. */
static uint32_t
seen_behind_comma(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	uint32_t	bits;

	if (i >= sentence.end)
		return 0;
	bits = seen_in_apposition(a, evidence, sentence, i);
	if (evidence[i].capital != 0 &&
		evidence[i].names & (NX_IS(STATE) | NX_IS(STATE_CODE) | NX_IS(COUNTRY)))
		bits |= NX_SEEN_BEFORE_STATE;
	bits |= is_age(a, sentence, i) ? NX_SEEN_BEFORE_AGE : 0;
	if (nx_token_words(nx_token_at(a, i)) & NX_IS(WHO) && nx_token_is(a, i, "who"))
		bits |= NX_SEEN_BEFORE_WHO;
	return bits;
}

static uint32_t
seen_before(const NxArticle *a, const NxEvidence *evidence, NxRange sentence, uint32_t i)
{
	const NxEvidence *e = &evidence[i + 1];
	uint64_t	words = nx_token_words(nx_token_at(a, i + 1));
	uint32_t	bits = 0;

	if (is_byte(a, nx_token_at(a, i + 1), ','))
		return seen_behind_comma(a, evidence, sentence, i + 2);
	if (e->capital != 0)
	{
		bits |= e->names & (NX_IS(ORG_SUFFIX) | NX_IS(ORG_HEAD)) ? NX_SEEN_BEFORE_ORG : 0;
		bits |= e->names & NX_IS(PLACE_HEAD) ? NX_SEEN_BEFORE_PLACE : 0;
		bits |= e->names & NX_IS_LAST && evidence[i].names & NX_IS_FIRST ?
			NX_SEEN_BEFORE_LAST : 0;
		return bits;
	}
	bits |= words & NX_IS_SAY ? NX_SEEN_BESIDE_SAY : 0;
	bits |= is_of_firms(a, i + 1) ? NX_SEEN_AS_BODY : 0;
	bits |= words & NX_IS(WHO) && nx_token_is(a, i + 1, "who") ? NX_SEEN_BEFORE_WHO : 0;
	return bits;
}

static uint32_t
seen_in_run(const NxEvidence *evidence, uint32_t i)
{
	uint32_t	first = evidence[i].run_first;
	uint32_t	length = evidence[i].run_end - first;
	uint32_t	bits = 0;

	if (length == 1)
		return evidence[i].opens == NX_OPENS_NOTHING ? NX_SEEN_ALONE : 0;
	if (i + 1 == evidence[i].run_end)
	{
		bits |= evidence[first].names & NX_IS_FIRST ? NX_SEEN_AFTER_FIRST : 0;
		bits |= length <= 4 ? NX_SEEN_RUN_LAST : 0;
	}
	if (i == first && length <= 3)
		bits |= NX_SEEN_RUN_FIRST;
	return bits;
}

/* Is a capital of such a line worth something? */
static bool
tells_case(uint8_t line)
{
	return line == NX_LINE_PLAIN || line == NX_LINE_BARE;
}

static void
see_sentence(const NxArticle *a, const NxEvidence *evidence, NxRange sentence,
			 const SeenTable *table)
{
	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		Seen	   *seen;

		if (evidence[i].capital == 0 || !is_word(nx_token_at(a, i)))
			continue;
		seen = find_seen(table, nx_token_at(a, i)->form);
		seen->form = nx_token_at(a, i)->form;
		seen->bits |= SEEN_ENTRY;
		if (!tells_case(evidence[i].line))
			continue;
		seen->bits |= seen_in_run(evidence, i);
		if (i > sentence.first)
			seen->bits |= seen_after(a, evidence, i - 1);
		if (i + 1 < sentence.end)
			seen->bits |= seen_before(a, evidence, sentence, i);
	}
}

static void
read_seen(NxArticle *a, NxEvidence *evidence, uint32_t capitals)
{
	SeenTable	table = make_seen_table(a, capitals);

	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		nx_poll(a, 64);
		see_sentence(a, evidence, a->sentences.items[i].tokens, &table);
	}
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		nx_poll(a, 1);
		if (evidence[i].capital == 0 && tells_case(evidence[i].line) &&
			is_word(nx_token_at(a, i)))
		{
			Seen	   *seen = find_seen(&table, nx_token_at(a, i)->form);

			seen->bits |= seen->bits != 0 ? NX_SEEN_LOWER : 0;
		}
	}
	for (uint32_t i = 0; i < a->tokens.count; i++)
	{
		nx_poll(a, 1);
		if (evidence[i].is_scored && is_word(nx_token_at(a, i)))
			evidence[i].seen =
				find_seen(&table, nx_token_at(a, i)->form)->bits & ~SEEN_ENTRY;
	}
	nx_arena_drop(&a->arena, table.slots);
}

/* Returns how many of the words have a capital. */
static uint32_t
read_tokens(const NxArticle *a, NxEvidence *evidence, NxRange sentence)
{
	uint32_t	capitals = 0;

	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		const NxToken *token = nx_token_at(a, i);

		evidence[i] = (NxEvidence) {
			.names = nx_token_names(token),
			.capital = capital_of(a, token),
			.usual = token->word.capital
		};
		capitals += evidence[i].capital != 0;
	}
	return capitals;
}

/* "Hi, i am new": the one pronoun that print never has small. */
static bool
holds_small_i(const NxArticle *a, NxRange sentence)
{
	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		if (is_byte(a, nx_token_at(a, i), 'i') &&
			nx_token_at(a, i)->flags & NX_SPACE_BEFORE)
			return true;
	}
	return false;
}

/*
 * Does the text do without capitals, as some on the web?  A sixth of its
 * sentences begin in lower case or hold a small "i".
 */
static bool
lacks_capitals(NxArticle *a)
{
	uint32_t	lower = 0;

	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		tokens = a->sentences.items[i].tokens;
		uint32_t	first = tokens.first;

		nx_poll(a, 64);
		while (first + 1 < tokens.end && !is_word(nx_token_at(a, first)))
			first++;
		lower += nx_token_at(a, first)->letters == NX_CASE_LOWER ||
			holds_small_i(a, tokens);
	}
	return lower * 6 >= a->sentences.count;
}

static void
read_sentence(const NxArticle *a, NxEvidence *evidence, NxRange sentence, bool is_bare)
{
	NxLineCase	line = line_case(a, evidence, sentence);

	if (line == NX_LINE_PLAIN && is_bare)
		line = NX_LINE_BARE;
	mark_runs(evidence, sentence);
	mark_openings(a, evidence, sentence);
	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		evidence[i].line = line;
		evidence[i].is_scored = may_be_in_name(a, evidence, sentence, i);
		if (evidence[i].capital != 0 || line == NX_LINE_BARE)
			mark_phrases(a, evidence, i, sentence.end);
	}
	for (uint32_t i = sentence.first; i < sentence.end; i++)
	{
		if (evidence[i].is_scored)
			mark_parts(a, evidence, sentence, i);
	}
}

NxEvidence *
nx_evidence_read(NxArticle *a)
{
	NxEvidence *evidence = nx_take_array(&a->arena, NxEvidence, a->tokens.count);
	bool		is_bare = lacks_capitals(a);
	uint32_t	capitals = 0;

	for (uint32_t i = 0; i < a->sentences.count; i++)
	{
		NxRange		sentence = a->sentences.items[i].tokens;

		capitals += read_tokens(a, evidence, sentence);
		read_sentence(a, evidence, sentence, is_bare);
		nx_poll(a, nx_range_span(a, sentence).end_b - nx_range_span(a, sentence).at_b);
	}
	read_seen(a, evidence, capitals);
	return evidence;
}
