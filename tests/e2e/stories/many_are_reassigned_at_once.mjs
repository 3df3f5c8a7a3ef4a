import assert from 'node:assert/strict';
import { choosePerson } from '../lib/acting.mjs';
import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/work-items', { as: '赵强' });
  const titles = ['年度消防演练方案', '二次供水泵房保养'];
  for (const title of titles) await page.getByRole('row', { name: title }).getByRole('checkbox').check();
  await seen(page.getByText(say('common:table.selected', { count: 2 })));
  await page.getByRole('button', { name: say('work:batch.open') }).click();

  const form = page.getByRole('dialog');
  await choosePerson(page, form.getByLabel(say('work:field.owner')), '张三');
  await form.getByLabel(say('work:ask.reason')).fill('赵强下周休假');
  await form.getByRole('button', { name: say('work:batch.submit') }).click();
  await seen(page.getByText(say('work:batch.done', { count: 2 })));

  const owners = async () => (await stage.ask('GET', '/api/v1/work-items', { as: '赵强' })).items.filter(({ title }) => titles.includes(title)).map(({ owner }) => owner.name);
  assert.deepEqual(await owners(), ['张三', '张三']);
  await eventually('the list shows it', () => page.getByRole('row', { name: titles[0] }).innerText(), (text) => text.includes('张三'));
}
