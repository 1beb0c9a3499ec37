/*
 * lexicon_table.c
 *		The table being built, and the C source that is written of it.
 *
 * While lists are read, entries stand in a growing hash by form, phrases in
 * another by the key of their state.  Writing puts the entries into the final
 * open-addressing tables, frequent words first, so that these stand at their
 * own slot and cost one look; class sets are numbered as they come.  Entries
 * that neither have a class nor were seen often are left out.
 *
 * Two forms with the same 32-bit hash become one entry with the classes of
 * both: a handful among two hundred thousand.
 */
#include "lexicon.h"

#define MAX_CLASSES		65535
#define LOAD_PERCENT	75		/* of the final tables */
#define MIN_COUNT		3		/* of a form that has no class */
#define MAX_TIER		50		/* of a form that was never seen */

typedef struct Phrase
{
	uint32_t	key;
	NxClasses	classes;
	bool		goes_on;
} Phrase;

/* A growing hash of items whose first member is their uint32_t key. */
typedef struct Hash
{
	char	   *items;
	size_t		item_b;
	uint32_t	size;
	uint32_t	count;
} Hash;

static Hash entries = {NULL, sizeof(Entry), 0, 0};
static Hash phrases = {NULL, sizeof(Phrase), 0, 0};
static Hash later_words = {NULL, sizeof(uint32_t), 0, 0};	/* forms behind the first of phrases */
static Hash verbs = {NULL, sizeof(NxVerb), 0, 0};
static Hash demonyms = {NULL, sizeof(NxDemonymNode), 0, 0};

static Hash verb_irregulars = {NULL, sizeof(NxIrregular), 0, 0};
static Hash noun_irregulars = {NULL, sizeof(NxIrregular), 0, 0};

static char lemmas[1 << 16];
static uint32_t lemmas_b;
static char countries[1 << 16];
static uint32_t countries_b;

static NxClasses classes[MAX_CLASSES];
static uint32_t classes_count = 1;	/* number 0: none */

static uint32_t
key_at(const Hash *hash, uint32_t slot)
{
	uint32_t	key;

	memcpy(&key, hash->items + slot * hash->item_b, sizeof(key));
	return key;
}

/* Slot of a key, or the empty slot where it belongs. */
static uint32_t
hash_slot(const Hash *hash, uint32_t key)
{
	uint32_t	slot = nx_lexicon_slot(key, hash->size);

	while (key_at(hash, slot) != 0 && key_at(hash, slot) != key)
		slot = nx_lexicon_next(slot, hash->size);
	return slot;
}

static void
hash_grow(Hash *hash)
{
	Hash		wider = {NULL, hash->item_b, hash->size * 2 + 1024, hash->count};

	wider.items = calloc(wider.size, wider.item_b);
	for (uint32_t slot = 0; slot < hash->size; slot++)
		if (key_at(hash, slot) != 0)
			memcpy(wider.items + hash_slot(&wider, key_at(hash, slot)) * hash->item_b,
				   hash->items + slot * hash->item_b, hash->item_b);
	free(hash->items);
	*hash = wider;
}

/* Finds or makes the item of a key. */
static void *
hash_item(Hash *hash, uint32_t key)
{
	char	   *item;

	if (hash->count * 2 >= hash->size)
		hash_grow(hash);
	item = hash->items + hash_slot(hash, key) * hash->item_b;
	if (key_at(hash, hash_slot(hash, key)) == 0)
	{
		memcpy(item, &key, sizeof(key));
		hash->count++;
	}
	return item;
}

Entry *
table_entry(uint32_t form)
{
	return hash_item(&entries, form);
}

const Entry *
table_find(uint32_t form)
{
	const Entry *entry;

	if (entries.size == 0)
		return NULL;
	entry = (const Entry *) (entries.items + hash_slot(&entries, form) * entries.item_b);
	return entry->form == form ? entry : NULL;
}

/* ---- tokens ---- */

