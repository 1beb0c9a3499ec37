/*
 * rival.c
 *		A module whose symbols have the names of ours, to be loaded before it.
 *		Where our library called or read these the session would end.
 */
#include "postgres.h"

#include "fmgr.h"

PG_MODULE_MAGIC;

extern int	nx_article_read(void);
extern int	nx_rows_begin(void);
extern const char nx_quote_columns[4096];

const char	nx_quote_columns[4096] = "no column";

int
nx_article_read(void)
{
	abort();
}

int
nx_rows_begin(void)
{
	abort();
}
