import assert from 'node:assert/strict';
import { eventually, gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');
const day = 86_400_000;

export default async function (stage) {
  const title = '屋面排水沟清淤';
  const { id, due_at: promised } = await stage.ask('POST', '/api/v1/work-items', { as: '张三', body: { title, due_at: new Date(Date.now() - day).toISOString() } });
  const item = () => stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' });

  const reporter = await stage.open(`/work-items/${id}`, { as: '张三' });
  assert.equal(await reporter.getByRole('button', { name: say('work:facts.edit', { label: say('work:field.due_at') }) }).count(), 0, 'the date cannot simply be moved');
  await reporter.getByRole('button', { name: say('delays:report') }).click();
  const form = reporter.getByRole('dialog', { name: say('delays:report') });
  await form.getByText(say('delays:cause.material'), { exact: true }).click();
  await form.getByLabel(say('delays:why.label', { number: 1 })).fill('清淤车没有来');
  await form.getByLabel(say('delays:why.label', { number: 1 })).press('Enter');
  await form.getByLabel(say('delays:why.label', { number: 2 })).fill('没有提前约车');
  await form.getByLabel(say('delays:action.label')).fill('改约另一家，以后提前三天约车');
  const wanted = new Date(Date.now() + 3 * day).toISOString().slice(0, 10);
  await form.getByLabel(say('delays:new_due_at.label')).fill(`${wanted} 18:00`);
  await form.getByLabel(say('delays:new_due_at.label')).press('Tab');
  await form.getByRole('button', { name: say('delays:send') }).click();
  await gone(form);
  await seen(reporter.getByText(say('delays:overdue.waiting_for', { name: '赵强' })));
  const [waiting] = (await item()).delay_reports;
  assert.deepEqual(waiting.whys, ['清淤车没有来', '没有提前约车']);

  // The supervisor finds it on the workbench.
  const supervisor = await stage.open('/workbench', { as: '赵强' });
  await supervisor.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: title }).first().click();
  await supervisor.getByRole('button', { name: only(say('delays:approve')) }).click();
  await supervisor.getByLabel(say('delays:ask.note')).fill('盯住车');
  await supervisor.getByRole('button', { name: only(say('delays:approve')) }).click();
  const approved = await eventually('the date moves', item, ({ due_at }) => due_at === waiting.new_due_at);
  assert.equal(approved.original_due_at, promised, 'the first date is kept');
  await seen(supervisor.getByText(say('delays:decided.approved', { name: '赵强' })));
  await gone(supervisor.getByText(say('delays:overdue.waiting_for', { name: '赵强' })));
}
