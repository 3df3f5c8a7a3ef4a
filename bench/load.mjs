// The load: wrk over HTTP, and beside it the same SQL without the product.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dialectOf } from './statements.mjs';
import { output } from './shell.mjs';

/// Returns {perSecond, p50, p99 (ms), refused, broken}.
export function wrk({ url, script, words, seconds, connections }) {
  const printed = output('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', `bench/${script}`, url, '--', ...words]);
  const found = JSON.parse(/^RESULT (.*)$/m.exec(printed)[1]);
  return { perSecond: (found.answers - found.refused) / found.seconds, p50: found.p50_ms, p99: found.p99_ms, refused: found.refused, broken: found.broken };
}

/// A plain loop of single synchronous=FULL transactions on a copy of the database.
export class SqliteLoop {
  constructor(folder, database, ids) {
    this.folder = folder;
    this.database = database;
    this.ids = ids;
  }

  run(name, statements, seconds) {
    const script = join(this.folder, `${name}.sql`);
    writeFileSync(script, statements.join('\n') + '\n');
    const found = JSON.parse(output('build/bench/bench_sqlite_loop', [this.database, script, String(seconds), this.ids]));
    if (found.rows === 0) throw new Error(`the reference ${name} found no row`);
    return { perSecond: found.rounds / found.seconds, p50: found.p50_us / 1000, p99: found.p99_us / 1000 };
  }
}

const random = number => `\\set random_${number} random(0, 4503599627370495)`;
const returnsRow = sql => /^SELECT .*FOR UPDATE|RETURNING/.test(sql);

/// pgbench with prepared statements, one statement after the other as its users write them, or pipelined as we send them.
export class Pgbench {
  constructor(folder, database, ids) {
    this.folder = folder;
    this.database = database;
    this.items = ids.length;
    this.psql('CREATE TABLE IF NOT EXISTS bench_item (k bigint PRIMARY KEY, id uuid NOT NULL); TRUNCATE bench_item;');
    const { id } = dialectOf('postgres');
    for (let first = 0; first < ids.length; first += 5000) {
      this.psql(`INSERT INTO bench_item (k, id) VALUES ${ids.slice(first, first + 5000).map((hex, i) => `(${first + i + 1}, ${id(hex)})`).join(', ')};`);
    }
  }

  psql(sql) {
    return output('psql', ['-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', this.database], { input: sql });
  }

  run(name, statements, seconds, { connections = 16, pipelined = false } = {}) {
    const script = join(this.folder, `${name}${pipelined ? '-pipelined' : ''}.pgbench`);
    writeFileSync(script, this.script(statements, pipelined));
    const printed = output('/usr/lib/postgresql/15/bin/pgbench',
      ['-n', '-M', 'prepared', `-c${connections}`, '-j2', '-T', String(seconds), '-D', `clock=${Date.now()}`, '-D', `items=${this.items}`, '-f', script, this.database]);
    if (!/number of failed transactions: 0 /.test(printed)) throw new Error(`pgbench failed:\n${printed}`);
    return { perSecond: Number(/^tps = ([\d.]+)/m.exec(printed)[1]), mean: Number(/^latency average = ([\d.]+)/m.exec(printed)[1]) };
  }

  script(statements, pipelined) {
    const lines = ['\\set clock :clock + 1', '\\set k random(1, :items)', random(1), random(2), random(3)];
    let open = false;
    for (const sql of statements) {
      const answered = returnsRow(sql);
      if (pipelined && open === answered) lines.push((open = !open) ? '\\startpipeline' : '\\endpipeline');
      lines.push(answered ? `${sql} \\gset` : `${sql};`);
    }
    if (open) lines.push('\\endpipeline');
    return lines.join('\n') + '\n';
  }
}
