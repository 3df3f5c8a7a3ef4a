// Many at the same moment: nobody's change is lost, nothing is numbered or done twice, and nobody gets a broken server.
import { randomUUID } from 'node:crypto';

const many = 12;
const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toISOString();

export default async function simultaneousChangesLoseNothing(installation) {
  const as = '张三';
  const post = (path, body, headers) => installation.request('POST', path, { as, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const atOnce = (ask) => Promise.all(Array.from({ length: many }, (_, n) => ask(n)));
  const statuses = (answers) => answers.map(({ status }) => status).sort().join(' ');
  const broken = [];
  const expect = (what, holds, answers) => {
    if (holds) return;
    const odd = answers.find(({ status }) => status >= 500) ?? answers.at(-1);
    broken.push(`${what}: ${statuses(answers)}\n  ${odd.text.slice(0, 300)}`);
  };
  const count = (answers, status) => answers.filter((answer) => answer.status === status).length;

  const made = await atOnce((n) => post('/api/v1/work-items', { title: `同时 ${n}` }));
  expect('all are created', count(made, 201) === many, made);
  const numbers = made.map(({ text }) => JSON.parse(text).number);
  expect('every item has its own number', new Set(numbers).size === many, made);
  const { id } = JSON.parse(made[0].text);
  const item = `/api/v1/work-items/${id}`;
  const { etag } = made[0].headers;

  const changed = await atOnce((n) => installation.request('PATCH', item, { as, headers: { 'if-match': etag }, body: JSON.stringify({ title: `第 ${n} 版` }) }));
  expect('one change wins, the others learn it', count(changed, 200) === 1 && count(changed, 412) === many - 1, changed);

  const touched = await atOnce((n) => post(`${item}/follow-ups`, { method: 'phone', finding: `第 ${n} 次`, next_follow_up_at: inThreeDays }));
  expect('all follow-ups are recorded', count(touched, 201) === many, touched);
  const touches = touched.map(({ text }) => JSON.parse(text).touch_number).sort((a, b) => a - b);
  expect(`they are counted one by one, not ${touches}`, touches.every((touch, n) => touch === n + 1), touched);

  const key = randomUUID();
  const repeated = await atOnce(() => post('/api/v1/work-items', { title: '同一个键' }, { 'idempotency-key': key }));
  expect('one key makes one item', count(repeated, 201) === many, repeated);
  expect('and gives one answer', new Set(repeated.filter(({ status }) => status === 201).map(({ text }) => JSON.parse(text).id)).size === 1, repeated);

  const sent = randomUUID();
  const resent = await atOnce(() => post(`${item}/follow-ups`, { id: sent, method: 'phone', finding: '同一次', next_follow_up_at: inThreeDays }));
  expect('one follow-up sent many times is one', count(resent, 201) === many, resent);

  const own = randomUUID();
  const offline = await atOnce(() => post('/api/v1/work-items', { id: own, title: '离线' }));
  expect('one item sent many times is one', count(offline, 201) === many, offline);

  const offered = await atOnce(() => post(`${item}/handoffs`, { to_id: installation.people.get('钱七').id }));
  expect('one handoff waits, the others are refused', count(offered, 201) === 1 && count(offered, 409) === many - 1, offered);

  const handoff = JSON.parse(offered.find(({ status }) => status === 201).text).id;
  const answered = await Promise.all([
    ...Array.from({ length: 4 }, () => installation.request('POST', `/api/v1/handoffs/${handoff}/acceptance`, { as: '钱七' })),
    ...Array.from({ length: 4 }, () => installation.request('DELETE', `/api/v1/handoffs/${handoff}`, { as })),
  ]);
  const succeeded = answered.filter(({ status }) => status < 300).length;
  expect('one answer to a handoff counts', succeeded === 1 && count(answered, 409) === 7, answered);

  const { text } = await installation.request('GET', `${item}/timeline?limit=200`, { as });
  const seqs = JSON.parse(text).items.map(({ seq }) => seq);
  const expected = 1 + 1 + many + 1 + 1 + 1; // created, changed, follow-ups, the one sent many times, offered, answered
  expect(`each change has its entry, not ${seqs}`, seqs.length === expected && seqs.every((seq, i) => seq === expected - i), answered);
  if (broken.length > 0) throw new Error(`${broken.join('\n')}${installation.log(6)}`);
}
