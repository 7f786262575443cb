// What a first visit transfers, in bytes as they cross the wire, and the budgets for it.

/** Budgets by kind of page; `script` is JavaScript and wasm together. */
export const BUDGETS = {
  plain: { document: 14_000, style: 12_000, script: 0, requests: 6 },
  list: { document: 20_000, style: 12_000, script: 75_000, requests: 8 },
};

const KINDS = { Document: 'document', Stylesheet: 'style', Script: 'script' };

/** Returns what a first visit to the address transfers. */
export async function weigh(page, address) {
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
  return weight;
}

/** Returns each budget that the weight exceeds, in words. */
export function excess(weight, budget) {
  return Object.entries(budget).filter(([part, most]) => weight[part] > most).map(([part, most]) => `${part}: ${weight[part]} of at most ${most}`);
}

function kind(type, response) {
  if (response.mimeType === 'application/wasm') return 'script';
  return KINDS[type] ?? 'other';
}
