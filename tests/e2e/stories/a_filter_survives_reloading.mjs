import assert from 'node:assert/strict';
import { eventually, gone, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/work-items', { as: '赵强' });
  const item = (title) => page.getByRole('link', { name: title });
  await seen(item('3号楼2单元漏水检修'));
  await page.getByLabel(say('work:list.search')).fill('道闸');
  await gone(item('3号楼2单元漏水检修'));
  await seen(item('东门道闸失灵'));
  await page.getByText(say('work:whose.owned'), { exact: true }).click();
  await eventually('the address has the filter', () => new URL(page.url()).searchParams.get('whose'), (whose) => whose === 'owned');
  assert.equal(new URL(page.url()).searchParams.get('q'), '道闸');

  await page.reload();
  await settled(page);
  await seen(item('东门道闸失灵'));
  assert.equal(await item('3号楼2单元漏水检修').count(), 0);
  assert.equal(await page.getByLabel(say('work:list.search')).inputValue(), '道闸');

  await page.getByRole('button', { name: say('common:filter.clear') }).click();
  await seen(item('年度消防演练方案'));
}
