// Finding while somebody types: offers in sections, by keyboard and by touch; what was searched for stays on the device.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { VISITORS, visit } from '../browser.mjs';
import { assertUsable } from '../usable.mjs';
import { compare, follow, headingOf, home } from '../ways.mjs';
import { LANGUAGES } from '../words.mjs';
import { browserForThisFile } from './visitors.mjs';

const browser = browserForThisFile();
const { 中文: chinese } = LANGUAGES;
/** Longer than the field waits for a pause in the typing. */
const PAUSE_MS = 400;
/** Lets the pause pass, and what was asked after it be answered. */
const pass = async (page) => {
  await page.clock.fastForward(PAUSE_MS);
  await page.evaluate(() => fetch('/healthz').then((answer) => answer.text()));
};
const SUGGEST = '**/api/v1/suggest*';

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

test('numbers of people are not remembered, codes of occupations are', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  for (const text of ['138 1234 5678', '138-1234-5678', '138.1234.5678', '210203199001011234', '6-31-01-03 6-18-02-04']) {
    await home(page, chinese);
    const field = page.getByRole('combobox');
    // the field is awake when it offers something
    await field.fill('电');
    await page.getByRole('option').first().waitFor();
    await field.fill(text);
    await follow(page, page.getByRole('button', { name: chinese.say('search-button') }));
  }
  assert.equal(await page.evaluate(() => localStorage.getItem('searched')), '6-31-01-03 6-18-02-04');
  await page.context().close();
});

test('half a word is not searched for, whenever the composition began', async () => {
  for (const isAwake of [true, false]) {
    const page = await visit(browser(), VISITORS['at a desk']);
    await page.clock.install();
    const asked = [];
    page.on('request', (request) => request.url().includes('/suggest') && asked.push(request.url()));
    let wake;
    const woken = new Promise((resolve) => (wake = resolve));
    if (!isAwake) await page.route('**/*.wasm', async (route) => (await woken, route.continue()));
    await page.goto('/find?kind=course');
    const field = page.getByRole('combobox');
    if (isAwake) {
      await field.pressSequentially('dian');
      await page.getByRole('option').first().waitFor();
    } else {
      await field.focus();
    }
    const before = asked.length;
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'gong', selectionStart: 4, selectionEnd: 4 });
    const program = isAwake || page.waitForResponse('**/*.wasm');
    wake();
    await program;
    await pass(page);
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    assert.deepEqual(asked.slice(before), []);
    await keyboard.send('Input.insertText', { text: '工' });
    await page.getByRole('option').first().waitFor();
    assert.match(asked.at(-1), /%E5%B7%A5$/);
    await page.context().close();
  }
});

test('the list opens for nobody who has left it, and again for who asks', async () => {
  const page = await visit(browser(), VISITORS['at a desk']);
  await page.clock.install();
  await home(page, chinese);
  const field = page.getByRole('combobox');
  const isOpen = () => field.getAttribute('aria-expanded');
  await field.pressSequentially('dian');
  await page.getByRole('option').first().waitFor();
  for (const leave of [() => field.press('Escape'), () => field.blur()]) {
    for (const isAsked of [false, true]) {
      let answer;
      const answered = new Promise((resolve) => (answer = resolve));
      await page.route(SUGGEST, async (route) => (await answered, route.continue().catch(() => {})));
      await field.press('Escape');
      await field.focus();
      await field.press('ArrowDown');
      if (isAsked) await pass(page);
      await leave();
      answer();
      await pass(page);
      assert.equal(await isOpen(), 'false');
      assert.equal(await field.inputValue(), 'dian');
      await page.unroute(SUGGEST);
    }
  }
  await field.focus();
  await field.press('Escape');
  await field.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.context().close();
});

test('no list stands under words that it was not made for', async () => {
  const page = await visit(browser(), VISITORS['at a desk']);
  await home(page, chinese);
  const field = page.getByRole('combobox');
  for (const fail of [(route) => route.abort(), (route) => route.fulfill({ status: 503, json: { title: 'not now' } })]) {
    await field.fill('dian');
    await page.getByRole('option').first().waitFor();
    await page.route(SUGGEST, fail);
    await field.press('g');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    await page.unroute(SUGGEST);
  }
  await page.context().close();
});

