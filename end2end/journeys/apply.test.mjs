// Find, course, apply, receipt: and the seat is given back when the application is taken back.

import assert from 'node:assert/strict';

import { assertUsable } from '../usable.mjs';
import { follow, headingOf, receipt } from '../ways.mjs';
import { journey } from './visitors.mjs';

/** From the first page to the receipt, the demo's outbox not counted. */
const MOST_PAGES = 10;

journey('somebody finds a course, applies and keeps a receipt', async (page, language) => {
  const { say } = language;
  const headings = [];
  const seen = async () => {
    headings.push(await headingOf(page));
    assert.doesNotMatch(page.url(), /138\d{8}|19900630|%E6%9D%8E/i, 'nothing personal stands in an address');
    await assertUsable(page);
  };
  await receipt(page, language, seen);
  assert.equal(headings.at(-1), say('receipt-title'));
  assert.ok(headings.length <= MOST_PAGES, headings.join(' → '));
  assert.match(await page.getByRole('main').innerText(), /DL\d{2}-\w{4}-\w{3}/, 'the receipt has a number to quote');

  await follow(page, page.getByRole('link', { name: say('receipt-cancel') }), seen);
  await follow(page, page.getByRole('button', { name: say('cancel-confirm') }), seen);
  assert.equal(headings.at(-1), say('receipt-cancelled-title'));
});
