#include "nx_lexicon_data.h"

const NxWord nx_lexicon_words[4] = {{0}};
const uint32_t nx_lexicon_word_mask = 3;
const NxPhraseNode nx_lexicon_phrases[4] = {{0}};
const uint32_t nx_lexicon_phrase_mask = 3;
const NxClasses nx_lexicon_classes[1] = {{0}};
const NxVerb nx_lexicon_verbs[2] = {{0}};
const uint32_t nx_lexicon_verb_mask = 1;
const char nx_lexicon_lemmas[1] = "";
const NxDemonymNode nx_lexicon_demonyms[2] = {{0}};
const uint32_t nx_lexicon_demonym_mask = 1;
const char nx_lexicon_countries[1] = "";
