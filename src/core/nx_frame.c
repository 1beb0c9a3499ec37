/*
 * nx_frame.c
 *		Frames of the reporting verbs: which they are, and what may follow them.
 *
 * A verb of the table tells speech ("said"), thought ("hopes") or evidence
 * ("shows"), and its frames tell in which shape its content may stand: a
 * that-clause, a bare clause, an infinitive, a noun phrase, words between
 * marks, a noun phrase behind a particle ("called for").  A frame stands here
 * when about half or more of its occurrences in the training articles were
 * annotated as reports; a verb that is not in the table is no cue.
 *
 * A form finds its lemma through the irregular forms first and then by its
 * ending: "tweeted" may come of "tweete", "tweet" or, had it a doubled
 * consonant, of a shorter stem; the table decides which exists.
 *
 * Both tables are asked through one index of hashes, which the reader holds.
 * The hash of a stem is that of a beginning of its form, so all endings cost
 * one walk over the letters.
 */
#include "nx_attribution.h"
#include "nx_grammar.h"
#include "nx_reader.h"

#define THAT		NX_FRAME_THAT
#define BARE		NX_FRAME_BARE
#define INF			NX_FRAME_INFINITIVE
#define OBJ_INF		NX_FRAME_OBJECT_INFINITIVE
#define NP			NX_FRAME_PHRASE
#define TOLD		NX_FRAME_ADDRESSEE
#define WH			NX_FRAME_QUESTION
#define MARK		NX_FRAME_MARKS
#define AS			NX_FRAME_AS
#define NEEDS		NX_FRAME_NEEDS_PARTICLE
#define SPEECH		NX_MODE_SPEECH
#define THOUGHT		NX_MODE_THOUGHT
#define EVIDENCE	NX_MODE_EVIDENCE

#define MAX_FORM_B	20			/* longest form of a verb of the tables */

