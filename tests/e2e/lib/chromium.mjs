import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const fromWeb = createRequire(new URL('../../../web/package.json', import.meta.url));
const { chromium } = fromWeb('playwright-core');

export const axe = readFileSync(fromWeb.resolve('axe-core/axe.min.js'), 'utf8');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A browser with a new profile, which goes when it ends. Without a UTF-8 locale it would call a download 报价单.html just "download". */
export const launch = () =>
  chromium.launch({ executablePath: process.env.ZHIXING_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags, env: { ...process.env, LC_ALL: 'C.UTF-8' } });

export const sizes = {
  wide: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true },
};
