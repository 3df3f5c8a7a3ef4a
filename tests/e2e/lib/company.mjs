// The installations that stories start from.
import { Installation } from '../../scenarios/lib/installation.mjs';
import { readStory } from '../../scenarios/lib/story.mjs';
import { Telling } from '../../scenarios/lib/telling.mjs';
import { ask } from './asking.mjs';

export const password = 'correct horse battery';

/** Those who take part; the others of the company are only colleagues. */
const cast = ['刘芳', '张三', '钱七', '赵强', '何敏', '冯兰', '郑平', '韩磊'];

const hour = 3_600_000;
const at = (hours) => new Date(Date.now() + hours * hour).toISOString();

/** Uses the one-time link: the password, and a session for the browser to start with. */
async function setUp(installation, name) {
  const person = installation.people.get(name);
  const answer = await installation.request('POST', '/api/v1/setup', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: person.setup_token, password }) });
  if (answer.status !== 201) throw new Error(`${name} got no password: ${answer.status} ${answer.text}`);
  const [, cookieName, value] = /^([^=]+)=([^;]+)/.exec(answer.headers['set-cookie'][0]);
  installation.people.set(name, { ...person, cookie: { name: cookieName, value } });
}

/** Some work as it lies about on a Tuesday morning: late, due, handed over, waiting, on hold. */
async function furnish(installation) {
  const who = (name) => installation.people.get(name).id;
  const item = (owner, handler, form) => ask(installation, 'POST', '/api/v1/work-items', { as: owner, body: { ...form, owner_id: who(owner), handler_id: who(handler) } });
  const accept = async (name) => {
    for (const { id } of (await ask(installation, 'GET', '/api/v1/handoffs/waiting', { as: name })).items) await ask(installation, 'POST', `/api/v1/handoffs/${id}/acceptance`, { as: name });
  };

  const lift = await item('张三', '钱七', { title: '1号楼电梯年检', importance: 2, due_at: at(120), next_follow_up_at: at(0.5) });
  const pump = await item('赵强', '钱七', { title: '二次供水泵房保养', importance: 3, due_at: at(60), next_follow_up_at: at(20) });
  await accept('钱七');
  await ask(installation, 'POST', `/api/v1/work-items/${lift.id}/comments`, { as: '钱七', body: { text: '检测单位周四上午到，需要物业配合断电。' } });
  await ask(installation, 'POST', `/api/v1/work-items/${pump.id}/hold`, { as: '赵强', body: { reason: '等厂家配件', resume_at: at(100) } });

  const customer = await ask(installation, 'POST', '/api/v1/customers', { as: '赵强', body: {
    name: '锦绣花园业主委员会', tier: 'strategic', region: '锦绣花园', contacts: [{ name: '徐国强', title: '主任', phone: '13900002222', decision_role: 'decider' }],
  } });
  installation.facts.customer = customer.id;
  await ask(installation, 'POST', '/api/v1/products', { as: '郑平', body: { code: 'WY', name: '物业服务', unit: '元/平方米·月' } });

  const leak = await item('张三', '张三', {
    title: '3号楼2单元漏水检修', description: '业主反映卫生间顶部渗水，雨后加重。', location: '3号楼2单元', importance: 1,
    requester: { name: '王女士', phone: '13900001111' }, due_at: at(48), next_follow_up_at: at(24),
  });
  await ask(installation, 'POST', `/api/v1/work-items/${leak.id}/start`, { as: '张三' });
  await ask(installation, 'POST', `/api/v1/work-items/${leak.id}/follow-ups`, { as: '张三', body: {
    method: 'on_site', at: at(-26), finding: '已到现场查看，屋面防水层开裂', solution: '联系防水施工队报价', next_follow_up_at: at(-2),
  } });
  installation.facts.leak = leak.id;

  const lamp = await item('张三', '张三', { title: '地下车库照明更换', importance: 3, due_at: at(30), next_follow_up_at: at(0.6) });
  await ask(installation, 'POST', `/api/v1/work-items/${lamp.id}/follow-ups`, { as: '张三', body: { method: 'phone', at: at(-5), finding: '灯具已订货', next_follow_up_at: at(-1) } });
  await ask(installation, 'POST', `/api/v1/work-items/${lamp.id}/handoffs`, { as: '张三', body: { to_id: who('钱七'), note: '灯具已到仓库' } });
  installation.facts.handed = lamp.id;

  // Told with what it must come to: one that is asked about before it is accepted, one whose result waits to be judged.
  const brief = { why: '业主已第三次投诉', standard: ['关阀30分钟压力不下降', '墙面恢复原样'] };
  const meter = await item('赵强', '钱七', { kind: 'complaint', title: '12号楼水表井渗漏返修', due_at: at(72), brief });
  await ask(installation, 'POST', `/api/v1/handoffs/${meter.pending_handoff.id}/questions`, { as: '钱七', body: { question: '井盖钥匙在谁那里？' } });
  await ask(installation, 'POST', `/api/v1/work-items/${meter.id}/date-proposals`, { as: '钱七', body: { due_at: at(120), reason: '防水涂料周三才到' } });
  installation.facts.asked = meter.id;
  const door = await item('赵强', '赵强', { kind: 'complaint', title: '5号楼门禁误报整改', due_at: at(96), brief });
  await ask(installation, 'POST', `/api/v1/work-items/${door.id}/start`, { as: '赵强' });
  installation.facts.to_judge = door.id;
  await item('赵强', '张三', { title: '东门道闸失灵', importance: 2, due_at: at(8), next_follow_up_at: at(1) });
  await item('赵强', '赵强', { title: '年度消防演练方案', importance: 2, due_at: at(240), next_follow_up_at: at(72) });
}

