/*
 * test_crf.c
 *		Best label sequences and margins, held against all sequences tried one
 *		by one.
 */
#include "check.h"
#include "nx_crf.h"

#define LABELS		7			/* two types */
#define LENGTH		4
#define ROUNDS		200

static uint32_t seed = 7;

static int16_t
random_score(void)
{
	seed = seed * 1664525u + 1013904223u;
	return (int16_t) ((int32_t) (seed >> 16) % 400 - 200);
}

/* May a label follow another, by the meaning of the labels? */
static bool
may_follow(uint32_t from, uint32_t to)
{
	bool		is_open = from % 3 == 1 || from % 3 == 2;

	if (to != 0 && to % 3 != 1)
		return is_open && nx_crf_type(from) == nx_crf_type(to);
	return from % 3 != 2;
}

static void
fill_model(NxCrf *crf)
{
	memset(crf, 0, sizeof(*crf));
	crf->label_count = LABELS;
	for (uint32_t y = 0; y < NX_CRF_LANES; y++)
	{
		bool		begins = y == 0 || (y < LABELS && y % 3 == 1);

		crf->start[y] = begins ? random_score() : NX_CRF_NEVER;
		for (uint32_t x = 0; x < NX_CRF_LANES; x++)
			crf->step[x][y] = crf->back[y][x] = x < LABELS && y < LABELS && may_follow(x, y) ?
				random_score() : NX_CRF_NEVER;
	}
}

static int32_t
path_score(const NxCrf *crf, const NxLattice *lattice, const uint8_t *labels)
{
	int32_t		score = crf->start[labels[0]] + lattice->scores[0][labels[0]];

	for (uint32_t i = 1; i < LENGTH; i++)
		score += crf->step[labels[i - 1]][labels[i]] + lattice->scores[i][labels[i]];
	return score;
}

/* The best score of all paths, and of those with each label at each position. */
static int32_t
try_all(const NxCrf *crf, const NxLattice *lattice, int32_t through[LENGTH][LABELS])
{
	uint8_t		labels[LENGTH] = {0};
	int32_t		best = INT32_MIN;

	for (int i = 0; i < LENGTH; i++)
		for (int y = 0; y < LABELS; y++)
			through[i][y] = INT32_MIN / 2;
	for (;;)
	{
		int32_t		score = path_score(crf, lattice, labels);
		int			i = 0;

		best = score > best ? score : best;
		for (int k = 0; k < LENGTH; k++)
			if (score > through[k][labels[k]])
				through[k][labels[k]] = score;
		while (i < LENGTH && ++labels[i] == LABELS)
			labels[i++] = 0;
		if (i == LENGTH)
			return best;
	}
}

static int32_t
margin_of(const int32_t *through, uint32_t first, uint32_t end)
{
	int32_t		with = INT32_MIN / 2;
	int32_t		without = INT32_MIN / 2;

	for (uint32_t y = 0; y < LABELS; y++)
		if (y >= first && y < end)
			with = through[y] > with ? through[y] : with;
		else
			without = through[y] > without ? through[y] : without;
	return with - without;
}

static void
test_round(void)
{
	NxCrfRow	scores[LENGTH] = {{0}};
	NxCrfRow	before[LENGTH];
	NxCrfRow	after[LENGTH];
	NxLattice	lattice = {LENGTH, scores, before, after};
	int32_t		through[LENGTH][LABELS];
	uint8_t		labels[LENGTH];
	NxCrf		crf;
	int32_t		best;

	fill_model(&crf);
	for (int i = 0; i < LENGTH; i++)
		for (int y = 0; y < LABELS; y++)
			scores[i][y] = random_score();
	best = try_all(&crf, &lattice, through);
	nx_crf_run(&crf, &lattice);
	nx_crf_best(&crf, &lattice, labels);
	CHECK(path_score(&crf, &lattice, labels) == best);
	for (uint32_t i = 0; i < LENGTH; i++)
	{
		int32_t		margins[NX_CRF_TYPES];

		nx_crf_type_margins(&crf, &lattice, i, margins);
		CHECK(margins[0] == margin_of(through[i], 1, 4));
		CHECK(margins[1] == margin_of(through[i], 4, 7));
		CHECK(nx_crf_margin(&crf, &lattice, i, 1, 4) == margin_of(through[i], 1, 4));
		if (i + 1 < LENGTH)
			CHECK(nx_crf_next(&crf, &lattice, i, labels[i]) == labels[i + 1]);
	}
}

/* Values stay in their range over a long sequence, and the path is legal. */
static void
test_long(void)
{
	enum {COUNT = 5000};
	static NxCrfRow scores[COUNT];
	static NxCrfRow before[COUNT];
	static NxCrfRow after[COUNT];
	static uint8_t labels[COUNT];
	NxLattice	lattice = {COUNT, scores, before, after};
	NxCrf		crf;
	uint32_t	illegal = 0;

	fill_model(&crf);
	for (int i = 0; i < COUNT; i++)
		for (int y = 0; y < LABELS; y++)
			scores[i][y] = (int16_t) (random_score() * 40);
	nx_crf_force_outside(&lattice, COUNT / 2);
	nx_crf_run(&crf, &lattice);
	nx_crf_best(&crf, &lattice, labels);
	for (uint32_t i = 1; i < COUNT; i++)
		illegal += !may_follow(labels[i - 1], labels[i]);
	CHECK(illegal == 0);
	CHECK(labels[COUNT / 2] == 0);
}

int
main(void)
{
	for (int i = 0; i < ROUNDS; i++)
		test_round();
	test_long();
	return check_end();
}
