// 问得太频繁的人要等一等，别人不受影响。
// Beyond the allowance of one person the answer is 429 and says when to come back; others are answered.
import { send } from '../lib/http.mjs';

export default async function whoAsksTooOftenWaits(installation) {
  await installation.stop();
  installation.env.ZHIXING_SERVER_REQUESTS_PER_MINUTE = '20'; // ten at once
  await installation.start();
  const ask = (name) => send(installation.port, { method: 'GET', path: '/api/v1/session', headers: { authorization: `Bearer ${installation.people.get(name).token}` } });
  const first = await Promise.all(Array.from({ length: 15 }, () => ask('张三')));
  const refused = first.filter(({ status }) => status === 429);
  if (refused.length < 4) throw new Error(`15 requests at once were answered ${first.map(({ status }) => status)}`);
  const { headers, text } = refused[0];
  const wait = Number(headers['retry-after']);
  if (!(wait >= 1 && wait <= 3)) throw new Error(`Retry-After says ${headers['retry-after']}`);
  if (JSON.parse(text).code !== 'request.too_many') throw new Error(text);
  const other = await ask('钱七');
  if (other.status !== 200) throw new Error(`somebody else was answered ${other.status}`);
  await new Promise((done) => setTimeout(done, 3200));
  const again = await ask('张三');
  if (again.status !== 200) throw new Error(`after waiting the answer was ${again.status}`);
}
