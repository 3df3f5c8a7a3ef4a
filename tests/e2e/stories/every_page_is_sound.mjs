// Every page, on a desk and on a phone, in both languages: no serious finding of axe, nothing in the console, nothing
// refused, no scrolling sideways, every word there and in the right language.
import { findingsOn } from '../lib/checks.mjs';
import { only, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const ways = ['zh', 'en'].flatMap((language) => ['wide', 'phone'].map((size) => ({ size, language })));

/** Whoever sees most of it: [page, who, its address, what is opened on it first]. */
function pages({ facts, people }, say) {
  const item = `/work-items/${facts.leak}`;
  return [
    ['sign-in', undefined, '/sign-in'],
    ['workbench', '张三', '/workbench'],
    ['workbench-with-nothing-due', '何敏', '/workbench'],
    ['follow-ups', '张三', '/follow-ups?range=all'],
    ['follow-ups-by-time', '张三', '/follow-ups?range=week&order=time'],
    ['recording-anything', '张三', '/follow-ups?record=1'],
    ['work-items', '赵强', '/work-items'],
    ['work-items-none-found', '赵强', '/work-items?q=zzz'],
    ['new-item', '赵强', '/work-items?new=1'],
    ['item', '张三', item],
    ['item-beside-list', '赵强', `/work-items?item=${facts.leak}`],
    ['item-follow-ups', '张三', `${item}?tab=follow_ups`],
    ['recording', '张三', item, (page) => page.getByRole('button', { name: only(say('work:act.record')) }).click()],
    ['handing-over', '张三', `/work-items/${facts.handed}`],
    ['import', '赵强', '/work-items/import'],
    ['people', '何敏', '/people'],
    ['person', '冯兰', `/people?person=${people.get('张三').id}`],
    ['adding-a-person', '何敏', '/people', (page) => page.getByRole('button', { name: only(say('org:employee.add')) }).click()],
    ['profile', '张三', '/settings'],
    ['password', '张三', '/settings/password'],
    ['devices', '张三', '/settings/devices'],
    ['tokens', '张三', '/settings/tokens'],
    ['not-found', '张三', '/nowhere'],
    ['search', '张三', '/settings', (page) => page.keyboard.press('Control+k')],
  ];
}

export default async function (stage, { size, language }) {
  const say = speaking(language);
  const found = [];
  const open = new Map();
  for (const [name, who, path, act] of pages(stage.installation, say)) {
    let page = open.get(who);
    if (page) await page.goto(path);
    else open.set(who, (page = await stage.open(path, { as: who, size, language })));
    try {
      await settled(page);
      await act?.(page);
      const findings = await findingsOn(page, language);
      if (name !== 'not-found' && (await page.getByRole('heading', { name: say('app:not_found.title') }).count())) findings.push('there is no such page');
      found.push(...findings.map((finding) => `${name}: ${finding}`));
    } catch (error) {
      found.push(`${name}: ${error.message}`);
    }
    await stage.keep(page, `${name}-${size}-${language}`);
  }
  if (found.length > 0) throw new Error(`${found.length} findings:\n${found.join('\n')}`);
}
