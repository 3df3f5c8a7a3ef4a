import assert from 'node:assert/strict';
import { chooseByKeys } from '../lib/acting.mjs';
import { gone, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';
const say = speaking('zh');

export default async function (stage) {
  const admin = await stage.open('/administration/kinds', { as: '郑平' });
  await admin.getByRole('button', { name: say('kinds:edit', { name: '工单' }) }).click();
  const form = admin.getByRole('dialog');
  await form.getByRole('checkbox', { name: say('work:answer.why') }).check();
  await form.getByRole('button', { name: say('kinds:add_field') }).click();
  const field = form.getByRole('listitem').first();
  await field.getByLabel(say('kinds:name_zh')).fill('设备编号');
  await field.getByLabel(say('kinds:name_en')).fill('Device number');
  await field.getByLabel(say('kinds:code')).fill('device_number');
  await form.getByRole('button', { name: say('common:action.save') }).click();
  await gone(form);
  const kind = (await stage.ask('GET', '/api/v1/kinds', { as: '郑平' })).items.find(({ code }) => code === 'work_order');
  assert.ok(kind.required.includes('why'));
  assert.equal(kind.fields[0].code, 'device_number');

  const page = await stage.open('/work-items?new=1', { as: '张三' });
  const making = page.getByRole('dialog', { name: say('work:new.title') });
  await settled(page);
  await chooseByKeys(page, making.getByLabel(say('work:field.kind')), '工单');
  await seen(making.getByLabel('设备编号'));
  await seen(making.getByLabel(say('work:answer.why'), { exact: true }));

  // A kind that is no longer wanted takes no new items.
  await admin.getByRole('button', { name: say('kinds:edit', { name: '约见' }) }).click();
  await admin.getByRole('dialog').getByRole('switch', { name: only(say('kinds:is_open')) }).click();
  await admin.getByRole('dialog').getByRole('button', { name: say('common:action.save') }).click();
  await seen(admin.getByText(say('kinds:closed'), { exact: true }));
}
