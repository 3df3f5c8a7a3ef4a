import assert from 'node:assert/strict';
import { eventually, gone, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

/** Whether the service worker has all it names. */
async function isOnDevice() {
  const wanted = (await (await fetch('/sw.js')).text()).match(/\/assets\/[\w.-]+\.(?:js|css)/g);
  return (await Promise.all(wanted.map((path) => caches.match(path)))).every(Boolean);
}

export default async function (stage) {
  stage.expects(/ERR_INTERNET_DISCONNECTED/);
  const path = `/work-items/${stage.installation.facts.leak}`;
  const page = await stage.open(path, { as: '张三', size: 'phone' });
  const followUps = async () => (await stage.ask('GET', `/api/v1${path}/follow-ups`, { as: '张三' })).items;
  const before = (await followUps()).length;
  await settled(page);
  await eventually('the product is on the device', () => page.evaluate(isOnDevice));

  await page.context().setOffline(true);
  await seen(page.getByText(say('app:offline.title')));
  await page.getByRole('button', { name: only(say('work:act.record')) }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('followup:form.finding')).fill('地下室没有信号，防水层已铺一半');
  await form.getByRole('button', { name: say('followup:form.submit') }).click();
  await seen(page.getByText(say('followup:form.kept')));
  await page.getByRole('button', { name: say('app:outbox.waiting', { count: 1 }) }).click();
  await seen(page.getByRole('dialog', { name: say('common:outbox.title') }).getByText('防水层已铺一半'));
  assert.equal((await followUps()).length, before);

  // The page may be closed meanwhile, and opened again too early.
  await page.close();
  const later = await page.context().newPage();
  await later.goto('/workbench');
  await seen(later.getByText(say('common:problem.client_unreachable')));
  await page.context().setOffline(false);
  await later.getByRole('button', { name: only(say('common:action.retry')) }).click();
  await eventually('it arrives', followUps, (list) => list.length > before);
  await gone(later.getByRole('button', { name: say('app:outbox.waiting', { count: 1 }) }));
  await later.evaluate(() => dispatchEvent(new Event('online')));
  await later.reload();
  await settled(later);
  const found = (await followUps()).filter(({ finding }) => finding.includes('地下室没有信号'));
  assert.equal(found.length, 1);
}
