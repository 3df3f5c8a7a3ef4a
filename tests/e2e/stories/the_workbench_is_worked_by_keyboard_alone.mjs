import assert from 'node:assert/strict';
import { tabTo } from '../lib/acting.mjs';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/workbench', { as: '张三' });
  const queue = page.getByRole('list', { name: say('work:workbench.queue') });
  await seen(queue.getByRole('link', { name: '3号楼2单元漏水检修' }));
  const waiting = await queue.locator('[data-row]').count();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  assert.match(await eventually('the first row has the focus', focused, (text) => text?.includes('漏水')), /漏水/, 'the overdue and most important comes first');

  await page.keyboard.press('j');
  assert.doesNotMatch(await focused(), /漏水/);
  await page.keyboard.press('k');
  for (let i = 0; i < waiting; i += 1) {
    await page.keyboard.press('n');
    if (i < waiting - 1) assert.doesNotMatch(await focused(), /漏水/, 'each is shown once');
  }
  assert.match(await focused(), /漏水/, 'after the last the first comes round again');
  await page.keyboard.press('f');
  const finding = page.getByLabel(say('followup:form.finding'));
  await eventually('the form takes the focus', () => finding.evaluate((element) => element === document.activeElement));
  await page.keyboard.type('防水施工队已进场');
  await page.keyboard.press('Tab');
  await page.keyboard.type('每日下午拍照反馈');
  const tomorrow = page.getByRole('button', { name: say('followup:next.tomorrow') });
  await tabTo(page, tomorrow);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await eventually('it leaves the queue', () => queue.locator('[data-row]').count(), (count) => count === waiting - 1);
  await eventually('the next row has the focus', focused, (text) => text && !text.includes('漏水') && text.length < 40);

  const { items } = await stage.ask('GET', `/api/v1/work-items/${stage.installation.facts.leak}/follow-ups`, { as: '张三' });
  assert.equal(items.at(-1).finding, '防水施工队已进场');
  assert.equal(items.at(-1).solution, '每日下午拍照反馈');
}
