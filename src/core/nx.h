/*
 * nx.h
 *		Public interface of the newsext analyser.
 *
 * The analyser reads the text of one English news article and returns who
 * said what: quotes, speakers, entities, mentions, layout.  It is plain C11,
 * knows nothing of PostgreSQL and uses one library, PCRE2.
 *
 *	NxReader	what is set up once and used for every article: compiled
 *				patterns.  Immutable after nx_reader_create(); lexicon and
 *				weights are read-only data of the library.
 *	NxArticle	the analysis of one text, in one arena; opaque.  Results are
 *				reached by the nx_article_* functions and live as long as it.
 *
 * Positions are bytes of the text as given, half-open, unless a name ends in
 * _c (characters).  For every span s of a result
 *		0 <= s.at_b < s.end_b <= length_b
 * and both ends stand on a character border.  Characters are code points of
 * UTF-8; a byte that is part of no valid sequence counts as one character.
 *
 * Numbers of sentences, paragraphs, quotes and entities count from 1; 0 says
 * "none".
 *
 * Determinism: the same text gives the same results on every machine and
 * compiler; no floating point takes part in a decision.
 */
#ifndef NX_H
#define NX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Version of the results: changes exactly when any result may change. */
#define NX_RESULTS_VERSION	"1.0.4"

/* Longest text that is read, in bytes. */
#define NX_MAX_TEXT_B		(64u * 1024u * 1024u)

/* Most memory that one analysis takes, in bytes; more is NX_NO_MEMORY. */
#if SIZE_MAX > UINT32_MAX
#define NX_MAX_MEMORY_B		((size_t) 6 << 30)
#else
#define NX_MAX_MEMORY_B		((size_t) 1 << 31)
#endif

typedef enum NxStatus
{
	NX_OK = 0,
	NX_NO_MEMORY,				/* the host's alloc returned NULL, or NX_MAX_MEMORY_B */
	NX_INTERRUPTED,				/* the host's poll returned true */
	NX_TEXT_TOO_LONG,			/* more than NX_MAX_TEXT_B bytes */
	NX_NO_PATTERNS				/* a built-in pattern did not compile */
} NxStatus;

/*
 * What the analyser needs from its surroundings.  alloc returns NULL when
 * there is no memory and must not jump; free takes what alloc returned.
 * poll may be NULL; it is asked at least every 4 kB of text and every
 * sentence, and true ends the analysis with NX_INTERRUPTED.
 */
typedef struct NxHost
{
	void	   *(*alloc) (void *state, size_t size_b);
	void		(*free) (void *state, void *block);
	bool		(*poll) (void *state);
	void	   *state;
} NxHost;

typedef struct NxReader NxReader;
typedef struct NxArticle NxArticle;

/* Bytes of the text, half-open.  at_b == end_b: absent. */
typedef struct NxSpan
{
	uint32_t	at_b;
	uint32_t	end_b;
} NxSpan;

/* UTF-8, not terminated; bytes == NULL: absent (SQL NULL). */
typedef struct NxString
{
	const char *bytes;
	uint32_t	length_b;
} NxString;

typedef struct NxStrings
{
	const NxString *items;
	uint32_t	count;
} NxStrings;

typedef enum NxQuoteKind
{
	NX_QUOTE_DIRECT, NX_QUOTE_MIXED, NX_QUOTE_INDIRECT
} NxQuoteKind;

typedef enum NxSpeakerKind
{
	NX_SPEAKER_PERSON, NX_SPEAKER_ORGANIZATION, NX_SPEAKER_PLACE,
	NX_SPEAKER_GROUP, NX_SPEAKER_UNNAMED, NX_SPEAKER_DOCUMENT,
	NX_SPEAKER_UNKNOWN
} NxSpeakerKind;

typedef enum NxMode
{
	NX_MODE_SPEECH, NX_MODE_THOUGHT, NX_MODE_EVIDENCE
} NxMode;

