// Whatever stands in parameters and fields, the answer is a result or a refusal with a code, never a broken server.
import { randomUUID } from 'node:crypto';

const odd = ['', ' ', '0', '-1', '99999999999999999999999', '1e400', 'null', 'true', "'; DROP TABLE work_item; --", '%', '_', '\\', '"', '*', '(', 'a OR b', 'NEAR(', '\u0000', '\u{1F600}', '電'.repeat(400), '2026-02-30', '9999-12-31', '0000-00-00', '+275760-09-13T00:00:00Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z'];
const oddJson = [null, true, 0, -1, 1e308, 9007199254740993, '', ' ', '\u0000', '電'.repeat(30_000), '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z', '2026-02-30', [], [null], {}, { a: {} }, ['a', 'a'], randomUUID()];

async function documentOf(installation) {
  return JSON.parse((await installation.request('GET', '/api/openapi.json')).text);
}

function resolve(document, schema) {
  if (!schema?.$ref) return schema ?? {};
  return schema.$ref.slice(2).split('/').reduce((value, key) => value[key], document);
}

const usually = '周建国';
const administrators = { 'people.manage': '何敏', 'configuration.manage': '郑平', 'accounts.manage': '冯兰', 'audit.read': '韩磊' };

/** Ids of things that exist. */
async function surroundings(installation) {
  const as = usually;
  const post = async (path, body) => JSON.parse((await installation.request('POST', path, { as, body: JSON.stringify(body) })).text).id;
  const item = await post('/api/v1/work-items', { title: '试验品' });
  const handoff = await post(`/api/v1/work-items/${item}/handoffs`, { to_id: installation.people.get('张三').id });
  const users = JSON.parse((await installation.request('GET', '/api/v1/users', { as: '冯兰' })).text).items;
  const departments = JSON.parse((await installation.request('GET', '/api/v1/departments', { as })).text).items;
  return {
    'work-items': item,
    commitments: item,
    handoffs: handoff,
    employees: installation.people.get('张三').id,
    users: users.find(({ login }) => login === 'chen').id,
    departments: departments.find(({ name }) => name === '客服部').id,
  };
}

function* questions(document, ids) {
  for (const [path, item] of Object.entries(document.paths)) {
    const kind = path.split('/')[3];
    const target = path.replace(/\{[^}]+\}/g, ids[kind] ?? randomUUID());
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      if (!item[method] || (method === 'delete' && path === '/api/v1/session')) continue;
      const as = administrators[item[method]['x-permission']] ?? usually;
      const parameters = (item[method].parameters ?? []).filter((parameter) => resolve(document, parameter).in === 'query');
      for (const parameter of parameters) for (const value of odd) yield [as, method, `${target}?${resolve(document, parameter).name}=${encodeURIComponent(value)}`];
      const form = resolve(document, item[method].requestBody?.content?.['application/json']?.schema);
      if (!form.properties) continue;
      for (const value of oddJson) yield [as, method, target, value];
      for (const field of Object.keys(form.properties)) for (const value of oddJson) yield [as, method, target, { ...sample(document, form), [field]: value }];
    }
  }
}

/** A form that is right as far as its schema tells. */
function sample(document, form) {
  const text = { 'date-time': new Date(Date.now() + 86_400_000).toISOString(), uuid: randomUUID(), date: '2026-12-01' };
  const value = (schema) => {
    const { type, format, enum: words, properties } = resolve(document, schema);
    if (words) return words[0];
    if (properties) return sample(document, resolve(document, schema));
    if (type === 'array') return [];
    if (type === 'integer') return 1;
    if (type === 'boolean') return false;
    return text[format] ?? '试';
  };
  return Object.fromEntries((form.required ?? []).map((name) => [name, value(form.properties[name])]));
}

export default async function noInputBreaksTheServer(installation) {
  const document = await documentOf(installation);
  const ids = await surroundings(installation);
  const wrong = [];
  let asked = 0;
  const ask = async ([as, method, path, body]) => {
    const based_on = ['patch', 'put'].includes(method) ? (await installation.request('GET', path, { as })).headers.etag : undefined;
    const headers = { 'content-type': 'application/json', ...(based_on ? { 'if-match': based_on } : {}) };
    const answer = await installation.request(method.toUpperCase(), path, { as, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    asked += 1;
    const coded = answer.status < 400 || /"code":"[a-z_.]+"/.test(answer.text);
    if ((answer.status >= 500 && answer.status !== 503) || !coded || /"code":"request\.(failed|unavailable)"/.test(answer.text)) {
      wrong.push(`${as}: ${method.toUpperCase()} ${path} ${JSON.stringify(body)?.slice(0, 200) ?? ''} → ${answer.status} ${answer.text.slice(0, 200)}`);
    }
  };
  const pending = new Set();
  for (const question of questions(document, ids)) {
    const asking = ask(question).finally(() => pending.delete(asking));
    pending.add(asking);
    if (pending.size >= 8) await Promise.race(pending);
  }
  await Promise.all(pending);
  if (asked < 1000) throw new Error(`only ${asked} questions were asked`);
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${asked}:\n${wrong.slice(0, 25).join('\n')}${installation.log(5)}`);
}
