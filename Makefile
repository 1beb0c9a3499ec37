# newsext: PostgreSQL extension that reads news articles.
#	make && make install			build and install (PG_CONFIG chooses the server)
#	make installcheck				pg_regress against a running server
#	make OPT=-O3					optimise harder
#	make COPT=-Werror				warnings are errors
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
OPT =
CLANG_FLAGS = $(if $(findstring clang,$(shell $(CC) --version)), \
	-Wno-unknown-warning-option -Wno-ignored-optimization-argument \
	-Wno-ignored-attributes)
PG_CPPFLAGS = -Isrc -Isrc/core -Isrc/model \
	-DNEWSEXT_VERSION='"$(EXTVERSION)"' $(shell $(PKG_CONFIG) --cflags libpcre2-8)
# Our own symbols are bound to us (see SHLIB_LINK), so calls may be inlined.
PG_CFLAGS = -fno-semantic-interposition -Wall -Wextra -Wno-unused-parameter $(CLANG_FLAGS) $(OPT)
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

.PHONY: check-syntax