typedef enum NxEntityKind
{
	NX_ENTITY_PERSON, NX_ENTITY_ORGANIZATION, NX_ENTITY_PLACE,
	NX_ENTITY_NATIONALITY, NX_ENTITY_EVENT, NX_ENTITY_WORK, NX_ENTITY_DATE,
	NX_ENTITY_TIME, NX_ENTITY_MONEY, NX_ENTITY_PERCENT, NX_ENTITY_NUMBER,
	NX_ENTITY_EMAIL, NX_ENTITY_URL, NX_ENTITY_HANDLE, NX_ENTITY_MISC
} NxEntityKind;

typedef enum NxFormKind
{
	NX_FORM_NAME, NX_FORM_NOMINAL, NX_FORM_PRONOUN
} NxFormKind;

typedef enum NxZoneKind
{
	NX_ZONE_HEADLINE, NX_ZONE_DECK, NX_ZONE_SECTION, NX_ZONE_PUBLICATION,
	NX_ZONE_BYLINE, NX_ZONE_DATELINE, NX_ZONE_BODY, NX_ZONE_BOILERPLATE
} NxZoneKind;

typedef enum NxTokenKind
{
	NX_TOKEN_WORD, NX_TOKEN_NUMBER, NX_TOKEN_PUNCTUATION, NX_TOKEN_MARK,
	NX_TOKEN_SYMBOL, NX_TOKEN_URL, NX_TOKEN_EMAIL, NX_TOKEN_HANDLE
} NxTokenKind;

/* One attribution: a content, who said it, and by which words. */
typedef struct NxQuote
{
	NxQuoteKind kind;
	NxSpeakerKind speaker_kind;
	NxMode		mode;
	bool		is_negated;
	NxString	content;		/* the words, outer marks removed, pieces joined */
	NxString	speaker;		/* fullest form in the article, no title */
	NxString	role;
	NxString	affiliation;
	NxString	source;			/* as written, with its apposition */
	NxString	cue;			/* as written */
	NxString	verb;			/* lemma of a verbal cue */
	NxString	addressee;
	NxString	channel;
	const NxSpan *content_at;	/* pieces, ascending, marks included */
	uint32_t	content_count;
	NxSpan		source_at;
	NxSpan		cue_at;
	uint32_t	paragraph;
	uint32_t	sentence;
	uint32_t	parent;			/* number of the quote it is nested in, or 0 */
	uint32_t	speaker_no;		/* entity number, or 0 */
	uint16_t	confidence;		/* in thousandths, 0..1000 */
	const char *rule;			/* stable short name, static */
} NxQuote;

typedef struct NxEntity
{
	NxEntityKind kind;
	NxString	name;			/* canonical: fullest form, no title */
	NxString	key;			/* nx_key_make() of name */
	NxString	role;
	NxString	affiliation;
	NxStrings	forms;			/* distinct forms as written, first one first */
	uint32_t	mention_count;	/* names, nominals and pronouns */
	NxSpan		first_at;
} NxEntity;

typedef struct NxSpeaker
{
	uint32_t	entity_no;		/* 0: a speaker who is no entity (a group...) */
	NxSpeakerKind kind;
	NxString	name;
	NxString	role;
	NxString	affiliation;
	NxStrings	forms;
	uint32_t	quote_count;
	uint32_t	word_count;		/* words of the contents */
	NxSpan		first_at;
} NxSpeaker;

typedef struct NxMention
{
	uint32_t	entity_no;		/* 0: refers to nothing known */
	NxEntityKind kind;
	NxFormKind	form_kind;
	NxString	name;			/* canonical name of the entity, or absent */
	NxSpan		at;
	uint32_t	paragraph;
	uint32_t	sentence;
	uint32_t	quote_no;		/* inside which quote, or 0 */
} NxMention;

typedef struct NxZone
{
	NxZoneKind	kind;
	NxSpan		at;
} NxZone;

typedef struct NxLayout
{
	NxString	headline;
	NxString	deck;
	NxString	section;
	NxString	publication;
	NxString	edition;
	NxStrings	authors;		/* in name case */
	NxStrings	author_places;	/* parallel to authors; absent items allowed */
	NxString	dateline;
	const NxSpan *body_at;
	uint32_t	body_count;
} NxLayout;

typedef struct NxSentenceView
{
	NxSpan		at;
	uint32_t	paragraph;
	NxZoneKind	zone;
} NxSentenceView;

