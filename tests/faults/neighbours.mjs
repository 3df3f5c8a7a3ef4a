// Second processes, slow clients, a database that goes away.
import net from 'node:net';
import { sql } from '../scenarios/lib/postgres.mjs';
import { makeItems } from './writers.mjs';

const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));

export async function aSecondProcessDoesNotTouchTheData(installation) {
  await makeItems(installation, '张三', 1);
  const second = await installation.run('zhixing', ['serve', '--port', '0']);
  if (second.exit === 0) throw new Error('a second server ran on the same data directory');
  if (!second.err.includes('data.in_use')) throw new Error(`the second server said: ${second.err}`);
  const answers = await Promise.all(Array.from({ length: 8 }, () => installation.run('zhixing', ['where', '故障演练', '--json'])));
  const wrong = answers.find(({ exit, out }) => exit !== 0 || JSON.parse(out).title !== '故障演练 1');
  if (wrong) throw new Error(`a command beside the server answered ${wrong.exit}: ${wrong.out}${wrong.err}`);
  const { status } = await installation.request('GET', '/api/v1/work-items', { as: '张三' });
  if (status !== 200) throw new Error(`afterwards the server answered ${status}`);
  return 'the second server was refused; 8 commands at once answered through the first';
}

/** A client that sends its request a few bytes at a time, or asks and never reads. */
function slowClient(port, token, kind) {
  const head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n`;
  const text = {
    head: `GET /api/v1/work-items HTTP/1.1\r\n${head}X-Padding: ${'x'.repeat(4000)}\r\n\r\n`,
    body: `POST /api/v1/work-items HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n`,
    deaf: `GET /api/v1/work-items?limit=200 HTTP/1.1\r\n${head}\r\n`.repeat(50),
  }[kind];
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  if (kind === 'deaf') {
    socket.pause();
    socket.write(text);
    return { close: () => socket.destroy() };
  }
  let sent = kind === 'body' ? text.length : 0;
  if (sent > 0) socket.write(text);
  const drip = setInterval(() => socket.write(kind === 'body' ? ' ' : text[sent++ % text.length]), 200);
  return { close: () => (clearInterval(drip), socket.destroy()) };
}

async function timesOf(installation, count) {
  const times = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const { status } = await installation.request('GET', '/api/v1/work-items', { as: '张三' });
    if (status !== 200) throw new Error(`an honest client got ${status}`);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

const middle = (times) => times[Math.floor(times.length / 2)].toFixed(1);

export async function slowClientsDoNotKeepOthersWaiting(installation) {
  await makeItems(installation, '张三', 60);
  const alone = await timesOf(installation, 200);
  const { token } = installation.people.get('张三');
  const kinds = ['head', 'body', 'deaf'];
  const clients = Array.from({ length: 300 }, (_, n) => slowClient(installation.port, token, kinds[n % kinds.length]));
  await pause(1000);
  const beside = await timesOf(installation, 200);
  for (const client of clients) client.close();
  await timesOf(installation, 20);
  return `beside 300 slow clients all of 200 requests were answered, median ${middle(beside)} ms (alone ${middle(alone)} ms), slowest ${beside.at(-1).toFixed(1)} ms`;
}

/** The database refuses everybody for a while, as in a fail-over. */
export async function aLostDatabaseComesBack(installation) {
  const [item] = await makeItems(installation, '张三', 1);
  const ask = () => installation.request('GET', `/api/v1/work-items/${item}`, { as: '张三' });
  await sql(`ALTER DATABASE ${installation.database} ALLOW_CONNECTIONS false`);
  await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${installation.database}'`);
  const away = await ask();
  if (away.status !== 503 || !away.headers['retry-after']) throw new Error(`without a database it answered ${away.status}: ${away.text}`);
  const ready = await installation.request('GET', '/readyz');
  if (ready.status !== 503) throw new Error(`without a database /readyz answered ${ready.status}`);
  const alive = await installation.request('GET', '/healthz');
  if (alive.status !== 200) throw new Error(`without a database /healthz answered ${alive.status}`);
  await sql(`ALTER DATABASE ${installation.database} ALLOW_CONNECTIONS true`);
  const began = performance.now();
  while ((await ask()).status !== 200) {
    if (performance.now() - began > 30_000) throw new Error('half a minute after the database came back there was no answer');
    await pause(20);
  }
  const took = Math.round(performance.now() - began);
  await makeItems(installation, '张三', 1);
  const exit = await installation.stop();
  if (exit !== 0) throw new Error(`the server ended with ${exit}`);
  return `503 while it was away, answered again ${took} ms after it came back`;
}
