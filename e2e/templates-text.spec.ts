import {
  chooseTenant,
  copiedTemplate,
  documents,
  downloadedTemplate,
  dropFile,
  expectTemplate,
  openTemplates,
  patchedWorkflow,
  result,
  servingTemplate,
  templateField,
  withCrLf,
  workflowTemplate,
  writeTemplate,
} from './template-page.ts';
import { expect, expectAccessible, test } from './test.ts';

test('a dropped file keeps its name and its line breaks, byte for byte; typed lines get the same breaks', async ({
  page,
}) => {
  await openTemplates(page);
  await dropFile(page, 'training.yml', `\uFEFF${withCrLf(workflowTemplate)}`);
  await expect(page.getByText('training.yml', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await expect(page.getByText('2 lines added')).toBeVisible();
  const expected = `\uFEFF${withCrLf(patchedWorkflow)}`;
  expect(await copiedTemplate(page)).toBe(expected);
  expect(await downloadedTemplate(page)).toEqual({ name: 'training.yml', text: expected });

  await templateField(page).press('ControlOrMeta+End');
  await page.keyboard.type('# the end\n');
  await expect(page.getByRole('button', { name: 'Copy template' })).toBeEnabled();
  await expect(result(page).getByText('# the end').first()).toBeHidden();
  expect(await copiedTemplate(page)).toBe(`${expected}# the end\r\n`);
});

test('a pasted text keeps its line breaks', async ({ page }) => {
  await openTemplates(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), withCrLf(workflowTemplate));
  await templateField(page).press('ControlOrMeta+V');
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await expect(page.getByText('2 lines added')).toBeVisible();
  const { name, text } = await downloadedTemplate(page);
  expect({ name, text }).toEqual({ name: 'template.yaml', text: withCrLf(patchedWorkflow) });
});

test('a broken template is marked and explained with its line; the last result stays, greyed', async ({
  page,
}) => {
  const broken = workflowTemplate.replace('["python"]', '["python"');
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await writeTemplate(page, workflowTemplate);
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);
  await writeTemplate(page, broken);
  await expect(page.locator('.cm-lineNumbers')).toContainText('17');
  await expect(templateField(page).locator('.cm-comment').first()).toHaveText('# the training');
  await expect(page.getByText('Line 17, column 18. This bracket is never closed.')).toBeVisible();
  await expect(templateField(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(result(page)).toContainText('Result of the last readable text.');
  await expect(result(page).getByRole('row', { name: /\+\s+- name: docker-hub/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cop' })).toBeDisabled();
  await expectAccessible(page);

  await templateField(page).locator('.cm-lintRange-error').hover();
  await expect(page.locator('.cm-tooltip')).toContainText('This bracket is never closed.');
  await page.getByRole('button', { name: 'Go to line 17' }).click();
  await expect(templateField(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('[');
  await expectTemplate(page, broken);

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(']');
  await expect(page.getByText('This bracket is never closed.')).toHaveCount(0);
  await expect(templateField(page)).toHaveAttribute('aria-invalid', 'false');
  await expect(result(page)).not.toContainText('Result of the last text');
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);
});

test('nothing typed is lost: another text can be undone, and the draft is kept for every page and tenant', async ({
  page,
}) => {
  await openTemplates(page);
  await writeTemplate(page, workflowTemplate);
  await dropFile(page, 'other.yaml', servingTemplate);
  await expectTemplate(page, servingTemplate);
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expectTemplate(page, workflowTemplate);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();

  // Typed just before the page is left.
  await templateField(page).press('ControlOrMeta+End');
  await page.keyboard.type('# end');
  await page.getByRole('list', { name: 'Images' }).getByRole('link', { name: 'docker-hub' }).click();
  await expect(page.getByRole('heading', { name: 'docker-hub', level: 1 })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Templates' }).click();
  await chooseTenant(page, 'acme-forecast');
  await expectTemplate(page, `${workflowTemplate}# end`);
  await expect(page.getByText('Choose the secrets to add to the template.')).toBeVisible();

  await chooseTenant(page, 'acme-vision');
  await expect(page.getByRole('checkbox', { name: 'docker-hub' })).toBeChecked();
  expect(await copiedTemplate(page)).toBe(`${patchedWorkflow}# end`);
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toContain('WorkflowTemplate');
});

test('a file that is no text is refused, and the text stays', async ({ page }) => {
  await openTemplates(page);
  await writeTemplate(page, workflowTemplate);
  await expect(documents(page)).toContainText('WorkflowTemplate train');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open file…' }).click(),
  ]);
  await chooser.setFiles({
    name: 'photo.yaml',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0xff, 0, 1]),
  });
  await expect(page.getByText('photo.yaml is not a UTF-8 text file')).toBeVisible();
  await expectTemplate(page, workflowTemplate);
});

/** One step of a long template. */
function step(index: number): string {
  return [
    `    - name: step-${index}`,
    '      container:',
    `        image: ghcr.io/acme/step-${index}:1.0`,
    '        args: ["{{inputs.parameters.epochs}}"]',
    '',
  ].join('\n');
}

test('a template of 1 MB is patched while typing continues', async ({ page }) => {
  const steps = Array.from({ length: 9000 }, (_, index) => step(index)).join('');
  const large = workflowTemplate.replace(/ {4}- name: main[^]*/, steps);
  expect(large.length).toBeGreaterThan(1_000_000);
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await dropFile(page, 'large.yaml', large);
  await templateField(page).press('ControlOrMeta+Home');
  await page.keyboard.type('# typed\n');
  await expect(templateField(page).locator('.cm-line').nth(1)).toHaveText('# the training');
  await expect(documents(page)).toContainText('lines 13 to 14', { timeout: 30_000 });
  await expect(page.getByText('of 9,000 images are covered')).toBeVisible();
  const { text } = await downloadedTemplate(page);
  const added = 'spec:\n  imagePullSecrets:\n    - name: docker-hub\n';
  expect(text === `# typed\n${large.replace('spec:\n', added)}`).toBe(true);
});

test('a text that takes for ever to read blocks nothing: typing continues, and another text is read', async ({
  page,
}) => {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  await dropFile(page, 'hostile.yaml', `a: [${']'.repeat(1_000_000)}`);
  await page.getByRole('textbox', { name: 'Another name' }).fill('typed-meanwhile');
  await expect(page.getByRole('textbox', { name: 'Another name' })).toHaveValue('typed-meanwhile');
  await dropFile(page, 'training.yml', workflowTemplate);
  await expect(page.getByText('2 lines added')).toBeVisible();
  expect(await copiedTemplate(page)).toBe(patchedWorkflow);
});
