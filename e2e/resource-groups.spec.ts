import { writes } from './repository-form.ts';
import { expect, test } from './test.ts';
import { setVisibility } from './visibility.ts';

test('a resource group is added, followed until it is ready, labelled, and deleted by its id', async ({
  page,
  stack,
}) => {
  await page.goto('/acme-vision/resource-groups');
  await expect(page.getByRole('row', { name: 'vision-legacy' })).toContainText('Error');
  await page.getByRole('link', { name: 'Add resource group' }).click();
  const id = page.getByLabel('Resource group ID');
  await expect(id).toBeFocused();
  await id.fill('team-a.');
  await page.getByRole('button', { name: 'Add label', exact: true }).click();
  await page.getByLabel('Key').fill('ext.ai.sap.com/stage');
  await page.getByLabel('Value').fill('test');
  await page.getByRole('button', { name: 'Add resource group' }).click();
  await expect(id).toBeFocused();
  await expect(page.getByText('End with a letter or a digit.')).toBeVisible();
  await page.getByRole('button', { name: 'Use team-a' }).click();
  await setVisibility(page, 'hidden');
  await page.getByRole('button', { name: 'Add resource group' }).click();

  await expect(page.getByRole('alert').filter({ hasText: 'Resource group team-a is added' })).toBeFocused();
  const status = page.getByRole('status', { name: 'Status' });
  await expect(status).toContainText('Being set up');
  await setVisibility(page, 'visible');
  await expect(status).toContainText('Ready');
  await expect(page.getByRole('link', { name: 'Register its default object store' })).toHaveAttribute(
    'href',
    '/acme-vision/object-store-secrets/new?group=team-a',
  );

  await page.getByRole('link', { name: 'team-a' }).click();
  await expect(page.getByText('stage=test')).toBeVisible();
  await expect(page.getByText('team-a has no object store “default”.')).toBeVisible();
  await page.getByRole('button', { name: 'Edit labels' }).click();
  const labels = page.getByRole('dialog', { name: 'Labels of team-a' });
  await labels.getByRole('button', { name: 'Add the label for document grounding' }).click();
  await labels.getByRole('button', { name: 'Save labels' }).click();
  await expect(labels).toBeHidden();
  await expect(page.getByText('document-grounding=true')).toBeVisible();

  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete resource group team-a from acme-vision?' });
  await expect(dialog).toContainText('Everything in it is deleted with it');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('team-a');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '“team-a” is being deleted' })).toBeFocused();
  expect(await writes(stack)).toEqual([
    'POST /v2/admin/resourceGroups',
    'PATCH /v2/admin/resourceGroups/team-a',
    'DELETE /v2/admin/resourceGroups/team-a',
  ]);
});

test('a deleted group is shown as being deleted until it is gone; the default one cannot be deleted', async ({
  page,
}) => {
  await page.goto('/acme-vision/resource-groups');
  await expect(page.getByRole('row', { name: 'default' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete default' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete vision-training' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('vision-training');
  await setVisibility(page, 'hidden');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('row', { name: 'vision-training' })).toContainText('Being deleted');
  await setVisibility(page, 'visible');
  await expect(page.getByRole('rowheader', { name: 'vision-training' })).toBeHidden();
  await expect(page.getByText('2 of 50 used')).toBeVisible();
});

test('an id that somebody else has taken meanwhile is not overwritten, and nothing typed is lost', async ({
  page,
  stack,
  context,
}) => {
  await page.goto('/acme-forecast/resource-groups/new');
  await page.getByLabel('Resource group ID').fill('team-b');
  await page.getByRole('button', { name: 'Add the label for document grounding' }).click();
  const other = await context.newPage();
  await other.goto('/acme-forecast/resource-groups/new');
  await other.getByLabel('Resource group ID').fill('team-b');
  await other.getByRole('button', { name: 'Add resource group' }).click();
  await expect(other.getByRole('alert').filter({ hasText: 'team-b is added' })).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Add resource group' }).click();
  await expect(page.getByText('This tenant already has a resource group “team-b”.')).toBeVisible();
  await expect(page.getByLabel('Resource group ID')).toBeFocused();
  await expect(page.getByLabel('Value')).toHaveValue('true');
  expect(await writes(stack)).toEqual(['POST /v2/admin/resourceGroups']);
});
