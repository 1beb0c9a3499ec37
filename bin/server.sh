# Shared by bin/demo, bin/test and the like: packages, build, a throw-away
# server, databases.
#
# The server lives in a temporary folder, runs as a user who is not root,
# listens on a socket in that folder only, and is gone afterwards, whatever
# happens.  Unless PG_CONFIG names a server tree of the caller's, the installed
# server's files are linked into the same folder and the extension is installed
# there, so that neither the system's server nor any of its clusters is touched.
# An installed server without headers of its own minor version is left as it is:
# the newest server and its headers are unpacked into the folder instead.
#
# Environment: PG_CONFIG	server tree to build for and to install into
#              PG_MAJOR		version of the Debian packages (15)
#              TMPDIR		where the temporary folder goes (/tmp)

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
major=${PG_MAJOR:-15}
cluster_conf=/etc/postgresql-common/createcluster.conf
scratch=
server_user=
server_bin=

say()
{
	printf '\n== %s\n' "$*"
}

fail()
{
	printf '%s: %s\n' "$(basename "$0")" "$*" >&2
	exit 1
}

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# The server refuses to run as root.
as_server()
{
	if [ -n "$server_user" ]; then
		(cd "$scratch" && runuser -u "$server_user" -- "$@")
	else
		"$@"
	fi
}

stop_servers()
{
	local pid_file

	for pid_file in "$scratch"/*/postmaster.pid; do
		[ ! -f "$pid_file" ] ||
			as_server "$server_bin/pg_ctl" -D "$(dirname "$pid_file")" -m immediate stop >/dev/null || true
	done
}

clean_up()
{
	local status=$?

	trap - EXIT
	if [ -n "$scratch" ]; then
		stop_servers
		rm -rf "$scratch"
	fi
	exit $status
}

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---------------------------------------------------------------------------
# Packages
# ---------------------------------------------------------------------------
package_version()
{
	dpkg-query -W -f='${db:Status-Abbrev}${Version}' "$1" 2>/dev/null | sed -n 's/^ii *//p'
}

# Server and headers must be of the same minor version, or the library may not
# load.
has_matching_server()
{
	local server

	[ -z "${PG_CONFIG:-}" ] || return 0
	server=$(package_version "postgresql-$major")
	[ -n "$server" ] && [ "$server" = "$(package_version "postgresql-server-dev-$major")" ]
}

# Is there a server that apt has no headers for?  To upgrade it would restart
# the clusters that it runs.
has_older_server()
{
	local server

	server=$(package_version "postgresql-$major")
	[ -n "$server" ] &&
		! apt-cache policy "postgresql-server-dev-$major" | grep -q "Candidate: $server\$"
}

# missing_packages COMMAND-OR-FILE:PACKAGE...
missing_packages()
{
	local pair

	pkg-config --exists libpcre2-8 2>/dev/null || echo libpcre2-dev
	echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1 || echo gcc libc6-dev
	for pair in make:make pkg-config:pkg-config "$@"; do
		[ -e "${pair%%:*}" ] || command -v "${pair%%:*}" >/dev/null || echo "${pair##*:}"
	done
}

apt_install()
{
	as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends "$@" >"$scratch/apt.log" 2>&1 ||
		{ cat "$scratch/apt.log" >&2; fail "could not install $*"; }
}

# Debian's server package makes and starts a cluster "main" when it is
# installed; that is not ours to do.
install_server_packages()
{
	apt_install postgresql-common
	as_root cp -p $cluster_conf $cluster_conf.newsext
	printf 'create_main_cluster = false\n' | as_root tee -a $cluster_conf >/dev/null
	(apt_install "$@") || { as_root mv $cluster_conf.newsext $cluster_conf; exit 1; }
	as_root mv $cluster_conf.newsext $cluster_conf
}

