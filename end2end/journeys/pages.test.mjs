// Every main page by itself: usable on a phone, and sound; the public ones light besides.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { VISITORS, visit } from '../browser.mjs';
import { assertSoundMarkup } from '../usable.mjs';
import { WAYS } from '../ways.mjs';
import { BUDGETS, ISLANDS, excess, weigh } from '../weight.mjs';
import { LANGUAGES } from '../words.mjs';
import { browserForThisFile, everyPageIsUsable } from './visitors.mjs';

const browser = browserForThisFile();
/** These are a person's own; the others are shown to whoever asks for their address. */
const OWN = new Set(['result', 'plan', 'ahead', 'apply', 'receipt', 'applications', 'full', 'waiting', 'leaving', 'rehearsal', 'words']);
const PUBLIC = Object.keys(WAYS).filter((name) => !OWN.has(name));
/** Pages of few words; the others hold a list or everything about one thing. */
const PLAIN = new Set(['question', 'signIn', 'readings', 'help', 'accessibility', 'staffSignIn', 'missing', 'refused']);

everyPageIsUsable(browser, 'on a phone', [['standard', 'light'], ['extra-large', 'dark']]);

for (const [name, way] of Object.entries(WAYS)) {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    test(`${name}, ${language}: sound HTML`, async () => {
      const page = await visit(browser(), VISITORS['on a phone'], words.tag);
      await way(page, words);
      await assertSoundMarkup(page);
      await page.context().close();
    });
  }
}

for (const name of PUBLIC) {
  test(`${name} keeps to its budget of bytes on a first visit, and nothing jumps`, async () => {
    const found = await visit(browser(), VISITORS['on a phone']);
    await WAYS[name](found, LANGUAGES.中文);
    const fresh = await visit(browser(), VISITORS['on a phone']);
    const weight = await weigh(fresh, found.url());
    assert.deepEqual(excess(weight, PLAIN.has(name) ? BUDGETS.plain : BUDGETS.list), [], found.url());
    await found.context().close();
    await fresh.context().close();
  });
}

test('what an island brings when it is touched keeps to its budget', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  const brought = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.wasm'));
  const weight = await weigh(page, LANGUAGES.中文.address('/'), () => Promise.all([brought, page.getByRole('combobox').focus()]));
  assert.ok(weight.script > 0, 'touching it brings it');
  assert.deepEqual(excess(weight, ISLANDS), []);
  await page.context().close();
});
