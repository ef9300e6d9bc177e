import type { Page } from '@playwright/test';
import { account, image, startLoopbackRegistry, type LoopbackRegistry } from './checks/loopback-registry.ts';
import { startStack, type Stack } from './stack.ts';
import { expect, expectAccessible, test as base, watch } from './test.ts';

interface CheckFixtures {
  readonly checked: { readonly registry: LoopbackRegistry; readonly stack: Stack };
}

/** A gateway that may check on loopback, and a registry there. */
const test = base.extend<object, CheckFixtures>({
  checked: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const registry = await startLoopbackRegistry();
      const stack = await startStack([], {
        CHECK_ALLOWED_HOSTS: registry.host,
        NODE_EXTRA_CA_CERTS: registry.authority,
      });
      await use({ registry, stack });
      await stack.stop();
      await registry.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ checked }, use) => {
    await use(checked.stack.url);
  },
});

const open = 'Check credentials';
const panelOf = (page: Page) => page.getByRole('complementary', { name: open });

async function fillIn(page: Page, host: string, token: string) {
  await page.goto('/acme-vision/docker-registry-secrets/new');
  await page.getByLabel('Secret name').fill('checked');
  await page.getByLabel('Registry host').fill(host);
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('Access token', { exact: true }).fill(token);
}

test('a credential is tried before it is saved, alone and with an image', async ({ page, checked }) => {
  await fillIn(page, checked.registry.host, account.password);
  await page.getByRole('button', { name: open }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('listitem').first()).toContainText('Accepted');
  await expect(panel).toContainText('proves little');

  await panel.getByLabel('Images to check').fill(`${checked.registry.host}/${image}`);
  await panel.getByRole('button', { name: 'Check 1 image' }).click();
  await expect(panel).toContainText('Image can be pulled');
  await expectAccessible(page);
  await panel.getByLabel('Images to check').fill(`${checked.registry.host}/team/gone:1`);
  await panel.getByRole('button', { name: 'Check 1 image' }).click();
  await expect(panel).toContainText('team/gone:1 does not exist');

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: open })).toBeFocused();
});

test('what was rejected is saved only after a question, which is asked once', async ({ page, checked }) => {
  await fillIn(page, checked.registry.host, 'not-the-token');
  await page.getByRole('button', { name: open }).click();
  await expect(panelOf(page)).toContainText('Username or token not accepted (401)');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Save credentials that did not work?' });
  await question.getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('checked');
  expect((await checked.stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);

  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await question.getByRole('button', { name: 'Save anyway' }).click();
  await expect(page.getByText('checked').first()).toBeVisible();
  await expect
    .poll(
      async () => (await checked.stack.simulator.journal()).filter(({ method }) => method === 'POST').length,
    )
    .toBe(1);
});

test('where the gateway does not check, there is no button', async ({ browser }) => {
  const stack = await startStack([], { CHECKS: 'off' });
  const page = await browser.newPage();
  const complaints: string[] = [];
  watch(page, complaints);
  await page.goto(`${stack.url}/acme-vision/docker-registry-secrets/new`);
  await expect(page.getByRole('button', { name: 'Register', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: open })).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.close();
  await stack.stop();
});
