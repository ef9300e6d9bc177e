import { freePort } from '../../gateway/testing/free-port.ts';
import { findPostgres, needsPostgres, startTestPostgres } from '../../gateway/testing/test-postgres.ts';
import { startTestProvider } from '../../gateway/testing/test-provider.ts';
import { startTestUaa } from '../approuter/uaa.ts';
import { startProcess } from '../stack.ts';
import { print } from './console-browser.ts';
import { putLoad, type Load } from './gateway/load.ts';
import { readBusyMs, readMemoryMb } from './gateway/process-figures.ts';
import {
  approuterWith,
  gatewayWithSignIn,
  startBareGateway,
  startPlainNginx,
  type Start,
  type Subject,
} from './gateway/subjects.ts';

/**
 * Measures the gateway beside nginx and SAP's approuter, all in front of the same simulated API: nine reads of a list
 * and one write, over and over. They take turns, because the machine's speed varies, and the median turn counts. Needs
 * nginx and PostgreSQL. `--quick` runs fewer and shorter turns, to try it out; names of subjects limit it to these.
 * Exits with an error if a limit is missed.
 */
const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const chosen = args.filter((arg) => !arg.startsWith('--'));
const turns = isQuick ? 1 : 5;
const seconds = isQuick ? 2 : 5;
const callsForMemory = isQuick ? 20_000 : 100_000;
/** For a new process: until then the engine spends a third of its time on compiling. */
const callsToWarm = 12_000;
const connections = 16;

interface Figures {
  readonly startMs: number[];
  readonly restMb: number[];
  readonly usedMb: number[];
  /** Processor time for a thousand calls; other load on the machine affects this the least. */
  readonly busyMs: number[];
  /** With an API that answers at once, and with one that takes 20 ms. */
  readonly quick: Load[];
  readonly slow: Load[];
}

if (findPostgres() === undefined) throw new Error(needsPostgres);
const publicUrl = `http://127.0.0.1:${await freePort()}`;
const [postgres, provider, uaa, quickApi, slowApi] = await Promise.all([
  startTestPostgres(),
  startTestProvider(publicUrl),
  startTestUaa(),
  startProcess('e2e/bench/gateway/upstream.ts', ['0']),
  startProcess('e2e/bench/gateway/upstream.ts', ['20']),
]);
const all: [string, Start][] = [
  ['nginx', startPlainNginx],
  ['approuter', approuterWith(uaa)],
  ['bare', startBareGateway],
  ['sqlite', gatewayWithSignIn(provider, publicUrl)],
  ['postgres', gatewayWithSignIn(provider, publicUrl, await postgres.createDatabase())],
];
const subjects = all.filter(([name]) => chosen.length === 0 || chosen.includes(name));
const figures = new Map<string, Figures>(
  subjects.map(([name]) => [name, { startMs: [], restMb: [], usedMb: [], busyMs: [], quick: [], slow: [] }]),
);
try {
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, start] of subjects) await measure(start, figures.get(name));
  }
  report();
  judge();
} finally {
  await Promise.all([postgres.stop(), provider.stop(), uaa.stop(), quickApi.stop(), slowApi.stop()]);
}

async function measure(start: Start, into: Figures | undefined): Promise<void> {
  await using(start, quickApi.url, async (subject) => {
    into?.startMs.push(subject.startMs);
    await pause(2000);
    into?.restMb.push(readMemoryMb(subject.pid));
    await putLoad(subject, { connections, calls: callsForMemory });
    into?.usedMb.push(readMemoryMb(subject.pid));
    // Only now, because a gateway serves for weeks, and for the first thousands of calls the engine still compiles.
    const before = readBusyMs(subject.pid);
    const load = await putLoad(subject, { connections, seconds });
    into?.quick.push(load);
    into?.busyMs.push((1000 * (readBusyMs(subject.pid) - before)) / load.calls);
  });
  await using(start, slowApi.url, async (subject) => {
    await putLoad(subject, { connections: 3 * connections, calls: callsToWarm });
    into?.slow.push(await putLoad(subject, { connections, seconds }));
  });
}

async function using(
  start: Start,
  upstream: string,
  work: (subject: Subject) => Promise<void>,
): Promise<void> {
  const subject = await start(upstream);
  try {
    await work(subject);
  } finally {
    await subject.stop();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(): void {
  const columns = [
    'calls/s',
    'p50 ms',
    'p99 ms',
    'p50 at 20 ms',
    'p99 at 20 ms',
    'busy ms/1000',
    'start ms',
    'MB at rest',
    'MB after',
  ];
  print(`${''.padEnd(10)}${columns.map((column) => column.padStart(14)).join('')}`);
  for (const [name, { quick, slow, startMs, restMb, usedMb, busyMs }] of figures) {
    const of = (loads: Load[], key: keyof Load) => middle(loads.map((load) => load[key]));
    const row = [
      of(quick, 'perSecond').toFixed(0),
      of(quick, 'p50').toFixed(2),
      of(quick, 'p99').toFixed(1),
      of(slow, 'p50').toFixed(2),
      of(slow, 'p99').toFixed(1),
      middle(busyMs).toFixed(0),
      middle(startMs).toFixed(0),
      middle(restMb).toFixed(0),
      middle(usedMb).toFixed(0),
    ];
    print(`${name.padEnd(10)}${row.map((cell) => cell.padStart(14)).join('')}`);
  }
}

/** The gateway's limits, as ratios of the same run where another subject sets the scale. */
function judge(): void {
  const [nginx, approuter] = [figures.get('nginx'), figures.get('approuter')];
  for (const name of ['sqlite', 'postgres']) {
    const own = figures.get(name);
    if (!nginx || !approuter || !own) continue;
    const rate = (one: Figures) => middle(one.quick.map(({ perSecond }) => perSecond));
    const delay = (one: Figures) => middle(one.slow.map(({ p50 }) => p50));
    verdict(`${name}: calls a second, times approuter`, rate(own) / rate(approuter), { atLeast: 6 });
    verdict(`${name}: p50 at 20 ms, times nginx`, delay(own) / delay(nginx), { atMost: 1.1 });
    verdict(`${name}: start, ms`, middle(own.startMs), { atMost: 1000 });
    verdict(`${name}: MB at rest`, middle(own.restMb), { atMost: 120 });
    verdict(`${name}: MB after ${callsForMemory} calls`, middle(own.usedMb), { atMost: 220 });
  }
}

function verdict(what: string, found: number, { atLeast = 0, atMost = Infinity }): void {
  const isMet = found >= atLeast && found <= atMost;
  const limit = atLeast > 0 ? `at least ${atLeast}` : `at most ${atMost}`;
  print(`${isMet ? 'met   ' : 'missed'} ${what}: ${found.toFixed(2)}, ${limit}`);
  if (!isMet) process.exitCode = 1;
}
