import assert from 'node:assert/strict';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';
const say = speaking('zh');
const standard = ['关阀30分钟压力不下降', '墙面恢复原样'];

/** An item of 赵强's that 钱七 works on. */
async function givenAndTaken(stage) {
  const who = (name) => stage.installation.people.get(name).id;
  const body = { kind: 'complaint', title: '水表井渗漏', owner_id: who('赵强'), handler_id: who('钱七'), due_at: new Date(Date.now() + 259_200_000).toISOString(), brief: { standard } };
  const item = await stage.ask('POST', '/api/v1/work-items', { as: '赵强', body });
  await stage.ask('POST', `/api/v1/handoffs/${item.pending_handoff.id}/acceptance`, { as: '钱七', body: {} });
  await stage.ask('POST', `/api/v1/work-items/${item.id}/start`, { as: '钱七', body: {} });
  return item.id;
}

async function judge(page, verdicts, note) {
  await page.getByRole('button', { name: only(say('work:act.judge')) }).click();
  const form = page.getByRole('dialog', { name: say('work:judging.title') });
  for (const [index, verdict] of verdicts.entries()) {
    await form.getByRole('radiogroup', { name: standard[index] }).getByText(say(`work:judging.${verdict}`), { exact: true }).click();
  }
  if (note) await form.getByLabel(say('work:judging.reason')).fill(note);
  await form.getByRole('button', { name: say('work:judging.submit') }).click();
  await gone(form);
}

export default async function (stage) {
  const id = await givenAndTaken(stage);
  const item = () => stage.ask('GET', `/api/v1/work-items/${id}`, { as: '赵强' });
  const submit = (result) => stage.ask('POST', `/api/v1/work-items/${id}/submission`, { as: '钱七', body: { result } });

  await submit('已换管');
  const page = await stage.open('/workbench', { as: '赵强' });
  await seen(page.getByRole('heading', { name: say('work:waiting.title') }));
  await page.getByRole('link', { name: '水表井渗漏' }).first().click();
  await judge(page, ['passed', 'failed'], '墙面还有破口');
  await seen(page.getByText(say('work:reason.returned', { reason: '墙面还有破口' })));
  const returned = await item();
  assert.equal(returned.state, 'returned');
  assert.deepEqual(returned.rounds[0].judgements.map(({ point, passed }) => [point, passed]), [[1, true], [2, false]]);

  await stage.ask('POST', `/api/v1/work-items/${id}/start`, { as: '钱七', body: {} });
  await submit('墙面已补');
  await seen(page.getByText('墙面已补').first());
  await judge(page, ['passed', 'passed']);
  await seen(page.getByRole('heading', { name: say('work:lessons.title') }));
  assert.equal((await item()).state, 'done');

  await page.getByRole('button', { name: say('work:lessons.add') }).click();
  await page.getByLabel(say('work:lessons.text')).fill('换管时先拍墙面照片');
  await page.getByRole('button', { name: only(say('work:lessons.save')) }).click();
  await seen(page.getByRole('listitem').filter({ hasText: '换管时先拍墙面照片' }));
  assert.equal((await item()).lessons[0].text, '换管时先拍墙面照片');
}
