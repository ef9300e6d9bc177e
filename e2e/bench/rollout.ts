import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { startStack, type Stack } from '../stack.ts';
import { print, summarise } from './console-browser.ts';
import { startNginx } from './nginx.ts';
import { startUnwatchedChromium } from './unwatched-chromium.ts';

/**
 * Measures a rollout to 200 tenants that take 150 ms each, through the built console in a real browser, over HTTP/1.1
 * and HTTP/2. Compares it with the best possible time, with a bare loop of fetch in the same browser (whose loss is the
 * machine's), and with a sequential loop of curl, and measures what another page of the same browser notices. Console
 * and loop take turns, because the machine's speed varies.
 */
const tenants = 200;
const latencyMs = 150;
const target = 1.15;
const turns = 5;
const secretName = 'bench';

interface Measurement {
  readonly wallMs: number;
  readonly protocol: string;
  readonly otherPage: readonly number[];
}

// One of the simulator's tenants has a full quota and is left out, so one more is needed.
const stack = await startStack(['--tenants', String(tenants + 1), '--latency', String(latencyMs)]);
const nginx = await startNginx(stack.url);
const chromium = await startUnwatchedChromium();
try {
  const paths = await pathsWithRoom(stack);
  await warmUp(stack, paths);
  await compare('HTTP/1.1', 6, stack.url, paths);
  await compare('HTTP/2', 24, nginx.url, paths);
  const loopMs = curlLoop(stack.url, paths);
  print(`sequential curl loop: ${seconds(loopMs)}, ideal ${seconds(tenants * latencyMs)}`);
  const idle = await measure(stack.url, doNothing);
  print(`another page while nothing runs: ${milliseconds(idle.otherPage)}`);
} finally {
  await chromium.stop();
  await nginx.stop();
  await stack.stop();
}

async function compare(name: string, atOnce: number, url: string, paths: readonly string[]): Promise<void> {
  const consoles: Measurement[] = [];
  const bares: Measurement[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    consoles.push(await measure(url, (page) => rollOut(page)));
    await removeSecret(stack, paths);
    bares.push(await measure(url, (page) => fetchLoop(page, paths, atOnce)));
    await removeSecret(stack, paths);
  }
  const idealMs = (tenants * latencyMs) / atOnce;
  print(
    `${name} (browser says ${consoles[0]?.protocol}), ${atOnce} at once, at best ${seconds(idealMs)}, wanted ${seconds(target * idealMs)}`,
  );
  print(`  the console: ${ratios(consoles, idealMs)}`);
  print(`  a bare loop of fetch, as many at once: ${ratios(bares, idealMs)}`);
  print(`  another page meanwhile: ${milliseconds(consoles.flatMap(({ otherPage }) => otherPage))}`);
}

/** The median of some times, all of them from the best on, and the ratios of the median and the best to the ideal. */
function ratios(measurements: readonly Measurement[], idealMs: number): string {
  const times = measurements.map(({ wallMs }) => wallMs).toSorted((a, b) => a - b);
  const { median } = summarise(times);
  return (
    `${seconds(median)} (${times.map((time) => (time / 1000).toFixed(2)).join(' ')}), ` +
    `ratio ${(median / idealMs).toFixed(3)}, best ${((times[0] ?? 0) / idealMs).toFixed(3)}`
  );
}

/** The paths of the tenants that have room for a secret. The gateway fetches a token for each at its first call. */
async function pathsWithRoom({ url }: Stack): Promise<string[]> {
  const response = await fetch(`${url}/config.json`);
  const { connections }: { connections: { baseUrl: string }[] } = await response.json();
  const paths: string[] = [];
  for (const { baseUrl } of connections) {
    const answer = await fetch(`${url}${baseUrl}/v2/admin/resourceQuota/dockerRegistrySecrets`);
    const { quota, usage }: { quota: { maxCount: number }; usage: { count: number } } = await answer.json();
    if (usage.count < quota.maxCount) paths.push(baseUrl);
  }
  return paths;
}

/** Servers that have just started are slow for some thousand requests; an operator's servers have run for long. */
async function warmUp(running: Stack, paths: readonly string[]): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await eachPath(paths, (path) => post(`${running.url}${path}`));
    await removeSecret(running, paths);
  }
}

