import { mustBeSound } from '../lib/checks.mjs';
import { password } from '../lib/company.mjs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'empty';

const say = speaking('zh');

export default async function (stage) {
  const path = `/setup/${stage.installation.facts.setup_token}`;
  const page = await stage.open(path);
  await seen(page.getByRole('heading', { name: say('account:setup.title') }));
  await mustBeSound(page);

  await page.getByLabel(say('account:field.organization_name')).fill('和谐物业');
  await page.getByLabel(say('account:field.name')).fill('王主任');
  await page.getByLabel(say('account:field.login')).fill('wang');
  await page.getByLabel(say('account:field.password'), { exact: true }).fill(password);
  await page.getByLabel(say('account:password.again')).fill(`${password}!`);
  await page.getByRole('radio', { name: say('account:setup.empty.title') }).check();
  await page.getByRole('button', { name: say('account:setup.submit') }).click();
  await seen(page.getByText(say('account:password.differ')));
  await page.getByLabel(say('account:password.again')).fill(password);
  await page.getByRole('button', { name: say('account:setup.submit') }).click();
  await seen(page.getByRole('button', { name: say('app:me.menu', { name: '王主任' }) }));

  const stranger = await stage.open(path);
  stage.expects(/^404 GET \/api\/v1\/setup$/);
  await seen(stranger.getByRole('heading', { name: say('account:setup.spent_title') }));
}
