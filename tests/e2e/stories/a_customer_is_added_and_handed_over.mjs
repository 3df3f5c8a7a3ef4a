// From the first call to the next account manager: added with its contact, asked about when it looks like another, handed over.
import assert from 'node:assert/strict';
import { mustBeSound } from '../lib/checks.mjs';
import { eventually, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const ways = [
  { size: 'wide', language: 'zh' },
  { size: 'phone', language: 'zh' },
];

export default async function (stage, { size, language }) {
  const say = speaking(language);
  const page = await stage.open('/customers', { as: '赵强', size, language });
  await page.getByRole('button', { name: only(say('customer:form.add')) }).first().click();
  let form = page.getByRole('dialog');
  await form.getByLabel(only(say('customer:field.name'))).fill('海纳国际商贸有限公司');
  await form.getByLabel(say('customer:field.phone')).fill('13800138000');
  await form.getByRole('button', { name: say('common:action.save') }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  await seen(page.getByRole('heading', { level: 1, name: '海纳国际商贸有限公司' }));
  await seen(page.getByRole('link', { name: '13800138000' }));
  await settled(page);
  await mustBeSound(page, language);

  // The same again under nearly the same name is asked about, and saved only when it is said to be another one.
  await page.goto('/customers?new=1');
  form = page.getByRole('dialog');
  await form.getByLabel(only(say('customer:field.name'))).fill('海纳国际商贸');
  stage.expects(/^409 POST \/api\/v1\/customers/);
  await form.getByRole('button', { name: say('common:action.save') }).click();
  await seen(form.getByRole('alert').filter({ hasText: '海纳国际商贸有限公司' }));
  await form.getByLabel(say('customer:form.despite_duplicates')).check();
  await form.getByRole('button', { name: say('common:action.save') }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);

  await page.getByRole('button', { name: only(say('customer:handover.open')) }).click();
  form = page.getByRole('dialog');
  await seen(form.getByLabel(say('customer:handover.to')));
  await settled(page);
  const receiver = form.getByLabel(say('customer:handover.to'));
  await receiver.fill('张三');
  await seen(page.locator('.ant-select-item-option-active').filter({ hasText: '张三' }));
  await receiver.press('Enter');
  await form.getByLabel(say('customer:handover.note')).fill('老客户，熟门熟路');
  await form.getByRole('button', { name: only(say('customer:handover.submit')) }).click();
  await seen(page.getByText('老客户，熟门熟路').first());
  await settled(page);
  await mustBeSound(page, language);
  const managers = async () => (await stage.ask('GET', '/api/v1/customers', { as: '赵强' })).items.map((line) => line.account_manager.name).sort();
  await eventually('the list says so', managers, (names) => names.includes('张三'));
  assert.deepEqual(await managers(), ['张三', '赵强', '赵强']);
}
