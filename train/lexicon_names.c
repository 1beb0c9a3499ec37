/*
 * lexicon_names.c
 *		Names of persons, places and organisations from the source lists.
 *
 * Lists that give one class to one column stand in tables; those with more to
 * read (counts, sex, size of cities, demonyms, legal endings) have a function.
 * NOTICE names the sources and their licences.
 *
 * The order matters in two places: titles come first, since the heads of state
 * are told from their titles by them, and the list of first names with counts
 * comes before all others that know the sex of a name.
 */
#include "lexicon.h"

#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

/* ---- lists with one class ---- */

typedef struct Column
{
	const char *path;			/* below lexicon/ */
	int			column;
	char		separator;
	uint64_t	names;
} Column;

static const Column columns[] = {
	{"us_congress_cc0/members_current.txt", 0, '\t', NX_IS(PERSON)},
	{"own_curated/news_agencies_outlets.txt", 0, '\t', NX_IS(OUTLET)},
	{"own_curated/political_parties.txt", 0, '\t', NX_IS(PARTY)},
	{"own_curated/org_suffixes.txt", 0, '\t', NX_IS(ORG_SUFFIX)},
	{"own_curated/org_head_nouns.txt", 0, '\t', NX_IS(ORG_HEAD)},
	{"own_curated/loc_head_nouns.txt", 0, '\t', NX_IS(PLACE_HEAD)},
	{"own_curated/name_particles.txt", 0, '\t', NX_IS(PARTICLE)},
	{"own_curated/name_suffixes.txt", 0, '\t', NX_IS(NAME_SUFFIX)},
	{"wordnet30/titles_of_address.txt", 0, '\t', NX_IS(TITLE)},
	{"wordnet30/demonym_adjectives.tsv", 0, '\t', NX_IS(DEMONYM)},
	{"wordnet30/inhabitants.txt", 0, '\t', NX_IS(DEMONYM)},
	{"wordnet30/instances_group.tsv", 0, '\t', NX_IS(ORG_WORDNET)},
	{"wordnet30/instances_location.tsv", 0, '\t', NX_IS(PLACE)},
	{"popular_names_by_country_cc0/common-surnames-by-country.csv", 5, ',',
	NX_IS(LAST_WORLD)},
	{"geonames_cities15000/admin1CodesASCII.txt", 1, '\t', NX_IS(ADMIN)},
	{"geonames_cities15000/admin1CodesASCII.txt", 2, '\t', NX_IS(ADMIN)},
};

static bool
is_capitalized(const char *name)
{
	return (name[0] >= 'A' && name[0] <= 'Z') || (unsigned char) name[0] >= 0xC3;
}

/* Lists of names hold common nouns too ("capital of West Virginia"). */
static void
read_column(const char *shared, const Column *source)
{
	static List list;
	char		path[256];
	bool		takes_lower = source->names & (NX_IS(PARTICLE) | NX_IS(ORG_HEAD) |
											   NX_IS(ORG_SUFFIX) | NX_IS(PLACE_HEAD));

	snprintf(path, sizeof(path), "lexicon/%s", source->path);
	list_open(&list, shared, path);
	while (list_next(&list))
	{
		list_split(&list, source->separator);
		if (takes_lower || is_capitalized(list.fields[source->column]))
			table_add_name(list.fields[source->column], source->names);
	}
}

typedef struct Strings
{
	const char *path;			/* below lexicon/ */
	const char *key;			/* NULL: strings inside arrays */
	uint64_t	names;
	NxSex		sex;
} Strings;

#define DARIUS	"dariusk_corpora_cc0/"

