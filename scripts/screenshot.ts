import { launchBrowser } from '../e2e/bench/console-browser.ts';
import { fillSecretForm, openRegisterPage } from '../e2e/secret-form.ts';
import { startStack } from '../e2e/stack.ts';

/** Renews the README's picture of the built console. */
const target = 'docs/screenshot.png';

const stack = await startStack();
const browser = await launchBrowser();
try {
  const viewport = { width: 1360, height: 860 };
  const context = await browser.newContext({ baseURL: stack.url, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name: 'ghcr-models', host: 'ghcr.io', username: 'acme-bot' });
  await page.getByText('The name is free').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: target });
  process.stdout.write(`${target} is renewed.\n`);
} finally {
  await browser.close();
  await stack.stop();
}
