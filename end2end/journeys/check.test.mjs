// Checker, result: at most four questions, an answer with its clause, and no answer in an address.

import assert from 'node:assert/strict';

import { assertUsable } from '../usable.mjs';
import { headingOf, result } from '../ways.mjs';
import { journey } from './visitors.mjs';

const MOST_QUESTIONS = 4;

journey('somebody learns what they may claim, and by which clause', async (page, language) => {
  const { say } = language;
  let questions = 0;
  await result(page, language, async () => {
    questions += Number(await page.getByRole('button', { name: say('continue') }).count());
    assert.doesNotMatch(page.url(), /1990|rural/, 'no answer stands in an address');
    await assertUsable(page);
  });
  assert.equal(await headingOf(page), say('check-result'));
  assert.ok(questions <= MOST_QUESTIONS, `${questions} questions`);
  const programme = page.getByRole('article').filter({ hasText: say('programme-employment_skills') }).first();
  await programme.getByText(say('verdict-open'), { exact: true }).first().waitFor();
  // conditions that are met stand behind one tap, each with its clause
  await programme.locator('summary').first().click();
  assert.match(await programme.innerText(), /二（二）2/);
});

journey('an answer that is missing is asked for again, in words beside it', async (page, language) => {
  const { say } = language;
  await page.goto(language.address('/check'));
  await page.getByRole('button', { name: say('continue') }).click();
  await page.getByRole('heading', { name: say('problems-title') }).waitFor();
  assert.equal(await page.getByText(say('check-choose')).count(), 2, 'in the summary and beside the field');
  await assertUsable(page);
});
