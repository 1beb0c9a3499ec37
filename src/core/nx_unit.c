/*
 * nx_unit.c
 *		From tokens to units and cells: what the attribution models look at.
 *
 * Before it stand tokens with tags, names and lemmas, sentences and the
 * stretches between marks; after it nx_candidate.c.
 *
 * A unit is a sentence, or the sentences that one stretch between marks holds
 * together: in
 *		"We began at dawn. By noon it was gone," Hartmann said.
 * cue and content would otherwise lie in two sentences.  A unit stays in its
 * paragraph and has at most NX_MAX_UNIT cells; what is longer is cut.
 *
 * Invariants: every token is one cell of one unit, in the order of the text;
 * NX_PAD empty cells stand before and behind every unit; a stretch is an
 * outermost one, nested marks are ordinary cells.
 *
 * Time is linear in the tokens; memory is that of the largest slab, about 65
 * bytes a token.
 */
#include "nx_lexicon.h"
#include "nx_propose.h"

#define SLAB_TOKENS		4096	/* it ends with the paragraph that has the last one */

/* Distances above the table are all alike. */
uint32_t
nx_distance_step(uint32_t distance)
{
	static const uint8_t steps[] = {
		0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6,
		7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7
	};

	return distance < sizeof(steps) ? steps[distance] : 8;
}

uint32_t
nx_step_to(uint32_t i, uint32_t other)
{
	if (other == 0)
		return 9;
	return nx_distance_step(other < i ? i - other : other - i);
}

uint32_t
nx_margin_step(int32_t margin)
{
	static const int16_t borders[] = {-300, -180, -70, 0, 70, 180, 300};
	uint32_t	step = 0;

	while (step < sizeof(borders) / sizeof(borders[0]) && margin >= borders[step])
		step++;
	return step;
}

/* ------------------------------------------------------------------------
 * Units
 * ------------------------------------------------------------------------
 */
static uint32_t
outermost_stretch(const NxArticle *a, uint32_t token)
{
	uint32_t	stretch = a->tokens.items[token].stretch;

	while (stretch != NX_NONE && a->stretches.items[stretch].parent != NX_NONE)
		stretch = a->stretches.items[stretch].parent;
	return stretch;
}

/* Does a stretch reach over the border before a token? */
static bool
is_bridged(const NxArticle *a, uint32_t token)
{
	uint32_t	stretch = outermost_stretch(a, token);

	return stretch != NX_NONE && stretch == outermost_stretch(a, token - 1);
}

/* The unit that begins at a token; *sentence is moved to the one of its end. */
static NxRange
unit_tokens(const NxArticle *a, uint32_t first, uint32_t *sentence)
{
	const NxSentence *sentences = a->sentences.items;
	uint32_t	paragraph = sentences[*sentence].paragraph;
	uint32_t	end = sentences[*sentence].tokens.end;

	while (end - first < NX_MAX_UNIT && *sentence + 1 < a->sentences.count &&
		   sentences[*sentence + 1].paragraph == paragraph &&
		   end < a->tokens.count && end > 0 && is_bridged(a, end))
	{
		(*sentence)++;
		end = sentences[*sentence].tokens.end;
	}
	if (end - first > NX_MAX_UNIT)
		return (NxRange) {first, first + NX_MAX_UNIT};
	(*sentence)++;
	return (NxRange) {first, end};
}

NxRange
nx_slab_at(const NxArticle *a, uint32_t sentence)
{
	NxRange		slab = {sentence, sentence};
	uint32_t	paragraph;
	uint32_t	first;

	if (sentence == a->sentences.count)
		return slab;
	first = a->sentences.items[sentence].tokens.first;
	paragraph = a->sentences.items[sentence].paragraph;
	do
		slab.end = a->paragraphs.items[paragraph++].sentences.end;
	while (paragraph < a->paragraphs.count &&
		   (a->paragraphs.items[paragraph].tokens.first - first < SLAB_TOKENS ||
			outermost_stretch(a, a->paragraphs.items[paragraph].tokens.first) != NX_NONE));
	return slab;
}

/* Has room for the cells of units that hold so many tokens. */
static void
reserve_cells(NxProposal *p, NxRange tokens, uint32_t sentence_count)
{
	NxArena    *arena = &p->article->arena;
	uint32_t	count = tokens.end - tokens.first;
	uint32_t	units = sentence_count + count / NX_MAX_UNIT + 1;
	uint32_t	room = count + NX_PAD * (units + 1);

	if (room <= p->cell_room)
		return;
	nx_arena_drop(arena, p->cells);
	nx_arena_drop(arena, p->clauses);
	p->cell_room = room;
	p->cells = nx_take_array(arena, NxCell, room);
	p->clauses = nx_take_array(arena, NxClause, room);
}

