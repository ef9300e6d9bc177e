import { fillSecretForm, openRegisterPage } from './secret-form.ts';
import { expect, test } from './test.ts';

// `npm run screenshot` renews the README's picture; otherwise it lands among the test results.
const target = process.env['UPDATE_SCREENSHOT'] ? 'docs/screenshot.png' : undefined;

test('the picture of the README', async ({ page }, testInfo) => {
  await page.setViewportSize({ width: 1360, height: 860 });
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'ghcr-models', host: 'ghcr.io', username: 'acme-bot' });
  await expect(page.getByRole('region', { name: 'Request preview' })).toContainText('ghcr-models');
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot({ path: target ?? testInfo.outputPath('screenshot.png') });
  expect(picture.byteLength).toBeGreaterThan(10_000);
});
