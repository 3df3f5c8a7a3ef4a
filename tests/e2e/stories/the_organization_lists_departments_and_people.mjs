import assert from 'node:assert/strict';
import { password } from '../lib/company.mjs';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/workbench', { as: '何敏' });
  await page.getByRole('link', { name: only(say('app:nav.organization')) }).click();
  const person = (name, where = page) => where.getByRole('row', { name });
  await seen(person('陈静'));
  await page.getByRole('navigation', { name: say('org:department.tree') }).getByRole('link', { name: '水电班' }).click();
  await seen(person('张三'));
  await gone(person('陈静'));

  await page.getByRole('button', { name: only(say('org:employee.add')) }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('org:field.name')).fill('马超');
  await form.getByLabel(say('org:field.number')).fill('E014');
  await form.getByRole('button', { name: only(say('common:action.save')) }).click();
  await seen(person('马超'));

  await page.goto('/people');
  await page.getByLabel(say('org:page.search')).fill('mc');
  await gone(person('陈静'));
  await seen(person('马超'));

  // Accounts are another administrator's; the newcomer chooses the password.
  const security = await stage.open('/people?q=马超', { as: '冯兰' });
  await person('马超', security).getByRole('link').click();
  await security.getByRole('dialog').getByRole('button', { name: only(say('org:account.give')) }).click();
  await security.getByRole('dialog').last().getByRole('button', { name: only(say('org:account.give')) }).click();
  const link = await security.getByRole('dialog').getByText(/\/setup\//).innerText();
  assert.equal(new URL(link).origin, stage.origin);

  const newcomer = await stage.open(new URL(link).pathname);
  await newcomer.getByLabel(say('account:field.password'), { exact: true }).fill(password);
  await newcomer.getByLabel(say('account:password.again')).fill(password);
  await newcomer.keyboard.press('Enter');
  await seen(newcomer.getByRole('button', { name: say('app:me.menu', { name: '马超' }) }));
}
