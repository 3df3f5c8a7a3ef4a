import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeSound } from '../lib/checks.mjs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';

const say = speaking('zh');
const sheet = (target, weight) => `工号,目标项,指标,单位,目标值,权重
E003,按时完成维修工单100张,按时完成的工单,张,${target},60
E003,返修不超过6次,返修次数,次,6,${weight}
`;

export default async function (stage) {
  const file = join(stage.installation.home, 'cards.csv');
  const choose = (page) => page.locator('input[type=file]').setInputFiles(file);
  const page = await stage.open('/goals/import', { as: '赵强' });

  // What is wrong is said row by row, and nothing can be carried out.
  writeFileSync(file, sheet('一百', '30'));
  await choose(page);
  await seen(page.getByText(say('goal:import.step_check')));
  const row = (number) => page.getByRole('row').filter({ has: page.getByRole('cell', { name: String(number), exact: true }) });
  await seen(row(2).getByText('目标值'));
  await seen(row(2).getByText('权重'));
  await mustBeSound(page);
  assert.equal(await page.getByRole('button', { name: say('goal:import.make_cards', { count: 0 }) }).isDisabled(), true, 'all or nothing');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('common:importing.error_file') }).click()]);
  assert.match(download.suggestedFilename(), /\.(csv|xlsx)$/);

  await page.getByRole('button', { name: say('common:importing.other_file') }).click();
  writeFileSync(file, sheet('100', '40'));
  await choose(page);
  await page.getByRole('button', { name: say('goal:import.make_cards', { count: 1 }) }).click();
  await seen(page.getByText(say('goal:import.made_cards', { cards: 1, goals: 2 })));
  assert.equal((await stage.ask('GET', '/api/v1/goal-cards', { as: '赵强' })).items.length, 1);
}
