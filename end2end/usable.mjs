// What every page owes every visitor: markup without faults, no barrier that axe knows, targets a thumb can hit, no sideways scroll.

import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

/** Smallest side of a target in CSS pixels. */
const TARGET = 44;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const markup = new HtmlValidate(new FileSystemConfigLoader());

/** Fails, naming the page and every fault, unless the page is usable as it stands, and on screens of these widths too. */
export async function assertUsable(page, widths = []) {
  const seen = await asSeen(page);
  const screen = seen.viewportSize();
  const faults = [...(await barriers(seen)), ...(await misfits(seen))];
  for (const width of widths) {
    await seen.setViewportSize({ ...screen, width });
    faults.push(...(await misfits(seen)));
  }
  await seen.setViewportSize(screen);
  assert.deepEqual(faults, [], `${page.url()} «${await page.title()}»`);
  if (seen !== page) await seen.context().close();
}

/** Fails unless the page's source is sound HTML; asked of the source, since a browser repairs what it reads. */
export async function assertSoundMarkup(page) {
  const answer = await page.request.get(page.url());
  // the renderer marks empty places with `<!>`, an empty comment to every browser
  const source = (await answer.text()).replaceAll('<!>', '');
  const report = await markup.validateString(source);
  const faults = report.results.flatMap((result) => result.messages.map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`));
  assert.deepEqual(faults, [], page.url());
}

/** Returns a page on which the checks' own scripts may run: a copy, where the visitor's browser runs none. */
async function asSeen(page) {
  if (page.context().visitor.javaScriptEnabled) return page;
  const html = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, '').replace(/<\/?noscript>/g, '');
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), bypassCSP: true });
  await context.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const copy = await context.newPage();
  await copy.goto(page.url());
  return copy;
}

async function barriers(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/** Returns what does not fit the screen: targets too small for a thumb, and a page wider than it. */
async function misfits(page) {
  const { width } = page.viewportSize();
  const faults = [...(await smallTargets(page)), ...(await sideways(page))];
  return faults.map((fault) => `at ${width} px: ${fault}`);
}

async function sideways(page) {
  const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return wide > screen ? [`scrolls sideways: ${wide} px on a screen of ${screen} px`] : [];
}

/** Returns the targets that are too small; links inside a sentence may be, as the guidelines say. */
async function smallTargets(page) {
  return page.evaluate((least) => {
    const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // what waits off the screen until it is focused (a skip link) has its size then
    const isOnPage = ({ width, height, right, bottom }) => width > 1 && height > 1 && right > 0 && bottom > 0;
    const isInSentence = (element) => {
      if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
      const around = [...element.parentElement.childNodes].filter((node) => node !== element);
      return around.some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent));
    };
    const area = (element) => {
      const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
      const joined = /^(radio|checkbox|file)$/.test(element.type) ? boxes : boxes.slice(0, 1);
      const edge = (side, pick) => pick(...joined.map((box) => box[side]));
      return {
        width: edge('right', Math.max) - edge('left', Math.min),
        height: edge('bottom', Math.max) - edge('top', Math.min),
        right: edge('right', Math.max),
        bottom: edge('bottom', Math.max),
      };
    };
    const targets = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary');
    return [...targets].filter((element) => isShown(element) && !isInSentence(element)).flatMap((element) => {
      const box = area(element);
      if (!isOnPage(box) || (box.width >= least - 0.5 && box.height >= least - 0.5)) return [];
      const name = (element.innerText || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 30);
      return [`small target ${Math.round(box.width)} × ${Math.round(box.height)} px: <${element.tagName.toLowerCase()}> ${name}`];
    });
  }, TARGET);
}
