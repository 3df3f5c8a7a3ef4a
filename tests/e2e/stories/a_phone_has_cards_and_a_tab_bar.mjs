import assert from 'node:assert/strict';
import { eventually, gone, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

/** A finger needs 44 px (WCAG 2.2 asks for 24). */
const finger = 40;

export default async function (stage) {
  const page = await stage.open('/work-items', { as: '张三', size: 'phone' });
  await seen(page.getByRole('list', { name: say('work:list.title') }).getByRole('link', { name: '3号楼2单元漏水检修' }));
  assert.equal(await page.getByRole('table').count(), 0, 'cards, not a table');

  const bar = page.getByRole('navigation', { name: say('app:nav.label') });
  const { y, height } = await bar.boundingBox();
  assert.ok(Math.abs(y + height - 812) <= 1, 'the bar is at the bottom');
  for (const link of await bar.getByRole('link').all()) assert.ok((await link.boundingBox()).height >= finger, 'the tabs are big enough for fingers');
  await bar.getByRole('button', { name: say('app:add.label') }).tap();
  await seen(page.getByRole('dialog').getByRole('link', { name: say('app:add.work_item') }));
  await page.keyboard.press('Escape');
  await settled(page);

  await bar.getByRole('button', { name: say('app:nav.more') }).tap();
  const more = page.getByRole('dialog', { name: say('app:more.title') });
  await more.getByRole('link', { name: say('app:nav.organization') }).tap();
  await seen(page.getByRole('heading', { level: 1, name: say('org:page.title') }));
  await gone(more);

  await bar.getByRole('link', { name: say('app:nav.workbench') }).tap();
  const card = page.getByRole('article').filter({ hasText: '3号楼2单元漏水检修' });
  await card.getByRole('button', { name: say('followup:queue.record') }).tap();
  const form = page.getByRole('dialog');
  await seen(form.getByLabel(say('followup:form.finding')));
  const box = await eventually('the form fills the screen', () => form.boundingBox(), (box) => box && box.y <= 1);
  assert.deepEqual([box.x, box.width, Math.round(box.height)], [0, 375, 812]);
}
