/*
 * nx_enum.c
 *		Names of the public enumerations, as SQL shows them.
 */
#include "nx.h"

#define NAME_FUNCTION(function, type, ...) \
	const char * \
	function(type kind) \
	{ \
		static const char *const names[] = {__VA_ARGS__}; \
 \
		return names[kind]; \
	}

NAME_FUNCTION(nx_quote_kind_name, NxQuoteKind, "direct", "mixed", "indirect")
NAME_FUNCTION(nx_speaker_kind_name, NxSpeakerKind, "person", "organization",
			  "place", "group", "unnamed", "document", "unknown")
NAME_FUNCTION(nx_mode_name, NxMode, "speech", "thought", "evidence")
NAME_FUNCTION(nx_entity_kind_name, NxEntityKind, "person", "organization",
			  "place", "nationality", "event", "work", "date", "time", "money",
			  "percent", "number", "email", "url", "handle", "misc")
NAME_FUNCTION(nx_form_kind_name, NxFormKind, "name", "nominal", "pronoun")
NAME_FUNCTION(nx_zone_kind_name, NxZoneKind, "headline", "deck", "section",
			  "publication", "byline", "dateline", "body", "boilerplate")
NAME_FUNCTION(nx_token_kind_name, NxTokenKind, "word", "number",
			  "punctuation", "mark", "symbol", "url", "email", "handle")
