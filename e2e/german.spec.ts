import { fillSecretForm } from './secret-form.ts';
import { expect, test } from './test.ts';

test.use({ locale: 'de-DE' });

test('a German browser sees German: the list, an error, and a secret registered', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(answer.text());
  });
  await page.goto('/acme-vision/docker-registry-secrets');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'Docker-Registry-Secrets' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  await page.getByRole('link', { name: 'Secret registrieren' }).click();

  const register = page.getByRole('button', { name: 'Registrieren', exact: true });
  await register.click();
  await expect(page.getByText('Einen Namen für das Secret eingeben.')).toBeVisible();
  const german = {
    name: page.getByLabel('Name des Secrets'),
    host: page.getByLabel('Registry-Host'),
    username: page.getByLabel('Benutzername'),
    token: page.getByLabel('Zugriffstoken', { exact: true }),
  };
  await german.name.fill('fail-500');
  await german.host.fill('registry.example.com');
  await german.username.fill('jo');
  await german.token.fill('not-a-real-token');
  await register.click();
  await expect(page.getByText('AI Core konnte die Anfrage nicht ausführen (500).')).toBeVisible();
  await german.name.fill('auf-deutsch');
  await register.click();
  await expect(page.getByText('Secret auf-deutsch wurde registriert')).toBeVisible();
  const code = (await Promise.all(scripts)).join('\n');
  expect(code).toContain('Secret registrieren');
  expect(code, 'the words of another language are loaded too').not.toContain('Register secret');
});

test('the chosen language is kept, and changing it asks before typed text is lost', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets/new');
  await page.getByLabel('Name des Secrets').fill('halb-fertig');
  const choose = async (settings: string, language: string) => {
    await page.getByRole('button', { name: settings }).click();
    await page.getByRole('button', { name: language }).click();
  };
  page.once('dialog', (dialog) => void dialog.dismiss());
  await choose('Einstellungen', 'English');
  await expect(page.getByLabel('Name des Secrets')).toHaveValue('halb-fertig');

  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await fillSecretForm(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await choose('Settings', 'Deutsch');
  await expect(page.getByRole('heading', { name: 'Docker-Registry-Secret registrieren' })).toBeVisible();
});
