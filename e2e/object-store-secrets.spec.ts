import type { Page } from '@playwright/test';
import { heldTexts } from './heap.ts';
import { expect, test } from './test.ts';

const planted = 'planted-fake-secret-key';
const list = '/acme-vision/object-store-secrets';

/** Everything that this browser stores, and the address. */
function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href, history.state]));
}

async function fillS3(page: Page): Promise<void> {
  await page.getByLabel('Bucket').fill('training-results');
  await page.getByLabel('Endpoint').fill('https://s3.eu-central-1.amazonaws.com/training-results');
  await page.getByLabel('Access key ID').fill('invented-key-id');
  await page.getByLabel('Secret access key', { exact: true }).fill(planted);
}

test('a group without a default store asks for it; S3 is registered, rotated and deleted', async ({
  page,
  stack,
}) => {
  await page.goto(list);
  await expect(page.getByRole('row', { name: 'default' })).toContainText('acme-vision-models');
  await page.getByRole('combobox', { name: 'Resource group' }).selectOption('vision-training');
  await expect(page).toHaveURL(`${list}?group=vision-training`);
  await expect(page.getByText('vision-training has no object store “default”.')).toBeVisible();
  await page.getByRole('link', { name: 'Register default' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register an object store secret');
  await expect(page.getByText('in resource group vision-training')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('default');
  await fillS3(page);
  const register = page.getByRole('button', { name: 'Register secret' });
  await register.click();
  await expect(page.getByText('Leave out “https://”.')).toBeVisible();
  await page.getByRole('button', { name: 'Use s3.eu-central-1.amazonaws.com' }).click();
  await page.getByRole('button', { name: 'Use eu-central-1' }).click();
  await register.click();
  await expect(page.getByRole('alert').filter({ hasText: 'default is registered' })).toBeFocused();
  expect(
    JSON.parse(await stack.simulator.storedObjectStore('acme-vision', 'vision-training', 'default')),
  ).toEqual({
    name: 'default',
    type: 'S3',
    bucket: 'training-results',
    endpoint: 's3.eu-central-1.amazonaws.com',
    region: 'eu-central-1',
    data: { AWS_ACCESS_KEY_ID: 'invented-key-id', AWS_SECRET_ACCESS_KEY: planted },
  });
  expect(await kept(page)).not.toContain(planted);

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('row', { name: 'default' })).toContainText('training-results');
  await page.getByRole('link', { name: 'Rotate credentials of default' }).click();
  await expect(page.getByLabel('Bucket')).toHaveValue('training-results');
  await expect(page.getByLabel('Access key ID')).toBeFocused();
  await expect(page.getByLabel('Secret access key', { exact: true })).toHaveValue('');
  await page.getByLabel('Access key ID').fill('invented-key-id-2');
  await page.getByLabel('Secret access key', { exact: true }).fill(`${planted}-2`);
  await page.getByRole('button', { name: 'Rotate' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'credentials of default are rotated' }),
  ).toBeFocused();
  const rotated = await stack.simulator.storedObjectStore('acme-vision', 'vision-training', 'default');
  expect(JSON.parse(rotated)).toMatchObject({
    bucket: 'training-results',
    data: { AWS_SECRET_ACCESS_KEY: `${planted}-2` },
  });

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.getByRole('button', { name: 'Delete default' }).click();
  const dialog = page.getByRole('dialog', {
    name: 'Delete object store secret default from vision-training?',
  });
  await expect(dialog).toContainText('training fails until another “default” is registered');
  await dialog.getByRole('textbox').fill('default');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“default” is deleted' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No object store yet' })).toBeVisible();
  expect(await kept(page)).not.toContain(planted);
  expect(await heldTexts(page, [planted, 'vision-training'])).toEqual(['vision-training']);
});

