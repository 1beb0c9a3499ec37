/*
 * nx_salience.h
 *		Whom a pronoun can mean: the persons mentioned last, described by
 *		features that weights choose from (nx_salience.c).
 */
#ifndef NX_SALIENCE_H
#define NX_SALIENCE_H

#include "nx_lexicon.h"

/* How a candidate stands to a pronoun: X(name, meaning). */
#define NX_SALIENCE_FEATURES(X) \
	X(SAME_CLAUSE, "last mentioned in the same sentence, before") \
	X(SENTENCE_1, "in the sentence before") \
	X(SENTENCE_2, "two sentences before") \
	X(SENTENCE_4, "three or four") \
	X(SENTENCE_8, "five to eight") \
	X(SENTENCE_FAR, "more") \
	X(PARAGRAPH_SAME, "last mentioned in the same paragraph") \
	X(PARAGRAPH_1, "in the paragraph before") \
	X(PARAGRAPH_2, "two paragraphs before") \
	X(PARAGRAPH_FAR, "more") \
	X(NEAREST, "no other candidate was mentioned since") \
	X(SECOND, "one other candidate was") \
	X(ONLY, "there is no other candidate") \
	X(SUBJECT, "last mention is the subject of a verb") \
	X(SUBJECT_BOTH, "so is the pronoun") \
	X(SPOKE, "last mention is the subject of a verb of saying") \
	X(SPOKE_BOTH, "so is the pronoun") \
	X(SPOKE_NEAR, "and it stands in this paragraph or the one before") \
	X(POSSESSIVE, "last mention is a possessive") \
	X(FIRST_OF_SENTENCE, "last mention is the first person of its sentence") \
	X(PRONOUN, "last mention is a pronoun") \
	X(FULL_NAME, "last mention is a name of several words") \
	X(INSIDE_SPEECH, "last mention stands in speech, the pronoun does not") \
	X(BOTH_SPEECH, "both stand in speech") \
	X(INTO_SPEECH, "the pronoun stands in speech, the last mention does not") \
	X(ONCE, "mentioned once among the last") \
	X(TWICE, "twice") \
	X(OFTEN, "three or four times") \
	X(MOSTLY, "more often") \
	X(SEX_KNOWN, "the sex is known, and that of the pronoun") \
	X(LEADING, "the person mentioned most often so far") \
	X(FOLLOWED, "named in the sentence of the pronoun, behind it") \
	X(HAS_ROLE, "last mention has a role beside it") \
	X(SPOKE_LAST, "of the candidates, the one that spoke last") \
	X(SPOKE_MARKS, "spoke near, and the pronoun stands behind closing marks") \
	X(SPOKE_BEGIN, "spoke near, and the pronoun begins a paragraph") \
	X(OBJECT_SAME, "in the pronoun's sentence, and no subject") \
	X(INNER, "another candidate speaks in front of it in its sentence")

#define NX_SALIENCE_NUMBER(name, meaning)	NX_SALIENCE_##name,

enum NxSalienceFeature
{
	NX_SALIENCE_FEATURES(NX_SALIENCE_NUMBER) NX_SALIENCE_COUNT
};

#define NX_MAX_RECENT		48	/* mentions looked back on */
#define NX_MAX_REFERENTS	12

typedef struct NxReferent
{
	uint32_t	entity;
	uint32_t	mention;		/* the one it is judged by */
	uint64_t	features;		/* bits of NX_SALIENCE_FEATURES */
} NxReferent;

/* The persons mentioned so far. */
typedef struct NxSalience
{
	uint32_t	recent[NX_MAX_RECENT];	/* mentions, as a ring */
	uint32_t	noted;			/* mentions noted in all */
	uint32_t   *counts;			/* by entity */
	uint32_t	leading;		/* entity mentioned most often, or NX_NONE */
} NxSalience;

extern void nx_salience_init(NxArticle *a, NxSalience *s);
/* Note a mention whose entity is settled; others than persons are passed over. */
extern void nx_salience_note(const NxArticle *a, NxSalience *s, uint32_t mention);
/* Persons whom a mention (pronoun or nominal) can mean, the last one first. */
extern uint32_t nx_salience_candidates(const NxArticle *a, const NxSalience *s,
									   uint32_t mention, NxReferent *candidates);
/* Sum of the weights of a candidate's features. */
extern int32_t nx_referent_weight(const NxReferent *referent);
/* The candidate of the greatest weight, NULL when there is none. */
extern const NxReferent *nx_salience_best(const NxReferent *candidates, uint32_t count,
										   int32_t *margin);

/*
 * The mention of the name that a nominal is the role of ("Jane Roe, the mayor"),
 * or NX_NONE: it is no mention of its own that a pronoun could follow.
 */
extern uint32_t nx_mention_beside(const NxArticle *a, uint32_t mention);
/* Is the mention the subject of a verb; of a verb of saying? */
extern bool nx_mention_is_subject(const NxArticle *a, const NxMentionNode *node);
extern bool nx_mention_speaks(const NxArticle *a, const NxMentionNode *node);
extern bool nx_token_is_in_speech(const NxArticle *a, uint32_t token);

/* Trained by train/reference.c. */
extern const int16_t nx_salience_weights[NX_SALIENCE_COUNT];

#endif							/* NX_SALIENCE_H */
