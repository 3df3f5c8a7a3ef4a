import { mustBeSound } from '../lib/checks.mjs';
import { password } from '../lib/company.mjs';
import { only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'empty';
export const ways = [{ content: 'empty' }, { content: 'demo' }];

const say = speaking('zh');

export default async function (stage, { content }) {
  const path = `/setup/${stage.installation.facts.setup_token}`;
  const page = await stage.open(path);
  await seen(page.getByRole('heading', { name: say('account:setup.title') }));
  await mustBeSound(page);

  await page.getByLabel(say('account:field.organization_name')).fill('和谐物业');
  await page.getByLabel(say('account:field.name')).fill('王主任');
  await page.getByLabel(say('account:field.login')).fill('wang');
  await page.getByLabel(say('account:field.password'), { exact: true }).fill(password);
  await page.getByLabel(say('account:password.again')).fill(`${password}!`);
  await page.getByRole('radio', { name: say(`account:setup.${content}.title`) }).check();
  await page.getByRole('button', { name: say('account:setup.submit') }).click();
  await seen(page.getByText(say('account:password.differ')));
  await page.getByLabel(say('account:password.again')).fill(password);
  await page.getByRole('button', { name: say('account:setup.submit') }).click();
  await seen(page.getByRole('button', { name: say('app:me.menu', { name: '王主任' }) }));

  await page.getByRole('link', { name: only(say('app:nav.work_items')) }).click();
  if (content === 'empty') await seen(page.getByRole('heading', { name: say('work:list.none') }));
  else await seen(page.getByRole('row').nth(10));
  await mustBeSound(page);

  const stranger = await stage.open(path);
  stage.expects(/^404 GET \/api\/v1\/setup$/);
  await seen(stranger.getByRole('heading', { name: say('account:setup.spent_title') }));
}
