/*
 * nx_pages.h
 *		For hosts: large blocks on large pages, where the system has them.
 *
 * A text of many megabytes takes gigabytes, and their first touch, page by
 * page of 4 kB, takes longer than the analysis: with pages of 2 MB a dense text
 * was read in a third of the time.  The analyser itself does not need this.
 * What includes it must see the system's extensions (_DEFAULT_SOURCE).
 */
#ifndef NX_PAGES_H
#define NX_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

#define NX_PAGE_B		(2 * 1024 * 1024)
#define NX_LARGE_B		(2 * NX_PAGE_B)

/* A wish about a block that was just allocated; its refusal costs nothing. */
static inline void
nx_pages_wish(void *block, size_t size_b)
{
#ifdef MADV_HUGEPAGE
	uintptr_t	first = ((uintptr_t) block + NX_PAGE_B - 1) & ~(uintptr_t) (NX_PAGE_B - 1);
	uintptr_t	end = ((uintptr_t) block + size_b) & ~(uintptr_t) (NX_PAGE_B - 1);

	if (size_b >= NX_LARGE_B)
		(void) madvise((void *) first, end - first, MADV_HUGEPAGE);
#else
	(void) block;
	(void) size_b;
#endif
}

#endif							/* NX_PAGES_H */
