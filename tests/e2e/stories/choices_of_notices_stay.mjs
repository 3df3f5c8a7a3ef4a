import assert from 'node:assert/strict';
import { only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');
const cell = (kind, channel) => say('notify:choices.cell', { kind: say(`notify:kind.${kind}`), channel: say(`notify:channel.${channel}`) });

export default async function (stage) {
  const page = await stage.open('/settings/notices', { as: '张三' });
  const reminders = page.getByRole('checkbox', { name: only(cell('reminder', 'email')) });
  await seen(reminders);
  assert.equal(await reminders.isChecked(), false);
  await reminders.press('Space');
  assert.equal(await page.getByRole('checkbox', { name: only(cell('escalation', 'email')) }).count(), 0, 'escalations always come');

  const time = async (label, value) => {
    const field = page.getByLabel(label);
    await field.fill(value);
    await field.press('Enter');
  };
  await time(say('notify:choices.quiet_from'), '12:00');
  await time(say('notify:choices.quiet_to'), '13:30');
  await page.getByRole('button', { name: only(say('notify:choices.save')) }).click();
  await seen(page.getByText(say('notify:choices.saved')));

  const choices = await stage.ask('GET', '/api/v1/notice-choices', { as: '张三' });
  assert.deepEqual([choices.quiet_from, choices.quiet_to], ['12:00', '13:30']);
  await page.reload();
  await seen(reminders);
  assert.equal(await reminders.isChecked(), true);
  assert.equal(await page.getByLabel(say('notify:choices.quiet_from')).inputValue(), '12:00');

  // Half of the quiet hours is refused at its field, and nothing is lost.
  stage.expects(/^422 PUT \/api\/v1\/notice-choices$/);
  await page.getByLabel(say('notify:choices.quiet_to')).hover();
  await page.locator('.ant-picker-clear').last().click();
  await page.getByRole('button', { name: only(say('notify:choices.save')) }).click();
  await seen(page.getByText(/免打扰时段要同时填写开始和结束/));
}
