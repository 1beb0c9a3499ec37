/*
 * nx_pattern.c
 *		The table of patterns, and PCRE2 behind it.
 *
 * Patterns are compiled once, when the reader is made, into memory of its
 * host.  They know bytes, not code points: no text has to be checked before it
 * is matched, and every byte string is a subject.
 *
 * Costs are bounded three times: callers pass a slice of bounded length, no
 * pattern nests one unbounded repetition in another, and the match context
 * limits steps, depth and heap; a match that exceeds them counts as none.
 *
 * Memory of a match hangs on the article.  PCRE2 takes it by a callback that
 * must not jump: nx_arena_try() answers NULL instead, the match fails, and the
 * failure is raised after PCRE2 has returned.  Nothing is given back before
 * the article is.
 *
 * The same compiled patterns serve any number of articles at once: they and
 * the match context are not written to after nx_patterns_create().
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "nx_pattern.h"
#include "nx_reader.h"

#define MATCH_LIMIT		100000
#define DEPTH_LIMIT		2000
#define HEAP_LIMIT_KB	1024

struct NxPatterns
{
	NxHost		host;
	pcre2_general_context *general;
	pcre2_match_context *match;
	pcre2_code *codes[NX_PATTERN_COUNT];
	const uint8_t *begins[NX_PATTERN_COUNT];	/* a bit for each byte that can
												 * begin a match; NULL: any */
};

/* ------------------------------------------------------------------------
 * The table
 * ------------------------------------------------------------------------
 */

/* A capital, of ASCII, Latin or Cyrillic; a word that begins with one. */
#define CAPITAL	"(?:[A-Z]|\xC3[\x80-\x9E]|[\xC4\xC5][\x80-\xBE]|\xD0[\x90-\xAF])"
#define REST	"[A-Za-z\x80-\xFF.'-]*+"
#define WORD	CAPITAL REST
#define CAPITALS	"(?:[A-Z]|\xC3[\x80-\x9E])(?:[A-Z.'-]|\xC3[\x80-\x9E]|\xE2\x80\x99)++"
#define DASH	"(?:--?|_|\xE2\x80[\x93-\x95])"
#define MONTH	"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*+\\.?"

/*
 * Words that stand in capitals beside a name and are none; in any case, since
 * whole bylines stand in capitals.
 */
#define NO_NAME_WORD \
	"(?i:(?:agency|all|and|assistant|associated|at|bureau|business|by|chief|columnist|" \
	"contributor|correspondent|crime|daily|defen[cs]e|deputy|desk|diplomatic|economics|" \
	"editor|editorial|education|environment|executive|for|foreign|gazette|health|herald|" \
	"in|legal|media|national|network|news|of|online|political|post|posted|press|published|" \
	"reporter|reuters|science|security|senior|special|sports?|staff|team|technology|the|" \
	"times|to|today|tribune|updated|writer|" MONTH "\\s\\d+)\\b)"
#define NO_NAME	"(?!" NO_NAME_WORD ")"
#define PARTICLE \
	"(?:(?:al|ben|bin|da|de|del|dela|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|" \
	"van|von|y)\\s+){0,3}+"

#define WORKER	"(?:columnist|correspondent|editor|reporter|writer)s?"
#define OUTLETS \
	"(?:AAP|AFP|ANI|AP|Associated Press|Bloomberg|CNN|IANS|PA|PTI|Reuters|TNN|UPI|" \
	"Xinhua|agencies)"

/* Parts of dates and sums. */
#define MONTH_NAME \
	"(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|" \
	"Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|" \
	"Dec(?:ember|\\.)?)"
#define WEEKDAY	"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#define SHORT_DAY \
	"(?:" WEEKDAY "|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?)"
#define DAY_NUMBER	"(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?"
#define YEAR	"(?:1[5-9]|20)\\d\\d"
#define MONTH_DAY	MONTH_NAME "\\s+" DAY_NUMBER "\\b(?:(?:,?\\s+|,)" YEAR "\\b)?"
#define DAY_MONTH	DAY_NUMBER "\\s+(?:of\\s+)?" MONTH_NAME "(?!\\w)(?:,?\\s+" YEAR "\\b)?"
#define SUM		"(?:\\d{1,3}(?:,\\d{3})++(?:\\.\\d+)?|\\d++(?:\\.\\d+)?)"
#define SCALE \
	"(?:[\\s-]?(?:hundred|thousand|million|billion|trillion)|\\s?(?:bn|mn?|tn|k))"
