# shellcheck shell=bash disable=SC2034,SC2154
# A PostgreSQL of our own for the tests: fresh data, a free port on the loopback, durable as in production, gone afterwards.

postgres_home=''
postgres_programs=/usr/lib/postgresql/15/bin

# Debian starts a server of its own when the package arrives; we want the programs only.
need_postgres() {
  local keep_quiet=/etc/postgresql-common/createcluster.d/zhixing-no-cluster.conf
  if [[ -z $(missing_packages "$@") ]]; then return; fi
  if [[ -n $(missing_packages postgresql-common) ]]; then
    as_root mkdir -p "${keep_quiet%/*}"
    as_root tee "$keep_quiet" <<<'create_main_cluster = false' >/dev/null
  fi
  need_packages "$@"
  as_root rm -f "$keep_quiet"
}

# Exports ZHIXING_TEST_POSTGRES. The caller's exit trap must call stop_postgres.
start_postgres() {
  local password attempt port
  postgres_home=$(mktemp -d /tmp/zhixing-postgres.XXXXXX)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && printf '%s\n' "$password" >"$postgres_home/password")
  if ((EUID == 0)); then chown -R postgres: "$postgres_home"; fi
  as_postgres "$postgres_programs/initdb" --pgdata="$postgres_home/data" --username=postgres --pwfile="$postgres_home/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null || fail "PostgreSQL's initdb failed."

  for attempt in 1 2 3; do
    port=$(free_port)
    if as_postgres "$postgres_programs/pg_ctl" start --silent --wait --pgdata="$postgres_home/data" --log="$postgres_home/server.log" \
      --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_home -c max_connections=200"; then
      export ZHIXING_TEST_POSTGRES="postgres://postgres:$password@127.0.0.1:$port/postgres"
      note "PostgreSQL 15 for the tests listens on 127.0.0.1:$port"
      return
    fi
    note "PostgreSQL did not start on port $port (attempt $attempt)"
  done
  cat "$postgres_home/server.log" >&2 || true
  fail "PostgreSQL did not start."
}

# Ends only the server started above: pg_ctl takes its process id from the data folder.
stop_postgres() {
  [[ -n $postgres_home ]] || return 0
  as_postgres "$postgres_programs/pg_ctl" stop --silent --mode=fast --wait --pgdata="$postgres_home/data" >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
  postgres_home=''
}

# PostgreSQL refuses to run as root; its package brought the user.
as_postgres() {
  if ((EUID == 0)); then
    (cd "$postgres_home" && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); });'
}
