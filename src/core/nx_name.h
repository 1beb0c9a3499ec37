/*
 * nx_name.h
 *		What the name tagger's parts share, with each other and with its
 *		trainer.
 */
#ifndef NX_NAME_H
#define NX_NAME_H

#include "nx_core.h"
#include "nx_linear.h"

/*
 * Labels: outside, or kind of name and place in it.  The label of a lane is
 * lane + 1; outside has no lane, its score is 0 and the others are relative
 * to it.
 */
typedef enum NxNamePlace
{
	NX_PLACE_FIRST, NX_PLACE_INNER, NX_PLACE_LAST, NX_PLACE_ONLY
} NxNamePlace;

#define NX_NAME_KINDS	4
#define NX_NAME_LANES	16
#define NX_NAME_LABELS	17
#define NX_NAME_OUTSIDE	0

static inline uint8_t
nx_name_label(NxNameKind kind, NxNamePlace place)
{
	return (uint8_t) (1 + (kind - 1) * 4 + place);
}

static inline NxNameKind
nx_label_kind(uint8_t label)
{
	return label == NX_NAME_OUTSIDE ? NX_NAME_NONE : (NxNameKind) (1 + (label - 1) / 4);
}

static inline NxNamePlace
nx_label_place(uint8_t label)
{
	return (NxNamePlace) ((label - 1) % 4);
}

/* Does a name go on behind this label? */
static inline bool
nx_label_is_open(uint8_t label)
{
	return label != NX_NAME_OUTSIDE && nx_label_place(label) <= NX_PLACE_INNER;
}

/* May next follow label?  A sentence begins and ends like outside. */
static inline bool
nx_label_may_follow(uint8_t label, uint8_t next)
{
	bool		goes_on = next != NX_NAME_OUTSIDE &&
		(nx_label_place(next) == NX_PLACE_INNER || nx_label_place(next) == NX_PLACE_LAST);

	if (!nx_label_is_open(label))
		return !goes_on;
	return goes_on && nx_label_kind(label) == nx_label_kind(next);
}

typedef struct NxNameModel
{
	NxLinear	linear;
	int16_t		transitions[NX_NAME_LABELS][NX_NAME_LABELS];	/* [from][to] */
} NxNameModel;

extern const NxNameModel nx_name_model;

/* How a sentence is set, where capitals say less than elsewhere. */
typedef enum NxLineCase
{
	NX_LINE_PLAIN, NX_LINE_CAPITALS, NX_LINE_TITLE,
	NX_LINE_BARE				/* neither, in a text that does without capitals */
} NxLineCase;

/* Where a capital may be there for the place alone. */
typedef enum NxOpening
{
	NX_OPENS_NOTHING,
	NX_OPENS_SENTENCE,			/* first word of it, marks aside */
	NX_OPENS_QUOTATION			/* behind a mark inside the sentence */
} NxOpening;

/* How a form stands in the article: bits of NxEvidence.seen. */
typedef enum NxSeen
{
	NX_SEEN_LOWER = 1 << 0,		/* in lower case */
	NX_SEEN_INSIDE = 1 << 1,		/* with a capital inside a sentence */
	NX_SEEN_AFTER_TITLE = 1 << 2,
	NX_SEEN_AFTER_FIRST = 1 << 3,	/* after a first name */
	NX_SEEN_BESIDE_SAY = 1 << 4,	/* beside a verb of saying */
	NX_SEEN_BEFORE_ORG = 1 << 5,	/* before Inc., Bank ... */
	NX_SEEN_AFTER_IN = 1 << 6,		/* after in, at, from, to, near */
	NX_SEEN_BEFORE_STATE = 1 << 7,	/* before ", Calif." */
	NX_SEEN_BRACKET = 1 << 8,		/* after "(" */
	NX_SEEN_BEFORE_AGE = 1 << 9,	/* before ", 47," */
	NX_SEEN_BEFORE_WHO = 1 << 10,	/* before "who" or ", who" */
	NX_SEEN_AFTER_THE = 1 << 11,
	NX_SEEN_BEFORE_LAST = 1 << 12, /* a first name before a surname */
	NX_SEEN_BEFORE_PLACE = 1 << 13,	/* before River, Street ... */
	NX_SEEN_AFTER_ROLE = 1 << 14,	/* after "spokesman" in lower case */
	NX_SEEN_AFTER_INITIAL = 1 << 15,
	NX_SEEN_RUN_LAST = 1 << 16,	/* last of a run of two to four */
	NX_SEEN_RUN_FIRST = 1 << 17,	/* first of a run of two or three */
	NX_SEEN_ALONE = 1 << 18,	/* a run by itself inside a sentence */
	NX_SEEN_AS_PERSON = 1 << 19,	/* before ", a lawyer" */
	NX_SEEN_AS_BODY = 1 << 20	/* beside "firm" or "shares" */
} NxSeen;

/* What is known of a token before names are sought (nx_evidence.c). */
typedef struct NxEvidence
{
	uint64_t	names;			/* classes of names of the word itself */
	uint64_t	begins;			/* of the phrases that begin with it */
	uint64_t	goes_on;		/* of the phrases that it is a later word of */
	uint32_t	seen;			/* NX_SEEN_*: how its form stands in the article */
	uint32_t	run_first;		/* run of capitals around it, first and end */
	uint32_t	run_end;		/* token; equal: it is in none */
	uint32_t	part;			/* what part of a name it may be, a few bits; 0
								 * when nobody near is scored */
	uint8_t		capital;		/* 0 no, 1 first letter, 2 a later one */
	uint8_t		usual;			/* NxCapital of its form */
	uint8_t		line;			/* NxLineCase of its sentence */
	uint8_t		opens;			/* NxOpening */
	bool		is_scored;		/* may belong to a name */
} NxEvidence;

/* Evidence of all tokens, in the arena. */
extern NxEvidence *nx_evidence_read(NxArticle *a);

/* Features of a token. */
extern void nx_name_features(const NxArticle *a, const NxEvidence *evidence,
							 NxRange sentence, uint32_t i, NxFeatures *features);

/* Labels of all tokens by the model, sentence by sentence; one byte a token. */
extern void nx_name_decode(const NxNameModel *model, NxArticle *a,
						   const NxEvidence *evidence, uint8_t *labels);

/* Hash of a name by the forms of its tokens (nx_name_mend.c). */
extern uint32_t nx_name_form(const NxArticle *a, NxRange name);

/* Makes labels agree over the article (nx_name_mend.c). */
extern void nx_name_mend(NxArticle *a, const NxEvidence *evidence, uint8_t *labels);

/*
 * The best sequence of labels for count tokens from first on.  scores are 16 a
 * token; back is working memory of NX_NAME_LABELS a token.
 */
typedef struct NxNamePath
{
	const int32_t (*transitions)[NX_NAME_LABELS];
	int32_t		spread;			/* nx_name_spread() of them */
	const int32_t (*scores)[NX_NAME_LABELS];
	uint8_t		(*back)[NX_NAME_LABELS];
} NxNamePath;

/* How much one step into a new name, or outside, is better than another at most. */
extern int32_t nx_name_spread(const int32_t (*transitions)[NX_NAME_LABELS]);
extern void nx_name_best_path(const NxNamePath *path, uint32_t count, uint8_t *labels);

#endif							/* NX_NAME_H */
