# shellcheck shell=bash disable=SC2034,SC2154
# Debian packages, by what needs them. docs/dependencies.md says why each is here.

packages_to_build=(
  g++ cmake ninja-build ccache mold pkg-config
  libboost1.81-dev libboost-json1.81-dev
  libssl-dev zlib1g-dev libbrotli-dev
  libsqlite3-dev libpq-dev
  libsodium-dev
  libicu-dev libhowardhinnant-date-dev libfmt-dev
  libspdlog-dev libtomlplusplus-dev prometheus-cpp-dev
  libexpat1-dev libminizip-dev libxlsxwriter-dev libpango1.0-dev
  libqrencode-dev libcurl4-openssl-dev libcli11-dev libgtest-dev
  ca-certificates
)
packages_to_run=(tzdata fonts-noto-cjk)
packages_to_test_databases=(postgresql-15 sqlite3)
packages_to_test_documents=(poppler-utils fonts-noto-cjk python3 python3-icalendar python3-aiosmtpd zbar-tools)
packages_to_test_browsers=(chromium fonts-noto-cjk)
packages_to_fuzz=(clang libclang-rt-14-dev)
packages_to_check=(clang-format clang-tidy shellcheck git)

# need_packages NAME… : installs what is missing. Touches neither network nor root when nothing is.
need_packages() {
  local missing log=build/packages.log
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  say "Installing from Debian's packages: ${missing[*]}"
  command -v apt-get >/dev/null || fail "This is not a Debian machine. Install what these Debian packages hold: ${missing[*]}"
  update_package_lists
  mkdir -p build
  # --no-remove: another Boost on this machine makes apt refuse instead of quietly removing it.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install -y --no-remove --no-install-recommends "${missing[@]}" >"$log" 2>&1 || {
    cat "$log" >&2
    fail "apt-get could not install: ${missing[*]} (its reason stands above and in $log)."
  }
}

missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
  done
}

package_lists_are_fresh=''
update_package_lists() {
  [[ -z $package_lists_are_fresh ]] || return 0
  as_root apt-get -qq -o DPkg::Lock::Timeout=300 update || fail "apt-get update failed: is the network there, and /etc/apt/sources.list right?"
  package_lists_are_fresh=yes
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "Packages are missing and only root may install them. As root: apt-get install --no-install-recommends ${missing[*]:-}"
  fi
}
