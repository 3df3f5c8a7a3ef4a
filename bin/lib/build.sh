# shellcheck shell=bash disable=SC2034,SC2154
# The build, in the order it must happen: web packages, web pages, then the binary that embeds them.

binary=build/zhixing
cmake_options=() # for build folders that are not the usual ones

# build_all [NINJA-TARGET…]: everything, or only these targets of the server.
build_all() {
  build_web
  build_server build Release "$@"
}

# build_server FOLDER TYPE [TARGET…]
build_server() {
  local folder=$1 type=$2
  shift 2
  if [[ ! -f $folder/build.ninja ]]; then
    say "Configuring $folder ($type)"
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE="$type" "${cmake_options[@]}" >"$(log_in "$folder" configure)" ||
      fail_with_log "CMake could not configure" "$folder/configure.log"
  fi
  say "Building the server in $folder"
  ninja -C "$folder" -j "$(nproc)" "$@"
}

build_web() {
  install_web_packages
  local state
  state=$(web_source_state)
  if [[ -f web/dist/index.html && $(cat build/web.built-from 2>/dev/null) == "$state" ]]; then return; fi
  say "Building the web pages"
  npm --prefix web run --silent build >"$(log_in build web)" 2>&1 || fail_with_log "The web pages do not build" build/web.log
  printf '%s\n' "$state" >build/web.built-from
}

# The stamp lies in node_modules, so removing that folder removes it too.
install_web_packages() {
  local stamp=web/node_modules/.installed-from state
  state=$(cat web/package.json web/package-lock.json | sha256sum)
  if [[ $(cat "$stamp" 2>/dev/null) == "$state" ]]; then return; fi
  say "Installing web packages"
  npm --prefix web ci --no-audit --no-fund --loglevel=error
  mkdir -p "${stamp%/*}"
  printf '%s\n' "$state" >"$stamp"
}

# Contents, not times: a fresh checkout of the same sources needs no new build.
web_source_state() {
  find web \( -path web/node_modules -o -path web/dist \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

log_in() {
  mkdir -p "$1"
  printf '%s/%s.log' "$1" "$2"
}

fail_with_log() {
  cat "$2" >&2
  fail "$1; the reason stands above and in $2."
}
