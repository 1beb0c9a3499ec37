/*
 * nx_alias.c
 *		What short forms of a name can stand for it.
 *
 * A name is a sequence of words, each a hash of its form without accents
 * and full stops; the hash of a sequence is the key of a table of aliases.  The entity
 * stage enters the fullest names first and then asks for what stands alone:
 *
 *		Ludo van der Meer	"van der Meer", "der Meer", "Meer", "Ludo"
 *		Xi Jinping			"Xi", "Jinping": which of the two is the surname
 *							needs no answer
 *		Barack Hussein Obama	"Barack Obama", "Hussein Obama", "Obama", "Barack"
 *		World Health Organization	"WHO", and once it has been introduced "World
 *							Health", "Health Organization", "Organization"
 *		Department of Energy	"DOE", "DE"; later "Department of", "Department"
 *		Tarn Rail Group		"Tarn Rail", "TRG"; later "Rail Group", "Group"
 *
 * "Jr." is no word of a name ("John Okafor Jr.", later "John Okafor"), unless
 * the father has been named before: then the son keeps it in all his forms.
 *
 * Initials agree with the given names they begin ("J. R. Okafor" and "John
 * Okafor") by a hash of initial and surname, told apart by whether the name
 * itself has initials, since "John" and "James" are two persons.
 *
 * Limits: words after the twelfth are not compared, and one alias is followed
 * to its newest NX_MAX_CANDIDATES names only, so that an article of ten
 * thousand Smiths takes linear time.  Hashes are compared and no strings: two
 * names of one article that share 32 bits are taken for one.
 */
#include "nx_alias.h"
#include "nx_lexicon.h"

#define MAX_WORD_B		64		/* longest word of which accents are left out */

/* Salts keep the kinds of keys apart. */
#define PERSON_SALT		0x70657273u
#define INITIAL_SALT	0x696E6974u
#define GIVEN_SALT		0x67697665u
#define JUNIOR_SALT		0x6A756E69u

/*
 * Tails that a name often loses; the rest still names the same.  Not "News" and
 * the like, which make a part of a firm: Sky is no short form of Sky News before
 * that has been named.
 */
static const char *const loose_tails[] = {
	"agency", "airlines", "airways", "bank", "club", "college", "communications",
	"corporation", "group", "holdings", "industries", "international",
	"laboratories", "magazine", "motors", "newspaper", "party",
	"stores", "systems", "technologies", "university",
};

/* Tails of a firm's registered name; they are no word of the name. */
static const char *const firm_tails[] = {
	"ab", "ag", "co", "corp", "gmbh", "inc", "incorporated", "limited", "llc", "llp",
	"ltd", "nv", "plc", "pty", "sa", "spa",
};

/* Tails of a person's name; the first few tell father and son apart. */
static const char *const person_tails[] = {"jr", "sr", "ii", "iii", "iv", "phd", "md"};

#define JUNIOR_TAILS	5

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Is a token plain, so that its form is what is compared? */
static bool
is_plain(const char *bytes, size_t length_b)
{
	for (size_t b = 0; b < length_b; b++)
		if ((unsigned char) bytes[b] >= 0x80 || bytes[b] == '.')
			return false;
	return true;
}

/* Hash of a word without accents and full stops; of a number as written. */
static uint32_t
word_hash(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	const char *bytes = a->text + token->at_b;
	size_t		length_b = token->end_b - token->at_b;
	char		key[3 * MAX_WORD_B];

	if (token->kind == NX_TOKEN_NUMBER)
		return token->exact;
	if (length_b > MAX_WORD_B || is_plain(bytes, length_b))
		return token->form;
	return nx_form_hash(key, nx_key_make(bytes, length_b, key));
}

/* Does a token read as a word, full stops left out? */
static bool
reads_as(const NxArticle *a, const NxToken *token, const char *word)
{
	for (uint32_t b = token->at_b; b < token->end_b; b++)
	{
		char		c = a->text[b];

		if (c == '.')
			continue;
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		if (*word == '\0' || c != *word++)
			return false;
	}
	return *word == '\0';
}

static bool
is_among(const NxArticle *a, const char *const *list, size_t count, uint32_t token)
{
	for (size_t i = 0; i < count; i++)
		if (reads_as(a, nx_token_at(a, token), list[i]))
			return true;
	return false;
}

/* Token after the nickname or other aside that a mark or bracket opens. */
static uint32_t
skip_aside(const NxArticle *a, NxRange range, uint32_t i)
{
	uint32_t	close = i + 1;

	while (close < range.end && nx_token_at(a, close)->kind == NX_TOKEN_WORD)
		close++;
	return close < range.end ? close + 1 : i + 1;
}

static void
drop_tails(const NxArticle *a, NxNameWords *name, const char *const *tails, size_t count)
{
	while (name->count > 1 && is_among(a, tails, count, name->tokens[name->count - 1]))
		name->count--;
}