static const NxFrameVerb verbs[] = {
	{"accuse", SPEECH, NP, "of"},
	{"acknowledge", SPEECH, THAT | BARE | WH | MARK | NP, ""},
	{"add", SPEECH, THAT | MARK, ""},
	{"admit", SPEECH, THAT | BARE | MARK, ""},
	{"advise", SPEECH, TOLD | OBJ_INF | THAT | MARK, ""},
	{"advocate", SPEECH, 0, "for"},
	{"affirm", SPEECH, THAT | BARE | MARK | NP, ""},
	{"agree", SPEECH, THAT | BARE | INF | MARK, "with on to"},
	{"aim", THOUGHT, INF, "at"},
	{"allege", SPEECH, THAT | BARE | MARK, ""},
	{"allude", SPEECH, 0, "to"},
	{"announce", SPEECH, THAT | BARE | NP | MARK, ""},
	{"answer", SPEECH, MARK | THAT, ""},
	{"anticipate", THOUGHT, THAT | BARE | NP, ""},
	{"apologize", SPEECH, INF | MARK, "for"},
	{"appeal", SPEECH, OBJ_INF, "for"},
	{"appear", THOUGHT, INF, ""},
	{"applaud", SPEECH, NP, ""},
	{"argue", SPEECH, THAT | BARE | MARK, "for against"},
	{"ask", SPEECH, MARK | WH | OBJ_INF | INF | TOLD, "about for"},
	{"assail", SPEECH, NP, ""},
	{"assert", SPEECH, THAT | BARE | MARK | NP, ""},
	{"assume", THOUGHT, THAT | BARE, ""},
	{"assure", SPEECH, TOLD | THAT | BARE | MARK, ""},
	{"attack", SPEECH, MARK, ""},
	{"attribute", SPEECH, NP, ""},
	{"bash", SPEECH, NP, ""},
	{"beg", SPEECH, OBJ_INF | INF | MARK, ""},
	{"begin", SPEECH, MARK, ""},
	{"believe", THOUGHT, THAT | BARE, "in"},
	{"bemoan", SPEECH, NP, ""},
	{"berate", SPEECH, NP, ""},
	{"bet", THOUGHT, THAT | BARE, ""},
	{"blame", SPEECH, NP, ""},
	{"blast", SPEECH, NP, ""},
	{"boast", SPEECH, THAT | BARE | MARK, "about of"},
	{"boom", SPEECH, MARK, ""},
	{"brag", SPEECH, THAT | BARE | MARK, "about of"},
	{"brand", SPEECH, NP, ""},
	{"bristle", SPEECH, MARK, "at"},
	{"call", SPEECH, NP | MARK, "for on"},
	{"caution", SPEECH, THAT | BARE | MARK | TOLD, "against"},
	{"chant", SPEECH, MARK, ""},
	{"characterize", SPEECH, NP, ""},
	{"charge", SPEECH, THAT | BARE | MARK, ""},
	{"chide", SPEECH, NP | MARK, ""},
	{"cite", SPEECH, NP, ""},
	{"claim", SPEECH, THAT | BARE | MARK | INF | NP, ""},
	{"clarify", SPEECH, THAT | BARE | MARK | NP, ""},
	{"commend", SPEECH, NP, ""},
	{"comment", SPEECH, MARK | THAT, "on about"},
	{"complain", SPEECH, THAT | BARE | MARK, "about of"},
	{"concede", SPEECH, THAT | BARE | MARK | NP, ""},
	{"conclude", SPEECH, THAT | BARE | MARK, ""},
	{"condemn", SPEECH, NP, ""},
	{"confess", SPEECH, THAT | BARE | MARK | INF, ""},
	{"confide", SPEECH, THAT | BARE | MARK, ""},
	{"confirm", SPEECH, THAT | BARE | MARK, ""},
	{"congratulate", SPEECH, NP, ""},
	{"contend", SPEECH, THAT | BARE | MARK, ""},
	{"continue", SPEECH, MARK | THAT, ""},
	{"convince", THOUGHT, TOLD | THAT | BARE | OBJ_INF, ""},
	{"counter", SPEECH, THAT | BARE | MARK, ""},
	{"crack", SPEECH, MARK, ""},
	{"credit", SPEECH, NP, ""},
	{"criticise", SPEECH, NP, ""},
	{"criticize", SPEECH, NP, ""},
	{"cry", SPEECH, MARK, ""},
	{"debunk", SPEECH, NP, ""},
	{"declare", SPEECH, THAT | BARE | NP | MARK, ""},
	{"decline", SPEECH, INF | NP, ""},
	{"decry", SPEECH, NP, ""},
	{"deem", THOUGHT, NP, ""},
	{"demand", SPEECH, THAT | BARE | INF | MARK, ""},
	{"demonstrate", EVIDENCE, THAT | WH, ""},
	{"denounce", SPEECH, NP, ""},
	{"deny", SPEECH, THAT | BARE | MARK, ""},
	{"depict", SPEECH, NP, ""},
	{"deride", SPEECH, NP, ""},
	{"describe", SPEECH, NP | MARK, ""},
	{"detail", SPEECH, NP, ""},
	{"determine", EVIDENCE, THAT | BARE, ""},
	{"disagree", SPEECH, 0, "with"},
	{"disavow", SPEECH, NP, ""},
	{"disclose", SPEECH, THAT | BARE | NP, ""},
	{"discuss", SPEECH, NP | WH, ""},
	{"dismiss", SPEECH, NP, ""},
	{"dispute", SPEECH, THAT | NP, ""},
	{"doubt", THOUGHT, THAT | BARE | WH | NP, ""},
	{"downplay", SPEECH, NP, ""},
	{"echo", SPEECH, NP | MARK, ""},
	{"elaborate", SPEECH, MARK, "on"},
	{"email", SPEECH, MARK, ""},
	{"emphasise", SPEECH, THAT | BARE | NP | MARK, ""},
	{"emphasize", SPEECH, THAT | BARE | NP | MARK, ""},
	{"encourage", SPEECH, OBJ_INF, ""},
	{"endorse", SPEECH, NP, ""},
	{"estimate", EVIDENCE, THAT | NP | BARE | MARK, ""},
	{"exclaim", SPEECH, MARK | THAT, ""},
	{"exhort", SPEECH, MARK | OBJ_INF, ""},
	{"expect", THOUGHT, INF | THAT | BARE | NP, ""},
	{"explain", SPEECH, THAT | BARE | WH | MARK | NP, ""},
	{"express", SPEECH, NP, ""},
	{"fear", THOUGHT, THAT | BARE | NP, ""},
	{"feel", THOUGHT, THAT, ""},
	{"find", EVIDENCE, THAT, ""},
	{"forecast", SPEECH, THAT | BARE | NP, ""},
	{"foresee", THOUGHT, NP | BARE, ""},
	{"fret", SPEECH, THAT | BARE | MARK, "about"},
	{"fume", SPEECH, MARK | THAT, ""},
	{"go", SPEECH, MARK, ""},
	{"gripe", SPEECH, THAT | BARE | MARK, "about"},
	{"guarantee", SPEECH, THAT | BARE | NP, ""},
	{"guess", THOUGHT, THAT | BARE, ""},
	{"hail", SPEECH, NP, ""},
	{"herald", SPEECH, NP, ""},
	{"highlight", SPEECH, NP, ""},
	{"hint", SPEECH, THAT | BARE | MARK, "at"},
	{"hope", THOUGHT, THAT | BARE | INF, "for"},
	{"imply", SPEECH, THAT | BARE | NP, ""},
	{"indicate", SPEECH, THAT | BARE | WH | NP | MARK, ""},
	{"inform", SPEECH, TOLD | THAT | BARE, ""},
	{"insinuate", SPEECH, THAT | BARE, ""},
	{"insist", SPEECH, THAT | BARE | MARK | INF, "on"},
	{"instruct", SPEECH, OBJ_INF, ""},
	{"intend", THOUGHT, INF, ""},
	{"interject", SPEECH, MARK, ""},
	{"joke", SPEECH, THAT | BARE | MARK, "about"},
	{"label", SPEECH, NP, ""},
	{"lambast", SPEECH, NP, ""},
	{"lambaste", SPEECH, NP, ""},
	{"lament", SPEECH, THAT | BARE | NP | MARK, ""},
	{"laud", SPEECH, NP, ""},
	{"learn", THOUGHT, THAT | BARE, ""},
	{"liken", SPEECH, NP, ""},
	{"list", SPEECH, NP, ""},
	{"maintain", SPEECH, THAT | BARE | MARK, ""},
	{"make", SPEECH, THAT | BARE | WH | NEEDS, "clear"},
	{"mention", SPEECH, NP | THAT, ""},
	{"mock", SPEECH, NP, ""},
	{"mumble", SPEECH, MARK, ""},
	{"muse", SPEECH, MARK | THAT, "about"},
	{"mutter", SPEECH, MARK | THAT, ""},
	{"note", SPEECH, THAT | BARE | NP | MARK | WH, ""},
	{"object", SPEECH, THAT | MARK, "to"},
	{"observe", SPEECH, THAT | MARK | BARE, ""},
	{"opine", SPEECH, THAT | MARK | BARE, ""},
	{"order", SPEECH, OBJ_INF | NP, ""},
	{"outline", SPEECH, NP, ""},
	{"paint", SPEECH, NP, ""},
	{"pan", SPEECH, NP, ""},
	{"persuade", SPEECH, OBJ_INF | THAT, ""},
	{"plan", THOUGHT, INF, ""},
	{"plead", SPEECH, MARK | INF, "with"},
	{"pledge", SPEECH, INF | THAT | BARE | NP | MARK, ""},
	{"point", SPEECH, MARK, "to out"},
	{"ponder", THOUGHT, WH, ""},
	{"portray", SPEECH, NP, ""},
	{"post", SPEECH, MARK, ""},
	{"praise", SPEECH, NP, ""},
	{"preach", SPEECH, MARK | NP, ""},
	{"predict", SPEECH, THAT | BARE | NP | MARK, ""},
	{"proclaim", SPEECH, THAT | BARE | MARK | NP, ""},
	{"project", EVIDENCE, THAT, ""},
	{"promise", SPEECH, INF | THAT | BARE | MARK | NP | TOLD, ""},
	{"propose", SPEECH, THAT | BARE | NP | INF | MARK, ""},
	{"protest", SPEECH, THAT | MARK, ""},
	{"prove", EVIDENCE, THAT, ""},
	{"push", SPEECH, 0, "for back"},
	{"put", SPEECH, MARK | NEEDS, "it"},
	{"question", SPEECH, WH | NP | MARK, ""},
	{"quip", SPEECH, MARK | THAT, ""},
	{"quote", SPEECH, NP, ""},
	{"rail", SPEECH, 0, "against"},
	{"rave", SPEECH, MARK, "about"},
	{"read", SPEECH, MARK, ""},
	{"reaffirm", SPEECH, THAT | NP, ""},
	{"realize", THOUGHT, THAT, ""},
	{"reason", THOUGHT, THAT | MARK | BARE, ""},
	{"reassure", SPEECH, TOLD | THAT | BARE, ""},
	{"rebuff", SPEECH, NP, ""},
	{"rebuke", SPEECH, NP, ""},
	{"rebut", SPEECH, NP, ""},
	{"recall", SPEECH, THAT | BARE | WH | NP | MARK, ""},
	{"recite", SPEECH, NP, ""},
	{"reckon", THOUGHT, THAT | BARE, ""},
	{"recognize", THOUGHT, THAT, ""},
	{"recommend", SPEECH, THAT | BARE | NP, ""},
	{"recount", SPEECH, NP | WH | MARK, ""},
	{"refer", SPEECH, 0, "to"},
	{"refuse", SPEECH, INF | NP, ""},
	{"reiterate", SPEECH, THAT | BARE | NP | MARK, ""},
	{"reject", SPEECH, NP, ""},
	{"relate", SPEECH, MARK, ""},
	{"remark", SPEECH, THAT | BARE | MARK, ""},
	{"remember", THOUGHT, THAT | BARE | WH | MARK | NP, ""},
	{"remind", SPEECH, TOLD | THAT | BARE, ""},
	{"repeat", SPEECH, NP | MARK | THAT, ""},
	{"reply", SPEECH, MARK | THAT | BARE, ""},
	{"report", SPEECH, THAT | BARE | MARK | NP, ""},
	{"request", SPEECH, NP | THAT, ""},
	{"respond", SPEECH, MARK | THAT, ""},
	{"retort", SPEECH, MARK | THAT, ""},
	{"retweet", SPEECH, NP, ""},
	{"reveal", SPEECH, THAT | BARE | NP | WH, ""},
	{"rip", SPEECH, NP, ""},
	{"rule", SPEECH, THAT, ""},
	{"say", SPEECH, THAT | BARE | MARK | WH, ""},
	{"scoff", SPEECH, MARK, "at"},
	{"scold", SPEECH, NP, ""},
	{"scream", SPEECH, MARK, ""},
	{"seem", THOUGHT, INF, ""},
	{"shout", SPEECH, MARK | THAT, ""},
	{"show", EVIDENCE, THAT | BARE | WH | NP, ""},
	{"shrug", SPEECH, MARK, ""},
	{"sigh", SPEECH, MARK, ""},
	{"signal", SPEECH, THAT | BARE | NP, ""},
	{"skewer", SPEECH, NP, ""},
	{"slam", SPEECH, NP, ""},
	{"smile", SPEECH, MARK, ""},
	{"snap", SPEECH, MARK, ""},
	{"sneer", SPEECH, MARK, ""},
	{"speak", SPEECH, MARK, "about of"},
	{"speculate", SPEECH, THAT | BARE | MARK | WH, "about"},
	{"state", SPEECH, THAT | BARE | MARK | NP, ""},
	{"stress", SPEECH, THAT | BARE | NP | MARK, ""},
	{"submit", SPEECH, THAT, ""},
	{"suggest", SPEECH, THAT | BARE | NP | MARK | WH, ""},
	{"suppose", THOUGHT, THAT | BARE, ""},
	{"suspect", THOUGHT, THAT | BARE, ""},
	{"swear", SPEECH, THAT | BARE | INF | MARK, ""},
	{"talk", SPEECH, 0, "about of"},
	{"taunt", SPEECH, MARK | NP, ""},
	{"tell", SPEECH, TOLD | THAT | BARE | WH | MARK | OBJ_INF, ""},
	{"testify", SPEECH, THAT | BARE | MARK, ""},
	{"text", SPEECH, MARK, ""},
	{"thank", SPEECH, NP, ""},
	{"think", THOUGHT, THAT | BARE, "about of"},
	{"threaten", SPEECH, INF | THAT, ""},
	{"thunder", SPEECH, MARK, ""},
	{"tout", SPEECH, NP, ""},
	{"tweet", SPEECH, THAT | BARE | MARK | NP, ""},
	{"underline", SPEECH, THAT | NP, ""},
	{"underscore", SPEECH, NP | THAT, ""},
	{"understand", THOUGHT, THAT, ""},
	{"urge", SPEECH, OBJ_INF | THAT | NP | MARK, ""},
	{"view", THOUGHT, AS, ""},
	{"voice", SPEECH, NP, ""},
	{"vow", SPEECH, INF | THAT | BARE | MARK, ""},
	{"wail", SPEECH, MARK, ""},
	{"warn", SPEECH, THAT | BARE | MARK | TOLD, "of against about"},
	{"weigh", SPEECH, MARK, "in"},
	{"whisper", SPEECH, MARK | THAT, ""},
	{"wish", THOUGHT, THAT | BARE | INF, "for"},
	{"wonder", THOUGHT, WH | MARK | THAT, ""},
	{"worry", THOUGHT, THAT | BARE | MARK, "about"},
	{"write", SPEECH, THAT | BARE | MARK, ""},
	{"yell", SPEECH, MARK | THAT, ""},
};

