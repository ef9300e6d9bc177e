import { afterEach, expect, test, vi } from 'vitest';
import { readStreamed } from './overview-stream.ts';

const onKept = vi.fn<(kept: unknown, ageMs: number) => void>();

afterEach(() => {
  vi.unstubAllGlobals();
  onKept.mockClear();
});
const { signal } = new AbortController();

function answerWith(...answers: Response[]) {
  const fetchOne = vi.fn<(path: string, options: RequestInit) => Promise<Response>>(
    async () => answers.shift() ?? new Response('', { status: 404 }),
  );
  vi.stubGlobal('fetch', fetchOne);
  return fetchOne;
}

function stream(...lines: unknown[]): Response {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const half = Math.floor(text.length / 2);
  const bytes = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      // Cut in the middle of a line, as the network does.
      controller.enqueue(bytes.encode(text.slice(0, half)));
      controller.enqueue(bytes.encode(text.slice(half)));
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });
}

const secrets = { names: ['docker-hub'], quota: { used: 1, max: 50 } };

test('what the gateway knows from before is told at once, with its age, and then what the tenant says now', async () => {
  answerWith(
    stream(
      { tenant: 'a', secrets: { names: ['old'] }, ageMs: 9000, renewing: true },
      { tenant: 'a', secrets, ageMs: 0 },
    ),
  );
  expect(await readStreamed('a', signal, onKept)).toEqual(secrets);
  expect(onKept.mock.calls).toEqual([[{ names: ['old'], quota: undefined }, 9000]]);
});

test('one call answers for all tenants; asking again is another call', async () => {
  const envelope = { error: { code: 'GatewayTimeout', message: 'late', target: 'console-gateway' } };
  const fetchOne = answerWith(
    stream(
      { tenant: 'a', secrets: { names: ['old'] }, ageMs: 9000, renewing: true },
      { tenant: 'b', problem: { status: 504, body: envelope } },
      { tenant: 'a', secrets, ageMs: 0 },
    ),
    stream({ tenant: 'a', secrets: { names: [] }, ageMs: 0 }),
  );
  const [a, b] = await Promise.allSettled([
    readStreamed('a', signal, onKept),
    readStreamed('b', signal, onKept),
  ]);
  expect(a).toMatchObject({ value: secrets });
  expect(b).toMatchObject({
    reason: { kind: 'http', status: 504, code: 'GatewayTimeout', answeredBy: 'gateway' },
  });
  expect(fetchOne).toHaveBeenCalledTimes(1);
  expect(await readStreamed('a', signal, onKept)).toEqual({ names: [], quota: undefined });
  expect(fetchOne).toHaveBeenCalledTimes(2);
});

test('a sign-in page in its place is not followed to', async () => {
  const answer = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
  const fetchOne = answerWith(answer);
  await readStreamed('followed', signal, onKept);
  expect(fetchOne).toHaveBeenCalledExactlyOnceWith(
    '/api/overview',
    expect.objectContaining({ redirect: 'manual' }),
  );
});

test('a proxy that is no gateway is asked tenant by tenant', async () => {
  answerWith(new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }));
  expect(await readStreamed('z', signal, onKept)).toBeUndefined();
});

test('a stream that falls silent is given up, and says that no answer came in time', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (_path: string, options: RequestInit) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify({ tenant: 'a', secrets })}\n`));
        options.signal?.addEventListener('abort', () => controller.error(options.signal?.reason));
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/x-ndjson' } }));
  });
  try {
    const [heard, silent] = [readStreamed('a', signal), readStreamed('b', signal)];
    expect(await heard).toEqual(secrets);
    const failure = silent.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(await failure).toMatchObject({ kind: 'timeout' });
  } finally {
    vi.useRealTimers();
  }
});
