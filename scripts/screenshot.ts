import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../e2e/bench/console-browser.ts';
import { dayFromNow, fillSecretForm, openRegisterPage, registered } from '../e2e/secret-form.ts';
import { startStack } from '../e2e/stack.ts';

/** Retakes the README's three pictures of the built console. */
const folder = 'docs/pictures';

const secrets = [
  { name: 'ghcr-models', host: 'ghcr.io', username: 'acme-bot', days: 8 },
  { name: 'harbor-shared', host: 'harbor.example.com', username: 'robot$train', days: 74 },
  { name: 'quay-public', host: 'quay.io', username: 'acme+pull', days: 160 },
];

const stack = await startStack();
const browser = await launchBrowser();
try {
  mkdirSync(folder, { recursive: true });
  const viewport = { width: 1440, height: 800 };
  const context = await browser.newContext({ baseURL: stack.url, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const { days, ...secret } of secrets) {
    await openRegisterPage(page, 'acme-vision');
    await fillSecretForm(page, secret);
    await page.getByLabel('Expires on (optional)').fill(dayFromNow(days));
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
  }
  await page.goto('/acme-vision/docker-registry-secrets');
  await page.getByRole('rowheader', { name: 'quay-public' }).waitFor();
  await page.getByText('robot$train').waitFor();
  await take(page, 'secrets');
  await page.goto('/overview');
  await page.getByRole('rowheader').nth(2).waitFor();
  await take(page, 'overview');
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'ghcr-training', host: 'ghcr.io', username: 'acme-bot' });
  await page.getByText('The name is free').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, 'register');
} finally {
  await browser.close();
  await stack.stop();
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path });
  process.stdout.write(`${path} is renewed.\n`);
}
