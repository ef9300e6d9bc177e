import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect } from './test.ts';

export const validSecret = {
  name: 'my-registry',
  host: 'registry.example.com',
  username: 'jo',
  token: 'not-a-real-token',
};

/** `origin` is where the console is, if not where the tests have it. */
export async function openRegisterPage(page: Page, tenant: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/${tenant}/docker-registry-secrets/new`);
  await expect(page.getByRole('heading', { name: 'Register a Docker registry secret' })).toBeVisible();
  await expect(page.getByLabel('Secret name')).toBeVisible();
}

/** Types a whole secret, or with other values in some fields. */
export async function fillSecretForm(page: Page, changes: Partial<typeof validSecret> = {}): Promise<void> {
  const secret = { ...validSecret, ...changes };
  await page.getByLabel('Secret name').fill(secret.name);
  await page.getByLabel('Registry host').fill(secret.host);
  await page.getByLabel('Username').fill(secret.username);
  await page.getByLabel('Access token', { exact: true }).fill(secret.token);
}

/** Unfolds what is sent. */
export async function openPreview(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Request preview' }).click();
  return page.getByRole('region', { name: 'Request preview' });
}

/** The page that follows success. */
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

/** A token that names its end, in seconds since 1970. */
export function jwt(exp: number): string {
  return ['{"alg":"HS256"}', JSON.stringify({ exp }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

/** When this file of tests began. */
const began = Date.now();

/** The page's date stands still then: a day that ends meanwhile changes none of its words. */
export async function stopDate(page: Page): Promise<void> {
  await page.clock.setFixedTime(began);
}

/** The day after so many days, as a date field has it. */
export function dayFromNow(days: number): string {
  return new Date(began + days * 86_400_000).toISOString().slice(0, 10);
}
