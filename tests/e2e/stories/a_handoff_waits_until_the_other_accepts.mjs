import assert from 'node:assert/strict';
import { choosePerson } from '../lib/acting.mjs';
import { eventually, gone, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const path = `/work-items/${stage.installation.facts.leak}`;
  const receiver = await stage.open('/workbench', { as: '钱七' });
  const waiting = receiver.getByRole('listitem').filter({ has: receiver.getByRole('link', { name: '3号楼2单元漏水检修' }) });
  await seen(receiver.getByRole('heading', { level: 1 }));
  assert.equal(await waiting.count(), 0);

  const giver = await stage.open(path, { as: '张三' });
  await giver.getByRole('button', { name: say('work:act.hand_over') }).click();
  const form = giver.getByRole('dialog');
  await choosePerson(giver, form.getByLabel(say('work:handoff.to')), '钱七');
  await form.getByLabel(say('work:handoff.note')).fill('钥匙在门卫');
  await form.getByRole('button', { name: say('work:act.hand_over') }).click();
  const pending = giver.getByText(say('work:handoff.pending_for', { from: '张三', to: '钱七' }));
  await seen(pending);
  const handler = async () => (await stage.ask('GET', `/api/v1${path}`, { as: '张三' })).standing.handler.name;
  assert.equal(await handler(), '张三', 'until it is accepted the giver stays answerable');

  // The other one's page hears of it without being asked again.
  await seen(waiting.getByText('钥匙在门卫'));
  await waiting.getByRole('button', { name: say('work:handoff.accept') }).click();
  const answering = receiver.getByRole('dialog', { name: say('work:handoff.answer_title') });
  await answering.getByLabel(say('work:handoff.understanding')).fill('去仓库领灯具，今晚换完');
  await answering.getByRole('button', { name: say('work:handoff.send.accept') }).click();
  await gone(waiting.getByRole('button', { name: say('work:handoff.accept') }));
  await eventually('the handler', handler, (name) => name === '钱七');
  await gone(pending);
  await seen(giver.getByText(new RegExp(`^钱七 ${say('followup:stage.accepted')}|^钱七 ${say('followup:stage.in_progress')}`)));
}
