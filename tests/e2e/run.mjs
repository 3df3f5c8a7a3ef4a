// node tests/e2e/run.mjs [--database sqlite|postgres] [--width N] [--screenshots DIR] [--pages DIR] [name…]
//
// Tells every story whose name contains one of the names in a real Chromium, each on a fresh copy of its company. On
// PostgreSQL only the stories at the core are told: pages don't know which database they come from.
// A story that fails leaves pictures of its pages in build/test-logs/e2e. --screenshots also keeps those of every page that
// is looked at; --pages takes the pages from a folder (web/dist) rather than from the binary.
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { postgres } from '../scenarios/lib/postgres.mjs';
import { inParallel, Report } from '../scenarios/lib/report.mjs';
import { launch } from './lib/chromium.mjs';
import { templates } from './lib/company.mjs';
import { servePages } from './lib/pages.mjs';
import { Stage } from './lib/stage.mjs';

const here = new URL('.', import.meta.url);
const failures = new URL('../../build/test-logs/e2e', here).pathname;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'sqlite' }, width: { type: 'string', default: '2' }, screenshots: { type: 'string' }, pages: { type: 'string' } },
});
const engine = options.database;
if (!['sqlite', 'postgres'].includes(engine)) throw new Error('--database is sqlite or postgres');

/** A story file gives `tell`, and may say where it starts, that it is `core`, and the `ways` it is told in. */
async function load(file) {
  const { default: tell, start = 'furnished', core = false, ways = [undefined] } = await import(new URL(`stories/${file}`, here));
  const title = file.replace('.mjs', '').replaceAll('_', ' ');
  return ways.map((way) => ({ name: way ? `${title}, ${Object.values(way).join(' ')}` : title, start, core, tell: (stage) => tell(stage, way) }));
}

async function stories() {
  const files = readdirSync(new URL('stories', here)).filter((file) => file.endsWith('.mjs'));
  const all = (await Promise.all(files.sort().map(load))).flat();
  return all.filter(({ name, core }) => (core || engine === 'sqlite') && (names.length === 0 || names.some((wanted) => name.includes(wanted.replaceAll('_', ' ')))));
}

async function onStage(browser, installation, story) {
  const pages = options.pages && (await servePages(resolve(options.pages), installation.port));
  const stage = new Stage(browser, installation, pages ? pages.port : installation.port, options.screenshots && resolve(options.screenshots));
  try {
    await story.tell(stage);
    const complaints = stage.complaints();
    if (complaints.length > 0) throw new Error(`the pages complained:\n${complaints.join('\n')}`);
  } catch (error) {
    await stage.takePictures(failures, story.name.replaceAll(' ', '_'));
    throw error;
  } finally {
    await stage.leave();
    pages?.close();
  }
}

/** What failed, and where in the story. */
function told(error) {
  const where = /stories\/\S+?:\d+/.exec(error.stack)?.[0] ?? error.stack.split('\n').slice(-3).join('\n');
  return `${error.message.replace(/\u001b\[\d+m/g, '').trimEnd()}\nin ${where}`;
}

let serial = 0;
/** Tells a story on a fresh copy of its company; what failed, or nothing. */
async function play(browser, story, starts) {
  let installation;
  try {
    installation = await starts[story.start].copy(`story${(serial += 1)}`);
    await installation.start();
    await onStage(browser, installation, story);
    return undefined;
  } catch (error) {
    return told(error);
  } finally {
    await installation?.remove();
  }
}

/** Two browsers beside two servers on a small machine miss a click now and then: what failed so is told once more, alone, and that counts. */
async function tellAll(browser, chosen, starts, report) {
  const again = [];
  await inParallel(Number(options.width), chosen, async (story) => {
    const began = Date.now();
    const failure = await play(browser, story, starts);
    if (failure) again.push({ story, failure });
    else report.tell('passed', `${story.name}  ${engine}`, `${Date.now() - began} ms`);
  });
  for (const { story, failure } of again) {
    const alone = await play(browser, story, starts);
    if (alone) report.tell('failed', `${story.name}  ${engine}`, `${alone}\nand before, beside another story: ${failure}`);
    else report.tell('passed', `${story.name}  ${engine}`, `only when told alone; beside another: ${failure}`);
  }
}

const report = new Report();
const chosen = await stories();
if (engine === 'postgres' && !postgres) {
  for (const { name } of chosen) report.tell('skipped', `${name}  ${engine}`, 'ZHIXING_TEST_POSTGRES names no server');
} else {
  rmSync(failures, { recursive: true, force: true });
  const [browser, starts] = await Promise.all([launch(), templates(engine)]);
  await tellAll(browser, chosen, starts, report);
  await browser.close();
  for (const start of Object.values(starts)) await start.remove();
}
process.exit(report.end());
