import { afterEach, expect, test, vi } from 'vitest';

// What the browser stores is watched as soon as it is imported.
vi.stubGlobal('addEventListener', () => undefined);
const { createGatewayMemory } = await import('./gateway-memory.ts');

const note = (text: string) => ({ name: 'docker-hub', registries: [{ host: 'ghcr.io' }], note: text });
const remembered = (text: string) => ({ connectionId: 'acme', ...note(text) });

/** A gateway that answers when it is told to; what it keeps is what was last put. */
function slowGateway(first: string) {
  let kept = first;
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', (_path: string, { method, body }: { method: string; body: string | null }) => {
    // What a read finds is what was kept when it came, however late its answer is.
    const found = kept;
    if (method === 'PUT') kept = JSON.parse(body ?? '').note;
    return new Promise<Response>((resolve) => {
      waiting.push(() => resolve(Response.json(method === 'GET' ? { notes: [note(found)] } : {})));
    });
  });
  /** Answers the request that has waited longest, or the one at that place. */
  return async (place = 0) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(place);
    waiting.splice(place, 1)[0]?.();
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('an answer that was overtaken by a change does not bring back what was before it', async () => {
  const answerNext = slowGateway('Ask Jo');
  const memory = createGatewayMemory(new Map([['acme', '/api/tenants/acme']]));
  memory.load?.('acme');
  const kept = memory.keep?.(remembered('Ask Kim'));
  await answerNext(1);
  await kept;
  expect(memory.read()).toEqual([remembered('Ask Kim')]);
  // The slow first answer, and the reading that follows it.
  await answerNext();
  await answerNext();
  await expect.poll(() => memory.stateOf?.('acme')).not.toBe('reading');
  expect(memory.read()).toEqual([remembered('Ask Kim')]);
});

test('what others have made of it is read when it is asked for', async () => {
  const answerNext = slowGateway('Ask Jo');
  const memory = createGatewayMemory(new Map([['acme', '/api/tenants/acme']]));
  const refreshed = memory.refresh?.('acme');
  await answerNext();
  await refreshed;
  expect(memory.read()).toEqual([remembered('Ask Jo')]);
});

test('what could not be read is not taken for all there is, whatever is written meanwhile', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')));
  const memory = createGatewayMemory(new Map([['acme', '/api/tenants/acme']]));
  expect(memory.stateOf?.('acme')).toBe('reading');
  expect(memory.stateOf?.('added-here')).toBe('read');
  memory.load?.('acme');
  await expect.poll(() => memory.stateOf?.('acme')).toBe('failed');
  memory.write([remembered('Ask Kim')]);
  expect(memory.stateOf?.('acme')).toBe('failed');

  vi.stubGlobal('fetch', async () => Response.json({ notes: [note('Ask Jo')] }));
  await expect
    .poll(() => {
      memory.load?.('acme');
      return memory.stateOf?.('acme');
    })
    .toBe('read');
  expect(memory.read()).toEqual([remembered('Ask Jo')]);
});