test('what is chosen stays in sight, is counted, and gives way to the caret', async () => {
  const page = await visit(browser(), { ...VISITORS['at a desk'], viewport: { width: 640, height: 360 } });
  await home(page, chinese);
  const field = page.getByRole('combobox');
  const told = page.getByRole('search').getByRole('status');
  await field.pressSequentially('dian');
  const options = page.getByRole('option');
  await options.first().waitFor();
  assert.equal(await told.innerText(), chinese.say('search-counted', { count: await options.count() }));
  const [box, list] = await Promise.all([page.getByRole('search').boundingBox(), page.getByRole('listbox').boundingBox()]);
  assert.deepEqual([list.x, list.width], [box.x, box.width], 'as wide as the box with its button');
  await field.press('ArrowUp');
  const { y, height } = await options.last().boundingBox();
  assert.ok(y >= 0 && y + height <= 360, `${y} + ${height}`);
  for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'End']) {
    await field.press('ArrowDown');
    assert.notEqual(await field.getAttribute('aria-activedescendant'), null);
    await field.press(key);
    assert.equal(await field.getAttribute('aria-activedescendant'), null, key);
  }
  await field.press('Escape');
  assert.equal(await told.innerText(), '');
  await field.press('ArrowDown');
  await options.first().waitFor();
  await follow(page, { click: () => field.press('Enter') });
  assert.equal(await headingOf(page), chinese.say('list-title-text', { text: 'dian' }));
  await page.context().close();
});

test('the first screen of a phone answers', async () => {
  const answers = [
    ['/find?q=电汉工', 'standard', ['h3', '.hint', '.stub-amount']],
    ['/en/find?q=diangong', 'standard', ['h3', '.hint', '.stub-amount']],
    ['/find?q=焊', 'standard', ['h3', '.stub-amount']],
    ['/find?q=月嫂', 'standard', ['h3', '.hint', '.stub-amount']],
    ['/find?q=甘井子+电工+中级', 'standard', ['h3', '.stub-amount']],
    ['/find?q=diangong', 'large', ['h3']],
    ['/find?q=diangong', 'extra-large', ['h3']],
    ['/find?q=焊', 'extra-large', ['h3']],
    ['/find?q=月嫂', 'extra-large', ['h3']],
    ['/find?q=电汉工', 'extra-large', ['h3']],
  ];
  const page = await visit(browser(), VISITORS['on a phone']);
  for (const [address, size, parts] of answers) {
    await page.context().addCookies([{ name: 'type_size', value: size, url: process.env.PORTAL_URL }]);
    await page.goto(address);
    for (const part of parts) {
      const { y, height } = await page.getByRole('article').first().locator(part).boundingBox();
      assert.ok(y + height <= 740, `${address}, ${size}: ${part} ends at ${y + height}`);
    }
  }
  await page.context().close();
});

test('the first screen of a phone says that no course is open, and all filters are taken off beside the chips', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  for (const size of ['standard', 'extra-large']) {
    await page.context().addCookies([{ name: 'type_size', value: size, url: process.env.PORTAL_URL }]);
    await page.goto('/find?q=甘井子+电工+中级');
    const said = await page.getByText(chinese.say('no-course-of', { occupation: '电工' })).boundingBox();
    assert.ok(said.y < 740, `${size}: ${said.y}`);
    const chips = page.getByRole('list', { name: chinese.say('filters-chosen') });
    const [first, clear] = [await chips.getByRole('link').first().boundingBox(), await chips.getByRole('link').last().boundingBox()];
    assert.ok(clear.y < first.y + first.height, `${size}: ${clear.y} beside ${first.y}`);
    if (size === 'standard') assert.ok(clear.x < 360, 'its beginning is seen');
    await assertUsable(page, [320, 360]);
  }
  await page.context().addCookies([{ name: 'type_size', value: 'standard', url: process.env.PORTAL_URL }]);
  await page.goto('/find?q=电工&kind=course&district=210211&district=210202&level=4&level=5');
  for (const chip of await page.getByRole('list', { name: chinese.say('filters-chosen') }).getByRole('link').all()) {
    const { x, width } = await chip.boundingBox();
    assert.ok(x >= 0 && x + width <= 360, `${x} + ${width}`);
  }
  await page.context().close();
});

