/*
 * nx_use.c
 *		What quotation marks are for: speech, or a scare quote, a title, a
 *		nickname, a term.
 */
#include "nx_core.h"
#include "nx_grammar.h"
#include "nx_attribution.h"

/* Nouns that a title in marks stands behind. */
#define WORKS \
	" book film movie song album show series play novel poem memoir article column " \
	"episode essay documentary musical program programme magazine opera painting "

typedef struct Look
{
	uint32_t	words;			/* tokens that are words */
	uint32_t	capitals;
	bool		has_verb;
	bool		has_stop;		/* sentence punctuation before the closing mark */
} Look;

static Look
look_at(const NxArticle *a, const NxStretch *stretch)
{
	Look		look = {0, 0, false, false};
	uint32_t	last = stretch->tokens.end - 1 - stretch->is_closed;

	for (uint32_t i = stretch->tokens.first + 1; i <= last; i++)
	{
		look.words += nx_is_word(a, i);
		look.capitals += nx_is_capital(a, i);
		look.has_verb |= nx_is_finite_verb(a, i);
	}
	look.has_stop = nx_is_stop(a, last) || nx_is_comma(a, last);
	return look;
}

/* Tomas "Duke" Varga: a name goes on behind the marks. */
static bool
is_nickname(const NxArticle *a, const NxStretch *stretch, Look look)
{
	uint32_t	first = stretch->tokens.first;
	uint32_t	end = stretch->tokens.end;

	return look.words <= 2 && look.capitals == look.words && !look.has_stop &&
		first > 0 && end < a->tokens.count && nx_is_capital(a, first - 1) &&
		nx_is_capital(a, end) && nx_token_at(a, first)->sentence == nx_token_at(a, end)->sentence;
}

/* The word "quorum"; so-called "miracle" valve. */
static NxStretchUse
use_by_word_before(const NxArticle *a, const NxStretch *stretch, Look look)
{
	uint32_t	before = stretch->tokens.first - 1;

	if (stretch->tokens.first == 0 || look.words > 4)
		return NX_USE_SPEECH;
	if (nx_is_among(a, before, " word words term terms phrase "))
		return NX_USE_TERM;
	if (nx_is_among(a, before, " so-called calling "))
		return NX_USE_SCARE;
	if (nx_is_among(a, before, WORKS))
		return NX_USE_TITLE;
	return NX_USE_SPEECH;
}

static bool
is_in_headline(const NxArticle *a, uint32_t token)
{
	uint8_t		zone = a->paragraphs.items[nx_token_paragraph(a, token)].zone;

	return zone == NX_ZONE_HEADLINE || zone == NX_ZONE_DECK;
}

/* Capitals on all but the small words: "The Quiet Harbour". */
static bool
is_title(const NxArticle *a, const NxStretch *stretch, Look look)
{
	uint32_t	first = stretch->tokens.first;

	if (look.words < 2 || look.words > 8 || 3 * look.capitals < 2 * look.words ||
		!nx_is_capital(a, first + 1) || first == 0)
		return false;
	/* a memoir, "The Left Hand Knows" */
	if (first > 1 && nx_is_comma(a, first - 1) && nx_is_among(a, first - 2, WORKS))
		return true;
	/* in a headline all words have capitals: Mayor Calls Port 'A Disgrace' */
	if (is_in_headline(a, first))
		return false;
	return nx_tag_is(a, first - 1, NX_TAG_IN) ||
		nx_has_tag(a, first - 1, NX_TAG_NN, NX_TAG_NNPS) ||
		nx_tag_is(a, first - 1, NX_TAG_DT) ||
		nx_has_tag(a, first - 1, NX_TAG_POS, NX_TAG_PRPS);
}

NxStretchUse
nx_stretch_use(const NxArticle *a, uint32_t s)
{
	const NxStretch *stretch = &a->stretches.items[s];
	Look		look = look_at(a, stretch);

	if (look.words == 0)
		return NX_USE_TERM;
	if (is_nickname(a, stretch, look))
		return NX_USE_NICKNAME;
	if (is_title(a, stretch, look))
		return NX_USE_TITLE;
	return use_by_word_before(a, stretch, look);
}
