import { seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const { number } = await stage.ask('GET', `/api/v1/work-items/${stage.installation.facts.leak}`, { as: '张三' });
  const page = await stage.open('/settings', { as: '张三' });
  await seen(page.getByRole('heading', { level: 1 }));

  for (const typed of ['漏水', number, '13900001111']) {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: say('app:search.open') });
    await field.fill(typed);
    const found = page.getByRole('option', { name: '3号楼2单元漏水检修' });
    await seen(found);
    // Whoever asked on the phone has the answer before opening anything.
    await seen(found.getByText('已到现场查看，屋面防水层开裂'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/work-items/${stage.installation.facts.leak}`);
    await seen(page.getByRole('heading', { name: '3号楼2单元漏水检修' }));
  }

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: say('app:search.open') }).fill('没有这样的事');
  await seen(page.getByText(say('app:search.nothing', { typed: '没有这样的事' })));
}
