import type { Page } from '@playwright/test';
import { holdBack, holdRequests } from './held-code.ts';
import { noteShifts } from './page-transfer.ts';
import { keepNote } from './secret-note.ts';
import { startStack } from './stack.ts';
import { expect, test } from './test.ts';

const list = '/acme-vision/docker-registry-secrets';
const secret = `${list}/docker-hub`;
const full = '/globex-chat';

test.use({ viewport: { width: 390, height: 844 } });
test.beforeEach(({ page }) => page.addInitScript({ content: noteShifts }));

const quota = (page: Page) => page.getByText('3 of 50 used');
const fullQuota = (page: Page) => page.getByText('The quota is full');
const filters = (page: Page) => page.getByRole('button', { name: 'Within 14 days' });
const loading = (page: Page) => page.getByRole('status', { name: 'Loading…' });
const row = (page: Page) => page.getByRole('rowheader', { name: 'docker-hub' });
const snippet = (page: Page) => page.getByRole('heading', { name: 'Image pull secret snippet' });
const search = (page: Page) => page.getByLabel('Search object store secrets');
const noDefault = (page: Page) => page.getByText('vision-training has no object store “default”');
const notReady = (page: Page) => page.getByText('This resource group is not ready');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rows = (page: Page) => page.getByRole('rowheader').first();

const quotas = '**/resourceQuota/**';
const stores = '**/objectStoreSecrets?**';
const storesOf = (name: string) => `/acme-vision/object-store-secrets?group=${name}`;

for (const { width = 390, late, calls, path, before, after } of [
  { late: 'the quota', calls: quotas, path: list, before: filters, after: quota },
  { late: 'a full quota', calls: quotas, path: `${full}/git-repositories`, before: rows, after: fullQuota },
  {
    late: 'a full quota',
    calls: quotas,
    path: `${full}/git-repositories/new`,
    before: loading,
    after: fullQuota,
  },
  {
    late: 'what a group holds',
    calls: stores,
    path: storesOf('vision-training'),
    before: search,
    after: noDefault,
  },
  {
    late: 'the group',
    calls: '**/v2/admin/resourceGroups*',
    path: storesOf('vision-legacy'),
    before: search,
    after: notReady,
  },
  { late: 'the names', calls: '**/dockerRegistrySecrets?**', path: list, before: quota, after: row },
  { late: 'what is noted', calls: '**/secret-notes', path: list, before: loading, after: filters },
  { late: 'what is noted', calls: '**/secret-notes', path: secret, before: loading, after: snippet },
  {
    width: 768,
    late: 'a step',
    calls: '**/v2/admin/applications*',
    path: '/acme-forecast/onboarding',
    before: heading,
    after: (page: Page) => page.getByText(/of \d+ steps done/),
  },
  {
    width: 768,
    late: 'what it lists',
    calls: '**/config.json',
    path: '/connections',
    before: loading,
    after: rows,
  },
  {
    width: 768,
    late: 'a status',
    calls: '**/vision-legacy/status',
    path: '/acme-vision/applications',
    before: (page: Page) => page.getByText('1 failed'),
    after: (page: Page) => page.getByText('2 failed'),
  },
])
  test(`${width} pixels wide, nothing moves at ${path} when ${late} arrives last`, async ({
    page,
    stack,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await keepNote(page, stack, 'docker-hub', { registries: [{ host: 'ghcr.io', username: 'jo' }] });
    const letThrough = await holdRequests(page, calls);
    await page.goto(path);
    await expect(before(page)).toBeVisible();
    letThrough();
    await expect(after(page)).toBeVisible();
    await expectNothingMoved(page);
  });

const exposed = test.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
  stack: async ({}, use) => {
    const stack = await startStack([], { HOST: '0.0.0.0', CONSOLE_AUTH: 'off' });
    // Browsers do not trust that address itself.
    await use({ ...stack, url: stack.url.replace('0.0.0.0', '127.0.0.1') });
    await stack.stop();
  },
});

exposed(
  'a console that others can reach without sign-in says so on every page, without moving anything',
  async ({ page }) => {
    for (const path of [list, '/connections']) {
      await page.unrouteAll();
      const letThrough = await holdBack(page, 'exposed-banner');
      await page.goto(path);
      await expect(loading(page)).toBeVisible();
      letThrough();
      await expect(page.getByRole('note').filter({ hasText: 'CONSOLE_AUTH is off' })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNothingMoved(page);
    }
  },
);

async function expectNothingMoved(page: Page): Promise<void> {
  // A layout shift is reported with the frame after it.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(await page.evaluate('layoutShift')).toBeLessThan(0.01);
}
