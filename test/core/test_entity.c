/*
 * test_entity.c
 *		Whom names mean: forms, roles, affiliations and values of made-up news.
 */
#include "check.h"

/* The entity with this name and kind, or NULL. */
static const NxEntity *
entity(const NxArticle *article, NxEntityKind kind, const char *name)
{
	uint32_t	count;
	const NxEntity *entities = nx_article_entities(article, &count);

	for (uint32_t i = 0; i < count; i++)
		if (entities[i].kind == kind && check_string_is(entities[i].name, name))
			return &entities[i];
	return NULL;
}

static bool
has_form(const NxEntity *found, const char *form)
{
	for (uint32_t i = 0; found != NULL && i < found->forms.count; i++)
		if (check_string_is(found->forms.items[i], form))
			return true;
	return false;
}

static bool
has_role(const NxEntity *found, const char *role, const char *affiliation)
{
	return found != NULL && check_string_is(found->role, role) &&
		check_string_is(found->affiliation, affiliation);
}

/* Is there an entity of a kind and name in a text? */
static bool
names(const char *text, NxEntityKind kind, const char *name)
{
	NxArticle  *article = check_read(text);
	bool		is_there = entity(article, kind, name) != NULL;

	nx_article_free(article);
	return is_there;
}

static void
test_persons(void)
{
	NxArticle  *article = check_read(
		"Officer: 'We saw it,' says Okafor\n\n"
		"Dr. James R. Okafor met Helen van der Meer in London on Tuesday. "
		"\"It was late,\" Okafor said. Van der Meer agreed with James Okafor.\n\n"
		"Mr. Hartley met Mrs. Hartley. \"Anna Hartley was right,\" said Mr. Hartley.");
	const NxEntity *okafor = entity(article, NX_ENTITY_PERSON, "James R. Okafor");
	const NxEntity *meer = entity(article, NX_ENTITY_PERSON, "Helen van der Meer");

	CHECK(has_form(okafor, "Okafor") && has_form(okafor, "James Okafor"));
	CHECK(okafor != NULL && okafor->mention_count >= 4);
	CHECK(has_form(meer, "Van der Meer"));
	CHECK(okafor != NULL && check_string_is(okafor->key, "james r okafor"));
	CHECK(names("\"It is late,\" said Don Carter, who led the party. Carter left.",
				NX_ENTITY_PERSON, "Don Carter"));
	CHECK(entity(article, NX_ENTITY_PERSON, "Anna Hartley") != NULL);
	CHECK(entity(article, NX_ENTITY_PERSON, "Hartley") != NULL);
	nx_article_free(article);
}

/* A bare surname is the person introduced first, unless titles say otherwise. */
static void
test_bearers(void)
{
	NxArticle  *article = check_read(
		"Peter Nolan opened the inquiry. His sister Anna Nolan disagreed. "
		"\"It will be long,\" Nolan said.\n\n"
		"President Turner said Mr. Turner's wife was late. Later Anna Turner came. "
		"Mr. Turner left.");
	const NxEntity *peter = entity(article, NX_ENTITY_PERSON, "Peter Nolan");
	const NxEntity *turner = entity(article, NX_ENTITY_PERSON, "Turner");
	const NxEntity *anna = entity(article, NX_ENTITY_PERSON, "Anna Turner");

	CHECK(has_form(peter, "Nolan"));
	CHECK(turner != NULL && check_string_is(turner->role, "President"));
	CHECK(anna != NULL && !has_form(anna, "Turner"));
	nx_article_free(article);
}

/* A label that says too much, or another kind, does not hide a person. */
static void
test_labels(void)
{
	CHECK(names("Ohio Gov. Mary Turner said so.", NX_ENTITY_PERSON, "Mary Turner"));
	CHECK(names("Former minister Frank Miller MP said so.", NX_ENTITY_PERSON, "Frank Miller"));
	CHECK(names("Linda St. Clair said so.", NX_ENTITY_PERSON, "Linda St. Clair"));
	CHECK(names("Chief Supt Miller said so.", NX_ENTITY_PERSON, "Miller"));
	CHECK(names("The singer Bob Miller - in London - said so.", NX_ENTITY_PERSON, "Bob Miller"));
}

static void
test_roles(void)
{
	NxArticle  *article = check_read(
		"Assistant Finance Minister Helen Carter met British Prime Minister David Turner. "
		"Turner thanked Robert Mills, 54, head of the Department of Music at Harvard University, "
		"and Apple chief executive Susan Grant. "
		"\"It is late,\" said the club's captain, Laura Jensen. "
		"Mr. Peter Walsh, a spokesman for the World Health Organization, agreed.");

	CHECK(has_role(entity(article, NX_ENTITY_PERSON, "Helen Carter"),
				   "Assistant Finance Minister", NULL));
	CHECK(has_role(entity(article, NX_ENTITY_PERSON, "David Turner"),
				   "British Prime Minister", NULL));
	CHECK(has_role(entity(article, NX_ENTITY_PERSON, "Susan Grant"), "chief executive", "Apple"));
	CHECK(has_role(entity(article, NX_ENTITY_PERSON, "Peter Walsh"), "spokesman",
				   "World Health Organization"));
	CHECK(has_form(entity(article, NX_ENTITY_PERSON, "Helen Carter"),
				   "Assistant Finance Minister Helen Carter"));
	nx_article_free(article);
}

