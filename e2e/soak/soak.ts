import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { TestBrowser } from '../../gateway/testing/test-browser.ts';
import { print, summarise } from '../bench/console-browser.ts';
import { Caller, type Expected, type Outcome } from './calls.ts';
import type { TwoGateways } from '../deploy/two-gateways.ts';
import { startSoakedConsole } from './soaked-console.ts';

/**
 * Lets twelve people work for a while, with AI Core failing one call in fifty, and restarts one of two gateways in the
 * middle. Ends with a verdict: memory, open files and latency must be flat, and no event of the audit log and no
 * session may be lost.
 */
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, people: { type: 'string', default: '12' } },
});
const minutes = Number(options.minutes);
const pauseMs = 100;
const minuteMs = 60_000;

interface Sample {
  readonly at: number;
  readonly pid: number;
  readonly megabytes: number;
  readonly files: number;
}

const outcomes: (Outcome & { readonly at: number })[] = [];
const samples: Sample[] = [];
const expected = new Map<string, Expected>();
const tenants = Array.from({ length: 20 }, (_, index) => index);

const soaked = await startSoakedConsole(tenants.length);
try {
  process.exitCode = (await soak(soaked)) ? 0 : 1;
} finally {
  await soaked.stop();
}

async function soak(stack: TwoGateways): Promise<boolean> {
  const browsers = await Promise.all(Array.from({ length: Number(options.people) }, () => signIn(stack.url)));
  const ids = await listTenants(stack.url, browsers[0]);
  const start = Date.now();
  const end = start + minutes * minuteMs;
  const tell = (outcome: Outcome) => void outcomes.push({ ...outcome, at: Date.now() - start });
  const callers = browsers.map(
    (browser, id) => new Caller({ browser, url: stack.url, tenants: ids, expected, tell, id }),
  );
  print('minute  calls/s  p50 ms  p99 ms  faults  refused  memory MB  files');
  const timers = [
    setInterval(() => takeSamples(stack, start), 2000),
    setInterval(() => printMinute(Date.now() - start, stack), minuteMs),
  ];
  const restart = new Promise<void>((resolve, reject) => {
    setTimeout(() => void stack.restartSecond().then(resolve, reject), (minutes * minuteMs) / 2);
  });
  await Promise.all(callers.map((caller) => caller.work(() => Date.now() > end, pauseMs)));
  await restart;
  for (const timer of timers) clearInterval(timer);
  printMinute(Date.now() - start, stack);
  return judge(stack, browsers);
}

async function signIn(url: string): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.visit(`${url}/auth/sign-in`);
  return browser;
}

async function listTenants(url: string, browser: TestBrowser | undefined): Promise<string[]> {
  const schema = z.object({ connections: z.array(z.object({ id: z.string() })) });
  const answer = await browser?.open(`${url}/config.json`);
  const { connections } = schema.parse(await answer?.json());
  if (connections.length !== tenants.length) throw new Error('Nobody is signed in, or tenants are missing.');
  // The quota of that tenant is used up.
  return connections.map(({ id }) => id).filter((id) => id !== 'globex-chat');
}

function takeSamples(stack: TwoGateways, start: number): void {
  for (const { pid } of stack.gateways) {
    try {
      const [, kilobytes = ''] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      samples.push({
        at: Date.now() - start,
        pid,
        megabytes: Number(kilobytes) / 1024,
        files: readdirSync(`/proc/${pid}/fd`).length,
      });
    } catch {
      // It is being restarted.
    }
  }
}

function printMinute(until: number, stack: TwoGateways): void {
  const some = outcomes.filter(({ at }) => at > until - minuteMs);
  const times = some.filter(({ isFault }) => !isFault).map(({ ms }) => ms);
  const faults = some.filter(({ isFault }) => isFault).length;
  const refused = some.filter(({ isFault, status }) => !isFault && isRefused(status)).length;
  const last = stack.gateways.map(({ pid }) => samples.findLast((sample) => sample.pid === pid));
  const show = (read: (sample: Sample) => number) =>
    last.map((sample) => (sample === undefined ? '-' : read(sample).toFixed(0))).join(' ');
  const seconds = Math.min(until, minuteMs) / 1000;
  const cells = [
    [(until / minuteMs).toFixed(1), 6],
    [(some.length / seconds).toFixed(0), 8],
    [summarise(times).median.toFixed(0), 7],
    [percentile(times, 0.99).toFixed(0), 7],
    [String(faults), 7],
    [String(refused), 8],
    [show(({ megabytes }) => megabytes), 10],
    [show(({ files }) => files), 6],
  ] as const;
  print(cells.map(([text, width]) => text.padStart(width)).join(' '));
}

