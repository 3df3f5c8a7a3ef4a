import assert from 'node:assert/strict';
import { only, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

export default async function (stage) {
  const page = await stage.open('/administration/templates', { as: '郑平' });
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: only(say('notify:event.reminder.due')) }) });
  await line.getByRole('link').click();
  const drawer = page.getByRole('dialog');
  const body = drawer.getByLabel(say('notify:templates.body'));
  await body.fill('请抓紧：');
  await drawer.getByRole('button', { name: only(say('notify:placeholder.handler')) }).click();
  assert.equal(await body.inputValue(), '请抓紧：{handler}');
  const preview = drawer.getByRole('region', { name: say('notify:templates.preview') });
  await seen(preview.getByText('请抓紧：李明'));

  // What nobody can fill in is refused by its name.
  stage.expects(/^422 (POST|PUT) \/api\/v1\/notice-templates/);
  await body.fill('请抓紧：{nobody}');
  await seen(preview.getByRole('alert').getByText(/nobody/));
  await body.fill('请抓紧：{handler}');
  await drawer.getByRole('button', { name: only(say('notify:templates.save')) }).click();
  await seen(line.getByText(say('notify:templates.own')));

  await line.getByRole('link').click();
  await drawer.getByRole('button', { name: only(say('notify:templates.back')) }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: only(say('notify:templates.back')) }).click();
  await seen(page.getByText(say('notify:templates.is_default_again')));
  const due = (await stage.ask('GET', '/api/v1/notice-templates?channel=email&language=zh', { as: '郑平' })).items.find(({ event }) => event === 'reminder.due');
  assert.equal(due.own, false);
}
