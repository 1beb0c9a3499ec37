/*
 * lexicon.c
 *		Compile the lexicon from its source lists.
 *
 * usage: lexicon SHARED LISTS > nx_lexicon_data.c
 *
 * SHARED is the folder with lexicon/ and corpora/ beside the checkout, LISTS
 * that of our own lists.  The same input gives the same bytes.
 */
#include "lexicon.h"

int
main(int argc, char **argv)
{
	if (argc != 3)
	{
		fputs("usage: lexicon SHARED LISTS > nx_lexicon_data.c\n", stderr);
		return 2;
	}
	source_tiers(argv[1]);
	source_words(argv[2]);
	source_irregulars(argv[2]);
	source_verbs(argv[1]);
	source_names(argv[1]);
	capital_count(argv[1]);
	table_write(stdout);
	return 0;
}