/* Lay the units out, their cells still empty but for the token. */
static void
make_units(NxProposal *p, NxRange sentences)
{
	NxArticle  *a = p->article;
	uint32_t	sentence = sentences.first;
	uint32_t	token = a->sentences.items[sentence].tokens.first;
	uint32_t	cell = NX_PAD;

	reserve_cells(p, (NxRange) {token, a->sentences.items[sentences.end - 1].tokens.end},
				  sentences.end - sentences.first);
	memset(p->cells, 0, NX_PAD * sizeof(NxCell));
	p->units.count = 0;
	while (sentence < sentences.end)
	{
		NxUnit	   *unit;
		NxRange		tokens;

		nx_poll(a, 64);
		if (token < a->sentences.items[sentence].tokens.first)
			token = a->sentences.items[sentence].tokens.first;
		unit = nx_push(&a->arena, &p->units);
		unit->paragraph = a->sentences.items[sentence].paragraph;
		tokens = unit_tokens(a, token, &sentence);
		if (nx_range_is_empty(tokens))
		{
			p->units.count--;
			continue;
		}
		unit->cells.first = cell;
		for (token = tokens.first; token < tokens.end; token++, cell++)
			p->cells[cell] = (NxCell) {.token = token, .unit = p->units.count - 1};
		unit->cells.end = cell;
		memset(&p->cells[cell], 0, NX_PAD * sizeof(NxCell));
		cell += NX_PAD;
	}
	p->cell_count = cell;
}

/* ------------------------------------------------------------------------
 * Cells
 * ------------------------------------------------------------------------
 */
/* What a tag says of a word. */
typedef struct TagTraits
{
	uint8_t		noun;			/* NxNoun */
	bool		is_verb;
	bool		is_open;		/* a content word: its gist is the tag, not the word */
} TagTraits;

static const TagTraits traits[NX_TAG_COUNT] = {
	[NX_TAG_NN] = {NX_NOUN_COMMON, false, true},
	[NX_TAG_NNS] = {NX_NOUN_COMMON, false, true},
	[NX_TAG_NNP] = {NX_NOUN_PROPER, false, true},
	[NX_TAG_NNPS] = {NX_NOUN_PROPER, false, true},
	[NX_TAG_PRP] = {NX_NOUN_PRONOUN, false, false},
	[NX_TAG_PRPS] = {NX_NOUN_PRONOUN, false, false},
	[NX_TAG_MD] = {NX_NOUN_NONE, true, false},
	[NX_TAG_VB] = {NX_NOUN_NONE, true, true},
	[NX_TAG_VBD] = {NX_NOUN_NONE, true, true},
	[NX_TAG_VBG] = {NX_NOUN_NONE, true, true},
	[NX_TAG_VBN] = {NX_NOUN_NONE, true, true},
	[NX_TAG_VBP] = {NX_NOUN_NONE, true, true},
	[NX_TAG_VBZ] = {NX_NOUN_NONE, true, true},
	[NX_TAG_JJ] = {NX_NOUN_NONE, false, true},
	[NX_TAG_JJR] = {NX_NOUN_NONE, false, true},
	[NX_TAG_JJS] = {NX_NOUN_NONE, false, true},
	[NX_TAG_RB] = {NX_NOUN_NONE, false, true},
	[NX_TAG_RBR] = {NX_NOUN_NONE, false, true},
	[NX_TAG_RBS] = {NX_NOUN_NONE, false, true},
	[NX_TAG_RP] = {NX_NOUN_NONE, false, true},
	[NX_TAG_CD] = {NX_NOUN_NONE, false, true},
	[NX_TAG_FW] = {NX_NOUN_NONE, false, true},
	[NX_TAG_UH] = {NX_NOUN_NONE, false, true},
};

/* Words that the cells are asked for. */
typedef struct Vocabulary
{
	uint32_t	function_words[6];	/* lemmas that are, whatever their tag */
	uint64_t	sketch;			/* a bit set for each by its hash: most words have
								 * none of them */
	uint64_t	reports;		/* all classes of the rows of reports: few words
								 * have one */
} Vocabulary;

static bool
is_function_word(const Vocabulary *words, uint32_t lemma)
{
	if ((words->sketch >> lemma % 64 & 1) == 0)
		return false;
	for (size_t i = 0; i < sizeof(words->function_words) / sizeof(words->function_words[0]); i++)
		if (words->function_words[i] == lemma)
			return true;
	return false;
}

