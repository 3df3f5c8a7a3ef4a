// A test of the checks: each flaw put into a sound page is reported.
import assert from 'node:assert/strict';
import { findingsOn } from '../lib/checks.mjs';
import { eventually } from '../lib/seeing.mjs';

const flaws = [
  [/^axe image-alt/, '<img src="/icons/icon.svg">'],
  [/^axe color-contrast/, '<p style="color: #ccc; background: #fff">看不清</p>'],
  [/^scrolls sideways/, '<div style="width: 3000px; height: 1px"></div>'],
  [/^a key instead of its text: followup\.form\.submit/, '<p>followup.form.submit</p>'],
  [/^a key instead of its text: stage\.in_progress/, '<button type="button" aria-label="stage.in_progress">x</button>'],
  [/^a value that is none: NaN/, '<p>共 NaN 条</p>'],
  [/^in the other language: Save follow-up/, '<p>Save follow-up</p>'],
  [/^has 2 titles/, '<h1>又一个</h1>'],
];

export default async function (stage) {
  const page = await stage.open('/settings', { as: '张三' });
  assert.deepEqual(await findingsOn(page, 'zh'), []);
  for (const [expected, flaw] of flaws) {
    await page.locator('main').evaluate((main, flaw) => main.insertAdjacentHTML('beforeend', `<div id="flaw">${flaw}</div>`), flaw);
    const findings = await findingsOn(page, 'zh');
    assert.ok(findings.some((finding) => expected.test(finding)), `${flaw} gives ${JSON.stringify(findings)}`);
    await page.locator('#flaw').evaluate((element) => element.remove());
  }

  await page.evaluate(async () => {
    console.error('oh dear');
    setTimeout(() => { throw new Error('thrown late'); });
    await fetch('/api/v1/work-items/nonsense');
  });
  const expected = [/^console: oh dear/, /^thrown: Error: thrown late/, /^4\d\d GET \/api\/v1\/work-items\/nonsense$/];
  await eventually('all three are complained of', () => expected.filter((pattern) => !stage.complaints().some((complaint) => pattern.test(complaint))).map(String), (missing) => missing.length === 0);
  stage.expects(...expected);
}
