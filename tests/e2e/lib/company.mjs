// The installations that stories start from.
import { Installation } from '../../scenarios/lib/installation.mjs';
import { readStory } from '../../scenarios/lib/story.mjs';
import { Telling } from '../../scenarios/lib/telling.mjs';
import { ask } from './asking.mjs';

export const password = 'correct horse battery';

/** Those who take part; the others of the company are only colleagues. */
const cast = ['刘芳', '张三', '钱七', '赵强', '何敏', '冯兰', '郑平'];

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
  await ready(furnished, furnish);
  return { empty, company, furnished };
}
