import assert from 'node:assert/strict';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

/** A finger that pulls the card aside, as the browser gets it from a screen. */
async function pull(page, card, by) {
  const box = await card.boundingBox();
  const y = Math.round(box.y + 30);
  const from = Math.round(box.x + box.width / 2);
  const screen = await page.context().newCDPSession(page);
  const touch = (type, x) => screen.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', from);
  for (let step = 1; step <= 6; step += 1) await touch('touchMove', from + Math.round((by * step) / 6));
  await touch('touchEnd');
}

export default async function (stage) {
  const page = await stage.open('/workbench', { as: '张三', size: 'phone' });
  const queue = page.getByRole('list', { name: say('work:workbench.queue') });
  const focused = queue.getByRole('article').first();
  const title = () => focused.getByRole('link').innerText();
  await seen(focused.filter({ hasText: '漏水检修' }));
  const count = await queue.getByRole('article').count();
  await seen(focused.getByText(say('followup:queue.place', { place: 1, count })));

  await pull(page, focused, -130);
  await eventually('the next one is in focus', title, (text) => !text.includes('漏水'));
  await seen(focused.getByText(say('followup:queue.place', { place: 2, count })));
  assert.equal(await queue.getByRole('article').count(), count, 'what was put off waits at the end');

  for (let place = 2; place <= count; place += 1) {
    await seen(focused.getByText(say('followup:queue.place', { place, count })));
    await focused.getByRole('button', { name: say('followup:queue.next') }).click();
  }
  await eventually('the first comes round again', title, (text) => text.includes('漏水'));

  await pull(page, focused, 130);
  await seen(page.getByRole('dialog').getByLabel(say('followup:form.finding')));
}
