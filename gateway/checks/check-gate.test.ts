import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { buildTestApp, openTestTenants } from '../testing/test-app.ts';
import { CheckGate } from './check-gate.ts';

const unknown = async () => {
  throw Object.assign(new Error('planted'), { code: 'ENOTFOUND' });
};

/** Runs checks in this order, each by a person from an address. */
async function statuses(
  app: FastifyInstance,
  calls: readonly (readonly [string, string])[],
): Promise<number[]> {
  const found: number[] = [];
  for (const [user, remoteAddress] of calls) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/registry-checks',
      headers: { 'x-user': user },
      remoteAddress,
      body: { registry: 'registry.example.com', username: 'planted-user', password: 'planted-password' },
    });
    found.push(answer.statusCode);
  }
  await app.close();
  return found;
}

describe('the gate', () => {
  const limits = { perMinute: 3, perMinuteAndHost: 2, atOncePerCaller: 2, atOnce: 3 };

  test('limits each caller by the minute, and running checks for all', () => {
    let now = 0;
    const gate = new CheckGate({ ...limits, perMinuteAndHost: 3 }, () => now);
    const enter = (caller: string) => gate.enter(caller, 'host');
    const [first] = [enter('a'), enter('a')];
    expect(enter('a')).toEqual({ open: false, retryAfterSeconds: 2 });
    enter('b');
    expect(enter('c').open).toBe(false);
    if (first.open) first.leave();
    now = 1000;
    const third = enter('a');
    expect(third.open).toBe(true);
    if (third.open) third.leave();
    expect(enter('a')).toEqual({ open: false, retryAfterSeconds: 59 });
    now = 60_000;
    expect(enter('a').open).toBe(true);
  });

  test('limits each host of a caller by the minute', () => {
    let now = 0;
    const gate = new CheckGate(limits, () => now);
    const enter = (caller: string, host: string) => {
      const answer = gate.enter(caller, host);
      if (answer.open) answer.leave();
      return answer;
    };
    enter('a', 'one');
    now = 10_000;
    enter('a', 'one');
    expect(enter('a', 'one')).toEqual({ open: false, retryAfterSeconds: 50 });
    expect([enter('b', 'one').open, enter('a', 'two').open]).toEqual([true, true]);
    now = 60_000;
    expect(enter('a', 'one').open).toBe(true);
  });

  test('identifies signed-in people by name and others by address', async () => {
    const signIn = {
      mode: 'header',
      user: 'x-user',
      name: 'x-user',
      groups: 'x-groups',
      signOutUrl: undefined,
    } as const;
    const checks = { allowedHosts: [], resolve: unknown, limits: { ...limits, perMinuteAndHost: 1 } };
    const calls = [
      ['jo', '10.0.0.1'],
      ['jo', '10.0.0.2'],
      ['max', '10.0.0.1'],
    ] as const;
    const asked = await buildTestApp(await openTestTenants({}), {
      checks,
      signIn,
      trustedProxies: ['10.0.0.0/8'],
    });
    expect(await statuses(asked, calls)).toEqual([200, 429, 200]);
    const open = await buildTestApp(await openTestTenants({}), { checks });
    expect(await statuses(open, calls)).toEqual([200, 200, 429]);
  });
});
