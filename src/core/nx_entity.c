/*
 * nx_entity.c
 *		Whom and what the names of an article mean: mentions become entities.
 *
 * Before it stand mentions with their kinds, roles and affiliations; after it
 * the reference stage gives pronouns and nominals their entities.
 *
 *	1. Names: mentions of the same words are one name ("WU JIAO", "Wu Jiao").
 *	   Persons have names of their own, so that Washington the man and
 *	   Washington the city stay two.
 *	2. Clusters: names are taken from the longest to the shortest.  A name that
 *	   no other can stand for opens a cluster and enters its short forms into
 *	   the table of aliases (nx_alias.c).  A name found there is a short form.
 *	3. Sweep: in the order of the text each mention gets its cluster.  A short
 *	   form of several takes the surest kind of alias, then the same title
 *	   ("President Roe"), then the person introduced first; a title's sex rules
 *	   out ("Mrs. Roe" after John Roe is somebody else).  "The institute" takes
 *	   the organisation of that head which was mentioned last.  A cluster becomes
 *	   an entity at its first mention, so entities are numbered in the order of
 *	   the text.
 *	4. Entities: kind by majority of mentions, fullest form as name, first role
 *	   and affiliation, sex from titles, first names and pronouns nearby.
 *
 * Example: "Xi in Seattle ... President Xi Jinping ... Xi told".  Names "xi
 * jinping", "seattle", "xi"; "xi jinping" opens a cluster under the aliases
 * "xi" and "jinping"; in the sweep both "Xi" take it, the first one before the
 * full name has been read.
 *
 * Time: each mention costs a few probes; an alias is followed to at most
 * MAX_CANDIDATES clusters.
 */
#include "nx_alias.h"
#include "nx_lexicon.h"

#define MAX_CANDIDATES	16
#define MAX_ACRONYM_B	4
#define TITLE_VOTES		3		/* one "Mr." against so many pronouns */
#define MAX_PERSON_WORDS	3	/* of one whose label was another */
#define KINDS			(NX_ENTITY_MISC + 1)

/* How often "he" and "she" follow, by NxSex. */
typedef struct Votes
{
	uint32_t	count[NX_SEX_MALE + 1];
} Votes;

/* Distinct words that are mentioned. */
typedef struct Name
{
	uint32_t	hash;
	uint32_t	first;			/* mention */
	uint32_t	count;
	uint32_t	words;
	uint32_t	cluster;		/* NX_NONE: a short form, decided by mention */
	uint32_t	other;			/* name of another kind it is taken for */
	uint32_t	own;			/* cluster of a short form that means nobody else */
	bool		is_person;
	bool		is_junior;		/* first written with "Jr." */
	Votes		votes;
} Name;

typedef struct Cluster
{
	uint32_t	entity;			/* NX_NONE before its first mention */
	uint32_t	seen;			/* its last mention + 1, 0: none yet */
	uint32_t	first;			/* mention that opened it */
	uint32_t	title;			/* form of its first title, or 0 */
	uint32_t	votes[KINDS];
	Votes		full_votes;		/* behind its full names */
	Votes		all_votes;		/* and behind short forms that mean it */
	uint8_t		sex;
	uint8_t		kind;
} Cluster;

typedef struct Book
{
	NX_LIST(Name) names;
	NX_LIST(Cluster) clusters;
	uint32_t   *name_of;		/* mention -> name, NX_NONE for no name */
	uint32_t   *cluster_of;		/* entity -> cluster */
	Votes	   *votes;			/* by mention */
	uint32_t   *slots;			/* name + 1, 0: free */
	uint32_t	mask;
	NxAliasTable aliases;
} Book;

/* ------------------------------------------------------------------------
 * Names
 * ------------------------------------------------------------------------
 */
static void
book_init(NxArticle *a, Book *book)
{
	uint32_t	mentions = a->mention_nodes.count;
	uint32_t	size = 16;

	while (size < 2 * mentions)
		size *= 2;
	memset(book, 0, sizeof(*book));
	book->name_of = nx_alloc_array(&a->arena, uint32_t, mentions);
	book->cluster_of = nx_alloc_array(&a->arena, uint32_t, mentions);
	book->votes = nx_alloc_array(&a->arena, Votes, mentions);
	book->slots = nx_alloc_array(&a->arena, uint32_t, size);
	book->mask = size - 1;
	nx_alias_init(a, &book->aliases, mentions);
}

