// The server on a small file system that only it sees (a mount namespace), filled to the brim.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../scenarios/lib/programs.mjs';
import { lost, makeItems, shown } from './writers.mjs';

const namespace = ['unshare', '--user', '--map-root-user', '--mount'];
const filler = 3 << 20;
const patience = 30_000;

export async function canMount() {
  const tried = await execute(namespace[0], [...namespace.slice(1), 'sh', '-c', 'mount -t tmpfs none /tmp']).catch(({ message }) => ({ exit: 1, err: message }));
  return tried.exit === 0 ? '' : `a process may not mount anything here: ${tried.err.trim().split('\n')[0]}`;
}

async function restartOnSmallDisk(installation) {
  await installation.stop();
  const seed = join(installation.home, 'seed');
  cpSync(installation.data, seed, { recursive: true });
  writeFileSync(join(seed, 'filler'), Buffer.alloc(filler));
  const script = `mount -t tmpfs -o size=8m none "${installation.data}" && cp -a "${seed}/." "${installation.data}/" && exec "$0" "$@"`;
  installation.launcher = [...namespace, 'sh', '-c', script];
  await installation.start();
}

const finding = '水'.repeat(4000);

function record(installation, item) {
  const next_follow_up_at = new Date(Date.now() + 86_400_000).toISOString();
  return installation.request('POST', `/api/v1/work-items/${item}/follow-ups`, { as: '张三', body: JSON.stringify({ method: 'phone', finding, next_follow_up_at }) });
}

/** Records until it is refused; answers the refusal. */
async function fill(installation, item, acknowledged) {
  for (let n = 0; n < 2000; n += 1) {
    const answer = await record(installation, item);
    if (answer.status !== 201) return answer;
    acknowledged.set(JSON.parse(answer.text).id, item);
  }
  throw new Error('the disk never filled up');
}

async function check(installation, item, acknowledged, when) {
  const missing = lost(acknowledged, (await shown(installation, '张三', [item])).found);
  if (missing.length > 0) throw new Error(`${when}: ${missing.length} of ${acknowledged.size} acknowledged follow-ups are lost`);
  const { text } = await installation.request('GET', '/api/v1/audit/verification', { as: '韩磊' });
  if (!JSON.parse(text).intact) throw new Error(`${when} the history is broken: ${text}`);
}

export async function aFullDiskLosesNothing(installation) {
  const [item] = await makeItems(installation, '张三', 1);
  await restartOnSmallDisk(installation);
  const acknowledged = new Map();
  const refusal = await fill(installation, item, acknowledged);
  if (refusal.status !== 503 || !refusal.text.includes('"code"')) throw new Error(`a full disk was answered with ${refusal.status}: ${refusal.text}`);
  const ready = await installation.request('GET', '/readyz');
  if (ready.status !== 503) throw new Error(`with a full disk /readyz answered ${ready.status}`);
  await check(installation, item, acknowledged, 'with a full disk');
  rmSync(`/proc/${installation.server.pid}/root${join(installation.data, 'filler')}`);
  const began = performance.now();
  for (let answer = await record(installation, item); answer.status !== 201; answer = await record(installation, item)) {
    if (performance.now() - began > patience) throw new Error(`with room again it still answers ${answer.status}: ${answer.text}${installation.log(3)}`);
  }
  const took = Math.round(performance.now() - began);
  await check(installation, item, acknowledged, 'with room again');
  const exit = await installation.stop();
  if (exit !== 0) throw new Error(`the server ended with ${exit}`);
  return `full after ${acknowledged.size} follow-ups, none lost; writing again ${took} ms after there was room`;
}