static uint32_t
gist_of(const Vocabulary *words, const NxCell *cell)
{
	if (!traits[cell->tag].is_open || is_function_word(words, cell->lemma))
		return cell->form;
	return cell->tag + (cell->noun == NX_NOUN_PROPER ? 64u * cell->name : 0);
}

/* The first row that has one of the word's classes. */
typedef struct ReportRow
{
	uint64_t	words;
	NxReport	report;
} ReportRow;

static const ReportRow verb_reports[] = {
	{NX_IS(SAY_CORE), NX_REPORT_CORE},
	{NX_IS(SHOW), NX_REPORT_SHOW},
	{NX_IS(THINK), NX_REPORT_THINK},
	{NX_IS(SAY_WIDE), NX_REPORT_WIDE},
	{NX_IS(SAY_RARE), NX_REPORT_RARE},
	{0, NX_REPORT_NONE}
};

static const ReportRow noun_reports[] = {
	{NX_IS(DOCUMENT), NX_REPORT_DOCUMENT},
	{NX_IS(SAY_NOUN), NX_REPORT_SAYING},
	{NX_IS(THINK_NOUN), NX_REPORT_THOUGHT},
	{NX_IS(CHANNEL), NX_REPORT_CHANNEL},
	{NX_IS(ROLE) | NX_IS(SPOKES) | NX_IS(PERSON_NOUN) | NX_IS(KIN) | NX_IS(GROUP),
	NX_REPORT_PERSON},
	{NX_IS(ORG_NOUN) | NX_IS(GOVERN_NOUN), NX_REPORT_BODY},
	{NX_IS_CUE, NX_REPORT_NO_VERB},
	{0, NX_REPORT_NONE}
};

static uint64_t
classes_of_rows(const ReportRow *row)
{
	uint64_t	classes = 0;

	for (; row->words != 0; row++)
		classes |= row->words;
	return classes;
}

static void
make_vocabulary(Vocabulary *words)
{
	static const char *const texts[] = {"be", "have", "do", "not", "n't", "so"};

	words->sketch = 0;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		words->function_words[i] = nx_form_hash(texts[i], strlen(texts[i]));
		words->sketch |= UINT64_C(1) << words->function_words[i] % 64;
	}
	words->reports = classes_of_rows(verb_reports) | classes_of_rows(noun_reports);
}

static NxReport
report_of(const NxCell *cell, uint64_t classes)
{
	const ReportRow *row = cell->is_verb ? verb_reports : noun_reports;

	while (row->words != 0 && (row->words & classes) == 0)
		row++;
	return row->report;
}

static void
fill_cell(const NxProposal *p, const Vocabulary *words, NxCell *cell)
{
	const NxArticle *a = p->article;
	const NxToken *token = nx_token_at(a, cell->token);
	const NxClasses *classes = nx_word_classes(token->word);

	cell->form = token->form;
	cell->lemma = token->lemma;
	cell->tag = token->tag;
	cell->name = token->name;
	cell->noun = traits[token->tag].noun;
	cell->is_verb = traits[token->tag].is_verb;
	cell->is_stop = token->kind == NX_TOKEN_PUNCTUATION || token->kind == NX_TOKEN_MARK;
	cell->is_word = !cell->is_stop && token->kind != NX_TOKEN_SYMBOL;
	cell->gist = gist_of(words, cell);
	if (cell->noun != NX_NOUN_PROPER && classes->words & words->reports)
		cell->report = (uint8_t) report_of(cell, classes->words);
}

/* Gists of two and three cells, over the empty cells at both ends too. */
static void
fill_grams(NxCell *cells, NxRange unit)
{
	for (uint32_t i = unit.first - NX_PAD; i < unit.end; i++)
	{
		cells[i].gist2 = nx_feature_mix(cells[i].gist, cells[i + 1].gist);
		cells[i].gist3 = nx_feature_mix(cells[i].gist2, cells[i + 2].gist);
	}
}

/* ------------------------------------------------------------------------
 * Stretches and clauses
 * ------------------------------------------------------------------------
 */

/* The outermost stretches, as cells; a stretch ends with its unit. */
static void
make_stretches(NxProposal *p)
{
	NxArticle  *a = p->article;

	p->stretches.count = 0;
	nx_push(&a->arena, &p->stretches);
	for (uint32_t u = 0; u < p->units.count; u++)
	{
		NxRange		unit = p->units.items[u].cells;
		uint32_t	last = NX_NONE;

		nx_poll(a, 64);
		for (uint32_t i = unit.first; i < unit.end; i++)
		{
			uint32_t	stretch = outermost_stretch(a, p->cells[i].token);

			if (stretch != NX_NONE && stretch != last)
				nx_push(&a->arena, &p->stretches)->first = i;
			if (stretch != NX_NONE)
			{
				p->cells[i].stretch = p->stretches.count - 1;
				p->stretches.items[p->cells[i].stretch].end = i + 1;
			}
			last = stretch;
		}
	}
}

