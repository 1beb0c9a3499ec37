/*
 * lexicon_source.c
 *		Words of the language: our own lists, frequency tiers, verbs.
 *
 * Our own lists stand in train/lists; a line "[class class]" opens a section,
 * the lines below it hold one entry each, irregular forms behind a tab.  NOTICE
 * names the other sources and their licences.
 */
#include "lexicon.h"

#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

/* ---- classes by name ---- */

typedef struct ClassName
{
	const char *name;
	NxClasses	bit;
} ClassName;

#define NAME_ROW(name, meaning)	{#name, {NX_IS(name), 0, 0}},
#define WORD_ROW(name, meaning)	{#name, {0, NX_IS(name), 0}},

static const ClassName class_names[] = {
	NX_NAME_CLASSES(NAME_ROW)
	NX_WORD_CLASSES(WORD_ROW)
};

/* "say-core" is SAY_CORE. */
static bool
is_class_name(const char *written, size_t length, const char *name)
{
	if (strlen(name) != length)
		return false;
	for (size_t i = 0; i < length; i++)
	{
		char		c = name[i] == '_' ? '-' : (char) (name[i] | 0x20);

		if (written[i] != c)
			return false;
	}
	return true;
}

/* Classes of a section's head, "[role plural]". */
static NxClasses
classes_of_section(const char *line)
{
	NxClasses	all = {0, 0, 0};
	const char *at = line + 1;

	while (*at != '\0' && *at != ']')
	{
		size_t		length = strcspn(at, " ]");
		size_t		i = 0;

		while (i < COUNT(class_names) && !is_class_name(at, length, class_names[i].name))
			i++;
		if (i == COUNT(class_names))
		{
			fprintf(stderr, "unknown class in %s\n", line);
			exit(1);
		}
		all.names |= class_names[i].bit.names;
		all.words |= class_names[i].bit.words;
		at += length;
		at += *at == ' ';
	}
	return all;
}

/* ---- our own lists ---- */

static void
add_verb(const char *lemma, char *const *irregular, int count, NxClasses more)
{
	char		form[MAX_FORM];
	bool		has_past = false;
	bool		has_gerund = false;

	table_add_verb(lemma, lemma, more);
	inflect_third(lemma, form);
	table_add_verb(lemma, form, more);
	for (int i = 0; i < count; i++)
	{
		size_t		length = strlen(irregular[i]);

		if (length > 4 && strcmp(irregular[i] + length - 3, "ing") == 0)
			has_gerund = true;
		else
			has_past = true;
		table_add_verb(lemma, irregular[i], more);
	}
	if (!has_past)
	{
		inflect_past(lemma, form);
		table_add_verb(lemma, form, more);
	}
	if (!has_gerund)
	{
		inflect_gerund(lemma, form);
		table_add_verb(lemma, form, more);
	}
}

static void
add_noun(const char *noun, const char *plural, NxClasses more)
{
	char		form[MAX_FORM];

	table_add(noun, more);
	if (plural == NULL)
		inflect_plural(noun, form);
	more.words |= NX_IS(PLURAL);
	table_add(plural != NULL ? plural : form, more);
}

/* Nouns of which only the form given is meant. */
#define AS_WRITTEN	(NX_IS(GROUP) | NX_IS(CHANNEL))

static void
add_line(List *list, const char *file, NxClasses of)
{
	list_split(list, '\t');
	if (strcmp(file, "verbs.txt") == 0)
		add_verb(list->fields[0], list->fields + 1, list->field_count - 1, of);
	else if (strcmp(file, "nouns.txt") == 0 && !(of.words & AS_WRITTEN))
		add_noun(list->fields[0], list->field_count > 1 ? list->fields[1] : NULL, of);
	else
		table_add(list->fields[0], of);
}

/* Sections [male] and [female] of the nouns give a sex and no class. */
static bool
read_sex(const char *section, NxSex *sex)
{
	*sex = NX_SEX_UNKNOWN;
	if (strcmp(section, "[male]") == 0)
		*sex = NX_SEX_MALE;
	else if (strcmp(section, "[female]") == 0)
		*sex = NX_SEX_FEMALE;
	return *sex != NX_SEX_UNKNOWN;
}

static void
add_word_sex(const char *word, NxSex sex)
{
	NxClasses	none = {0, 0, 0};
	Entry	   *entry = table_add(word, none);

	if (entry != NULL)
		entry->word_sex |= (uint8_t) (1 << sex);
}

