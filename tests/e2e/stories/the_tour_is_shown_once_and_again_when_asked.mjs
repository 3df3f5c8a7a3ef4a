import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/workbench', { as: '张三', sawTour: false });
  const step = (key) => page.getByText(say(`work:tour.${key}.title`), { exact: true });
  for (const key of ['today', 'record', 'search', 'add', 'items']) {
    await seen(step(key));
    await page.getByRole('button', { name: only(say(key === 'items' ? 'work:tour.done' : 'work:tour.next')) }).click();
  }
  await gone(step('items'));
  await page.reload();
  await seen(page.getByRole('heading', { name: say('work:workbench.queue'), exact: true }));
  await gone(step('today'));

  await page.getByRole('button', { name: say('app:me.menu', { name: '张三' }) }).click();
  await page.getByRole('menuitem', { name: say('app:me.tour') }).click();
  await seen(step('today'));
  await page.keyboard.press('Escape');
  await gone(step('today'));
}
