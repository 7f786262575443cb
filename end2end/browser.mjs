// The browser and the visitors who use it: on a phone or at a desk, with or without JavaScript.

import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

/** Who visits. A page that works for all of these needs neither a big screen nor a script. */
export const VISITORS = {
  'on a phone': { viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: true },
  'on a phone without JavaScript': { viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false },
  'at a desk': { viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  'at a desk without JavaScript': { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
};

export const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Returns the browser's program: the one that CHROME_PATH names, or the first on the PATH. */
export function program() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const places = process.env.PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('no Chromium on the PATH: install it, or name it in CHROME_PATH');
  return found;
}

/** Starts the browser with a fresh profile. */
export async function openBrowser() {
  return chromium.launch({ executablePath: program(), args: FLAGS });
}

/** Returns a fresh page for a visitor, whose addresses may leave out the portal's. */
export async function visit(browser, visitor, language = 'zh-CN') {
  const extraHTTPHeaders = { 'X-Forwarded-For': someAddress() };
  const context = await browser.newContext({ ...visitor, locale: language, baseURL: process.env.PORTAL_URL, extraHTTPHeaders });
  context.setDefaultTimeout(30_000);
  context.visitor = visitor;
  return context.newPage();
}

/** Returns an address as the portal's proxy would note it: visitors are many, and none is taken for another. */
function someAddress() {
  return `10.${[256, 256, 256].map((most) => randomInt(most)).join('.')}`;
}