/* Forms that are no lemmas of the table. */
typedef struct Irregular
{
	const char *form;
	const char *lemma;
} Irregular;

static const Irregular irregular[] = {
	{"became", "become"},
	{"began", "begin"},
	{"begun", "begin"},
	{"felt", "feel"},
	{"foresaw", "foresee"},
	{"found", "find"},
	{"goes", "go"},
	{"gone", "go"},
	{"heard", "hear"},
	{"held", "hold"},
	{"knew", "know"},
	{"known", "know"},
	{"made", "make"},
	{"meant", "mean"},
	{"said", "say"},
	{"saw", "see"},
	{"seen", "see"},
	{"sought", "seek"},
	{"spoke", "speak"},
	{"spoken", "speak"},
	{"swore", "swear"},
	{"sworn", "swear"},
	{"thought", "think"},
	{"told", "tell"},
	{"understood", "understand"},
	{"went", "go"},
	{"written", "write"},
	{"wrote", "write"},
};

/* Endings of regular forms: what is cut off, and the letter that is put on. */
typedef struct Ending
{
	const char *cut;
	uint32_t	cut_b;
	char		add;			/* or NUL */
} Ending;

static const Ending endings[] = {
	{"ies", 3, 'y'}, {"ied", 3, 'y'}, {"ing", 3, '\0'}, {"ing", 3, 'e'}, {"ed", 2, '\0'},
	{"ed", 2, 'e'}, {"es", 2, '\0'}, {"s", 1, '\0'},
};

