import { eventually, gone, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const title = '楼道感应灯检修';
  const { id } = await stage.ask('POST', '/api/v1/work-items', { as: '张三', body: { title, due_at: new Date(Date.now() + 86_400_000).toISOString() } });
  const item = () => stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' });
  const page = await stage.open('/work-items/board?whose=owned', { as: '张三' });
  const column = (state) => page.getByRole('region', { name: say(`followup:stage.${state}`), exact: true });
  const move = async (to) => {
    const button = page.getByRole('button', { name: say('board:move', { title }) });
    await button.focus();
    await page.keyboard.press('Enter');
    const target = page.getByRole('menuitem', { name: say('board:move_to', { name: say(`followup:stage.${to}`) }) });
    await seen(target);
    await target.focus();
    await page.keyboard.press('Enter');
  };

  await seen(column('accepted').getByRole('link', { name: title }));
  await move('in_progress');
  await seen(column('in_progress').getByRole('link', { name: title }));
  await eventually('its state', item, ({ state }) => state === 'in_progress');

  // What a step has to be told is asked for.
  await move('on_hold');
  const form = page.getByRole('dialog', { name: say('work:act.hold') });
  await form.getByLabel(say('work:ask.reason')).fill('等灯具');
  const until = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel(say('work:ask.resume_at')).fill(`${until} 09:00`);
  await form.getByLabel(say('work:ask.resume_at')).press('Tab');
  await form.getByRole('button', { name: say('work:act.hold') }).click();
  await gone(form);
  await seen(column('on_hold').getByRole('link', { name: title }));

  await move('in_progress');
  await seen(column('in_progress').getByRole('link', { name: title }));
  await eventually('its state', item, ({ state }) => state === 'in_progress');

  // And the calendar has its day.
  await page.getByRole('link', { name: say('work:arrangement.calendar') }).click();
  await seen(page.getByRole('link', { name: new RegExp(title) }));
}