void
nx_name_words(const NxArticle *a, const NxMentionNode *node, NxNameWords *name)
{
	uint32_t	i = node->tokens.first;

	if (i + 1 < node->tokens.end && nx_token_is(a, i, "the"))
		i++;
	name->count = 0;
	name->kind = node->kind;
	while (i < node->tokens.end && name->count < NX_MAX_NAME_WORDS)
	{
		const NxToken *token = nx_token_at(a, i);

		if (token->kind == NX_TOKEN_MARK)
			i = skip_aside(a, node->tokens, i);
		else
		{
			if (token->kind != NX_TOKEN_PUNCTUATION)
			{
				name->words[name->count] = word_hash(a, i);
				name->tokens[name->count++] = i;
			}
			i++;
		}
	}
	name->is_junior = node->kind == NX_ENTITY_PERSON && name->count > 1 &&
		is_among(a, person_tails, JUNIOR_TAILS, name->tokens[name->count - 1]);
	if (node->kind == NX_ENTITY_PERSON)
		drop_tails(a, name, person_tails, COUNT(person_tails));
	else if (node->kind == NX_ENTITY_ORGANIZATION)
		drop_tails(a, name, firm_tails, COUNT(firm_tails));
}

static uint32_t
add_word(uint32_t hash, uint32_t word)
{
	hash = (hash ^ word) * 0x9E3779B1u;
	return hash ^ hash >> 15;
}

uint32_t
nx_words_hash(const NxNameWords *name, uint32_t first, uint32_t end)
{
	uint32_t	hash = 0;

	for (uint32_t i = first; i < end; i++)
		hash = add_word(hash, name->words[i]);
	return hash;
}

uint32_t
nx_person_hash(const NxNameWords *name, uint32_t first, uint32_t end)
{
	return add_word(nx_words_hash(name, first, end), PERSON_SALT);
}

uint32_t
nx_junior_hash(uint32_t person_hash)
{
	return add_word(person_hash, JUNIOR_SALT);
}

/* ------------------------------------------------------------------------
 * The table
 * ------------------------------------------------------------------------
 */
void
nx_alias_init(NxArticle *a, NxAliasTable *table, uint32_t names)
{
	uint32_t	size = 16;

	while (size < 4 * names)
		size *= 2;
	memset(table, 0, sizeof(*table));
	table->heads = nx_alloc_array(&a->arena, uint32_t, size);
	table->mask = size - 1;
}

void
nx_alias_add(NxArticle *a, NxAliasTable *table, NxAlias alias)
{
	uint32_t   *head = &table->heads[alias.hash & table->mask];

	alias.next = *head;
	*nx_push(&a->arena, &table->aliases) = alias;
	*head = table->aliases.count;
}

const NxAlias *
nx_alias_next(const NxAliasTable *table, uint32_t hash, const NxAlias *last)
{
	uint32_t	at = last == NULL ? table->heads[hash & table->mask] : last->next;

	while (at != 0 && table->aliases.items[at - 1].hash != hash)
		at = table->aliases.items[at - 1].next;
	return at == 0 ? NULL : &table->aliases.items[at - 1];
}

/* ------------------------------------------------------------------------
 * Persons
 * ------------------------------------------------------------------------
 */
static bool
is_initial(const NxArticle *a, uint32_t i)
{
	const NxToken *token = nx_token_at(a, i);
	uint32_t	length_b = token->end_b - token->at_b;

	return length_b == 1 || (length_b % 2 == 0 && a->text[token->at_b + 1] == '.');
}

/* Hash of the first letter and the surname. */
static uint32_t
initial_hash(const NxArticle *a, const NxNameWords *name, uint32_t salt)
{
	uint32_t	letter = nx_form_hash(a->text + nx_token_at(a, name->tokens[0])->at_b, 1);

	return add_word(add_word(add_word(0, letter), name->words[name->count - 1]), salt);
}

uint32_t
nx_alias_by_initial(const NxArticle *a, const NxAliasTable *table, const NxNameWords *name)
{
	const NxAlias *alias = NULL;

	if (name->count < 2)
		return NX_NONE;
	alias = nx_alias_next(table, initial_hash(a, name, INITIAL_SALT), NULL);
	if (alias == NULL && is_initial(a, name->tokens[0]))
		alias = nx_alias_next(table, initial_hash(a, name, GIVEN_SALT), NULL);
	return alias == NULL ? NX_NONE : alias->cluster;
}

