import assert from 'node:assert/strict';
import { eventually, only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

/** No push service is reachable here: the browser's own part of subscribing is played. */
function subscribing() {
  let subscription = null;
  const bytes = (length, first) => new Uint8Array(length).map((_, i) => (i === 0 ? first : (i * 7) % 256)).buffer;
  const point = Uint8Array.from(atob('BCVxsr7N/eNgVRqvHtD0zTZsEc6+VV+JvLexhqUzORcxaOzi6+AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4='), (c) => c.charCodeAt(0)).buffer;
  PushManager.prototype.subscribe = async () =>
    (subscription = {
      endpoint: 'https://push.example.com/send/4711',
      getKey: (name) => (name === 'p256dh' ? point : bytes(16, 1)),
      unsubscribe: async () => ((subscription = null), true),
    });
  PushManager.prototype.getSubscription = async () => subscription;
}

async function deliver(page, message) {
  const browser = await page.context().newCDPSession(page);
  const registered = new Promise((found) => browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations.length > 0 && found(registrations[0])));
  await browser.send('ServiceWorker.enable');
  const { registrationId } = await registered;
  await browser.send('ServiceWorker.deliverPushMessage', { origin: new URL(page.url()).origin, registrationId, data: JSON.stringify(message) });
}

const shown = (page) =>
  page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data }) => ({ title, body, path: data.path })));

export default async function (stage) {
  const page = await stage.open('/settings/notices', { as: '张三' });
  await page.context().grantPermissions(['notifications'], { origin: stage.origin });
  await page.addInitScript(subscribing);
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const here = page.getByRole('switch', { name: say('notify:push.here') });
  await seen(here);
  assert.equal(await here.isChecked(), false);
  await here.press('Space');
  await seen(page.getByText(say('notify:push.is_on')));
  assert.equal(await here.isChecked(), true);
  const devices = async () => (await stage.ask('GET', '/api/v1/push-subscriptions', { as: '张三' })).devices;
  assert.equal((await devices()).length, 1);
  await page.reload();
  await eventually('the switch stays on', () => here.isChecked());

  // What the push service hands over is shown, and leads to the item.
  await deliver(page, { title: '该跟进了：3号楼2单元漏水检修', body: '约定的跟进时间已到', path: '/workbench', tag: 'zx.1' });
  const [notice] = await eventually('the notice is shown', () => shown(page), (all) => all.length > 0);
  assert.deepEqual(notice, { title: '该跟进了：3号楼2单元漏水检修', body: '约定的跟进时间已到', path: '/workbench' });

  await here.press('Space');
  await eventually('the server has forgotten it', devices, (all) => all.length === 0);
  assert.equal(await here.isChecked(), false);

  // The next one at this desk must not be shown my notices.
  await here.press('Space');
  await eventually('on again', devices, (all) => all.length === 1);
  await page.getByRole('button', { name: say('app:me.menu', { name: '张三' }) }).click();
  await page.getByRole('menuitem', { name: only(say('app:sign_out')) }).click();
  await page.waitForURL('**/sign-in');
  assert.equal((await devices()).length, 0);
}
