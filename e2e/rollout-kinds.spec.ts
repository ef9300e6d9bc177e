import type { Page } from '@playwright/test';
import { allAsked, confirmNumber, finished, writesByTenant } from './rollout-page.ts';
import { holdings, type Holding } from './tenant-truth.ts';
import { expect, test as base } from './test.ts';

const test = base.extend({ simulatorFlags: '--tenants 5' });

interface Kind {
  readonly kind: string;
  /** The list of a tenant's holding that contains it, and its entry there. */
  readonly held: keyof Holding;
  readonly as: string;
  readonly name: string;
  readonly nameLabel: string;
  readonly fill: (page: Page) => Promise<void>;
}

const token = 'not-a-real-token';
const kinds: readonly Kind[] = [
  {
    kind: 'Application',
    held: 'applications',
    as: 'app-serving',
    name: 'app-serving',
    nameLabel: 'Name of the application',
    fill: async (page) => {
      await page.getByLabel('Repository URL').fill('https://git.example.com/team/app');
      await page.getByLabel('Path').fill('serving');
      await page.getByLabel('Application name').fill('app-serving');
    },
  },
  {
    kind: 'Resource group',
    held: 'resourceGroups',
    as: 'team-a',
    name: 'team-a',
    nameLabel: 'Id of the resource group',
    fill: (page) => page.getByLabel('Resource group ID').fill('team-a'),
  },
  {
    kind: 'Object store secret',
    held: 'objectStores',
    as: 'default/inputs',
    name: 'inputs',
    nameLabel: 'Name of the object store secret',
    fill: async (page) => {
      await page.getByLabel('Name').fill('inputs');
      await page.getByLabel('Bucket').fill('training-inputs');
      await page.getByLabel('Endpoint').fill('s3.eu-central-1.amazonaws.com');
      await page.getByLabel('Region').fill('eu-central-1');
      await page.getByLabel('Access key ID').fill('not-a-real-id');
      await page.getByLabel('Secret access key', { exact: true }).fill(token);
    },
  },
  {
    kind: 'Generic secret',
    held: 'genericSecrets',
    as: 'in-default/model-key',
    name: 'model-key',
    nameLabel: 'Name of the generic secret',
    fill: async (page) => {
      await page.getByLabel('Name').fill('model-key');
      await page.getByLabel('Key', { exact: true }).fill('API_KEY');
      await page.getByLabel('Value', { exact: true }).fill(token);
    },
  },
];

for (const { kind, held, as, name, nameLabel, fill } of kinds) {
  test(`${kind}: rolled out to two tenants, and deleted from them`, async ({ page, stack }) => {
    const holders = async () =>
      [...(await holdings(stack))].filter(([, holding]) => holding[held].includes(as)).map(([id]) => id);
    const chooseTenants = async () => {
      await page.getByRole('button', { name: 'Choose tenants' }).click();
      await allAsked(page);
      for (const tenant of ['tenant-0004', 'tenant-0005'])
        await page.getByRole('checkbox', { name: `Select ${tenant}` }).check();
    };
    await page.goto('/rollout');
    await page.getByRole('radio', { name: kind, exact: true }).check();
    await fill(page);
    await chooseTenants();
    await page.getByRole('button', { name: 'Roll out to 2 tenants' }).click();
    await finished(page);
    expect(await holders()).toEqual(['tenant-0004', 'tenant-0005']);

    await page.getByRole('button', { name: 'Export CSV report' }).click();
    await page.goto('/rollout');
    await page.getByRole('radio', { name: 'Delete from many' }).check();
    await page.getByRole('radio', { name: kind, exact: true }).check();
    await page.getByLabel(nameLabel).fill(name);
    await chooseTenants();
    await page.getByRole('button', { name: 'Delete from 2 tenants' }).click();
    await confirmNumber(page, 2, 'Delete');
    await finished(page);
    const writes = await writesByTenant(stack);
    for (const tenant of ['tenant-0004', 'tenant-0005'])
      expect(writes.get(tenant), tenant).toEqual([
        expect.stringMatching(/^POST 20/),
        expect.stringMatching(/^DELETE 20/),
      ]);
    expect(writes.size).toBe(2);
  });
}
