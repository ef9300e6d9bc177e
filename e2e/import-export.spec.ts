import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { fillSecretForm, openPreview, openRegisterPage } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';

const configSchema = z.object({ auths: z.record(z.string(), z.object({ auth: z.string() })) });

async function openImport(page: Page): Promise<void> {
  await openRegisterPage(page, 'acme-forecast');
  await page.getByRole('button', { name: 'Import…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Import credentials' })).toBeVisible();
}

const basic = (username: string, password: string) =>
  Buffer.from(`${username}:${password}`).toString('base64');

test('a Docker config.json: good entries are imported, the others listed with the reason', async ({
  page,
  stack,
}) => {
  await page.goto('/acme-forecast/docker-registry-secrets');
  await page.getByRole('link', { name: 'Import…' }).click();
  const config = {
    auths: {
      'ghcr.io': { auth: basic('octo', 'not:a:real:token'), email: 'octo@example.com' },
      'quay.io': {},
      'registry.example.com': { auth: '%%%' },
      'nvcr.io': { username: '$oauthtoken', password: 'not-a-real-key' },
    },
    credHelpers: { 'gcr.io': 'gcloud' },
  };
  const dialog = page.getByRole('dialog', { name: 'Import credentials' });
  await dialog.getByLabel('Text to import').fill(JSON.stringify(config, null, 2));
  await expect(dialog.getByText('Found a Docker config.json with 2 usable registries.')).toBeVisible();
  await expect(dialog.getByText('quay.io: has no credential')).toBeVisible();
  await expect(dialog.getByText('registry.example.com: has an “auth” that is not base64')).toBeVisible();
  await expect(dialog.getByText('gcr.io: gets its password from the helper “gcloud”')).toBeVisible();
  await expect(dialog.getByText('ghcr.io has other fields: email')).toBeVisible();
  await expect(dialog).not.toContainText('not:a:real:token');
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'Keep these fields' }).check();
  await dialog.getByRole('button', { name: 'Add 2 registries' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Secret name')).toBeFocused();
  await page.keyboard.type('imported');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  const auths = {
    'ghcr.io': { username: 'octo', password: 'not:a:real:token', email: 'octo@example.com' },
    'nvcr.io': { username: '$oauthtoken', password: 'not-a-real-key' },
  };
  expect(await stack.simulator.storedSecret('acme-forecast', 'imported')).toBe(
    JSON.stringify({ name: 'imported', data: { '.dockerconfigjson': JSON.stringify({ auths }) } }),
  );
  // The next secret is typed, not imported.
  await page.getByRole('button', { name: 'Register another' }).click();
  await expect(page.getByLabel('Secret name')).toBeFocused();
  await expect(page).not.toHaveURL(/import/);
  await expect(dialog).toBeHidden();
});

test('a Kubernetes Secret in YAML is dropped as a file with a byte order mark, and fills in its name', async ({
  page,
}) => {
  await openImport(page);
  const config = JSON.stringify({
    auths: { 'quay.io': { username: 'team+puller', password: 'not-a-real-token' } },
  });
  const yaml = [
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    '  name: quay-puller',
    'type: kubernetes.io/dockerconfigjson',
    'data:',
    `  .dockerconfigjson: ${Buffer.from(config).toString('base64')}`,
  ].join('\r\n');
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'secret.yaml'));
    return data;
  }, `\uFEFF${yaml}`);
  const dialog = page.getByRole('dialog', { name: 'Import credentials' });
  await dialog.getByLabel('Text to import').dispatchEvent('drop', { dataTransfer });
  await dialog.getByRole('button', { name: 'Add 1 registry' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('quay-puller');
  await expect(page.getByLabel('Username')).toHaveValue('team+puller');
  await expect(page.getByLabel('Registry provider')).toHaveValue('quay');
});

