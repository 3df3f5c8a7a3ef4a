import { eventually, seen } from '../lib/seeing.mjs';
import { speaking } from '../lib/words.mjs';

const say = speaking('zh');

/** B: months downwards, products across; 2,430 for the year. */
async function makeSheet(stage) {
  const revenue = await stage.ask('POST', '/api/v1/measures', { as: '郑平', body: { code: 'revenue', name: '收入', unit: '万元', direction: 'higher', over_time: 'sum', decimals: 0 } });
  const products = [];
  for (const [code, name] of [['parking', '停车'], ['cleaning', '保洁']]) products.push((await stage.ask('POST', '/api/v1/products', { as: '郑平', body: { code, name, unit: '户' } })).id);
  const plumbing = (await stage.ask('GET', '/api/v1/departments', { as: '赵强' })).items.find(({ name }) => name === '水电班');
  return stage.ask('POST', '/api/v1/target-sheets', {
    as: '赵强',
    body: { preset: 'month_by_product', year: new Date().getFullYear(), department_id: plumbing.id, measure_ids: [revenue.id], product_ids: products, periods: ['01', '02', '03', '04', '05', '06', '07-12'], given: '2430' },
  });
}

const paste = (page, text) =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

export default async function (stage) {
  const { id } = await makeSheet(stage);
  const page = await stage.open(`/goals/targets/${id}`, { as: '赵强' });
  const grid = page.getByRole('grid');
  const cell = (row, column) => grid.locator(`[data-place="${row}/${column}"]`);
  const sheet = () => stage.ask('GET', `/api/v1/target-sheets/${id}`, { as: '赵强' });
  const planOf = (view, row, column) => view.rows[row].cells.find((each) => each.column === view.columns[column].column)?.plan;
  const says = (row, column, text) => eventually(`cell ${row}/${column}`, () => cell(row, column).innerText(), (shown) => shown.trim() === text);

  await seen(grid);
  // Typed and gone on from with Enter and Tab.
  await cell(0, 0).click();
  await page.keyboard.type('150');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1,50');
  await page.keyboard.press('Tab');
  // With an input method, straight into the cell: wide digits, as it writes them.
  const method = await page.context().newCDPSession(page);
  await method.send('Input.imeSetComposition', { text: '３', selectionStart: 1, selectionEnd: 1 });
  await method.send('Input.insertText', { text: '３０' });
  await page.keyboard.press('Enter');
  await says(0, 0, '150');
  await eventually('typed plans', async () => (await sheet()).rows.map((row) => row.cells.map((each) => each.plan)), (plans) => plans[0]?.[0] === '150' && plans[0]?.[1] === '150' && plans[1]?.[0] === '30');
  await eventually('typed plans on the sheet', sheet, (view) => planOf(view, 0, 0) === '150' && planOf(view, 0, 1) === '150' && planOf(view, 1, 1) === '30');

  // Pasted from a spreadsheet: the rest of the year for both products.
  await cell(2, 0).click();
  await paste(page, '150\t30\r\n150\t30\r\n150\t30\r\n150\t30\r\n900\t450\r\n');
  await eventually('pasted plans', sheet, (view) => planOf(view, 0, 6) === '900' && planOf(view, 1, 6) === '450');
  await says(6, 1, '450');

  // January's 30 is missing: what is not shared out stands above the grid until the parts agree.
  await seen(page.getByText(say('goal:gap.missing', { amount: '30' })));
  await cell(0, 1).click();
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await seen(page.getByText(say('goal:gap.none'), { exact: true }));

  // What is no number is refused where it stands and changes nothing.
  await cell(0, 0).click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await eventually('the cell says so', () => cell(0, 0).getAttribute('aria-invalid'), (invalid) => invalid === 'true');
  await eventually('nothing changed', sheet, (view) => planOf(view, 0, 0) === '150');

  // Filled downwards, and taken back with Ctrl-Z.
  await cell(0, 0).click();
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await eventually('changed', sheet, (view) => planOf(view, 0, 0) === '100');
  await cell(0, 0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await eventually('filled', sheet, (view) => planOf(view, 0, 1) === '100');
  await page.keyboard.press('Control+z');
  await eventually('taken back', sheet, (view) => planOf(view, 0, 1) === '150');
  await page.keyboard.press('Control+y');
  await eventually('done again', sheet, (view) => planOf(view, 0, 1) === '100');
  // However fast, each step waits for the one before.
  for (const key of ['Control+z', 'Control+y', 'Control+z', 'Control+y', 'Control+z']) await page.keyboard.press(key);
  await eventually('taken back in the end', sheet, (view) => planOf(view, 0, 1) === '150');
  await page.keyboard.press('Control+y');
  await eventually('done again in the end', sheet, (view) => planOf(view, 0, 1) === '100');

  // Selected by dragging, cut, and filled by pulling the corner.
  const middle = async (row, column) => {
    const box = await cell(row, column).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const drag = async (from, to) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
  };
  await drag(await middle(2, 0), await middle(3, 1));
  await eventually('four are selected', () => grid.locator('[aria-selected="true"]').count(), (count) => count === 4);
  await page.keyboard.press('Control+x');
  await eventually('cut out', sheet, (view) => planOf(view, 0, 2) === null && planOf(view, 1, 3) === null);
  await cell(1, 0).click();
  const handle = await grid.locator('[data-fill]').boundingBox();
  await drag([handle.x + 4, handle.y + 4], await middle(3, 0));
  await eventually('filled by its corner', sheet, (view) => planOf(view, 0, 2) === '100' && planOf(view, 0, 3) === '100');

  // What does not fit is told.
  await cell(6, 1).click();
  await paste(page, '450\t7\r\n8\t9\r\n');
  await seen(page.getByText(say('goal:sheet.left_outside', { count: 3 })));
}
