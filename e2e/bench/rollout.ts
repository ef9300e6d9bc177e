import { spawnSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { startStack, type Stack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';
import { startNginx } from './nginx.ts';

/**
 * Measures a rollout to 200 tenants of 150 ms each, through the built console in a real browser: over HTTP/1.1
 * and over HTTP/2, beside the same work by a sequential loop, beside what is possible at best, and what another
 * page of the same browser notices of it.
 */
const tenants = 200;
const latencyMs = 150;
const target = 1.15;

interface Measurement {
  readonly wallMs: number;
  readonly protocol: string;
  readonly otherPage: readonly number[];
}

// One of the simulator's tenants has no room left: it is left out, so one more is needed.
const stack = await startStack(['--tenants', String(tenants + 1), '--latency', String(latencyMs)]);
const nginx = await startNginx(stack.url);
const browser = await launchBrowser();
try {
  await warmUp(stack);
  const idle = await measureIdle(browser, stack.url);
  report('HTTP/1.1', 6, await measureRollout(browser, stack.url, 'bench-http1'));
  report('HTTP/2', 24, await measureRollout(browser, nginx.url, 'bench-http2'));
  const loopMs = curlLoop(stack.url);
  print(`sequential curl loop: ${seconds(loopMs)}, ideal ${seconds(tenants * latencyMs)}`);
  print(`another page while nothing runs: ${milliseconds(idle)}`);
} finally {
  await browser.close();
  await nginx.stop();
  await stack.stop();
}

function report(name: string, atOnce: number, { wallMs, protocol, otherPage }: Measurement): void {
  const idealMs = (tenants * latencyMs) / atOnce;
  const ratio = wallMs / idealMs;
  print(
    `${name} (browser says ${protocol}), ${atOnce} at once: ${seconds(wallMs)}, ideal ${seconds(idealMs)}, ` +
      `ratio ${ratio.toFixed(3)} (${ratio <= target ? 'within' : 'over'} ${target})`,
  );
  print(`  another page meanwhile: ${milliseconds(otherPage)}`);
}

/** The gateway fetches a token for each tenant at its first call; that is no part of any rollout. */
async function warmUp({ url }: Stack): Promise<void> {
  const response = await fetch(`${url}/config.json`);
  const { connections }: { connections: { baseUrl: string }[] } = await response.json();
  for (const { baseUrl } of connections) {
    await fetch(`${url}${baseUrl}/v2/admin/resourceQuota/dockerRegistrySecrets`);
  }
}

async function measureRollout(chromium: Browser, url: string, name: string): Promise<Measurement> {
  const context = await chromium.newContext({ ignoreHTTPSErrors: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const other = await context.newPage();
  await other.goto(`${url}/connections`);
  await page.goto(`${url}/rollout`);
  await fillForm(page, name);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('button', { name: 'Select all shown' }).click();
  const start = page.getByRole('button', { name: /^Roll out to/ });
  await start.waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null, undefined, {
    timeout: 120_000,
  });
  // As a person has it: the rollout in sight, the other page in a tab behind it.
  await page.bringToFront();
  const otherPage = sampleRequests(other);
  // Measured inside of the page: from the click to the word that it is finished.
  const wallMs = await start.evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        const observer = new MutationObserver(() => {
          if (!document.body.textContent.includes('Finished.')) return;
          observer.disconnect();
          resolve(performance.now() - from);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        if (button instanceof HTMLElement) button.click();
      }),
  );
  await other.evaluate(() => document.body.setAttribute('data-stop', ''));
  const done = await page.getByText(/\d+ done/).textContent();
  if (!done?.startsWith(`${tenants} done`)) throw new Error(`not every tenant is done: ${done}`);
  const protocol = await page.evaluate(
    () => performance.getEntriesByType('navigation').map((entry) => entry.toJSON().nextHopProtocol)[0],
  );
  const result = { wallMs, protocol: String(protocol), otherPage: await otherPage };
  await context.close();
  return result;
}

async function measureIdle(chromium: Browser, url: string): Promise<number[]> {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/connections`);
  const samples = sampleRequests(page);
  await new Promise((resolve) => {
    setTimeout(resolve, 2000);
  });
  await page.evaluate(() => document.body.setAttribute('data-stop', ''));
  const result = await samples;
  await context.close();
  return result;
}

/** Until it is told to stop, a request every 100 ms that waits for no tenant; returns how long each took, in ms. */
function sampleRequests(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const times: number[] = [];
    while (!document.body.hasAttribute('data-stop')) {
      const from = performance.now();
      await (await fetch('/healthz', { cache: 'no-store' })).arrayBuffer();
      times.push(performance.now() - from);
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    return times;
  });
}

async function fillForm(page: Page, name: string): Promise<void> {
  await page.getByLabel('Secret name').fill(name);
  await page.getByLabel('Registry host').fill('registry.example.com');
  await page.getByLabel('Username').fill('jo');
  await page.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
}

function curlLoop(url: string): number {
  const script = `for t in $(curl -s ${url}/config.json | grep -o '"baseUrl":"[^"]*"' | cut -d'"' -f4 | head -n ${tenants}); do
    curl -s -o /dev/null -H 'content-type: application/json' \\
      -d '{"name":"bench-loop","data":{".dockerconfigjson":"{\\"auths\\":{}}"}}' \\
      "${url}$t/v2/admin/dockerRegistrySecrets"
  done`;
  const from = performance.now();
  const { status } = spawnSync('sh', ['-c', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('the loop of curl failed');
  return performance.now() - from;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function milliseconds(times: readonly number[]): string {
  const { median, p95, worst } = summarise(times);
  return `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (${times.length} requests)`;
}
