import { expect, test as base } from '@playwright/test';
import { z } from 'zod';
import { finished, holders, openTenants, report, writesAnswered } from '../rollout-page.ts';
import { startTwoGateways, type TwoGateways } from './two-gateways.ts';

const test = base.extend<object, { host: TwoGateways }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const failures = '--fail-once 5% --fail-always 5% --reset-once 5%';
      const args = `--inspect --tenants 60 --latency 100 ${failures}`;
      const host = await startTwoGateways({ simulatorArgs: args.split(' '), tls: true });
      await use(host);
      await host.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
  ignoreHTTPSErrors: true,
});

const eventsSchema = z.array(
  z.object({
    requestId: z.string(),
    outcome: z.enum(['begun', 'done', 'failed', 'refused', 'unknown']),
    tenant: z.string(),
    actor: z.object({ name: z.string() }),
  }),
);

const sessionCookie = /^__Host-console(?:-\d+)?-session$/;

test('two gateways share notes and sessions: signing out at one ends every copy of the cookie at the other', async ({
  page,
  host: { gateways, url },
}) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  const session = (await page.context().cookies()).find(({ name }) => sessionCookie.test(name));
  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
  const copy = { cookie: `${session?.name}=${session?.value}` };
  const at = (gateway: number, path: string, init: RequestInit = {}) =>
    fetch(`${gateways[gateway]?.url}${path}`, { headers: copy, ...init });

  const notes = '/api/tenants/acme-vision/secret-notes';
  await at(0, `${notes}/docker-hub`, {
    method: 'PUT',
    headers: { ...copy, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ note: 'of the first gateway' }),
  });
  expect(await (await at(1, notes)).json()).toMatchObject({ notes: [{ note: 'of the first gateway' }] });

  await at(0, '/auth/sign-out', { redirect: 'manual' });
  const after = await Promise.all([0, 1].map(async (gateway) => (await at(gateway, '/config.json')).status));
  expect(after).toEqual([401, 401]);
});

test('a gateway that is killed during a rollout loses no event and duplicates none', async ({
  page,
  host: { gateways, simulator },
}) => {
  await openTenants(page, 'everywhere');
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  const middle = writesAnswered(page, 20);
  await page.getByRole('button', { name: /^Roll out to \d+ tenants$/ }).click();
  await middle;
  process.kill(gateways[0]?.pid ?? 0, 'SIGKILL');
  await finished(page);

  const rows = await report(page);
  const stored = await holders({ simulator }, 'everywhere');
  const reported = (state: string) => rows.filter((row) => row.state === state).map((row) => row.tenantId);
  expect(reported('done').toSorted()).toEqual(stored);
  expect(reported('failed').filter((tenant) => stored.includes(tenant))).toEqual([]);

  const answer = await page.evaluate(async () =>
    (await fetch('/api/audit.json?action=create&name=everywhere')).json(),
  );
  const events = eventsSchema.parse(answer);
  const journal = (await simulator.journal()).filter(({ method }) => method !== 'GET');
  const idsOfEvents = events.map(({ requestId }) => requestId);
  const idsOfWrites = journal.map(({ requestId = '' }) => requestId);
  expect(new Set(idsOfEvents).size).toBe(idsOfEvents.length);
  expect(new Set(idsOfWrites).size).toBe(idsOfWrites.length);
  expect(idsOfWrites.filter((id) => !idsOfEvents.includes(id))).toEqual([]);
  const written = journal.filter((call) => call.written).map(({ tenantId = '' }) => tenantId);
  expect(written.toSorted((a, b) => a.localeCompare(b))).toEqual(stored);

  const untrue = events.filter(({ requestId, outcome }) => {
    const call = journal.find((one) => one.requestId === requestId);
    const truths = {
      done: call?.written,
      failed: !call?.written,
      unknown: call !== undefined && call.status === undefined,
      // From the killed gateway: nobody can say any more how the call ended.
      begun: true,
      refused: false,
    };
    return truths[outcome] !== true;
  });
  expect(untrue).toEqual([]);
  const outcomes = new Set(events.map(({ outcome }) => outcome));
  expect(outcomes).toEqual(new Set(['begun', 'done', 'failed', 'unknown']));
  expect(new Set(events.map(({ actor }) => actor.name))).toEqual(new Set(['Jo Weber']));
});