/* Dates, money and the like are the same when they are written the same. */
static bool
is_value(const NxMentionNode *node)
{
	return node->kind >= NX_ENTITY_DATE && node->kind <= NX_ENTITY_HANDLE;
}

static uint32_t
value_hash(const NxArticle *a, const NxMentionNode *node)
{
	uint32_t	hash = node->kind;

	for (uint32_t i = node->tokens.first; i < node->tokens.end; i++)
		hash = ((hash ^ nx_token_at(a, i)->exact) * 0x9E3779B1u) ^ hash >> 15;
	return hash;
}

static uint32_t *
name_slot(const Book *book, uint32_t hash)
{
	uint32_t	at = hash & book->mask;

	while (book->slots[at] != 0 && book->names.items[book->slots[at] - 1].hash != hash)
		at = (at + 1) & book->mask;
	return &book->slots[at];
}

static void
add_mention(NxArticle *a, Book *book, uint32_t m)
{
	const NxMentionNode *node = &a->mention_nodes.items[m];
	bool		is_person = node->kind == NX_ENTITY_PERSON;
	NxNameWords words;
	uint32_t	hash;
	uint32_t   *slot;
	Name	   *name;

	nx_name_words(a, node, &words);
	if (is_value(node) || words.count == 0)
		hash = value_hash(a, node);
	else
		hash = is_person ? nx_person_hash(&words, 0, words.count) :
			nx_words_hash(&words, 0, words.count);
	slot = name_slot(book, hash);
	/* Jane Roe III is another than the Jane Roe named before */
	if (words.is_junior && *slot != 0 && !book->names.items[*slot - 1].is_junior)
		slot = name_slot(book, hash = nx_junior_hash(hash));
	if (*slot == 0)
	{
		name = nx_push(&a->arena, &book->names);
		*slot = book->names.count;
		*name = (Name) {.hash = hash, .first = m, .words = words.count, .cluster = NX_NONE,
			.other = NX_NONE, .own = NX_NONE, .is_person = is_person,
			.is_junior = words.is_junior};
	}
	book->names.items[*slot - 1].count++;
	book->name_of[m] = *slot - 1;
}

static void
collect_names(NxArticle *a, Book *book)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		nx_poll(a, sizeof(NxMentionNode));
		book->name_of[m] = NX_NONE;
		if (a->mention_nodes.items[m].form_kind == NX_FORM_NAME)
			add_mention(a, book, m);
	}
}

/*
 * The first word of a person's name under another label, or words->count: what
 * stands behind a title, or a given name, before the surname of a person of the
 * article.
 */
static uint32_t
mislabelled_person(const NxArticle *a, const Book *book, const NxMentionNode *node,
				   const NxNameWords *words)
{
	uint64_t	last = nx_token_names(nx_token_at(a, node->tokens.end - 1));
	uint32_t	surname = nx_person_hash(words, words->count - 1, words->count);
	uint32_t	first = 0;

	while (first + 2 < words->count &&
		   nx_token_names(nx_token_at(a, words->tokens[first])) & NX_IS(TITLE))
		first++;
	if (words->count - first <= MAX_PERSON_WORDS &&
		(first > 0 || nx_token_names(nx_token_at(a, words->tokens[0])) &
		 (NX_IS(FIRST_COMMON) | NX_IS(FIRST_KNOWN))) &&
		!(last & (NX_IS(ORG_HEAD) | NX_IS(ORG_SUFFIX) | NX_IS(PLACE_HEAD))) &&
		*name_slot(book, surname) != 0)
		return first;
	return words->count;
}

/*
 * "Justice Jane Roe" among the organisations is a person, when "Roe" alone is
 * one elsewhere.
 */
static void
mend_kinds(NxArticle *a, Book *book)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		NxMentionNode *node = &a->mention_nodes.items[m];
		Name	   *name;
		NxNameWords words;
		uint32_t	first;

		if (book->name_of[m] == NX_NONE || node->kind == NX_ENTITY_PERSON || is_value(node))
			continue;
		name = &book->names.items[book->name_of[m]];
		if (name->words < 2)
			continue;
		nx_name_words(a, node, &words);
		first = mislabelled_person(a, book, node, &words);
		if (first == words.count)
			continue;
		name->count--;
		node->tokens.first = words.tokens[first];
		node->kind = NX_ENTITY_PERSON;
		add_mention(a, book, m);
	}
}

