/*
 * iob.c
 *		Corpora with names: word<TAB>label lines, and plain texts.
 *
 * An empty line ends a sentence, -DOCSTART- begins a document.  Labels are
 * B-PER, I-PER and so on; others than PER, ORG, LOC and MISC count as none.
 *
 * What a corpus has too little of is made by varying it: sentences in capitals
 * or title case in front of a document, as headlines are, titles without their
 * full stop, as the British write them, and other names for its persons.  Hyphens
 * that a treebank split off are glued again (Coca - Cola, California - chartered),
 * but in a few documents.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"
#include "document.h"
#include "rename.h"

typedef struct Word
{
	char	   *text;
	uint8_t		kind;			/* NxNameKind */
	bool		begins;			/* first word of a name */
} Word;

typedef struct Sentence
{
	uint32_t	first;			/* words */
	uint32_t	end;
	bool		begins_document;
} Sentence;

typedef struct File
{
	Word	   *words;
	Sentence   *sentences;
	uint32_t	word_count;
	uint32_t	sentence_count;
	bool		has_documents;
} File;

typedef enum Case
{
	AS_WRITTEN, ALL_CAPITALS, TITLE_CASE
} Case;

static uint8_t
kind_of(const char *label)
{
	static const char *const names[] = {"PER", "ORG", "LOC", "MISC"};

	for (uint8_t i = 0; i < 4 && label[0] != 'O'; i++)
	{
		if (strcmp(label + 2, names[i]) == 0)
			return (uint8_t) (NX_NAME_PERSON + i);
	}
	return NX_NAME_NONE;
}

/* --- reading --- */

static void
add_sentence(File *file, uint32_t first, bool begins_document)
{
	if (first == file->word_count)
		return;
	file->sentences[file->sentence_count++] =
		(Sentence) {first, file->word_count, begins_document};
}

static void
read_lines(File *file, char *rest)
{
	char	   *line;
	uint32_t	first = 0;
	bool		begins = true;

	while ((line = next_line(&rest)) != NULL)
	{
		char	   *fields[3];

		if (*line != '\0' && strncmp(line, "-DOCSTART-", 10) != 0)
		{
			Word	   *word = &file->words[file->word_count];
			uint32_t	count = split_fields(line, fields, 3);

			word->text = fields[0];
			word->kind = count > 1 ? kind_of(fields[1]) : NX_NAME_NONE;
			word->begins = word->kind != NX_NAME_NONE && fields[1][0] == 'B';
			file->word_count++;
			continue;
		}
		if (first < file->word_count)
		{
			add_sentence(file, first, begins);
			first = file->word_count;
			begins = false;
		}
		if (*line != '\0')
			begins = file->has_documents = true;
	}
	add_sentence(file, first, begins);
}

static File
read_iob(const char *path)
{
	char	   *bytes = read_file(path);
	uint32_t	line_count = 1;
	File		file = {0};

	for (const char *c = bytes; *c != '\0'; c++)
		line_count += *c == '\n';
	file.words = take_memory(line_count * sizeof(Word));
	file.sentences = take_memory(line_count * sizeof(Sentence));
	read_lines(&file, bytes);
	return file;
}

/* --- varying --- */

static void
vary_title(char *word, const Variation *variation, uint64_t *chance)
{
	static const char *const titles[] = {"Mr.", "Mrs.", "Ms.", "Dr."};
	uint32_t	draw;

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
	{
		if (strcmp(word, titles[i]) != 0)
			continue;
		draw = random_below(chance, 100);
		if (draw < variation->title_percent)
			word[strlen(word) - 1] = '\0';
		else if (draw < variation->title_percent * 3 / 2)
			memcpy(word, word[0] == 'M' ? "Ms" : "Dr", 3);
	}
}

static void
vary_case(char *word, Case letters, bool is_first)
{
	if (letters == ALL_CAPITALS)
	{
		for (; *word != '\0'; word++)
			*word = (char) toupper((unsigned char) *word);
	}
	else if (letters == TITLE_CASE && (strlen(word) > 3 || is_first))
		word[0] = (char) toupper((unsigned char) word[0]);
}

/* --- building --- */

/* A hyphen by itself between two words that print as one? */
static bool
joins_words(const File *file, const Sentence *sentence, uint32_t i)
{
	const Word *word = &file->words[i];
	unsigned char left;
	unsigned char right;

	if (strcmp(word->text, "-") != 0 || i == sentence->first || i + 1 >= sentence->end)
		return false;
	left = (unsigned char) word[-1].text[0];
	right = (unsigned char) word[1].text[0];
	if (!isalnum(left) || !isalnum(right))
		return false;
	/* "DUBAI - Police": two names or two sentences with a dash between */
	return !(isupper(left) && isupper(right)) || word->kind != NX_NAME_NONE;
}

/* How the words of a document are varied. */
typedef struct Build
{
	const File *file;
	const Variation *variation;
	uint64_t	chance;
	bool		renames;
	bool		splits_hyphens;
	Renaming	renaming;
} Build;

static void
vary_word(Build *build, const Sentence *sentence, uint32_t i, Case letters, char *text,
		  size_t room_b)
{
	const Word *word = &build->file->words[i];
	bool		is_last = i + 1 == sentence->end || word[1].kind != word->kind ||
		word[1].begins;
	const char *name = word->text;

	if (build->renames && word->kind == NX_NAME_PERSON)
		name = rename_word(&build->renaming, build->variation->names, name, is_last,
						   &build->chance);
	snprintf(text, room_b, "%s", name);
	vary_title(text, build->variation, &build->chance);
	vary_case(text, letters, i == sentence->first);
}

