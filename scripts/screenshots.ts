import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser, print } from '../e2e/bench/console-browser.ts';
import { holdRequests } from '../e2e/held-code.ts';
import { pages } from '../e2e/pages.ts';
import { startStack } from '../e2e/stack.ts';
import * as germanFirst from '../src/ui/texts/de/first.ts';
import * as germanRest from '../src/ui/texts/de/rest.ts';
import * as englishFirst from '../src/ui/texts/en/first.ts';
import * as englishRest from '../src/ui/texts/en/rest.ts';
import { languages } from '../src/ui/texts/language.ts';

/**
 * Takes pictures of every page and state of the built console, from wide to narrow, light and dark, in each language,
 * to check after a change of the design: `npm run screenshots`, or
 * `npm run screenshots -- <folder> <width> <scheme> <part of a name> <language>`, where an empty argument means the
 * default.
 */
const [
  folder = 'test-results/screenshots',
  onlyWidth = '',
  onlyScheme = '',
  onlyName = '',
  onlyLanguage = '',
] = process.argv.slice(2);
const only = <T extends string | number>(all: readonly T[], one: string): T[] =>
  all.filter((each) => one === '' || String(each) === one);
const widths = only([1440, 1024, 768, 390], onlyWidth);
const schemes = only(['light', 'dark'] as const, onlyScheme);

const catalogues = {
  en: { ...englishFirst, ...englishRest },
  de: { ...germanFirst, ...germanRest },
};
type Texts = (typeof catalogues)[keyof typeof catalogues];

interface View {
  readonly name: string;
  readonly path: string;
  /** Runs before the page is opened. */
  readonly arrange?: (page: Page) => Promise<unknown>;
  /** Its requests are held back, so the page keeps loading. */
  readonly isHeld?: true;
  readonly prepare?: (page: Page, texts: Texts) => Promise<unknown>;
  /** On a phone, rows have no menu and no check box. */
  readonly notOnPhones?: true;
}

const secretsPath = '/acme-vision/docker-registry-secrets';
const list = '**/v2/admin/dockerRegistrySecrets?*';
const writes = '**/v2/admin/dockerRegistrySecrets';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** AI Core and the simulator hold at most 50 secrets, so these rows are made here. */
function withRows(count: number, name: (at: number) => string) {
  const resources = Array.from({ length: count }, (_, at) => ({ name: name(at) }));
  return (page: Page) => page.route(list, (route) => route.fulfill({ json: { resources, count } }));
}

async function fillForm(page: Page, { secretForm, credentials, steps }: Texts): Promise<void> {
  await page.getByLabel(secretForm.name).fill('create-fail-500');
  await page.getByLabel(secretForm.host).fill('registry.example.com');
  await page.getByLabel(credentials.username).fill('jo');
  await page.getByLabel(credentials.token, { exact: true }).fill('not-a-real-token');
  await button(page, steps.chooseTenants).click();
  await page.getByRole('progressbar').waitFor({ state: 'hidden' });
  await page.getByRole('checkbox', { name: steps.selectShown }).check();
}

async function startRun(page: Page, texts: Texts): Promise<void> {
  await fillForm(page, texts);
  await button(page, texts.rollout.start('rollout', 2)).click();
}