#define VERB_COUNT		(sizeof(verbs) / sizeof(verbs[0]))
#define IRREGULAR_COUNT	(sizeof(irregular) / sizeof(irregular[0]))

/* ------------------------------------------------------------------------
 * The index: rows of both tables by hash, counted from 1
 * ------------------------------------------------------------------------
 */
static const char *
row_form(uint32_t row)
{
	return row <= VERB_COUNT ? verbs[row - 1].lemma : irregular[row - 1 - VERB_COUNT].form;
}

/* The hash of a form from that of the form without its last letter. */
static uint32_t
hash_on(uint32_t hash, char byte)
{
	return (hash + (unsigned char) byte) * 0x9E3779B1u;
}

static uint32_t
slot_of(uint32_t hash)
{
	return hash >> 16 & (NX_FRAME_SLOTS - 1);
}

static uint32_t
hash_of(const char *form)
{
	uint32_t	hash = 0;

	while (*form != '\0')
		hash = hash_on(hash, *form++);
	return hash;
}

void
nx_frame_index(uint16_t *slots)
{
	memset(slots, 0, NX_FRAME_SLOTS * sizeof(*slots));
	for (uint32_t row = 1; row <= VERB_COUNT + IRREGULAR_COUNT; row++)
	{
		uint32_t	slot = slot_of(hash_of(row_form(row)));

		while (slots[slot] != 0)
			slot = (slot + 1) & (NX_FRAME_SLOTS - 1);
		slots[slot] = (uint16_t) row;
	}
}

