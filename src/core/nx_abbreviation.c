/*
 * nx_abbreviation.c
 *		The table of abbreviations, sorted, searched by halves.
 *
 * It is asked at most once per full stop.  Acronyms ("U.S.") and initials
 * ("J.") are no matter of this table: the token stage knows them by their
 * shape.  A word that is a common word as well ("Miss", "Sun", "art") counts
 * only where its line says so: capitalised, or before a number.
 */
#include <stdlib.h>

#include "nx_abbreviation.h"

#define LONGEST_B	8

typedef struct Abbreviation
{
	const char *word;			/* lower case */
	uint8_t		kind;			/* NxAbbreviation */
	bool		is_lower;		/* also one when written in lower case */
} Abbreviation;

#define TITLE	NX_ABBREVIATION_TITLE, false
#define INNER	NX_ABBREVIATION_INNER, true
#define NUMBER	NX_ABBREVIATION_NUMBER, true
#define FINAL	NX_ABBREVIATION_FINAL, false
#define LOWER	NX_ABBREVIATION_FINAL, true

static const Abbreviation abbreviations[] = {
	{"adm", TITLE}, {"adv", TITLE}, {"al", LOWER}, {"ala", FINAL}, {"amb", TITLE},
	{"approx", INNER}, {"apr", FINAL}, {"apt", NUMBER}, {"ariz", FINAL},
	{"ark", FINAL}, {"art", NUMBER}, {"assn", FINAL}, {"asst", TITLE},
	{"atty", TITLE}, {"aug", FINAL}, {"ave", FINAL}, {"barr", TITLE}, {"bdg", FINAL},
	{"bldg", FINAL}, {"blvd", FINAL}, {"brig", TITLE}, {"bros", FINAL},
	{"ca", INNER}, {"cal", FINAL}, {"calif", FINAL}, {"capt", TITLE},
	{"cf", INNER}, {"ch", NUMBER}, {"cllr", TITLE}, {"cmdr", TITLE}, {"cmr", TITLE},
	{"co", FINAL}, {"col", TITLE}, {"colo", FINAL}, {"comdr", TITLE},
	{"comr", TITLE}, {"conn", FINAL}, {"corp", FINAL}, {"cos", FINAL},
	{"cpl", TITLE}, {"ct", FINAL}, {"cu", INNER}, {"dec", FINAL},
	{"del", FINAL}, {"dept", FINAL}, {"det", TITLE}, {"dist", FINAL},
	{"dr", TITLE}, {"drs", TITLE}, {"engr", TITLE}, {"ens", TITLE}, {"esq", FINAL},
	{"est", INNER}, {"etc", LOWER}, {"feb", FINAL}, {"fig", NUMBER},
	{"fla", FINAL}, {"fr", TITLE}, {"fri", NUMBER}, {"ft", LOWER},
	{"ga", FINAL}, {"gen", TITLE}, {"gens", TITLE}, {"gov", TITLE},
	{"govs", TITLE}, {"hon", TITLE}, {"hr", LOWER}, {"hrs", LOWER},
	{"hwy", FINAL}, {"ill", FINAL}, {"inc", FINAL}, {"ind", FINAL},
	{"insp", TITLE}, {"jan", FINAL}, {"jr", FINAL}, {"jul", FINAL},
	{"jun", FINAL}, {"kan", FINAL}, {"km", NUMBER}, {"ky", FINAL},
	{"la", FINAL}, {"lb", LOWER}, {"lbs", LOWER}, {"lt", TITLE},
	{"ltd", FINAL}, {"maj", TITLE}, {"mar", NUMBER}, {"mass", FINAL},
	{"md", FINAL}, {"messrs", TITLE}, {"mfg", FINAL}, {"mgr", TITLE},
	{"mich", FINAL}, {"minn", FINAL}, {"miss", FINAL}, {"mlle", TITLE},
	{"mme", TITLE}, {"mo", FINAL}, {"mohd", TITLE}, {"mon", NUMBER}, {"mont", FINAL},
	{"mph", FINAL}, {"mr", TITLE}, {"mrs", TITLE}, {"ms", TITLE},
	{"msgr", TITLE}, {"mt", TITLE}, {"mts", FINAL}, {"mx", TITLE},
	{"nat", FINAL}, {"natl", FINAL}, {"neb", FINAL}, {"nev", FINAL},
	{"no", NUMBER}, {"nos", NUMBER}, {"nov", FINAL}, {"oct", FINAL},
	{"okla", FINAL}, {"ont", FINAL}, {"op", NUMBER}, {"ord", TITLE},
	{"ore", FINAL}, {"oz", LOWER}, {"pa", FINAL}, {"pct", LOWER},
	{"penn", FINAL}, {"pfc", TITLE}, {"pg", NUMBER}, {"pl", FINAL},
	{"pp", NUMBER}, {"pres", TITLE}, {"prof", TITLE}, {"profs", TITLE},
	{"pvt", TITLE}, {"que", FINAL}, {"rd", FINAL}, {"rep", TITLE},
	{"reps", TITLE}, {"ret", FINAL}, {"rev", TITLE}, {"rt", TITLE},
	{"sat", NUMBER}, {"sec", TITLE}, {"sen", TITLE}, {"sens", TITLE},
	{"sep", FINAL}, {"sept", FINAL}, {"sgt", TITLE}, {"smt", TITLE}, {"spc", TITLE},
	{"sq", INNER}, {"sr", FINAL}, {"st", FINAL}, {"ste", TITLE},
	{"sun", NUMBER}, {"supt", TITLE}, {"tel", NUMBER}, {"tenn", FINAL},
	{"tex", FINAL}, {"thu", NUMBER}, {"thur", NUMBER}, {"thurs", FINAL},
	{"tue", NUMBER}, {"tues", FINAL}, {"univ", FINAL}, {"v", INNER}, {"va", FINAL},
	{"viz", INNER}, {"vol", NUMBER}, {"vs", INNER}, {"vt", FINAL},
	{"wash", FINAL}, {"wed", NUMBER}, {"wis", FINAL}, {"wyo", FINAL},
};

static int
compare(const void *key, const void *item)
{
	return strcmp(key, ((const Abbreviation *) item)->word);
}

NxAbbreviation
nx_abbreviation_find(const char *word, size_t length_b)
{
	char		folded[LONGEST_B + 1];
	const Abbreviation *found;

	if (length_b == 0 || length_b > LONGEST_B)
		return NX_ABBREVIATION_NONE;
	for (size_t i = 0; i < length_b; i++)
		folded[i] = word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i];
	folded[length_b] = '\0';
	found = bsearch(folded, abbreviations, sizeof(abbreviations) / sizeof(abbreviations[0]),
					sizeof(abbreviations[0]), compare);
	if (found == NULL || (folded[0] == word[0] && !found->is_lower))
		return NX_ABBREVIATION_NONE;
	return found->kind;
}
