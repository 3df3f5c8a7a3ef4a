# shellcheck shell=bash disable=SC2034,SC2154
# Node.js for the web build: the machine's own when Vite accepts it, otherwise one of ours below build/, out of everyone's way.

our_node=$root/build/node/node_modules/.bin
our_node_version=22.23.3
our_npm_version=11.21.2

need_node() {
  if machine_node_will_do; then return; fi
  if [[ ! -x $our_node/node || ! -x $our_node/npm ]]; then install_our_node; fi
  export PATH=$our_node:$PATH
  machine_node_will_do || fail "The Node.js below build/node does not run here. Remove that folder and try again."
}

# Vite 8 wants ^20.19 or >=22.12; npm 10 and older trip over lock files without download addresses and optional parts.
machine_node_will_do() {
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1);' || return 1
  local npm_version
  npm_version=$(npm --version)
  ((${npm_version%%.*} >= 11))
}

install_our_node() {
  local architecture
  case $(uname -m) in
    x86_64) architecture=x64 ;;
    aarch64) architecture=arm64 ;;
    *) fail "Zhixing's web pages need Node.js 22.12 or newer and npm 11; install them and try again." ;;
  esac
  command -v npm >/dev/null || need_packages nodejs npm
  say "Installing Node.js $our_node_version below build/node (this machine's is missing or too old for Vite)"
  rm -rf build/node
  mkdir -p build/node
  npm install --prefix build/node --no-audit --no-fund --loglevel=error \
    "node-linux-$architecture@$our_node_version" "npm@$our_npm_version"
}
