import type { Page } from '@playwright/test';
import { startStack } from '../stack.ts';
import { launchBrowser, print, summarise } from './console-browser.ts';

/**
 * Measures every search of the console over 500 entries: how long the browser takes from a key press to the next frame,
 * and how far the list of secrets jumps while it loads and is searched, with remembered hosts and expiry dates. Exits
 * with an error if the median key press takes more than 50 ms, or the jumps add up to more than 0.01.
 */
const count = 500;
const turns = 5;
const maxKeyMs = 50;
const maxShift = 0.01;

const typed = 'registry-12';
const names = Array.from({ length: count }, (_, at) => `registry-${at + 100}`);

/** Each search field, and what to press to get to it. */
const searches: readonly { what: string; path: string; field: string; open?: string; first: string }[] = [
  { what: 'secrets', path: '', field: 'Search secrets', first: '[scope=row]' },
  {
    what: 'secrets for a template',
    path: 'templates',
    field: 'Search secrets',
    first: 'input[type=checkbox]',
  },
  { what: 'Git repositories', path: 'git-repositories', field: 'Search repositories', first: '[scope=row]' },
  { what: 'connections', path: '/connections', field: 'Search connections', first: '[scope=row]' },
  { what: 'tenants of the overview', path: '/overview', field: 'Search tenants', first: '[role=rowheader]' },
  { what: 'tenants of the switcher', path: '', field: 'Tenant', first: '[scope=row]' },
  { what: 'everything, by the palette', path: '', field: '', open: 'ControlOrMeta+K', first: '[scope=row]' },
];

/**
 * Runs in the browser: records the time from each key press to the next frame, and every jump. As text, because the
 * compiler of this file would add helpers that exist only in Node.
 */
const observe = `
  const measured = { keys: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') measured.keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    // A shift caused by the user's own key press does not count.
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) measured.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  globalThis.readMeasured = () => measured;
`;

interface Measured {
  readonly keys: readonly number[];
  readonly shift: number;
}

const stack = await startStack(['--tenants', '1']);
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ baseURL: stack.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // AI Core allows at most 50, and so does the simulator, so these lists of 500 are made here; so are the connections.
  for (const [path, more] of [
    ['dockerRegistrySecrets', {}],
    ['repositories', { url: 'https://git.example.com/a.git', status: 'COMPLETED' }],
  ] as const)
    await page.route(`**/v2/admin/${path}?*`, (route) =>
      route.fulfill({ json: { resources: names.map((name) => ({ ...more, name })), count } }),
    );
  await page.goto('/');
  await page.getByRole('rowheader').first().waitFor();
  const tenant = new URL(page.url()).pathname.split('/')[1] ?? '';
  await rememberAll(page, stack.url, tenant);
  const connections = names.map((id) => ({
    id,
    label: id,
    baseUrl: `/api/tenants/${tenant}`,
    auth: 'proxy',
  }));
  await page.evaluate((list) => localStorage.setItem('connections-1', list), JSON.stringify(connections));
  await page.addInitScript({ content: observe });
  for (const { what, path, field, open, first } of searches) {
    await page.goto(path.startsWith('/') ? path : `/${tenant}/${path || 'docker-registry-secrets'}`);
    await page.locator(first).first().waitFor();
    await page.waitForLoadState('networkidle');
    if (open !== undefined) await page.keyboard.press(open);
    const search =
      field === 'Tenant' || field === ''
        ? page.getByRole('combobox', field === '' ? {} : { name: field }).last()
        : page.getByRole('searchbox', { name: field });
    await search.focus();
    await page.keyboard.press('ControlOrMeta+A');
    for (let turn = 0; turn < turns; turn += 1) {
      await page.keyboard.type(typed, { delay: 120 });
      for (const _ of typed) await page.keyboard.press('Backspace', { delay: 120 });
    }
    const { keys, shift } = await read(page);
    const { median, p95, worst } = summarise(keys);
    print(
      `${count} ${what}: ${keys.length} keys, median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, worst ${worst.toFixed(0)} ms; layout shift ${shift.toFixed(4)}`,
    );
    if (median > maxKeyMs || shift > maxShift) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await stack.stop();
}

/** As if all of them had been registered through this gateway. */
async function rememberAll(page: Page, origin: string, tenant: string): Promise<void> {
  const notes = names.map((name, index) => ({
    name,
    registries: [{ host: 'ghcr.io', username: 'octo' }],
    expiresAt: new Date(Date.now() + index * 86_400_000).toISOString(),
  }));
  const taken = await page.request.post(`${origin}/api/tenants/${tenant}/secret-notes`, {
    data: { notes },
    headers: { origin },
  });
  if (!taken.ok()) throw new Error(`the gateway did not take the notes: ${await taken.text()}`);
}

function read(page: Page): Promise<Measured> {
  return page.evaluate('readMeasured()');
}
