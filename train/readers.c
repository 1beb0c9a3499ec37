/*
 * readers.c
 *		Corpora with parts of speech.
 *
 *	CoNLL-U		a word a line, tag in the fifth column, "SpaceAfter=No" in
 *				the last; lines of numbers like 3-4 (a contraction as it
 *				stands) and 3.1 (what is not there) are passed over
 *	MASC		word_TAG word_TAG, a sentence a line
 *
 * The treebanks differ in names for the same tag and in a few decisions; one
 * table and mend_to() bring them to the set of nx_core.h.
 *
 * Sentences are divided by a blank line: the corpora's borders are given to
 * the core, whose own are measured elsewhere.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"
#include "document.h"

/* --- files --- */

char *
read_file(const char *path)
{
	FILE	   *file = fopen(path, "rb");
	char	   *bytes;
	long		length_b;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 ||
		(length_b = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0)
	{
		perror(path);
		exit(1);
	}
	bytes = take_memory((size_t) length_b + 1);
	if (fread(bytes, 1, (size_t) length_b, file) != (size_t) length_b)
	{
		perror(path);
		exit(1);
	}
	fclose(file);
	return bytes;
}

char *
next_line(char **rest)
{
	char	   *line = *rest;
	size_t		length_b = strcspn(line, "\n");

	if (*line == '\0')
		return NULL;
	*rest = line + length_b + (line[length_b] == '\n');
	if (length_b > 0 && line[length_b - 1] == '\r')
		line[length_b - 1] = '\0';
	line[length_b] = '\0';
	return line;
}

/* --- tags --- */

static const struct
{
	const char *name;
	NxTag		tag;
}			tag_names[] = {
	{"CC", NX_TAG_CC}, {"CD", NX_TAG_CD}, {"DT", NX_TAG_DT}, {"EX", NX_TAG_EX},
	{"FW", NX_TAG_FW}, {"IN", NX_TAG_IN}, {"JJ", NX_TAG_JJ}, {"JJR", NX_TAG_JJR},
	{"JJS", NX_TAG_JJS}, {"LS", NX_TAG_LS}, {"MD", NX_TAG_MD}, {"NN", NX_TAG_NN},
	{"NNS", NX_TAG_NNS}, {"NNP", NX_TAG_NNP}, {"NNPS", NX_TAG_NNPS},
	{"PDT", NX_TAG_PDT}, {"POS", NX_TAG_POS}, {"PRP", NX_TAG_PRP},
	{"PRP$", NX_TAG_PRPS}, {"RB", NX_TAG_RB}, {"RBR", NX_TAG_RBR},
	{"RBS", NX_TAG_RBS}, {"RP", NX_TAG_RP}, {"SYM", NX_TAG_SYM},
	{"TO", NX_TAG_TO}, {"UH", NX_TAG_UH}, {"VB", NX_TAG_VB}, {"VBD", NX_TAG_VBD},
	{"VBG", NX_TAG_VBG}, {"VBN", NX_TAG_VBN}, {"VBP", NX_TAG_VBP},
	{"VBZ", NX_TAG_VBZ}, {"WDT", NX_TAG_WDT}, {"WP", NX_TAG_WP},
	{"WP$", NX_TAG_WPS}, {"WRB", NX_TAG_WRB}, {",", NX_TAG_COMMA},
	{".", NX_TAG_STOP}, {":", NX_TAG_COLON}, {"$", NX_TAG_DOLLAR},
	{"#", NX_TAG_HASH},
	/* the same by other names, and what the treebanks add to Penn's set */
	{"``", NX_TAG_QUOTE}, {"''", NX_TAG_QUOTE}, {"\"", NX_TAG_QUOTE},
	{"(", NX_TAG_OPEN}, {"-LRB-", NX_TAG_OPEN}, {"LRB", NX_TAG_OPEN},
	{")", NX_TAG_CLOSE}, {"-RRB-", NX_TAG_CLOSE}, {"RRB", NX_TAG_CLOSE},
	{"HYPH", NX_TAG_COLON}, {"NFP", NX_TAG_COLON}, {"...", NX_TAG_COLON},
	{"-", NX_TAG_COLON}, {"--", NX_TAG_COLON}, {"ADD", NX_TAG_NNP},
	{"AFX", NX_TAG_JJ}, {"GW", NX_TAG_NN}, {"XX", NX_TAG_FW}, {"PP", NX_TAG_PRP},
};

