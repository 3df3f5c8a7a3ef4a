import assert from 'node:assert/strict';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/settings/calendar', { as: '张三' });
  await page.getByRole('button', { name: only(say('notify:calendar.make')) }).click();
  const shown = page.getByText(/\/calendar\/.+\.ics$/);
  await seen(shown);
  const address = await shown.innerText();
  assert.equal(new URL(address).origin, stage.origin);
  const subscribed = () => fetch(address);
  const calendar = await (await subscribed()).text();
  assert.match(calendar, /^BEGIN:VCALENDAR/);
  assert.match(calendar, /3号楼2单元漏水检修/);

  await page.reload();
  await seen(page.getByText(say('notify:calendar.made')));
  assert.equal(await shown.count(), 0);

  await page.getByRole('button', { name: only(say('notify:calendar.revoke')) }).click();
  await page.getByRole('dialog').getByRole('button', { name: only(say('notify:calendar.revoke')) }).click();
  await gone(page.getByText(say('notify:calendar.made')));
  assert.equal((await subscribed()).status, 404);
}
