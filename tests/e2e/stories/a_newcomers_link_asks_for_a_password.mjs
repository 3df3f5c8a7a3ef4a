import { mustBeSound } from '../lib/checks.mjs';
import { password } from '../lib/company.mjs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';

const say = speaking('zh');

export default async function (stage) {
  const { setup_token } = stage.installation.people.get('陈静');
  const page = await stage.open(`/setup/${setup_token}`);
  await seen(page.getByRole('heading', { name: say('account:first_password.title', { name: '陈静' }) }));
  await mustBeSound(page);
  const [chosen, again] = [page.getByLabel(say('account:field.password'), { exact: true }), page.getByLabel(say('account:password.again'))];
  await chosen.fill('short');
  await chosen.press('Enter');
  await seen(page.getByText(say('account:password.too_short', { count: 10 })));
  await chosen.fill(password);
  await again.fill(password);
  await again.press('Enter');
  await seen(page.getByRole('button', { name: say('app:me.menu', { name: '陈静' }) }));
}
