import { copiedTemplate, openTemplates, servingTemplate, templateField } from './template-page.ts';
import { expect, test } from './test.ts';

test('hints name their source and are fixed in the text, and none of them prevents copying', async ({
  page,
}) => {
  await openTemplates(page);
  const text = servingTemplate.replace('name: serve', 'name: Serve_It');
  await templateField(page).fill(text);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const hints = page.getByRole('region', { name: 'Hints' });
  const parameter = hints.getByRole('listitem').filter({ hasText: 'needs at least one input parameter' });
  await expect(parameter.getByRole('link', { name: 'SAP documentation' })).toHaveAttribute(
    'href',
    /^https:\/\/help\.sap\.com\/docs\/AI_CORE\/.*20a8667ef19e4de59a4469cb542a7457\.html$/,
  );

  await hints.getByRole('button', { name: 'Use serve-it' }).click();
  await expect(hints.getByRole('status')).toContainText('Line 4 changed.');
  await expect(templateField(page)).toContainText('name: serve-it');
  await expect(hints.getByRole('button', { name: 'Use serve-it' })).toHaveCount(0);
  await hints.getByRole('button', { name: 'Undo' }).click();
  await expect(templateField(page)).toContainText('name: Serve_It');

  await hints.getByRole('button', { name: 'Use serve-it' }).click();
  await hints.getByText(/more to consider/).click();
  await hints.getByRole('button', { name: 'Add host' }).click();
  await expect(templateField(page)).toContainText('image: docker.io/library/redis');
  await expect(parameter).toBeVisible();
  const copied = await copiedTemplate(page);
  expect(copied.replace(/ {8}imagePullSecrets:\n.*\n/, '')).toBe(
    text.replace('Serve_It', 'serve-it').replace('image: redis', 'image: docker.io/library/redis'),
  );
});
