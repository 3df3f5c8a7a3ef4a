// kill -9 in the middle of eight writers.
import { sql } from '../scenarios/lib/postgres.mjs';
import { Book, lost, makeItems, sendAgain, shown, writeUntil } from './writers.mjs';

const writer = '张三';
const writers = 8;
const least = 150; // milliseconds of writing before the kill
const most = 650;
const readyAgain = 2000; // milliseconds: the product's promise, for the middle one of the restarts

const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));

/** Milliseconds from the start of the process to its saying that it can serve. */
async function restart(installation) {
  const began = performance.now();
  await installation.start();
  for (;;) {
    if ((await installation.request('GET', '/readyz')).status === 200) return performance.now() - began;
    if (performance.now() - began > 60_000) throw new Error(`not ready a minute after the restart${installation.log()}`);
    await pause(20);
  }
}

async function crash(installation, items, book) {
  let dead = false;
  const writing = writeUntil(installation, writer, items, book, () => dead);
  await pause(least + Math.random() * (most - least));
  await installation.kill();
  dead = true;
  await writing;
}

async function checkThroughTheApi(installation, items, book, round) {
  if (book.refused.length > 0) throw new Error(`round ${round}: refused: ${book.refused.slice(0, 5).join(', ')}`);
  const { found, twice } = await shown(installation, writer, items);
  const missing = lost(book.acknowledged, found);
  if (missing.length > 0) throw new Error(`round ${round}: ${missing.length} acknowledged follow-ups are lost: ${missing.slice(0, 5).join(', ')}`);
  if (twice.length > 0) throw new Error(`round ${round}: recorded twice: ${twice.slice(0, 5).join(', ')}`);
  await installation.zhixing('audit', 'verify');
}

/** What is stored, read without the product. */
async function storedIds(installation) {
  if (installation.engine === 'postgres') return (await sql('SELECT id FROM follow_up', installation.database)).split('\n');
  const { out } = await installation.run('sqlite3', [installation.databaseFile, 'SELECT lower(hex(id)) FROM follow_up']);
  return out.trim().split('\n').map((hex) => hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'));
}

async function checkIntegrity(installation) {
  if (installation.engine === 'postgres') return;
  const { out } = await installation.run('sqlite3', [installation.databaseFile, 'PRAGMA integrity_check']);
  if (out.trim() !== 'ok') throw new Error(`the database file is damaged: ${out}`);
}

async function checkInTheDatabase(installation, book) {
  const exit = await installation.stop();
  if (exit !== 0) throw new Error(`the server ended with ${exit}`);
  const stored = await storedIds(installation);
  const there = new Set(stored);
  const missing = [...book.acknowledged.keys()].filter((id) => !there.has(id));
  if (missing.length > 0) throw new Error(`not in the database: ${missing.length}, ${missing.slice(0, 5).join(', ')}`);
  if (there.size !== stored.length) throw new Error('an id is stored twice');
  await checkIntegrity(installation);
}

export async function nothingAcknowledgedIsLost(installation, rounds) {
  const items = await makeItems(installation, writer, writers);
  const book = new Book();
  const restarts = [];
  let unanswered = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await crash(installation, items, book);
    restarts.push(await restart(installation));
    unanswered += book.unanswered.size;
    await checkThroughTheApi(installation, items, book, round);
    await sendAgain(installation, writer, book);
    await checkThroughTheApi(installation, items, book, round);
  }
  await checkInTheDatabase(installation, book);
  const slowest = Math.round(Math.max(...restarts));
  const usual = Math.round(restarts.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
  if (usual > readyAgain) throw new Error(`after a kill it was usually ready again in ${usual} ms only; ${readyAgain} ms are promised (slowest ${slowest} ms)`);
  return `${rounds} kills, ${book.acknowledged.size} acknowledged, 0 lost; ${unanswered} without an answer sent again, none twice; ready again in ${usual} ms, at most ${slowest} ms`;
}

/** A test that cannot fail proves nothing: one id that was never sent has to be reported, and one really removed. */
export async function theCheckerNoticesALoss(installation) {
  const items = await makeItems(installation, writer, 2);
  const book = new Book();
  const until = Date.now() + 200;
  await writeUntil(installation, writer, items, book, () => Date.now() > until);
  await checkThroughTheApi(installation, items, book, 1);
  const made_up = '00000000-0000-7000-8000-000000000000';
  book.acknowledged.set(made_up, items[0]);
  const reported = await checkThroughTheApi(installation, items, book, 1).then(() => '', (error) => error.message);
  if (!reported.includes(made_up)) throw new Error(`the made-up loss was not reported: ${reported || 'nothing was'}`);
  book.acknowledged.delete(made_up);
  const [removed] = book.acknowledged.keys();
  await installation.stop();
  await installation.run('sqlite3', [installation.databaseFile, `DELETE FROM follow_up WHERE id = x'${removed.replaceAll('-', '')}'`]);
  await installation.start();
  const found = await checkThroughTheApi(installation, items, book, 2).then(() => '', (error) => error.message);
  if (!found.includes(removed)) throw new Error(`the removed follow-up was not missed: ${found || 'nothing was'}`);
  return `both losses were reported among ${book.acknowledged.size}`;
}
