// node tests/scenarios/run.mjs [--database sqlite|postgres|both] [--width N] [--keep] [name…]
//
// Plays every story whose path contains one of the names, each on a fresh copy of the company, and prints one line per
// story and database. --keep leaves the data of failed stories behind and says where.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Installation } from './lib/installation.mjs';
import { postgres } from './lib/postgres.mjs';
import { inParallel, Report } from './lib/report.mjs';
import { readStory } from './lib/story.mjs';
import { Telling, Unkept } from './lib/telling.mjs';

const here = new URL('.', import.meta.url).pathname;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'both' }, width: { type: 'string', default: '2' }, keep: { type: 'boolean', default: false } },
});
const engines = options.database === 'both' ? ['sqlite', 'postgres'] : [options.database];
if (!engines.every((engine) => ['sqlite', 'postgres'].includes(engine))) throw new Error('--database is sqlite, postgres or both');

/** A .scenario is read; a .mjs says in code what a sentence cannot: `export default async (installation) => …`. */
async function load(path) {
  const name = relative(here, path).replace(/\.(scenario|mjs)$/, '');
  if (path.endsWith('.scenario')) {
    const story = readStory(path);
    return { name, ...story, tell: (installation) => new Telling(installation).tell(story.steps) };
  }
  const module = await import(path);
  return { name, only: module.only, empty: false, tell: module.default };
}

function storyFiles() {
  const modules = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'lib');
  const files = modules.flatMap(({ name }) => readdirSync(join(here, name)).map((file) => join(here, name, file)));
  return files.filter((file) => /\.(scenario|mjs)$/.test(file) && (names.length === 0 || names.some((name) => relative(here, file).includes(name)))).sort();
}

/** The two installations that stories start from: with an organization only, and with the whole company. */
async function templates(engine) {
  const empty = new Installation(engine, 'empty');
  await empty.init();
  const company = await empty.copy('company');
  await new Telling(company).tell(readStory(join(here, 'company.scenario')).steps);
  return { empty, company };
}

/** After every story the server ends well, no history is broken and no secret was logged; a story that stopped the server has its reasons. */
async function leave(installation) {
  const log = installation.log(Infinity);
  const told = [...installation.people].find(([, { token }]) => log.includes(token));
  if (told) throw new Unkept(`the token of ${told[0]} stands in the log`);
  if (!installation.server) return;
  const verified = await installation.run('zhixing', ['audit', 'verify']);
  if (verified.exit !== 0) throw new Unkept(`after the story the history is broken: ${verified.out}${verified.err}`);
  const exit = await installation.stop();
  if (exit !== 0) throw new Unkept(`at the end the server ended with ${exit}${installation.log()}`);
}

let serial = 0;
async function play(story, engine, starts, report) {
  const name = `${story.name}  ${engine}`;
  if (story.only && story.only !== engine) return report.tell('skipped', name, `only on ${story.only}`);
  if (engine === 'postgres' && !postgres) return report.tell('skipped', name, 'ZHIXING_TEST_POSTGRES names no server');
  const began = Date.now();
  let installation;
  let failed = true;
  try {
    installation = await (story.empty ? starts.empty : starts.company).copy(`story${(serial += 1)}`);
    await installation.start();
    await story.tell(installation);
    await leave(installation);
    failed = false;
    report.tell('passed', name, `${Date.now() - began} ms`);
  } catch (error) {
    report.tell('failed', name, `${error instanceof Unkept ? error.message : error.stack}${options.keep ? `\nleft in ${installation?.home}` : ''}`);
  }
  if (failed && options.keep) await installation?.abandon();
  else await installation?.remove();
}

const report = new Report();
const stories = await Promise.all(storyFiles().map(load));
for (const engine of engines) {
  const usable = engine === 'sqlite' || postgres !== '';
  const starts = usable ? await templates(engine) : {};
  await inParallel(Number(options.width), stories, (story) => play(story, engine, starts, report));
  for (const start of Object.values(starts)) await start.remove();
}
process.exit(report.end());
