import assert from 'node:assert/strict';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/settings', { as: '张三' });
  await page.getByRole('button', { name: say('app:add.label'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('app:add.follow_up') }).click();
  // What is due is offered before anything is typed.
  const offered = (text) => page.locator('.ant-select-item-option').filter({ hasText: text });
  await seen(offered('3号楼2单元漏水检修'));
  await page.keyboard.type('电梯');
  await offered('1号楼电梯年检').click();

  const form = page.getByRole('dialog', { name: say('followup:form.title', { title: '1号楼电梯年检' }) });
  await form.getByText(say('followup:method.meeting')).click();
  await form.getByLabel(say('followup:form.finding')).fill('检测单位确认周四上午');
  await form.getByRole('button', { name: say('followup:form.submit') }).click();
  const { items } = await stage.ask('GET', '/api/v1/work-items?text=电梯年检', { as: '张三' });
  const last = async () => (await stage.ask('GET', `/api/v1/work-items/${items[0].id}/follow-ups`, { as: '张三' })).items.at(-1);
  const followUp = await eventually('it is recorded', last, Boolean);
  assert.deepEqual([followUp.method, followUp.finding], ['meeting', '检测单位确认周四上午']);
}
