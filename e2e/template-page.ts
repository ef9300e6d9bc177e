import type { Locator, Page } from '@playwright/test';
import { hears } from './spoken.ts';
import { expect } from './test.ts';

export const workflowTemplate = `# the training
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
  annotations:
    scenarios.ai.sap.com/name: "Vision"   # shown in the launchpad
    scenarios.ai.sap.com/description: 'Finds cats'
  labels:
    scenarios.ai.sap.com/id: vision
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: ghcr.io/acme/train:1.0
        command: ["python"]
`;

/** The same template with the secret docker-hub inserted. */
export const patchedWorkflow = workflowTemplate.replace(
  'spec:\n',
  'spec:\n  imagePullSecrets:\n    - name: docker-hub\n',
);

export const servingTemplate = `apiVersion: ai.sap.com/v1alpha1
kind: ServingTemplate
metadata:
  name: serve
spec:
  template:
    apiVersion: "serving.kserve.io/v1beta1"
    spec: |
      predictor:
        minReplicas: {{inputs.parameters.minReplicas}}
        containers:
        - name: kserve-container
          image: redis
`;

export const withCrLf = (text: string): string => text.replaceAll('\n', '\r\n');

export function templateField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Template (YAML)' });
}

/** Empties the editor first: for a replacement the browser may add a style attribute, which the policy blocks. */
export async function writeTemplate(page: Page, text: string): Promise<void> {
  await templateField(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

/** Expects the field to contain this text. */
export async function expectTemplate(page: Page, text: string): Promise<void> {
  await expect(templateField(page).locator('.cm-line')).toHaveText(text.split('\n'), {
    useInnerText: true,
  });
}

export function result(page: Page): Locator {
  return page.getByRole('region', { name: 'Result' });
}

/** The list of documents and what the page says of each. */
export function documents(page: Page): Locator {
  return page.getByRole('region', { name: 'Documents' });
}

export function images(page: Page): Locator {
  return page.getByRole('region', { name: 'Images' });
}

export async function openTemplates(page: Page, tenant = 'acme-vision'): Promise<void> {
  await page.goto(`/${tenant}/templates`);
  await expect(page.getByRole('heading', { name: 'Templates', level: 1 })).toBeVisible();
}

/** Switches to another tenant, on the same page. */
export async function chooseTenant(page: Page, tenant: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Tenant' }).fill(tenant);
  await page.getByRole('option', { name: tenant }).click();
  await expect(page).toHaveURL(new RegExp(`/${tenant}/`));
}

/** Drops a file onto the field, as from a desktop folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'application/yaml' }));
      return transfer;
    },
    [name, text] as const,
  );
  await templateField(page).dispatchEvent('drop', { dataTransfer });
}

export async function copiedTemplate(page: Page): Promise<string> {
  const copy = page.getByRole('button', { name: 'Copy template' });
  await expect(copy).toBeEnabled();
  const copied = await hears(page, 'Copied');
  await copy.click();
  await copied();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The name and the content of the saved file, byte for byte. */
export async function downloadedTemplate(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}
