import { fillSecretForm, openRegisterPage } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';

test.beforeEach(async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
});

test('the name is checked as it is typed', async ({ page }) => {
  const name = page.getByLabel('Secret name');
  await name.pressSequentially('My');
  await expect(page.getByText('“M” is not allowed')).toBeVisible();
  await name.fill('a__b');
  await expect(page.getByText('Put another character between two underscores')).toBeVisible();
  await name.fill('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');
  await expect(page.getByText('“!” is not allowed')).toBeVisible();
  await name.fill('my-registry');
  await expect(page.getByText('What templates write in imagePullSecrets')).toBeVisible();
});

test('an empty form is refused with a sentence at each field, and nothing is sent', async ({
  page,
  stack,
}) => {
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Enter a name for the secret.')).toBeVisible();
  await expect(page.getByText('Enter the registry’s host')).toBeVisible();
  await expect(page.getByText('Enter the username.')).toBeVisible();
  await expect(page.getByText('Enter the access token or password.')).toBeVisible();
  await expect(page.getByLabel('Secret name')).toBeFocused();
  expect((await stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);
  await expectAccessible(page);
});

const offers = [
  { host: 'ghcr.io/team/app:1', offer: 'ghcr.io' },
  { host: 'https://hub.docker.com', offer: 'https://index.docker.io' },
  { host: 'registry-1.docker.io', offer: 'https://index.docker.io' },
  { host: 'oci://quay.io', offer: 'quay.io' },
];
test('a host that no image has is refused, and the right one offered', async ({ page }) => {
  const field = page.getByLabel('Registry host');
  for (const { host, offer } of offers) {
    await field.fill(host);
    await page.getByLabel('Username').focus();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: `Use ${offer}` }).click();
    await expect(field).toHaveValue(offer);
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await expect(field).toBeFocused();
  }
});

test('an address that AI Core cannot reach is warned about', async ({ page }) => {
  const warning = page.getByText('AI Core pulls from public registries only');
  for (const host of ['localhost:5000', '10.1.2.3', 'registry.local', 'registry']) {
    await page.getByLabel('Registry host').fill(host);
    await expect(warning).toBeVisible();
    await page.getByLabel('Registry host').fill('registry.example.com');
    await expect(warning).toBeHidden();
  }
});

test('a username with a colon is refused', async ({ page }) => {
  await fillSecretForm(page, { username: 'jo:doe' });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('A username cannot contain “:”')).toBeVisible();
});

test('white space around a token is kept, pointed out, and removed on request', async ({ page }) => {
  const token = page.getByLabel('Access token', { exact: true });
  await token.fill(' not-a-real-token ');
  await expect(page.getByText('There is white space before or after it')).toBeVisible();
  await expect(token).toHaveValue(' not-a-real-token ');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(token).toHaveValue('not-a-real-token');
});

test('a line break pasted with a token is not dropped without a word', async ({ page }) => {
  await page.evaluate(() => navigator.clipboard.writeText('not-a-real-token\n'));
  const token = page.getByLabel('Access token', { exact: true });
  await token.focus();
  await page.keyboard.press('Control+V');
  await expect(page.getByText('There is a line break before or after it')).toBeVisible();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('not-a-real-token\n');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('not-a-real-token');
});

test('leaving with something typed asks first', async ({ page }) => {
  await page.getByLabel('Secret name').fill('half-done');
  await page.getByRole('link', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('half-done');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'Docker registry secrets', level: 1 })).toBeVisible();
});
