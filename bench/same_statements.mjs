// The reference must not drift from the product: PostgreSQL tells what one recorded follow-up really executes.

import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

import { recordingStatements } from './statements.mjs';
import { sleep } from './shell.mjs';

/// Warnings, when the statements differ from the reference's.
export async function checkReference(product, known, token, item) {
  const log = join(process.env.BENCH_POSTGRES_HOME, 'server.log');
  const server = await product.start('?options=-c%20log_statement%3Dall');
  await record(server, token, item);
  const before = readFileSync(log, 'utf8').length;
  await record(server, token, item);
  await sleep(300);
  await server.stop();
  const executed = transactionWith(readFileSync(log, 'utf8').slice(before), 'INSERT INTO follow_up ');
  const expected = recordingStatements('postgres', known).map(shape);
  if (executed.join('\n') === expected.join('\n')) return [];
  const at = expected.findIndex((sql, i) => sql !== executed[i]);
  return [`the reference no longer runs what the product runs (bench/statements.mjs). Product: ${executed[at]}. Reference: ${expected[at]}`];
}

function record(server, token, item) {
  const id = item.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const body = JSON.stringify({ method: 'phone', finding: '电话', next_follow_up_at: new Date(Date.now() + 30 * 86_400_000) });
  return new Promise((done, fail) => {
    const request = http.request(`${server.url}/api/v1/work-items/${id}/follow-ups`, { method: 'POST', agent: false,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, answer => {
      answer.resume().on('end', () => (answer.statusCode < 300 ? done() : fail(new Error(`recording a follow-up answered ${answer.statusCode}`))));
    });
    request.on('error', fail).end(body);
  });
}

/// A statement's first words tell it apart: up to its first parameter or value.
function shape(sql) {
  return sql.replace(/\s+/g, ' ').trim().replace(/^(INSERT INTO \w+|UPDATE \w+|SELECT .*? WHERE|\w+).*$/, '$1');
}

function transactionWith(log, words) {
  const statements = [...log.matchAll(/\[(\d+)\] LOG:  execute \S+: ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d |$)/g)].map(([, process, sql]) => ({ process, sql }));
  const at = statements.findIndex(({ sql }) => sql.startsWith(words));
  if (at < 0) return [];
  const own = statements.filter(({ process }) => process === statements[at].process);
  const middle = own.indexOf(statements[at]);
  const begin = own.slice(0, middle).map(({ sql }) => sql.startsWith('BEGIN')).lastIndexOf(true);
  const end = own.findIndex(({ sql }, i) => i > middle && sql === 'COMMIT');
  return own.slice(begin, end + 1).map(({ sql }) => shape(sql));
}
