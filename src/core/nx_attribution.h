/*
 * nx_attribution.h
 *		The rooms behind the attribution stage.
 *
 *	nx_frame.c			reporting verbs and their frames
 *	nx_among.c			is a word one of a list
 *	nx_phrase.c			noun phrases: sources before and after a cue
 *	nx_cue.c			cues of a sentence
 *	nx_clause.c			content of a cue: where a reported clause begins and ends
 *	nx_report.c			attributions by rule, cue by cue
 *	nx_around.c			reports around reports
 *	nx_noun.c			reports whose cue is a noun
 *	nx_mend.c			what grammar knows better than the models
 *	nx_transcript.c		layouts in which position stands for a cue
 *	nx_attribution.c	the stage: who comes first, what goes on, what is left
 *
 * A rule sees one level: the words of a paragraph outside all marks, or the
 * words of one stretch outside the stretches nested in it.  Deeper stretches
 * are stepped over as if each were one word.
 */
#ifndef NX_ATTRIBUTION_H
#define NX_ATTRIBUTION_H

#include "nx_core.h"

/* Shapes of content that may follow a verb. */
typedef enum NxFrame
{
	NX_FRAME_THAT = 1 << 0,		/* that-clause */
	NX_FRAME_BARE = 1 << 1,		/* clause without "that" */
	NX_FRAME_INFINITIVE = 1 << 2,	/* promised to leave */
	NX_FRAME_OBJECT_INFINITIVE = 1 << 3,	/* urged residents to leave */
	NX_FRAME_PHRASE = 1 << 4,	/* praised the plan */
	NX_FRAME_ADDRESSEE = 1 << 5,	/* told them that ... */
	NX_FRAME_QUESTION = 1 << 6, /* asked whether ... */
	NX_FRAME_MARKS = 1 << 7,	/* words between marks */
	NX_FRAME_AS = 1 << 8,		/* views the plan as ... */
	NX_FRAME_NEEDS_PARTICLE = 1 << 9	/* no cue without: put it, make clear */
} NxFrame;

typedef struct NxFrameVerb
{
	const char *lemma;
	uint8_t		mode;			/* NxMode */
	uint16_t	frames;			/* NxFrame */
	const char *particles;		/* "of on": then a noun phrase is content */
} NxFrameVerb;

/* Fills NX_FRAME_SLOTS slots, which nx_frame_find() looks into. */
extern void nx_frame_index(uint16_t *slots);
/* Row of the verb whose form stands at a token, or NULL. */
extern const NxFrameVerb *nx_frame_find(const NxArticle *a, uint32_t token);

/* The words in which a rule reads. */
typedef struct NxLevel
{
	NxRange		tokens;
	uint32_t	stretch;		/* whose words they are, or NX_NONE */
} NxLevel;

/*
 * The outermost stretch of speech inside the level that holds the token, or
 * NX_NONE when the token is the level's own.
 */
extern uint32_t nx_level_inner(const NxArticle *a, const NxLevel *level, uint32_t token);
/* The next token of the level. */
extern uint32_t nx_level_next(const NxArticle *a, const NxLevel *level, uint32_t token);

/* The token, or when the dateline holds it the first one behind that, at most end. */
extern uint32_t nx_behind_dateline(const NxArticle *a, uint32_t token, uint32_t end);

extern bool nx_is_time_word(const NxArticle *a, uint32_t token);
/* A form of be, have, do, or a modal. */
extern bool nx_is_auxiliary(const NxArticle *a, uint32_t token);

/* Noun phrases; empty ranges when there is none. */
extern NxRange nx_phrase_before(const NxArticle *a, const NxLevel *level, uint32_t end);
extern NxRange nx_phrase_after(const NxArticle *a, const NxLevel *level, uint32_t first);
/* Subject of the verb group that begins at a token. */
extern NxRange nx_phrase_subject(const NxArticle *a, const NxLevel *level, uint32_t verb);
/* Subject that stands after its verb, with its appositions. */
extern NxRange nx_phrase_inverted(const NxArticle *a, const NxLevel *level, uint32_t first);