void
source_words(const char *lists)
{
	static const char *const files[] = {
		"words.txt", "verbs.txt", "nouns.txt", "organizations.txt", "people.txt",
		"places.txt", "titles.txt", "organizations_world.txt", "persons_world.txt"
	};
	static List list;

	for (size_t i = 0; i < COUNT(files); i++)
	{
		NxClasses	of = {0, 0, 0};
		NxSex		sex = NX_SEX_UNKNOWN;

		list_open(&list, lists, files[i]);
		while (list_next(&list))
		{
			if (list.line[0] != '[')
			{
				if (sex == NX_SEX_UNKNOWN)
					add_line(&list, files[i], of);
				else
					add_word_sex(list.line, sex);
			}
			else if (!read_sex(list.line, &sex))
				of = classes_of_section(list.line);
		}
	}
}

void
source_irregulars(const char *lists)
{
	static List list;
	bool		is_verb = false;

	list_open(&list, lists, "irregular.txt");
	while (list_next(&list))
	{
		if (list.line[0] == '[')
		{
			is_verb = strcmp(list.line, "[verb]") == 0;
			continue;
		}
		list_split(&list, '\t');
		for (int i = 1; i < list.field_count; i++)
			table_add_irregular(is_verb, list.fields[0], list.fields[i]);
	}
}

/* ---- frequency tiers ---- */

void
source_tiers(const char *shared)
{
	static const char *const kinds[] = {"english", "american", "british"};
	static const unsigned tiers[] = {10, 20, 35, 50, 55, 60};
	static List list;

	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t t = 0; t < COUNT(tiers); t++)
		{
			char		path[64];

			snprintf(path, sizeof(path), "lexicon/scowl/%s-words.%u", kinds[k], tiers[t]);
			list_open(&list, shared, path);
			while (list_next(&list))
			{
				Entry	   *entry;

				if (strchr(list.line, '\'') != NULL)
					continue;
				entry = table_entry(nx_form_hash(list.line, strlen(list.line)));
				if (entry->tier == 0 || entry->tier > tiers[t])
					entry->tier = (uint8_t) tiers[t];
			}
		}
}

/* ---- verbs of the lexical resources ---- */

/* Classes of VerbNet, by the beginning of their name, that tell of no speech. */
static bool
is_silent(const char *verb_class)
{
	static const char *const silent[] = {
		"captain", "encounter", "masquerade", "orphan", "peer", "render", "stimulus"
	};

	for (size_t i = 0; i < COUNT(silent); i++)
		if (strncmp(verb_class, silent[i], strlen(silent[i])) == 0)
			return true;
	return false;
}

/* VerbNet's file: a class, a tab, its members; one bit a class. */
static void
read_verbnet(const char *shared)
{
	static List list;
	NxClasses	of = {0, 0, 1};

	list_open(&list, shared, "lexicon/verbnet33/speech_classes.tsv");
	while (list_next(&list))
	{
		char	   *verb;

		list_split(&list, '\t');
		if (is_silent(list.fields[0]))
			continue;
		for (verb = strtok(list.fields[1], " "); verb != NULL; verb = strtok(NULL, " "))
			add_verb(verb, NULL, 0, of);
		of.verbnet <<= 1;
	}
}

/* Forms as they are; a line of verbs that report, by frequency of use. */
static void
read_report_forms(const char *shared)
{
	static List list;
	NxClasses	of = {0, NX_IS(SAY_RARE), 0};

	list_open(&list, shared, "lexicon/gendergaptracker_mit/quote_verb_list.txt");
	while (list_next(&list))
		table_add(list.line, of);
}

/* Verbs with many senses of which few are communication say little. */
#define MAX_COUNT_PER_SENSE	60

static void
read_communication_verbs(const char *shared)
{
	static List list;
	NxClasses	of = {0, NX_IS(SAY_RARE), 0};

	list_open(&list, shared, "lexicon/wordnet30/verb_communication.tsv");
	while (list_next(&list))
	{
		list_split(&list, '\t');
		if (strchr(list.fields[0], ' ') == NULL && list.number > 1 &&
			atoi(list.fields[1]) <= MAX_COUNT_PER_SENSE * atoi(list.fields[2]))
			add_verb(list.fields[0], NULL, 0, of);
	}
}

void
source_verbs(const char *shared)
{
	read_report_forms(shared);
	read_communication_verbs(shared);
	read_verbnet(shared);
}