static void
build_sentence(Document *document, Build *build, const Sentence *sentence, Case letters)
{
	const File *file = build->file;
	Glue		glue = {.is_first = true};
	uint32_t	name_at_b = 0;

	for (uint32_t i = sentence->first; i < sentence->end; i++)
	{
		const Word *word = &file->words[i];
		bool		is_joint = !build->splits_hyphens && joins_words(file, sentence, i);
		char		text[512];

		vary_word(build, sentence, i, letters, text, sizeof(text));
		glue.is_tight |= is_joint;
		document_add_word(document, &glue, text);
		glue.is_tight = is_joint;
		if (word->kind == NX_NAME_NONE)
			continue;
		if (word->begins || i == sentence->first || word[-1].kind != word->kind)
			name_at_b = document->length_b - (uint32_t) strlen(text);
		if (i + 1 == sentence->end || word[1].begins || word[1].kind != word->kind)
			document_add_label(document, name_at_b, word->kind);
	}
	document_add_text(document, "\n\n", 2);
}

/* How many sentences from the given one belong to one document. */
static uint32_t
document_size(const File *file, uint32_t first, uint32_t sentences)
{
	uint32_t	size = 1;

	while (first + size < file->sentence_count &&
		   (file->has_documents ? !file->sentences[first + size].begins_document :
			size < sentences))
		size++;
	return size;
}

/* Does something come true that does in so many of a hundred cases? */
static bool
happens(Build *build, uint32_t percent)
{
	return random_below(&build->chance, 100) < percent;
}

/* Draws how the next document is varied. */
static void
vary_document(Build *build)
{
	build->renames = happens(build, build->variation->name_percent);
	build->splits_hyphens = happens(build, build->variation->hyphen_percent);
	build->renaming.count = 0;
}

void
corpus_read_iob(Corpus *corpus, const char *path, uint32_t source,
				uint32_t sentences, const Variation *variation)
{
	File		file = read_iob(path);
	Build		build = {.file = &file, .variation = variation, .chance = variation->seed};
	uint32_t	size;

	for (uint32_t first = 0; first < file.sentence_count; first += size)
	{
		Document   *document = document_begin(corpus, source);

		size = document_size(&file, first, sentences);
		vary_document(&build);
		if (happens(&build, variation->case_percent))
		{
			const Sentence *headline =
				&file.sentences[first + random_below(&build.chance, size)];

			build_sentence(document, &build, headline,
						   happens(&build, 50) ? ALL_CAPITALS : TITLE_CASE);
		}
		for (uint32_t i = 0; i < size; i++)
			build_sentence(document, &build, &file.sentences[first + i], AS_WRITTEN);
	}
}

/* --- plain texts --- */

static uint32_t
hexadecimal(const char *digits)
{
	char		four[5] = {digits[0], digits[1], digits[2], digits[3], '\0'};

	return (uint32_t) strtoul(four, NULL, 16);
}

static void
add_code_point(Document *document, uint32_t c)
{
	char		bytes[3];

	if (c < 0x80)
	{
		bytes[0] = (char) c;
		document_add_text(document, bytes, 1);
	}
	else if (c < 0x800)
	{
		bytes[0] = (char) (0xC0 | c >> 6);
		bytes[1] = (char) (0x80 | (c & 0x3F));
		document_add_text(document, bytes, 2);
	}
	else
	{
		bytes[0] = (char) (0xE0 | c >> 12);
		bytes[1] = (char) (0x80 | (c >> 6 & 0x3F));
		bytes[2] = (char) (0x80 | (c & 0x3F));
		document_add_text(document, bytes, 3);
	}
}

/* Appends a JSON string up to its closing mark; surrogates stay apart. */
static void
add_json_string(Document *document, const char *c)
{
	static const char escapes[] = "n\nt\tr\rb\bf\f";

	for (; *c != '"' && *c != '\0'; c++)
	{
		const char *escape;

		if (*c != '\\')
		{
			document_add_text(document, c, 1);
			continue;
		}
		c++;
		escape = strchr(escapes, *c);
		if (*c == 'u')
		{
			add_code_point(document, hexadecimal(c + 1));
			c += 4;
		}
		else
			document_add_text(document, escape != NULL ? escape + 1 : c, 1);
	}
}

/* The byte of a character of the text. */
static uint32_t
byte_of(const Document *document, uint32_t character)
{
	uint32_t	at_b = 0;

	for (; at_b < document->length_b; at_b++)
	{
		if ((document->text[at_b] & 0xC0) != 0x80 && character-- == 0)
			break;
	}
	return at_b;
}

/* {"at": [3, 9], "kind": "PER"} and so on. */
static void
add_json_mentions(Document *document, const char *line)
{
	unsigned	first;
	unsigned	end;
	char		kind[16];

	for (; (line = strstr(line, "{\"at\": [")) != NULL; line++)
	{
		if (sscanf(line, "{\"at\": [%u, %u], \"kind\": \"%13[A-Z]\"", &first, &end,
				   kind + 2) != 3)
			continue;
		kind[0] = 'B';
		document_add_label(document, byte_of(document, first), kind_of(kind));
		document->labels[document->label_count - 1].end_b = byte_of(document, end);
	}
}

void
corpus_read_jsonl(Corpus *corpus, const char *path, uint32_t source)
{
	static const char text_key[] = "\"text\": \"";
	static const char mentions_key[] = "\"mentions\": [";
	char	   *rest = read_file(path);
	char	   *line;

	while ((line = next_line(&rest)) != NULL)
	{
		const char *text = strstr(line, text_key);
		const char *mentions = strstr(line, mentions_key);
		Document   *document;

		if (text == NULL)
			continue;
		document = document_begin(corpus, source);
		add_json_string(document, text + sizeof(text_key) - 1);
		if (mentions != NULL)
			add_json_mentions(document, mentions);
	}
}
