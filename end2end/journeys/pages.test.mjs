// Every main page by itself: usable, sound, light, and as wide as the narrowest screen in every type size.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { VISITORS, visit } from '../browser.mjs';
import { assertSoundMarkup, assertUsable } from '../usable.mjs';
import { WAYS, headingOf } from '../ways.mjs';
import { BUDGETS, excess, weigh } from '../weight.mjs';
import { LANGUAGES } from '../words.mjs';
import { browserForThisFile } from './visitors.mjs';

const browser = browserForThisFile();
const NARROW = { width: 320, height: 640 };
const SIZES = ['standard', 'large', 'extra-large'];
/** These are shown to whoever asks for their address; the others are a person's own. */
const PUBLIC = ['home', 'list', 'occupation', 'course', 'institution', 'base', 'nothing', 'question', 'market', 'recommended', 'signIn', 'help', 'accessibility', 'missing'];
const WITH_LIST = new Set(['home', 'list', 'occupation', 'course', 'institution', 'base', 'nothing', 'market', 'recommended']);

for (const name of PUBLIC) {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    test(`${name}, ${language}: usable, sound, and no wider than the narrowest screen in any type size`, async () => {
      const page = await visit(browser(), VISITORS['on a phone'], words.tag);
      await WAYS[name](page, words);
      assert.notEqual(await headingOf(page), '');
      await assertUsable(page);
      await assertSoundMarkup(page);
      await page.setViewportSize(NARROW);
      for (const size of SIZES) {
        await inSize(page, size);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= NARROW.width, `${page.url()} in ${size}: ${wide} px wide`);
      }
      await page.context().close();
    });
  }

  test(`${name} keeps to its budget of bytes on a first visit`, async () => {
    const found = await visit(browser(), VISITORS['on a phone']);
    await WAYS[name](found, LANGUAGES.中文);
    const fresh = await visit(browser(), VISITORS['on a phone']);
    const weight = await weigh(fresh, found.url());
    assert.deepEqual(excess(weight, WITH_LIST.has(name) ? BUDGETS.list : BUDGETS.plain), [], found.url());
    await found.context().close();
    await fresh.context().close();
  });
}

/** Chooses a type size by the switch that every page has; the present size has none. */
async function inSize(page, size) {
  const control = page.locator(`button[name=type_size][value=${size}]`).first();
  if (!(await control.count())) return;
  await Promise.all([page.waitForEvent('framenavigated'), control.click()]);
  await page.waitForLoadState();
}