void
nx_alias_add_person(NxArticle *a, NxAliasTable *table, const NxNameWords *name,
					uint32_t cluster)
{
	uint32_t	last = name->count - 1;
	NxNameWords short_form = *name;
	NxAlias		alias = {nx_person_hash(name, 0, name->count), cluster, 0, NX_ALIAS_WHOLE};

	nx_alias_add(a, table, alias);
	if (name->count < 2)
		return;
	alias.hash = initial_hash(a, name, is_initial(a, name->tokens[0]) ?
							  INITIAL_SALT : GIVEN_SALT);
	nx_alias_add(a, table, alias);
	short_form.words[1] = name->words[last];
	if (name->count > 2)
	{
		alias.hash = nx_person_hash(&short_form, 0, 2);
		nx_alias_add(a, table, alias);
	}
	for (uint32_t i = 0; i < last; i++)
	{
		alias.strength = NX_ALIAS_PART;
		alias.hash = nx_person_hash(name, i, i + 1);
		if (!is_initial(a, name->tokens[i]))
			nx_alias_add(a, table, alias);
		alias.strength = NX_ALIAS_FAMILY;
		alias.hash = nx_person_hash(name, i + 1, name->count);
		nx_alias_add(a, table, alias);
	}
}

/* The son keeps his tail in short forms: "Roe Jr." */
void
nx_alias_add_junior(NxArticle *a, NxAliasTable *table, const NxNameWords *name,
					uint32_t cluster)
{
	uint32_t	last = name->count - 1;
	NxAlias		alias = {nx_junior_hash(nx_person_hash(name, 0, name->count)), cluster, 0,
		NX_ALIAS_WHOLE};

	nx_alias_add(a, table, alias);
	alias.hash = nx_junior_hash(nx_person_hash(name, last, name->count));
	alias.strength = NX_ALIAS_FAMILY;
	if (last > 0)
		nx_alias_add(a, table, alias);
}

/* ------------------------------------------------------------------------
 * Organisations, places and the rest
 * ------------------------------------------------------------------------
 */

/* Words that stand alone for something else: "the House" is no White House. */
static const char *const own_heads[] = {
	"house", "state", "states", "democrats", "republicans", "congress", "party",
};

/* A first word that is a body or place of its own: "House" of House Democrats. */
static bool
names_another(const NxArticle *a, uint32_t token)
{
	uint64_t	names = nx_token_names(nx_token_at(a, token));

	return (names & (NX_IS_ORG | NX_IS_PLACE | NX_IS(ORG_HEAD) | NX_IS(DEMONYM))) != 0;
}

static bool
has_acronym(const NxArticle *a, const NxNameWords *name)
{
	for (uint32_t i = 0; i < name->count; i++)
		if (nx_token_at(a, name->tokens[i])->letters == NX_CASE_UPPER)
			return true;
	return false;
}

/* Hash of the initials, of all words or of the capitalised ones. */
static uint32_t
acronym_hash(const NxArticle *a, const NxNameWords *name, bool takes_all)
{
	char		letters[NX_MAX_NAME_WORDS];
	uint32_t	count = 0;

	for (uint32_t i = 0; i < name->count; i++)
	{
		const NxToken *token = nx_token_at(a, name->tokens[i]);

		if (takes_all || token->letters != NX_CASE_LOWER)
			letters[count++] = a->text[token->at_b];
	}
	return add_word(0, nx_form_hash(letters, count));
}

/* The word that says what an organisation is: "Institute" before "of". */
static uint32_t
head_word(const NxArticle *a, const NxNameWords *name)
{
	for (uint32_t i = 1; i < name->count; i++)
		if (nx_token_at(a, name->tokens[i])->letters == NX_CASE_LOWER)
			return i - 1;
	return name->count - 1;
}

void
nx_alias_add_other(NxArticle *a, NxAliasTable *table, const NxNameWords *name,
				   uint32_t cluster)
{
	NxAlias		alias = {nx_words_hash(name, 0, name->count), cluster, 0, NX_ALIAS_WHOLE};
	uint32_t	head = head_word(a, name);
	uint32_t	last = name->count - 1;

	nx_alias_add(a, table, alias);
	if (name->count < 2)
		return;
	alias.strength = NX_ALIAS_FAMILY;
	for (int all = 0; all < 2 && !has_acronym(a, name); all++)
	{
		alias.hash = acronym_hash(a, name, all);
		nx_alias_add(a, table, alias);
	}
	if (name->kind != NX_ENTITY_ORGANIZATION)
		return;
	alias.hash = nx_words_hash(name, 0, last);
	if (!is_among(a, loose_tails, COUNT(loose_tails), name->tokens[last]))
		alias.strength = NX_ALIAS_LATER;
	if (alias.strength == NX_ALIAS_FAMILY || last > 1 || !names_another(a, name->tokens[0]))
		nx_alias_add(a, table, alias);
	alias.strength = NX_ALIAS_LATER;
	if (is_among(a, own_heads, COUNT(own_heads), name->tokens[head]))
		return;
	for (uint32_t i = 1; i <= head; i++)
	{
		alias.hash = nx_words_hash(name, i, head + 1);
		nx_alias_add(a, table, alias);
	}
}
