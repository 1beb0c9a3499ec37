/*
 * nx_core.h
 *		The analyser's rooms, and the arrays that stand between them.
 *
 * The way of the data is one street; nx_article.c walks it.  A stage reads
 * the arrays of the stages before it, adds its own to the article, and calls
 * none of its neighbours:
 *
 *	text -> token -> sentence, paragraph -> zone -> tag -> name -> mark
 *	  -> mention (with values) -> role -> entity -> reference
 *	  -> attribution -> quote -> speaker -> result
 *
 * Memory: everything hangs on the article's arena; a stage frees nothing.
 * nx_arena_alloc() never returns NULL: when the host has no memory, or when
 * nx_poll() learns of an interrupt, control goes back to nx_article_read()
 * by longjmp, the arena is dropped and the status returned.  So a stage must
 * hold nothing but arena memory, and no foreign library may be on the stack.
 *
 * Offsets: suffix _b bytes of the text, _c characters; a bare index counts
 * tokens, sentences and so on, from 0; ends are exclusive.
 */
#ifndef NX_CORE_H
#define NX_CORE_H

#include <setjmp.h>
#include <string.h>

#include "nx.h"

#define NX_NONE		UINT32_MAX	/* no such token, sentence, entity ... */

/* ------------------------------------------------------------------------
 * Memory (nx_arena.c)
 * ------------------------------------------------------------------------
 */
typedef struct NxArenaBlock NxArenaBlock;

typedef struct NxArena
{
	NxHost		host;
	NxArenaBlock *blocks;		/* newest first */
	NxArenaBlock *large;		/* each of one allocation */
	NxArenaBlock *dropped;		/* large ones that wait to be used again */
	char	   *next;			/* free bytes of the newest block */
	size_t		left_b;
	size_t		total_b;		/* all that is held of the host */
	jmp_buf		escape;			/* where to go with a status */
	NxStatus	status;			/* why */
} NxArena;

extern void nx_arena_init(NxArena *arena, const NxHost *host);
extern void nx_arena_free(NxArena *arena);
/* Gives back to the host what was dropped and not used again. */
extern void nx_arena_trim(NxArena *arena);

/* Zeroed memory, aligned to 16 bytes; does not return on failure. */
extern void *nx_arena_alloc(NxArena *arena, size_t size_b);
/* Not zeroed, and NULL on failure: for callbacks of foreign libraries. */
extern void *nx_arena_try(NxArena *arena, size_t size_b);
/* Memory that is not zeroed, for large arrays that are written whole. */
extern void *nx_arena_take(NxArena *arena, size_t count, size_t item_b);
#define nx_take_array(arena, type, count) \
	((type *) nx_arena_take((arena), (count), sizeof(type)))
#define nx_alloc_array(arena, type, count) \
	((type *) nx_arena_alloc_array((arena), (count), sizeof(type)))
extern void *nx_arena_alloc_array(NxArena *arena, size_t count, size_t item_b);

/*
 * Ends the use of memory before that of the article.  Only what is large is
 * used again, so this is for arrays that grow with the text.
 */
extern void nx_arena_drop(NxArena *arena, void *start);

/* Copies bytes; the string lives as long as the arena. */
extern NxString nx_arena_string(NxArena *arena, const char *bytes, size_t length_b);

/* Leaves the analysis with a status. */
extern void nx_arena_escape(NxArena *arena, NxStatus status) __attribute__((noreturn));

/*
 * A growing array: items points to `room` items of which `count` are used.
 * nx_push() returns a pointer to a new zeroed item, valid until the next push.
 */
#define NX_LIST(type) struct { type *items; uint32_t count; uint32_t room; }
#define nx_push(arena, list) \
	((void) ((list)->count < (list)->room || \
			 ((list)->items = nx_list_grow((arena), (list)->items, (list)->count, \
										   &(list)->room, sizeof(*(list)->items)))), \
	 (void) memset(&(list)->items[(list)->count], 0, sizeof(*(list)->items)), \
	 &(list)->items[(list)->count++])
extern void *nx_list_grow(NxArena *arena, void *items, uint32_t count,
						  uint32_t *room, size_t item_b);
/* Gives a list room for that many items, of which it may have some. */
#define nx_reserve(arena, list, wanted) \
	((list)->items = nx_list_reserve((arena), (list)->items, (list)->count, (wanted), \
									 sizeof(*(list)->items)), \
	 (void) ((list)->room = (wanted)))
/* The items in a new array with that room; the old one is dropped. */
extern void *nx_list_reserve(NxArena *arena, void *items, uint32_t count,
							 uint32_t room, size_t item_b);

