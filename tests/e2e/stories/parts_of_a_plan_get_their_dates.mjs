import assert from 'node:assert/strict';
import { chooseByKeys } from '../lib/acting.mjs';
import { gone, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';
const say = speaking('zh');

/** A bathroom to do up, with three parts that 赵强 does himself. */
async function given(stage) {
  const make = (body) => stage.ask('POST', '/api/v1/work-items', { as: '赵强', body });
  const parent = await make({ title: '卫生间翻新' });
  const [sealing, tiling, buying] = [
    await make({ title: '防水', parent_id: parent.id, estimate_minutes: 900 }),
    await make({ title: '贴砖', parent_id: parent.id, estimate_minutes: 1350 }),
    await make({ title: '买洁具', parent_id: parent.id }),
  ];
  return { parent, sealing, tiling, buying };
}

export default async function (stage) {
  const { parent, sealing, tiling } = await given(stage);
  const page = await stage.open(`/work-items/${parent.id}`, { as: '赵强' });
  const plan = page.getByRole('region', { name: only(say('planning:title')) });
  await seen(plan.getByText(say('planning:amount.days', { count: 6 })));

  // Tiles come after the sealing, by the keyboard as well.
  await plan.getByRole('button', { name: say('planning:waits.edit', { title: '贴砖' }) }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: say('planning:waits.edit', { title: '贴砖' }) });
  await settled(page);
  await chooseByKeys(page, drawer.getByLabel(say('planning:waits.after'), { exact: true }), `${sealing.number} 防水`);
  await drawer.getByRole('spinbutton').fill('1');
  await drawer.getByRole('button', { name: only(say('planning:waits.add')) }).click();
  await gone(drawer);
  await seen(plan.getByText(say('planning:waits.for', { titles: '防水' })));
  const { before } = await stage.ask('GET', `/api/v1/work-items/${tiling.id}/dependencies`, { as: '赵强' });
  assert.deepEqual(before.map(({ title, lag_minutes }) => [title, lag_minutes]), [['防水', 450]]);
  await stage.keep(page, 'plan');

  // What will change is shown before it does.
  await plan.getByRole('radiogroup', { name: say('planning:levelled.label') }).getByText(say('planning:levelled.yes'), { exact: true }).click();
  await plan.getByRole('button', { name: only(say('planning:adopt.act')) }).click();
  const dialog = page.getByRole('dialog', { name: say('planning:adopt.title') });
  await seen(dialog.getByRole('rowheader', { name: '贴砖' }));
  await dialog.getByRole('button', { name: say('planning:adopt.confirm', { count: 3 }) }).click();
  await gone(dialog);
  const schedule = await stage.ask('GET', `/api/v1/work-items/${parent.id}/schedule`, { as: '赵强' });
  for (const item of schedule.items) assert.ok(item.start_at && item.due_at, `${item.title} has dates`);

  // The part says what it waits for.
  await plan.getByRole('link', { name: '贴砖' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '防水' });
  await seen(notice.getByRole('link', { name: '防水' }));
}