#define SIGN \
	"(?:[A-Z]{0,3}\\$|\xC2[\xA3\xA5]|\xE2\x82[\xA0-\xBF]|Rs\\.?|RMB|USD|EUR|GBP)"
#define COINS \
	"(?:dollars?|euros?|pounds?|yuan|renminbi|yen|won|rupees?|roubles?|rubles?|francs?|" \
	"pesos?|reais|rand|ringgit|baht|krona|kronor|krone|kroner|lira|dinars?|dirhams?|" \
	"riyals?|rials?|shekels?|zloty|naira|shillings?|cents?|pence)"
#define ZONE	"(?:\\s(?:[ECMP][SD]?T|GMT|UTC|BST|CET)\\b)?"

static const char *const patterns[NX_PATTERN_COUNT] = {
	[NX_PATTERN_PUBLICATION] =
	"(?!" MONTH "\\s\\d)(" CAPITAL "[^()]{1,60}?)"
	"(?:\\s+\\((?!" OUTLETS "\\))([^()]{2,40})\\)\\s+-(?:\\s+-)?|\\s+-\\s+-)\\s*+"
	"(?:" YEAR "-\\d\\d-\\d\\d\\s+-\\s+)?"
	"(?:(?!(?i:by)\\s)(.{2,60}?)\\s*(?:\\s-\\s+|$))?"
	"((?i:by\\s.{3,200})|" NO_NAME WORD "\\s+" NO_NAME WORD ".{0,200})?$",

	[NX_PATTERN_BYLINE] =
	"(?:(?i:byline)\\s*:\\s*"
	"|(?:(?:Analysis|Compiled|Interview|Posted|Review|Report|Reported|Reporting|Story|"
	"Text|Words|Written)\\s+)?(?i:by)(?::\\s*|\\s+)"
	"(?:(?:[a-z]+\\s+){1,3}" WORKER "\\s+)?)(.{2,200})$",

	[NX_PATTERN_AUTHOR] =
	"(?:,\\s*(?:(?:and|AND)\\s+)?|\\s+(?:and|with|AND|WITH|&)\\s+|;\\s*)?"
	"(" NO_NAME WORD "(?:\\s+" PARTICLE NO_NAME WORD "){1,4})"
	"(?:\\s+(?:in|at|IN)\\s+(?:the\\s+)?(" WORD "(?:\\s+(?!AND\\b)" WORD "){0,3}))?",

	[NX_PATTERN_AUTHOR_NOTE] =
	"\\s*(?:$|(?:[,|/;(:@]|" DASH "|\xC2\xB7|\xE2\x80\xA2|\\S+@|" NO_NAME_WORD ")"
	".{0,80}?(?<![.!?\"])$)",

	[NX_PATTERN_AUTHOR_TAG] =
	"[\\s,|/(-]*+(?:(?:" WORD "\\s+|[a-z]+\\s+){0,4}(?i:" WORKER ")|" OUTLETS
	"|(?:\xC2\xB7|\xE2\x80\xA2|(?i:published|posted|updated)\\b|" MONTH "\\s\\d).{0,80})\\)?$",

	[NX_PATTERN_STAFF] =
	"(?i)(?:by\\s+)?(?:[a-z\x80-\xFF'&,-]+\\s+){0,6}(?:" WORKER
	"|staff|agencies|bureau)(?:\\s*[,/]\\s*[a-z ]{2,40})?$",

	[NX_PATTERN_DATELINE] =
	"(?!(?:ANALYSIS|BREAKING|EDITORIAL|EXCLUSIVE|OPINION|UPDATED?|VIDEO|WATCH)\\b)"
	"((?:" CAPITALS "(?:[ /]" CAPITALS "){0,3}(?:,\\s+" WORD "(?:\\s+" WORD "){0,2}){0,2}"
	"|" WORD "(?:\\s+" WORD "){0,2}(?:,\\s+" WORD "(?:\\s+" WORD ")?)?"
	"(?=\\s*(?:[(/]" OUTLETS "|\xE2\x80[\x93-\x95]|--|,?\\s" MONTH "\\s))"
	"|" MONTH "\\s\\d{1,2}(?=\\s+\\(" OUTLETS "\\))|(?=\\(" OUTLETS "\\)))"
	"(?:,?\\s+(?:" MONTH "\\s+\\d{1,2}|\\d{1,2}\\s+" MONTH ")(?:,?\\s+\\d{4})?)?"
	"(?:\\s*[(/]" CAPITAL "[A-Za-z\x80-\xFF ./-]{1,40}[)/])?)"
	"(?:,?\\s*+" DASH "|:)\\s*+(?=\\S)",

	[NX_PATTERN_SECTION] =
	"(?i)(?:(?:americas?|africa|analysis|arts?|asia|breaking|business|comment|commentary|"
	"crime|culture|economy|editorial|education|elections?|entertainment|environment|europe|"
	"exclusive|features?|finance|front\\s+page|health|home|international|latest|law|letters?|"
	"life|lifestyle|local|markets?|media|metro|middle\\s+east|money|nation|national|news|"
	"obituar(?:y|ies)|opinion|page|politics|regional|science|society|sports?|style|"
	"technology|tech|top|travel|uk|u\\.?s\\.?a?|weather|world)\\b"
	"[\\s|/>&,:-]{0,3}(?:and\\s+)?){1,5}$",

	[NX_PATTERN_HEAD_NOTE] =
	"(?i)(?:(?:first\\s+|last\\s+)?(?:published|updated|posted|modified)\\b"
	"(?:.{0,80}\\d.{0,40})?$"
	"|(?:on\\s+)?(?:" SHORT_DAY ",?\\s+)?(?:" MONTH_DAY "|" DAY_MONTH ")"
	"(?:(?<=\\d\\d\\d\\d)|,?(?:\\s+at)?\\s+\\d{1,2}[:.]\\d\\d).{0,60}(?<![.!?])$"
	"|" SHORT_DAY ",?\\s+(?:" MONTH_DAY "|" DAY_MONTH ")$"
	"|" YEAR "-\\d\\d-\\d\\d.{0,60}$|\\d{1,2}:\\d\\d\\b.{0,60}$"
	"|\\d{1,3}\\s+(?:min(?:ute)?s?|hours?|days?)\\s+(?:to\\s+read|read|ago)$"
	"|(?:body|dateline|edition|highlight|language|length|load-date|section|source)\\s*(?::|$)"
	"|abstract\\.?$|(?:copyright|\xC2\xA9|&copy;)\\b|all\\s+rights\\s+reserved\\b"
	"|share(?:\\s+(?:on|this|via)\\b.{0,60})?$|print$|save$|e-?mail$"
	"|(?:for\\s+)?immediate\\s+release\\b)",

	[NX_PATTERN_DATED_NOTE] =
	".{0,60}?(?i:" MONTH_NAME "\\s+" DAY_NUMBER ",?\\s+" YEAR "|" DAY_NUMBER "\\s+" MONTH_NAME
	",?\\s+" YEAR "|" YEAR "-\\d\\d-\\d\\d)\\b.{0,60}(?<![.!?])$",

	[NX_PATTERN_NOTE] =
	"(?:(?i:advertise?ment)\\b|(?i:story continues|continue reading|skip to|read more|"
	"see also:|click here|sign up |subscribe (?:to|now|here|today)|like us on|"
	"download (?:our|the) |get (?:our|the) .{0,40}newsletter|please enable)"
	"|(?i:related)(?:\\s+(?i:articles?|stories|links?|coverage|content|topics|news))?"
	"\\s*(?::|$)"
	"|(?:ALSO ON|Also on|MORE FROM|More from) " CAPITAL
	"|(?:MORE|More|READ|Read|WATCH|Watch|LISTEN|Listen|VIDEO|Video|Gallery|GALLERY)\\s*:"
	"|(?:(?i:ap|file|handout|reuters)\\s+)?"
	"(?i:photo(?:graph)?s?|images?|pictures?|caption)\\s*"
	"(?::|/|(?i:credits?|by|courtesy|copyright|caption)\\b)"
	"|(?:Getty Images|AP Photo|EPA)\\b"
	"|(?i:follow)\\s+(?:(?i:us|me|him|her|them)\\b|@"
	"|.{3,60}\\s(?i:on (?:twitter|facebook|instagram))))",

	[NX_PATTERN_TAIL_NOTE] =
	"(?:(?i:(?:to )?(?:contact|e-?mail|reach|write to|call)\\s+(?:the\\s+)?(?:our\\s+)?"
	"(?:writers?|reporters?|authors?|us|him|her|me|editors?|newsroom|journalist)\\b)"
	"|(?i:newspapers (?:in|from) )"
	"|(?i:\xC2\xA9|\\(c\\)|&copy;|copyright)\\s"
	"|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,64}$|(?:https?://|www\\.)\\S{1,200}$"
	"|(?:[(\\[]|" DASH "+\\s*|\\*\\s*)?"
	"(?i:(?:additional |further |with )?(?:reporting|editing|writing|compiled|"
	"translated|edited|contributions?|files?|inputs?) (?:by|from)\\b)"
	"|(?i:this|the|an earlier) (?i:story|article|post|report|version|piece|interview) "
	"(?i:of this .{0,40})?(?i:has been |was |is |originally |first )"
	"(?i:updated|corrected|amended|published|produced|adapted|edited|an excerpt|"
	"appeared|a product|part of)"
	"|(?i:correction|clarification|editor(?:'|\xE2\x80\x99)s note)\\b"
	"|[(\\[]?(?i:with )?" OUTLETS "(?:[,/ ]{1,3}(?:and )?" OUTLETS "){0,3}[)\\].]{0,2}$"
	"|\\([a-z]{1,5}\\s?[/-]\\s?[a-z]{1,5}(?:\\s?[/-]\\s?[a-z]{1,5})?\\)$"
	"|(?i:tags?|topics?|keywords|sources?|filed under|our standards|"
	"most (?:read|popular|viewed)|on the (?:net|web))\\s*:"
	"|(?i:back to top|terms of (?:use|service)|privacy policy|"
	"visit (?:our|the) (?:web ?site|home ?page)|leave a comment|comments?|share|print|"
	"e-?mail|facebook|twitter)(?:\\s*\\(\\d+\\))?$"
	"|(?i:for more (?:information|on|news))\\b"
	"|(?:ENDS?|-?\\s?30\\s?-?|#{2,5}|[*_=-]{2,60})$"
	"|(?:" WORD "\\s+){1,4}(?:is|are) .{0,80}\\b" WORKER "\\b.{0,30}\\b(?:for|at|of|with)\\b)",

	[NX_PATTERN_FIGURE] =
	"((?:1[0-2]|0?[1-9])(?:[:.][0-5]\\d)?\\s?[ap]\\.?m\\b\\.?" ZONE
	"|(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?" ZONE "|(?:1[0-2]|[1-9])\\so(?:'|\xE2\x80\x99)clock)"
	"|(" SIGN "\\s?" SUM "(?:" SCALE "\\b)?|" SUM SCALE "?\\s(?:U\\.?S\\.?\\s)?" COINS "\\b|\\d{1,2}p\\b)"
	"|(" SUM "(?:-" SUM ")?\\s?(?:%|(?:per\\s?cent|pct|percentage\\spoints?)\\b))"
	"|(" SUM "(?:" SCALE "\\b)?(?!\\w))",
};

