// A target sheet of 240,000 cells (200 account managers × 5 products × 20 customers × 12 months) below one cell of another: how long its
// import from a workbook takes and whether it tells how far it is, and how long one changed number takes to be at the top.

import { mkdirSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

import { output, sleep } from './shell.mjs';
import { workbook } from './workbook.mjs';

const id = { sqlite: 'randomblob(16)', postgres: 'gen_random_uuid()' };
const numbers = {
  sqlite: count => `(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < ${count}) SELECT n FROM g) AS g`,
  postgres: count => `generate_series(1, ${count}) AS g(n)`,
};
const run = {
  sqlite: (product, sql) => output('sqlite3', ['-bail', join(product.folder, 'zhixing.db')], { input: sql }),
  postgres: (product, sql) => output('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', product.where.at(-1)], { input: sql }),
};

export async function measureTargets(engine, product, report, { managers, products, customers, edits }) {
  mkdirSync(product.folder, { recursive: true });
  product.command('init', '--organization', '测量');
  product.command('user', 'add', '--login', 'bench1', '--name', '总经理', '--number', 'B000', '--department', '销售部', '--role', 'executive');
  run[engine](product, employees(engine, managers));
  const token = product.token('bench1');
  const server = await product.start();
  const sheet = await makeSheets(server, token, products, customers);
  const cells = managers * products * customers * 12;

  const file = workbook(rows(managers, products, sheet.customers));
  const began = performance.now();
  const { task_id } = await ask(server, token, 'POST', `/api/v1/target-sheets/imports?sheet_id=${sheet.id}`, file, { 'content-type': 'application/octet-stream' });
  const { result, steps } = await ended(server, token, task_id);
  const seconds = (performance.now() - began) / 1000;
  if (result.cells !== cells) throw new Error(`the import took ${result.cells} of ${cells} cells: ${JSON.stringify(result.errors.slice(0, 3))}`);
  report.value(`import of ${cells.toLocaleString('en')} target cells`, seconds, 's', `xlsx of ${(file.length / 1e6).toFixed(1)} MB; rows, sums, history and all, one transaction; progress seen in ${steps} steps`);

  const waits = [];
  let version = (await ask(server, token, 'GET', `/api/v1/target-sheets/${sheet.id}?limit=1`)).version;
  for (let i = 0; i < edits; ++i) {
    const changes = [{ row: 1 + ((i * 7919) % (cells / 12)), column: 1 + (i % 12), field: 'actual', value: String(i + 1) }];
    const start = performance.now();
    version = (await ask(server, token, 'PATCH', `/api/v1/target-sheets/${sheet.id}/cells`, { changes }, { 'if-match': `"${version}"` })).version;
    waits.push(performance.now() - start);
  }
  const top = await ask(server, token, 'GET', `/api/v1/target-sheets/${sheet.parent}`);
  // What comes again to a cell replaces what was there.
  const last = new Map(Array.from({ length: edits }, (_, i) => [`${(i * 7919) % (cells / 12)}/${i % 12}`, i + 1]));
  const expected = [...last.values()].reduce((sum, value) => sum + value, 0);
  if (Number(top.totals[0].whole.actual) !== expected) report.warn([`the top shows ${top.totals[0].whole.actual} instead of ${expected}`]);
  waits.sort((a, b) => a - b);
  const at = share => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))];
  report.value('change one of them, up to the top: p50', at(0.5), 'ms', `over HTTP, ${edits} changes one after the other`);
  report.value('change one of them, up to the top: p99', at(0.99), 'ms', `the longest ${waits.at(-1).toFixed(1)} ms`);
  await server.stop();
}

/// The result of a task, and how many different states of its progress a page saw that asks ten times a second.
async function ended(server, token, id) {
  const seen = new Set();
  for (;;) {
    const task = await ask(server, token, 'GET', `/api/v1/tasks/${id}`);
    if (task.state === 'succeeded') return { result: task.result, steps: seen.size };
    if (task.state !== 'waiting' && task.state !== 'running') throw new Error(`the import ended as ${task.state}: ${task.text}`);
    seen.add(`${task.done}/${task.total}`);
    await sleep(100);
  }
}

const employees = (engine, people) => `
  INSERT INTO employee (org_id, id, number, name, pinyin, initials, sort_key, department_id, created_at, version)
  SELECT o.id, ${id[engine]}, 'P' || g.n, '客户经理' || g.n, 'khjl', 'khjl', 'khjl' || g.n,
         (SELECT d.id FROM department d WHERE d.name = '销售部'), 0, 1
  FROM ${numbers[engine](people)}, organization o;`;

async function makeSheets(server, token, products, customers) {
  const measure = (await ask(server, token, 'POST', '/api/v1/measures', { code: 'SR', name: '收入', unit: '元', direction: 'higher', over_time: 'sum', decimals: 2 })).id;
  const productIds = [];
  for (let i = 1; i <= products; ++i) productIds.push((await ask(server, token, 'POST', '/api/v1/products', { code: `C${i}`, name: `产品${i}` })).id);
  const made = [];
  for (let i = 1; i <= customers; ++i) made.push(await ask(server, token, 'POST', '/api/v1/customers', { name: `客户${i}号`, tier: 'ordinary', despite_duplicates: true }));
  const departments = await ask(server, token, 'GET', '/api/v1/departments');
  const sales = departments.items.find(department => department.name === '销售部').id;
  const common = { year: 2026, department_id: sales, measure_ids: [measure] };
  const parent = await ask(server, token, 'POST', '/api/v1/target-sheets', { ...common, preset: 'month_by_manager', department_ids: [sales] });
  const me = (await ask(server, token, 'GET', '/api/v1/session')).user.employee_id;
  const first = made[0].id ?? made[0].customer?.id;
  const sheet = await ask(server, token, 'POST', '/api/v1/target-sheets', {
    ...common, preset: 'free', row_axes: ['owner', 'customer', 'product'], column_axes: ['period'], rows: [{ employee_id: me, product_id: productIds[0], customer_id: first }],
    parent_id: parent.id, parent_row: 1,
  });
  return { id: sheet.id, parent: parent.id, customers: made.map(customer => customer.number) };
}

/// As the sheet is shown: a row each manager, customer and product, a column each month.
function rows(managers, products, customers) {
  const months = Array.from({ length: 12 }, (_, month) => month + 1);
  const all = [['工号', '客户编号', '产品代码', ...months.map(month => `${String(month).padStart(2, '0')} 计划`)]];
  for (let manager = 1; manager <= managers; ++manager)
    for (const customer of customers)
      for (let product = 1; product <= products; ++product) all.push([`P${manager}`, customer, `C${product}`, ...months.map(month => 100.5 + ((manager * product + month) % 900))]);
  return all;
}

function ask(server, token, method, path, body, headers = {}) {
  return new Promise((done, fail) => {
    const request = http.request(server.url + path, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers } }, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', data => (text += data)).on('end', () => {
        if (answer.statusCode < 300) done(text ? JSON.parse(text) : null);
        else fail(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    request.on('error', fail);
    request.end(Buffer.isBuffer(body) ? body : body && JSON.stringify(body));
  });
}
