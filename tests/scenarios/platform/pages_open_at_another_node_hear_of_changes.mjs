// Two servers on one PostgreSQL: a page open at one hears what is changed at the other, within the organization's own
// topics; when the connection between them was lost, it is told to load again what it shows.
import { cpSync } from 'node:fs';
import { Installation } from '../lib/installation.mjs';
import { listen, until } from '../lib/pages.mjs';

export const only = 'postgres';

/** Another server with a data directory of its own, on the same database. */
async function anotherNode(installation) {
  const node = new Installation('postgres', 'another_node');
  cpSync(installation.data, node.data, { recursive: true, filter: (file) => !file.endsWith('.sock') });
  node.env.ZHIXING_DATABASE_URL = installation.env.ZHIXING_DATABASE_URL;
  node.people = installation.people;
  await node.start();
  return node;
}

const cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'zhixing channel' AND datname = current_database()";

async function hearsOfChanges(installation, node) {
  const page = await listen(node, { authorization: `Bearer ${installation.people.get('张三').token}` });
  await until(() => page.text.includes('event: hello'), 'hello');
  const make = async (title) => JSON.parse((await installation.request('POST', '/api/v1/work-items', { as: '张三', body: JSON.stringify({ title }) })).text).id;

  const first = await make('刷新');
  await until(() => page.text.includes(first), 'the change made at the other node');
  if (page.text.split(first).length !== 2) throw new Error(`told more than once: ${page.text}`);

  const { exit, err } = await installation.run('sql', [cut]);
  if (exit !== 0) throw new Error(err);
  await until(() => page.text.includes('event: refresh'), 'the word that something may have been missed');
  let last;
  await until(async () => {
    last = await make('再刷新');
    await new Promise((later) => setTimeout(later, 200));
    return page.text.includes(last);
  }, 'a change after the connections were lost');
  page.close();
}

export default async function pagesOpenAtAnotherNodeHearOfChanges(installation) {
  const node = await anotherNode(installation);
  try {
    await hearsOfChanges(installation, node);
    const exit = await node.stop();
    if (exit !== 0) throw new Error(`the other node ended with ${exit}${node.log()}`);
  } finally {
    await node.remove();
  }
}
