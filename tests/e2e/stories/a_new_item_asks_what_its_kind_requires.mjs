import assert from 'node:assert/strict';
import { chooseByKeys } from '../lib/acting.mjs';
import { gone, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';
const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/work-items?new=1', { as: '张三' });
  const form = page.getByRole('dialog', { name: say('work:new.title') });
  await form.getByLabel(say('work:field.title')).fill('5号楼业主投诉噪音');
  await settled(page);
  await chooseByKeys(page, form.getByLabel(say('work:field.kind')), '投诉');
  const points = form.getByLabel(say('work:brief.point', { number: 1 }), { exact: true });
  await seen(points);

  // A draft may wait for its answers.
  await form.getByRole('switch', { name: say('work:new.draft') }).click();
  await form.getByRole('button', { name: say('work:new.submit_draft') }).click();
  const missing = [say('work:answer.when'), say('work:answer.standard')].join(say('work:list_separator'));
  await seen(page.getByText(say('work:brief.needed_to_assign', { answers: missing })));
  await seen(page.getByRole('img', { name: say('work:brief.ring', { count: 2 }) }));

  // What is missing is said where it is missing.
  const card = page.getByRole('region', { name: say('work:brief.title') });
  await card.getByText(say('work:brief.lacking')).last().hover();
  await card.getByRole('button', { name: say('work:facts.edit', { label: say('work:answer.standard') }) }).click();
  await card.getByLabel(say('work:brief.point', { number: 1 }), { exact: true }).fill('夜间不超过45分贝');
  await page.keyboard.press('Enter');
  await card.getByLabel(say('work:brief.point', { number: 2 }), { exact: true }).fill('业主确认');
  await card.getByRole('button', { name: only(say('work:facts.save')) }).click();
  await seen(card.getByText('业主确认'));
  await gone(page.getByText(say('work:brief.needed_to_assign', { answers: missing })));
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { brief } = await stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' });
  assert.deepEqual(brief.standard, ['夜间不超过45分贝', '业主确认']);
  assert.deepEqual(brief.missing, ['when']);
}