/* ------------------------------------------------------------------------
 * Sexes
 * ------------------------------------------------------------------------
 */
static void
add_votes(Votes *sum, const Votes *votes)
{
	for (int sex = 0; sex <= NX_SEX_MALE; sex++)
		sum->count[sex] += votes->count[sex];
}

/* The sex that leads by at least so many votes. */
static uint8_t
voted_sex(const Votes *votes, uint32_t margin)
{
	uint32_t	she = votes->count[NX_SEX_FEMALE];
	uint32_t	he = votes->count[NX_SEX_MALE];

	if (he >= she + margin)
		return NX_SEX_MALE;
	return she >= he + margin ? NX_SEX_FEMALE : NX_SEX_UNKNOWN;
}

/*
 * "He" or "she" behind a person, no other person between and no sentence
 * without one of them, is a vote for the sex; so is "Mr." before a surname.
 */
static void
count_votes(const NxArticle *a, Book *book)
{
	uint32_t	person = NX_NONE;
	uint32_t	sentence = 0;

	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];
		const NxToken *head = nx_token_at(a, node->head);

		if (node->form_kind == NX_FORM_NAME && node->kind == NX_ENTITY_PERSON)
		{
			person = m;
			sentence = head->sentence;
			if (node->tokens.end - node->tokens.first == 1 && node->sex != NX_SEX_UNKNOWN)
				book->names.items[book->name_of[m]].votes.count[node->sex] += TITLE_VOTES;
		}
		else if (node->form_kind == NX_FORM_PRONOUN && node->sex != NX_SEX_UNKNOWN &&
				 nx_token_words(head) & NX_IS(SUBJECT) &&
				 person != NX_NONE && head->sentence <= sentence + 1)
		{
			book->votes[person].count[node->sex]++;
			book->names.items[book->name_of[person]].votes.count[node->sex]++;
			sentence = head->sentence;
		}
	}
}

/* ------------------------------------------------------------------------
 * Clusters
 * ------------------------------------------------------------------------
 */
static uint32_t
open_cluster(NxArticle *a, Book *book, uint32_t mention)
{
	Cluster    *cluster = nx_push(&a->arena, &book->clusters);

	cluster->entity = NX_NONE;
	cluster->first = mention;
	cluster->sex = a->mention_nodes.items[mention].sex;
	cluster->kind = a->mention_nodes.items[mention].kind;
	return book->clusters.count - 1;
}

/* A place's name is no short form of an organisation: "Miami", Miami Herald. */
static const NxAlias *
alias_of_kind(const Book *book, uint32_t hash, uint8_t kind)
{
	const NxAlias *alias = nx_alias_next(&book->aliases, hash, NULL);

	for (int i = 1; alias != NULL && i < MAX_CANDIDATES &&
		 book->clusters.items[alias->cluster].kind != kind; i++)
		alias = nx_alias_next(&book->aliases, hash, alias);
	return alias != NULL && book->clusters.items[alias->cluster].kind == kind ? alias : NULL;
}

/* The name of the same words that is no person's, when it is the commoner. */
static uint32_t
commoner_twin(const Book *book, const Name *name, const NxNameWords *words)
{
	uint32_t	hash = name->is_person ? nx_words_hash(words, 0, words->count) :
		nx_person_hash(words, 0, words->count);
	uint32_t	slot = *name_slot(book, hash);
	const Name *twin = slot == 0 ? NULL : &book->names.items[slot - 1];

	if (twin == NULL || twin->count < name->count)
		return NX_NONE;
	return twin->count > name->count || twin->first < name->first ? slot - 1 : NX_NONE;
}

/*
 * Say what a name stands for: a cluster, another name, or, when both are left
 * NX_NONE, something that each mention has to decide.
 */
static void
link_name(NxArticle *a, Book *book, Name *name)
{
	const NxMentionNode *node = &a->mention_nodes.items[name->first];
	const NxAlias *alias;
	NxNameWords words;

	if (is_value(node) || name->words == 0)
	{
		name->cluster = open_cluster(a, book, name->first);
		return;
	}
	alias = alias_of_kind(book, name->hash, node->kind);
	if (alias != NULL)
	{
		if (alias->strength == NX_ALIAS_WHOLE)
			name->cluster = alias->cluster;
		return;
	}
	nx_name_words(a, node, &words);
	if (name->is_person && name->hash != nx_person_hash(&words, 0, words.count))
	{
		name->cluster = open_cluster(a, book, name->first);
		nx_alias_add_junior(a, &book->aliases, &words, name->cluster);
		return;
	}
	name->other = commoner_twin(book, name, &words);
	if (name->other != NX_NONE)
		return;
	if (name->is_person)
		name->cluster = nx_alias_by_initial(a, &book->aliases, &words);
	if (name->cluster == NX_NONE)
		name->cluster = open_cluster(a, book, name->first);
	if (name->is_person)
		nx_alias_add_person(a, &book->aliases, &words, name->cluster);
	else
		nx_alias_add_other(a, &book->aliases, &words, name->cluster);
}

