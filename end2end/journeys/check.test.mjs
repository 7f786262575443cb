// Checker, result: at most four questions, an answer with its clause, no answer in an address; and on a phone no answer anywhere else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { VISITORS, visit } from '../browser.mjs';
import { assertUsable } from '../usable.mjs';
import { follow, headingOf, result } from '../ways.mjs';
import { LANGUAGES } from '../words.mjs';
import { browserForThisFile, journey } from './visitors.mjs';

const MOST_QUESTIONS = 4;
/** What the checker brings to a phone, compressed: what runs, and what it is told once. */
const CHECKER = { code: 60_000, kit: 25_000 };
/** Four lines a case: language and name, answers, and what the interface is asked and answers. */
const GOLDEN = readFileSync(new URL('../../app/tests/it/golden.txt', import.meta.url), 'utf8').trim().split('\n\n').map((lines) => lines.split('\n'));

const browser = browserForThisFile();

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

for (const [visitor, promise] of [['on a phone', 'check-on-phone'], ['at a desk', 'check-on-computer']]) {
  test(`${visitor}: once it is there, the checker answers without a network, forwards and back`, async () => {
    const { address, say } = LANGUAGES.中文;
    const page = await visit(browser(), VISITORS[visitor]);
    const next = () => follow(page, page.getByRole('button', { name: say('continue') }));
    await page.goto(address('/check'));
    await bring(page, () => page.getByRole('checkbox', { name: say('group-graduate') }).check());
    await page.context().setOffline(true);

    await next();
    assert.equal(await headingOf(page), say('check-birth'));
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1', 'whoever listens hears the new question first');
    await page.getByRole('button', { name: say('continue') }).click();
    await page.getByRole('heading', { name: say('problems-title') }).waitFor();
    await page.getByRole('checkbox', { name: say('check-not-sure') }).check();
    await next();
    await page.getByRole('radio', { name: say('check-trainings-none') }).check();
    await next();
    assert.equal(await headingOf(page), say('check-result'));
    await page.getByText(say(promise)).waitFor();
    assert.doesNotMatch(page.url(), /graduate|unknown/);

    await follow(page, page.getByRole('link', { name: say('check-change', { what: say('check-birth-short') }) }));
    assert.ok(await page.getByRole('checkbox', { name: say('check-not-sure') }).isChecked(), 'the answer stands in the form');
    await page.goBack();
    assert.equal(await headingOf(page), say('check-result'));
    await follow(page, page.getByRole('link', { name: say('back') }));
    assert.equal(await headingOf(page), say('check-trainings'));
    await page.goBack();
    assert.equal(await headingOf(page), say('check-result'));
    await assertUsable(page);
    assert.deepEqual(await page.context().cookies(), [], 'nothing was told to the portal');

    await page.context().setOffline(false);
    await page.reload();
    await page.getByText(say(promise)).waitFor();
    await page.getByText(say('group-graduate'), { exact: true }).waitFor();
    await page.context().close();
  });
}

test('what only some are asked is usable on the narrowest phone', async () => {
  for (const { tag, address } of Object.values(LANGUAGES)) {
    const page = await visit(browser(), VISITORS['on a phone without JavaScript'], tag);
    for (const path of ['contract', 'enterprise', 'fund', 'entrepreneur-certificate', 'business-plan', 'school', 'sex', 'trainings/add']) {
      await page.goto(address(`/check/${path}`));
      await assertUsable(page, [320, 360]);
      await page.getByRole('main').getByRole('button').first().click();
      await page.locator('.error-summary').waitFor();
      await assertUsable(page, [320]);
    }
    await page.context().close();
  }
});

