// The way from the paper form to "where does it stand?": sign in, import the sheet, record a follow-up, read the answer.
import assert from 'node:assert/strict';
import { mustBeSound } from '../lib/checks.mjs';
import { password } from '../lib/company.mjs';
import { eventually, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const core = true;
export const start = 'company';
export const ways = ['zh', 'en'].flatMap((language) => ['wide', 'phone'].map((size) => ({ size, language })));

const sheet = new URL('../../golden/followup_sheet.csv', import.meta.url).pathname;

export default async function (stage, { size, language }) {
  const say = speaking(language);
  await stage.ask('PATCH', '/api/v1/profile', { as: '赵强', body: { language } });
  const page = await stage.open('/sign-in', { size, language });
  await page.getByLabel(say('account:field.login')).fill('zhao');
  await page.getByLabel(say('account:field.password')).fill(password);
  await page.getByRole('button', { name: say('account:sign_in.submit') }).click();
  await page.waitForURL('**/workbench');

  if (size === 'phone') await page.getByRole('button', { name: only(say('app:nav.more')) }).click();
  const menu = size === 'phone' ? page.getByRole('dialog') : page.getByRole('navigation', { name: say('app:nav.label') });
  await menu.getByRole('link', { name: only(say('app:nav.work_items')) }).click();
  // The list has no room for it on a phone, but the page is made for one.
  if (size === 'phone') await page.goto('/work-items/import');
  else await page.getByRole('button', { name: only(say('work:import.title')) }).click();
  await page.locator('input[type=file]').setInputFiles(sheet);
  const rows = page.getByRole('row');
  await seen(rows.filter({ hasText: 'PVC排水管修复' }).getByText(say('work:import.verdicts.new_item')));
  await seen(rows.filter({ hasText: '小区地热检测' }).getByText(say('work:import.verdicts.new_item')));
  await mustBeSound(page, language);
  assert.deepEqual((await stage.ask('GET', '/api/v1/work-items', { as: '赵强' })).items, [], 'a trial imports nothing');
  await page.getByRole('button', { name: say('work:import.carry_out', { count: 2 }) }).click();
  await page.getByRole('button', { name: say('work:import.to_list') }).click();

  await page.getByRole('link', { name: 'PVC排水管修复' }).click();
  await page.getByRole('button', { name: only(say('work:act.record')) }).click();
  await page.getByLabel(say('followup:form.finding')).fill('排水管已更换，试水不漏');
  await page.getByLabel(say('followup:form.solution')).fill('三天后回访住户');
  await mustBeSound(page, language);
  await page.getByRole('button', { name: say('followup:form.submit') }).click();
  // The answer line says it at once.
  await seen(page.getByRole('paragraph').filter({ hasText: '赵强' }).filter({ hasText: '排水管已更换，试水不漏' }));
  await mustBeSound(page, language);

  const { items } = await stage.ask('GET', '/api/v1/work-items?text=PVC', { as: '赵强' });
  const { items: followUps } = await stage.ask('GET', `/api/v1/work-items/${items[0].id}/follow-ups`, { as: '赵强' });
  assert.deepEqual(followUps.map(({ finding }) => finding), ['人员配备未齐', '施工开始', '排水管已更换，试水不漏']);
  await eventually('the next look is planned', async () => (await stage.ask('GET', '/api/v1/work-items?text=PVC', { as: '赵强' })).items[0].follow_up_overdue, (late) => !late);
}
