import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/** When the first line of a visit came, and when every tenant had one, in milliseconds. */
interface Visit {
  readonly first: number;
  readonly all: number;
}

const tenants = 300;
const latencyMs = 150;
const turns = 5;
const limits = { first: 300, all: 3000, again: 300 };

/**
 * Measures how soon the gateway reports 300 tenants whose API takes 150 ms: at the first visit and at the next one, and
 * how long another browser then takes to show them all. Each turn starts with a gateway that knows nothing. Sets a
 * failing exit code if a limit is missed.
 */
export async function measureStart(): Promise<void> {
  const visits: { first: Visit; again: Visit; shownMs: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const stack = await startStack(['--tenants', String(tenants), '--latency', String(latencyMs)]);
    try {
      const first = await readAll(stack.url);
      const again = await readAll(stack.url);
      visits.push({ first, again, shownMs: await showAll(stack.url) });
    } finally {
      await stack.stop();
    }
  }
  const first = middle(visits.map((visit) => visit.first.first));
  const all = middle(visits.map((visit) => visit.first.all));
  const again = middle(visits.map((visit) => visit.again.all));
  const shown = middle(visits.map(({ shownMs }) => shownMs));
  print(
    `${tenants} tenants at ${latencyMs} ms: the first line after ${first.toFixed(0)} ms, all after ` +
      `${all.toFixed(0)} ms; at the next visit all after ${again.toFixed(0)} ms, ` +
      `and a browser that begins there shows them after ${shown.toFixed(0)} ms`,
  );
  if (first <= limits.first && all <= limits.all && again <= limits.again) return;
  print(`too slow: at most ${limits.first}, ${limits.all} and ${limits.again} ms`);
  process.exitCode = 1;
}

function middle(times: number[]): number {
  return summarise(times).median;
}

/** Reads the gateway's answer to its end, and notes when it had a line for every tenant. */
async function readAll(url: string): Promise<Visit> {
  const begin = performance.now();
  const response = await fetch(`${url}/api/overview`);
  const seen = new Set<string>();
  let first = Number.NaN;
  let all = Number.NaN;
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    if (seen.size === 0) first = performance.now() - begin;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) seen.add(JSON.parse(line).tenant);
    if (seen.size === tenants && Number.isNaN(all)) all = performance.now() - begin;
  }
  return { first, all };
}

/** In a new browser: the time from opening the address until the last tenant is shown. */
async function showAll(url: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 } });
    // Its code is cached already, as for anybody who has used the console.
    await page.goto('/acme-vision/docker-registry-secrets');
    await page.getByRole('rowheader').first().waitFor();
    const begin = performance.now();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText(new RegExp(`^${tenants} of ${tenants} tenants, `)).waitFor();
    return performance.now() - begin;
  } finally {
    await browser.close();
  }
}
