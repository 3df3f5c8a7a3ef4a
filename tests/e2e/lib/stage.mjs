// Where a story plays: one installation, and a browser of their own for everybody in it. What a page complains about is
// collected; a story that provokes a complaint says so with `expects`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './asking.mjs';
import { sizes } from './chromium.mjs';

const patience = 20_000;
// "Nobody is signed in" is an answer, not a mishap.
const always = [/^401 GET \/api\/v1\/session$/];

export class Stage {
  #browser;
  #contexts = [];
  #expected = [...always];
  #complaints = [];

  constructor(browser, installation, port, album) {
    this.#browser = browser;
    this.album = album;
    this.installation = installation;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** A page in a new browser; `as` is somebody who is signed in there, in that language, and mostly has seen the tour of the workbench. */
  async open(path, { as, language = 'zh', size = 'wide', sawTour = true } = {}) {
    const context = await this.#browser.newContext({ ...sizes[size], baseURL: this.origin, locale: language === 'en' ? 'en-US' : 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    context.setDefaultTimeout(patience);
    if (sawTour) await context.addInitScript(() => location.protocol === 'http:' && localStorage.setItem('zx.tour', 'seen'));
    this.#contexts.push(context);
    context.on('page', (page) => this.#watch(page));
    if (as) {
      const { cookie } = this.installation.people.get(as);
      await context.addCookies([{ ...cookie, url: this.origin }]);
      await this.ask('PATCH', '/api/v1/profile', { as, body: { language } });
    }
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** Asks the server itself, to see that what a page says is true. */
  ask(method, path, options) {
    return ask(this.installation, method, path, options);
  }

  /** What a page may complain about in this story: "422 POST /api/…" of a refused request, or a message of the console. */
  expects(...patterns) {
    this.#expected.push(...patterns);
  }

  complaints() {
    return this.#complaints.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)));
  }

  #watch(page) {
    page.inFlight = new Set();
    page.on('request', (request) => !request.url().endsWith('/stream') && page.inFlight.add(request));
    for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => page.inFlight.delete(request));
    page.on('pageerror', (error) => this.#complaints.push(`thrown: ${error.stack}`));
    page.on('console', (message) => {
      // A refused request is told once, by the response below.
      if (message.type() === 'error' && !/the server responded with a status of/.test(message.text())) this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#complaints.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
    });
  }

  /** A picture for whoever asked for pictures of the pages. */
  async keep(page, name) {
    if (this.album) await page.screenshot({ path: join(this.album, `${name}.png`), fullPage: true });
  }

  /** Pictures of all open pages, as they are now. */
  async takePictures(folder, name) {
    mkdirSync(folder, { recursive: true });
    const pages = this.#contexts.flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) {
      const file = join(folder, `${name}-${i + 1}`);
      await page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => {});
      writeFileSync(`${file}.txt`, `${page.url()}\n${await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String)}\n`);
    }
  }

  async leave() {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}
