import { tabToAndPress } from './keyboard.ts';
import { openAddPage, submitAdd } from './repository-form.ts';
import { expect, test } from './test.ts';

test('the name follows the URL until somebody types another', async ({ page }) => {
  await openAddPage(page, 'acme-vision');
  const url = page.getByLabel('Repository URL');
  const name = page.getByLabel('Repository name');
  await url.fill('https://git.example.com/team/First');
  await expect(name).toHaveValue('first');
  await url.fill('https://git.example.com/team/vision-pipelines');
  await expect(name).toHaveValue('vision-pipelines-2');
  await name.fill('my-own');
  await url.fill('https://git.example.com/team/third');
  await expect(name).toHaveValue('my-own');
  await name.fill('My');
  await expect(page.getByText('“M” is not allowed')).toBeVisible();
  await page.getByRole('button', { name: 'Use my' }).click();
  await expect(name).toHaveValue('my');
});

test('credentials inside the URL are moved to their fields, with a note', async ({ page, stack }) => {
  await openAddPage(page, 'acme-vision');
  const url = page.getByLabel('Repository URL');
  await page.evaluate(() =>
    navigator.clipboard.writeText('https://jo:not%2Da-real-token@git.example.com/team/app'),
  );
  await url.focus();
  await page.keyboard.press('Control+V');
  await expect(url).toHaveValue('https://git.example.com/team/app');
  await expect(page.getByLabel('Username')).toHaveValue('jo');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue('not-a-real-token');
  await expect(page.getByText('They were moved to their own fields')).toBeVisible();

  await url.fill('http://other:another-token@git.example.com/team/second.git');
  await expect(url).toHaveValue('http://git.example.com/team/second.git');
  await expect(page.getByLabel('Username')).toHaveValue('jo');
  await expect(page.getByText('the fields below are unchanged')).toBeVisible();
  await tabToAndPress(
    page.getByRole('button', { name: 'Use https://git.example.com/team/second.git' }),
    'Enter',
  );
  await expect(url).toHaveValue('https://git.example.com/team/second.git');
  await submitAdd(page);
  await expect(page.getByRole('alert').filter({ hasText: 'second is added' })).toBeVisible();
  expect(await stack.simulator.storedRepository('acme-vision', 'second')).toBe(
    JSON.stringify({
      name: 'second',
      url: 'https://git.example.com/team/second.git',
      username: 'jo',
      password: 'not-a-real-token',
    }),
  );
});

const conversions = [
  {
    typed: 'git@github.com:team/app.git',
    says: 'This is an ssh address',
    use: 'https://github.com/team/app.git',
  },
  {
    typed: 'https://github.com/team/app/tree/main/templates',
    says: 'This is a page inside the repository',
    use: 'https://github.com/team/app',
  },
];
test('a URL of a wrong form is explained, and the right one is offered', async ({ page }) => {
  await openAddPage(page, 'acme-vision');
  const url = page.getByLabel('Repository URL');
  for (const { typed, says, use } of conversions) {
    // By mouse, directly from the field.
    await url.fill(typed);
    await page.getByRole('button', { name: `Use ${use}`, exact: true }).click();
    await expect(url).toHaveValue(use);
    await url.fill(typed);
    await page.getByLabel('Username').focus();
    await expect(page.getByText(says)).toBeVisible();
    await expect(url).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: `Use ${use}`, exact: true }).click();
    await expect(url).toHaveValue(use);
    await expect(url).toHaveAttribute('aria-invalid', 'false');
  }
  // Only a warning.
  await url.fill('https://gitlab.com/team/app');
  await expect(page.getByText('AI Core needs “.git”')).toBeVisible();
  await page.getByRole('button', { name: 'Use https://gitlab.com/team/app.git' }).click();
  await expect(url).toHaveValue('https://gitlab.com/team/app.git');
  await expect(page.getByText('AI Core needs “.git”')).toBeHidden();
});
