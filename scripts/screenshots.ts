import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser, print } from '../e2e/bench/console-browser.ts';
import { pages } from '../e2e/pages.ts';
import { chooseFromRow } from '../e2e/secrets-list-page.ts';
import { startStack } from '../e2e/stack.ts';

/**
 * Pictures of every page of the built console, from wide to narrow, light and dark, to look at after a
 * change of the look: `npm run screenshots`, or `npm run screenshots -- <folder> <width> <scheme> <part of a name> <language>`.
 */
const [folder = 'test-results/screenshots', onlyWidth, onlyScheme, onlyName = '', locale = 'en'] =
  process.argv.slice(2);
const widths = [1440, 1024, 768, 390].filter(
  (width) => onlyWidth === undefined || width === Number(onlyWidth),
);
const schemes = (['light', 'dark'] as const).filter(
  (scheme) => onlyScheme === undefined || scheme === onlyScheme,
);

interface View {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
  /** A phone's rows have no menu and no check box. */
  readonly notOnPhones?: true;
}

const secretsPath = '/acme-vision/docker-registry-secrets';

const states: readonly View[] = [
  { name: 'empty', path: '/acme-forecast/docker-registry-secrets' },
  {
    name: 'row-menu',
    notOnPhones: true,
    path: secretsPath,
    prepare: (page) => page.getByRole('button', { name: 'More actions' }).first().click(),
  },
  {
    name: 'palette',
    path: secretsPath,
    prepare: (page) => page.getByRole('button', { name: 'Search or run a command' }).click(),
  },
  {
    name: 'settings',
    path: secretsPath,
    prepare: (page) => page.getByRole('button', { name: 'Settings' }).click(),
  },
  {
    name: 'delete',
    notOnPhones: true,
    path: secretsPath,
    prepare: (page) => chooseFromRow(page, 'docker-hub', 'Delete…'),
  },
  {
    name: 'chosen',
    notOnPhones: true,
    path: secretsPath,
    prepare: (page) => page.getByRole('checkbox', { name: 'docker-hub' }).check(),
  },
  {
    name: 'tenants',
    path: secretsPath,
    prepare: async (page) => {
      await page.getByRole('combobox', { name: 'Tenant' }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'form-errors',
    path: `${secretsPath}/new`,
    prepare: (page) => page.getByRole('button', { name: 'Register', exact: true }).click(),
  },
  {
    name: 'no-match',
    path: secretsPath,
    prepare: (page) => page.getByRole('searchbox').fill('nothing like it'),
  },
  {
    name: 'details',
    path: `${secretsPath}/docker-hub`,
    prepare: (page) => page.getByRole('button', { name: 'Add details' }).click(),
  },
  {
    name: 'check-panel',
    path: `${secretsPath}/docker-hub`,
    prepare: (page) => page.getByRole('button', { name: 'Check credentials' }).click(),
  },
  {
    name: 'tested',
    path: '/connections',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Test all' }).click();
      await page.getByText('Works').first().waitFor();
    },
  },
  { name: 'not-found', path: '/acme-vision/no/such/page' },
  {
    name: 'error',
    path: secretsPath,
    prepare: async (page) => {
      await stack.simulator.failTenant('acme-vision', 'fail-500');
      await page.reload();
      await page.getByRole('alert').waitFor();
      await stack.simulator.failTenant('acme-vision', 'none');
    },
  },
];

const views: readonly View[] = [
  ...pages.map((page) => ({ name: page.route.slice(1).replaceAll(/[/$]+/g, '-'), path: page.path })),
  // Their buttons are found by their English names.
  ...(locale === 'en' ? states : []),
].filter(({ name }) => name.includes(onlyName));

const stack = await startStack();
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  for (const width of widths) {
    for (const colorScheme of schemes) {
      const context = await browser.newContext({
        baseURL: stack.url,
        locale,
        viewport: { width, height: width < 640 ? 844 : 900 },
        reducedMotion: 'reduce',
        colorScheme,
      });
      const page = await context.newPage();
      for (const { name, path: address, prepare, notOnPhones } of views) {
        if (notOnPhones && width < 640) continue;
        await page.goto(address, { waitUntil: 'networkidle' });
        await prepare?.(page);
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
      }
      await context.close();
    }
  }
  print(`The pictures are in ${folder}.`);
} finally {
  await browser.close();
  await stack.stop();
}
