// What a first visit transfers, in bytes as they cross the wire, and the budgets for it.

/** Budgets by kind of page; `script` is JavaScript and wasm together, `shift` how far things jump while it loads, in thousandths. */
export const BUDGETS = {
  plain: { document: 14_000, style: 12_000, script: 0, requests: 6, shift: 20 },
  list: { document: 20_000, style: 12_000, script: 0, requests: 8, shift: 20 },
};
/** What an island may bring once somebody touches it. */
export const ISLANDS = { script: 75_000 };

const KINDS = { Document: 'document', Stylesheet: 'style', Script: 'script' };

/** Returns what a first visit to the address transfers, `touch` included, where something is done there. */
export async function weigh(page, address, touch = async () => {}) {
  const session = await page.context().newCDPSession(page);
  const requests = new Map();
  const weight = { document: 0, style: 0, script: 0, other: 0, requests: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => requests.set(requestId, kind(type, response)));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight[requests.get(requestId) ?? 'other'] += encodedDataLength;
    weight.requests += 1;
  });
  await session.send('Network.enable');
  await page.goto(address, { waitUntil: 'networkidle' });
  await touch(page);
  await page.waitForLoadState('networkidle');
  return { ...weight, shift: Math.round(1000 * (await layoutShift(page))) };
}

/** Returns each budget that the weight exceeds, in words. */
export function excess(weight, budget) {
  return Object.entries(budget).filter(([part, most]) => weight[part] > most).map(([part, most]) => `${part}: ${weight[part]} of at most ${most}`);
}

/** Returns the sum of all shifts, as browsers count them. */
async function layoutShift(page) {
  return page.evaluate(async () => {
    const shifts = await new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve([]), 100);
    });
    return shifts.reduce((sum, { value }) => sum + value, 0);
  });
}

function kind(type, response) {
  if (response.mimeType === 'application/wasm') return 'script';
  return KINDS[type] ?? 'other';
}
