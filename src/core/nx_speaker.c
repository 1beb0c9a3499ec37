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
 * Role and affiliation are those written beside this source, else those of the
 * entity.
 *
 * In the list of speakers, one is an entity, or else a kind with a role and an
 * affiliation ("a spokeswoman for Tarn Rail"), or with the words of its source.
 *
 * Time is linear: speakers are found by a hash.
 */
#include "nx_grammar.h"
#include "nx_source.h"

#define MAX_FORMS	16			/* of a speaker */

/* ------------------------------------------------------------------------
 * Speakers of quotes
 * ------------------------------------------------------------------------
 */

/* Sources by attribution; what goes on has that of what it goes on with. */
static NxSource *
read_sources(NxArticle *a)
{
	NxSource   *sources = nx_alloc_array(&a->arena, NxSource, a->attributions.count);

	for (uint32_t n = 0; n < a->attributions.count; n++)
	{
		const NxAttribution *attribution = &a->attributions.items[n];

		nx_poll(a, sizeof(*attribution));
		if (nx_range_is_empty(attribution->source) && attribution->continues < n)
			sources[n] = sources[attribution->continues];
		else
			sources[n] = nx_source_read(a, attribution->source);
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
