// `node lighthouse.mjs [PAGE …]`: prints Lighthouse's mobile scores of the main public pages and fails where one is below 95.

import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

import { FLAGS, VISITORS, openBrowser, program, visit } from './browser.mjs';
import { freePort, openPortal } from './portal.mjs';
import { WAYS } from './ways.mjs';
import { LANGUAGES } from './words.mjs';

const PAGES = process.argv.length > 2 ? process.argv.slice(2) : ['home', 'list', 'course', 'result'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 95;
/** One run on a busy machine says little; the median of three is what counts. */
const RUNS = 3;
/** A result is a person's own: no search engine may show it, so what only these read is not asked of it. */
const OWN_PAGES = new Set(['result']);
const FOR_SEARCH_ENGINES = ['is-crawlable', 'meta-description'];

const portal = await openPortal();
process.env.PORTAL_URL = portal.address;
try {
  console.log(`${'page'.padEnd(10)}${CATEGORIES.map((name) => name.padStart(16)).join('')}     LCP ms  TBT ms     CLS`);
  for (const name of PAGES) await measure(name);
} finally {
  await portal.close();
}

async function measure(name) {
  const place = await find(name);
  const reports = [];
  for (let run = 0; run < RUNS; run += 1) reports.push(await report(place, OWN_PAGES.has(name)));
  const scores = CATEGORIES.map((category) => median(reports.map(({ categories }) => Math.round(categories[category].score * 100))));
  const [paint, blocking, shift] = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map((id) =>
    median(reports.map(({ audits }) => audits[id].numericValue)),
  );
  console.log(`${name.padEnd(10)}${scores.map((score) => String(score).padStart(16)).join('')}  ${paint.toFixed(0).padStart(9)}${blocking.toFixed(0).padStart(8)}${shift.toFixed(3).padStart(8)}`);
  if (scores.every((score) => score >= LEAST)) return;
  process.exitCode = 1;
  for (const audit of Object.values(reports[0].audits)) {
    if (audit.score !== null && audit.score < 0.9) console.log(`    ${audit.id}: ${audit.title} ${audit.displayValue ?? ''}`);
  }
}

/** Walks to the page as a person would, one whose answers are kept in a cookie, and returns its address with the cookies gathered on the way. */
async function find(name) {
  const browser = await openBrowser();
  const page = await visit(browser, VISITORS['on a phone without JavaScript']);
  await WAYS[name](page, LANGUAGES.中文);
  const cookies = await page.context().cookies();
  const place = { address: page.url(), cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  await browser.close();
  return place;
}

async function report({ address, cookie }, isOwn) {
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: program(), args: [...FLAGS, `--remote-debugging-port=${port}`] });
  try {
    const settings = { port, onlyCategories: CATEGORIES, logLevel: 'error', extraHeaders: { Cookie: cookie }, skipAudits: isOwn ? FOR_SEARCH_ENGINES : [] };
    return (await lighthouse(address, settings)).lhr;
  } finally {
    await browser.close();
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
