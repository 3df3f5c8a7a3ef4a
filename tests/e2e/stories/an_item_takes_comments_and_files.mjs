import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open(`/work-items/${stage.installation.facts.leak}?tab=comments`, { as: '张三' });
  await page.getByLabel(say('work:comments.hint')).fill('业主周末不在家');
  await page.getByRole('tabpanel').getByRole('button', { name: say('work:comments.send') }).click();
  await seen(page.getByRole('list', { name: say('work:history.comments') }).getByText('业主周末不在家'));

  // "@" finds a colleague by initials, and the keyboard takes the first one.
  const box = page.getByLabel(say('work:comments.hint'));
  await box.pressSequentially('请确认 @qq');
  await seen(page.getByRole('menuitem').filter({ hasText: '钱七' }));
  await box.press('Enter');
  await box.press('Control+Enter');
  await seen(page.getByRole('list', { name: say('work:history.comments') }).getByText('@钱七'));
  const { items } = await stage.ask('GET', `/api/v1/work-items/${stage.installation.facts.leak}/comments`, { as: '张三' });
  assert.deepEqual(items.at(-1).mentioned.map((person) => person.name), ['钱七']);

  const content = Buffer.from('<script>alert(1)</script>');
  await page.locator('input[type=file]').setInputFiles({ name: '报价单.html', mimeType: 'text/html', buffer: content });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '报价单.html' }).click()]);
  assert.equal(download.suggestedFilename(), '报价单.html');
  assert.deepEqual(readFileSync(await download.path()), content);
}
