import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect } from './test.ts';

export const validSecret = {
  name: 'my-registry',
  host: 'registry.example.com',
  username: 'jo',
  token: 'not-a-real-token',
};

/** `origin` is where the console is, if not at the tests' base URL. */
export async function openRegisterPage(page: Page, tenant: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/${tenant}/docker-registry-secrets/new`);
  await expect(page.getByRole('heading', { name: 'Register a Docker registry secret' })).toBeVisible();
  await expect(page.getByLabel('Secret name')).toBeVisible();
}

/** Fills in all fields of a secret, some of them with the given values. */
export async function fillSecretForm(page: Page, changes: Partial<typeof validSecret> = {}): Promise<void> {
  const secret = { ...validSecret, ...changes };
  await page.getByLabel('Secret name').fill(secret.name);
  await page.getByLabel('Registry host').fill(secret.host);
  await page.getByLabel('Username').fill(secret.username);
  await page.getByLabel('Access token', { exact: true }).fill(secret.token);
}

/** Opens the request preview. */
export async function openPreview(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Request preview' }).click();
  return page.getByRole('region', { name: 'Request preview' });
}

/** Waits for the page that follows success. */
export async function registered(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
}

const bodySchema = z.object({ data: z.object({ '.dockerconfigjson': z.string() }) });
const configSchema = z.object({ auths: z.record(z.string(), z.unknown()) });

/** The credentials in a stored request body, by registry. */
export function authsOf(body: string): Record<string, unknown> {
  const config = bodySchema.parse(JSON.parse(body)).data['.dockerconfigjson'];
  return configSchema.parse(JSON.parse(config)).auths;
}

/** A token that contains its expiry, in seconds since 1970. */
export function jwt(exp: number): string {
  return ['{"alg":"HS256"}', JSON.stringify({ exp }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

/** When this test file started. */
const began = Date.now();

/** Freezes the page's date at that time, so that midnight changes no text. */
export async function stopDate(page: Page): Promise<void> {
  await page.clock.setFixedTime(began);
}

/** The date in that many days, as a date field shows it. */
export function dayFromNow(days: number): string {
  return new Date(began + days * 86_400_000).toISOString().slice(0, 10);
}