NxTag
corpus_tag(const char *name)
{
	for (size_t i = 0; i < sizeof(tag_names) / sizeof(tag_names[0]); i++)
	{
		if (strcmp(tag_names[i].name, name) == 0)
			return tag_names[i].tag;
	}
	return NX_TAG_NONE;
}

/* Marks whose tag the corpora do not agree on: one tag for each. */
static NxTag
word_tag(const char *word, const char *name)
{
	static const struct
	{
		const char *mark;
		NxTag		tag;
	}			marks[] = {
		{"\"", NX_TAG_QUOTE}, {"``", NX_TAG_QUOTE}, {"''", NX_TAG_QUOTE},
		{"\xE2\x80\x9C", NX_TAG_QUOTE}, {"\xE2\x80\x9D", NX_TAG_QUOTE},
		{"\xE2\x80\x98", NX_TAG_QUOTE}, {",", NX_TAG_COMMA}, {";", NX_TAG_COLON},
		{"-", NX_TAG_COLON}, {"--", NX_TAG_COLON}, {"...", NX_TAG_COLON},
		{"\xE2\x80\x93", NX_TAG_COLON}, {"\xE2\x80\x94", NX_TAG_COLON},
		{"/", NX_TAG_SYM}, {"%", NX_TAG_NN}, {"&", NX_TAG_CC},
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
	{
		if (strcmp(word, marks[i].mark) == 0)
			return marks[i].tag;
	}
	return corpus_tag(name);
}

/* --- CoNLL-U --- */

uint32_t
split_fields(char *line, char **fields, uint32_t room)
{
	uint32_t	count = 0;

	while (count < room)
	{
		fields[count++] = line;
		line = strchr(line, '\t');
		if (line == NULL)
			break;
		*line++ = '\0';
	}
	return count;
}

void
corpus_read_conllu(Corpus *corpus, const char *path, uint32_t source)
{
	char	   *rest = read_file(path);
	char	   *line;
	Document   *document = NULL;

	while ((line = next_line(&rest)) != NULL)
	{
		char	   *fields[10];
		uint32_t	at_b;

		if (document == NULL || strncmp(line, "# newdoc", 8) == 0)
			document = document_begin(corpus, source);
		if (*line == '\0')
			document_add_text(document, "\n\n", 2);
		if (split_fields(line, fields, 10) < 10 || strpbrk(fields[0], "-.") != NULL)
			continue;
		at_b = document_add_text(document, fields[1], strlen(fields[1]));
		document_add_label(document, at_b, (uint8_t) word_tag(fields[1], fields[4]));
		if (strstr(fields[9], "SpaceAfter=No") == NULL)
			document_add_text(document, " ", 1);
	}
}

/* --- MASC --- */

/*
 * MASC tags every "to" TO; the other treebanks keep TO for the infinitive.
 * The last label is the word's in question, when the next is no verb.
 */
static void
mend_to(Document *document, uint32_t first_label)
{
	for (uint32_t i = first_label; i < document->label_count; i++)
	{
		uint8_t		next = i + 1 < document->label_count ?
			document->labels[i + 1].kind : NX_TAG_NONE;

		if (document->labels[i].kind == NX_TAG_TO && next != NX_TAG_VB &&
			next != NX_TAG_RB)
			document->labels[i].kind = NX_TAG_IN;
	}
}

static void
read_masc_line(Document *document, char *line)
{
	Glue		glue = {.is_first = true};
	uint32_t	first_label = document->label_count;

	for (char *word = strtok(line, " "); word != NULL; word = strtok(NULL, " "))
	{
		char	   *tag = strrchr(word, '_');

		if (tag == NULL || tag == word)
			continue;
		*tag++ = '\0';
		document_add_word(document, &glue, word);
		document_add_label(document, document->length_b - (uint32_t) strlen(word),
						   (uint8_t) word_tag(word, tag));
	}
	mend_to(document, first_label);
	document_add_text(document, "\n\n", 2);
}

static int
is_text_file(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, ".txt") == 0;
}

static int
compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

void
corpus_read_masc(Corpus *corpus, const char *folder, uint32_t source)
{
	struct dirent **entries;
	int			count = scandir(folder, &entries, is_text_file, compare_names);

	if (count < 0)
	{
		perror(folder);
		exit(1);
	}
	for (int i = 0; i < count; i++)
	{
		char		path[4096];
		char	   *rest;
		char	   *line;
		Document   *document = document_begin(corpus, source);

		snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
		rest = read_file(path);
		while ((line = next_line(&rest)) != NULL)
			read_masc_line(document, line);
	}
}
