import assert from 'node:assert/strict';
import { mustBeSound } from '../lib/checks.mjs';
import { password } from '../lib/company.mjs';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const [zh, en] = [speaking('zh'), speaking('en')];

export default async function (stage) {
  const page = await stage.open('/settings', { as: '张三' });
  await seen(page.getByRole('heading', { name: zh('app:settings.title'), exact: true }));
  await page.getByText('English', { exact: true }).click();
  await seen(page.getByRole('heading', { name: en('app:settings.title'), exact: true }));
  await page.getByText(en('account:appearance.dark'), { exact: true }).click();
  const look = (somePage) => somePage.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
  await eventually('it is dark', () => look(page), ([, theme]) => theme === 'dark');

  await page.reload();
  await seen(page.getByRole('heading', { name: en('app:settings.title'), exact: true }));
  assert.deepEqual(await look(page), ['en', 'dark']);

  for (const path of ['/workbench', '/work-items', `/work-items/${stage.installation.facts.leak}`, '/follow-ups?range=all']) {
    await page.goto(path);
    await mustBeSound(page, 'en');
  }

  // The choice belongs to the person, not to the browser.
  const elsewhere = await stage.open('/sign-in');
  await elsewhere.getByLabel(zh('account:field.login')).fill('zhang');
  await elsewhere.getByLabel(zh('account:field.password')).fill(password);
  await elsewhere.keyboard.press('Enter');
  await seen(elsewhere.getByRole('navigation', { name: en('app:nav.label') }));
  assert.deepEqual(await look(elsewhere), ['en', 'dark']);
}
