# Shared by bin/test-all and bin/test-upgrade: bare systems of Debian, each in a
# folder.  Needs root, debootstrap, and some GB.
#
# The servers in question, SYSTEM=MAJOR, are the arguments of the command.  A
# system is named by its suite, or by SUITE/ARCHITECTURE when that is not this
# machine's; its kernel must run such programs, itself or by qemu-user.
#
# Environment: TREES	where the folders are made, and kept for the next time
#						(/var/tmp/newsext-trees)
#              MIRROR	Debian mirror (that of debootstrap)

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
trees=${TREES:-/var/tmp/newsext-trees}
servers=("$@")
[ $# -gt 0 ] || servers=(bookworm=15 trixie=17 sid=18)

[ "$(id -u)" = 0 ] || { echo "$(basename "$0"): must be run as root" >&2; exit 1; }
command -v debootstrap >/dev/null || apt-get install -y -q debootstrap >/dev/null

# tree_of SYSTEM: its folder.
tree_of()
{
	echo "$trees/${1/\//-}"
}

# make_tree SYSTEM: a bare system, once.
make_tree()
{
	local tree suite=${1%/*} architecture=${1#*/}

	tree=$(tree_of "$1")
	[ ! -e "$tree/made" ] || return 0
	[ "$architecture" != "$suite" ] || architecture=$(dpkg --print-architecture)
	mkdir -p "$tree"
	debootstrap --variant=minbase --arch="$architecture" "$suite" "$tree" ${MIRROR:+"$MIRROR"} >"$tree.log" 2>&1 ||
		{ tail -20 "$tree.log" >&2; exit 1; }
	# a mirror of a suite in the making may be older than the suite allows
	echo 'Acquire::Check-Valid-Until "false";' >"$tree/etc/apt/apt.conf.d/mirror"
	touch "$tree/made"
}

# in_tree SYSTEM COMMAND...: run it there, with a copy of the checkout in /newsext.
in_tree()
{
	local tree status=0

	tree=$(tree_of "$1")
	shift
	rm -rf "$tree/newsext"
	mkdir "$tree/newsext"
	git -C "$top" ls-files -z | tar -C "$top" --null -T - -c | tar -C "$tree/newsext" -x
	cp /etc/resolv.conf "$tree/etc/resolv.conf"
	mount --bind /proc "$tree/proc" && mount --bind /dev "$tree/dev" &&
		chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@" || status=$?
	umount "$tree/proc" "$tree/dev" || true
	return $status
}
