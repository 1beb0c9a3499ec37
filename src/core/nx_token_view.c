/*
 * nx_token_view.c
 *		One token as the caller sees it.
 */
#include "nx_core.h"

/* In the order of NxTag. */
static const char *const tag_names[NX_TAG_COUNT] = {
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN",
	"NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
	"SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
	"WRB", ",", ".", ":", "''", "(", ")", "$", "#"
};

/* In the order of NxNameKind; first token of a name, later token. */
static const char *const name_labels[][2] = {
	{NULL, NULL}, {"B-PER", "I-PER"}, {"B-ORG", "I-ORG"}, {"B-LOC", "I-LOC"},
	{"B-MISC", "I-MISC"}
};

void
nx_article_token(const NxArticle *article, uint32_t i, NxTokenView *view)
{
	const NxToken *token = nx_token_at(article, i);

	*view = (NxTokenView) {
		.at = {token->at_b, token->end_b},
		.kind = (NxTokenKind) token->kind,
		.tag = tag_names[token->tag],
		.name_label = name_labels[token->name][(token->flags & NX_NAME_BEGIN) == 0],
		.lemma = {article->text + token->at_b, token->end_b - token->at_b},
		.sentence = token->sentence + 1,
		.paragraph = article->sentences.items[token->sentence].paragraph + 1
	};
}