typedef struct NxTokenView
{
	NxSpan		at;
	NxTokenKind kind;
	const char *tag;			/* part of speech, Penn tag, static */
	const char *name_label;		/* "B-PER" and so on, or NULL */
	NxString	lemma;
	uint32_t	sentence;
	uint32_t	paragraph;
} NxTokenView;

/* One step on the way to the quotes, for people to read. */
typedef struct NxExplanation
{
	uint32_t	quote_no;		/* 0: a cue that made no quote */
	const char *step;			/* "quote", "cue" or "speaker" */
	bool		is_chosen;
	NxString	words;			/* the cue; the name of who could have spoken */
	NxSpan		at;
	int32_t		score;			/* thousandths; what it means is the step's */
	NxString	reason;
} NxExplanation;

/*
 * Set up a reader.  The host is copied and used until nx_reader_free().
 * Returns NX_OK, NX_NO_MEMORY or NX_NO_PATTERNS; *reader is NULL on failure.
 */
extern NxStatus nx_reader_create(const NxHost *host, NxReader **reader);
extern void nx_reader_free(NxReader *reader);

/*
 * Analyse a text of length_b bytes.  All memory of the analysis comes from
 * host (its own, so that a caller can bound or drop it as a whole).  The text
 * is not copied: it must stay readable and unchanged as long as the article.
 * Every byte string is accepted.  Fails only by NX_TEXT_TOO_LONG,
 * NX_NO_MEMORY, NX_INTERRUPTED; *article is NULL then and nothing is left
 * allocated.
 */
extern NxStatus nx_article_read(const NxReader *reader, const NxHost *host,
								const char *text, size_t length_b,
								NxArticle **article);
extern void nx_article_free(NxArticle *article);

/*
 * Why the quotes are what they are: for each quote the rule that made it, its
 * cue and who could have been its speaker, then the cues that made none.  Made
 * at the first call, in the memory of the article.  Returns NX_OK,
 * NX_NO_MEMORY or NX_INTERRUPTED; the article is as before then.
 */
extern NxStatus nx_article_explain(NxArticle *article, const NxExplanation **items,
								   uint32_t *count);

/* Bytes that the analysis holds, its text not counted. */
extern size_t nx_article_memory(const NxArticle *article);

/* Characters before byte at_b; at_b must be on a character border. */
extern uint32_t nx_article_char(const NxArticle *article, uint32_t at_b);

/* Results: *count items, in the order of the text; NULL when *count is 0. */
extern const NxQuote *nx_article_quotes(const NxArticle *article, uint32_t *count);
extern const NxSpeaker *nx_article_speakers(const NxArticle *article, uint32_t *count);
extern const NxEntity *nx_article_entities(const NxArticle *article, uint32_t *count);
extern const NxMention *nx_article_mentions(const NxArticle *article, uint32_t *count);
extern const NxZone *nx_article_zones(const NxArticle *article, uint32_t *count);
extern const NxLayout *nx_article_layout(const NxArticle *article);
extern uint32_t nx_article_sentence_count(const NxArticle *article);
extern uint32_t nx_article_token_count(const NxArticle *article);

/* One sentence or token, counted from 0. */
extern void nx_article_sentence(const NxArticle *article, uint32_t i, NxSentenceView *view);
extern void nx_article_token(const NxArticle *article, uint32_t i, NxTokenView *view);

/* Names of the enumerations as SQL shows them ("direct", "person", ...). */
extern const char *nx_quote_kind_name(NxQuoteKind kind);
extern const char *nx_speaker_kind_name(NxSpeakerKind kind);
extern const char *nx_mode_name(NxMode mode);
extern const char *nx_entity_kind_name(NxEntityKind kind);
extern const char *nx_form_kind_name(NxFormKind kind);
extern const char *nx_zone_kind_name(NxZoneKind kind);
extern const char *nx_token_kind_name(NxTokenKind kind);

/*
 * Key of a name for joins: case-folded, unaccented, without title, single
 * spaces ("Président  Xi Jinping" -> "xi jinping").  Writes at most
 * 3 * length_b bytes to key and returns how many.
 */
extern size_t nx_key_make(const char *name, size_t length_b, char *key);

#endif							/* NX_H */