/* First and past-the-last token. */
typedef struct NxRange
{
	uint32_t	first;
	uint32_t	end;
} NxRange;

static inline bool
nx_range_is_empty(NxRange range)
{
	return range.first >= range.end;
}

static inline bool
nx_range_holds(NxRange range, uint32_t i)
{
	return range.first <= i && i < range.end;
}

/* ------------------------------------------------------------------------
 * Tokens
 * ------------------------------------------------------------------------
 */
typedef enum NxCase
{
	NX_CASE_NONE,				/* no letter */
	NX_CASE_LOWER,
	NX_CASE_CAPITAL,			/* Capital, also a single capital letter */
	NX_CASE_UPPER,				/* two or more letters, all capitals */
	NX_CASE_MIXED				/* iPhone, McDonald */
} NxCase;

/* Parts of speech: the Penn tags; all quotation marks are NX_TAG_QUOTE. */
typedef enum NxTag
{
	NX_TAG_NONE,
	NX_TAG_CC, NX_TAG_CD, NX_TAG_DT, NX_TAG_EX, NX_TAG_FW, NX_TAG_IN,
	NX_TAG_JJ, NX_TAG_JJR, NX_TAG_JJS, NX_TAG_LS, NX_TAG_MD, NX_TAG_NN,
	NX_TAG_NNS, NX_TAG_NNP, NX_TAG_NNPS, NX_TAG_PDT, NX_TAG_POS, NX_TAG_PRP,
	NX_TAG_PRPS, NX_TAG_RB, NX_TAG_RBR, NX_TAG_RBS, NX_TAG_RP, NX_TAG_SYM,
	NX_TAG_TO, NX_TAG_UH, NX_TAG_VB, NX_TAG_VBD, NX_TAG_VBG, NX_TAG_VBN,
	NX_TAG_VBP, NX_TAG_VBZ, NX_TAG_WDT, NX_TAG_WP, NX_TAG_WPS, NX_TAG_WRB,
	NX_TAG_COMMA, NX_TAG_STOP, NX_TAG_COLON, NX_TAG_QUOTE, NX_TAG_OPEN,
	NX_TAG_CLOSE, NX_TAG_DOLLAR, NX_TAG_HASH,
	NX_TAG_COUNT
} NxTag;

/* Labels of the name tagger: kind of name and place in it. */
typedef enum NxNameKind
{
	NX_NAME_NONE, NX_NAME_PERSON, NX_NAME_ORGANIZATION, NX_NAME_PLACE,
	NX_NAME_MISC
} NxNameKind;

typedef enum NxTokenFlags
{
	NX_SPACE_BEFORE = 1 << 0,	/* white space or the text's start before */
	NX_LINE_BEFORE = 1 << 1,	/* a line break before */
	NX_BLANK_BEFORE = 1 << 2,	/* a blank line before */
	NX_NAME_BEGIN = 1 << 3,		/* first token of a name (name stage) */
	NX_ABBREVIATED = 1 << 4,	/* ends in a full stop that belongs to it */
	NX_SENTENCE_BEGIN = 1 << 5
} NxTokenFlags;

/* What the lexicon says of a form (nx_lexicon.h); all 0: it is not in it. */
typedef struct NxWord
{
	uint16_t	classes;		/* number of its NxClasses */
	uint8_t		capital: 4;		/* NxCapital */
	uint8_t		name_sex: 2;	/* NxSex as a first name */
	uint8_t		word_sex: 2;	/* NxSex as title or role: Mrs., spokesman */
	uint8_t		flags;			/* NxWordFlags */
} NxWord;

typedef struct NxToken
{
	uint32_t	at_b;
	uint32_t	end_b;
	uint32_t	form;			/* nx_form_hash(): folded case, digits, marks */
	uint32_t	exact;			/* hash of the bytes */
	NxWord		word;			/* the lexicon on its form */
	uint32_t	lemma;			/* form hash of the lemma (tag stage) */
	uint32_t	sentence;
	uint32_t	stretch;		/* innermost stretch between marks, or NX_NONE */
	uint32_t	mention;		/* innermost mention that holds it, or NX_NONE */
	uint16_t	shape;			/* hash of the long shape */
	uint8_t		kind;			/* NxTokenKind */
	uint8_t		letters;		/* NxCase */
	uint8_t		flags;			/* NxTokenFlags */
	uint8_t		tag;			/* NxTag */
	uint8_t		name;			/* NxNameKind */
	uint8_t		short_shape;	/* hash of the shape with runs folded */
} NxToken;

/*
 * Hash of a token's folded form: ASCII and Latin letters lower-cased, curly
 * marks straight, typographic hyphens "-", digits '0'.  The lexicon's keys and
 * the models' features are made of it, so one hashing serves all stages.
 */
