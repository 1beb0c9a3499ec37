/*
 * glue.c
 *		Words to text, where a corpus does not tell where spaces stood.
 */
#include <ctype.h>
#include <stdio.h>
#include <strings.h>

#include "document.h"

static const char *const closing_words[] = {
	"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "...", "%",
	"\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\x99s", NULL
};
static const char *const opening_words[] = {
	"``", "$", "#", "\xE2\x80\x9C", "\xE2\x80\x98", NULL
};

static bool
is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
	{
		if (strcasecmp(word, *words) == 0)
			return true;
	}
	return false;
}

static bool
ends_in_letter(const char *word)
{
	size_t		length_b = strlen(word);

	return length_b > 0 &&
		(isalnum((unsigned char) word[length_b - 1]) || word[length_b - 1] & 0x80);
}

/* Does no space stand between the word before and this one? */
static bool
is_glued(const Glue *glue, const char *word)
{
	const char *before = glue->before;

	if (glue->is_first || glue->is_tight)
		return true;
	if (strcmp(word, "\"") == 0 || strcmp(before, "\"") == 0)
		return glue->is_quoting;
	if (strcmp(word, "'") == 0)
		return ends_in_letter(before);
	return strchr(",.;:!?)]}", word[0]) != NULL || is_one_of(word, closing_words) ||
		strchr("([{", before[strlen(before) - 1]) != NULL ||
		is_one_of(before, opening_words);
}

void
document_add_word(Document *document, Glue *glue, const char *word)
{
	if (!is_glued(glue, word))
		document_add_text(document, " ", 1);
	document_add_text(document, word, strlen(word));
	if (strcmp(word, "\"") == 0)
		glue->is_quoting = !glue->is_quoting;
	snprintf(glue->before, sizeof(glue->before), "%s", word);
	glue->is_first = false;
	glue->is_tight = false;
}
