import { password } from '../lib/company.mjs';
import { gone, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const core = true;

const say = speaking('zh');

export default async function (stage) {
  stage.expects(/^401 POST \/api\/v1\/session$/);
  const page = await stage.open('/work-items?q=1');
  await seen(page.getByText(say('account:sign_in.to_go_on')));
  await page.getByLabel(say('account:field.login')).fill('zhang');
  await page.getByLabel(say('account:field.password')).fill('wrong horse battery');
  await page.keyboard.press('Enter');
  await seen(page.getByRole('alert'));

  await page.getByLabel(say('account:field.password')).fill(password);
  await page.getByRole('button', { name: say('account:sign_in.submit') }).click();
  await page.waitForURL('**/work-items?q=1');
  const menu = page.getByRole('button', { name: say('app:me.menu', { name: '张三' }) });
  await menu.click();
  await page.getByRole('menuitem', { name: say('app:sign_out') }).click();
  await page.waitForURL('**/sign-in');
  await page.goBack();
  await seen(page.getByRole('heading', { name: say('account:sign_in.title') }));
  await gone(menu);
}
