// `npm test`: opens one demo city and walks every journey through it; `npm test -- NAME` only those whose file name holds NAME.

import { readdir } from 'node:fs/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

import { openPortal } from './portal.mjs';

/** So many files are walked at the same time, through the same city. */
const SIDE_BY_SIDE = 2;
const folder = fileURLToPath(new URL('journeys/', import.meta.url));
const wanted = process.argv[2] ?? '';
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs') && name.includes(wanted)).map((name) => folder + name);

const portal = await openPortal();
process.env.PORTAL_URL = portal.address;
const walk = run({ files, concurrency: SIDE_BY_SIDE });
walk.on('test:fail', () => (process.exitCode = 1));
walk.compose(spec()).pipe(process.stdout);
walk.once('close', () => portal.close());