test('a failure keeps what was typed, of every type, and shows no credential', async ({ page, stack }) => {
  await page.goto(`${list}/new?group=vision-training`);
  await page.getByLabel('Name').fill('fail-500');
  await fillS3(page);
  await page.getByLabel('Endpoint').fill('s3.example.com');
  await page.getByLabel('Type').selectOption('azure');
  await page
    .getByLabel('Container address')
    .fill(`https://acme.blob.core.windows.net/models?sv=1&sig=${planted}`);
  await expect(page.getByText('It was moved to its own field.')).toBeVisible();
  await expect(page.getByLabel('SAS token', { exact: true })).toHaveValue(`sv=1&sig=${planted}`);
  await page.getByLabel('Type').selectOption('S3');
  await page.getByRole('button', { name: 'Register secret' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'AI Core failed to carry out the request (500)' }),
  ).toBeVisible();
  await expect(page.getByLabel('Secret access key', { exact: true })).toHaveValue(planted);
  await expect(page.getByRole('main')).not.toContainText(planted);

  await page.getByLabel('Name').fill('inputs');
  await page.getByRole('button', { name: 'Register secret' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'inputs is registered' })).toBeVisible();
  expect(await stack.simulator.storedObjectStore('acme-vision', 'vision-training', 'inputs')).not.toContain(
    'acme.blob',
  );
});

test('a Google key file is chosen, named, and sent in base64', async ({ page, stack }) => {
  const key = JSON.stringify({
    type: 'service_account',
    project_id: 'acme-project',
    client_email: 'robot@acme.example',
    private_key: planted,
  });
  await page.goto(`${list}/new?group=vision-training`);
  await page.getByLabel('Type').selectOption('gcs');
  await page.getByLabel('Bucket').fill('training-results');
  await page
    .getByLabel('Choose file')
    .setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: Buffer.from(key) });
  await expect(page.getByText('Key of robot@acme.example in project acme-project')).toBeVisible();
  await page.getByRole('button', { name: 'Register secret' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'default is registered' })).toBeVisible();
  const stored: unknown = JSON.parse(
    await stack.simulator.storedObjectStore('acme-vision', 'vision-training', 'default'),
  );
  expect(stored).toEqual({
    name: 'default',
    type: 'gcs',
    data: { BUCKET: 'training-results', PRIVATE_KEY: Buffer.from(key).toString('base64') },
  });
});

const pem = (what: string) => `-----BEGIN ${what}-----\n${btoa(planted)}\n-----END ${what}-----`;

test('a data lake and an OSS bucket are registered as SAP documents them', async ({ page, stack }) => {
  const stored = async (name: string): Promise<unknown> =>
    JSON.parse(await stack.simulator.storedObjectStore('acme-vision', 'vision-training', name));
  const register = async (name: string) => {
    await page.getByRole('button', { name: 'Register secret' }).click();
    await expect(page.getByRole('alert').filter({ hasText: `${name} is registered` })).toBeVisible();
  };
  await page.goto(`${list}/new?group=vision-training`);
  await page.getByLabel('Type').selectOption('webhdfs');
  const nameNode = 'https://0a1b2c3d.files.hdl.example.com';
  await page.getByLabel('File container address').fill(nameNode);
  await page.getByLabel('Client certificate', { exact: true }).fill(pem('CERTIFICATE'));
  await page.getByLabel('Private key', { exact: true }).fill(pem('PRIVATE KEY'));
  await page.getByLabel('Headers').fill('{"x-sap-filecontainer":"0a1b2c3d"}');
  await register('default');
  expect(await stored('default')).toMatchObject({
    type: 'webhdfs',
    data: { HDFS_NAMENODE: nameNode, HEADERS: expect.any(String), TLS_CERT: expect.any(String) },
  });

  await page.goto(`${list}/new?group=vision-training`);
  await page.getByLabel('Name').fill('oss-inputs');
  await page.getByLabel('Type').selectOption('oss');
  await page.getByLabel('Bucket').fill('training-inputs');
  await page.getByLabel('Endpoint').fill('oss-cn-shanghai.aliyuncs.com');
  await page.getByLabel('Access key ID').fill('invented-key-id');
  await page.getByLabel('Secret access key', { exact: true }).fill(planted);
  await register('oss-inputs');
  expect(await stored('oss-inputs')).toEqual({
    name: 'oss-inputs',
    type: 'oss',
    data: {
      BUCKET: 'training-inputs',
      ENDPOINT: 'oss-cn-shanghai.aliyuncs.com',
      REGION: '',
      ACCESS_KEY_ID: 'invented-key-id',
      SECRET_ACCESS_KEY: planted,
    },
  });
  expect(await kept(page)).not.toContain(planted);
});