/* ------------------------------------------------------------------------
 * PCRE2
 * ------------------------------------------------------------------------
 */
static void *
take_from_host(PCRE2_SIZE size_b, void *state)
{
	const NxHost *host = state;

	return host->alloc(host->state, size_b);
}

static void
give_to_host(void *block, void *state)
{
	const NxHost *host = state;

	if (block != NULL)
		host->free(host->state, block);
}

static NxStatus
compile(NxPatterns *p)
{
	for (int i = 0; i < NX_PATTERN_COUNT; i++)
	{
		pcre2_compile_context *context = pcre2_compile_context_create(p->general);
		int			error;
		PCRE2_SIZE	error_at;

		if (context == NULL)
			return NX_NO_MEMORY;
		p->codes[i] = pcre2_compile((PCRE2_SPTR) patterns[i], PCRE2_ZERO_TERMINATED,
									PCRE2_ANCHORED | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY |
									PCRE2_NEVER_UTF, &error, &error_at, context);
		pcre2_compile_context_free(context);
		if (p->codes[i] == NULL)
			return error == PCRE2_ERROR_HEAP_FAILED ? NX_NO_MEMORY : NX_NO_PATTERNS;
		if (pcre2_pattern_info(p->codes[i], PCRE2_INFO_FIRSTBITMAP, &p->begins[i]) != 0)
			return NX_NO_PATTERNS;
	}
	return NX_OK;
}

