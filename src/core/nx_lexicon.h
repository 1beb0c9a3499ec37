/*
 * nx_lexicon.h
 *		The compiled lexicon: what is known of a word before it is read in its
 *		sentence.
 *
 * Read-only data made by train/lexicon.c (src/model/nx_lexicon_data.c); it
 * needs no set-up.  Keys are form hashes (nx_form_hash), so case is folded and
 * digits are "0"; whether a class can hold for a token as written is for
 * nx_token_names() to say.
 *
 * A word has two sets of classes: names (it is, or begins, ends, marks a name)
 * and words (what it does in a sentence).  NX_IS(class) is the bit of a class:
 *
 *		if (nx_token_words(token) & (NX_IS(SAY_CORE) | NX_IS(THINK))) ...
 *		if (nx_token_names(token) & NX_IS_FIRST) ...
 *
 * In the lists of train/ a class is called by its name in lower case with
 * hyphens: "first-common".
 */
#ifndef NX_LEXICON_H
#define NX_LEXICON_H

#include "nx_core.h"

/* Classes of names: X(name, meaning). */
#define NX_NAME_CLASSES(X) \
	X(FIRST_COMMON, "first name of 100,000 or more Americans") \
	X(FIRST_KNOWN, "first name of 8,000 or more, or of the 1990 census") \
	X(FIRST_RARE, "first name of 700 or more") \
	X(FIRST_WORLD, "common first name of another country") \
	X(LAST_COMMON, "one of the 2,000 most frequent US surnames") \
	X(LAST_KNOWN, "one of the 20,000 most frequent") \
	X(LAST_RARE, "one of the 50,000 most frequent") \
	X(LAST_WORLD, "common surname of another country") \
	X(LAST_FAMOUS, "surname of a person known to history or the news") \
	X(PERSON, "full name of such a person") \
	X(TITLE, "stands before a person's name: Mr., Sen., Prime Minister") \
	X(PARTICLE, "part of a surname in lower case: van, de, bin") \
	X(NAME_SUFFIX, "stands behind a person's name: Jr., III, QC") \
	X(CITY_LARGE, "capital, or city of 500,000") \
	X(CITY_MIDDLE, "city of 100,000") \
	X(CITY_SMALL, "town of 15,000") \
	X(COUNTRY, "country, its short and long name") \
	X(STATE, "state of the United States, also AP style: Calif.") \
	X(STATE_CODE, "postal code of a state, in capitals: CA") \
	X(ADMIN, "first-order region of any country") \
	X(COUNTY, "county of the United States") \
	X(PLACE, "river, sea, mountain, region, district, landmark") \
	X(PLACE_HEAD, "common noun that ends place names: River, Street") \
	X(DEMONYM, "nationality, adjective or noun: French, Frenchman") \
	X(COMPANY, "company that is listed on a stock exchange") \
	X(COMPANY_LARGE, "one of the largest companies, or a charity") \
	X(COMPANY_SHORT, "short form of a listed company's name") \
	X(ORG, "body, company or movement often in the news") \
	X(ORG_WORDNET, "organisation or group of WordNet") \
	X(OUTLET, "newspaper, agency, broadcaster") \
	X(PARTY, "political party") \
	X(AGENCY, "agency of the US government") \
	X(TEAM, "sports team, full name") \
	X(TEAM_NICK, "last word of a team's name: Yankees") \
	X(UNIVERSITY, "university or college, full name") \
	X(ORG_SUFFIX, "ends names of companies: Inc., Ltd") \
	X(ORG_HEAD, "common noun in names of organisations: Bank, Ministry") \
	X(MONTH, "month, also abbreviated") \
	X(DAY, "day of the week, also abbreviated") \
	X(EVENT, "named event, war, holiday, law, prize")

