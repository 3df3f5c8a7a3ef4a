import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const { leak } = stage.installation.facts;
  const item = () => stage.ask('GET', `/api/v1/work-items/${leak}`, { as: '张三' });
  const page = await stage.open('/work-items/quadrants', { as: '张三' });
  const field = (quadrant) => page.getByRole('region', { name: say(`work:quadrant.${quadrant}.name`), exact: true });
  await page.getByRole('button', { name: say('work:quadrant.move', { title: '3号楼2单元漏水检修' }) }).focus();
  await page.keyboard.press('Enter');
  const target = page.getByRole('menuitem', { name: new RegExp(`D ${say('work:quadrant.D.name')}`) });
  await seen(target);
  await target.focus();
  await page.keyboard.press('Enter');
  await seen(field('D').getByRole('link', { name: '3号楼2单元漏水检修' }));
  await eventually('its quadrant', item, ({ quadrant, standing }) => quadrant === 'D' && standing.importance === 3);

  await field('D').getByRole('listitem').filter({ hasText: '3号楼2单元漏水检修' }).dragTo(field('A'));
  await seen(field('A').getByRole('link', { name: '3号楼2单元漏水检修' }));
  await eventually('its quadrant', item, ({ quadrant }) => quadrant === 'A');
}
