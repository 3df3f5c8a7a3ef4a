import assert from 'node:assert/strict';
import { eventually, gone, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const start = 'company';
const say = speaking('zh');

/** 张三's appointment, with one touch: a kind that wants five. */
async function refusedOnce(stage) {
  const body = { kind: 'appointment', title: '约见业主商谈占道', due_at: new Date(Date.now() + 864_000_000).toISOString(), requester: { name: '王女士', phone: '13900001111' } };
  const item = await stage.ask('POST', '/api/v1/work-items', { as: '张三', body });
  const touch = { method: 'phone', direction: 'outward', finding: '说不需要', outcome: 'refused', next_follow_up_at: new Date(Date.now() + 86_400_000).toISOString() };
  await stage.ask('POST', `/api/v1/commitments/${item.id}/follow-ups`, { as: '张三', body: touch });
  return item.id;
}

export default async function (stage) {
  const id = await refusedOnce(stage);
  const page = await stage.open(`/work-items/${id}`, { as: '张三' });
  await page.getByRole('button', { name: only(say('cadence:give_up.ask')) }).click();
  const asking = page.getByRole('dialog', { name: say('cadence:give_up.ask') });
  await asking.getByLabel(say('cadence:give_up.reason')).fill('业主已搬走');
  await asking.getByRole('button', { name: only(say('cadence:give_up.ask')) }).click();
  await gone(asking);
  await seen(page.getByText(say('cadence:give_up.waiting', { by: '张三', to: '赵强' })));

  // The supervisor finds it on the workbench and consents there.
  const supervisor = await stage.open('/workbench', { as: '赵强' });
  await seen(supervisor.getByRole('heading', { name: say('cadence:give_up.waiting_for_me') }));
  await seen(supervisor.getByText('业主已搬走'));
  await supervisor.getByRole('button', { name: only(say('cadence:give_up.consent')) }).click();
  await gone(supervisor.getByRole('heading', { name: say('cadence:give_up.waiting_for_me') }));

  // The owner's page learns it by itself; with the consent it can end.
  await page.getByRole('button', { name: only(say('cadence:give_up.do')) }).click();
  const ending = page.getByRole('dialog', { name: say('cadence:give_up.do') });
  await ending.getByRole('button', { name: only(say('cadence:give_up.do')) }).click();
  await gone(ending);
  await eventually('it is cancelled', async () => (await stage.ask('GET', `/api/v1/work-items/${id}`, { as: '张三' })).state, (state) => state === 'cancelled');

  // How closely such matters are followed is the administrator's to say.
  const admin = await stage.open('/administration/kinds', { as: '郑平' });
  await admin.getByRole('button', { name: say('cadence:of_kind', { name: '约见' }) }).click();
  const cadence = admin.getByRole('dialog', { name: say('cadence:of_kind', { name: '约见' }) });
  await cadence.getByRole('button', { name: say('cadence:add_step') }).click();
  await cadence.getByLabel(say('cadence:hint')).last().fill('先约时间');
  await cadence.getByRole('button', { name: say('common:action.save') }).click();
  await gone(cadence);
  const kept = await stage.ask('GET', '/api/v1/cadences/appointment', { as: '郑平' });
  assert.equal(kept.cadence.steps.at(-1).hint, '先约时间');

  await page.goto(new URL('/analysis?report=touches', page.url()).href);
  await page.getByRole('button', { name: '1', exact: true }).first().click();
  await seen(page.getByRole('dialog').getByRole('link', { name: '约见业主商谈占道' }));
}
