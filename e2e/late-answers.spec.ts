import type { Page } from '@playwright/test';
import { holdRequests } from './held-code.ts';
import { noteShifts } from './page-transfer.ts';
import { keepNote } from './secret-note.ts';
import { expect, test } from './test.ts';

const list = '/acme-vision/docker-registry-secrets';
const secret = `${list}/docker-hub`;

test.use({ viewport: { width: 390, height: 844 } });

const quota = (page: Page) => page.getByText('3 of 50 used');
const filters = (page: Page) => page.getByRole('button', { name: 'Within 14 days' });
const loading = (page: Page) => page.getByRole('status', { name: 'Loading…' });
const row = (page: Page) => page.getByRole('rowheader', { name: 'docker-hub' });
const snippet = (page: Page) => page.getByRole('heading', { name: 'Image pull secret snippet' });

for (const { late, calls, path, before, after } of [
  { late: 'the quota', calls: '**/resourceQuota/**', path: list, before: filters, after: quota },
  { late: 'the names', calls: '**/dockerRegistrySecrets?**', path: list, before: quota, after: row },
  { late: 'what is noted', calls: '**/secret-notes', path: list, before: loading, after: filters },
  { late: 'what is noted', calls: '**/secret-notes', path: secret, before: loading, after: snippet },
])
  test(`on a phone nothing moves at ${path} when ${late} comes last`, async ({ page, stack }) => {
    await keepNote(page, stack, 'docker-hub', { registries: [{ host: 'ghcr.io', username: 'jo' }] });
    await page.addInitScript({ content: noteShifts });
    const letThrough = await holdRequests(page, calls);
    await page.goto(path);
    await expect(before(page)).toBeVisible();
    letThrough();
    await expect(after(page)).toBeVisible();
    // What moved is told with the picture after it.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    expect(await page.evaluate('layoutShift')).toBeLessThan(0.01);
  });