static void *
take_memory(void *state, size_t size_b)
{
	(void) state;
	return malloc(size_b);
}

static void
give_back(void *state, void *block)
{
	(void) state;
	free(block);
}

NxArticle *
tokens_read(const char *text, size_t length_b)
{
	static const NxHost host = {take_memory, give_back, NULL, NULL};
	NxArticle  *a = calloc(1, sizeof(*a));

	a->text = text;
	a->length_b = (uint32_t) length_b;
	nx_arena_init(&a->arena, &host);
	nx_text_read(a);
	nx_token_read(a);
	return a;
}

void
tokens_free(NxArticle *a)
{
	nx_arena_free(&a->arena);
	free(a);
}

/* ---- adding ---- */

static void
add_classes(NxClasses *to, NxClasses more)
{
	to->names |= more.names;
	to->words |= more.words;
	to->verbnet |= more.verbnet;
}

static void
add_phrase(const NxArticle *a, uint32_t count, NxClasses more)
{
	uint32_t	key = NX_PHRASE_START;

	table_entry(a->tokens.items[0].form)->flags |= NX_WORD_BEGINS_PHRASE;
	for (uint32_t i = 0; i < count; i++)
	{
		Phrase	   *phrase;

		key = nx_phrase_key(key, a->tokens.items[i].form);
		phrase = hash_item(&phrases, key);
		if (i > 0)
			hash_item(&later_words, a->tokens.items[i].form);
		if (i + 1 < count)
			phrase->goes_on = true;
		else
			add_classes(&phrase->classes, more);
	}
}

static Entry *
add_word(const NxToken *token, NxClasses more)
{
	Entry	   *entry = table_entry(token->form);

	add_classes(&entry->classes, more);
	if (more.names != 0)
		entry->spelled |= token->letters == NX_CASE_UPPER ? 1 : 2;
	return entry;
}

/*
 * The tokenizer looks at what follows a full stop; a word behind the entry
 * shows it the entry as it stands inside a sentence.  An entry that begins with
 * an apostrophe is the second part of a contraction, a token by itself.
 */
Entry *
table_add(const char *words, NxClasses more)
{
	char		text[MAX_ENTRY + 8];
	NxArticle  *a;
	Entry	   *entry = NULL;
	uint32_t	count;
	size_t		length = strlen(words);

	if (length < 1 || length >= MAX_ENTRY)
		return NULL;
	if (words[0] == '\'')
	{
		entry = table_entry(nx_form_hash(words, length));
		add_classes(&entry->classes, more);
		return entry;
	}
	snprintf(text, sizeof(text), "%s said", words);
	a = tokens_read(text, strlen(text));
	count = a->tokens.count - 1;
	if (count == 1)
		entry = add_word(&a->tokens.items[0], more);
	else if (count >= 2 && count <= NX_MAX_PHRASE)
		add_phrase(a, count, more);
	tokens_free(a);
	return entry;
}

Entry *
table_add_name(const char *words, uint64_t names)
{
	NxClasses	more = {names, 0, 0};

	return strlen(words) > 1 ? table_add(words, more) : NULL;
}

/* Puts a string into a pool once; returns where it stands. */
static uint32_t
pool_put(char *pool, uint32_t *pool_b, const char *string)
{
	uint32_t	length = (uint32_t) strlen(string);

	for (uint32_t at = 0; at + length < *pool_b; at += (uint32_t) strlen(pool + at) + 1)
		if (strcmp(pool + at, string) == 0)
			return at;
	memcpy(pool + *pool_b, string, length + 1);
	*pool_b += length + 1;
	return *pool_b - length - 1;
}

static uint8_t
mode_of(NxClasses of)
{
	if (of.words & NX_IS_SAY)
		return NX_MODE_SPEECH;
	if (of.words & NX_IS(THINK))
		return NX_MODE_THOUGHT;
	return of.words & NX_IS(SHOW) ? NX_MODE_EVIDENCE : NX_MODE_SPEECH;
}

