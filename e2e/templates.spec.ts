import { holdRequests } from './held-code.ts';
import { fillSecretForm, openRegisterPage } from './secret-form.ts';
import { chooseFromRow } from './secrets-list-page.ts';
import {
  copiedTemplate,
  documents,
  openTemplates,
  patchedWorkflow,
  result,
  servingTemplate,
  templateField,
  workflowTemplate,
  writeTemplate,
} from './template-page.ts';
import { tabTo, tabToAndPress } from './keyboard.ts';
import { expect, expectAccessible, test } from './test.ts';

const patchedServing = servingTemplate.replace(
  'predictor:\n',
  'predictor:\n        imagePullSecrets:\n        - name: docker-hub\n',
);

test('both kinds of templates get the secret in the right place, beside the original, once', async ({
  page,
}) => {
  await openTemplates(page);
  await writeTemplate(page, workflowTemplate);
  await expect(page.getByText('Choose a secret to add the list.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await expect(page.getByText('2 lines added')).toBeVisible();
  const diff = result(page).getByRole('table', { name: 'What changes' });
  await expect(diff.getByRole('row', { name: /\+\s+- name: docker-hub/ })).toBeVisible();
  await expectAccessible(page);
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);

  await writeTemplate(page, servingTemplate);
  await expect(documents(page)).toContainText('ServingTemplate serve imagePullSecrets added');
  expect(await copiedTemplate(page)).toBe(patchedServing);

  await writeTemplate(page, patchedWorkflow);
  await expect(documents(page)).toContainText('it already lists them');
  await expect(result(page)).toContainText('No line changes.');
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);
});

test('the whole job works by keyboard alone', async ({ page }) => {
  await openTemplates(page);
  await tabToAndPress(page.getByRole('checkbox', { name: 'docker-hub' }), 'Space');
  await tabTo(templateField(page));
  await page.keyboard.insertText(workflowTemplate);
  await expect(page.getByText('2 lines added')).toBeVisible();
  await tabToAndPress(page.getByRole('button', { name: 'Show more of 8 unchanged lines' }), 'Enter');
  await expect(result(page).getByText('# shown in the launchpad')).toBeVisible();
  await tabToAndPress(page.getByRole('button', { name: 'Copy template' }), 'Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(patchedWorkflow);
});

test('several secrets are inserted in the chosen order, and the page says which', async ({ page }) => {
  await openTemplates(page);
  await writeTemplate(page, workflowTemplate);
  await page.getByRole('checkbox', { name: 'harbor-training' }).check();
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const order = page.getByText('In this order: harbor-training, docker-hub');
  await expect(order.getByRole('link')).toHaveText(['harbor-training', 'docker-hub']);
  await expect(page.getByText('3 lines added')).toBeVisible();
  expect(await copiedTemplate(page)).toContain('    - name: harbor-training\n    - name: docker-hub\n');
});

test('a name can be typed, and the page explains what is wrong with a bad one', async ({ page }) => {
  await openTemplates(page, 'acme-forecast');
  await expect(page.getByText('This tenant has no secret yet.')).toBeVisible();
  await writeTemplate(page, workflowTemplate);
  const name = page.getByRole('textbox', { name: 'Another name' });
  await name.fill('Not_Valid');
  await expect(page.getByText('“N” is not allowed')).toBeVisible();
  await name.fill('soon-registered');
  await name.press('Enter');
  await expect(page.getByRole('checkbox', { name: /soon-registered/ })).toBeChecked();
  await expect(page.getByText('not in this tenant')).toBeVisible();
  await expect(name).toHaveValue('');
  expect(await copiedTemplate(page)).toContain('    - name: soon-registered\n');
});

test('a secret’s menu leads here, with the secret chosen', async ({ page }) => {
  await page.goto('/acme-vision/docker-registry-secrets');
  await chooseFromRow(page, 'harbor-training', 'Put into a template');
  await expect(page.getByRole('heading', { name: 'Templates', level: 1 })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'harbor-training' })).toBeChecked();
  await writeTemplate(page, workflowTemplate);
  await expect(result(page)).toContainText('- name: harbor-training');
});

