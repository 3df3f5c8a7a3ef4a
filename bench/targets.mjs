// A target sheet of 240,000 cells (1,000 people × 20 products × 12 months) below one cell of another: how long its import takes, and
// how long one changed number takes to be at the top.

import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';

import { median, output } from './shell.mjs';

const id = { sqlite: 'randomblob(16)', postgres: 'gen_random_uuid()' };
const numbers = {
  sqlite: count => `(WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < ${count}) SELECT n FROM g) AS g`,
  postgres: count => `generate_series(1, ${count}) AS g(n)`,
};
const run = {
  sqlite: (product, sql) => output('sqlite3', ['-bail', join(product.folder, 'zhixing.db')], { input: sql }),
  postgres: (product, sql) => output('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', product.where.at(-1)], { input: sql }),
};

export async function measureTargets(engine, product, report, { people, products, edits }) {
  mkdirSync(product.folder, { recursive: true });
  product.command('init', '--organization', '测量');
  product.command('user', 'add', '--login', 'bench1', '--name', '总经理', '--number', 'B000', '--department', '销售部', '--role', 'executive');
  run[engine](product, employees(engine, people));
  const token = product.token('bench1');
  let server = await product.start();
  const sheet = await makeSheets(server, token, products);
  await server.stop();

  const file = join(product.folder, 'targets.csv');
  writeFileSync(file, rows(people, products));
  const began = performance.now();
  const result = JSON.parse(product.command('import', 'targets', file, '--sheet', sheet.id, '--json'));
  const seconds = (performance.now() - began) / 1000;
  const cells = people * products * 12;
  if (result.cells !== cells) throw new Error(`the import took ${result.cells} of ${cells} cells: ${JSON.stringify(result.errors.slice(0, 3))}`);
  report.value(`import of ${cells.toLocaleString('en')} target cells`, seconds, 's', 'reading, checking, rows, sums, history and all, one transaction');

  server = await product.start();
  const waits = [];
  let version = (await ask(server, token, 'GET', `/api/v1/target-sheets/${sheet.id}?limit=1`)).version;
  for (let i = 0; i < edits; ++i) {
    const changes = [{ row: 1 + ((i * 7919) % (people * products)), column: 1 + (i % 12), field: 'actual', value: String(i + 1) }];
    const start = performance.now();
    version = (await ask(server, token, 'PATCH', `/api/v1/target-sheets/${sheet.id}/cells`, { changes }, { 'if-match': `"${version}"` })).version;
    waits.push(performance.now() - start);
  }
  const top = await ask(server, token, 'GET', `/api/v1/target-sheets/${sheet.parent}`);
  const expected = (edits * (edits + 1)) / 2;
  if (Number(top.totals[0].whole.actual) !== expected) report.warn([`the top shows ${top.totals[0].whole.actual} instead of ${expected}`]);
  report.value('change one of them, up to the top', median(waits), 'ms', `p50 of ${edits}; the longest ${Math.max(...waits).toFixed(1)} ms`);
  await server.stop();
}

const employees = (engine, people) => `
  INSERT INTO employee (org_id, id, number, name, pinyin, initials, sort_key, department_id, created_at, version)
  SELECT o.id, ${id[engine]}, 'P' || g.n, '客户经理' || g.n, 'khjl', 'khjl', 'khjl' || g.n,
         (SELECT d.id FROM department d WHERE d.name = '销售部'), 0, 1
  FROM ${numbers[engine](people)}, organization o;`;

async function makeSheets(server, token, products) {
  const measure = (await ask(server, token, 'POST', '/api/v1/measures', { code: 'SR', name: '收入', unit: '元', direction: 'higher', over_time: 'sum', decimals: 2 })).id;
  const ids = [];
  for (let i = 1; i <= products; ++i) ids.push((await ask(server, token, 'POST', '/api/v1/products', { code: `C${i}`, name: `产品${i}` })).id);
  const departments = await ask(server, token, 'GET', '/api/v1/departments');
  const sales = departments.items.find(department => department.name === '销售部').id;
  const common = { year: 2026, department_id: sales, measure_ids: [measure] };
  const parent = await ask(server, token, 'POST', '/api/v1/target-sheets', { ...common, preset: 'month_by_manager', department_ids: [sales] });
  const me = (await ask(server, token, 'GET', '/api/v1/session')).user.employee_id;
  const sheet = await ask(server, token, 'POST', '/api/v1/target-sheets', {
    ...common, preset: 'free', row_axes: ['owner', 'product'], column_axes: ['period'], rows: [{ employee_id: me, product_id: ids[0] }],
    parent_id: parent.id, parent_row: 1,
  });
  return { id: sheet.id, parent: parent.id };
}

/// The long form.
function rows(people, products) {
  const lines = ['工号,期间,产品代码,计划'];
  for (let person = 1; person <= people; ++person)
    for (let product = 1; product <= products; ++product)
      for (let month = 1; month <= 12; ++month) lines.push(`P${person},${month},C${product},${100 + ((person * product + month) % 900)}.50`);
  return lines.join('\n') + '\n';
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
    request.end(body && JSON.stringify(body));
  });
}
