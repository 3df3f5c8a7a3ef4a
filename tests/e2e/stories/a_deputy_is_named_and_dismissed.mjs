import { choosePerson } from '../lib/acting.mjs';
import { gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/settings/deputies', { as: '张三' });
  await page.getByRole('button', { name: only(say('notify:deputies.name')) }).click();
  const form = page.getByRole('dialog');
  await choosePerson(page, form.getByLabel(say('notify:deputies.deputy'), { exact: true }), '钱七');
  const last = form.getByLabel(say('notify:deputies.to'), { exact: true });
  const today = (await form.getByLabel(say('notify:deputies.from'), { exact: true }).inputValue());
  await last.fill(today);
  await last.press('Tab');
  await form.getByRole('button', { name: only(say('common:action.save')) }).click();
  const mine = page.getByText(say('notify:deputies.mine', { deputy: '钱七' }));
  await seen(mine);
  await seen(page.getByText(say('notify:deputies.now')));

  // The other one knows of it.
  const deputy = await stage.open('/settings/deputies', { as: '钱七' });
  await seen(deputy.getByText(say('notify:deputies.i_stand_in', { away: '张三' })));

  await page.getByRole('button', { name: say('notify:deputies.dismiss_this', { deputy: '钱七' }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: only(say('notify:deputies.dismiss')) }).click();
  await gone(mine);
}
