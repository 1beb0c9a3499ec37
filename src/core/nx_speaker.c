/*
 * nx_speaker.c
 *		Who spoke: the speaker of each quote, and the list of speakers.
 *
 * Before it stand quotes and the attributions they were made of; the words of
 * an attribution's source are read by nx_source.c.  An attribution without a
 * source that goes on with another one has its speaker.
 *
 * A speaker who is an entity has its full name.  People of no name, groups and
 * documents have none: what the text says of them stands in source, role and
 * affiliation.  "The institute" is resolved like any name.
 *
 * In an interview the letters Q and A stand for persons named before it.
 *
 * Role and affiliation are those written beside this source, else those of the
 * entity.
 *
 * In the list of speakers, one is an entity, or else a kind with a role and an
 * affiliation ("a spokeswoman for Tarn Rail"), or with the words of its source.
 *
 * Time is linear: speakers are found by a hash.
 */
#include "nx_grammar.h"
#include "nx_hint.h"

#define MAX_FORMS	16			/* of a speaker */

/* ------------------------------------------------------------------------
 * Speakers of quotes
 * ------------------------------------------------------------------------
 */

/*
 * In an interview "A" is the person mentioned most before the first question,
 * and "Q" the one in the byline, both when there is one (case 74).
 */
typedef struct Interview
{
	uint32_t	asked;			/* entity, or NX_NONE */
	uint32_t	asking;
} Interview;

static bool
is_interview(const NxAttribution *attribution)
{
	return attribution->rule != NULL && strcmp(attribution->rule, "interview") == 0;
}

/* The first token of the first question, or NX_NONE. */
static uint32_t
interview_begin(const NxArticle *a)
{
	for (uint32_t n = 0; n < a->attributions.count; n++)
		if (is_interview(&a->attributions.items[n]))
			return a->attributions.items[n].source.first;
	return NX_NONE;
}

static bool
is_in_byline(const NxArticle *a, const NxMentionNode *node)
{
	return a->paragraphs.items[nx_token_paragraph(a, node->head)].zone == NX_ZONE_BYLINE;
}

static Interview
read_interview(NxArticle *a)
{
	Interview	interview = {NX_NONE, NX_NONE};
	uint32_t	begin = interview_begin(a);
	uint32_t   *times = nx_alloc_array(&a->arena, uint32_t, a->entity_nodes.count);

	if (begin == NX_NONE)
		return interview;
	for (uint32_t m = 0; m < a->mention_nodes.count; m++)
	{
		const NxMentionNode *node = &a->mention_nodes.items[m];

		if (node->head >= begin)
			break;
		if (node->entity == NX_NONE || a->entity_nodes.items[node->entity].kind != NX_ENTITY_PERSON)
			continue;
		if (is_in_byline(a, node) && interview.asking == NX_NONE)
			interview.asking = node->entity;
		times[node->entity]++;
	}
	for (uint32_t e = 0; e < a->entity_nodes.count; e++)
		if (times[e] > 0 && e != interview.asking &&
			(interview.asked == NX_NONE || times[e] > times[interview.asked]))
			interview.asked = e;
	return interview;
}

/* Whom the letter of an interview stands for. */
static void
read_letter(const NxArticle *a, const Interview *interview, NxRange source, NxSource *who)
{
	uint32_t	entity = NX_NONE;

	if (nx_token_is(a, source.first, "a"))
		entity = interview->asked;
	else if (nx_token_is(a, source.first, "q"))
		entity = interview->asking;
	if (entity == NX_NONE)
		return;
	who->entity = entity;
	who->kind = NX_SPEAKER_PERSON;
}

/* Sources by attribution; what goes on has that of what it goes on with. */
static NxSource *
read_sources(NxArticle *a)
{
	NxSource   *sources = nx_alloc_array(&a->arena, NxSource, a->attributions.count);
	Interview	interview = read_interview(a);
	NxHints		hints;

	nx_hint_init(a, &hints);
	for (uint32_t n = 0; n < a->attributions.count; n++)
	{
		const NxAttribution *attribution = &a->attributions.items[n];

		nx_poll(a, sizeof(*attribution));
		if (nx_range_is_empty(attribution->source) && attribution->continues < n)
			sources[n] = sources[attribution->continues];
		else
			sources[n] = nx_source_read(a, attribution->source);
		nx_hint_apply(a, &hints, attribution->source, &sources[n]);
		if (is_interview(attribution) && sources[n].entity == NX_NONE)
			read_letter(a, &interview, attribution->source, &sources[n]);
	}
	return sources;
}

static NxString
entity_name(const NxArticle *a, uint32_t entity)
{
	return entity == NX_NONE ? (NxString) {NULL, 0} : a->entity_nodes.items[entity].name;
}

static void
name_speaker(NxArticle *a, NxQuote *quote, const NxSource *who)
{
	quote->speaker_kind = who->kind;
	quote->role = nx_range_text(a, who->role);
	quote->affiliation = entity_name(a, who->affiliation);
	if (who->entity == NX_NONE)
		return;
	quote->speaker = entity_name(a, who->entity);
	quote->speaker_no = who->entity + 1;
	if (quote->role.bytes == NULL)
		quote->role = a->entity_nodes.items[who->entity].role;
	if (quote->affiliation.bytes == NULL)
		quote->affiliation =
			entity_name(a, a->entity_nodes.items[who->entity].affiliation);
}

