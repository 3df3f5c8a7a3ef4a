import assert from 'node:assert/strict';
import { choosePerson } from '../lib/acting.mjs';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/work-items?new=1', { as: '张三' });
  const form = page.getByRole('dialog', { name: say('work:new.title') });
  await form.getByLabel(say('work:field.title')).fill('5号楼外墙瓷砖松动');
  await form.getByRole('switch', { name: say('work:new.draft') }).click();
  await form.getByRole('button', { name: say('work:new.submit_draft') }).click();
  await seen(page.getByText(say('work:reason.draft')));
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const item = () => stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' });
  assert.equal((await item()).state, 'draft');

  await page.getByRole('button', { name: only(say('work:act.assign')) }).click();
  const assigning = page.getByRole('dialog', { name: say('work:act.assign') });
  await choosePerson(page, assigning.getByLabel(say('work:assign.handler')), '钱七');
  await assigning.getByLabel(say('work:assign.note')).fill('先拉警戒线');
  await assigning.getByRole('button', { name: only(say('work:act.assign')) }).click();
  await gone(page.getByText(say('work:reason.draft')));
  await seen(page.getByRole('alert').filter({ hasText: '先拉警戒线' }));
  const { state, pending_handoff } = await item();
  assert.equal(state, 'assigned');
  assert.equal(pending_handoff.to.name, '钱七');
}