/* The row of a form, or 0. */
static uint32_t
find_row(const uint16_t *slots, uint32_t hash, const char *form, uint32_t length_b)
{
	uint32_t	slot = slot_of(hash);

	for (; slots[slot] != 0; slot = (slot + 1) & (NX_FRAME_SLOTS - 1))
	{
		const char *row = row_form(slots[slot]);

		if (*row == *form && strncmp(row, form, length_b) == 0 && strlen(row) == length_b)
			return slots[slot];
	}
	return 0;
}

/* The verb of a lemma, or NULL. */
static const NxFrameVerb *
find_lemma(const uint16_t *slots, uint32_t hash, const char *lemma, uint32_t length_b)
{
	uint32_t	row = find_row(slots, hash, lemma, length_b);

	return row != 0 && row <= VERB_COUNT ? &verbs[row - 1] : NULL;
}

/* ------------------------------------------------------------------------
 * Forms
 * ------------------------------------------------------------------------
 */

/* Tries one ending: "planned" - "ed" -> "plann" -> "plan". */
static const NxFrameVerb *
find_by_ending(const uint16_t *slots, const char *form, uint32_t length_b,
			   const uint32_t *hashes, const Ending *ending)
{
	uint32_t	stem_b = length_b - ending->cut_b;
	char		stem[MAX_FORM_B + 1];
	const NxFrameVerb *verb;

	if (length_b < ending->cut_b + 2 || memcmp(form + stem_b, ending->cut, ending->cut_b) != 0)
		return NULL;
	if (ending->add != '\0')
	{
		memcpy(stem, form, stem_b);
		stem[stem_b] = ending->add;
		return find_lemma(slots, hash_on(hashes[stem_b], ending->add), stem, stem_b + 1);
	}
	verb = find_lemma(slots, hashes[stem_b], form, stem_b);
	if (verb == NULL && form[stem_b - 1] == form[stem_b - 2])
		verb = find_lemma(slots, hashes[stem_b - 1], form, stem_b - 1);
	return verb;
}

