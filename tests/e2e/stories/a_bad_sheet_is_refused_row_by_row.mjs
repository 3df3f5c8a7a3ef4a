import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeSound } from '../lib/checks.mjs';
import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';

const say = speaking('zh');

const sheet = `工作项目,工作开始时间,计划完成时间,第一次跟进时间,完成情况,问题解决办法
电梯年检,2026.05.12,2026.05.20,2026.05.15,已预约,联系检测单位
,2026.05.12,2026.05.20,2026.05.15,已预约,
消防泵保养,2026.13.45,2026.05.20,2026.05.15,等配件,
`;

export default async function (stage) {
  const file = join(stage.installation.home, 'sheet.csv');
  writeFileSync(file, sheet);
  const page = await stage.open('/work-items/import', { as: '赵强' });
  await page.locator('input[type=file]').setInputFiles(file);

  // Row, column and reason, as the spreadsheet numbers and names them.
  const row = (number) => page.getByRole('row').filter({ has: page.getByRole('cell', { name: String(number), exact: true }) });
  await seen(row(3).getByText(say('common:importing.refused')));
  await seen(row(3).getByText('工作项目'));
  await seen(row(4).getByText('工作开始时间'));
  await seen(row(4).getByText('2026.13.45'));
  await mustBeSound(page);

  const carryOut = page.getByRole('button', { name: say('work:import.carry_out', { count: 1 }) });
  assert.equal(await carryOut.isDisabled(), true, 'all or nothing');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('common:importing.error_file') }).click()]);
  assert.match(download.suggestedFilename(), /\.(csv|xlsx)$/);

  await page.getByRole('radio', { name: say('common:importing.skip_bad_rows') }).check();
  await carryOut.click();
  await page.getByRole('button', { name: say('work:import.to_list') }).click();
  await seen(page.getByRole('link', { name: '电梯年检' }));
  assert.equal((await stage.ask('GET', '/api/v1/work-items', { as: '赵强' })).items.length, 1);
}