test('the filters are applied from wherever somebody is, and the button hides nothing that has the focus', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.goto('/find?kind=course');
  await page.locator('.filters > summary').click();
  const apply = page.getByRole('button', { name: chinese.say('filters-apply') });
  const { y, height } = await apply.boundingBox();
  assert.ok(y > 0 && y + height <= 740, `${y} + ${height}`);
  await page.locator('.filters-body summary', { hasText: chinese.say('filter-district') }).click();
  const focused = () => page.evaluate(() => {
    const [element, button] = [document.activeElement, document.querySelector('.filters-body > button')];
    const isCovered = element !== button && element.getBoundingClientRect().bottom > button.getBoundingClientRect().top;
    return { isLast: element === button, covered: isCovered && element.outerHTML };
  });
  let isLast = false;
  for (let place = 0; place < 40 && !isLast; place += 1) {
    await page.keyboard.press('Tab');
    const seen = await focused();
    assert.equal(seen.covered, false);
    ({ isLast } = seen);
  }
  assert.ok(isLast, 'the button is reached by keyboard');
  // held sideways, the screen is too low for a button that stays
  await page.setViewportSize({ width: 740, height: 360 });
  await page.evaluate(() => scrollTo(0, 0));
  assert.ok((await apply.boundingBox()).y > 360);
  await page.context().close();
});

test('the order and the kind that hold are in sight on a phone', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.goto('/find?kind=base&sort=market');
  for (const name of ['kinds', 'sort']) {
    const current = page.getByRole('navigation', { name: chinese.say(name), exact: true }).locator('[aria-current]');
    const { x, width } = await current.boundingBox();
    assert.ok(x >= 0 && x + width <= 360, `${name}: ${x} + ${width}`);
  }
  await page.context().close();
});

test('with colours of the device only the way that is current is underlined', async () => {
  const page = await visit(browser(), { ...VISITORS['on a phone'], forcedColors: 'active' });
  await page.goto('/find?kind=course');
  const ways = page.getByRole('banner').getByRole('listitem').getByRole('link');
  const widths = await ways.evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomWidth));
  assert.deepEqual(widths, ['4px', '0px', '0px', '0px', '0px']);
  await page.context().close();
});

test('no more is ticked than fits beside each other, and the bar hides nothing that has the focus', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await page.goto('/find?kind=course&open=true');
  const boxes = page.getByRole('article').getByRole('checkbox');
  const bar = (count) => page.getByRole('button', { name: chinese.say('compare-ticked', { count, most: 3 }) });
  await boxes.nth(0).check();
  await bar(1).waitFor();
  for (let place = 0; place < 20; place += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const { bottom } = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector('#compare');
      return !bar.contains(document.activeElement) && bottom > bar.getBoundingClientRect().top && document.activeElement.outerHTML;
    });
    assert.equal(covered, false);
  }
  for (const place of [1, 2]) await boxes.nth(place).check();
  await bar(3).waitFor();
  assert.ok(await boxes.nth(3).isDisabled());
  await boxes.nth(0).uncheck();
  await bar(2).waitFor();
  assert.ok(await boxes.nth(3).isEnabled());
  // ticks come along to the next page, and to another order of it
  await follow(page, page.getByRole('link', { name: chinese.say('pages-next') }));
  await bar(2).waitFor();
  await boxes.nth(0).check();
  await bar(3).waitFor();
  await follow(page, page.getByRole('link', { name: chinese.say('sort-start') }));
  await bar(3).waitFor();
  await page.context().close();
});

test('the names of what is compared stay in sight', async () => {
  const page = await visit(browser(), VISITORS['on a phone']);
  await compare(page, chinese);
  const name = page.getByRole('columnheader').first();
  await page.getByRole('rowheader').last().scrollIntoViewIfNeeded();
  const { y } = await name.boundingBox();
  assert.ok(y >= 0 && y < 100, `${y}`);
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
  assert.deepEqual(asked, { kind: 'course', district: '210202', near: '210212', sort: 'distance' });
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
