// Words that stand only in an item of the engineering department must not come out of any route for people who may not
// see it: not in lists, searches, exports, histories or refusals, whatever ids and filters they try.
import { operations } from '../lib/operations.mjs';

const canary = 'canary7f3a';
const strangers = ['吴涛', '孙丽', '陈静', '何敏', '郑平', '冯兰'];

async function hide(installation) {
  const as = '张三';
  const post = async (path, body) => {
    const answer = await installation.request('POST', path, { as, body: typeof body === 'string' ? body : JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
  };
  const item = await post('/api/v1/work-items', {
    title: `标题${canary}`, description: canary, location: canary, tags: [canary], requester: { name: canary, phone: `139${canary}`, email: `${canary}@example.org` },
  });
  const path = `/api/v1/work-items/${item.id}`;
  const next = new Date(Date.now() + 86_400_000).toISOString();
  await post(`${path}/follow-ups`, { finding: canary, solution: canary, cause: canary, method: 'phone', next_follow_up_at: next });
  await post(`${path}/comments`, { text: canary });
  const file = await post(`/api/v1/attachments?work_item_id=${item.id}&name=${canary}.txt`, canary);
  await post('/api/v1/saved-views', { page: 'work-items', name: canary, query: canary });
  const token = await post('/api/v1/tokens', { name: canary });
  const letter = await post(`${path}/urging-letters`, { tone: 'firm', to: 'requester', demand: canary, next_follow_up_at: next });
  const link = await post(`${path}/status-link`, {});
  const handoff = await post(`${path}/handoffs`, { to_id: installation.people.get('赵强').id, note: canary });
  return { ids: [item.id, file.id, handoff.id, token.id, letter.id], number: item.number, outside: link.path.replace('/p/', '/api/v1/public/') };
}

/** Whoever has the link sees how far the item is, and no word of ours. */
async function mustBeMuteOutside(installation, { number, outside }) {
  const answer = await installation.request('GET', outside, {});
  if (answer.status !== 200 || !answer.text.includes(number)) throw new Error(`the status page is not there: ${answer.status} ${answer.text}`);
  const said = await installation.request('POST', `${outside}/answer`, { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answer: 'unsolved', words: 'still' }) });
  for (const { text } of [answer, said]) if (text.includes(canary)) throw new Error(`the status page says ${text}`);
}

/** The question itself may be repeated, the rest not. */
const leaks = ({ text }, asked) => text.replaceAll(asked, '').includes(canary);

export default async function hiddenWordsAppearNowhere(installation) {
  const hidden = await hide(installation);
  const { ids } = hidden;
  await mustBeMuteOutside(installation, hidden);
  const reads = (await operations(installation)).filter(({ method, open }) => method === 'GET' && !open);
  const wrong = [];
  let asked = 0;
  for (const { path } of reads) {
    const targets = path.includes('{') ? ids.map((id) => path.replace(/\{[^}]+\}/g, id)) : [path];
    const questions = ['', `?text=${canary}`, `?text=${canary.slice(0, 6)}`, `?tag=${canary}&closed=true`, '?whose=all&sort=newest', '?format=csv', '?page=work-items', `?subject_type=work_item&subject_id=${ids[0]}`];
    for (const target of targets) {
      for (const question of path.includes('{') ? questions.slice(0, 1) : questions) {
        for (const as of strangers) {
          const answer = await installation.request('GET', target + question, { as });
          asked += 1;
          if (answer.status >= 500 || leaks(answer, new URLSearchParams(question).get('text') ?? '\u0000')) wrong.push(`${as}: GET ${target}${question} → ${answer.status} ${answer.text.slice(0, 300)}`);
        }
      }
    }
  }
  const seen = await installation.request('GET', `/api/v1/work-items?text=${canary}`, { as: '张三' });
  if (!seen.text.includes(`标题${canary}`)) throw new Error('the canary is not even where it belongs');
  if (asked < 500) throw new Error(`only ${asked} questions were asked`);
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
}
