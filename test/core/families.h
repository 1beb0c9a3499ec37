/*
 * families.h
 *		Texts that no newspaper prints: each family one construction, as long as
 *		one likes.
 */
#ifndef FAMILIES_H
#define FAMILIES_H

#include <stddef.h>

typedef struct Family Family;

/* How a family fills length_b bytes; all without NUL. */
typedef void (*FamilyFill) (const Family *family, char *text, size_t length_b);

struct Family
{
	const char *name;
	FamilyFill	fill;
	const char *unit;			/* what is repeated, or what fill makes of it */
};

extern const Family families[];
extern const size_t family_count;

#endif							/* FAMILIES_H */
