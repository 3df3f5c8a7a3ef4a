// What the databases plan to do for the pages people open most: no table that grows may be read from end to end.

import { listStatement, numberStatement, queueStatement, wordsStatement } from './statements.mjs';
import { output } from './shell.mjs';

const growing = ['commitment', 'work_item', 'follow_up', 'search_entry', 'timeline_entry'];

function pages(engine, known, sample) {
  return {
    'list of 50': listStatement(engine, known),
    'list of 50, one kind': listStatement(engine, known, { kind: true }),
    'list of 50, one owner': listStatement(engine, known, { owner: true }),
    'list of 50, overdue': listStatement(engine, known, { overdue: true }),
    'list of 50, my own only': listStatement(engine, known, { ways: ['owned', 'handled', 'participating'] }),
    'what I do next': queueStatement(engine, known),
    'where it stands, by number': numberStatement(engine, known, sample.number),
    'where it stands, by two characters': wordsStatement(engine, known, sample.word),
  };
}

/// SQLite names tables by their alias in the statement.
function scansOfSqlite(database, sql) {
  const plan = output('sqlite3', ['-readonly', database, `EXPLAIN QUERY PLAN ${sql}`]);
  const aliases = new Map([...sql.matchAll(/\b(?:FROM|JOIN) ([a-z_]+) ([a-z]\d?)\b/g)].map(([, table, alias]) => [alias, table]));
  return plan.split('\n').filter(line => {
    const alias = /\bSCAN ([a-z_\d]+)/.exec(line)?.[1];
    return alias && growing.includes(aliases.get(alias) ?? alias);
  });
}

/// With these values, and as a plan for any values, which PostgreSQL may choose from the sixth run on.
function scansOfPostgres(pgbench, sql) {
  const plans = ['force_custom_plan', 'force_generic_plan'].map(mode =>
    pgbench.psql(`SET plan_cache_mode = ${mode}; PREPARE page AS ${sql}; EXPLAIN EXECUTE page;`));
  const scan = new RegExp(`Seq Scan on (${growing.join('|')})\\b`);
  return plans.flatMap(plan => plan.split('\n').filter(line => scan.test(line)));
}

/// One line per page that reads a growing table from end to end.
export function warnings(engine, known, sample, runner) {
  return Object.entries(pages(engine, known, sample)).flatMap(([page, sql]) => {
    const scans = engine === 'sqlite' ? scansOfSqlite(runner.database, sql) : scansOfPostgres(runner, sql);
    return scans.map(line => `${page}: ${line.trim()}`);
  });
}
