// The portal under test: a demo city of its own, in a temporary folder and on a free port, unless PORTAL_URL names one.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BINARY = process.env.PORTAL ?? fileURLToPath(new URL('../target/debug/portal', import.meta.url));
/** The whole demo city is imported and indexed in this time, also on a busy machine. */
const READY_WITHIN_MS = 300_000;

/** Starts the portal and returns its address and how to close it. */
export async function openPortal() {
  if (process.env.PORTAL_URL) return { address: process.env.PORTAL_URL, close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'portal-journeys-'));
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const portal = spawn(BINARY, ['serve', '--demo', '--folder', folder, '--listen', listen, '--proxies', '1'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => portal.once('exit', resolve).once('error', resolve));
  const close = async () => {
    portal.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const address = `http://${listen}`;
  try {
    await ready(address, portal, ended);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { address, close };
}

async function ready(address, portal, ended) {
  let fault;
  ended.then((reason) => (fault = new Error(`${BINARY} ended before it was ready (${reason}); build it with \`cargo build --workspace --bin portal\``)));
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(100)) {
    if (fault) throw fault;
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the portal was not ready after ${READY_WITHIN_MS / 1000} s`);
}

/** Returns a port on which nothing listens. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
