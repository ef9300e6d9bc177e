import { fillSecretForm, openRegisterPage } from './secret-form.ts';
import {
  images,
  openTemplates,
  servingTemplate,
  templateField,
  workflowTemplate,
  writeTemplate,
} from './template-page.ts';
import { expect, expectAccessible, test } from './test.ts';
import type { Page } from '@playwright/test';

/** Registers a secret, so that this browser knows its registries. */
async function registerSecret(page: Page, name: string, host: string, username: string): Promise<void> {
  await openRegisterPage(page, 'acme-vision');
  await fillSecretForm(page, { name, host, username });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
}

const listed = (page: Page) => images(page).getByRole('list', { name: 'Images' }).getByRole('listitem');

test('each image says which entry of which secret pulls it, or why none does', async ({ page }) => {
  await registerSecret(page, 'ghcr-models', 'ghcr.io', 'octo');
  await openTemplates(page);
  const template = [
    workflowTemplate.trimEnd(),
    '      initContainers:',
    '        - {name: init, image: "ghcr.io:443/acme/init:1"}',
    '      sidecars:',
    '        - {name: proxy, image: registry.example.com/tools/proxy}',
    '    - name: scripted',
    '      script: {image: "{{inputs.parameters.image}}"}',
    '    - name: wrong',
    '      container: {image: ghcr.io/Acme/app}',
    '',
  ].join('\n');
  await writeTemplate(page, template);
  await expect(listed(page)).toHaveCount(5);
  await page.getByRole('checkbox', { name: 'ghcr-models' }).check();
  await expect(images(page)).toContainText('1 of 5 images are covered');
  const image = (text: string) => listed(page).filter({ hasText: text });
  await expect(image('ghcr.io/acme/train:1.0')).toContainText('Pulled with ghcr.io as octo, in ghcr-models.');
  await expect(image('ghcr.io/acme/train:1.0')).toContainText(
    'WorkflowTemplate train, spec.templates[0].container.image, line 16',
  );
  await expect(image('ghcr.io:443/acme/init:1')).toContainText(
    '“ghcr.io” has no port, the image has port 443.',
  );
  await expect(image('registry.example.com/tools/proxy')).toContainText(
    'This would match: registry.example.com.',
  );
  await expect(image('{{inputs.parameters.image}}')).toContainText('Could not tell');
  await expect(image('ghcr.io/Acme/app')).toContainText('Not a valid image “Acme” has capital letters');
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: 'Hide covered images' }).check();
  await expect(listed(page)).toHaveCount(4);
  await image('registry.example.com/tools/proxy').getByRole('button', { name: 'line 21' }).press('Enter');
  await expect(templateField(page)).toBeFocused();
});

test('if nothing is known of a secret, the page says so, and its hosts can be entered for the check', async ({
  page,
}) => {
  await openTemplates(page);
  await writeTemplate(page, workflowTemplate);
  await expect(listed(page)).toContainText('No entry matches.');
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await expect(listed(page)).toContainText('the registries in “docker-hub” are not known');
  await expect(images(page)).toContainText('AI Core never returns what a secret contains');
  const hosts = images(page).getByRole('textbox', { name: 'Registry hosts in docker-hub' });
  await hosts.fill('registry.example.com, ghcr.io');
  await expect(listed(page)).toContainText('Pulled with ghcr.io, in docker-hub.');
  await hosts.fill('quay.io');
  await expect(listed(page)).toContainText('The closest entry is “quay.io”, a different host than ghcr.io.');
});

test('where Kubernetes and Knative differ, there is a warning for a ServingTemplate but not for a WorkflowTemplate', async ({
  page,
}) => {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const hub = workflowTemplate.replace('ghcr.io/acme/train:1.0', 'redis');
  await writeTemplate(page, [hub, servingTemplate].join('---\n'));
  await images(page).getByRole('textbox', { name: 'Registry hosts in docker-hub' }).fill('docker.io');
  await expect(listed(page)).toHaveCount(2);
  await expect(listed(page).nth(0)).toContainText('Pulled with docker.io');
  await expect(listed(page).nth(0)).not.toContainText('Knative');
  await expect(listed(page).nth(1)).toContainText('Knative does not use “docker.io” for Docker Hub');
  await expect(listed(page).nth(1)).toContainText('Use https://index.docker.io');
});

test('gaps in examples are reported: a name to fill in, a tag, a default, a missing command', async ({
  page,
}) => {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const template = [
    workflowTemplate.trimEnd().replace('ghcr.io/acme/train:1.0', 'docker.io/<YOUR_DOCKER_USERNAME>/train:01'),
    '    - name: tag',
    '      container: {image: "ghcr.io/acme/llm:{{inputs.parameters.tag}}", command: [run]}',
    '    - name: default',
    '      inputs: {parameters: [{name: image, default: "ghcr.io/acme/app:2"}]}',
    '      container: {image: "{{inputs.parameters.image}}", command: [run]}',
    '    - name: bare',
    '      container: {image: redis}',
    '',
  ].join('\n');
  await writeTemplate(page, template);
  await images(page).getByRole('textbox', { name: 'Registry hosts in docker-hub' }).fill('docker.io ghcr.io');
  const image = (text: string) => listed(page).filter({ hasText: text });
  await expect(image('train:01')).toContainText(
    'Placeholder left “<YOUR_DOCKER_USERNAME>” is a placeholder.',
  );
  await expect(image('llm:')).toContainText('Covered Pulled with ghcr.io');
  await expect(image('{{inputs.parameters.image}}')).toContainText(
    'With its parameters’ values and defaults: ghcr.io/acme/app:2.',
  );
  await expect(image('{{inputs.parameters.image}}')).toContainText('Covered Pulled with ghcr.io');
  await expect(image('redis')).toContainText('Partly covered Pulled with docker.io');
  await expect(image('redis')).toContainText('The container has no command, so Argo first reads the image');
  await expect(images(page)).toContainText('2 of 4 images are covered');
});
