/*
 * nx_alias.h
 *		Names as sequences of words, and what short forms can stand for.
 */
#ifndef NX_ALIAS_H
#define NX_ALIAS_H

#include "nx_core.h"

#define NX_MAX_NAME_WORDS	12	/* further words of a name are not compared */

/* The words of a name that are compared: no marks, nickname, "the", "Ltd". */
typedef struct NxNameWords
{
	uint32_t	words[NX_MAX_NAME_WORDS];	/* hashes, without accents and stops */
	uint32_t	tokens[NX_MAX_NAME_WORDS];	/* where they stand */
	uint32_t	count;
	uint8_t		kind;			/* NxEntityKind */
	bool		is_junior;		/* Jr., Sr., III stands behind */
} NxNameWords;

/* How surely a short form stands for a name, rising. */
typedef enum NxStrength
{
	NX_ALIAS_LATER,				/* only once the name has been introduced */
	NX_ALIAS_PART,				/* given name, last word of an organisation */
	NX_ALIAS_FAMILY,			/* surname, acronym, organisation without tail */
	NX_ALIAS_WHOLE
} NxStrength;

typedef struct NxAlias
{
	uint32_t	hash;
	uint32_t	cluster;
	uint32_t	next;			/* alias of the same slot + 1, 0: none */
	uint8_t		strength;		/* NxStrength */
} NxAlias;

typedef struct NxAliasTable
{
	NX_LIST(NxAlias) aliases;
	uint32_t   *heads;			/* alias + 1, 0: none */
	uint32_t	mask;
} NxAliasTable;

extern void nx_name_words(const NxArticle *a, const NxMentionNode *node, NxNameWords *name);
/* Hash of words first .. end - 1; names of persons have hashes of their own. */
extern uint32_t nx_words_hash(const NxNameWords *name, uint32_t first, uint32_t end);
extern uint32_t nx_person_hash(const NxNameWords *name, uint32_t first, uint32_t end);
/* The same with "Jr." behind, of the son beside his father. */
extern uint32_t nx_junior_hash(uint32_t person_hash);

extern void nx_alias_init(NxArticle *a, NxAliasTable *table, uint32_t names);
extern void nx_alias_add(NxArticle *a, NxAliasTable *table, NxAlias alias);
/* Let the short forms of a name stand for a cluster. */
extern void nx_alias_add_person(NxArticle *a, NxAliasTable *table,
								const NxNameWords *name, uint32_t cluster);
extern void nx_alias_add_junior(NxArticle *a, NxAliasTable *table,
								const NxNameWords *name, uint32_t cluster);
extern void nx_alias_add_other(NxArticle *a, NxAliasTable *table,
							   const NxNameWords *name, uint32_t cluster);
/* The next alias of a hash, newest first; last is NULL at the start. */
extern const NxAlias *nx_alias_next(const NxAliasTable *table, uint32_t hash,
									const NxAlias *last);
/* The person whose given names agree as far as initials show, or NX_NONE. */
extern uint32_t nx_alias_by_initial(const NxArticle *a, const NxAliasTable *table,
									const NxNameWords *name);

#endif							/* NX_ALIAS_H */
