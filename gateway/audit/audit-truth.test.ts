import { expect, test } from 'vitest';
import type { Store } from '../store/store.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../testing/test-app.ts';
import { startTestSimulator } from '../testing/test-simulator.ts';
import { openTestSqlite } from '../testing/test-stores.ts';
import type { AuditEvent } from './audit-event.ts';
import { readAllEvents } from './audit-query.ts';
import { buildRandomWrite, type RandomWrite } from './testing/random-writes.ts';

/** How writes to some tenants fail, by the simulator's names. */
const failures = {
  'tenant-0004': 'fail-once',
  'tenant-0005': 'fail-always',
  'tenant-0006': 'rate-limited',
  'tenant-0007': 'reset-once',
  'tenant-0008': 'timeout-once',
  'tenant-0009': 'unavailable',
  'tenant-0010': 'reset-after-write',
  'tenant-0011': 'malformed',
  'tenant-0012': 'hang-after-write',
};
const silent = 'tenant-0012';

/** The gateway's own error codes, all of which must occur. */
const ownCodes: (string | undefined)[] = [
  'AccessDenied',
  'ApprovalNeeded',
  'BadRequest',
  'GatewayTimeout',
  'MethodNotAllowed',
  'NotFound',
  'SignInRequired',
  'TenantBusy',
  'TokenRequestFailed',
  'TooManyRequests',
  'UnknownTenant',
  'UpstreamReset',
  'UpstreamUnreachable',
];

async function collect({ db }: Store): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const event of readAllEvents(db, { scope: 'all', filter: {} })) events.push(event);
  return events;
}

/** Deterministic, so that a failing run can be repeated. */
function createPick(seed: number): <T>(list: readonly T[]) => T {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const one = list[Math.floor((state / 2 ** 32) * list.length)];
    if (one === undefined) throw new Error('there is nothing to pick');
    return one;
  };
}

function describeWrite({ tenant, action, resource, name }: Partial<RandomWrite> | AuditEvent): string {
  return `${tenant} ${action} ${resource} ${name}`;
}

/** Refusals that could occur in any number are only counted. */
function isCounted({ code = '' }: { code?: string | undefined }): boolean {
  return ['SignInRequired', 'TooManyRequests'].includes(code);
}

test('the audit log holds each of 1,000 random writes with faults, with its true outcome', async () => {
  const simulator = await startTestSimulator(12);
  for (const [tenant, kind] of Object.entries(failures)) await simulator.failTenant(tenant, kind);
  const { url, serviceKeys } = simulator;
  const keys = {
    ...serviceKeys,
    gone: {
      ...serviceKeys[silent],
      identityzoneid: 'gone',
      serviceurls: { AI_API_URL: 'http://127.0.0.1:9' },
    },
    locked: { ...serviceKeys[silent], identityzoneid: 'locked', clientsecret: 'another-one', url },
  };
  const opened = await openTestSqlite();
  const app = await buildTestApp(await openTestTenants(keys), {
    store: opened.store,
    ...headerSignIn,
    accessFile: new URL('../testing/access.yaml', import.meta.url).pathname,
    upstreamTimeoutMs: 1500,
    limits: { writesPerMinute: 8, signInsPerMinute: 10 },
    approvalAbove: 3,
  });
  const answered = new Map<RandomWrite, { status: number; code: string | undefined }>();
  async function send(write: RandomWrite): Promise<void> {
    const { user, groups, method, tenant, path, headers, body } = write;
    const response = await app.inject({
      method,
      url: `/api/tenants/${tenant}${path}`,
      headers: { ...headers, ...(user !== undefined && { 'x-user': user, 'x-groups': groups }) },
      ...(body !== undefined && { body }),
    });
    const isOwn = response.body.includes('"target":"console-gateway"');
    const code = isOwn ? response.json<{ error: { code: string } }>().error.code : undefined;
    answered.set(write, { status: response.statusCode, code });
  }
  try {
    const pick = createPick(7);
    const tenants = Object.keys(keys).filter((id) => id !== silent);
    const queue = Array.from({ length: 930 }, (_, number) => buildRandomWrite(number, tenants, pick));
    const work = async () => {
      for (let write = queue.pop(); write !== undefined; write = queue.pop()) await send(write);
    };
    await Promise.all(Array.from({ length: 24 }, () => work()));
    // More than may be running in one tenant, which answers none of them.
    const burst = Array.from({ length: 70 }, (_, number) => ({
      ...buildRandomWrite(0, [silent], pick),
      user: `patient-${number}`,
    }));
    await Promise.all(burst.map((write) => send(write)));
    await app.close();

    const all = await collect(opened.store);
    const journal = (await simulator.journal()).filter(({ method }) => method !== 'GET');
    const counted = [...answered.values()].filter(isCounted);
    const sums = all.filter(({ action }) => action === 'refusals').map(({ subject }) => subject?.count ?? 0);
    expect(sums.reduce((sum, count) => sum + count, 0)).toBe(counted.length);

    const events = all.filter(({ action }) => action !== 'refusals');
    const wanted = [...answered].filter(([, answer]) => !isCounted(answer)).map(([write]) => write);
    expect(wanted.length + counted.length).toBe(1000);
    expect(events.map(describeWrite).toSorted()).toEqual(wanted.map(describeWrite).toSorted());
    // Whatever AI Core received is in the log exactly once.
    const ids = new Set(events.map(({ requestId }) => requestId));
    expect(ids.size).toBe(events.length);
    expect(journal.filter(({ requestId = '' }) => !ids.has(requestId))).toEqual([]);

    const untrue = events.flatMap((event) => {
      const calls = journal.filter(({ requestId }) => requestId === event.requestId);
      const isWritten = calls.some(({ written }) => written);
      const truths = {
        done: isWritten && calls.at(-1)?.status === event.status,
        failed: !isWritten,
        refused: calls.length === 0,
        // Only if AI Core's answer did not come, or came too late.
        unknown: calls.some(({ status }) => status === undefined) || event.status === 504,
        begun: false,
      };
      return truths[event.outcome] ? [] : [{ event, calls }];
    });
    expect(untrue).toEqual([]);

    // Nothing of the above was left out by chance.
    const resources = new Set(wanted.map(({ resource }) => resource));
    expect(resources.size).toBe(6);
    for (const outcome of ['done', 'failed', 'refused', 'unknown']) {
      const those = events.filter((event) => event.outcome === outcome);
      expect([outcome, new Set(those.map(({ resource }) => resource))]).toEqual([outcome, resources]);
    }
    const codes = new Set([...answered.values()].map(({ code }) => code));
    expect(codes).toEqual(new Set(ownCodes).add(undefined));
  } finally {
    await app.close();
    await simulator.stop();
    await opened.remove();
  }
});