static void
fill_places(NxProposal *p)
{
	for (uint32_t s = 1; s < p->stretches.count; s++)
	{
		NxRange		cells = p->stretches.items[s];
		const NxToken *last = nx_token_at(p->article, p->cells[cells.end - 1].token);

		for (uint32_t i = cells.first; i < cells.end; i++)
			p->cells[i].place = NX_PLACE_INSIDE;
		if (last->kind == NX_TOKEN_MARK)
			p->cells[cells.end - 1].place = NX_PLACE_CLOSE;
		p->cells[cells.first].place = NX_PLACE_OPEN;
	}
}

static bool
is_report(const NxCell *cell)
{
	return cell->report >= NX_REPORT_WIDE && cell->report <= NX_REPORT_SHOW &&
		cell->stretch == 0;
}

uint32_t
nx_outside_cell(const NxProposal *p, uint32_t i, int step)
{
	NxRange		unit = p->units.items[p->cells[i].unit].cells;
	uint32_t	stretch = p->cells[i].stretch;
	uint32_t	beside = (uint32_t) ((int64_t) i + step);

	if (stretch == 0 && nx_range_holds(unit, beside))
		stretch = p->cells[beside].stretch;
	if (stretch != 0)
		beside = step < 0 ? p->stretches.items[stretch].first - 1 : p->stretches.items[stretch].end;
	return nx_range_holds(unit, beside) ? beside : 0;
}

static void
fill_clauses(NxProposal *p, NxRange unit)
{
	NxClause	seen = {0};

	for (uint32_t i = unit.first; i < unit.end; i++)
	{
		const NxCell *cell = &p->cells[i];

		p->clauses[i] = seen;
		if (cell->is_verb)
			seen.verb_before = i;
		if (is_report(cell))
			seen.report_before = i;
		if (cell->is_stop)
			seen.stop_before = i;
	}
	for (uint32_t i = unit.end; i-- > unit.first;)
	{
		const NxCell *cell = &p->cells[i];
		NxClause   *clause = &p->clauses[i];

		clause->verb_after = seen.verb_after;
		clause->report_after = seen.report_after;
		clause->stop_after = seen.stop_after;
		if (cell->is_verb)
			seen.verb_after = i;
		if (is_report(cell))
			seen.report_after = i;
		if (cell->is_stop)
			seen.stop_after = i;
	}
}

/* How much of the unit lies between marks. */
static void
measure_marks(const NxProposal *p, NxUnit *unit)
{
	NxRange		cells = unit->cells;
	uint32_t	count = 0;

	for (uint32_t i = cells.first; i < cells.end; i++)
		count += p->cells[i].stretch != 0;
	unit->has_marks = count > 0;
	unit->is_quoted = p->cells[cells.first].stretch != 0 &&
		count * 10 >= (cells.end - cells.first) * 9;
}

NxProposal *
nx_proposal_make(NxArticle *a)
{
	NxProposal *p = nx_arena_alloc(&a->arena, sizeof(NxProposal));

	p->article = a;
	return p;
}

void
nx_proposal_fill(NxProposal *p, NxRange sentences)
{
	Vocabulary words;

	make_vocabulary(&words);
	make_units(p, sentences);
	make_stretches(p);
	for (uint32_t u = 0; u < p->units.count; u++)
	{
		NxRange		unit = p->units.items[u].cells;

		nx_poll(p->article, 64);
		for (uint32_t i = unit.first; i < unit.end; i++)
			fill_cell(p, &words, &p->cells[i]);
	}
	fill_places(p);
	for (uint32_t u = 0; u < p->units.count; u++)
	{
		NxUnit	   *unit = &p->units.items[u];

		nx_poll(p->article, 64);
		fill_grams(p->cells, unit->cells);
		fill_clauses(p, unit->cells);
		measure_marks(p, unit);
		unit->may_report = true;
	}
}

void
nx_proposal_stretch_lattice(NxProposal *p, uint32_t length)
{
	NxArena    *arena = &p->article->arena;

	p->lattice.length = length;
	if (length <= p->lattice_room)
		return;
	p->lattice_room = 2 * length;
	p->lattice.scores = nx_take_array(arena, NxCrfRow, p->lattice_room);
	p->lattice.before = nx_take_array(arena, NxCrfRow, p->lattice_room);
	p->lattice.after = nx_take_array(arena, NxCrfRow, p->lattice_room);
	p->labels = nx_take_array(arena, uint8_t, p->lattice_room);
}
