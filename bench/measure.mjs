// bench/run's measurements: for each engine loads the company, then lets the product and its reference take turns.

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Pgbench, SqliteLoop, wrk } from './load.mjs';
import { warnings } from './plans.mjs';
import { Product } from './product.mjs';
import { measureReminders } from './reminders.mjs';
import { Report } from './report.mjs';
import { checkReference } from './same_statements.mjs';
import { listStatement, numberStatement, recordingStatements, wordsStatement } from './statements.mjs';
import { median, output, sleep } from './shell.mjs';
import { measureTargets } from './targets.mjs';

const { values: options } = parseArgs({ options: {
  quick: { type: 'boolean', default: false }, items: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string' },
  engine: { type: 'string' }, only: { type: 'string' }, out: { type: 'string' },
} });
const size = {
  items: Number(options.items ?? (options.quick ? 5_000 : 100_000)),
  seconds: Number(options.seconds ?? (options.quick ? 1 : 10)),
  rounds: Number(options.rounds ?? (options.quick ? 1 : 3)),
  starts: options.quick ? 1 : 5,
  connections: 16,
};
const engines = options.engine ? [options.engine] : ['sqlite', 'postgres'];
const word = '漏水';
const report = new Report(size);
const scratch = mkdtempSync(join(tmpdir(), 'zhixing-bench.'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

for (const engine of engines) {
  const wanted = part => !options.only || options.only === part;
  if (wanted('requests')) await measure(engine);
  if (wanted('reminders')) await remind(engine);
  if (wanted('targets')) await target(engine);
}
report.finish(options.out);

async function measure(engine) {
  const folder = join(scratch, engine);
  const database = engine === 'postgres' ? databaseNamed('zhixing_bench') : '';
  const product = new Product(folder, database);
  report.section(engine);
  report.value('start to first answer, new data directory', await medianStart(round => emptyStart(engine, round)), 's');
  const seconds = product.load(size.items);
  report.value('import through the product', size.items / seconds, 'rows/s', `${seconds.toFixed(1)} s`);
  if (engine === 'postgres') output('psql', ['-X', '-q', database], { input: 'VACUUM ANALYZE;' });   // what autovacuum does within minutes
  report.value('start to first answer, this company', await medianStart(() => loadedStart(product)), 's');
  await underLoad(engine, product, database, folder);
}

/// On data of its own: a hundred thousand reminders that come at once, among many that come later.
async function remind(engine) {
  const folder = join(scratch, `${engine}-reminders`);
  const product = new Product(folder, engine === 'postgres' ? databaseNamed('zhixing_reminders') : '');
  if (options.only) report.section(engine);
  await measureReminders(engine, product, report, options.quick ? { due: 5_000, future: 50_000 } : { due: 100_000, future: 5_000_000 });
}

/// On data of its own: one large target sheet below another.
async function target(engine) {
  const folder = join(scratch, `${engine}-targets`);
  const product = new Product(folder, engine === 'postgres' ? databaseNamed('zhixing_targets') : '');
  if (options.only) report.section(engine);
  await measureTargets(engine, product, report, options.quick ? { managers: 20, products: 2, customers: 5, edits: 50 } : { managers: 200, products: 5, customers: 20, edits: 1000 });
}

async function underLoad(engine, product, database, folder) {
  const tokens = { executive: product.token('bench1'), staff: product.token('bench2') };
  let server = await product.start();
  const known = await acquaint(server, tokens);
  const ids = await openItems(server, tokens.executive);
  const idsFile = join(folder, 'ids.txt');
  writeFileSync(idsFile, ids.join('\n') + '\n');
  await server.stop();
  const reference = engine === 'postgres' ? new Pgbench(folder, database, ids) : new SqliteLoop(folder, copyOf(join(folder, 'zhixing.db')), idsFile);
  // With little data PostgreSQL rightly reads whole tables.
  if (engine === 'sqlite' || size.items >= 50_000) report.warn(warnings(engine, known, { number: known.number, word }, reference));
  if (engine === 'postgres') report.warn(await checkReference(product, known, tokens.executive, ids[0]));

  server = await product.start();
  await sleep(2000);
  report.value('resident memory, idle', server.memory(), 'MiB');
  for (const scenario of scenarios(engine, known, tokens, idsFile)) await takeTurns(scenario, server, reference);
  report.value('resident memory, after the load', server.memory(), 'MiB');
  await server.stop();
}

/// What is measured; `statements` is the reference, when it has one.
function scenarios(engine, known, tokens, idsFile) {
  const next = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const list = '/api/v1/work-items?limit=50';
  const read = (name, path, statements, more = {}) => ({ name, script: 'read.lua', words: [tokens.executive, path], statements, share: 0.4, ...more });
  return [
    { name: 'record a follow-up', script: 'record.lua', words: [tokens.executive, idsFile, next], statements: recordingStatements(engine, known), share: 1, writes: true },
    read('list of 50', list, [listStatement(engine, known)], { share: 1 }),
    read('list of 50, 64 connections', list, null, { connections: 64 }),
    read('list of 50, one kind', `${list}&kinds=task`, [listStatement(engine, known, { kind: true })]),
    read('list of 50, one owner', `${list}&owner_id=${known.ownerId}`, [listStatement(engine, known, { owner: true })]),
    read('list of 50, overdue', `${list}&overdue=true`, [listStatement(engine, known, { overdue: true })]),
    read('list of 50, my own only', list, [listStatement(engine, known.staff, { ways: ['owned', 'handled', 'participating'] })], { words: [tokens.staff, list] }),
    read('where it stands, by number', `/api/v1/search?text=${known.number}`, [numberStatement(engine, known, known.number)]),
    read('where it stands, by two characters', `/api/v1/search?text=${encodeURIComponent(word)}`, [wordsStatement(engine, known, word)]),
  ];
}

async function takeTurns(scenario, server, reference) {
  const seconds = Math.max(1, Math.round(size.seconds * scenario.share));
  const connections = scenario.connections ?? size.connections;
  const name = scenario.name.replace(/\W+/g, '-');
  const load = time => wrk({ url: server.url, script: scenario.script, words: scenario.words, seconds: time, connections });
  load(Math.min(2, seconds));
  const ours = [], theirs = [], pipelined = [], waits = [];
  for (let round = 0; round < size.rounds; ++round) {
    ours.push(load(seconds));
    if (scenario.writes) waits.push(await untilReactionsAreDone(server));
    if (!scenario.statements) continue;
    theirs.push(reference.run(name, scenario.statements, seconds));
    if (scenario.writes && reference instanceof Pgbench) pipelined.push(reference.run(name, scenario.statements, seconds, { pipelined: true }));
  }
  report.load(scenario.name, ours, theirs, pipelined);
  if (waits.length) report.value('reactions to the follow-ups done after the load', median(waits), 's');
}

/// What the events set off comes after the answers; nothing else is measured meanwhile.
async function untilReactionsAreDone(server) {
  const start = performance.now();
  for (;; await sleep(100)) {
    const pending = /^zhixing_events_pending (\S+)$/m.exec((await server.get('/metrics')).body);
    if (!pending) throw new Error('/metrics does not tell zhixing_events_pending');
    if (Number(pending[1]) === 0) return (performance.now() - start) / 1000;
  }
}

/// Who and what the references' statements are about; ids as hex.
async function acquaint(server, tokens) {
  const hex = id => id.replaceAll('-', '');
  const me = await server.json('/api/v1/session', tokens.executive);
  const staff = await server.json('/api/v1/session', tokens.staff);
  const item = (await server.json('/api/v1/work-items?limit=1', tokens.executive)).items[0];
  const organization = hex(me.organization.id);
  return {
    organization,
    employee: hex(me.user.employee_id),
    name: me.user.name,
    number: item.number,
    ownerId: item.owner.id,
    owner: hex(item.owner.id),
    staff: { organization, employee: hex(staff.user.employee_id) },
  };
}

/// The open items' ids.
async function openItems(server, token) {
  const ids = [];
  for (let after = ''; ;) {
    const page = await server.json(`/api/v1/work-items?limit=200&sort=newest${after}`, token);
    ids.push(...page.items.map(item => item.id.replaceAll('-', '')));
    if (!page.next) return ids;
    after = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/// From the start of the program to the first 200 of /readyz, each time with nothing there yet.
async function emptyStart(engine, round) {
  const name = `empty_${engine}_${round}`;
  const server = await new Product(join(scratch, name), engine === 'postgres' ? databaseNamed(name) : '').start();
  await server.stop();
  return server.startSeconds;
}

async function loadedStart(product) {
  const server = await product.start();
  await server.stop();
  return server.startSeconds;
}

async function medianStart(start) {
  const took = [];
  for (let round = 0; round < size.starts; ++round) took.push(await start(round));
  return median(took);
}

/// A new database on the server that bench/run started.
function databaseNamed(name) {
  const address = process.env.ZHIXING_TEST_POSTGRES;
  output('psql', ['-X', '-q', address], { input: `CREATE DATABASE ${name};` });
  return address.replace(/\/postgres$/, `/${name}`);
}

/// The loop's own copy, so that the two programs do not wait for each other's locks.
function copyOf(database) {
  copyFileSync(database, `${database}.loop`);
  return `${database}.loop`;
}
