// People who record follow-ups as fast as they can, and the book of what the server promised them.
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import { send } from '../scenarios/lib/http.mjs';

const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toISOString();

/** What was answered with 2xx, and what was sent without an answer, by follow-up id. */
export class Book {
  acknowledged = new Map();
  unanswered = new Map();
  refused = [];

  note(followUp, item, status) {
    this.unanswered.delete(followUp);
    if (status >= 200 && status < 300) this.acknowledged.set(followUp, item);
    else this.refused.push(`${status} for ${followUp}`);
  }
}

export async function makeItems(installation, as, count) {
  const ids = [];
  for (let n = 1; n <= count; n += 1) {
    const { status, text } = await installation.request('POST', '/api/v1/work-items', { as, body: JSON.stringify({ title: `故障演练 ${n}` }) });
    if (status !== 201) throw new Error(`no item: ${status} ${text}`);
    ids.push(JSON.parse(text).id);
  }
  return ids;
}

function record(installation, as, item, followUp, agent) {
  return send(installation.port, {
    method: 'POST',
    path: `/api/v1/work-items/${item}/follow-ups`,
    headers: { authorization: `Bearer ${installation.people.get(as).token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: followUp, method: 'phone', finding: '进行中', next_follow_up_at: inThreeDays() }),
    through: agent,
  });
}

/** One writer per item, each on a connection of its own, until the server is gone or `enough()`. */
export async function writeUntil(installation, as, items, book, enough) {
  await Promise.all(
    items.map(async (item) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
      while (!enough()) {
        const followUp = randomUUID();
        book.unanswered.set(followUp, item);
        try {
          book.note(followUp, item, (await record(installation, as, item, followUp, agent)).status);
        } catch {
          break; // no answer: the server is gone
        }
      }
      agent.destroy();
    }),
  );
}

/** As a phone does: what had no answer is sent again under the same id. */
export async function sendAgain(installation, as, book) {
  for (const [followUp, item] of [...book.unanswered]) {
    book.note(followUp, item, (await record(installation, as, item, followUp)).status);
  }
}

/** All follow-ups the API shows: id → item, and the ids shown more than once. */
export async function shown(installation, as, items) {
  const found = new Map();
  const twice = [];
  for (const item of items) {
    const { text } = await installation.request('GET', `/api/v1/work-items/${item}/follow-ups`, { as });
    for (const { id } of JSON.parse(text).items) {
      if (found.has(id)) twice.push(id);
      found.set(id, item);
    }
  }
  return { found, twice };
}

/** What was promised and is not there (or at another item). Nothing else in these tests says that nothing is lost. */
export function lost(acknowledged, found) {
  return [...acknowledged].filter(([id, item]) => found.get(id) !== item).map(([id]) => id);
}