test('a command without a password fills the form, and leaves the password empty', async ({ page }) => {
  await openImport(page);
  const command =
    'kubectl create secret docker-registry team --docker-server=quay.io --docker-username=team+puller';
  await page.getByLabel('Text to import').fill(`${command} --docker-password=<your-token>`);
  const dialog = page.getByRole('dialog', { name: 'Import credentials' });
  const open = dialog.getByRole('checkbox', { name: 'quay.io: the password is a placeholder' });
  await expect(open).toBeChecked();
  await dialog.getByRole('button', { name: 'Add 1 registry' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('team');
  await expect(page.getByLabel('Registry host')).toHaveValue('quay.io');
  await expect(page.getByLabel('Username')).toHaveValue('team+puller');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Access token', { exact: true })).toBeFocused();
});

test('an unrecognisable registry is left empty, not taken for Docker Hub', async ({ page }) => {
  await openImport(page);
  await page
    .getByLabel('Text to import')
    .fill('podman login -u jo -p not-a-real-token <registry.example.com>');
  await expect(page.getByText('<registry.example.com>: the registry is a placeholder')).toBeVisible();
  await page.getByRole('button', { name: 'Add 1 registry' }).click();
  await expect(page.getByLabel('Registry host')).toHaveValue('');
  await expect(page.getByLabel('Username')).toHaveValue('jo');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('not-a-real-token');
});

const bad = [
  { text: '{\n  "auths": {,}\n}', says: '(line 2, column 13)' },
  { text: '{"hello":1}', says: 'it has “hello”, but no “auths”' },
  { text: '{"auths":[]}', says: 'must be an object' },
];
test('a text or file that cannot be imported is reported, and nothing is lost', async ({ page }) => {
  await openImport(page);
  for (const { text, says } of bad) {
    await page.getByLabel('Text to import').fill(text);
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByLabel('Text to import')).toHaveValue(text);
    await expect(page.getByRole('button', { name: 'Add 0 registries' })).toBeDisabled();
  }
  const file = page.getByRole('dialog').locator('input[type=file]');
  for (const { name, buffer, says } of [
    {
      name: 'big.json',
      buffer: Buffer.alloc(5 * 1024 * 1024, 'a'),
      says: 'Too large (5.2 MB). The limit is 1 MB.',
    },
    { name: 'key.bin', buffer: Buffer.from([0, 1, 2, 255, 254]), says: 'Not a text file.' },
  ]) {
    await file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByText(says)).toBeVisible();
  }
});

test('500 registries are imported, folded, and sent', async ({ page, stack }) => {
  await openImport(page);
  const auths = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [
      `registry-${n}.example.com`,
      { username: 'jo', password: `not-real-${n}` },
    ]),
  );
  await page.getByLabel('Text to import').fill(JSON.stringify({ auths }));
  await page.getByRole('button', { name: 'Add 500 registries' }).click();
  await page.getByLabel('Secret name').fill('five-hundred');
  await page.getByRole('button', { name: 'Edit registry 40' }).click();
  await page.getByLabel('Username').fill('somebody-else');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
  const stored = await stack.simulator.storedSecret('acme-forecast', 'five-hundred');
  expect(stored).toContain(
    String.raw`\"registry-39.example.com\":{\"username\":\"somebody-else\",\"password\":\"not-real-39\"}`,
  );
});

test('exports are masked until the user decides otherwise, separately for each format, and “auth” is added on request', async ({
  page,
}) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'exported', host: 'ghcr.io', username: 'octo' });
  await openPreview(page);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const format of ['Request body', 'Kubernetes Secret', 'Docker config.json']) {
    await dialog.getByRole('tab', { name: format }).click();
    const code = dialog.getByRole('group', { name: format });
    await expect(code).toContainText('Masked: the credentials are left out.');
    await expect(code).toContainText('••••••••');
    await expect(code).not.toContainText('not-a-real-token');
    await dialog.getByRole('checkbox', { name: 'Include credentials' }).check();
    await expect(code).toContainText('not-a-real-token');
    const withAuth = dialog.getByRole('checkbox', { name: 'Include “auth” beside username and password' });
    if (format === 'Request body') {
      await expect(code).not.toContainText(basic('octo', 'not-a-real-token'));
      await withAuth.check();
      await expect(code).toContainText(basic('octo', 'not-a-real-token'));
      await withAuth.uncheck();
    }
    await dialog.getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('not-a-real-token');
  }
  await dialog.getByRole('tab', { name: 'curl command' }).click();
  const curl = dialog.getByRole('group', { name: 'curl command' });
  await expect(curl).toContainText('$TOKEN');
  await expect(curl).toContainText('$PASSWORD');
  await expect(curl).not.toContainText('not-a-real-token');
  await expectAccessible(page);
});

test('after success the Docker config.json is downloaded', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { name: 'downloaded', host: 'ghcr.io', username: 'octo' });
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('tab', { name: 'Docker config.json' }).click();
  await dialog.getByRole('checkbox', { name: 'Include credentials' }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('config.json');
  const config = configSchema.parse(JSON.parse(await readFile(await file.path(), 'utf8')));
  expect(config.auths['ghcr.io']?.auth).toBe(basic('octo', 'not-a-real-token'));
});

/** A manifest with a fixed secret name, so that two of them share it. */
function twin(host: string): string {
  const config = JSON.stringify({ auths: { [host]: { auth: basic('jo', 'x') } } });
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'twice' },
    stringData: { '.dockerconfigjson': config },
  });
}

test('two secrets with one name in one text are both shown, and both go when the text changes', async ({
  page,
}) => {
  await openImport(page);
  const dialog = page.getByRole('dialog', { name: 'Import credentials' });
  const rows = dialog.getByRole('table', { name: 'Registries found' }).getByRole('row');
  const text = dialog.getByLabel('Text to import');
  await text.fill([twin('ghcr.io'), twin('ghcr.io'), twin('quay.io')].join('\n---\n'));
  await expect(rows).toHaveCount(4);
  await text.fill([twin('quay.io'), twin('nvcr.io')].join('\n---\n'));
  await expect(rows).toHaveCount(3);
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
});