extern uint32_t nx_form_hash(const char *bytes, size_t length_b);

/* ------------------------------------------------------------------------
 * Sentences, paragraphs, marks
 * ------------------------------------------------------------------------
 */
typedef struct NxSentence
{
	NxRange		tokens;
	uint32_t	paragraph;
} NxSentence;

typedef struct NxParagraph
{
	NxRange		tokens;
	NxRange		sentences;		/* first and past-the-last sentence */
	uint8_t		zone;			/* NxZoneKind */
} NxParagraph;

/* Words between quotation marks, marks included. */
typedef struct NxStretch
{
	NxRange		tokens;
	uint32_t	parent;			/* stretch it is nested in, or NX_NONE */
	uint8_t		depth;			/* 0: not nested */
	bool		is_single;		/* single marks */
	bool		is_closed;		/* false: ran to the end of its paragraph */
	bool		continues;		/* the same speech as the stretch before it:
								 * an unclosed paragraph before this opener */
	uint8_t		use;			/* NxStretchUse */
} NxStretch;

typedef enum NxStretchUse
{
	NX_USE_SPEECH, NX_USE_SCARE, NX_USE_TITLE, NX_USE_NICKNAME, NX_USE_TERM
} NxStretchUse;

/* ------------------------------------------------------------------------
 * Mentions and entities
 * ------------------------------------------------------------------------
 */
typedef enum NxSex
{
	NX_SEX_UNKNOWN, NX_SEX_FEMALE, NX_SEX_MALE
} NxSex;

typedef struct NxMentionNode
{
	NxRange		tokens;			/* a name without its title */
	NxRange		phrase;			/* the noun phrase with title, role, apposition */
	uint32_t	head;			/* token */
	uint32_t	entity;			/* or NX_NONE */
	uint8_t		kind;			/* NxEntityKind */
	uint8_t		form_kind;		/* NxFormKind */
	uint8_t		sex;			/* NxSex */
	bool		is_plural;
	NxRange		role;			/* tokens of the role beside it, or empty */
	uint32_t	affiliation;	/* mention of the organisation beside it */
} NxMentionNode;

typedef struct NxEntityNode
{
	uint8_t		kind;			/* NxEntityKind */
	uint8_t		sex;			/* NxSex */
	bool		is_plural;
	uint32_t	first;			/* mention that comes first */
	uint32_t	fullest;		/* mention with the fullest form */
	NxString	name;
	NxString	role;
	uint32_t	affiliation;	/* entity, or NX_NONE */
	uint32_t	mention_count;
} NxEntityNode;

/* ------------------------------------------------------------------------
 * Attributions: cue, source and content as token ranges
 * ------------------------------------------------------------------------
 */
#define NX_MAX_PIECES	8		/* pieces of one content before joining */

typedef struct NxAttribution
{
	NxRange		cue;			/* may be empty */
	NxRange		source;			/* may be empty */
	NxRange		pieces[NX_MAX_PIECES];	/* content, ascending */
	uint32_t	piece_count;
	uint32_t	continues;		/* attribution whose speech this goes on with,
								 * or NX_NONE */
	bool		is_verbatim;	/* direct although no marks stand: transcripts */
	uint32_t	quote;			/* row it went into, counted from 0 (quote stage) */
	uint16_t	confidence;		/* thousandths */
	const char *rule;
} NxAttribution;

/* What became of a word that may be a cue, by the models. */
typedef enum NxVerdict
{
	NX_VERDICT_TAKEN, NX_VERDICT_NO_CONTENT, NX_VERDICT_BELOW_BAR,
	NX_VERDICT_CLAIMED			/* its words belong to a better one */
} NxVerdict;

typedef struct NxJudgement
{
	NxRange		cue;
	int32_t		keep;			/* score: that the content is right (nx_keep.c) */
	uint8_t		verdict;		/* NxVerdict */
} NxJudgement;

typedef struct NxSketch NxSketch;	/* of a list of words, nx_among.c */
#define NX_SKETCHES		512

/* ------------------------------------------------------------------------
 * The article
 * ------------------------------------------------------------------------
 */
struct NxArticle
{
	const NxReader *reader;
	NxArena		arena;
	const char *text;
	uint32_t	length_b;
	uint32_t	polled_b;		/* work done since the last poll, in bytes */
	void	   *match_data;		/* of patterns, see nx_pattern.c */
	NxSketch   *sketches;		/* of lists of words, see nx_among.c */

	/* text: characters before byte 16 * i, NULL when all is ASCII */
	uint32_t   *chars;