static const Strings strings[] = {
	{DARIUS "humans/firstNames.json", NULL, NX_IS(FIRST_KNOWN), NX_SEX_UNKNOWN},
	{DARIUS "humans/norwayFirstNamesBoys.json", NULL, NX_IS(FIRST_KNOWN), NX_SEX_MALE},
	{DARIUS "humans/norwayFirstNamesGirls.json", NULL, NX_IS(FIRST_KNOWN), NX_SEX_FEMALE},
	{DARIUS "humans/spanishFirstNames.json", NULL, NX_IS(FIRST_KNOWN), NX_SEX_UNKNOWN},
	{DARIUS "humans/norwayLastNames.json", NULL, NX_IS(LAST_KNOWN), NX_SEX_UNKNOWN},
	{DARIUS "humans/spanishLastNames.json", NULL, NX_IS(LAST_KNOWN), NX_SEX_UNKNOWN},
	{DARIUS "humans/lastNames.json", NULL, NX_IS(LAST_KNOWN), NX_SEX_UNKNOWN},
	{DARIUS "humans/celebrities.json", NULL, NX_IS(PERSON), NX_SEX_UNKNOWN},
	{DARIUS "humans/scientists.json", NULL, NX_IS(PERSON), NX_SEX_UNKNOWN},
	{DARIUS "humans/britishActors.json", NULL, NX_IS(PERSON), NX_SEX_UNKNOWN},
	{DARIUS "humans/richpeople.json", "name", NX_IS(PERSON), NX_SEX_UNKNOWN},
	{DARIUS "humans/englishHonorifics.json", NULL, NX_IS(TITLE), NX_SEX_UNKNOWN},
	{DARIUS "geography/canadian_municipalities.json", "city", NX_IS(CITY_SMALL), NX_SEX_UNKNOWN},
	{DARIUS "geography/english_towns_cities.json", NULL, NX_IS(CITY_SMALL), NX_SEX_UNKNOWN},
	{DARIUS "geography/countries.json", NULL, NX_IS(COUNTRY), NX_SEX_UNKNOWN},
	{DARIUS "geography/countries_with_capitals.json", "capital", NX_IS(CITY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "geography/nationalities.json", NULL, NX_IS(DEMONYM), NX_SEX_UNKNOWN},
	{DARIUS "geography/rivers.json", "name", NX_IS(PLACE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/fortune500.json", NULL, NX_IS(COMPANY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/djia.json", "name", NX_IS(COMPANY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/nasdaq.json", "name", NX_IS(COMPANY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/cars.json", NULL, NX_IS(COMPANY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/charities.json", NULL, NX_IS(COMPANY_LARGE), NX_SEX_UNKNOWN},
	{DARIUS "corporations/newspapers.json", NULL, NX_IS(OUTLET), NX_SEX_UNKNOWN},
	{DARIUS "governments/us_federal_agencies.json", NULL, NX_IS(AGENCY), NX_SEX_UNKNOWN},
	{DARIUS "governments/uk_political_parties.json", NULL, NX_IS(PARTY), NX_SEX_UNKNOWN},
	{DARIUS "sports/nfl_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/nba_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/mlb_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/nhl_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/football/epl_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/football/laliga_teams.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{DARIUS "sports/football/serieA.json", "name", NX_IS(TEAM), NX_SEX_UNKNOWN},
	{"universities_mit/world_universities_and_domains.json", "name", NX_IS(UNIVERSITY), NX_SEX_UNKNOWN},
};

static const char *
last_word(const char *name)
{
	const char *space = strrchr(name, ' ');

	return space != NULL ? space + 1 : name;
}

static bool
is_common_word(const char *word)
{
	const Entry *entry = table_find(nx_form_hash(word, strlen(word)));

	return entry != NULL && entry->tier != 0 && entry->tier <= 50;
}

static void
add_person(const char *name)
{
	if (strchr(name, ' ') == NULL)
		return;
	table_add_name(name, NX_IS(PERSON));
	table_add_name(last_word(name), NX_IS(LAST_FAMOUS));
}

/* The name of a party must say so: any slogan can be one. */
static bool
is_party(const char *name)
{
	return strstr(name, "Party") != NULL || strstr(name, "Alliance") != NULL;
}

static void
take_string(void *state, const char *key, char *value)
{
	const Strings *source = state;
	Entry	   *entry;

	if (source->key == NULL ? key != NULL : key == NULL || strcmp(key, source->key) != 0)
		return;
	if (source->names & NX_IS(PERSON))
		add_person(value);
	else if (!(source->names & NX_IS(PARTY)) || is_party(value))
	{
		if (source->names & NX_IS(TEAM))
			table_add_name(last_word(value), NX_IS(TEAM_NICK));
		entry = table_add_name(value, source->names);
		if (entry != NULL && source->sex != NX_SEX_UNKNOWN && entry->name_sex == 0)
			entry->name_sex = (uint8_t) (1 << source->sex);
	}
}

/* ---- persons ---- */

/* The first list that knows a name settles its sex, also that it has none. */
static void
add_first_name(const char *name, uint64_t names, NxSex sex)
{
	Entry	   *entry = table_add_name(name, names);

	if (entry != NULL && entry->name_sex == 0)
		entry->name_sex = (uint8_t) (1 << sex);
}

/* Nine in ten bearers decide the sex of a first name. */
static NxSex
sex_of_bearers(double female, double male)
{
	if (female * 10 >= (female + male) * 9)
		return NX_SEX_FEMALE;
	return male * 10 >= (female + male) * 9 ? NX_SEX_MALE : NX_SEX_UNKNOWN;
}

static void
read_first_names(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/ssa_first_names/ssa_names_gender.tsv");
	while (list_next(&list))
	{
		long		female;
		long		male;

		list_split(&list, '\t');
		female = atol(list.fields[1]);
		male = atol(list.fields[2]);
		if (female + male >= 700)
			add_first_name(list.fields[0],
						   female + male >= 100000 ? NX_IS(FIRST_COMMON) :
						   female + male >= 8000 ? NX_IS(FIRST_KNOWN) : NX_IS(FIRST_RARE),
						   sex_of_bearers(female, male));
	}
}

/* "LEANDRO   0.002  55.6  1050": the name in capitals, then figures. */
static char *
census_name(List *list)
{
	char	   *name = list->line;

	name[strcspn(name, " ")] = '\0';
	for (char *at = name + 1; *at != '\0'; at++)
		*at |= 0x20;
	return name;
}

static void
read_census(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/census1990_names/dist.female.first");
	while (list_next(&list))
		add_first_name(census_name(&list), NX_IS(FIRST_KNOWN), NX_SEX_FEMALE);
	list_open(&list, shared, "lexicon/census1990_names/dist.male.first");
	while (list_next(&list))
		add_first_name(census_name(&list), NX_IS(FIRST_KNOWN), NX_SEX_MALE);
	list_open(&list, shared, "lexicon/census1990_names/dist.all.last");
	while (list_next(&list))
		if (list.number <= 50000)
			table_add_name(census_name(&list),
						   list.number <= 2000 ? NX_IS(LAST_COMMON) :
						   list.number <= 20000 ? NX_IS(LAST_KNOWN) : NX_IS(LAST_RARE));
}

static void
read_world_first_names(const char *shared)
{
	static List list;

	list_open(&list, shared,
			  "lexicon/popular_names_by_country_cc0/common-forenames-by-country.csv");
	while (list_next(&list))
	{
		list_split(&list, ',');
		if (list.number > 1)
			add_first_name(list.fields[11], NX_IS(FIRST_WORLD),
						   list.fields[9][0] == 'F' ? NX_SEX_FEMALE : NX_SEX_MALE);
	}
}

static void
read_known_persons(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/wordnet30/instances_person.tsv");
	while (list_next(&list))
	{
		list_split(&list, '\t');
		if (!is_capitalized(list.fields[0]))
			continue;
		add_person(list.fields[0]);
		if (strchr(list.fields[0], ' ') == NULL)
			table_add_name(list.fields[0], NX_IS(LAST_FAMOUS));
	}
}

static void
read_titles(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/own_curated/person_titles_gender.tsv");
	while (list_next(&list))
	{
		Entry	   *entry;

		list_split(&list, '\t');
		entry = table_add_name(list.fields[0], NX_IS(TITLE));
		if (entry != NULL && list.fields[1][0] != 'n')
			entry->word_sex |=
				(uint8_t) (1 << (list.fields[1][0] == 'f' ? NX_SEX_FEMALE : NX_SEX_MALE));
	}
}

/* Person nouns of these kinds are roles in which one speaks. */
static void
read_roles(const char *shared)
{
	static const char *const kinds[] = {
		"worker", "official", "leader", "expert", "communicator", "entertainer",
		"representative", "head", "scholar", "adjudicator", "professional", "contestant"
	};
	static List list;

	list_open(&list, shared, "lexicon/wordnet30/noun_person_roles.tsv");
	while (list_next(&list))
	{
		NxClasses	role = {0, NX_IS(ROLE), 0};
		size_t		i = 0;

		list_split(&list, '\t');
		while (i < COUNT(kinds) && strstr(list.fields[2], kinds[i]) == NULL)
			i++;
		if (list.number > 1 && i < COUNT(kinds) && !is_capitalized(list.fields[0]))
			table_add(list.fields[0], role);
	}
}

/* ---- places ---- */

static void
read_cities(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/geonames_cities15000/cities_compact.tsv");
	while (list_next(&list))
	{
		long		population;
		uint64_t	names;

		list_split(&list, '\t');
		if (list.number == 1)
			continue;
		population = atol(list.fields[4]);
		names = population >= 500000 || strcmp(list.fields[5], "PPLC") == 0 ?
			NX_IS(CITY_LARGE) : population >= 100000 ? NX_IS(CITY_MIDDLE) :
			NX_IS(CITY_SMALL);
		table_add_name(list.fields[0], names);
		table_add_name(list.fields[1], names);
	}
}

/* "Motswana (singular), Batswana (plural)", "Algerian(s)". */
static void
add_demonyms(char *field, const char *country)
{
	char	   *piece;

	for (piece = strtok(field, ",;/"); piece != NULL; piece = strtok(NULL, ",;/"))
	{
		char		plural[MAX_ENTRY];
		char	   *bracket = strchr(piece, '(');
		bool		has_plural = bracket != NULL && strncmp(bracket, "(s)", 3) == 0;

		if (bracket != NULL)
			*bracket = '\0';
		piece += strspn(piece, " ");
		for (size_t end = strlen(piece); end > 0 && piece[end - 1] == ' '; end--)
			piece[end - 1] = '\0';
		if (!is_capitalized(piece) || strlen(piece) > 30 || strstr(piece, " or ") != NULL)
			continue;
		table_add_name(piece, NX_IS(DEMONYM));
		if (strchr(piece, ' ') == NULL)
			table_add_demonym(piece, country);
		snprintf(plural, sizeof(plural), "%.40ss", piece);
		if (has_plural)
			table_add_name(plural, NX_IS(DEMONYM));
	}
}

/* "President Abdelmadjid TEBBOUNE (since ...": behind titles, a surname in
 * capitals. */
static void
add_head_of_state(char *field)
{
	char	   *name = field;
	char	   *end = strchr(field, '(');

	if (end == NULL || end == field || strchr(field, '&') != NULL)
		return;
	end[-1] = '\0';
	for (;;)
	{
		size_t		length = strcspn(name, " ");
		char		word[MAX_ENTRY];
		const Entry *entry;

		snprintf(word, sizeof(word), "%.*s", (int) (length < 50 ? length : 50), name);
		entry = table_find(nx_form_hash(word, length));
		if (name[length] == '\0' || entry == NULL ||
			!(entry->classes.names & NX_IS(TITLE) || entry->classes.words & NX_IS(ROLE)))
			break;
		name += length + 1;
	}
	for (char *at = name + 1; *at != '\0'; at++)
		if (at[-1] != ' ' && at[-1] != '-' && *at >= 'A' && *at <= 'Z')
			*at |= 0x20;
	add_person(name);
}

static void
read_countries(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/cia_factbook_pd/countries_demonyms.tsv");
	while (list_next(&list))
	{
		const char *country;

		list_split(&list, '\t');
		if (list.number == 1)
			continue;
		for (int i = 1; i <= 2; i++)
			if (strcmp(list.fields[i], "none") != 0 && strchr(list.fields[i], '(') == NULL)
				table_add_name(list.fields[i], NX_IS(COUNTRY));
		country = strcmp(list.fields[1], "none") != 0 ? list.fields[1] : list.fields[2];
		add_demonyms(list.fields[5], country);
		add_demonyms(list.fields[4], country);
		if (strlen(list.fields[6]) < 25 && strchr(list.fields[6], '&') == NULL)
			table_add_name(list.fields[6], NX_IS(CITY_LARGE));
		add_head_of_state(list.fields[7]);
		add_head_of_state(list.fields[8]);
	}
}

static void
read_states(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/own_curated/us_states.tsv");
	while (list_next(&list))
	{
		list_split(&list, '\t');
		table_add_name(list.fields[0], NX_IS(STATE));
		table_add_name(list.fields[1], NX_IS(STATE_CODE));
		table_add_name(list.fields[2], NX_IS(STATE));
		table_add_name(list.fields[3], NX_IS(STATE));
	}
}

static void
read_calendar(const char *shared)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
	static List list;

	list_open(&list, shared, "lexicon/own_curated/months_days.txt");
	while (list_next(&list))
	{
		bool		is_day = false;

		for (size_t i = 0; i < COUNT(days); i++)
			is_day |= (list.line[0] | 0x20) == days[i][0] &&
				strncmp(list.line + 1, days[i] + 1, 2) == 0;
		table_add_name(list.line, is_day ? NX_IS(DAY) : NX_IS(MONTH));
	}
}

static void
take_county(void *state, const char *key, char *value)
{
	char		name[MAX_ENTRY];

	(void) state;
	if (key != NULL || strlen(value) > 40)
		return;
	snprintf(name, sizeof(name), "%.40s County", value);
	table_add_name(name, NX_IS(COUNTY));
}

/* ---- companies ---- */

static const char *const legal_endings[] = {
	"Inc", "Inc.", "Corp", "Corp.", "Co", "Co.", "Ltd", "Ltd.", "Plc", "LLC", "LP",
	"L.P.", "NV", "N.V.", "SA", "S.A.", "AG", "SE", "Holdings", "Holding", "Group",
	"Trust", "Company", "International", "Limited", "(The)", "Corporation", "&"
};

static bool
is_legal_ending(const char *word, size_t length)
{
	for (size_t i = 0; i < COUNT(legal_endings); i++)
	{
		const char *ending = legal_endings[i];
		size_t		k = 0;

		while (k < length && (word[k] | 0x20) == (ending[k] | 0x20))
			k++;
		if (k == length && ending[k] == '\0')
			return true;
	}
	return false;
}

/* Cuts legal endings from a name; false when nothing was to be cut. */
static bool
cut_legal_endings(char *name)
{
	bool		was_cut = false;
	char	   *space;

	while ((space = strrchr(name, ' ')) != NULL &&
		   is_legal_ending(space + 1, strlen(space + 1)))
	{
		*space = '\0';
		if (space > name && space[-1] == ',')
			space[-1] = '\0';
		was_cut = true;
	}
	return was_cut;
}

/* "NVIDIA CORP" is no acronym: words of capitals get a small tail. */
static void
lower_tails(char *name)
{
	for (char *at = name; *at != '\0'; at++)
		if (*at >= 'a' && *at <= 'z')
			return;
	for (char *at = name + 1; *at != '\0'; at++)
		if (at[-1] != ' ' && *at >= 'A' && *at <= 'Z')
			*at |= 0x20;
}

static void
add_company(char *name, uint64_t names, uint64_t short_names)
{
	name[strcspn(name, "/")] = '\0';
	if (strlen(name) > 5)
		lower_tails(name);
	table_add_name(name, names);
	if (cut_legal_endings(name) && strlen(name) > 2 &&
		(strchr(name, ' ') != NULL || !is_common_word(name)))
		table_add_name(name, short_names);
}

static void
read_companies(const char *shared)
{
	static List list;

	list_open(&list, shared, "lexicon/companies/sec_company_titles.tsv");
	while (list_next(&list))
	{
		list_split(&list, '\t');
		add_company(list.fields[0], NX_IS(COMPANY), NX_IS(COMPANY_SHORT));
	}
	list_open(&list, shared, "lexicon/companies/sp500_constituents.csv");
	while (list_next(&list))
	{
		list_split(&list, ',');
		if (list.number > 1)
			add_company(list.fields[1], NX_IS(COMPANY_LARGE), NX_IS(COMPANY_LARGE));
	}
}

void
source_names(const char *shared)
{
	char		path[256];

	read_titles(shared);
	read_first_names(shared);
	for (size_t i = 0; i < COUNT(columns); i++)
		read_column(shared, &columns[i]);
	for (size_t i = 0; i < COUNT(strings); i++)
	{
		snprintf(path, sizeof(path), "lexicon/%s", strings[i].path);
		list_json(shared, path, take_string, (void *) &strings[i]);
	}
	list_json(shared, "lexicon/" DARIUS "geography/us_counties.json", take_county, NULL);
	read_census(shared);
	read_world_first_names(shared);
	read_roles(shared);
	read_known_persons(shared);
	read_cities(shared);
	read_countries(shared);
	read_states(shared);
	read_calendar(shared);
	read_companies(shared);
}
