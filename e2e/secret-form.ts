import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export const validSecret = {
  name: 'my-registry',
  host: 'registry.example.com',
  username: 'jo',
  token: 'not-a-real-token',
};

export async function openRegisterPage(page: Page, tenant: string): Promise<void> {
  await page.goto(`/${tenant}/docker-registry-secrets/new`);
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
