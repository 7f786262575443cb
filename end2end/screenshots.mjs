// `node screenshots.mjs FOLDER`: pictures of the main pages, on a phone and at a desk, with and without JavaScript.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { VISITORS, openBrowser, visit } from './browser.mjs';
import { openPortal } from './portal.mjs';
import { WAYS } from './ways.mjs';
import { LANGUAGES } from './words.mjs';

const [folder, only] = process.argv.slice(2);
if (!folder) throw new Error('say where to: node screenshots.mjs FOLDER [PAGE]');
await mkdir(folder, { recursive: true });

const portal = await openPortal();
process.env.PORTAL_URL = portal.address;
const browser = await openBrowser();
for (const [visitor, manner] of Object.entries(VISITORS)) {
  for (const [name, way] of Object.entries(WAYS).filter(([name]) => !only || name === only)) {
    const page = await visit(browser, manner);
    const file = join(folder, `${name}, ${visitor}.png`.replaceAll(/[ ,]+/g, '-'));
    try {
      await way(page, LANGUAGES.中文);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    } catch (fault) {
      process.exitCode = 1;
      console.log(`${file}: ${fault.message.split('\n')[0]}`);
    }
    await page.context().close();
  }
}
await browser.close();
await portal.close();