static void
link_names(NxArticle *a, Book *book, uint32_t words)
{
	for (uint32_t i = 0; i < book->names.count; i++)
		if (book->names.items[i].words == words && book->names.items[i].count > 0)
		{
			nx_poll(a, sizeof(Name));
			link_name(a, book, &book->names.items[i]);
		}
}

/* "Bundesbank (BBK)": what stands alone in brackets is an alias. */
static void
link_bracketed(NxArticle *a, Book *book)
{
	for (uint32_t m = 0; m + 1 < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];
		const NxMentionNode *next = node + 1;
		const Name *name;

		if (book->name_of[m] == NX_NONE || book->name_of[m + 1] == NX_NONE ||
			next->tokens.first != node->tokens.end + 1 ||
			next->tokens.end - next->tokens.first != 1 ||
			nx_token_at(a, next->tokens.first)->letters != NX_CASE_UPPER ||
			a->text[nx_token_at(a, node->tokens.end)->at_b] != '(')
			continue;
		name = &book->names.items[book->name_of[m]];
		if (name->cluster != NX_NONE && !name->is_person)
			nx_alias_add(a, &book->aliases,
						 (NxAlias) {book->names.items[book->name_of[m + 1]].hash,
						 name->cluster, 0, NX_ALIAS_FAMILY});
	}
}

/* ------------------------------------------------------------------------
 * Sweep
 * ------------------------------------------------------------------------
 */
/* What a mention of a short form knows of whom it means. */
typedef struct Hint
{
	uint32_t	title;			/* form of its title, or 0 */
	uint8_t		sex;			/* NxSex that the title tells */
	uint8_t		voted;			/* NxSex of the pronouns behind such mentions */
	uint8_t		kind;			/* NxEntityKind */
	uint8_t		strongest;		/* NxStrength that is followed */
} Hint;

/*
 * A title rules out the other sex, unless a list of given names alone told that
 * of a person already introduced ("Mr. Ahern ... he" is Bertie Ahern).
 */
static bool
has_other_sex(const Cluster *cluster, const Hint *hint)
{
	return hint->sex != NX_SEX_UNKNOWN && cluster->sex != NX_SEX_UNKNOWN &&
		hint->sex != cluster->sex &&
		(hint->voted != hint->sex || cluster->seen == 0 ||
		 cluster->full_votes.count[cluster->sex] > 0);
}

static bool
is_voted_down(const Cluster *cluster, const Hint *hint)
{
	return hint->voted != NX_SEX_UNKNOWN && cluster->sex != NX_SEX_UNKNOWN &&
		hint->voted != cluster->sex;
}

/*
 * "President Roe ... he" is not Ann Roe who is introduced later: news leaves
 * the given name out of some titles.
 */
static bool
is_introduced_later(const Cluster *cluster, const Hint *hint)
{
	return hint->title != 0 && hint->title != cluster->title && cluster->seen == 0 &&
		is_voted_down(cluster, hint);
}

static bool
can_mean(const Cluster *cluster, const NxAlias *alias, const Hint *hint)
{
	return cluster->kind == hint->kind && alias->strength <= hint->strongest &&
		(alias->strength != NX_ALIAS_LATER || cluster->seen != 0) &&
		!has_other_sex(cluster, hint) && !is_introduced_later(cluster, hint);
}

/*
 * How well a cluster suits: surest alias, same title, sex of most mentions of
 * the short form, and of persons the one introduced first: news calls a man's relatives by their full names.  Of
 * organisations the one mentioned last.
 */
static uint64_t
suit(const Cluster *cluster, const NxAlias *alias, const Hint *hint)
{
	bool		has_title = hint->title != 0 && hint->title == cluster->title;
	bool		is_later = alias->strength == NX_ALIAS_LATER;

	return (uint64_t) alias->strength << 34 | (uint64_t) has_title << 33 |
		(uint64_t) !is_voted_down(cluster, hint) << 32 | (is_later ? cluster->seen : ~cluster->first);
}

