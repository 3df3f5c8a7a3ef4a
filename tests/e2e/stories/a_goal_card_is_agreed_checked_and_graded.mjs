import { eventually, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const press = (page, key, values) => page.getByRole('button', { name: only(say(key, values)) }).first().click();
  // Behind the name of a field that may stay empty it says so.
  const field = (page, key, values) => page.getByRole('dialog').getByLabel(new RegExp(`^${say(key, values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*[（(].*)?$`));
  const fill = (page, key, text, values) => field(page, key, values).fill(text);

  // The person writes and proposes.
  const zhang = await stage.open('/goals', { as: '张三' });
  await press(zhang, 'goal:card.new');
  await press(zhang, 'goal:card.make');
  await seen(zhang.getByText(say('goal:item.none')));
  await press(zhang, 'goal:item.add');
  await fill(zhang, 'goal:item.what', '3号楼报修当日办结率达到 95%');
  await fill(zhang, 'goal:item.measure', '当日办结率');
  await fill(zhang, 'goal:item.unit', '%');
  await fill(zhang, 'goal:tier.target', '95');
  await fill(zhang, 'goal:item.weight_label', '100');
  await zhang.keyboard.press('Control+Enter');
  await seen(zhang.getByRole('heading', { name: /3号楼报修当日办结率/ }));
  const id = new URL(zhang.url()).pathname.split('/').at(-1);
  const card = (as = '张三') => stage.ask('GET', `/api/v1/goal-cards/${id}`, { as });
  await press(zhang, 'goal:act.propose');
  await fill(zhang, 'goal:ask.note_propose', '请看夜班人手是否够');
  await zhang.keyboard.press('Control+Enter');
  await eventually('proposed', card, ({ state }) => state === 'proposed');

  // Both sign.
  const zhao = await stage.open(`/goals/cards/${id}`, { as: '赵强' });
  await press(zhao, 'goal:act.sign');
  await eventually('signed by the supervisor', card, ({ supervisor_signature }) => supervisor_signature !== null);
  await zhang.reload();
  await press(zhang, 'goal:act.sign');
  await eventually('committed', card, ({ state }) => state === 'committed');

  // A look at it, behind the line: it asks how to catch up.
  await press(zhang, 'goal:check_in.new');
  await fill(zhang, 'goal:check_in.actual', '20', { unit: '%' });
  await zhang.getByRole('dialog').getByText(say('goal:confidence.off_track'), { exact: true }).click();
  await fill(zhang, 'goal:check_in.finding', '夜班缺一人，报修积压');
  await fill(zhang, 'goal:check_in.catch_up', '本周起夜班两人，先清积压');
  await zhang.keyboard.press('Control+Enter');
  await eventually('checked in', card, ({ state, items }) => state === 'active' && items[0].check_ins.length === 1 && items[0].check_ins[0].catch_up !== null);

  // The supervisor sees it among the exceptions.
  await zhao.goto('/goals/exceptions');
  await seen(zhao.getByRole('link', { name: /3号楼报修当日办结率/ }));

  // Evaluated by oneself, then by the supervisor; the score opens to its steps.
  await zhang.reload();
  await press(zhang, 'goal:act.self_evaluate');
  await fill(zhang, 'goal:ask.actual', '95', { target: '95', unit: '%' });
  await fill(zhang, 'goal:ask.summary_self_evaluate', '夜班补齐后当月达标，下次提前排班');
  await zhang.keyboard.press('Control+Enter');
  await eventually('evaluated by oneself', card, ({ state }) => state === 'self_evaluated');
  await zhao.goto(`/goals/cards/${id}`);
  await press(zhao, 'goal:act.evaluate');
  await fill(zhao, 'goal:ask.difficulty_reason', '老旧楼报修多，与约定一致');
  await fill(zhao, 'goal:ask.effort_reason', '与约定一致');
  await fill(zhao, 'goal:ask.summary_evaluate', '属实，赶上得及时');
  await zhao.keyboard.press('Control+Enter');
  await eventually('graded', async () => { const { state, grade, score } = await card(); return { state, grade, score }; }, ({ state, grade }) => state === 'evaluated' && grade === 'B');
  await press(zhao, 'goal:score.open');
  await seen(zhao.getByRole('rowheader', { name: /3号楼报修当日办结率/ }));
}
