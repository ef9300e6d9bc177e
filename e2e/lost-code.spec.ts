import type { Page } from '@playwright/test';
import { freePort } from '../gateway/testing/free-port.ts';
import { startProcess, type RunningProcess } from './stack.ts';
import { workflowTemplate, writeTemplate } from './template-page.ts';
import { expect, expectAccessible, test } from './test.ts';

const missing = 'This part of the console could not be loaded.';

/** A gateway for this test only, which may go away. */
const gatewayTest = test.extend<{
  gateway: { stop(): Promise<void>; startAgain(): Promise<void>; url: string };
}>({
  gateway: async ({ stack }, use) => {
    const env = { AICORE_SERVICE_KEYS_DIR: stack.keysDir, PORT: String(await freePort()) };
    let running: RunningProcess = await startProcess('gateway/main.ts', [], env);
    await use({
      url: running.url,
      stop: () => running.stop(),
      startAgain: async () => {
        running = await startProcess('gateway/main.ts', [], env);
      },
    });
    await running.stop();
  },
});

async function openFirstPage(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/acme-vision/docker-registry-secrets`);
  // With this, everything that the page requests has arrived: the list and the details of its secrets.
  await expect(page.getByRole('button', { name: 'Add details of docker-hub' })).toBeVisible();
}

gatewayTest.describe('code that was fetched ahead', () => {
  gatewayTest.use({ fetchesAhead: true });

  gatewayTest('every page opens after the server has gone away', async ({ page, gateway }) => {
    await openFirstPage(page, gateway.url);
    const missingYet = () =>
      page.evaluate(() => {
        const named: string[] = JSON.parse(document.getElementById('later-scripts')?.textContent ?? '[]');
        const entries = performance.getEntriesByType('resource');
        const fetched = new Set(entries.map(({ name }) => new URL(name).pathname));
        return named.filter((script) => !script.includes('/texts-de-') && !fetched.has(script));
      });
    await expect.poll(missingYet, { timeout: 30_000 }).toEqual([]);
    await gateway.stop();
    const navigation = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Templates', 'Git repositories', 'Onboard tenant', 'Roll out', 'Connections']) {
      await navigation.getByRole('link', { name }).click();
      await expect(navigation.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(missing)).toBeHidden();
    }
  });
});

test.describe('the first page', () => {
  test('says in its outline that its code is missing, and offers to load it again', async ({ page }) => {
    await page.route('**/assets/index-*.js', (route) => route.abort());
    await page.goto('/acme-vision/docker-registry-secrets');
    await expect(page.getByRole('alert')).toContainText('The console could not be loaded.');
    await page.unroute('**/assets/index-*.js');
    await page.getByRole('link', { name: 'Load it again' }).click();
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  });

  test('an invalid colour scheme in the browser’s storage breaks no page', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('mui-mode', 'garbage'));
    await page.goto('/acme-vision/docker-registry-secrets');
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('mui-mode'))).not.toBe('garbage');
  });
});

gatewayTest.describe('code that cannot be fetched', () => {
  gatewayTest.beforeEach(async ({ page, gateway }) => {
    await openFirstPage(page, gateway.url);
    await gateway.stop();
  });

  gatewayTest(
    'a page says so in its place, keeps what is in memory, and can be loaded later',
    async ({ page, gateway }) => {
      const connections = page.getByRole('link', { name: 'Connections', exact: true });
      await connections.click();
      await expect(page.getByRole('alert')).toContainText(missing);
      await expectAccessible(page);
      await expect(page.getByRole('combobox', { name: 'Tenant' })).toBeVisible();

      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('alert')).toContainText(missing);

      // What was read before is still shown, without any server.
      await page.goBack();
      await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();

      await connections.click();
      await expect(page.getByRole('alert')).toContainText(missing);
      await gateway.startAgain();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
      await expect(page.getByText(missing)).toBeHidden();
    },
  );

  gatewayTest('a template is read once the worker’s code can be fetched', async ({ page, gateway }) => {
    await gateway.startAgain();
    await page.route('**/assets/template-worker-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Templates' }).click();
    await writeTemplate(page, 'kind: WorkflowTemplate');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute('**/assets/template-worker-*.js');
    await writeTemplate(page, workflowTemplate);
    await expect(page.getByRole('alert')).toBeHidden();
  });

  gatewayTest('a dialog says so with the focus, and can be loaded later', async ({ page, gateway }) => {
    await page.getByRole('row', { name: 'docker-hub' }).getByRole('button', { name: 'Add details' }).click();
    await expect(page.getByRole('alert')).toContainText(missing);
    await expect(page.getByRole('alert')).toBeFocused();
    await gateway.startAgain();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});