/* The first lemma that claims a form keeps it: "found" is find's. */
void
table_add_verb(const char *lemma, const char *form, NxClasses more)
{
	uint32_t	key = nx_form_hash(form, strlen(form));
	NxVerb	   *verb = hash_item(&verbs, key);
	Entry	   *entry = table_add(form, more);

	if (verb->lemma_b == 0)
	{
		verb->lemma = nx_form_hash(lemma, strlen(lemma));
		verb->lemma_at = (uint16_t) pool_put(lemmas, &lemmas_b, lemma);
		verb->lemma_b = (uint8_t) strlen(lemma);
	}
	if (entry != NULL)
		verb->mode = mode_of(entry->classes);
}

void
table_add_demonym(const char *demonym, const char *country)
{
	NxDemonymNode *node = hash_item(&demonyms, nx_form_hash(demonym, strlen(demonym)));

	if (node->country_b == 0)
	{
		node->country_at = (uint16_t) pool_put(countries, &countries_b, country);
		node->country_b = (uint16_t) strlen(country);
	}
}

void
table_add_irregular(bool is_verb, const char *lemma, const char *form)
{
	Hash	   *hash = is_verb ? &verb_irregulars : &noun_irregulars;
	NxIrregular *irregular = hash_item(hash, nx_form_hash(form, strlen(form)));

	irregular->lemma = nx_form_hash(lemma, strlen(lemma));
}

/* ---- writing ---- */

static uint16_t
classes_number(NxClasses of)
{
	for (uint32_t i = 0; i < classes_count; i++)
		if (classes[i].names == of.names && classes[i].words == of.words &&
			classes[i].verbnet == of.verbnet)
			return (uint16_t) i;
	if (classes_count == MAX_CLASSES)
	{
		fputs("too many sets of classes\n", stderr);
		exit(1);
	}
	classes[classes_count] = of;
	return (uint16_t) classes_count++;
}

/*
 * Bucket of lower-case share, in the steps of NxCapital.  A name seen once or
 * twice is no proof against a frequent common word.
 */
static unsigned
capital_of(const Entry *entry)
{
	uint64_t	seen = (uint64_t) entry->lower + entry->capital;
	uint64_t	share;

	if (seen == 0 && entry->tier == 0)
		return NX_CAPITAL_UNKNOWN;
	if (seen == 0)
		return entry->tier <= 35 ? NX_CAPITAL_COMMON_WORD : NX_CAPITAL_RARE_WORD;
	share = (2 * (uint64_t) entry->lower + 1) * 50 / (seen + 1);
	if (seen < 3 && share < 40 && entry->tier != 0 && entry->tier <= 50)
		return NX_CAPITAL_DOUBTFUL;
	if (share < 40)
		return share < 10 ? NX_CAPITAL_ALWAYS : NX_CAPITAL_MOSTLY;
	if (share < 75)
		return NX_CAPITAL_MIXED;
	return share < 95 ? NX_CAPITAL_RARELY : NX_CAPITAL_NEVER;
}

/* Only in capitals a name, and a common word otherwise. */
static bool
is_acronym_of_word(const Entry *entry)
{
	return entry->spelled == 1 && (entry->tier != 0 || entry->lower > entry->capital);
}

#define FUNCTION_WORDS \
	(NX_IS(PRONOUN) | NX_IS(POSSESSIVE) | NX_IS(WHO) | NX_IS(THAT) | NX_IS(AND) | \
	 NX_IS(PREPOSITION) | NX_IS(DETERMINER) | NX_IS(SUBORDINATOR) | NX_IS(NOT) | \
	 NX_IS(BE) | NX_IS(HAVE) | NX_IS(DO))

/*
 * Lists of names hold nearly every short word ("He", "So", "On"); where a word
 * binds the sentence together it is no name unless it is an acronym, and no
 * rare verb of saying.
 */
