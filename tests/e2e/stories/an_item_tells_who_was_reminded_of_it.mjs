import assert from 'node:assert/strict';
import { only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');
const told = say('reminded:told', { event: say('notify:event.work.handoff_offered'), as: say('reminded:as.receiver') });

export default async function (stage) {
  const { handed } = stage.installation.facts;
  const page = await stage.open(`/work-items/${handed}`, { as: '张三' });
  await page.getByRole('tab', { name: only(say('work:history.reminded')) }).click();
  await seen(page.getByText(told));
  await seen(page.getByRole('tabpanel').getByText('钱七'));
  assert.match(page.url(), /tab=reminded/);

  // Nobody else's business: whoever does not see the item sees nothing of it.
  const answer = await stage.installation.request('GET', `/api/v1/commitments/${handed}/notices`, { as: '冯兰' });
  assert.ok([403, 404].includes(answer.status), `${answer.status}`);
}
