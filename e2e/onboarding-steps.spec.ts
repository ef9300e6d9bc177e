import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { byKeyboard, byMouse, type Hands } from './hands.ts';
import { validRepository } from './repository-form.ts';
import { validSecret } from './secret-form.ts';
import { holdings, type Holding } from './tenant-truth.ts';
import { expect, test } from './test.ts';

const token = 'not-a-real-token';

/** The downloaded checklist: its open steps, and what it names under each step. */
async function handOver(page: Page, hands: Hands): Promise<{ open: string[]; named: Map<string, string[]> }> {
  const waiting = page.waitForEvent('download');
  await hands.press(page.getByRole('button', { name: 'Download Markdown' }));
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text).not.toContain(token);
  const parts = text.split('\n- [').slice(1);
  return {
    open: parts.filter((part) => !part.startsWith('x]')),
    named: new Map(
      parts.map((part) => {
        const [head = '', ...lines] = part.split('\n');
        const title = /\*\*(.+)\*\*/.exec(head)?.[1] ?? '';
        return [title, lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4))];
      }),
    ),
  };
}

const titles = {
  repository: 'A Git repository is added and read',
  application: 'An application syncs the templates',
  group: 'A resource group is ready',
  objectStore: 'Each resource group has its default object store',
  secret: 'A Docker registry secret is registered',
  genericSecret: 'Generic secrets are registered',
  template: 'The templates use the secret',
};

/** What the report names, in the simulator's format. */
function toHolding(named: ReadonlyMap<string, readonly string[]>): Holding {
  const lines = (title: string) => named.get(title) ?? [];
  const names = (title: string) => lines(title).map((line) => line.split(/[:,]/)[0] ?? '');
  const placed = (title: string, before = '') =>
    lines(title).map((line) => line.replace(/^(\S+) \((.+)\)$/, `${before}$2/$1`));
  return {
    repositories: names(titles.repository).toSorted(),
    applications: names(titles.application).toSorted(),
    resourceGroups: names(titles.group).toSorted(),
    objectStores: placed(titles.objectStore).toSorted(),
    secrets: names(titles.secret).toSorted(),
    genericSecrets: placed(titles.genericSecret, 'in-').toSorted(),
  };
}

async function registerStore(page: Page, { type, press }: Hands): Promise<void> {
  await type(page.getByLabel('Bucket'), 'forecast-models');
  await type(page.getByLabel('Endpoint'), 's3.eu-central-1.amazonaws.com');
  await type(page.getByLabel('Region'), 'eu-central-1');
  await type(page.getByLabel('Access key ID'), 'not-a-real-id');
  await type(page.getByLabel('Secret access key', { exact: true }), token);
  await press(page.getByRole('button', { name: 'Register secret' }));
  await expect(page.getByText('Object store secret default is registered')).toBeVisible();
}

for (const hands of [byMouse, byKeyboard]) {
  test(`a new tenant is taken through all steps ${hands.name}, and holds what the report says`, async ({
    page,
    stack,
  }) => {
    test.slow();
    const { press, type, tick, choose } = hands;
    const step = (title: string) =>
      page.getByRole('list', { name: 'Steps' }).getByRole('listitem', { name: title });
    const act = (title: string, name: string) => press(step(title).getByRole('link', { name, exact: true }));
    const backToChecklist = () =>
      press(page.getByRole('navigation').getByRole('link', { name: 'Onboard tenant' }));
    await page.goto('/acme-forecast/onboarding');
    await expect(page.getByText('3 of 8 steps done')).toBeVisible();
    await expect(step(titles.repository)).toContainText('None added yet.');

    await act(titles.repository, 'Add repository');
    await type(page.getByLabel('Repository URL'), validRepository.url);
    await type(page.getByLabel('Repository name'), validRepository.name);
    await type(page.getByLabel('Username'), validRepository.username);
    await type(page.getByLabel('Access token', { exact: true }), token);
    await press(page.getByRole('button', { name: 'Add repository' }));
    await expect(page.getByRole('status', { name: 'Status' })).toContainText('Completed');
    await backToChecklist();
    await expect(step(titles.repository)).toContainText('app: Completed');

    await act(titles.application, 'Add application');
    await choose(page.getByLabel('Git repository', { exact: true }), 'app');
    await type(page.getByLabel('Path', { exact: true }), 'serving');
    await press(page.getByRole('button', { name: 'Add application' }));
    await expect(page.getByRole('alert').filter({ hasText: 'is added' })).toBeVisible();
    await backToChecklist();

    await act(titles.group, 'Add resource group');
    await type(page.getByLabel('Resource group ID'), 'team-a');
    await press(page.getByRole('button', { name: 'Add resource group' }));
    await expect(page.getByRole('alert').filter({ hasText: 'team-a is added' })).toBeVisible();
    await backToChecklist();

    await expect(step(titles.objectStore)).toContainText('None registered yet.');
    await act(titles.objectStore, 'Register object store');
    await registerStore(page, hands);
    await backToChecklist();
    await expect(step(titles.objectStore)).toContainText('Without an object store “default”: team-a.');
    // The form is for the group that lacks the object store.
    await act(titles.objectStore, 'Register object store');
    await expect(page.getByText('in resource group team-a')).toBeVisible();
    await registerStore(page, hands);
    await backToChecklist();

    await act(titles.secret, 'Register secret');
    await type(page.getByLabel('Secret name'), 'first-secret');
    await type(page.getByLabel('Registry host'), validSecret.host);
    await type(page.getByLabel('Username'), validSecret.username);
    await type(page.getByLabel('Access token', { exact: true }), token);
    await press(page.getByRole('button', { name: 'Register' }));
    await expect(page.getByRole('region', { name: 'Image pull secret snippet' })).toBeVisible();
    await backToChecklist();

    await act(titles.genericSecret, 'Register generic secret');
    await type(page.getByLabel('Name', { exact: true }), 'model-key');
    await type(page.getByLabel('Key', { exact: true }), 'API_KEY');
    await type(page.getByLabel('Value', { exact: true }), token);
    await press(page.getByRole('button', { name: 'Register' }));
    await expect(page.getByText('Generic secret model-key is registered')).toBeVisible();
    await backToChecklist();

    await tick(step(titles.template).getByRole('checkbox', { name: titles.template }));
    await expect(step(titles.application)).toContainText('Synced', { timeout: 20_000 });
    await expect(page.getByText('9 of 9 steps done')).toBeVisible();
    const { open, named } = await handOver(page, hands);
    expect(open).toEqual([]);
    const holding = (await holdings(stack)).get('acme-forecast');
    expect(toHolding(named)).toEqual(holding);
    expect(holding?.objectStores).toEqual(['default/default', 'team-a/default']);

    await page.reload();
    await expect(step(titles.template).getByRole('checkbox')).toBeChecked();
    await page.goto('/acme-vision/onboarding');
    await expect(step(titles.template).getByRole('checkbox')).not.toBeChecked();
  });
}