/* Classes of words: X(name, meaning). */
#define NX_WORD_CLASSES(X) \
	X(SAY_CORE, "form of a verb of saying that introduces speech: said") \
	X(SAY_WIDE, "form of another verb of saying: criticised") \
	X(SAY_RARE, "form of a verb that may report speech: continued, gave") \
	X(THINK, "form of a verb of thought, will or feeling: believes") \
	X(SHOW, "form of a verb of evidence: a poll shows") \
	X(TELL, "verb of saying with the addressee as object: told, asked") \
	X(MANNER, "verb of a manner of speaking: shouted") \
	X(WRITE, "verb of written speech: wrote, tweeted") \
	X(REFUSE, "declined, refused: what follows was not said") \
	X(BE, "form of be") \
	X(HAVE, "form of have") \
	X(DO, "form of do") \
	X(MODAL, "will, would, can, may ...") \
	X(NOT, "not, n't, never, no longer, neither") \
	X(ROLE, "person by office, trade or part: minister, lawyer") \
	X(ROLE_HEAD, "role of one who leads: president, chief") \
	X(SPOKES, "who speaks for another: spokeswoman") \
	X(PERSON_NOUN, "person and no more: man, woman, child, person") \
	X(KIN, "relative: mother, brother, wife") \
	X(PLURAL, "noun of these classes in the plural: ministers") \
	X(GROUP, "many persons: people, officials, police, critics") \
	X(DOCUMENT, "thing that tells: report, study, poll, letter, lawsuit") \
	X(SAY_NOUN, "noun of saying: claim, remark, statement, promise") \
	X(THINK_NOUN, "noun of thought: view, belief, hope, fear, plan") \
	X(CHANNEL, "by which words reached the public: interview, speech") \
	X(ORG_NOUN, "organisation as common noun: company, agency") \
	X(PLACE_NOUN, "place as common noun: city, village") \
	X(GOVERN_NOUN, "body of a state: government, ministry, court") \
	X(TIME_NOUN, "unit or point of time: week, morning, today") \
	X(PRONOUN, "personal pronoun of any case") \
	X(HE, "third person male: he, him, his, himself") \
	X(SHE, "third person female") \
	X(IT, "third person neuter") \
	X(THEY, "third person plural") \
	X(WE, "first person plural") \
	X(I, "first person singular") \
	X(YOU, "second person") \
	X(SUBJECT, "pronoun form of a subject: he, she, they, who") \
	X(POSSESSIVE, "his, her, their, its, my, your, our, 's") \
	X(REFLEXIVE, "himself, herself ...") \
	X(WHO, "relative or asking: who, which, whose, what, where") \
	X(THAT, "that, whether, if, how, why: opens a content clause") \
	X(SUBORDINATOR, "because, although, when, while, after, since ...") \
	X(AND, "coordinator: and, or, but, nor, yet") \
	X(PREPOSITION, "of, in, to, for, with ...") \
	X(DETERMINER, "the, a, this, that, some, every, no ...") \
	X(DEFINITE, "the, this, that, these, those") \
	X(INDEFINITE, "a, an, another, one, some") \
	X(QUANTITY, "number word or quantifier: two, many, several") \
	X(ORDINAL, "first, second, last, former, next") \
	X(FORMER, "time of a role: former, ex, late, then, acting, current") \
	X(ADVERB, "adverb that stands between subject and verb: also, then") \
	X(ABBREVIATION, "written with a full stop that ends no sentence") \
	X(NEGATIVE_SAY, "verb that turns its content round: denied, disputed")

#define NX_CLASS_NUMBER(name, meaning)	NX_CLASS_##name,
#define NX_CLASS_MEANING(name, meaning)	meaning,

enum NxNameClass
{
	NX_NAME_CLASSES(NX_CLASS_NUMBER) NX_NAME_CLASS_COUNT
};

enum NxWordClass
{
	NX_WORD_CLASSES(NX_CLASS_NUMBER) NX_WORD_CLASS_COUNT
};

#define NX_IS(name)		(UINT64_C(1) << NX_CLASS_##name)

/* Names of persons: what can begin or end one. */
#define NX_IS_FIRST		(NX_IS(FIRST_COMMON) | NX_IS(FIRST_KNOWN) | \
						 NX_IS(FIRST_RARE) | NX_IS(FIRST_WORLD))
#define NX_IS_LAST		(NX_IS(LAST_COMMON) | NX_IS(LAST_KNOWN) | \
						 NX_IS(LAST_RARE) | NX_IS(LAST_WORLD) | NX_IS(LAST_FAMOUS))
#define NX_IS_CITY		(NX_IS(CITY_LARGE) | NX_IS(CITY_MIDDLE) | NX_IS(CITY_SMALL))
#define NX_IS_PLACE		(NX_IS_CITY | NX_IS(COUNTRY) | NX_IS(STATE) | \
						 NX_IS(STATE_CODE) | NX_IS(ADMIN) | NX_IS(COUNTY) | \
						 NX_IS(PLACE))
#define NX_IS_ORG		(NX_IS(COMPANY) | NX_IS(COMPANY_LARGE) | \
						 NX_IS(COMPANY_SHORT) | NX_IS(ORG) | NX_IS(ORG_WORDNET) | \
						 NX_IS(OUTLET) | NX_IS(PARTY) | NX_IS(AGENCY) | \
						 NX_IS(TEAM) | NX_IS(UNIVERSITY))
/* Verbs of saying, of thought, of evidence. */
#define NX_IS_SAY		(NX_IS(SAY_CORE) | NX_IS(SAY_WIDE))
#define NX_IS_CUE		(NX_IS_SAY | NX_IS(SAY_RARE) | NX_IS(THINK) | NX_IS(SHOW))

/*
 * How often a form stands in lower case where a capital would mean a name,
 * counted in the middle of sentences.
 */
typedef enum NxCapital
{
	NX_CAPITAL_UNKNOWN,			/* seen nowhere */
	NX_CAPITAL_ALWAYS,			/* lower case in less than 10 of 100 */
	NX_CAPITAL_MOSTLY,			/* less than 40 */
	NX_CAPITAL_MIXED,			/* less than 75 */
	NX_CAPITAL_RARELY,			/* less than 95 */
	NX_CAPITAL_NEVER,			/* 95 or more */
	NX_CAPITAL_RARE_WORD,		/* not counted; a rare common word */
	NX_CAPITAL_COMMON_WORD,		/* not counted; a frequent common word */
	NX_CAPITAL_DOUBTFUL			/* counted as a name once or twice, but a
								 * frequent common word */
} NxCapital;

