import assert from 'node:assert/strict';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');
const topic = say('notify:topic.handoff.title');
const name = say('notify:escalation.every_kind');

export default async function (stage) {
  const page = await stage.open('/administration/escalation', { as: '郑平' });
  const ladder = page.getByRole('region', { name: only(say('notify:escalation.ladder_of', { name, topic })) });
  const steps = ladder.getByRole('listitem');
  await seen(steps);
  const before = await steps.allInnerTexts();

  await page.getByRole('button', { name: only(say('notify:escalation.edit_this', { name, topic })) }).click();
  const form = page.getByRole('dialog');
  const step = (place) => form.getByRole('group', { name: only(say('notify:escalation.rung', { place })) });
  await step(2).getByLabel(say('notify:escalation.minutes_field')).fill('90');
  await form.getByRole('button', { name: only(say('notify:escalation.remove_rung', { place: 3 })) }).click();
  await form.getByRole('button', { name: only(say('common:action.save')) }).click();
  await seen(ladder.getByText(say('notify:escalation.own')));
  assert.equal(await steps.count(), before.length - 1);
  await seen(ladder.getByText(say('notify:topic.handoff.after', { span: say('notify:escalation.minutes', { count: 90 }) })));
  const own = (await stage.ask('GET', '/api/v1/escalation-policies', { as: '郑平' })).items.find((policy) => policy.topic === 'handoff');
  assert.equal(own.ladder.rungs[1].after_minutes, 90);

  // Telling those above before the time is refused, in words, and the form stays.
  stage.expects(/^422 PUT \/api\/v1\/escalation-policies$/);
  await page.getByRole('button', { name: only(say('notify:escalation.edit_this', { name, topic })) }).click();
  await step(1).getByLabel(say('notify:escalation.minutes_field')).fill('500');
  await form.getByRole('button', { name: only(say('common:action.save')) }).click();
  await seen(form.getByRole('alert'));
  await form.getByRole('button', { name: only(say('common:action.cancel')) }).click();
  await gone(form);

  await ladder.getByRole('button', { name: only(say('notify:escalation.back_to_shipped')) }).click();
  await page.getByRole('dialog').getByRole('button', { name: only(say('notify:escalation.back_to_shipped')) }).click();
  await gone(ladder.getByText(say('notify:escalation.own')));
  assert.deepEqual(await steps.allInnerTexts(), before);
}
