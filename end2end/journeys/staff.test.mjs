// The demo's editor rehearses a change of the register, on a phone as at a desk, and reads who gains and what it costs.

import assert from 'node:assert/strict';

import { assertUsable } from '../usable.mjs';
import { headingOf, rehearsal } from '../ways.mjs';
import { journey } from './visitors.mjs';

journey('an editor rehearses a change and reads what it would do', async (page, language) => {
  const { say } = language;
  await rehearsal(page, language, async () => {
    assert.doesNotMatch(page.url(), /password|=63/, 'nothing that was typed stands in an address');
    await assertUsable(page);
  });
  assert.equal(await headingOf(page), say('rehearsal-title'));
  const main = page.getByRole('main');
  await main.getByRole('heading', { name: say('rehearse-outcome') }).waitFor();
  assert.equal(await main.getByRole('img').count(), 2, 'cost by programme and by district are drawn');
  assert.equal(await main.getByRole('table').count(), 5, 'and told in tables');
  await main.getByText(say('rehearsal-example-gains')).waitFor();
});