test('an address may name a secret that the tenant lacks, but not an impossible name', async ({ page }) => {
  await page.goto('/acme-vision/templates?secret=docker-hub,not-there');
  await expect(page.getByRole('checkbox', { name: 'docker-hub' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'not-there' })).toBeChecked();
  await page.goto(`/acme-vision/templates?secret=${encodeURIComponent('x: [')}`);
  await expect(page.getByRole('checkbox', { name: 'docker-hub' })).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('a long list of secrets is searched', async ({ page }) => {
  await openTemplates(page, 'globex-chat');
  await expect(page.getByRole('checkbox')).toHaveCount(50);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('-07');
  await expect(page.getByRole('checkbox')).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search secrets' }).fill('nothing');
  await expect(page.getByText('No name contains “nothing”.')).toBeVisible();
});

test('secrets come with their marks, so that none moves', async ({ page }) => {
  const letThrough = await holdRequests(page, '**/secret-notes');
  await openTemplates(page);
  await expect(page.getByText('0 of 3 chosen')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  letThrough();
  await expect(page.getByRole('checkbox')).toHaveCount(3);
});

test('a failed list of secrets says why, can be tried again, and blocks nothing', async ({ page, stack }) => {
  await stack.simulator.failTenant('acme-vision', 'fail-500');
  await openTemplates(page);
  const alert = page.getByRole('alert').filter({ hasText: 'AI Core failed to carry out the request (500)' });
  await expect(alert).toContainText('Request ID');
  const [above, below] = await Promise.all([
    alert.boundingBox(),
    page.getByText('Choose the secrets to add').boundingBox(),
  ]);
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? Infinity) + (above?.height ?? 0));
  await page.getByRole('textbox', { name: 'Another name' }).fill('docker-hub');
  await page.getByRole('button', { name: 'Add' }).click();
  await writeTemplate(page, workflowTemplate);
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);
  await stack.simulator.failTenant('acme-vision', 'none');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('checkbox', { name: 'docker-hub' })).toBeChecked();
  await expect(page.getByRole('checkbox')).toHaveCount(3);
});

test('several documents: each by its kind, others listed, ignored ones pointed out', async ({ page }) => {
  const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';
  const oldServing = servingTemplate.replace('spec:\n', 'spec:\n  imagePullSecrets:\n    - name: old\n');
  const noSpec = 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata:\n  name: empty\n';
  const synced = workflowTemplate.replace('name: train', 'name: vision-pipelines-training');
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await writeTemplate(page, [synced, configMap, oldServing, noSpec].join('---\n'));
  const listed = documents(page).getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(listed).toHaveCount(4);
  await expect(listed.nth(0)).toContainText('pipelines-training imagePullSecrets added, lines 12 to 13.');
  await expect(listed.nth(0)).toContainText(
    'The application vision-training keeps this template in sync from main:/training: change it there.',
  );
  await expect(documents(page).getByRole('link')).toHaveText(['vision-training']);
  await expect(documents(page)).toContainText('AI Core lists synced templates by kind and name only');
  await expect(listed.nth(1)).toContainText('ConfigMap settings Unchanged');
  await expect(listed.nth(2)).toContainText('ServingTemplate serve imagePullSecrets added');
  await expect(listed.nth(2)).toContainText('has no effect in a ServingTemplate');
  await expect(listed.nth(3)).toContainText('Workflow empty Not changed: “spec” is missing');
  await expectAccessible(page);
  await listed
    .nth(3)
    .getByRole('button', { name: /Go to line/ })
    .click();
  await expect(templateField(page)).toBeFocused();
  await listed.nth(0).getByRole('link', { name: 'vision-training' }).click();
  await expect(page.getByRole('heading', { name: 'vision-training', level: 1 })).toBeVisible();
});