const NxFrameVerb *
nx_frame_find(const NxArticle *a, uint32_t token)
{
	const uint16_t *slots = a->reader->frames;
	const char *bytes = a->text + nx_token_at(a, token)->at_b;
	uint32_t	length_b = nx_token_length(a, token);
	char		form[MAX_FORM_B];
	uint32_t	hashes[MAX_FORM_B + 1] = {0};	/* of the form's beginnings */
	uint32_t	row;
	const NxFrameVerb *verb = NULL;

	if (length_b < 3 || length_b > MAX_FORM_B)
		return NULL;
	for (uint32_t i = 0; i < length_b; i++)
	{
		form[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char) (bytes[i] + 32) : bytes[i];
		hashes[i + 1] = hash_on(hashes[i], form[i]);
	}
	row = find_row(slots, hashes[length_b], form, length_b);
	if (row > VERB_COUNT)
	{
		const char *lemma = irregular[row - 1 - VERB_COUNT].lemma;

		return find_lemma(slots, hash_of(lemma), lemma, (uint32_t) strlen(lemma));
	}
	if (row != 0)
		return &verbs[row - 1];
	for (size_t e = 0; verb == NULL && e < sizeof(endings) / sizeof(endings[0]); e++)
		verb = find_by_ending(slots, form, length_b, hashes, &endings[e]);
	return verb;
}
