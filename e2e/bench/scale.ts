import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { startStack, type Stack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/**
 * Measures a console of 1,000 tenants with 20 secrets each: what the gateway sends, its overview the first and the
 * second time, how many calls it handles, and in a browser the overview, its search, the switcher and the rollout.
 */
const { values: options } = parseArgs({
  options: { tenants: { type: 'string', default: '1000' }, latency: { type: 'string', default: '50' } },
});
const tenants = Number(options.tenants);
/** As the page formats it. */
const shown = tenants.toLocaleString('en');
const carriedMs = 10_000;
const callers = 64;

const stack = await startStack([
  '--tenants',
  options.tenants,
  '--secrets',
  '20',
  '--latency',
  options.latency,
]);
const browser = await launchBrowser();
try {
  print(`${tenants} tenants with 20 secrets each, ${options.latency} ms of AI Core's own for each call\n`);
  await measureConfig(stack);
  await measureOverview(stack, 'the overview, the first time');
  await measureOverview(stack, 'the overview, the second time');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await measurePages(await context.newPage(), stack);
  await measureCarried(stack);
} finally {
  await browser.close();
  await stack.stop();
}

async function measureConfig({ url, pid }: Stack): Promise<void> {
  const began = performance.now();
  const body = await (await fetch(`${url}/config.json`)).text();
  tell('config.json', `${ms(began)}, ${(body.length / 1000).toFixed(0)} kB`);
  tell('the gateway', memory(pid));
}

async function measureOverview({ url, pid }: Stack, what: string): Promise<void> {
  const began = performance.now();
  const response = await fetch(`${url}/api/overview`);
  let first: string | undefined;
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    first ??= ms(began);
    bytes += chunk.length;
  }
  tell(
    what,
    `first lines after ${first ?? '-'}, all after ${ms(began)}, ${(bytes / 1e6).toFixed(1)} MB, ${memory(pid)}`,
  );
}

async function measurePages(page: Page, { url }: Stack): Promise<void> {
  let began = performance.now();
  await page.goto(`${url}/overview`);
  await page.getByRole('region', { name: 'Tenants and their secrets' }).waitFor();
  tell('browser: the overview', `table after ${ms(began)}`);
  await page.getByText(`${shown} of ${shown} tenants, `).waitFor({ timeout: 300_000 });
  tell('', `complete after ${ms(began)}`);

  const search = page.getByRole('searchbox', { name: 'Search tenants' });
  began = performance.now();
  await search.fill('tenant-0999');
  await page.getByText(new RegExp(`^\\d+ of ${shown} tenants`)).waitFor();
  await nextFrame(page);
  tell('browser: search in it', ms(began));

  await page.goto(`${url}/acme-vision/docker-registry-secrets`);
  const switcher = page.getByRole('combobox', { name: 'Tenant' });
  await switcher.waitFor();
  began = performance.now();
  await switcher.click();
  await page.getByRole('option').first().waitFor();
  tell('browser: the switcher opens', ms(began));
  began = performance.now();
  await page.keyboard.type('tenant-09');
  await page
    .getByRole('option', { name: /tenant.09/i })
    .first()
    .waitFor();
  tell('browser: nine keys in it', ms(began));

  began = performance.now();
  await page.goto(`${url}/rollout`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await nextFrame(page);
  tell('browser: the rollout', ms(began));
}

/** Reads lists of secrets with that many concurrent callers, each for a different tenant, and counts the answers. */
async function measureCarried({ url, pid }: Stack): Promise<void> {
  const ids = await listIds(url);
  const times: number[] = [];
  let refused = 0;
  const end = performance.now() + carriedMs;
  const ask = async (_: unknown, caller: number) => {
    for (let turn = caller; performance.now() < end; turn += callers) {
      const began = performance.now();
      const path = `/api/tenants/${ids[turn % ids.length]}/v2/admin/dockerRegistrySecrets?$top=1000&$count=true`;
      const response = await fetch(`${url}${path}`);
      await response.arrayBuffer();
      if (response.ok) times.push(performance.now() - began);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, ask));
  const { median } = summarise(times);
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  tell(
    `${callers} callers at once`,
    `${(times.length / (carriedMs / 1000)).toFixed(0)} calls a second, p50 ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${refused} refused, ${memory(pid)}`,
  );
}

async function listIds(url: string): Promise<string[]> {
  const config: unknown = await (await fetch(`${url}/config.json`)).json();
  if (typeof config !== 'object' || config === null || !('connections' in config)) return [];
  return Array.isArray(config.connections) ? config.connections.map(({ id }) => String(id)) : [];
}

function nextFrame(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

function ms(began: number): string {
  return `${(performance.now() - began).toFixed(0)} ms`;
}

function memory(pid: number): string {
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return `${(Number(kilobytes) / 1000).toFixed(0)} MB`;
}

function tell(what: string, text: string): void {
  print(`${what.padEnd(32)} ${text}`);
}