async function post(base: string): Promise<Response> {
  return fetch(`${base}/v2/admin/dockerRegistrySecrets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: secretBody(),
  });
}

/** Restores the tenants to their state before a measurement. */
async function removeSecret({ url }: Stack, paths: readonly string[]): Promise<void> {
  await eachPath(paths, (path) =>
    fetch(`${url}${path}/v2/admin/dockerRegistrySecrets/${secretName}`, { method: 'DELETE' }),
  );
}

async function eachPath(paths: readonly string[], send: (path: string) => Promise<Response>): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      const response = await send(path);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`a tenant answered ${response.status}`);
    }),
  );
}

/**
 * Prepares the work in one page, lets it start by itself once no debugger is attached, and samples another page's
 * requests until it has finished.
 */
async function measure(url: string, prepare: (page: Page) => Promise<void>): Promise<Measurement> {
  const preparing = await chromium.connect();
  const [context] = preparing.contexts();
  if (!context) throw new Error('Chromium has no window');
  const other = await context.newPage();
  await other.goto(`${url}/connections`);
  await sampleRequests(other);
  const page = await context.newPage();
  await page.goto(`${url}/rollout`);
  await prepare(page);
  await preparing.close();
  await chromium.waitForTitle('measured');

  const reading = await chromium.connect();
  const pages = reading
    .contexts()
    .flatMap((each) => each.pages())
    .filter((each) => each.url().startsWith(url));
  const results = await Promise.all(pages.map(readResult));
  await Promise.all(pages.map((each) => each.close()));
  await reading.close();
  const otherPage = results.flatMap(({ samples }) => samples);
  const result = results.find(({ wallMs }) => wallMs > 0);
  if (!result || otherPage.length === 0) throw new Error('nothing was measured');
  return { wallMs: result.wallMs, protocol: result.protocol, otherPage };
}

function readResult(page: Page): Promise<{ wallMs: number; protocol: string; samples: number[] }> {
  return page.evaluate(() => ({
    wallMs: Number(document.body.dataset['wallMs'] ?? 0),
    protocol: performance.getEntriesByType('navigation').map((entry) => entry.toJSON().nextHopProtocol)[0],
    samples: JSON.parse(document.body.dataset['samples'] ?? '[]'),
  }));
}

/**
 * While the other page works, sends a request every 100 ms that waits for no tenant; records how long each took, in ms.
 */
function sampleRequests(page: Page): Promise<void> {
  return page.evaluate(() => {
    localStorage.setItem('bench', 'preparing');
    void (async () => {
      const samples: number[] = [];
      while (localStorage.getItem('bench') !== 'finished') {
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
        if (localStorage.getItem('bench') !== 'begun') continue;
        const from = performance.now();
        await (await fetch('/healthz', { cache: 'no-store' })).arrayBuffer();
        samples.push(performance.now() - from);
      }
      document.body.dataset['samples'] = JSON.stringify(samples);
      document.title = 'measured';
    })();
  });
}

/** The console's own rollout, from the click until the page says that it has finished. */
async function rollOut(page: Page): Promise<void> {
  await fillForm(page);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  const start = page.getByRole('button', { name: `Roll out to ${tenants} tenants` });
  await start.waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, undefined, {
    timeout: 120_000,
  });
  await start.evaluate((button, all) => {
    setTimeout(() => {
      const from = performance.now();
      localStorage.setItem('bench', 'begun');
      const observer = new MutationObserver(() => {
        const text = document.body.textContent;
        if (!/^(Done|[\d,]+ failed)$/m.test(text)) return;
        observer.disconnect();
        if (text.includes(`${all} done`)) document.body.dataset['wallMs'] = String(performance.now() - from);
        localStorage.setItem('bench', 'finished');
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      if (button instanceof HTMLElement) button.click();
    }, 1500);
  }, tenants);
}

/** The same requests without the console. */
async function fetchLoop(page: Page, paths: readonly string[], atOnce: number): Promise<void> {
  await page.evaluate(
    (work) => {
      void (async () => {
        await new Promise((resolve) => {
          setTimeout(resolve, 1500);
        });
        const from = performance.now();
        localStorage.setItem('bench', 'begun');
        const waiting = [...work.paths];
        const lanes = Array.from({ length: work.atOnce }, async () => {
          for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
            const response = await fetch(`${path}/v2/admin/dockerRegistrySecrets`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: work.body,
              cache: 'no-store',
            });
            await response.json();
            if (response.status !== 202) throw new Error(`a tenant answered ${response.status}`);
          }
        });
        await Promise.all(lanes);
        document.body.dataset['wallMs'] = String(performance.now() - from);
        localStorage.setItem('bench', 'finished');
      })();
    },
    { body: secretBody(), paths, atOnce },
  );
}

/** Two seconds in which only the other page sends requests. */
async function doNothing(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['wallMs'] = '2000';
    setTimeout(() => localStorage.setItem('bench', 'begun'), 1500);
    setTimeout(() => localStorage.setItem('bench', 'finished'), 3500);
  });
}

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('Secret name').fill(secretName);
  await page.getByLabel('Registry host').fill('registry.example.com');
  await page.getByLabel('Username').fill('jo');
  await page.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
}

function curlLoop(url: string, paths: readonly string[]): number {
  const script = `for path in ${paths.join(' ')}; do
    curl -s -o /dev/null -H 'content-type: application/json' -d '${secretBody()}' \\
      "${url}$path/v2/admin/dockerRegistrySecrets"
  done`;
  const from = performance.now();
  const { status } = spawnSync('sh', ['-c', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the loop of curl failed');
  return performance.now() - from;
}

function secretBody(): string {
  return JSON.stringify({ name: secretName, data: { '.dockerconfigjson': '{"auths":{}}' } });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function milliseconds(times: readonly number[]): string {
  const { median, p95, worst } = summarise(times);
  return `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (${times.length} requests)`;
}