static NxClasses
purified(const Entry *entry)
{
	NxClasses	of = entry->classes;

	if (of.words & FUNCTION_WORDS && entry->spelled != 1)
		of.names &= NX_IS(PARTICLE);
	if (of.words & (FUNCTION_WORDS | NX_IS(MODAL)))
		of.words &= ~NX_IS(SAY_RARE);
	return of;
}

static unsigned
sex_of(uint8_t seen)
{
	if (seen == 1 << NX_SEX_FEMALE)
		return NX_SEX_FEMALE;
	return seen == 1 << NX_SEX_MALE ? NX_SEX_MALE : NX_SEX_UNKNOWN;
}

static bool
is_kept(const Entry *entry)
{
	const NxClasses *of = &entry->classes;

	return (of->names | of->words | of->verbnet) != 0 ||
		(entry->flags & NX_WORD_BEGINS_PHRASE) != 0 || entry->lower + entry->capital >= MIN_COUNT ||
		(entry->tier != 0 && entry->tier <= MAX_TIER);
}

static int
compare_frequency(const void *left, const void *right)
{
	const Entry *a = left;
	const Entry *b = right;

	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return a->form < b->form ? -1 : a->form > b->form;
}

static int
compare_key(const void *left, const void *right)
{
	uint32_t	a;
	uint32_t	b;

	memcpy(&a, left, sizeof(a));
	memcpy(&b, right, sizeof(b));
	return a < b ? -1 : a > b;
}

/* Moves the items to the front, drops the empty slots, sorts. */
static void
hash_pack(Hash *hash, int (*compare) (const void *, const void *))
{
	uint32_t	count = 0;

	for (uint32_t slot = 0; slot < hash->size; slot++)
		if (key_at(hash, slot) != 0)
			memmove(hash->items + count++ * hash->item_b,
					hash->items + slot * hash->item_b, hash->item_b);
	hash->count = count;
	qsort(hash->items, count, hash->item_b, compare);
}

/*
 * Lays packed items out in their final slots: slots[i] is 1 + the item in slot
 * i, 0: empty.
 */
static uint32_t *
lay_out(const Hash *hash, uint32_t *size)
{
	uint32_t   *slots;

	*size = (uint32_t) ((uint64_t) hash->count * 100 / LOAD_PERCENT) + 2;
	slots = calloc(*size, sizeof(*slots));
	for (uint32_t i = 0; i < hash->count; i++)
	{
		uint32_t	slot = nx_lexicon_slot(key_at(hash, i), *size);

		while (slots[slot] != 0)
			slot = nx_lexicon_next(slot, *size);
		slots[slot] = i + 1;
	}
	return slots;
}

typedef void (*PutItem) (FILE *out, const void *item);

static void
put_word(FILE *out, const void *item)
{
	const Entry *entry = item;
	unsigned	flags = NX_WORD_KNOWN | entry->flags |
		(is_acronym_of_word(entry) ? NX_WORD_CAPITALS : 0u);

	fprintf(out, "{%u,{%u,%u,%u,%u,%u}}", entry->form, classes_number(purified(entry)),
			capital_of(entry), sex_of(entry->name_sex), sex_of(entry->word_sex), flags);
}

static void
put_phrase(FILE *out, const void *item)
{
	const Phrase *phrase = item;

	fprintf(out, "{%u,%u,%u}", phrase->key, classes_number(phrase->classes),
			(unsigned) phrase->goes_on);
}

static void
put_verb(FILE *out, const void *item)
{
	const NxVerb *verb = item;

	fprintf(out, "{%u,%u,%u,%u,%u}", verb->form, verb->lemma, verb->lemma_at,
			verb->lemma_b, verb->mode);
}

static void
put_demonym(FILE *out, const void *item)
{
	const NxDemonymNode *node = item;

	fprintf(out, "{%u,%u,%u}", node->form, node->country_at, node->country_b);
}

static void
put_irregular(FILE *out, const void *item)
{
	const NxIrregular *irregular = item;

	fprintf(out, "{%u,%u}", irregular->form, irregular->lemma);
}

#define ITEMS_PER_LINE	8

