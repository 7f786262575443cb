// Who walks a journey, and in which language: each sees the same pages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { VISITORS, openBrowser, visit } from '../browser.mjs';
import { assertUsable } from '../usable.mjs';
import { WAYS, choose, headingOf } from '../ways.mjs';
import { LANGUAGES } from '../words.mjs';

const WALKS = [
  ['on a phone', '中文'],
  ['on a phone without JavaScript', '中文'],
  ['on a phone without JavaScript', 'English'],
  ['at a desk', '中文'],
];

/** The narrowest phone, a usual one, a desk. */
const WIDTHS = [320, 360, 1280];

/** Makes a test of each main page in each language for a visitor, who looks at it in these type sizes and themes. */
export function everyPageIsUsable(browser, visitor, looks) {
  for (const [name, way] of Object.entries(WAYS)) {
    for (const [language, words] of Object.entries(LANGUAGES)) {
      test(`${name}, ${language}, ${visitor}: usable at every width, type size and theme`, async () => {
        const page = await visit(browser(), VISITORS[visitor], words.tag);
        await way(page, words);
        assert.notEqual(await headingOf(page), '');
        for (const [size, theme] of looks) {
          await choose(page, 'type_size', size);
          await choose(page, 'theme', theme);
          await assertUsable(page, WIDTHS);
        }
        await page.context().close();
      });
    }
  }
}

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
