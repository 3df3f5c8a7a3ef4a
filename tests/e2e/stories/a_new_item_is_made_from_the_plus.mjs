import assert from 'node:assert/strict';
import { choosePerson } from '../lib/acting.mjs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/workbench', { as: '赵强' });
  await page.getByRole('button', { name: say('app:add.label'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('app:add.work_item') }).click();
  const form = page.getByRole('dialog');
  const submit = form.getByRole('button', { name: say('work:new.submit') });
  await submit.click();
  await seen(form.getByText(say('work:new.title_missing')));

  await form.getByLabel(say('work:field.title')).fill('小区大门道闸检修');
  await choosePerson(page, form.getByLabel(say('work:field.handler')), '张三');
  await form.getByRole('radio', { name: say('followup:importance.1') }).check({ force: true });
  await form.getByLabel(say('work:field.requester')).fill('李先生');
  await submit.click();
  await page.waitForURL(/\/work-items\/[0-9a-f-]{36}/);
  await seen(page.getByRole('heading', { name: '小区大门道闸检修' }));

  const item = await stage.ask('GET', `/api/v1/work-items/${new URL(page.url()).pathname.split('/').at(-1)}`, { as: '赵强' });
  assert.equal(item.standing.importance, 1);
  assert.equal(item.standing.owner.name, '赵强');
  const { items } = await stage.ask('GET', '/api/v1/handoffs/waiting', { as: '张三' });
  assert.ok(items.some(({ work_item_id }) => work_item_id === item.id), '张三 is asked to take it');
}
