// An open page hears of a change on the event stream, within the organization; a stranger gets no stream.
import { listen, until } from '../lib/pages.mjs';

export default async function openPagesHearOfChanges(installation) {
  const stranger = await listen(installation, {});
  stranger.close();
  if (stranger.status !== 401) throw new Error(`a stranger got ${stranger.status}`);
  const page = await listen(installation, { authorization: `Bearer ${installation.people.get('张三').token}` });
  if (page.type !== 'text/event-stream') throw new Error(`the stream is ${page.type}`);
  await until(() => page.text.includes('event: hello'), 'hello');
  const made = await installation.request('POST', '/api/v1/work-items', { as: '张三', body: JSON.stringify({ title: '刷新' }) });
  const { id } = JSON.parse(made.text);
  await until(() => page.text.includes(id), 'the change');
  if (!page.text.includes('event: changed')) throw new Error(page.text);
  page.close();
}
