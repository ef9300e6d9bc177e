import { pages } from './pages.ts';
import { fillSecretForm } from './secret-form.ts';
import { expect, expectAccessible, test } from './test.ts';

const ofOneThing = pages
  .filter(({ route }) => route.includes('/$name'))
  .map(({ route }) => route.replace('$tenant', 'acme-vision').replace('$name', 'nobody'));
const ofAGroup = ['object-store-secrets', 'generic-secrets'].flatMap((list) =>
  ['', '/new', '/default/rotate'].map((end) => `/acme-vision/${list}${end}?group=nobody`),
);

test('an address of something that the tenant lacks says so, with a link and without a form', async ({
  page,
}) => {
  test.slow();
  for (const address of [...ofOneThing, ...ofAGroup, '/connections/nobody/edit']) {
    await test.step(address, async () => {
      await page.goto(address);
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { name: / not found$/ })).toBeVisible();
      await expect(main.getByRole('link', { name: /^(Open|Back)/ })).toBeVisible();
      await expect(main.getByRole('textbox')).toHaveCount(0);
    });
  }
  await expectAccessible(page);
});

test('a tenant in an address that is not connected is reported as left out', async ({ page }) => {
  await page.goto('/onboarding?like=nobody');
  const like = page.getByLabel('Onboard like');
  await expect(page.getByText('“nobody” is not connected. Choose another tenant.')).toBeVisible();
  await expect(like).toHaveAttribute('aria-invalid', 'true');
  await like.selectOption('acme-vision');
  await expect(like).not.toHaveAttribute('aria-invalid', 'true');

  await page.goto('/rollout?tenant=acme-vision,nobody');
  await fillSecretForm(page);
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await expect(page.getByText('Not connected, so not selected: nobody.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Select acme-vision' })).toBeChecked();
});