/* How far a rule looks from its cue, in tokens. */
#define NX_MAX_LOOK		160

/* The later of a place's beginning and what can be seen from token i. */
static inline uint32_t
nx_look_back(uint32_t first, uint32_t i)
{
	return i > first + NX_MAX_LOOK ? i - NX_MAX_LOOK : first;
}

typedef enum NxCueKind
{
	NX_CUE_VERB, NX_CUE_ACCORDING
} NxCueKind;

typedef struct NxCue
{
	NxCueKind	kind;
	NxRange		tokens;			/* with auxiliaries, adverbs, particle */
	uint32_t	head;			/* the verb */
	const NxFrameVerb *verb;	/* of NX_CUE_VERB */
	uint16_t	frames;			/* those of the verb that can hold here */
	bool		is_participle;	/* saying, adding */
	bool		is_passive;
	bool		is_infinitive;
	bool		has_particle;	/* called for: a noun phrase is the content */
} NxCue;

/* Reads the cue whose head is the token; false when it is none. */
extern bool nx_cue_read(const NxArticle *a, const NxLevel *level, uint32_t head, NxCue *cue);

/*
 * Content behind a cue: where it begins (NX_NONE: nowhere), where it ends.
 * *addressee is set to the words told to, or to an empty range.
 */
extern uint32_t nx_clause_begin(const NxArticle *a, const NxLevel *level, const NxCue *cue,
								uint32_t from, NxRange *addressee);
extern uint32_t nx_clause_end(const NxArticle *a, const NxLevel *level, const NxCue *cue,
							  uint32_t first);

/* What the marks of a stretch are for (nx_use.c). */
extern NxStretchUse nx_stretch_use(const NxArticle *a, uint32_t stretch);

/*
 * What the models have found: the attributions from first to end, in the order
 * of their cues, and whether a token is word of a cue or a content of theirs.
 */
typedef struct NxTaken
{
	bool	   *tokens;
	uint32_t	first;
	uint32_t	end;
} NxTaken;

/*
 * Attributions by rule of all sentences of a level (nx_report.c) whose words
 * are not taken, or are by what the report goes around; with marks_alone only those that need no weighing: contents
 * with marks, clauses of verbs of saying, "according to".
 */
extern void nx_report_read(NxArticle *a, NxLevel level, const NxTaken *taken,
						   bool marks_alone);

/*
 * May a report have a content of whose words some are taken (nx_around.c)?  When
 * it may, what has to give way is left without pieces.
 */
extern bool nx_around_take(NxArticle *a, const NxTaken *taken, NxRange content);

/* Reports of a level whose cue is a noun (nx_noun.c). */
extern void nx_noun_read(NxArticle *a, NxLevel level, const bool *taken);
/* Where the clause of a noun ends in a range that begins with its "that". */
extern uint32_t nx_noun_clause_end(const NxArticle *a, uint32_t noun, NxRange range);

/* Source of a cue by rule; last: the attribution before it, or NX_NONE. */
extern NxRange nx_report_source(NxArticle *a, const NxLevel *level, const NxCue *cue,
								uint32_t last);

/* Is it a sign, a motto, or what nobody says (nx_mend.c)? */
extern bool nx_mend_is_unspoken(const NxArticle *a, const NxAttribution *attribution);

/* Mends the attributions of the models, those from first on (nx_mend.c). */
extern void nx_mend_read(NxArticle *a, uint32_t first);

/*
 * Transcripts, questions and answers, messages behind a handle, headlines
 * (nx_transcript.c).  is_taken has an entry for each paragraph.
 */
extern void nx_transcript_read(NxArticle *a, bool *is_taken);
/* A stretch behind a colon or before a dash; false when it is neither. */
extern bool nx_transcript_label(const NxArticle *a, uint32_t stretch, NxAttribution *found);

#endif							/* NX_ATTRIBUTION_H */
