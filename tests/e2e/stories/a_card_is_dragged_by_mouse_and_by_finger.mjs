import assert from 'node:assert/strict';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

const middleOf = async (locator) => {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
};

export default async function (stage) {
  const title = '楼道感应灯检修';
  const { id } = await stage.ask('POST', '/api/v1/work-items', { as: '张三', body: { title } });
  const item = () => stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' });
  const shown = (page) => {
    const column = (state) => page.getByRole('region', { name: say(`followup:stage.${state}`), exact: true });
    return { column, card: (state) => column(state).getByRole('listitem').filter({ hasText: title }) };
  };

  const page = await stage.open('/work-items/board?whose=owned', { as: '张三' });
  const desk = shown(page);
  const from = await middleOf(desk.card('accepted'));
  const to = await middleOf(desk.column('in_progress'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 5, { steps: 4 });
  // Escape puts it back.
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.equal((await item()).state, 'accepted');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await seen(desk.card('in_progress'));
  await eventually('its state', item, ({ state }) => state === 'in_progress');
  assert.match(page.url(), /\/board/, 'the drop opened no link');

  // A finger holds still for a moment first; one that moves at once scrolls.
  const phone = await stage.open('/work-items/quadrants?whose=owned', { as: '张三', size: 'phone' });
  const field = (quadrant) => phone.getByRole('region', { name: say(`work:quadrant.${quadrant}.name`), exact: true });
  const before = (await item()).quadrant;
  const target = before === 'A' ? 'B' : 'A';
  const start = await middleOf(field(before).getByRole('listitem').filter({ hasText: title }));
  const touch = await phone.context().newCDPSession(phone);
  const send = (type, point) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
  await send('touchStart', start);
  await phone.waitForTimeout(450);
  for (let step = 1; step <= 40; step += 1) {
    const box = await field(target).boundingBox();
    const goal = { x: box.x + box.width / 2, y: Math.max(70, Math.min(box.y + 40, 600)) };
    await send('touchMove', { x: start.x + ((goal.x - start.x) * Math.min(step, 10)) / 10, y: start.y + ((goal.y - start.y) * Math.min(step, 10)) / 10 });
    if (step >= 10 && box.y + 20 < 600 && box.y + box.height > 70) break;
  }
  await send('touchEnd');
  await eventually('its quadrant', item, ({ quadrant }) => quadrant === target);
}
