import { Pool } from 'undici';

/** Where the calls go, and what each carries. */
export interface Target {
  readonly url: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** The result of a load. */
export interface Load {
  readonly calls: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Every tenth call is a write. */
const writeEvery = 10;
const body = JSON.stringify({
  name: 'registry-0',
  data: { '.dockerconfigjson': '{"auths":{"registry.example.com":{"username":"a","password":"invented"}}}' },
});

/**
 * Sends calls over that many connections, one after the other on each, until the time is up or the number is reached.
 * Rejects if a call is not answered with success.
 */
export async function putLoad(
  target: Target,
  {
    connections,
    seconds = Infinity,
    calls = Infinity,
  }: { connections: number; seconds?: number; calls?: number },
): Promise<Load> {
  const pool = new Pool(target.url, { connections, pipelining: 1 });
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let begun = 0;
  const caller = async () => {
    while (begun < calls && performance.now() < end) {
      begun += 1;
      const before = performance.now();
      await callOnce(pool, target, begun % writeEvery === 0);
      times.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, caller));
  } finally {
    await pool.destroy();
  }
  const perSecond = (times.length * 1000) / (performance.now() - begin);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { calls: times.length, perSecond, p50: at(0.5), p99: at(0.99) };
}

async function callOnce(pool: Pool, { url, path, headers }: Target, isWrite: boolean): Promise<void> {
  const answer = await pool.request(
    isWrite
      ? {
          method: 'PATCH',
          path: `${path}/registry-0`,
          headers: { ...headers, origin: url, 'content-type': 'application/json' },
          body,
        }
      : { method: 'GET', path: `${path}?$top=100`, headers },
  );
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`${url} answered with ${answer.statusCode}: ${text}`);
}
