import assert from 'node:assert/strict';
import { eventually, gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const path = `/work-items/${stage.installation.facts.asked}`;
  const item = () => stage.ask('GET', `/api/v1${path}`, { as: '赵强' });
  const { date_proposals: [proposed] } = await item();

  const owner = await stage.open('/workbench', { as: '赵强' });
  await seen(owner.getByText('井盖钥匙在谁那里？'));
  await owner.getByRole('listitem').filter({ hasText: '井盖钥匙在谁那里？' }).getByRole('link').click();
  await owner.getByRole('button', { name: only(say('work:negotiation.answer')) }).click();
  await owner.getByLabel(say('work:negotiation.your_answer')).fill('门卫老周');
  await owner.getByRole('button', { name: only(say('work:negotiation.answer')) }).click();
  await gone(owner.getByLabel(say('work:negotiation.your_answer')));
  await owner.getByRole('button', { name: say('work:proposal.accept') }).click();
  await gone(owner.getByRole('button', { name: say('work:proposal.accept') }));
  await eventually('the new date', item, ({ due_at }) => due_at === proposed.due_at);

  // The receiver reads the answer, and says what they understood.
  const receiver = await stage.open(path, { as: '钱七' });
  await seen(receiver.getByText('门卫老周').first());
  await receiver.getByRole('button', { name: only(say('work:handoff.accept')) }).click();
  const answering = receiver.getByRole('dialog', { name: say('work:handoff.answer_title') });
  await seen(answering.getByText('关阀30分钟压力不下降'));
  await answering.getByLabel(say('work:handoff.understanding')).fill('先找老周拿钥匙，再换管补墙');
  await answering.getByRole('button', { name: say('work:handoff.send.accept') }).click();
  await gone(answering);
  assert.equal((await item()).standing.handler.name, '钱七');
}
