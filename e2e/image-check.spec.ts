import { fillSecretForm, openRegisterPage } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';

test('the check beside the form follows the image and the registries as they are typed', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  const check = page.getByRole('region', { name: 'Image check' });
  const image = check.getByRole('textbox', { name: 'Image to pull' });
  await image.fill('ghcr.io/team/app:1.0');
  await expect(check).toContainText('Enter a registry host in the form first.');
  await page.getByLabel('Registry host').fill('ghcr.io:443');
  await expect(check).toContainText('Not covered “ghcr.io:443” has port 443, the image has no port.');
  await expectAccessible(page);
  await page.getByLabel('Registry host').fill('ghcr.io');
  await expect(check).toContainText('Covered Pulled with ghcr.io.');
  await page.getByLabel('Username').fill('octo');
  await expect(check).toContainText('Pulled with ghcr.io as octo.');
  await image.fill('ghcr.io/Team/app');
  await expect(check).toContainText('Not a valid image “Team” has capital letters');
  await image.fill('ghcr.io/team/app:{{inputs.parameters.tag}}');
  await expect(check).toContainText('Pulled with ghcr.io as octo.');
  await image.fill('ghcr.io/{{inputs.parameters.team}}/app');
  await expect(check).toContainText('Could not tell');
});

const sentences = [
  [
    'hub.docker.com',
    'redis',
    '“hub.docker.com” looks like Docker Hub, but Docker Hub images are not pulled with this spelling.',
  ],
  ['GHCR.io', 'ghcr.io/team/app', '“GHCR.io” differs from the image address in capital letters'],
  ['ghcr.io/other', 'ghcr.io/team/app', '“ghcr.io/other” is only for images whose path begins with /other'],
  [
    '*.example.com',
    'a.b.example.com/app',
    '“*.example.com” has 3 parts between its dots, the image’s registry has 4.',
  ],
  ['oci://ghcr.io', 'ghcr.io/team/app', '“oci://ghcr.io” begins with oci://'],
  [
    'quay.io',
    'ghcr.io/team/app',
    'The closest entry is “quay.io”, a different host than ghcr.io. This would match: ghcr.io.',
  ],
  ['docker.io', 'redis', 'Knative does not use “docker.io” for Docker Hub. Use https://index.docker.io'],
  ['https://index.docker.io', 'redis', 'Covered Pulled with https://index.docker.io'],
] as const;

test('each reason why an image is covered or not has its sentence', async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
  const check = page.getByRole('region', { name: 'Image check' });
  for (const [host, image, sentence] of sentences) {
    await page.getByLabel('Registry host').fill(host);
    await check.getByRole('textbox', { name: 'Image to pull' }).fill(image);
    await expect(check).toContainText(sentence);
  }
});

test('the check works by keyboard alone, on a narrow screen, and sends nothing', async ({ page, stack }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { host: 'ghcr.io', username: 'octo' });
  await page.getByLabel('Username').focus();
  const image = page.getByRole('textbox', { name: 'Image to pull' });
  for (let tabs = 0; tabs < 30; tabs += 1) {
    if (await image.evaluate((field) => field === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('ghcr.io/team/app');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Image check' })).toContainText(
    'Pulled with ghcr.io as octo.',
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect((await stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);
});

test('the check stands beside the form for rotating too', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub/rotate');
  await page.getByLabel('Registry host').fill('https://index.docker.io');
  await page.getByLabel('Username').fill('jo');
  const check = page.getByRole('region', { name: 'Image check' });
  await check.getByRole('textbox', { name: 'Image to pull' }).fill('library/redis');
  await expect(check).toContainText('Covered Pulled with https://index.docker.io as jo.');
});
