// `node screenshots.mjs FOLDER [PAGE]`: pictures of the main pages in both languages, both themes and the largest type, on a
// phone and at a desk, with and without JavaScript.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { VISITORS, openBrowser, visit } from './browser.mjs';
import { openPortal } from './portal.mjs';
import { WAYS, choose } from './ways.mjs';
import { LANGUAGES } from './words.mjs';

const [folder, only] = process.argv.slice(2);
if (!folder) throw new Error('say where to: node screenshots.mjs FOLDER [PAGE]');
await mkdir(folder, { recursive: true });

const [phone, desk] = [VISITORS['on a phone'], VISITORS['at a desk']];
/** By name: who looks, in which language, type size and theme. */
const PICTURES = {
  phone: { visitor: phone },
  'phone-dark': { visitor: { ...phone, colorScheme: 'dark' } },
  'phone-extra-large': { visitor: phone, size: 'extra-large' },
  'phone-English': { visitor: phone, language: 'English' },
  'phone-without-JavaScript': { visitor: VISITORS['on a phone without JavaScript'] },
  desk: { visitor: desk },
  'desk-dark': { visitor: { ...desk, colorScheme: 'dark' } },
  'desk-English': { visitor: desk, language: 'English' },
};

const portal = await openPortal();
process.env.PORTAL_URL = portal.address;
const browser = await openBrowser();
for (const [manner, { visitor, language = '中文', size = 'standard' }] of Object.entries(PICTURES)) {
  for (const [name, way] of Object.entries(WAYS).filter(([name]) => !only || name === only)) {
    const page = await visit(browser, visitor);
    const file = join(folder, `${name}-${manner}.png`);
    try {
      await way(page, LANGUAGES[language]);
      if (size !== 'standard') await choose(page, 'type_size', size);
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
