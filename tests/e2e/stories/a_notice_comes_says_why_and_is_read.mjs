import assert from 'node:assert/strict';
import { eventually, gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const unread = async () => (await stage.ask('GET', '/api/v1/notices/unread', { as: '钱七' })).count;
  const before = await eventually('the notices of what lies about already', unread);
  const page = await stage.open('/workbench', { as: '钱七' });
  const bell = (count) => page.getByRole('button', { name: only(count ? say('app:bell.unread', { count }) : say('app:bell.label')) });
  await seen(bell(before));

  // It rings on the open page without being asked.
  await stage.ask('POST', `/api/v1/work-items/${stage.installation.facts.leak}/handoffs`, { as: '张三', body: { to_id: stage.installation.people.get('钱七').id, note: '钥匙在门卫' } });
  await seen(bell(before + 1));
  await bell(before + 1).click();
  const latest = page.getByRole('dialog', { name: say('notify:inbox.latest') });
  const line = latest.getByRole('listitem').filter({ hasText: '3号楼2单元漏水检修' }).first();
  await seen(line.getByText('钥匙在门卫'));
  const [notice] = (await stage.ask('GET', '/api/v1/notices?limit=1', { as: '钱七' })).items;
  await seen(line.getByText(notice.reason));

  // Opening what it is about is reading it.
  await line.getByRole('link').click();
  await gone(latest);
  await page.waitForURL(`**/work-items/${stage.installation.facts.leak}`);
  await seen(bell(before));
  assert.equal(await unread(), before);

  // Escape gives the focus back; all of it can be read at once, and none of it is lost.
  await bell(before).click();
  await seen(latest);
  await page.keyboard.press('Escape');
  await gone(latest);
  assert.ok(await bell(before).evaluate((button) => button === document.activeElement));
  await page.goto('/notices');
  await page.getByRole('button', { name: only(say('notify:inbox.read_all')) }).click();
  await seen(page.getByText(say('notify:inbox.none_unread')));
  await seen(bell(0));
  await page.getByRole('button', { name: only(say('notify:inbox.show_all')) }).click();
  await seen(page.getByRole('link', { name: notice.heading }));
}
