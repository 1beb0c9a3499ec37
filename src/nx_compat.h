/*
 * nx_compat.h
 *		What differs between the server versions we build on.
 */
#ifndef NX_COMPAT_H
#define NX_COMPAT_H

/* InitMaterializedSRF() came with 15. */
#if PG_VERSION_NUM < 150000
#error "newsext needs PostgreSQL 15 or newer"
#endif

/* 16 moved the varlena macros out of postgres.h. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/* 16 brought palloc_array() to the server. */
#ifndef palloc_array
#include "storage/shmem.h"
#define palloc_array(type, count) \
	((type *) palloc(mul_size(sizeof(type), (count))))
#define palloc0_array(type, count) \
	((type *) palloc0(mul_size(sizeof(type), (count))))
#endif

/* 16 added soft errors to range_serialize(). */
#if PG_VERSION_NUM >= 160000
#define nx_range_serialize(typcache, lower, upper) \
	range_serialize((typcache), (lower), (upper), false, NULL)
#else
#define nx_range_serialize(typcache, lower, upper) \
	range_serialize((typcache), (lower), (upper), false)
#endif

/* 16 added soft errors to parse_tsquery(). */
#if PG_VERSION_NUM >= 160000
#define nx_parse_tsquery(buffer, push, opaque, flags) \
	parse_tsquery((buffer), (push), (opaque), (flags), NULL)
#else
#define nx_parse_tsquery(buffer, push, opaque, flags) \
	parse_tsquery((buffer), (push), (opaque), (flags))
#endif

/* 18 lets a module tell its name and version. */
#if PG_VERSION_NUM >= 180000
#define NX_MODULE_MAGIC \
	PG_MODULE_MAGIC_EXT(.name = "newsext", .version = NEWSEXT_VERSION)
#else
#define NX_MODULE_MAGIC PG_MODULE_MAGIC
#endif

#endif							/* NX_COMPAT_H */
