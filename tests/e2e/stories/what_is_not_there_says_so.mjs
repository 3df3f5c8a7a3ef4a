import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  stage.expects(/^404 GET \/api\/v1\/work-items\//, /^403 /);
  const page = await stage.open('/nowhere', { as: '张三' });
  await seen(page.getByRole('heading', { name: say('app:not_found.title') }));
  await page.getByRole('button', { name: say('app:not_found.home') }).click();
  await page.waitForURL('**/workbench');

  // Somebody else's item looks as if there were none.
  const { items } = await stage.ask('GET', '/api/v1/work-items?text=消防', { as: '赵强' });
  await page.goto(`/work-items/${items[0].id}`);
  await seen(page.getByRole('alert'));
  await seen(page.getByText(say('common:error.not_found')));
}