/* The cluster that a short form means here, or NX_NONE. */
static uint32_t
choose_cluster(const Book *book, uint32_t hash, Hint hint)
{
	const NxAlias *alias = NULL;
	uint32_t	chosen = NX_NONE;
	uint64_t	best = 0;

	for (int i = 0; i < MAX_CANDIDATES; i++)
	{
		const Cluster *cluster;

		alias = nx_alias_next(&book->aliases, hash, alias);
		if (alias == NULL)
			break;
		cluster = &book->clusters.items[alias->cluster];
		if (can_mean(cluster, alias, &hint) && suit(cluster, alias, &hint) > best)
		{
			chosen = alias->cluster;
			best = suit(cluster, alias, &hint);
		}
	}
	return chosen;
}

/* Form of the title in front of a name, or 0. */
static uint32_t
title_form(const NxArticle *a, const NxMentionNode *node)
{
	const NxToken *token;

	if (nx_range_is_empty(node->role) || node->role.end != node->tokens.first)
		return 0;
	token = nx_token_at(a, node->role.end - 1);
	return nx_token_names(token) & NX_IS(TITLE) ? token->form : 0;
}

static uint8_t
name_kind(const NxArticle *a, const Name *name)
{
	return a->mention_nodes.items[name->first].kind;
}

/* The cluster of a name's mention. */
static uint32_t
name_cluster(NxArticle *a, Book *book, uint32_t m)
{
	const NxMentionNode *node = &a->mention_nodes.items[m];
	Name	   *name = &book->names.items[book->name_of[m]];
	uint32_t	cluster;

	if (name->other != NX_NONE)
		name = &book->names.items[name->other];
	if (name->cluster != NX_NONE)
		return name->cluster;
	cluster = choose_cluster(book, name->hash,
							 (Hint) {title_form(a, node), node->sex,
							 voted_sex(&name->votes, TITLE_VOTES),
							 name_kind(a, name), NX_ALIAS_WHOLE});
	if (cluster != NX_NONE)
		return cluster;
	if (name->own == NX_NONE)
	{
		name->own = open_cluster(a, book, m);
		nx_alias_add(a, &book->aliases,
					 (NxAlias) {name->hash, name->own, 0, NX_ALIAS_FAMILY});
	}
	return name->own;
}

/* "The institute": the cluster whose head it repeats, or NX_NONE. */
static uint32_t
nominal_cluster(const NxArticle *a, const Book *book, const NxMentionNode *node)
{
	NxNameWords head;

	if (node->form_kind != NX_FORM_NOMINAL || node->kind != NX_ENTITY_ORGANIZATION ||
		node->is_plural || !nx_token_is(a, node->tokens.first, "the"))
		return NX_NONE;
	head.words[0] = nx_token_at(a, node->head)->form;
	return choose_cluster(book, nx_words_hash(&head, 0, 1),
						  (Hint) {.kind = NX_ENTITY_ORGANIZATION,
						  .strongest = NX_ALIAS_LATER});
}

static void
open_entity(NxArticle *a, Book *book, uint32_t cluster, uint32_t mention)
{
	NxEntityNode *entity = nx_push(&a->arena, &a->entity_nodes);

	entity->first = mention;
	entity->fullest = mention;
	entity->affiliation = NX_NONE;
	book->clusters.items[cluster].entity = a->entity_nodes.count - 1;
	book->cluster_of[a->entity_nodes.count - 1] = cluster;
}

/* Give clusters the titles beside their full names and the votes behind. */
static void
describe_clusters(NxArticle *a, Book *book)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		uint32_t	at = book->name_of[m] == NX_NONE ? NX_NONE :
			book->names.items[book->name_of[m]].cluster;

		nx_poll(a, sizeof(NxMentionNode));
		if (at == NX_NONE)
			continue;
		if (book->clusters.items[at].title == 0)
			book->clusters.items[at].title = title_form(a, &a->mention_nodes.items[m]);
		add_votes(&book->clusters.items[at].full_votes, &book->votes[m]);
	}
}

