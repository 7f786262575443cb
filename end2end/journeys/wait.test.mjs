// A full course, its line, and out of it again.

import assert from 'node:assert/strict';

import { assertUsable } from '../usable.mjs';
import { follow, headingOf, leaving } from '../ways.mjs';
import { journey } from './visitors.mjs';

journey('somebody waits in line for a full course and leaves the line again', async (page, language) => {
  const { say } = language;
  const texts = [];
  const seen = async () => {
    texts.push(await page.getByRole('main').innerText());
    assert.doesNotMatch(page.url(), /138\d{8}|19900630|%E6%9D%8E/i, 'nothing personal stands in an address');
    await assertUsable(page);
  };
  await leaving(page, language, seen);
  assert.ok(texts.at(-2).includes(say('waiting-title')), texts.at(-2));
  assert.equal(await headingOf(page), say('waiting-leave-title'));
  await follow(page, page.getByRole('button', { name: say('waiting-leave-confirm') }), seen);
  assert.equal(await headingOf(page), say('applications-title'));
  assert.ok(texts.at(-1).includes(say('applications-none')), texts.at(-1));
});
