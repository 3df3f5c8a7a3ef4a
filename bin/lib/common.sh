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

# begin_data DIRECTORY SIGN_IN COMMAND… : fills an empty data directory, once, and keeps what the command printed (passwords and
# links that are shown only then) in SIGN_IN, for its owner's eyes only. The name changes when all is there: a beginning that
# was cut short or refused is recognised, and begun again.
begin_data() {
  local data=$1 sign_in=$2 beginning=$1/demo-loading.txt
  shift 2
  [[ -d $data ]] || (umask 077 && mkdir -p "$data")
  if [[ -f $beginning ]]; then
    note "Last time the data was not made to its end; beginning again."
    find "$data" -mindepth 1 -delete
  fi
  [[ -z $(ls -A "$data") ]] || return 0
  say "Making the data in $data"
  (umask 077 && "$@" >"$beginning") || fail "The data could not be made; the reason stands above."
  mv "$beginning" "$sign_in"
}

. bin/lib/packages.sh
. bin/lib/node.sh
. bin/lib/build.sh
. bin/lib/postgres.sh
