// What every page has to keep to, whatever it shows. Each check answers its findings in words.
import { axe } from './chromium.mjs';
import { settled } from './seeing.mjs';
import { foreignTexts, keyBeginnings } from './words.mjs';

/** Serious and critical findings of axe; the source is evaluated, not loaded, so the page's own policy stays as it is. */
async function accessibility(page, contrast) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // Without preloading: it would only fetch the style sheets a second time.
  const options = { resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: contrast } } };
  const violations = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `axe ${id} (${impact}): ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${/contrast of [\d.]+|[^\n]+$/.exec(failureSummary)?.[0] ?? ''}`).join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`);
}

async function sidewaysScroll(page) {
  const { width } = page.viewportSize();
  const widest = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth));
  if (widest <= width) return [];
  const culprits = await page.evaluate((width) => [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1).slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`), width);
  return [`scrolls sideways: ${widest} px in a window of ${width} px (${culprits.join(', ')})`];
}

async function words(page, language) {
  const text = await page.evaluate(() => document.body.innerText);
  // What stands inside something with a label of its own is not read out.
  const labels = await page.evaluate(() => {
    const labelled = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].filter((element) => !element.parentElement?.closest('button[aria-label], a[aria-label]'));
    return labelled.flatMap((element) => ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''));
  });
  const all = [text, ...labels].join('\n');
  const keys = new RegExp(`(?<![\\w./@-])(?:${keyBeginnings.join('|')})(?:\\.[a-z0-9_]+)+(?![\\w@])`, 'g');
  const foreign = new Set(foreignTexts(language));
  const lines = new Set(all.split('\n').map((line) => line.trim()));
  return [
    ...[...new Set(all.match(keys) ?? [])].map((key) => `a key instead of its text: ${key}`),
    ...[...new Set(all.match(/\{\{\w+\}\}|\[object \w+\]|Invalid Date|\bNaN\b|\bundefined\b/g) ?? [])].map((found) => `a value that is none: ${found}`),
    ...[...lines].filter((line) => foreign.has(line)).map((line) => `in the other language: ${line}`),
  ];
}

/** An icon beside text says nothing; one that calls itself by its file's name says it in English, whatever the language. */
async function icons(page) {
  const labels = await page.evaluate(() => [...document.querySelectorAll('.anticon:not([aria-hidden=true])')].map((icon) => icon.getAttribute('aria-label') ?? ''));
  return [...new Set(labels)].filter((label) => /^[a-z-]*$/.test(label)).map((label) => `an icon that is read out: "${label}"`);
}

async function headings(page) {
  const titles = await page.locator('h1:visible').allInnerTexts();
  return titles.length === 1 && titles[0].trim() !== '' ? [] : [`has ${titles.length} titles (h1)`];
}

/** Everything that is wrong with the page as it stands. Looking at every contrast takes three quarters of the time. */
export async function findingsOn(page, language, { contrast = true } = {}) {
  await settled(page);
  return [...(await accessibility(page, contrast)), ...(await sidewaysScroll(page)), ...(await words(page, language)), ...(await icons(page)), ...(await headings(page))];
}

/** For stories: what is wrong with this page fails them. */
export async function mustBeSound(page, language = 'zh') {
  const findings = await findingsOn(page, language);
  if (findings.length > 0) throw new Error(`${new URL(page.url()).pathname} at ${page.viewportSize().width} px in ${language}:\n${findings.join('\n')}`);
}
