/*
 * nx_lemma.c
 *		Lemmas: the base form of verbs and the singular of nouns, as form hashes.
 *
 * Irregular forms stand in tables of the lexicon.  The others lose an ending by
 * the rules of spelling; where these leave a choice ("hoped" is hope, "hopped"
 * hop, "visited" visit) the first candidate that is a common word of the
 * lexicon wins:
 *
 *		stopped		stopp (no word), stoppe (no word), stop
 *		placed		plac (no word), place
 */
#include "nx_lexicon_data.h"

#define MAX_WORD_B	32			/* longer words are not inflected */
#define MAX_ENDING_B 4

static uint32_t
find_irregular(const NxIrregular *table, uint32_t size, uint32_t form)
{
	uint32_t	slot = nx_lexicon_slot(form, size);

	while (table[slot].form != 0)
	{
		if (table[slot].form == form)
			return table[slot].lemma;
		slot = nx_lexicon_next(slot, size);
	}
	return 0;
}

/* A word that is usually written small, so no name that looks like one. */
static bool
is_common_word(uint32_t form)
{
	return nx_lexicon_find(form).capital >= NX_CAPITAL_MIXED;
}

static bool
ends_in(const char *bytes, size_t length_b, const char *ending)
{
	size_t		ending_b = strlen(ending);

	if (length_b <= ending_b + 1)
		return false;
	for (size_t i = 0; i < ending_b; i++)
		if ((bytes[length_b - ending_b + i] | 0x20) != ending[i])
			return false;
	return true;
}

/* Form hash of the first length_b bytes with an ending behind them. */
static uint32_t
hash_with(const char *bytes, size_t length_b, const char *ending)
{
	char		word[MAX_WORD_B + MAX_ENDING_B];
	size_t		ending_b = strlen(ending);

	memcpy(word, bytes, length_b);
	memcpy(word + length_b, ending, ending_b);
	return nx_form_hash(word, length_b + ending_b);
}

/* "studies", "boxes", "says": without the -s. */
static uint32_t
cut_s(const char *bytes, size_t length_b)
{
	static const char *const hissing[] = {"sses", "shes", "ches", "xes", "zzes", "oes"};

	if (ends_in(bytes, length_b, "ies") && length_b > 4)
		return hash_with(bytes, length_b - 3, "y");
	for (size_t i = 0; i < sizeof(hissing) / sizeof(hissing[0]); i++)
		if (ends_in(bytes, length_b, hissing[i]))
		{
			uint32_t	with_e = nx_form_hash(bytes, length_b - 1);

			return is_common_word(with_e) ? with_e : nx_form_hash(bytes, length_b - 2);
		}
	if (ends_in(bytes, length_b, "s") && !ends_in(bytes, length_b, "ss") &&
		!ends_in(bytes, length_b, "us") && !ends_in(bytes, length_b, "is"))
		return nx_form_hash(bytes, length_b - 1);
	return nx_form_hash(bytes, length_b);
}

/*
 * The stem before -ed or -ing: with e, as it is, or with its last letter once.
 * "e" goes first where the stem is short ("hoping"), else the bare stem
 * ("visited"): both can be words ("breath", "breathe"), the longer is rarer.
 */
static uint32_t
base_of_stem(const char *bytes, size_t stem_b)
{
	uint32_t	bare = nx_form_hash(bytes, stem_b);
	uint32_t	with_e = hash_with(bytes, stem_b, "e");
	bool		prefers_e = stem_b <= 3 || strchr("cguvzs", bytes[stem_b - 1] | 0x20) != NULL;
	uint32_t	first = prefers_e ? with_e : bare;
	uint32_t	second = prefers_e ? bare : with_e;

	if (is_common_word(first))
		return first;
	if (is_common_word(second))
		return second;
	if (stem_b > 2 && bytes[stem_b - 1] == bytes[stem_b - 2])
	{
		uint32_t	once = nx_form_hash(bytes, stem_b - 1);

		return is_common_word(once) ? once : bare;
	}
	return bare;
}

static uint32_t
base_of_verb(const char *bytes, size_t length_b)
{
	if (ends_in(bytes, length_b, "ied"))
		return hash_with(bytes, length_b - 3, "y");
	if (ends_in(bytes, length_b, "ing"))
		return base_of_stem(bytes, length_b - 3);
	if (ends_in(bytes, length_b, "eed"))
		return nx_form_hash(bytes, length_b - 1);
	if (ends_in(bytes, length_b, "ed"))
		return base_of_stem(bytes, length_b - 2);
	return nx_form_hash(bytes, length_b);
}

static uint32_t
lemma_of_verb(const char *bytes, size_t length_b, uint32_t form, uint8_t tag)
{
	uint32_t	irregular = find_irregular(nx_lexicon_verb_irregulars,
										   nx_lexicon_verb_irregulars_size, form);
	const NxVerb *verb;

	if (irregular != 0)
		return irregular;
	verb = nx_verb_find(form);
	if (verb != NULL)
		return verb->lemma;
	return tag == NX_TAG_VBZ ? cut_s(bytes, length_b) : base_of_verb(bytes, length_b);
}

uint32_t
nx_lemma_form(const char *bytes, size_t length_b, uint32_t form, uint8_t tag)
{
	uint32_t	irregular;

	if (length_b >= MAX_WORD_B)
		return form;
	switch (tag)
	{
		case NX_TAG_VB:
		case NX_TAG_VBD:
		case NX_TAG_VBG:
		case NX_TAG_VBN:
		case NX_TAG_VBP:
		case NX_TAG_VBZ:
		case NX_TAG_MD:
			return lemma_of_verb(bytes, length_b, form, tag);
		case NX_TAG_NNS:
		case NX_TAG_NNPS:
			irregular = find_irregular(nx_lexicon_noun_irregulars,
									   nx_lexicon_noun_irregulars_size, form);
			return irregular != 0 ? irregular : cut_s(bytes, length_b);
		default:
			return form;
	}
}