static void
put_table(FILE *out, const char *declaration, const Hash *hash, PutItem put)
{
	uint32_t	size;
	uint32_t   *slots = lay_out(hash, &size);

	fprintf(out, "\nconst uint32_t %s_size = %u;\nconst ", strchr(declaration, ' ') + 1, size);
	fprintf(out, "%s[%u] = {\n", declaration, size);
	for (uint32_t slot = 0; slot < size; slot++)
	{
		if (slots[slot] == 0)
			fputs("{0}", out);
		else
			put(out, hash->items + (slots[slot] - 1) * hash->item_b);
		fputs(slot % ITEMS_PER_LINE == ITEMS_PER_LINE - 1 ? ",\n" : ",", out);
	}
	fputs("};\n", out);
	free(slots);
}

/* Strings stand one behind the other, each with its end. */
static void
put_pool(FILE *out, const char *name, const char *pool, uint32_t pool_b)
{
	fprintf(out, "\nconst char %s[%u] =\n", name, pool_b + 1);
	for (uint32_t at = 0; at < pool_b; at += (uint32_t) strlen(pool + at) + 1)
		fprintf(out, "\"%s\\0\"\n", pool + at);
	fputs("\"\";\n", out);
}

static void
put_classes(FILE *out)
{
	fprintf(out, "\nconst NxClasses nx_lexicon_classes[%u] = {\n", classes_count);
	for (uint32_t i = 0; i < classes_count; i++)
		fprintf(out, "{0x%llx,0x%llx,0x%x},\n", (unsigned long long) classes[i].names,
				(unsigned long long) classes[i].words, classes[i].verbnet);
	fputs("};\n", out);
}

static void
drop_unkept(void)
{
	for (uint32_t slot = 0; slot < entries.size; slot++)
	{
		Entry	   *entry = (Entry *) (entries.items + slot * entries.item_b);

		if (entry->form != 0 && !is_kept(entry))
			memset(entry, 0, sizeof(*entry));
	}
}

/* Words of no phrase need no entry: what is not in the lexicon is looked up. */
static void
flag_later_words(void)
{
	for (uint32_t slot = 0; slot < later_words.size; slot++)
	{
		const Entry *entry = table_find(key_at(&later_words, slot));

		if (key_at(&later_words, slot) != 0 && entry != NULL)
			table_entry(entry->form)->flags |= NX_WORD_CONTINUES_PHRASE;
	}
}

void
table_write(FILE *out)
{
	flag_later_words();
	drop_unkept();
	hash_pack(&entries, compare_frequency);
	hash_pack(&phrases, compare_key);
	hash_pack(&verbs, compare_key);
	hash_pack(&demonyms, compare_key);
	hash_pack(&verb_irregulars, compare_key);
	hash_pack(&noun_irregulars, compare_key);
	fputs("/* Written by train/lexicon.c; see nx_lexicon_data.h. */\n"
		  "#include \"nx_lexicon_data.h\"\n", out);
	put_table(out, "NxWordNode nx_lexicon_words", &entries, put_word);
	put_table(out, "NxPhraseNode nx_lexicon_phrases", &phrases, put_phrase);
	put_table(out, "NxVerb nx_lexicon_verbs", &verbs, put_verb);
	put_table(out, "NxDemonymNode nx_lexicon_demonyms", &demonyms, put_demonym);
	put_table(out, "NxIrregular nx_lexicon_verb_irregulars", &verb_irregulars,
			  put_irregular);
	put_table(out, "NxIrregular nx_lexicon_noun_irregulars", &noun_irregulars,
			  put_irregular);
	put_pool(out, "nx_lexicon_lemmas", lemmas, lemmas_b);
	put_pool(out, "nx_lexicon_countries", countries, countries_b);
	put_classes(out);
	fprintf(stderr, "%u words, %u phrase states, %u verb forms, %u demonyms, %u class sets\n",
			entries.count, phrases.count, verbs.count, demonyms.count, classes_count);
}
