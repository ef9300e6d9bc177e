import { expect, test } from './test.ts';

const heading = 'Generic secrets';

test('a generic secret is registered for all groups, copied, rotated from a file, and deleted', async ({
  page,
  stack,
}) => {
  const stored = async (): Promise<unknown> =>
    JSON.parse(await stack.simulator.storedGenericSecret('acme-vision', 'shared', 'model-key'));
  await page.goto('/acme-vision/generic-secrets');
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'huggingface-token' })).toBeVisible();
  await page.getByRole('radio', { name: 'All resource groups' }).check();
  await expect(page.getByText('3 of 5 tenant-wide secrets left.')).toBeVisible();
  await expect(page.getByRole('row', { name: /proxy-certificate.*2 of 3 resource groups/ })).toContainText(
    'Not yet in vision-legacy',
  );

  await page.getByRole('link', { name: 'Register generic secret' }).click();
  await page.getByLabel('Name').fill('MODEL_KEY');
  await page.getByLabel('Key', { exact: true }).fill('API_KEY');
  await page.getByRole('button', { name: 'Use model-key' }).click();
  await page.getByLabel('Value', { exact: true }).fill(btoa('an invented value'));
  await page.getByRole('button', { name: 'Decode it' }).click();
  await expect(page.getByLabel('Value', { exact: true })).toHaveValue('an invented value');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Generic secret model-key is registered')).toBeVisible();
  await expect(page.getByRole('group', { name: 'As environment variables' })).toContainText('key: API_KEY');
  expect(await stored()).toEqual({ name: 'model-key', data: { API_KEY: btoa('an invented value') } });

  await page.getByRole('link', { name: 'Open generic secrets' }).click();
  await expect(page.getByText('2 of 5 tenant-wide secrets left.')).toBeVisible();
  await expect(page.getByRole('row', { name: /model-key.*2 of 3 resource groups/ })).toBeVisible();
  await page.getByRole('link', { name: 'Rotate the values of model-key' }).click();
  const bytes = Buffer.from([0, 255, 254, 10]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'key.p12', mimeType: 'application/x-pkcs12', buffer: bytes });
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('key.p12');
  await page.getByRole('button', { name: 'Rotate' }).click();
  await expect(page.getByText('The values of model-key are rotated')).toBeVisible();
  expect(await stored()).toEqual({ data: { 'key.p12': bytes.toString('base64') } });

  await page.getByRole('link', { name: 'Open generic secrets' }).click();
  await page.getByRole('button', { name: 'Delete model-key' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('model-key');
  await page.getByRole('button', { name: 'Delete secret' }).click();
  await expect(page.getByText('Generic secret “model-key” is deleted')).toBeVisible();
  await expect(page.getByText('3 of 5 tenant-wide secrets left.')).toBeVisible();
});

test('a full quota is reported, and a taken name is reported at its field, with everything typed kept', async ({
  page,
}) => {
  await page.goto('/globex-chat/generic-secrets?scope=all');
  await expect(page.getByText('All 5 tenant-wide secrets are in use.')).toBeVisible();
  await page.goto('/acme-vision/generic-secrets/new');
  await page.getByLabel('Name').fill('huggingface-token');
  await page.getByLabel('Key', { exact: true }).fill('token');
  await page.getByLabel('Value', { exact: true }).fill('an invented value');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('A secret “huggingface-token” already exists here.')).toBeVisible();
  await expect(page.getByLabel('Value', { exact: true })).toHaveValue('an invented value');
  await page.getByRole('radio', { name: /^Tenant:/ }).check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Generic secret huggingface-token is registered')).toBeVisible();
});

test('an address with an invalid resource group says so, and offers nothing to register there', async ({
  page,
}) => {
  await page.goto('/acme-vision/generic-secrets?group=no-such');
  await expect(page.getByText('This tenant has no resource group “no-such”.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Register generic secret' })).toBeHidden();
  await page.getByLabel('Resource group', { exact: true }).selectOption('default');
  await expect(page.getByRole('rowheader', { name: 'huggingface-token' })).toBeVisible();
});