static void
sweep(NxArticle *a, Book *book)
{
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		NxMentionNode *node = &a->mention_nodes.items[m];
		bool		is_name = book->name_of[m] != NX_NONE;
		uint32_t	at = is_name ? name_cluster(a, book, m) : nominal_cluster(a, book, node);
		Cluster    *cluster;

		nx_poll(a, sizeof(*node));
		node->entity = NX_NONE;
		if (at == NX_NONE)
			continue;
		cluster = &book->clusters.items[at];
		if (cluster->entity == NX_NONE)
			open_entity(a, book, at, m);
		node->entity = cluster->entity;
		cluster->seen = m + 1;
		cluster->votes[node->kind] += is_name;
		add_votes(&cluster->all_votes, &book->votes[m]);
		if (cluster->sex == NX_SEX_UNKNOWN)
			cluster->sex = node->sex;
	}
}

/* ------------------------------------------------------------------------
 * Entities
 * ------------------------------------------------------------------------
 */

/* How full a form is: words, then a case that tells names, then bytes. */
static uint64_t
fullness(const NxArticle *a, const NxMentionNode *node)
{
	NxSpan		span = nx_range_span(a, node->tokens);
	NxNameWords words;
	bool		is_upper = true;

	nx_name_words(a, node, &words);
	for (uint32_t i = 0; i < words.count; i++)
		is_upper &= nx_token_at(a, words.tokens[i])->letters == NX_CASE_UPPER;
	return (uint64_t) words.count << 33 | (uint64_t) !is_upper << 32 | (span.end_b - span.at_b);
}

static uint8_t
majority_kind(const Cluster *cluster, uint8_t kind)
{
	for (uint8_t k = 0; k < KINDS; k++)
		if (cluster->votes[k] > cluster->votes[kind])
			kind = k;
	return kind;
}

/* Let a mention add to what is known of its entity. */
static void
learn(NxArticle *a, uint32_t m, uint64_t *fullest)
{
	const NxMentionNode *node = &a->mention_nodes.items[m];
	NxEntityNode *entity;
	uint64_t	full;

	if (node->entity == NX_NONE || node->form_kind != NX_FORM_NAME)
		return;
	entity = &a->entity_nodes.items[node->entity];
	full = fullness(a, node);
	if (full > fullest[node->entity])
	{
		fullest[node->entity] = full;
		entity->fullest = m;
	}
	if (entity->role.bytes == NULL)
		entity->role = nx_range_text(a, node->role);
	if (entity->affiliation == NX_NONE && node->affiliation != NX_NONE)
		entity->affiliation = a->mention_nodes.items[node->affiliation].entity;
}

/* Capitals of persons are a matter of layout, and those of long places. */
static bool
is_written_small(const NxArticle *a, uint8_t kind, NxRange tokens)
{
	NxSpan		span = nx_range_span(a, tokens);

	return kind == NX_ENTITY_PERSON ||
		(kind == NX_ENTITY_PLACE && span.end_b - span.at_b > MAX_ACRONYM_B);
}

static void
settle_entities(NxArticle *a, Book *book)
{
	uint64_t   *fullest = nx_alloc_array(&a->arena, uint64_t, a->entity_nodes.count);

	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		nx_poll(a, sizeof(NxMentionNode));
		learn(a, m, fullest);
	}
	for (uint32_t i = 0; i < a->entity_nodes.count; i++)
	{
		NxEntityNode *entity = &a->entity_nodes.items[i];
		const NxMentionNode *node = &a->mention_nodes.items[entity->fullest];
		const Cluster *cluster = &book->clusters.items[book->cluster_of[i]];

		nx_poll(a, sizeof(*entity));
		entity->kind = majority_kind(cluster, node->kind);
		entity->sex = cluster->sex != NX_SEX_UNKNOWN ? cluster->sex :
			voted_sex(&cluster->all_votes, 1);
		entity->is_plural = node->is_plural;
		entity->name = is_written_small(a, entity->kind, node->tokens) ?
			nx_name_text(a, node->tokens) : nx_range_text(a, node->tokens);
	}
}

void
nx_entity_read(NxArticle *a)
{
	Book		book;

	book_init(a, &book);
	collect_names(a, &book);
	mend_kinds(a, &book);
	count_votes(a, &book);
	for (uint32_t words = NX_MAX_NAME_WORDS; words > 1; words--)
		link_names(a, &book, words);
	link_bracketed(a, &book);
	link_names(a, &book, 1);
	link_names(a, &book, 0);
	describe_clusters(a, &book);
	sweep(a, &book);
	settle_entities(a, &book);
}