test('who wants a plan hands the answers over; until then the portal has none', async () => {
  const { address, say } = LANGUAGES.中文;
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.goto(address('/check'));
  await page.getByRole('checkbox', { name: say('group-veteran') }).check();
  await follow(page, page.getByRole('button', { name: say('continue') }));
  await page.getByText(say('check-on-phone')).waitFor();
  await follow(page, page.getByRole('button', { name: say('check-plan') }));
  assert.equal(await headingOf(page), say('plan-title'));
  await page.goto(address('/check/result'));
  await page.getByText(say('group-veteran'), { exact: true }).waitFor();
  await follow(page, page.getByRole('button', { name: say('check-clear') }));
  assert.equal(await headingOf(page), say('check-groups'));
  assert.deepEqual(await page.context().cookies(), [], 'cleared is cleared everywhere');
  await page.context().close();
});

test('where the checker does not come, its forms go to the portal as ever', async () => {
  const { address, say } = LANGUAGES.中文;
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(address('/check'));
  await page.getByRole('checkbox', { name: say('group-veteran') }).check();
  await follow(page, page.getByRole('button', { name: say('continue') }));
  assert.equal(await headingOf(page), say('check-result'));
  assert.equal(await page.getByText(say('check-on-phone')).count(), 0, 'no promise that is not kept');
  await page.context().close();
});

test('a phone and the portal show the same result, to the byte', async () => {
  for (const [head, answers] of GOLDEN) {
    const words = head.startsWith('en ') ? LANGUAGES.English : LANGUAGES.中文;
    const [ours, theirs] = [await onPhone(words, answers), await onPortal(words, answers)];
    assert.equal(ours, theirs, head);
  }
});

test('what the checker brings to a phone keeps to its budget', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  const weight = { code: 0, kit: 0 };
  page.on('response', async (response) => {
    const bytes = Number(response.headers()['content-length'] ?? Infinity);
    if (/\/pkg\//.test(response.url())) weight.code += bytes;
    if (/\/kit\//.test(response.url())) weight.kit += bytes;
  });
  await page.goto('/check');
  assert.deepEqual(weight, { code: 0, kit: 0 }, 'nothing before somebody begins to answer');
  await bring(page, () => page.getByRole('checkbox').first().focus());
  await page.waitForLoadState('networkidle');
  console.log(`the checker on a phone: ${weight.code} bytes of code, ${weight.kit} of words and names`);
  assert.ok(weight.code > 0 && weight.code <= CHECKER.code, `${weight.code} bytes of code`);
  assert.ok(weight.kit > 0 && weight.kit <= CHECKER.kit, `${weight.kit} bytes of words and names`);
  await page.context().close();
});

/** Does what brings the checker, and waits until its code, its words and its names are there. */
async function bring(page, doing) {
  const came = [/\.wasm$/, /\/kit\//].map((what) => page.waitForEvent('requestfinished', (request) => what.test(request.url())));
  await Promise.all([...came, doing()]);
}

/** Returns what the phone shows of these answers, with the portal's own script out of the way. */
async function onPhone(words, answers) {
  const page = await visit(browser(), VISITORS['on a phone'], words.tag);
  await page.goto(words.address('/check'));
  await page.evaluate((answers) => sessionStorage.setItem('check', answers), answers);
  await page.goto(words.address('/check/result'));
  await page.locator('.kept').waitFor();
  return shown(page);
}

/** Returns what the portal shows of these answers to whoever runs no scripts. */
async function onPortal(words, answers) {
  const page = await visit(browser(), VISITORS['on a phone without JavaScript'], words.tag);
  const headers = { origin: process.env.PORTAL_URL };
  await page.request.post(words.address('/check/keep'), { form: { answers }, headers });
  await page.goto(words.address('/check/result'));
  return shown(page);
}

/** Returns the page's content but for where the answers are kept and how they are handed over. */
async function shown(page) {
  const html = await page.locator('main > .wrap').evaluate((main) => {
    const copy = main.cloneNode(true);
    for (const element of copy.querySelectorAll('.kept, .plan')) element.remove();
    for (const element of copy.querySelectorAll('h1')) element.removeAttribute('tabindex');
    return copy.innerHTML;
  });
  await page.context().close();
  return html;
}
