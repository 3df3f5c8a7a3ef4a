// Databases on the PostgreSQL that ZHIXING_TEST_POSTGRES names (postgres://user:password@127.0.0.1:port/postgres).
import { execute } from './programs.mjs';

export const postgres = process.env.ZHIXING_TEST_POSTGRES ?? '';

export function databaseUrl(name) {
  const url = new URL(postgres);
  url.pathname = `/${name}`;
  return url.href;
}

const options = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1'];

export const psql = (database, statement) => execute('psql', [...options, '--command', statement, databaseUrl(database)]);

export async function sql(statement, database = 'postgres') {
  const { exit, out, err } = await psql(database, statement);
  if (exit !== 0) throw new Error(`psql: ${err}`);
  return out.trim();
}

// One after the other: a template must have nobody connected, and two copies at once only wait for the same disk.
let turn = Promise.resolve();
function inTurn(work) {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}

export const copyDatabase = (from, to) => inTurn(() => sql(`CREATE DATABASE ${to} TEMPLATE ${from}`));
export const dropDatabase = (name) => inTurn(() => sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