/* What a class set and what lies behind it are kept once, by number. */
typedef struct NxClasses
{
	uint64_t	names;			/* bits of NX_NAME_CLASSES */
	uint64_t	words;			/* bits of NX_WORD_CLASSES */
	uint32_t	verbnet;		/* VerbNet's classes of speech, one bit each */
} NxClasses;

typedef enum NxWordFlags
{
	NX_WORD_CAPITALS = 1 << 0,	/* a name in all capitals only: WHO, US */
	NX_WORD_BEGINS_PHRASE = 1 << 1,	/* first token of some phrase */
	NX_WORD_CONTINUES_PHRASE = 1 << 2,	/* later token of some phrase */
	NX_WORD_KNOWN = 1 << 3		/* all words of the lexicon have it */
} NxWordFlags;

/* A verb that may report speech, thought or evidence, in one of its forms. */
typedef struct NxVerb
{
	uint32_t	form;			/* 0: empty slot */
	uint32_t	lemma;			/* form hash of the lemma */
	uint16_t	lemma_at;		/* in nx_lexicon_lemmas, see nx_verb_lemma() */
	uint8_t		lemma_b;
	uint8_t		mode;			/* NxMode */
} NxVerb;

extern const NxClasses nx_lexicon_classes[];

/* The word of a form. */
extern NxWord nx_lexicon_find(uint32_t form);
/* Asks for the memory in which a form will be looked up. */
extern void nx_lexicon_prefetch(uint32_t form);

static inline const NxClasses *
nx_word_classes(NxWord word)
{
	return &nx_lexicon_classes[word.classes];
}

static inline uint64_t
nx_token_words(const NxToken *token)
{
	return nx_word_classes(token->word)->words;
}

/* Classes of names whose words are common nouns too, written small at times. */
#define NX_IN_ANY_CASE	(NX_IS(TITLE) | NX_IS(PARTICLE) | NX_IS(NAME_SUFFIX) | \
					 NX_IS(PLACE_HEAD) | NX_IS(ORG_HEAD) | NX_IS(ORG_SUFFIX))

/*
 * Classes of names that can hold for the token as written: in lower case only
 * those whose words are common nouns as well; in plain capitals-and-lower case
 * not those of acronyms.
 */
static inline uint64_t
nx_token_names(const NxToken *token)
{
	uint64_t	names = nx_word_classes(token->word)->names;

	if (token->letters == NX_CASE_LOWER ||
		(token->letters == NX_CASE_CAPITAL && token->word.flags & NX_WORD_CAPITALS))
		names &= NX_IN_ANY_CASE;
	return names;
}

/* The verb of a form that has a class of NX_IS_CUE; NULL: none. */
extern const NxVerb *nx_verb_find(uint32_t form);
extern NxString nx_verb_lemma(const NxVerb *verb);

/* Country of a demonym's form: "french" -> "France"; absent: unknown. */
extern NxString nx_demonym_country(uint32_t form);

/*
 * Phrases of two to seven tokens, by a trie.  A walk begins at a token's word,
 * steps over the forms behind it, and asks at each state whether a phrase ends
 * there.  0 is the state of failure; stepping from it stays there.
 *
 *		state = nx_phrase_begin(tokens[i].form, tokens[i].word);
 *		for (k = i + 1; state != 0 && k < end; k++)
 *			if ((state = nx_phrase_step(state, tokens[k].form)) != 0 &&
 *				(classes = nx_phrase_classes(state)) != NULL)
 *				... tokens i..k are a phrase
 *
 * Each begin and step looks at memory far away; nx_phrase_may_be() spares most
 * of them.
 */
#define NX_MAX_PHRASE	7

/* May the first two words of some phrase be these?  An unknown one may be any. */
static inline bool
nx_phrase_may_be(NxWord first, NxWord second)
{
	return (first.flags & NX_WORD_BEGINS_PHRASE) != 0 &&
		(second.flags & (NX_WORD_KNOWN | NX_WORD_CONTINUES_PHRASE)) != NX_WORD_KNOWN;
}

extern uint32_t nx_phrase_begin(uint32_t form, NxWord word);
extern uint32_t nx_phrase_step(uint32_t state, uint32_t form);
extern const NxClasses *nx_phrase_classes(uint32_t state);

/*
 * Find the longest phrase that begins at token within.first, ends not behind
 * within.end, and has a class of the wanted ones.  Returns its past-the-last
 * token, or within.first when there is none; classes may be NULL.
 */
extern uint32_t nx_phrase_longest(const NxArticle *a, NxRange within,
								  const NxClasses *wanted, const NxClasses **classes);

/*
 * Form hash of a word's lemma (nx_lemma.c): irregular forms by a table, others
 * by the rules of spelling; form is the word's own form hash, tag the NxTag
 * that says what was inflected.  For a tag without inflection the lemma is the
 * form itself.
 */
extern uint32_t nx_lemma_form(const char *bytes, size_t length_b, uint32_t form, uint8_t tag);

#endif							/* NX_LEXICON_H */
