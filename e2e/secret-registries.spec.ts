import { authsOf, fillSecretForm, jwt, openRegisterPage, registered } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';

test.describe('several registries', () => {
  test('are added, ordered and removed, and none can be there twice', async ({ page, stack }) => {
    await openRegisterPage(page, 'acme-forecast');
    await fillSecretForm(page, { name: 'three', host: 'ghcr.io' });
    for (const [position, host] of [
      [2, 'quay.io'],
      [3, 'nvcr.io'],
    ] as const) {
      await page.getByRole('button', { name: 'Add registry' }).click();
      const group = page.getByRole('group', { name: `Registry ${position}` });
      await expect(group.getByLabel('Registry host')).toBeFocused();
      await group.getByLabel('Registry host').fill(host);
      await group.getByLabel('Username').fill(`user-of-${host}`);
      await group.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
    }
    await page.getByRole('button', { name: 'Move registry 3 up' }).click();
    await page.getByRole('button', { name: 'Move registry 2 up' }).press('Enter');
    await page.getByRole('button', { name: 'Remove registry 3' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    const third = page.getByRole('group', { name: 'Registry 3' });
    await expect(third.getByLabel('Username')).toHaveValue('user-of-quay.io');
    await expect(third.getByLabel('Access token', { exact: true })).toHaveValue('not-a-real-token');
    await page.getByRole('button', { name: 'Remove registry 3' }).click();
    await expectAccessible(page);
    const second = page.getByRole('group', { name: 'Registry 2' }).getByLabel('Registry host');
    await second.fill('https://nvcr.io/v2/');
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByText('https://nvcr.io/v2/ and nvcr.io are the same registry')).toBeVisible();
    await second.fill('ghcr.io');
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
    const stored = await stack.simulator.storedSecret('acme-forecast', 'three');
    expect(Object.keys(authsOf(stored))).toEqual(['nvcr.io', 'ghcr.io']);
  });
});

test.describe('providers', () => {
  test('selecting one fills in host and username, and names and links its token; a host selects it too', async ({
    page,
  }) => {
    await openRegisterPage(page, 'acme-forecast');
    const provider = page.getByLabel('Registry provider');
    await provider.selectOption('NVIDIA NGC');
    await expect(page.getByLabel('Registry host')).toHaveValue('nvcr.io');
    await expect(page.getByLabel('Username')).toHaveValue('$oauthtoken');
    await expect(page.getByText('API key.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'How to create one' })).toHaveAttribute('href', /^https:/);
    await provider.selectOption('Docker Hub');
    await expect(page.getByLabel('Registry host')).toHaveValue('https://index.docker.io');
    await expect(page.getByLabel('Username')).toHaveValue('');
    // The other way round: a host determines its provider.
    await page.getByLabel('Registry host').fill('123456789012.dkr.ecr.eu-west-1.amazonaws.com');
    await expect(provider).toHaveValue('ecr');
    // The parts of the host are asked for only if the provider was selected.
    await expect(page.getByLabel('Account ID')).toBeHidden();
    await expect(page.getByLabel('Username')).toHaveValue('AWS');
  });

  const templates = [
    {
      provider: 'Amazon ECR',
      fields: { 'Account ID': '123456789012', Region: 'cn-north-1' },
      host: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
    },
    {
      provider: 'Google Artifact Registry',
      fields: { Location: 'europe-west3' },
      host: 'europe-west3-docker.pkg.dev',
    },
  ];
  test('a provider asks for the parts of its host', async ({ page }) => {
    await openRegisterPage(page, 'acme-forecast');
    for (const { provider, fields, host } of templates) {
      await page.getByLabel('Registry provider').selectOption(provider);
      for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
      await expect(page.getByLabel('Registry host')).toHaveValue(host);
    }
  });

  test('a Google key file is dropped, kept as it is, and checked', async ({ page, stack }) => {
    const pem = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----\n`;
    const keyFile = JSON.stringify(
      {
        type: 'service_account',
        project_id: 'demo',
        private_key: pem,
        client_email: 'puller@demo.iam.gserviceaccount.com',
      },
      null,
      2,
    );
    await openRegisterPage(page, 'acme-forecast');
    await page.getByLabel('Secret name').fill('google');
    await page.getByLabel('Registry provider').selectOption('Google Artifact Registry');
    await page.getByLabel('Location').fill('europe-west3');
    await expect(page.getByLabel('Username')).toHaveValue('_json_key');
    const token = page.getByLabel('Access token', { exact: true });
    await token.fill('{"type":"service_account"}');
    await expect(page.getByText('The key file has no private_key.')).toBeVisible();
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'key.json', { type: 'application/json' }));
      return data;
    }, keyFile);
    await token.dispatchEvent('drop', { dataTransfer: transfer });
    await expect(token).toHaveValue(keyFile);
    await expect(page.getByText('The key file has no private_key.')).toBeHidden();
    await page.getByRole('button', { name: 'Register' }).click();
    await registered(page);
    const auths = authsOf(await stack.simulator.storedSecret('acme-forecast', 'google'));
    expect(auths['europe-west3-docker.pkg.dev']).toEqual({ username: '_json_key', password: keyFile });
  });
});

test('a token shows whom it is for and when it expires', async ({ page }) => {
  await openRegisterPage(page, 'acme-forecast');
  await fillSecretForm(page, { host: 'ghcr.io', token: `github_pat_${'A1b2'.repeat(20)}` });
  await expect(
    page.getByText('This host does not accept it. Use a classic GitHub personal access token'),
  ).toBeVisible();
  // Hours are rounded up, and the form counts from when it was opened.
  const end = Math.floor(Date.now() / 1000) + 3 * 3600 - 60;
  await fillSecretForm(page, { token: jwt(end) });
  await expect(page.getByText('The token expires in 3 hours')).toBeVisible();
  await expect(page.getByText('too soon for a stored secret')).toBeVisible();
  await fillSecretForm(page, { token: jwt(1_700_000_000) });
  await expect(page.getByText('The token expired on')).toBeVisible();
});