# The newest server with its headers, in the scratch folder alone.
unpack_server()
{
	local package

	say "unpacking postgresql-$major and its headers"
	mkdir "$scratch/packages"
	(cd "$scratch/packages" && apt-get download -q "postgresql-$major" \
		"postgresql-client-$major" "postgresql-server-dev-$major") >"$scratch/apt.log" 2>&1 ||
		{ cat "$scratch/apt.log" >&2; fail "could not download postgresql-$major"; }
	for package in "$scratch"/packages/*.deb; do
		dpkg-deb -x "$package" "$scratch"
	done
	rm -r "$scratch/packages"
}

provide_server()
{
	if has_matching_server; then
		return
	elif has_older_server; then
		unpack_server
	else
		say "installing postgresql-$major and its headers"
		install_server_packages "postgresql-$major" "postgresql-server-dev-$major"
	fi
}

# install_packages COMMAND-OR-FILE:PACKAGE...
install_packages()
{
	local packages

	packages=$(missing_packages "$@" | xargs)
	[ -n "$packages" ] || ! has_matching_server || return 0
	command -v apt-get >/dev/null ||
		fail "these packages are needed: postgresql-$major postgresql-server-dev-$major $packages"
	[ "$(id -u)" = 0 ] || command -v sudo >/dev/null || fail "packages are needed and there is no sudo"
	as_root apt-get update -q >"$scratch/apt.log" 2>&1 ||
		{ cat "$scratch/apt.log" >&2; fail "could not read the package lists"; }
	provide_server
	[ -n "$packages" ] || return 0
	say "installing $packages"
	apt_install $packages
}

# ---------------------------------------------------------------------------
# Server
# ---------------------------------------------------------------------------

# A server tree in the scratch folder: PostgreSQL finds its files by the place
# of its programs, so these are copied and the rest is linked.  Of what was
# unpacked there, nothing is replaced: only extensions are added.
link_server()
{
	local tree=$scratch/usr

	mkdir -p "$tree/lib/postgresql/$major/lib" "$tree/share/postgresql/$major" "$tree/include"
	[ -e "$tree/lib/postgresql/$major/bin" ] ||
		cp -a "/usr/lib/postgresql/$major/bin" "$tree/lib/postgresql/$major/bin"
	cp -rsn "/usr/lib/postgresql/$major/lib/." "$tree/lib/postgresql/$major/lib"
	cp -rsn "/usr/share/postgresql/$major/." "$tree/share/postgresql/$major"
	[ -e "$tree/include/postgresql" ] ||
		ln -s /usr/include/postgresql "$tree/include/postgresql"
	rm -f "$tree/lib/postgresql/$major/lib/newsext.so" \
		"$tree/share/postgresql/$major/extension"/newsext*
	PG_CONFIG=$tree/lib/postgresql/$major/bin/pg_config
}

# prepare COMMAND-OR-FILE:PACKAGE...: packages, scratch folder, server tree.
prepare()
{
	[ -n "$scratch" ] || scratch=$(mktemp -d "${TMPDIR:-/tmp}/newsext.XXXXXX")
	chmod 755 "$scratch"
	install_packages "$@"
	[ -n "${PG_CONFIG:-}" ] || link_server
	[ -x "$PG_CONFIG" ] || fail "there is no program $PG_CONFIG"
	export PG_CONFIG
	server_bin=$("$PG_CONFIG" --bindir)
	export PATH=$server_bin:$PATH
}

build()
{
	say "building for $("$PG_CONFIG" --version)"
	make -s -C "$top" -j"$(nproc)" "$@"
	make -s -C "$top" install "$@" >/dev/null
}

# start_server: the server that PGHOST and so on name from then on.
start_server()
{
	local name

	for name in "${!PG@}"; do
		[ "$name" = PG_CONFIG ] || unset "$name"
	done
	if [ "$(id -u)" = 0 ]; then
		server_user=$(id -un postgres 2>/dev/null || echo nobody)
	fi
	add_server data socket
	export PGHOST=$scratch/socket PGUSER=postgres PGDATABASE=postgres
}

# add_server DATA SOCKET: one more server, in folders of these names.
add_server()
{
	make_cluster "$1"
	run_cluster "$1" "$2"
}

# Checksums, which 18 has of itself: pg_upgrade wants both clusters alike.
make_cluster()
{
	local data=$scratch/$1

	mkdir "$data"
	[ -z "$server_user" ] || chown "$server_user" "$data"
	as_server "$server_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 \
		--locale=C.UTF-8 --data-checksums --no-sync >"$scratch/initdb.log" 2>&1 ||
		{ cat "$scratch/initdb.log" >&2; fail "could not make a database cluster"; }
}

# run_cluster DATA SOCKET
run_cluster()
{
	local data=$scratch/$1 socket=$scratch/$2

	mkdir "$socket"
	[ -z "$server_user" ] || chown "$server_user" "$socket"
	as_server "$server_bin/pg_ctl" -D "$data" -w -l "$data/log" \
		-o "-k '$socket' -c listen_addresses='' -c fsync=off" start >/dev/null ||
		{ cat "$data/log" >&2; fail "could not start the server"; }
}

# ---------------------------------------------------------------------------
# Databases
# ---------------------------------------------------------------------------
run_psql()
{
	psql -X -q -v ON_ERROR_STOP=1 "$@"
}

# make_database NAME ENCODING [LC_CTYPE]
make_database()
{
	run_psql -c "CREATE DATABASE $1 TEMPLATE template0 ENCODING '$2'
		LC_COLLATE 'C' LC_CTYPE '${3:-C}'"
	run_psql -d "$1" -c 'CREATE EXTENSION newsext'
}

# load_texts DATABASE ENCODING: our articles as rows, those that the encoding
# can hold.
load_texts()
{
	local file client=UTF8

	[ "$2" != SQL_ASCII ] || client=SQL_ASCII
	for file in "$top"/test/articles/*.txt; do
		[ "$2" != WIN1252 ] || iconv -f UTF-8 -t CP1252 "$file" >/dev/null 2>&1 || continue
		printf '%s\t' "$(basename "$file" .txt)"
		sed -e 's/\\/\\\\/g' -e 's/\t/\\t/g' -e 's/\r/\\r/g' -e 's/$/\\n/' "$file" | tr -d '\n'
		printf '\n'
	done | PGCLIENTENCODING=$client run_psql -d "$1" \
		-c 'CREATE TABLE texts (id text PRIMARY KEY, body text)' -c 'COPY texts FROM STDIN'
}
