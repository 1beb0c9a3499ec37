/*
 * nx_name_model.c
 *		No weights yet: nothing is a name.
 */
#include "nx_name.h"

static const uint64_t name_keys[2];
static const int8_t name_weights[8 * NX_NAME_LANES];

const NxNameModel nx_name_model = {{name_keys, name_weights, 1, NX_NAME_LANES}, {{0}}};