static void
test_organizations(void)
{
	NxArticle  *article = check_read(
		"The World Health Organization (WHO) met in Geneva. The WHO said the vote was close.\n\n"
		"Microsoft Corp. sued. Microsoft said it would win.\n\n"
		"Paul Stone works at the Brookings Institution. The institution was founded in 1916.\n\n"
		"The Miami Herald is printed in Miami. People in Miami read it.");
	const NxEntity *who = entity(article, NX_ENTITY_ORGANIZATION, "World Health Organization");
	const NxEntity *institution = entity(article, NX_ENTITY_ORGANIZATION, "Brookings Institution");

	CHECK(has_form(who, "WHO"));
	CHECK(who != NULL && who->mention_count >= 3);
	CHECK(institution != NULL && institution->mention_count == 2);
	CHECK(entity(article, NX_ENTITY_ORGANIZATION, "Microsoft") == NULL);
	CHECK(entity(article, NX_ENTITY_PLACE, "Miami") != NULL);
	nx_article_free(article);
}

/* A part of a firm is not the firm, when that was named before. */
static void
test_brands(void)
{
	NxArticle  *article = check_read(
		"Tern said on Monday it would cut jobs. Tern News reported the move. Tern shares fell.");

	CHECK(entity(article, NX_ENTITY_ORGANIZATION, "Tern") != NULL);
	CHECK(entity(article, NX_ENTITY_ORGANIZATION, "Tern News") != NULL);
	nx_article_free(article);
}

/* Jr. tells a son from the father named before him, and is else no word. */
static void
test_juniors(void)
{
	const char *both = "Carl Whitfield spoke. Whitfield left. Carl Whitfield Jr. stayed. "
		"Whitfield Jr. agreed.";
	const char *son = "Rob Hallam Jr. spoke. Hallam said yes. Rob Hallam left.";

	CHECK(names(both, NX_ENTITY_PERSON, "Carl Whitfield"));
	CHECK(names(both, NX_ENTITY_PERSON, "Carl Whitfield Jr."));
	CHECK(!names(both, NX_ENTITY_PERSON, "Whitfield Jr."));
	CHECK(names(son, NX_ENTITY_PERSON, "Rob Hallam Jr."));
	CHECK(!names(son, NX_ENTITY_PERSON, "Rob Hallam"));
}

/* A nickname between marks stands inside the name (case 50). */
static void
test_nicknames(void)
{
	CHECK(names("Eastern Samar Gov. Ben \"Boyet\" Villarosa told reporters. Villarosa left.",
				NX_ENTITY_PERSON, "Ben \"Boyet\" Villarosa"));
	CHECK(names("Groundsman Tomas \"Duke\" Varga said the pipe was old.",
				NX_ENTITY_PERSON, "Tomas \"Duke\" Varga"));
}

static void
test_byline(void)
{
	NxArticle  *article = check_read(
		"Harbour closed after storm\n\nBy HELEN CARTER in London and PAUL O'BRIEN in Paris\n\n"
		"The harbour was closed on Tuesday after a storm broke the west wall, officials said.");

	CHECK(entity(article, NX_ENTITY_PERSON, "Helen Carter") != NULL);
	CHECK(entity(article, NX_ENTITY_PERSON, "Paul O'Brien") != NULL);
	nx_article_free(article);
}

/* Mentions stand in the order of the text and know their entities. */
static void
test_mentions(void)
{
	const char *text = "Helen Carter, the mayor, said she would stay. \"Carter is late,\" he said.";
	NxArticle  *article = check_read(text);
	uint32_t	count;
	uint32_t	entities;
	const NxMention *mentions = nx_article_mentions(article, &count);

	(void) nx_article_entities(article, &entities);
	CHECK(count >= 2);
	for (uint32_t i = 0; i < count; i++)
	{
		CHECK(mentions[i].at.at_b < mentions[i].at.end_b && mentions[i].at.end_b <= strlen(text));
		CHECK(i == 0 || mentions[i - 1].at.at_b <= mentions[i].at.at_b);
		CHECK(mentions[i].entity_no >= 1 && mentions[i].entity_no <= entities);
	}
	nx_article_free(article);
}

int
main(void)
{
	test_persons();
	test_bearers();
	test_labels();
	test_roles();
	test_organizations();
	test_brands();
	test_juniors();
	test_nicknames();
	test_byline();
	test_mentions();
	return check_end();
}