test('names that are not secrets of the tenant are reported, and replaced by the chosen one', async ({
  page,
}) => {
  await openTemplates(page);
  const named = servingTemplate.replace(
    'predictor:\n',
    'predictor:\n        imagePullSecrets:\n        - name: Default\n        - name: credstutorialrepo\n',
  );
  await writeTemplate(page, named);
  await expect(documents(page)).toContainText('“Default” is not a valid secret name');
  await expect(documents(page)).toContainText('this tenant has no secret “credstutorialrepo”');
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await documents(page).getByRole('button', { name: 'Replace Default' }).click();
  await expect(documents(page)).toContainText('Placeholder replaced');
  expect(await copiedTemplate(page)).toBe(named.replace('Default', 'docker-hub'));
  await documents(page).getByRole('button', { name: 'Keep Default' }).click();
  await expect(documents(page)).toContainText('“Default” is not a valid secret name');
  expect(await copiedTemplate(page)).toContain(
    '        - name: Default\n        - name: credstutorialrepo\n        - name: docker-hub\n',
  );
});

test('reasons for Argo or AI Core to refuse the file are shown beside the patch', async ({ page }) => {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const unquoted = workflowTemplate.replace('["python"]', '{{inputs.parameters.command}}');
  await writeTemplate(page, `${unquoted}---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: registry\n`);
  const listed = documents(page).getByRole('list', { name: 'Documents' }).getByRole('listitem');
  await expect(listed.nth(0)).toContainText('imagePullSecrets added');
  await expect(listed.nth(0)).toContainText('a {{…}} without quotes is not valid YAML');
  await expect(listed.nth(1)).toContainText('AI Core does not sync a Git repository that contains one');
});

test('a minimal template is offered as a start', async ({ page }) => {
  await openTemplates(page);
  await expect(page.getByRole('heading', { name: 'No template yet?' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'harbor-training' }).check();
  const image = page.getByRole('textbox', { name: 'Image', exact: true });
  await image.fill('ghcr.io/Acme/app');
  await expect(page.getByText('“Acme” has capital letters')).toBeVisible();
  await image.fill('ghcr.io/acme/app:2');
  await page.getByRole('button', { name: 'Start with a ServingTemplate' }).press('Enter');
  await expect(templateField(page)).toContainText('kind: ServingTemplate');
  await expect(templateField(page)).toContainText(/- name: "?harbor-training/);
  await expect(templateField(page)).toContainText(/image: "ghcr.io\/acme\/app:2"/);
  await expect(documents(page)).toContainText('it already lists them');
});

test('a starter without a secret has a placeholder that the chosen one replaces', async ({ page }) => {
  await openTemplates(page);
  await page.getByRole('button', { name: 'Start with a WorkflowTemplate' }).click();
  await expect(templateField(page)).toContainText(/<Name of your Docker registry secret>/);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await expect(documents(page)).toContainText('Placeholder replaced');
});

test('on a narrow screen the result is one click away, Copy in reach, and nothing overflows', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openTemplates(page);
  await writeTemplate(page, [workflowTemplate, servingTemplate].join('---\n'));
  await page.getByRole('checkbox', { name: 'ghcr-acme-vision' }).check();
  await expect(page.getByText('4 lines added')).toBeVisible();
  await page.getByRole('button', { name: 'Changes' }).click();
  const diff = result(page).getByRole('table', { name: 'What changes' });
  await expect(diff.getByRole('row', { name: /\+\s+- name: ghcr-acme-vision/ })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Copy template' })).toBeInViewport();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the worker and the diff are loaded on this page only', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page);
  expect(loaded.filter((url) => url.includes('template'))).toEqual([]);
  await openTemplates(page);
  await expect.poll(() => loaded.filter((url) => url.includes('template-worker')).length).toBe(1);
});