/* ------------------------------------------------------------------------
 * The list of speakers
 * ------------------------------------------------------------------------
 */
typedef struct SpeakerList
{
	uint32_t   *slots;			/* speaker + 1, 0: free */
	uint32_t	mask;
} SpeakerList;

static uint32_t
hash_string(uint32_t hash, NxString string)
{
	uint32_t	form = string.bytes != NULL ? nx_form_hash(string.bytes, string.length_b) : 0;

	return (hash ^ form) * 0x9E3779B1u;
}

static bool
is_same(NxString one, NxString other)
{
	return one.length_b == other.length_b &&
		(one.length_b == 0 || memcmp(one.bytes, other.bytes, one.length_b) == 0);
}

/* What tells one speaker from another, when they are no entities. */
static bool
is_speaker_of(const NxSpeaker *speaker, const NxQuote *quote)
{
	if (quote->speaker_no != 0 || speaker->entity_no != 0)
		return speaker->entity_no == quote->speaker_no;
	if (speaker->kind != quote->speaker_kind || !is_same(speaker->role, quote->role) ||
		!is_same(speaker->affiliation, quote->affiliation))
		return false;
	return quote->role.bytes != NULL || is_same(speaker->forms.items[0], quote->source);
}

static uint32_t
hash_of(const NxQuote *quote)
{
	uint32_t	hash = (quote->speaker_no + 1) * 0x9E3779B1u;

	if (quote->speaker_no != 0)
		return hash ^ hash >> 15;
	hash = hash_string(hash + (uint32_t) quote->speaker_kind, quote->affiliation);
	hash = hash_string(hash, quote->role.bytes != NULL ? quote->role : quote->source);
	return hash ^ hash >> 15;
}

static NxSpeaker *
find_speaker(NxArticle *a, SpeakerList *list, const NxQuote *quote)
{
	uint32_t	at = hash_of(quote) & list->mask;
	NxSpeaker  *speaker;

	for (; list->slots[at] != 0; at = (at + 1) & list->mask)
		if (is_speaker_of(&a->speakers.items[list->slots[at] - 1], quote))
			return &a->speakers.items[list->slots[at] - 1];
	speaker = nx_push(&a->arena, &a->speakers);
	speaker->entity_no = quote->speaker_no;
	speaker->kind = quote->speaker_kind;
	speaker->name = quote->speaker;
	speaker->role = quote->role;
	speaker->affiliation = quote->affiliation;
	speaker->first_at = quote->source_at.end_b > 0 ? quote->source_at : quote->content_at[0];
	speaker->forms.items = nx_alloc_array(&a->arena, NxString, MAX_FORMS);
	list->slots[at] = a->speakers.count;
	return speaker;
}

/* How the text names a speaker as a source: distinct words, the first ones. */
static void
add_form(NxSpeaker *speaker, NxString form)
{
	NxString   *forms = (NxString *) speaker->forms.items;

	for (uint32_t i = 0; i < speaker->forms.count; i++)
		if (is_same(forms[i], form))
			return;
	if (form.bytes != NULL && speaker->forms.count < MAX_FORMS)
		forms[speaker->forms.count++] = form;
}

/* Words of the contents, by quote. */
static uint32_t *
count_words(NxArticle *a)
{
	uint32_t   *words = nx_alloc_array(&a->arena, uint32_t, a->quotes.count);

	for (uint32_t n = 0; n < a->attributions.count; n++)
	{
		const NxAttribution *attribution = &a->attributions.items[n];

		for (uint32_t p = 0; p < attribution->piece_count; p++)
		{
			NxRange		piece = attribution->pieces[p];

			nx_poll(a, piece.end - piece.first);
			for (uint32_t i = piece.first; i < piece.end; i++)
				words[attribution->quote] += nx_is_word(a, i);
		}
	}
	return words;
}

static void
list_speakers(NxArticle *a)
{
	SpeakerList list = {NULL, 15};
	const uint32_t *words = count_words(a);

	while (list.mask < 2 * a->quotes.count)
		list.mask = 2 * list.mask + 1;
	list.slots = nx_alloc_array(&a->arena, uint32_t, list.mask + 1);
	for (uint32_t q = 0; q < a->quotes.count; q++)
	{
		const NxQuote *quote = &a->quotes.items[q];
		NxSpeaker  *speaker;

		nx_poll(a, sizeof(*quote));
		if (quote->speaker_no == 0 && (quote->speaker_kind == NX_SPEAKER_UNKNOWN ||
									   quote->speaker_kind == NX_SPEAKER_PERSON))
			continue;
		speaker = find_speaker(a, &list, quote);
		add_form(speaker, quote->source);
		speaker->quote_count++;
		speaker->word_count += words[q];
	}
}

void
nx_speaker_read(NxArticle *a)
{
	const NxSource *sources = read_sources(a);

	for (uint32_t q = 0; q < a->quotes.count; q++)
		name_speaker(a, &a->quotes.items[q], &sources[a->quote_heads.items[q]]);
	list_speakers(a);
}