NxStatus
nx_patterns_create(const NxHost *host, NxPatterns **patterns_made)
{
	NxPatterns *p = host->alloc(host->state, sizeof(NxPatterns));
	NxStatus	status = NX_NO_MEMORY;

	*patterns_made = NULL;
	if (p == NULL)
		return NX_NO_MEMORY;
	memset(p, 0, sizeof(*p));
	p->host = *host;
	p->general = pcre2_general_context_create(take_from_host, give_to_host, &p->host);
	if (p->general != NULL)
		p->match = pcre2_match_context_create(p->general);
	if (p->match != NULL)
	{
		pcre2_set_match_limit(p->match, MATCH_LIMIT);
		pcre2_set_depth_limit(p->match, DEPTH_LIMIT);
		pcre2_set_heap_limit(p->match, HEAP_LIMIT_KB);
		status = compile(p);
	}
	if (status != NX_OK)
		nx_patterns_free(p);
	else
		*patterns_made = p;
	return status;
}

void
nx_patterns_free(NxPatterns *p)
{
	if (p == NULL)
		return;
	for (int i = 0; i < NX_PATTERN_COUNT; i++)
		pcre2_code_free(p->codes[i]);
	pcre2_match_context_free(p->match);
	pcre2_general_context_free(p->general);
	p->host.free(p->host.state, p);
}

