# newsext: PostgreSQL extension that reads news articles.
#	make && make install			build and install (PG_CONFIG chooses the server)
#	make installcheck				pg_regress against a running server
#	make OPT=-O2					optimise less
#	make COPT=-Werror				warnings are errors
#	make lint						static analysis
#	bin/test						all tests, on a throw-away server
EXTENSION = newsext
EXTVERSION = $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" newsext.control)
MODULE_big = newsext
DATA = sql/newsext--$(EXTVERSION).sql $(wildcard sql/newsext--*--*.sql)

SOURCES = $(wildcard src/*.c src/core/*.c src/model/*.c)
HEADERS = $(wildcard src/*.h src/core/*.h src/model/*.h)
OBJS = $(SOURCES:.c=.o)

REGRESS = $(basename $(notdir $(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test --outputdir=test --load-extension=newsext

PKG_CONFIG ?= pkg-config
PG_CONFIG ?= pg_config
OPT = -O3
CLANG_FLAGS = $(if $(findstring clang,$(shell $(CC) --version)), \
	-Wno-unknown-warning-option -Wno-ignored-optimization-argument \
	-Wno-ignored-attributes)
PG_CPPFLAGS = -Isrc -Isrc/core -Isrc/model \
	-DNEWSEXT_VERSION='"$(EXTVERSION)"' $(shell $(PKG_CONFIG) --cflags libpcre2-8)
# Our own symbols are bound to us (see SHLIB_LINK), so calls may be inlined; some
# servers are built with frame pointers, which cost us a hundredth.
PG_CFLAGS = -fno-semantic-interposition -fomit-frame-pointer -Wall -Wextra -Wno-unused-parameter $(CLANG_FLAGS) $(OPT)
# Modules share one symbol space in the server: what we call and read of our
# own must not be bound to another module's.
SHLIB_LINK = -Wl,-Bsymbolic $(shell $(PKG_CONFIG) --libs libpcre2-8)
EXTRA_CLEAN = test/results test/regression.diffs test/regression.out

# Bitcode is for inlining small functions into queries; ours are not small,
# and the tables of the models would be compiled a second time.
override with_llvm = no

PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

$(OBJS): $(HEADERS) newsext.control

# Another compiler's opinion, without its objects.
check-syntax:
	$(CC) $(CFLAGS) $(CPPFLAGS) -fsyntax-only $(SOURCES)

# cppcheck, clang-tidy (.clang-tidy says which checks) and shellcheck, those
# that are installed; tables without code are left out.  The walk over
# arguments is set up member by member, which cppcheck takes for uninitialized.
LINTED = $(filter-out %_model.c %_data.c,$(SOURCES))
SCRIPTS = bin/demo bin/test bin/test-all bin/test-upgrade bin/server.sh bin/trees.sh bench/run bench/search bench/quality \
	bench/hostile bench/siege test/core/same_rows test/fuzz/run test/upgrade

lint:
	! command -v cppcheck || cppcheck -q --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,portability,performance \
		--suppress=ctuuninitvar:src/core/nx_argument.c \
		-Isrc -Isrc/core -Isrc/model $(LINTED)
	! command -v clang-tidy || clang-tidy --quiet --warnings-as-errors='*' \
		$(filter src/core/%,$(LINTED)) -- -std=c11 $(PG_CPPFLAGS)
	! command -v shellcheck || shellcheck -x -e SC1091 $(SCRIPTS)

.PHONY: check-syntax lint
