/*
 * test_value.c
 *		Dates, times, sums, numbers and addresses in plain sentences.
 */
#include "check.h"

typedef struct Case
{
	const char *text;
	NxEntityKind kind;
	const char *value;			/* the one mention of that kind; NULL: there is none */
} Case;

static const Case cases[] = {
	/* days of the calendar */
	{"They met on Sept. 16, 2015.", NX_ENTITY_DATE, "Sept. 16, 2015"},
	{"They met on September 16 2015 again.", NX_ENTITY_DATE, "September 16 2015"},
	{"They met on Dec 29 again.", NX_ENTITY_DATE, "Dec 29"},
	{"They met on May 3rd, and left.", NX_ENTITY_DATE, "May 3rd"},
	{"They met on Feb. 11-15 again.", NX_ENTITY_DATE, "Feb. 11-15"},
	{"They met after Sept.11, 2001, again.", NX_ENTITY_DATE, "Sept.11, 2001"},
	{"They met on 16 September.", NX_ENTITY_DATE, "16 September"},
	{"They met on the 3rd of June, 2016, again.", NX_ENTITY_DATE, "3rd of June, 2016"},
	{"They met on 2015-11-03 again.", NX_ENTITY_DATE, "2015-11-03"},
	{"They met on 3/11/15 again.", NX_ENTITY_DATE, "3/11/15"},
	{"They met on 13/11/2015 again.", NX_ENTITY_DATE, "13/11/2015"},
	{"They won 99/11/15 again.", NX_ENTITY_DATE, NULL},
	{"They met on May 32 again.", NX_ENTITY_DATE, NULL},

	/* names of days, alone and before one of the calendar */
	{"They met on Tuesday.", NX_ENTITY_DATE, "Tuesday"},
	{"They met on Friday, the 3rd of June, 2016, again.", NX_ENTITY_DATE,
	"Friday, the 3rd of June, 2016"},
	{"They met on Tues., Oct. 3 again.", NX_ENTITY_DATE, "Tues., Oct. 3"},
	{"The Sun is late.", NX_ENTITY_DATE, NULL},

	/* months and years */
	{"They met in May.", NX_ENTITY_DATE, "May"},
	{"They met in November of 2014.", NX_ENTITY_DATE, "November of 2014"},
	{"May left early.", NX_ENTITY_DATE, NULL},
	{"Today the council met.", NX_ENTITY_DATE, NULL},
	{"It opened in 1998.", NX_ENTITY_DATE, "1998"},
	{"It was the 1990s again.", NX_ENTITY_DATE, "1990s"},
	{"There were 1998 men.", NX_ENTITY_DATE, NULL},
	{"It was in May\n\n12 men left.", NX_ENTITY_DATE, "May"},

	{"It began at 3:30 p.m. and ended.", NX_ENTITY_TIME, "3:30 p.m."},
	{"It began at 9 a.m. and ended.", NX_ENTITY_TIME, "9 a.m."},
	{"It cost US$5m then.", NX_ENTITY_MONEY, "US$5m"},
	{"It cost $5 million then.", NX_ENTITY_MONEY, "$5 million"},
	{"It cost \xC2\xA3" "3bn then.", NX_ENTITY_MONEY, "\xC2\xA3" "3bn"},
	{"It cost 5,000 yuan then.", NX_ENTITY_MONEY, "5,000 yuan"},
	{"It cost 40 cents then.", NX_ENTITY_MONEY, "40 cents"},
	{"It grew 3.5 per cent then.", NX_ENTITY_PERCENT, "3.5 per cent"},
	{"It grew 3.5% then.", NX_ENTITY_PERCENT, "3.5%"},
	{"It grew 40 percent then.", NX_ENTITY_PERCENT, "40 percent"},
	{"It grew two or 3 percentage points then.", NX_ENTITY_PERCENT, "3 percentage points"},

	{"There were 1,200 men.", NX_ENTITY_NUMBER, "1,200"},
	{"There were 12 men.", NX_ENTITY_NUMBER, "12"},
	{"There were 3 million men.", NX_ENTITY_NUMBER, "3 million"},
	{"The men were 12", NX_ENTITY_NUMBER, "12"},
	{"A 50-year-old man left.", NX_ENTITY_NUMBER, NULL},

	{"Write to desk@gazette.example now.", NX_ENTITY_EMAIL, "desk@gazette.example"},
	{"See https://gazette.example/a for more.", NX_ENTITY_URL, "https://gazette.example/a"},
	{"As @p_nadar wrote today.", NX_ENTITY_HANDLE, "@p_nadar"},
};

static void
test_case(const Case *c)
{
	NxArticle  *a = check_read(c->text);
	uint32_t	count;
	uint32_t	found = 0;
	bool		is_right = true;
	const NxMention *mentions = nx_article_mentions(a, &count);

	for (uint32_t i = 0; i < count; i++)
	{
		NxSpan		at = mentions[i].at;

		if (mentions[i].kind != c->kind)
			continue;
		found++;
		is_right = is_right && c->value != NULL && at.end_b - at.at_b == strlen(c->value) &&
			memcmp(c->text + at.at_b, c->value, at.end_b - at.at_b) == 0;
	}
	if (!CHECK(is_right && found == (c->value != NULL)))
		fprintf(stderr, "in: %s\n", c->text);
	nx_article_free(a);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_case(&cases[i]);
	return check_end();
}