static void *
take_from_arena(PCRE2_SIZE size_b, void *state)
{
	return nx_arena_try(state, size_b);
}

static void
keep_in_arena(void *block, void *state)
{
	(void) block;
	(void) state;
}

/* The article's match data, made at first use. */
static pcre2_match_data *
match_data(NxArticle *a)
{
	pcre2_general_context *general;

	if (a->match_data == NULL)
	{
		general = pcre2_general_context_create(take_from_arena, keep_in_arena, &a->arena);
		if (general != NULL)
			a->match_data = pcre2_match_data_create(NX_MAX_GROUPS, general);
		if (a->match_data == NULL)
			nx_arena_escape(&a->arena, NX_NO_MEMORY);
	}
	return a->match_data;
}

/* Asked first, for PCRE2 needs a thousand steps to say the same. */
static bool
can_begin(const NxPatterns *p, NxPattern pattern, unsigned char byte)
{
	const uint8_t *begins = p->begins[pattern];

	return begins == NULL || begins[byte / 8] >> byte % 8 & 1;
}

bool
nx_pattern_match(NxArticle *a, NxPattern pattern, NxSpan at, NxSpan *groups)
{
	const NxPatterns *p = a->reader->patterns;
	pcre2_match_data *data = match_data(a);
	const PCRE2_SIZE *found;
	int			count;

	if (at.at_b < at.end_b && !can_begin(p, pattern, (unsigned char) a->text[at.at_b]))
		return false;
	count = pcre2_match(p->codes[pattern], (PCRE2_SPTR) a->text + at.at_b,
						at.end_b - at.at_b, 0, 0, data, p->match);
	if (count == PCRE2_ERROR_NOMEMORY)
		nx_arena_escape(&a->arena, NX_NO_MEMORY);
	nx_poll(a, at.end_b - at.at_b);
	if (count < 0)
		return false;
	found = pcre2_get_ovector_pointer(data);
	for (int i = 0; groups != NULL && i < NX_MAX_GROUPS; i++)
	{
		groups[i] = (NxSpan) {0, 0};
		if (i < count && found[2 * i] != PCRE2_UNSET)
			groups[i] = (NxSpan) {at.at_b + (uint32_t) found[2 * i],
								  at.at_b + (uint32_t) found[2 * i + 1]};
	}
	return true;
}
