import assert from 'node:assert/strict';
import http from 'node:http';
import { eventually, gone, only, seen, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');
const secret = 'a-very-secret-secret';

/** A program that takes messages, and refuses them when it is told to. */
async function listener() {
  const heard = [];
  const program = { heard, status: 200 };
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => {
      heard.push(Buffer.concat(parts).toString());
      response.writeHead(program.status).end(program.status === 200 ? 'thanks' : 'no such book');
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(program, { url: `http://127.0.0.1:${server.address().port}/hook`, close: () => server.close() });
}

export default async function (stage) {
  const program = await listener();
  try {
    const page = await stage.open('/administration/channels', { as: '郑平' });
    await settled(page);
    await page.getByRole('button', { name: only(say('notify:channels.add')) }).click();
    await settled(page);
    await page.getByRole('menuitem', { name: only(say('notify:channel.webhook')) }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(say('notify:channels.name')).fill('值班系统');
    await form.getByLabel(say('notify:setting.url.label'), { exact: true }).fill(program.url);
    await form.getByLabel(say('notify:setting.sign_secret.label')).fill(secret);
    await form.getByRole('switch', { name: say('notify:setting.allow_private.label') }).click();
    await form.getByRole('button', { name: only(say('common:action.save')) }).click();
    await seen(page.getByText('值班系统'));

    const trial = page.getByRole('dialog', { name: say('notify:trial.title', { name: '值班系统' }) });
    const send = async () => {
      await page.getByRole('button', { name: say('notify:channels.try_this', { name: '值班系统' }) }).click();
      await trial.getByRole('button', { name: only(say('notify:trial.send')) }).click();
    };
    await send();
    await seen(trial.getByText(new RegExp(`^${say('notify:trial.delivered')}`)));
    await eventually('the program hears of it', () => program.heard.length === 1);
    await page.keyboard.press('Escape');
    await gone(trial);

    // What the other side says when it refuses is shown as it came.
    program.status = 410;
    await send();
    await seen(trial.getByText(say('notify:trial.failed')));
    await seen(trial.getByText(/no such book|410/));
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: say('notify:channels.edit_this', { name: '值班系统' }) }).click();
    const edit = page.getByRole('dialog', { name: say('notify:channels.edit_title', { channel: say('notify:channel.webhook') }) });
    assert.equal(await edit.getByLabel(say('notify:setting.sign_secret.label')).inputValue(), '');
    assert.ok(!JSON.stringify(await stage.ask('GET', '/api/v1/channel-accounts', { as: '郑平' })).includes(secret));
    await edit.getByLabel(say('notify:channels.name')).fill('值班大屏');
    await edit.getByRole('button', { name: only(say('common:action.save')) }).click();
    await seen(page.getByText('值班大屏'));
    const [account] = (await stage.ask('GET', '/api/v1/channel-accounts', { as: '郑平' })).items;
    assert.deepEqual(account.secrets_set, ['sign_secret'], 'an empty field keeps the secret');
  } finally {
    program.close();
  }
}
