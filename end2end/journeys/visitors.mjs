// Who walks a journey, and in which language: each sees the same pages.

import { after, before, test } from 'node:test';

import { VISITORS, openBrowser, visit } from '../browser.mjs';
import { LANGUAGES } from '../words.mjs';

const WALKS = [
  ['on a phone', '中文'],
  ['on a phone without JavaScript', '中文'],
  ['on a phone without JavaScript', 'English'],
  ['at a desk', '中文'],
];

/** Makes a test of a journey for each visitor. */
export function journey(name, walk) {
  const withBrowser = browserForThisFile();
  for (const [visitor, language] of WALKS) {
    test(`${name}, ${visitor}, ${language}`, async () => {
      const page = await visit(withBrowser(), VISITORS[visitor], LANGUAGES[language].tag);
      await walk(page, LANGUAGES[language]);
      await page.context().close();
    });
  }
}

/** Opens a browser before this file's tests and closes it after them; returns what gives it. */
export function browserForThisFile() {
  let browser;
  before(async () => (browser = await openBrowser()));
  after(async () => browser.close());
  return () => browser;
}