const states: readonly View[] = [
  { name: 'rows-0', path: '/acme-forecast/docker-registry-secrets' },
  { name: 'rows-1', path: secretsPath, arrange: withRows(1, () => 'docker-hub') },
  { name: 'rows-14', path: secretsPath, arrange: withRows(14, (at) => `registry-${at + 10}`) },
  { name: 'rows-500', path: secretsPath, arrange: withRows(500, (at) => `registry-${at + 100}`) },
  {
    name: 'long-names',
    path: secretsPath,
    arrange: withRows(
      5,
      (at) => `${'the-registry-of-a-team-with-a-very-long-name-'.repeat(2).slice(0, 61)}${at + 10}`,
    ),
  },
  { name: 'slow', path: secretsPath, arrange: (page) => holdRequests(page, list), isHeld: true },
  {
    name: 'row-menu',
    notOnPhones: true,
    path: secretsPath,
    prepare: (page, { secrets }) => page.getByRole('button', { name: secrets.moreOf('docker-hub') }).click(),
  },
  {
    name: 'palette',
    path: secretsPath,
    prepare: (page, { common }) => page.getByRole('button', { name: common.find }).click(),
  },
  {
    name: 'shortcuts',
    path: secretsPath,
    prepare: (page) => page.keyboard.press('?'),
  },
  {
    name: 'settings',
    path: secretsPath,
    prepare: (page, { common }) => page.getByRole('button', { name: common.settings }).click(),
  },
  {
    name: 'delete',
    notOnPhones: true,
    path: secretsPath,
    prepare: async (page, { secrets, secretActs }) => {
      await page.getByRole('button', { name: secrets.moreOf('docker-hub') }).click();
      await page.getByRole('menuitem', { name: secretActs.acts.delete }).click();
    },
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
    prepare: async (page, { common }) => {
      await page.getByRole('combobox', { name: common.tenant.label }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'form-errors',
    path: `${secretsPath}/new`,
    prepare: (page, { secretForm }) => button(page, secretForm.register).click(),
  },
  {
    name: 'no-match',
    path: secretsPath,
    prepare: (page) => page.getByRole('searchbox').fill('nothing like it'),
  },
  {
    name: 'details',
    path: `${secretsPath}/harbor-training`,
    prepare: (page, { secretPage }) => button(page, secretPage.addDetails).click(),
  },
  {
    name: 'check-panel',
    path: `${secretsPath}/docker-hub`,
    prepare: (page, { check }) => button(page, check.open).click(),
  },
  {
    name: 'template',
    path: '/acme-vision/templates',
    prepare: async (page, { templates }) => {
      // On a phone, the preview is in another view than the text.
      await button(page, templates.views.changes).click();
      await button(page, templates.startWith('WorkflowTemplate')).click();
      await page.getByText(templates.hideCovered).or(page.getByText(templates.images)).first().waitFor();
    },
  },
  { name: 'rollout-where', path: '/rollout', prepare: fillForm },
  {
    name: 'rollout-running',
    path: '/rollout',
    arrange: (page) => holdRequests(page, writes),
    prepare: startRun,
  },
  {
    name: 'rollout-failed',
    path: '/rollout',
    prepare: async (page, texts) => {
      await startRun(page, texts);
      await button(page, texts.run.retryFailed(2)).waitFor();
    },
  },
  {
    name: 'tested',
    path: '/connections',
    prepare: async (page, { connections }) => {
      await button(page, connections.testAll).click();
      await page.getByText(connections.chips.works).first().waitFor();
    },
  },
  { name: 'not-found', path: '/acme-vision/no/such/page' },
  {
    name: 'error',
    path: secretsPath,
    arrange: () => stack.simulator.failTenant('acme-vision', 'fail-500'),
    prepare: async (page) => {
      await page.getByRole('alert').waitFor();
      await stack.simulator.failTenant('acme-vision', 'none');
    },
  },
  {
    name: 'signed-out',
    path: secretsPath,
    arrange: (page) => page.setExtraHTTPHeaders({ 'x-forwarded-user': '' }),
  },
];

const views: readonly View[] = [
  ...pages.map((page) => ({ name: page.route.replaceAll(/[/$]+/g, '-').slice(1), path: page.path })),
  ...states,
].filter(({ name }) => name.includes(onlyName));

// With a signed-in user, so that there are approvals and an audit log.
const stack = await startStack([], {
  CONSOLE_AUTH: 'header',
  TRUSTED_PROXIES: '127.0.0.1, ::1',
  APPROVAL_ABOVE: '5',
});
const person = { 'x-forwarded-user': 'jana', 'x-forwarded-email': 'Jana Weber' };
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  await rememberSome();
  for (const language of only(languages, onlyLanguage))
    for (const width of widths)
      for (const colorScheme of schemes) {
        const context = await browser.newContext({
          baseURL: stack.url,
          locale: language,
          viewport: { width, height: width < 640 ? 844 : 900 },
          reducedMotion: 'reduce',
          colorScheme,
          extraHTTPHeaders: person,
        });
        for (const { name, path: address, arrange, isHeld, prepare, notOnPhones } of views) {
          if (notOnPhones && width < 640) continue;
          const page = await context.newPage();
          await arrange?.(page);
          await page.goto(address, { waitUntil: isHeld ? 'load' : 'networkidle' });
          if (isHeld) await page.getByRole('status', { name: catalogues[language].common.loading }).waitFor();
          await prepare?.(page, catalogues[language]);
          const file = `${name}-${width}-${colorScheme}-${language}.png`;
          await page.screenshot({ path: path.join(folder, file) });
          await page.close();
        }
        await context.close();
      }
  print(`The pictures are in ${folder}.`);
} finally {
  await browser.close();
  await stack.stop();
}

/** Notes for some secrets, as if registered through this gateway, with every kind of expiry. */
async function rememberSome(): Promise<void> {
  const ends = [-3, 0, 9, 40, 80, undefined];
  const hosts = ['ghcr.io', 'registry.example.com', 'acme.azurecr.io', 'https://index.docker.io'];
  const names = ['docker-hub', ...Array.from({ length: 12 }, (_, at) => `registry-${at + 10}`)];
  const notes = names.map((name, at) => {
    const days = ends[at % ends.length];
    return {
      name,
      registries: [{ host: hosts[at % hosts.length], username: 'octo' }],
      ...(days !== undefined && { expiresAt: new Date(Date.now() + days * 86_400_000).toISOString() }),
    };
  });
  const answer = await fetch(`${stack.url}/api/tenants/acme-vision/secret-notes`, {
    method: 'POST',
    body: JSON.stringify({ notes }),
    headers: { ...person, 'content-type': 'application/json', origin: stack.url },
  });
  if (!answer.ok) throw new Error(`the gateway did not take the notes: ${await answer.text()}`);
}