/** The status of a stopping gateway, or of nginx without any gateway. */
function isRefused(status: number): boolean {
  return status === 0 || [502, 503, 504].includes(status);
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

function memory(some: readonly Sample[]): number {
  return summarise(some.map(({ megabytes }) => megabytes)).median;
}

function openFiles(some: readonly Sample[]): number {
  return summarise(some.map((sample) => sample.files)).median;
}

function middle(some: readonly Outcome[]): number {
  return summarise(some.map(({ ms }) => ms)).median;
}

async function judge(stack: TwoGateways, browsers: readonly TestBrowser[]): Promise<boolean> {
  const first = samples.filter(({ pid }) => pid === stack.gateways[0]?.pid);
  const [early, late] = [part(first, 0.4, 0.6), part(first, 0.8, 1)];
  const usual = outcomes.filter(({ isFault }) => !isFault);
  const [earlyMs, lateMs] = [middle(part(usual, 0.2, 0.4)), middle(part(usual, 0.8, 1))];
  const lostEvents = await countLostEvents(stack.databaseUrl);
  const lostSessions =
    outcomes.filter(({ status }) => status === 401).length + (await countSignedOut(stack, browsers));
  const odd = outcomes.filter(
    ({ isFault, status }) => !isFault && status >= 400 && !isRefused(status) && status !== 401,
  );
  const share = outcomes.filter(({ isFault }) => isFault).length / outcomes.length;
  const verdicts: [string, boolean, string][] = [
    [
      'memory is flat',
      memory(late) < memory(early) * 1.15 + 16,
      `${memory(early).toFixed(0)}, then ${memory(late).toFixed(0)} MB`,
    ],
    [
      'open files are flat',
      openFiles(late) <= openFiles(early) + 20,
      `${openFiles(early)}, then ${openFiles(late)}`,
    ],
    ['latency is flat', lateMs < earlyMs * 1.5 + 10, `${earlyMs.toFixed(0)}, then ${lateMs.toFixed(0)} ms`],
    ['no event is lost', lostEvents === 0, `${lostEvents} of ${expected.size} kinds`],
    ['no session is lost', lostSessions === 0, `${lostSessions}`],
    [
      'no other failure',
      odd.length === 0,
      odd
        .slice(0, 5)
        .map(({ status, call }) => `${status} ${call}`)
        .join(', ') || 'none',
    ],
    ['faults were there', share > 0.01, `${(share * 100).toFixed(1)} % of ${outcomes.length} calls`],
  ];
  print('');
  for (const [what, holds, how] of verdicts) print(`${holds ? 'yes' : 'NO '}  ${what}: ${how}`);
  return verdicts.every(([, holds]) => holds);
}

function part<T extends { readonly at: number }>(some: readonly T[], from: number, to: number): T[] {
  const whole = minutes * minuteMs;
  return some.filter(({ at }) => at >= whole * from && at <= whole * to);
}

async function countSignedOut(stack: TwoGateways, browsers: readonly TestBrowser[]): Promise<number> {
  const address = `${stack.url}/api/audit?limit=1`;
  const answers = await Promise.all(browsers.map((browser) => browser.open(address)));
  return answers.filter(({ status }) => status !== 200).length;
}

/** How many pairs of name and action have too few or too many events, or one that never ended. */
async function countLostEvents(databaseUrl: string): Promise<number> {
  const client = new Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    `select action, name, count(*)::int as count, count(*) filter (where outcome = 'begun')::int as begun
     from audit_events where name is not null group by action, name`,
  );
  await client.end();
  const schema = z.array(
    z.object({ action: z.string(), name: z.string(), count: z.number(), begun: z.number() }),
  );
  const found = new Map(schema.parse(rows).map((row) => [`${row.action} ${row.name}`, row]));
  const wrong = [...expected].filter(([key, { must, may }]) => {
    const { count, begun } = found.get(key) ?? { count: 0, begun: 0 };
    return count < must || count > may || begun > may - must;
  });
  for (const [key, { must, may }] of wrong.slice(0, 5))
    print(`${key}: ${found.get(key)?.count ?? 0} events for ${must} to ${may} calls`);
  return wrong.length;
}
