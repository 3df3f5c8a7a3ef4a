# shellcheck shell=bash
# What every command in bin/ starts with: strict mode, the repository's root as the working directory, plain messages,
# and the ways to install, build and start what it needs.
set -euo pipefail

called_from=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
  bold='' red='' green='' plain=''
fi

say() { printf '%s%s%s\n' "$bold" "$*" "$plain"; }
note() { printf '%s\n' "$*"; }
good() { printf '%s%s%s\n' "$green" "$*" "$plain"; }
bad() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; }
fail() {
  bad "$*"
  exit 1
}

# A path as the caller meant it, who may stand anywhere.
callers_path() { (cd "$called_from" && realpath -m -- "$1"); }

# The comment below the first line of a command is its help.
show_help() { sed -n '2,/^$/ s/^# \{0,1\}//p' "$0"; }

. bin/lib/packages.sh
. bin/lib/node.sh
. bin/lib/build.sh
. bin/lib/postgres.sh