	NX_LIST(NxToken) tokens;
	NX_LIST(NxSentence) sentences;
	NX_LIST(NxParagraph) paragraphs;
	NX_LIST(NxZone) zones;
	NxLayout	layout;
	NX_LIST(NxStretch) stretches;
	NX_LIST(NxMentionNode) mention_nodes;
	NX_LIST(NxEntityNode) entity_nodes;
	NX_LIST(NxJudgement) judgements;	/* of possible cues, in the order of the text */
	NX_LIST(NxAttribution) attributions;

	/* results, see nx.h */
	NX_LIST(NxQuote) quotes;
	NX_LIST(uint32_t) quote_heads;	/* of each quote, the attribution that made it */
	NX_LIST(NxSpeaker) speakers;
	NX_LIST(NxEntity) entities;
	NX_LIST(NxMention) mentions;
	NX_LIST(NxExplanation) explanations;	/* when asked for */
};

/* Counts work; leaves with NX_INTERRUPTED when the host asks for it. */
#define NX_POLL_B	4096		/* of work between two questions to the host */
extern void nx_ask_host(NxArticle *a);

static inline void
nx_poll(NxArticle *a, uint32_t work_b)
{
	a->polled_b += work_b;
	if (a->polled_b >= NX_POLL_B)
		nx_ask_host(a);
}

/* Sorts an array as qsort() does; equal items keep their order (nx_sort.c). */
typedef int (*NxCompare) (const void *left, const void *right);
extern void nx_sort(NxArticle *a, void *items, uint32_t count, size_t item_b,
					NxCompare compare);

/* The stages, in the order of the street, each in the file of its name. */
extern void nx_text_read(NxArticle *a);			/* nx_text.c: chars */
extern void nx_token_read(NxArticle *a);		/* nx_token.c: tokens */
extern void nx_sentence_read(NxArticle *a);		/* nx_sentence.c */
extern void nx_zone_read(NxArticle *a);			/* nx_zone.c: zones, layout */
extern void nx_tag_read(NxArticle *a);			/* nx_tag.c: tag, lemma */
extern void nx_name_read(NxArticle *a);			/* nx_name.c: name, NX_NAME_BEGIN */
extern void nx_byline_read(NxArticle *a);		/* nx_byline.c: names of authors */
extern void nx_mark_read(NxArticle *a);			/* nx_mark.c: stretches */
extern void nx_mention_read(NxArticle *a);		/* nx_mention.c: names, nominals,
												 * pronouns; values by nx_value.c */
extern void nx_role_read(NxArticle *a);			/* nx_role.c: roles beside names */
extern void nx_entity_read(NxArticle *a);		/* nx_entity.c: aliases, names */
extern void nx_reference_read(NxArticle *a);	/* nx_reference.c: pronouns and
												 * nominals to entities */
extern void nx_attribution_read(NxArticle *a);	/* nx_attribution.c */
extern void nx_quote_read(NxArticle *a);		/* nx_quote.c: quotes */
extern void nx_speaker_read(NxArticle *a);		/* nx_speaker.c: who spoke */
extern void nx_result_read(NxArticle *a);		/* nx_result.c: entities, mentions */

/* Before the first stage: the memory that nx_is_among() needs (nx_among.c). */
extern void nx_among_begin(NxArticle *a);

/* Small questions about the article that many stages ask (nx_article.c). */
static inline NxToken *
nx_token_at(const NxArticle *a, uint32_t i)
{
	return &a->tokens.items[i];
}

/* Does the whole token have the folded form; see nx_token_is(). */
extern bool nx_token_spells(const NxArticle *a, uint32_t token, const char *folded);

/*
 * Does the token have this folded form; "folded" is a literal in that form.
 * Compared letter by letter, not by hash: nearly every answer is no, and comes
 * of the first letter.
 */
static inline bool
nx_token_is(const NxArticle *a, uint32_t token, const char *folded)
{
	unsigned char first = (unsigned char) a->text[nx_token_at(a, token)->at_b] | 0x20;

	if (first >= 'a' && first <= 'z' && first != (unsigned char) *folded)
		return false;
	return nx_token_spells(a, token, folded);
}

/* Is the word, in lower case, one of a list " like this " (nx_among.c)? */
extern bool nx_is_among(const NxArticle *a, uint32_t token, const char *list);

extern NxSpan nx_range_span(const NxArticle *a, NxRange range);
/* The text of a range as written, white space folded to single spaces. */
extern NxString nx_range_text(NxArticle *a, NxRange range);
/* The same for a name, from capitals to name case: "WU JIAO" -> "Wu Jiao". */
extern NxString nx_name_text(NxArticle *a, NxRange range);
extern uint32_t nx_token_paragraph(const NxArticle *a, uint32_t token);

#endif							/* NX_CORE_H */