/** Goals: a card both sides have signed with a look behind the line, and a sheet that shares a year out by month and person. */
async function setGoals(installation) {
  const who = (name) => installation.people.get(name);
  const today = new Date().toISOString().slice(0, 10);
  const card = await ask(installation, 'POST', '/api/v1/goal-cards', { as: '张三', body: { period: 'year', day: today, items: [
    { what: '全年报修一次修复率达到 92%', measure: '一次修复率', unit: '%', accrual: 'level', base: '85', commit: '88', target: '92', stretch: '95', quantity: '抽查 200 单', how: '备件前置，疑难单双人上门', weight: '60' },
    { what: '重大投诉不超过 3 件', measure: '重大投诉', unit: '件', better: 'lower', target: '3', weight: '40', risks: '汛期集中报修' },
  ] } });
  await ask(installation, 'POST', `/api/v1/goal-cards/${card.id}/proposal`, { as: '张三', body: {} });
  await ask(installation, 'POST', `/api/v1/goal-cards/${card.id}/signature`, { as: '赵强' });
  await ask(installation, 'POST', `/api/v1/goal-cards/${card.id}/signature`, { as: '张三' });
  await ask(installation, 'POST', `/api/v1/goal-items/${card.items[0].id}/check-ins`, { as: '张三', body: { actual: '80', confidence: 'at_risk', finding: '返修集中在老旧水管', catch_up: '换管件并培训两次', help: '请批 20 套阀门' } });
  await ask(installation, 'POST', `/api/v1/goal-items/${card.items[0].id}/actions`, { as: '张三', body: { what: '老旧水管换管件', obstacle: '停水时间难协调', from_on: today, to_on: today, support: ['money', 'things'] } });
  installation.facts.card = card.id;

  const fees = await ask(installation, 'POST', '/api/v1/measures', { as: '郑平', body: { code: 'fees', name: '物业费', unit: '万元', direction: 'higher', over_time: 'sum', decimals: 0 } });
  const plumbing = (await ask(installation, 'GET', '/api/v1/departments', { as: '赵强' })).items.find(({ name }) => name === '水电班');
  const sheet = await ask(installation, 'POST', '/api/v1/target-sheets', { as: '赵强', body: {
    preset: 'month_by_manager', year: Number(today.slice(0, 4)), department_id: plumbing.id, measure_ids: [fees.id], employee_ids: [who('赵强').id, who('张三').id], given: '1000',
  } });
  await ask(installation, 'POST', `/api/v1/target-sheets/${sheet.id}/splits`, { as: '赵强', version: sheet.version, body: { scope: 'whole', total: '990', method: 'even' } });
  installation.facts.sheet = sheet.id;
}

async function ready(template, more = async () => {}) {
  await template.start();
  await more(template);
  await template.stop();
  return template;
}

/**
 * empty      an organization and its first set-up link
 * company    the people of the scenarios, the cast with passwords and open sessions
 * furnished  the same with work under way
 */
export async function templates(engine) {
  const empty = new Installation(engine, 'empty');
  await empty.init();
  const company = await empty.copy('company');
  await new Telling(company).tell(readStory(new URL('../../scenarios/company.scenario', import.meta.url).pathname).steps);
  await ready(company, async () => {
    for (const name of cast) await setUp(company, name);
  });
  const furnished = await company.copy('furnished');
  await ready(furnished, async () => {
    await furnish(furnished);
    await setGoals(furnished);
  });
  return { empty, company, furnished };
}
