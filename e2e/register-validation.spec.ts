import { fillSecretForm, openPreview, openRegisterPage } from './secret-form.ts';
import { listenTo } from './spoken.ts';
import { expect, expectAccessible, test } from './test.ts';

test.beforeEach(async ({ page }) => {
  await openRegisterPage(page, 'acme-vision');
});

test('the name is checked as it is typed, and a button corrects it', async ({ page }) => {
  const name = page.getByLabel('Secret name');
  await name.fill('My');
  await expect(page.getByText('“M” is not allowed')).toBeVisible();
  await name.fill('a__b');
  await expect(page.getByText('Put another character between two underscores')).toBeVisible();
  await name.fill('my_registry');
  await page.getByRole('button', { name: 'Use my-registry' }).click();
  await expect(name).toHaveValue('my-registry');
  await expect(page.getByText('Kubernetes does not allow this name')).toBeHidden();
  await expect(page.getByText('Templates refer to it by this name')).toBeVisible();
});

test('an empty form and impossible credentials are refused at their fields, and nothing is sent', async ({
  page,
  stack,
}) => {
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Enter a name for the secret.')).toBeVisible();
  await expect(page.getByText('Enter the registry’s host')).toBeVisible();
  await expect(page.getByText('Enter the username.')).toBeVisible();
  await expect(page.getByText('Enter the access token or password.')).toBeVisible();
  await expect(page.getByLabel('Secret name')).toBeFocused();
  await expectAccessible(page);

  await fillSecretForm(page, { username: 'jo:doe', token: '••••••••' });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('A username cannot contain “:”')).toBeVisible();
  await expect(page.getByText('the bullets or asterisks')).toBeVisible();
  expect((await stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);
  // The error also disappears when the provider fills in the field.
  await page.getByLabel('Registry host').fill('');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Enter the registry’s host')).toBeVisible();
  await page.getByLabel('Registry provider').selectOption('GitHub Container Registry');
  await expect(page.getByLabel('Registry host')).toHaveValue('ghcr.io');
  await expect(page.getByText('Enter the registry’s host')).toBeHidden();
});

const offers = [
  { host: 'ghcr.io/team/app:1', offer: 'ghcr.io' },
  { host: 'https://hub.docker.com', offer: 'https://index.docker.io' },
];
test('a host that no image can have is refused, and the right one is offered; an unreachable host gets a warning', async ({
  page,
}) => {
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
  await field.fill('10.1.2.3');
  await expect(page.getByText('AI Core pulls from public registries only')).toBeVisible();
});

test('white space pasted with a token is removed, reported, and can be kept; typed white space is kept', async ({
  page,
}) => {
  await page.evaluate(() => navigator.clipboard.writeText('not-a-real-token\n'));
  const token = page.getByLabel('Access token', { exact: true });
  await token.focus();
  await page.keyboard.press('Control+V');
  await expect(token).toHaveValue('not-a-real-token');
  await expect(page.getByText('Removed a line break around the token')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(token).toHaveValue('not-a-real-token\n');
  await expect(token).toBeFocused();
  await expect(page.getByText('Starts or ends with a line break')).toBeVisible();
  await token.fill(' not-a-real-token ');
  await expect(page.getByText('Starts or ends with a space')).toBeVisible();
  await expect(token).toHaveValue(' not-a-real-token ');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(token).toHaveValue('not-a-real-token');
});

test('a token in the field of the username is hidden, and a button swaps both', async ({ page }) => {
  await fillSecretForm(page, { host: 'ghcr.io', username: 'ghp_notARealToken', token: 'octocat' });
  const username = page.getByLabel('Username');
  await expect(username).toHaveCSS('-webkit-text-security', 'disc');
  const preview = await openPreview(page);
  await expect(preview).toContainText('••••••••');
  await expect(preview).not.toContainText('notARealToken');
  await page.getByRole('button', { name: 'Swap username and token' }).click();
  await expect(username).toHaveValue('octocat');
  await expect(username).toBeFocused();
  await expect(username).toHaveCSS('-webkit-text-security', 'none');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('ghp_notARealToken');
});

test('the form keeps its height while somebody types, and validates after a pause', async ({ page }) => {
  // Uses the page's own clock, independent of a busy machine: five keys a second.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const form = page.locator('form');
  const host = page.getByLabel('Registry host');
  await host.focus();
  const heights = new Set<number>();
  for (const key of 'mycompany.jfrog.io/docker:1') {
    await page.keyboard.press(key);
    await page.clock.runFor(200);
    heights.add(await form.evaluate((element) => element.getBoundingClientRect().height));
  }
  expect(heights.size).toBe(1);
  await page.clock.runFor(1000);
  await expect(page.getByRole('button', { name: 'Use mycompany.jfrog.io' })).toBeVisible();
});

test('thousands of registries leave the form usable', async ({ page }) => {
  const entry = { username: 'jo', password: 'not-a-real-token' };
  const auths = Object.fromEntries(
    Array.from({ length: 3600 }, (_, index) => [`r${index}.example.com`, entry]),
  );
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(JSON.stringify({ auths }));
  await dialog.getByRole('button', { name: /^Add 3/ }).click();
  await expect(page.getByRole('group', { name: /^Registry \d+$/ })).toHaveCount(50);
  await expect(page.getByText('3,550 more are not shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect(page.getByRole('group', { name: 'Registry 100', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add registry' }).click();
  await expect(page.getByLabel('Registry host')).toBeFocused();
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

test('a hint is read with its field; only problems are announced while one types in another field', async ({
  page,
}) => {
  const heard = await listenTo(page);
  await page.getByLabel('Registry host').fill('123456789012.dkr.ecr.eu-central-1.amazonaws.com');
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription('Always AWS');

  await page.getByLabel('Username').fill('jo');
  await page.getByLabel('Access token', { exact: true }).fill('not-a-real-token');
  await expect(page.getByText('The username for this token is “AWS”.')).toBeVisible();
  const problem = expect.stringContaining('The username for this token is “AWS”.');
  const spoken: string[] = [];
  await expect.poll(async () => spoken.push(...(await heard())) && spoken).toContainEqual(problem);
  expect(spoken).not.toContainEqual(expect.stringContaining('Always AWS'));
});
