// Every page, on a desk and on a phone, in both languages: no serious finding of axe, nothing in the console, nothing
// refused, no scrolling sideways, every word there and in the right language.
import { findingsOn } from '../lib/checks.mjs';
import { only, settled } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

export const ways = ['zh', 'en'].flatMap((language) => ['wide', 'phone'].flatMap((size) => ['work', 'goals', 'people', 'administration'].map((part) => ({ part, size, language }))));

/** By part, whoever sees most of it: [page, who, its address, what is opened on it first]. */
function pages({ facts, people }, say, size) {
  const item = `/work-items/${facts.leak}`;
  const menuOfSheet = (chosen) => async (page) => {
    await page.getByRole('main').getByRole('button', { name: only(say('goal:menu.title')) }).click();
    await settled(page);
    await page.getByRole('menuitem', { name: only(say(`goal:menu.${chosen}`)) }).click();
  };
  return {
    work: [
      ['workbench', '张三', '/workbench'],
      ['workbench-with-nothing-due', '何敏', '/workbench'],
      ...(size === 'phone' ? [['everything-there-is', '张三', '/workbench', (page) => page.getByRole('button', { name: only(say('app:nav.more')) }).click()]] : []),
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
      ['own-cadence', '张三', item, (page) => page.getByRole('button', { name: only(say('cadence:adjust')) }).click()],
      ['urging', '张三', item, async (page) => {
        await page.getByRole('main').getByRole('button', { name: only(say('work:act.more')) }).click();
        const urge = page.getByRole('menuitem', { name: only(say('work:act.urge')) });
        await urge.focus();
        await page.keyboard.press('Enter');
      }],
      ['handing-over', '张三', `/work-items/${facts.handed}`],
      ['item-asked-about', '赵强', `/work-items/${facts.asked}`],
      ['answering-a-handoff', '钱七', `/work-items/${facts.asked}`, (page) => page.getByRole('button', { name: only(say('work:handoff.other_answer')) }).click()],
      ['judging', '赵强', `/work-items/${facts.to_judge}`, (page) => page.getByRole('button', { name: only(say('work:act.judge')) }).click()],
      ['recurring-items', '赵强', '/work-items/series?ended=1'],
      ['new-recurring-item', '赵强', '/work-items/series', (page) => page.getByRole('button', { name: only(say('series:new')) }).first().click()],
      ['quadrants', '赵强', '/work-items/quadrants?whose=team'],
      ['board', '赵强', '/work-items/board?whose=team'],
      ['calendar', '赵强', '/work-items/calendar?whose=team'],
      ['delay-reports', '赵强', '/delay-reports'],
      ['delays', '赵强', '/analysis?report=delays'],
      ['import', '赵强', '/work-items/import'],
      ['missing-answers', '赵强', '/analysis'],
      ['ratings', '赵强', '/analysis?report=ratings'],
      ['flow', '赵强', '/analysis?report=flow&by=department'],
      ['touches', '赵强', '/analysis?report=touches'],
      ['customers', '赵强', '/customers'],
      ['customer', '赵强', `/customers/${facts.customer}`],
      ['customer-beside-list', '赵强', `/customers?customer=${facts.customer}`],
      ['new-customer', '赵强', '/customers?new=1'],
      ['importing-customers', '赵强', '/customers/import'],
      ['following-up-in-full', '赵强', `/work-items/${facts.asked}`, async (page) => {
        await page.getByRole('button', { name: only(say('work:act.record')) }).click();
        await page.getByRole('button', { name: only(say('followup:form.more')) }).click();
      }],
    ],
    goals: [
      ['goal-cards', '赵强', '/goals'],
      ['new-goal-card', '赵强', '/goals?whose=supervised', (page) => page.getByRole('button', { name: only(say('goal:card.new')) }).first().click()],
      ['goal-card', '赵强', `/goals/cards/${facts.card}`],
      ['goal-card-head', '赵强', `/goals/cards/${facts.card}`, (page) => page.getByRole('button', { name: only(say('goal:head.edit')) }).click()],
      ['copying-goal-card', '赵强', `/goals/cards/${facts.card}`, (page) => page.getByRole('button', { name: only(say('goal:copy.open')) }).click()],
      ['goal-review', '赵强', `/goals/cards/${facts.card}`, (page) => page.getByRole('button', { name: only(say('goal:review.add')) }).click()],
      ['goal-tree', '赵强', '/goals/tree'],
      ['goal-cards-none-found', '赵强', '/goals?whose=all&q=zzz'],
      ['importing-goal-cards', '赵强', '/goals/import'],
      ['goal-exceptions', '赵强', '/goals/exceptions'],
      ['goals-waiting', '赵强', '/goals/waiting'],
      ['targets', '赵强', '/goals/targets'],
      ['new-target-sheet', '赵强', '/goals/targets', (page) => page.getByRole('button', { name: only(say('goal:new.title')) }).first().click()],
      ['target-sheet', '赵强', `/goals/targets/${facts.sheet}`],
      ['importing-targets', '赵强', `/goals/targets/${facts.sheet}/import`],
      ['target-sheet-history', '赵强', `/goals/targets/${facts.sheet}`, menuOfSheet('history')],
      ['target-sheet-given', '赵强', `/goals/targets/${facts.sheet}`, menuOfSheet('given')],
      ['breaking-down', '赵强', `/goals/targets/${facts.sheet}`, async (page) => {
        await page.getByRole('rowheader').getByRole('button').first().click();
        await settled(page);
        await page.getByRole('menuitem', { name: only(say('goal:row.break_down')) }).click();
      }],
      ['measures', '郑平', '/administration/measures'],
      ['goal-settings', '郑平', '/administration/goals'],
    ],
    people: [
      ['sign-in', undefined, '/sign-in'],
      ['tour', '张三', '/workbench?tour=1'],
      ['unsubscribing', '赵强', '/p/unsubscribe/1:unknown'],
      ['people', '何敏', '/people'],
      ['person', '冯兰', `/people?person=${people.get('张三').id}`],
      ['person-with-history', '何敏', `/people?person=${people.get('张三').id}`],
      ['leaving', '何敏', `/people?person=${people.get('张三').id}`, (page) => page.getByRole('button', { name: only(say('org:leaving.open')) }).click()],
      ['positions', '何敏', '/people/positions'],
      ['importing-people', '何敏', '/people/import'],
      ['roles', '冯兰', '/roles'],
      ['new-role', '冯兰', '/roles', (page) => page.getByRole('button', { name: only(say('org:role.add')) }).click()],
      ['audit', '韩磊', '/audit'],
      ['adding-a-person', '何敏', '/people', (page) => page.getByRole('button', { name: only(say('org:employee.add')) }).click()],
      ['profile', '张三', '/settings'],
      ['password', '张三', '/settings/password'],
      ['devices', '张三', '/settings/devices'],
      ['second-factor', '张三', '/settings/second-factor', (page) => page.getByRole('button', { name: only(say('account:second_factor.set_up')) }).click()],
      ['tokens', '张三', '/settings/tokens'],
      ['new-token', '张三', '/settings/tokens', (page) => page.getByRole('button', { name: only(say('account:tokens.new')) }).first().click()],
      ['notices', '钱七', '/notices'],
      ['notices-all', '钱七', '/notices?show=all'],
      ['notices-none', '何敏', '/notices'],
      ...(size === 'wide' ? [['bell', '钱七', '/workbench', (page) => page.getByRole('button', { name: new RegExp(`^${say('app:bell.label')}`) }).click()]] : []),
      ['notice-choices', '张三', '/settings/notices'],
      ['calendar', '张三', '/settings/calendar'],
      ['deputies', '张三', '/settings/deputies'],
      ['naming-a-deputy', '何敏', '/settings/deputies', (page) => page.getByRole('button', { name: only(say('notify:deputies.name')) }).click()],
      ['not-found', '张三', '/nowhere'],
      ['search', '张三', '/settings', (page) => page.keyboard.press('Control+k')],
    ],
    administration: [
      ['products', '郑平', '/administration/products'],
      ['kinds', '郑平', '/administration/kinds'],
      ['cadence', '郑平', '/administration/kinds', (page) => page.getByRole('button', { name: say('cadence:every_kind_cadence') }).click()],
      ['a-kind', '郑平', '/administration/kinds', (page) => page.getByRole('button', { name: only(say('kinds:add')) }).click()],
      ['public-form', '郑平', '/administration/public-form'],
      ['organization', '郑平', '/administration/organization'],
      ['working-hours', '郑平', '/administration/calendar'],
      ['escalation', '郑平', '/administration/escalation'],
      ['ladder', '郑平', '/administration/escalation', (page) => page.getByRole('button', { name: only(say('notify:escalation.edit_this', { name: say('notify:escalation.every_kind'), topic: say('notify:topic.due.title') })) }).click()],
      ['channels', '郑平', '/administration/channels'],
      ['adding-a-channel', '郑平', '/administration/channels', async (page) => {
        await page.getByRole('button', { name: only(say('notify:channels.add')) }).click();
        await settled(page);
        await page.getByRole('menuitem', { name: only(say('notify:channel.wecom')) }).click();
      }],
      ['templates', '郑平', '/administration/templates'],
      ['template', '郑平', '/administration/templates?event=escalation.due'],
      ['deliveries', '郑平', '/administration/deliveries'],
    ],
  };
}

export default async function (stage, { part, size, language }) {
  const say = speaking(language);
  stage.expects(/^404 GET \/api\/v1\/public\/unsubscribe/); // a link that is none
  const found = [];
  const open = new Map();
  for (const [name, who, path, act] of pages(stage.installation, say, size)[part]) {
    let page = open.get(who);
    if (page) await page.goto(path);
    else open.set(who, (page = await stage.open(path, { as: who, size, language })));
    try {
      await settled(page);
      await act?.(page);
      const findings = await findingsOn(page, language, { contrast: language === 'zh' }); // both languages have the same colours
      if (name !== 'not-found' && (await page.getByRole('heading', { name: say('app:not_found.title') }).count())) findings.push('there is no such page');
      found.push(...findings.map((finding) => `${name}: ${finding}`));
    } catch (error) {
      found.push(`${name}: ${error.message}`);
    }
    await stage.keep(page, `${name}-${size}-${language}`);
  }
  if (found.length > 0) throw new Error(`${found.length} findings:\n${found.join('\n')}`);
}
