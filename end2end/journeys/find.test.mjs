// Finding while somebody types: offers in sections, by keyboard and by touch; what was searched for stays on the device.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { VISITORS, visit } from '../browser.mjs';
import { assertUsable } from '../usable.mjs';
import { follow, headingOf, home } from '../ways.mjs';
import { LANGUAGES } from '../words.mjs';
import { browserForThisFile } from './visitors.mjs';

const browser = browserForThisFile();
const { 中文: chinese } = LANGUAGES;

test('offers stand in sections with what is open, and are chosen by keyboard', async () => {
  const page = await visit(browser(), VISITORS['at a desk']);
  await home(page, chinese);
  const field = page.getByRole('combobox');
  await field.pressSequentially('dian');
  const section = page.getByRole('group', { name: chinese.say('kind-occupation') });
  const first = section.getByRole('option').first();
  await first.waitFor();
  assert.match(await first.innerText(), /^电工\s+\d+ 门可报名$/);
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await field.press('ArrowDown');
  assert.equal(await field.getAttribute('aria-activedescendant'), await first.getAttribute('id'));
  assert.equal(await first.getAttribute('aria-selected'), 'true');
  await follow(page, { click: () => field.press('Enter') });
  assert.equal(await headingOf(page), chinese.say('list-title-text', { text: '电工' }));
  await page.context().close();
});

test('what was searched for is offered again in an empty field, and can be cleared', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await home(page, chinese);
  const field = page.getByRole('combobox');
  await field.fill('月嫂');
  await page.getByRole('option').first().waitFor();
  await follow(page, page.getByRole('button', { name: chinese.say('search-button') }));
  assert.equal(await headingOf(page), chinese.say('list-title-text', { text: '月嫂' }));
  await home(page, chinese);
  await field.focus();
  const history = page.getByRole('group', { name: chinese.say('search-history') });
  await history.getByRole('option', { name: '月嫂' }).waitFor();
  await assertUsable(page, [320, 360]);
  await field.focus();
  await page.getByRole('option', { name: chinese.say('search-forget') }).click();
  await history.waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => localStorage.getItem('searched')), null);
  await page.context().close();
});

test('without scripts the form simply works', async () => {
  const page = await visit(browser(), VISITORS['on a phone without JavaScript']);
  await home(page, chinese);
  await page.getByRole('combobox').fill('diangong');
  await follow(page, page.getByRole('button', { name: chinese.say('search-button') }));
  const first = page.getByRole('main').getByRole('heading', { level: 3 }).first();
  assert.equal(await first.innerText(), '电工');
  await page.context().close();
});

test('the list is measured from the nearest district; the address tells no place but that', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 38.8512, longitude: 121.2619 });
  await page.goto('/find?kind=course&district=210202');
  await follow(page, page.getByRole('button', { name: chinese.say('nearest') }));
  const asked = Object.fromEntries(new URL(page.url()).searchParams);
  assert.deepEqual(asked, { kind: 'course', near: '210212', sort: 'distance' });
  await assertUsable(page, [320, 360]);
  await page.context().close();
});

test('who does not tell a place, or is far away, is told what to do', async () => {
  for (const [place, words] of [[null, 'nearest-refused'], [{ latitude: 31.23, longitude: 121.47 }, 'nearest-afar']]) {
    const page = await visit(browser(), VISITORS['on a phone']);
    await page.context().grantPermissions(place ? ['geolocation'] : []);
    if (place) await page.context().setGeolocation(place);
    await page.goto('/find?kind=course');
    await page.getByRole('button', { name: chinese.say('nearest') }).click();
    await page.getByRole('status').filter({ hasText: chinese.say(words) }).waitFor();
    await page.context().close();
  }
});
