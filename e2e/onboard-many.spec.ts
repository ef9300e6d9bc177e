import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { byKeyboard, byMouse, type Hands } from './hands.ts';
import { fillCredentials } from './repository-form.ts';
import { finished, writesByTenant } from './rollout-page.ts';
import { authsOf } from './secret-form.ts';
import { hears } from './spoken.ts';
import { holdings, type Holding } from './tenant-truth.ts';
import { expect, test as base } from './test.ts';

/** Of twenty tenants, one refuses its first write, and one resets the connection at its first write. */
const test = base.extend({
  simulatorFlags: '--tenants 19 --fail-once 5% --reset-once 5%',
});

const token = 'not-a-real-token';

/** What every new tenant should have in the end. */
const wanted: Holding = {
  repositories: ['vision-pipelines'],
  applications: ['vision-training'],
  resourceGroups: ['vision-training'],
  objectStores: ['default/default'],
  secrets: ['ghcr-acme-vision'],
  genericSecrets: ['in-default/huggingface-token'],
};

function item(page: Page, kind: string, name: string): Locator {
  return page.getByRole('group', { name: kind }).getByRole('checkbox', { name });
}

async function chooseItems(page: Page, { press, tick }: Hands): Promise<void> {
  await press(page.getByRole('button', { name: 'Clear selection' }));
  await tick(item(page, 'Git repository', 'vision-pipelines'));
  await tick(item(page, 'Application', 'vision-training'));
  await tick(item(page, 'Resource group', 'vision-training'));
  await tick(item(page, 'Object store secret', 'default'));
  await tick(item(page, 'Docker registry secret', 'ghcr-acme-vision'));
  await tick(item(page, 'Generic secret', 'huggingface-token'));
}

async function enterCredentials(page: Page, { press, type }: Hands): Promise<void> {
  const login = async () => {
    await type(page.getByLabel('Username'), 'jo');
    await type(page.getByLabel('Access token', { exact: true }), token);
  };
  await press(page.getByRole('button', { name: 'Enter 4 credentials' }));
  await expect(page.getByRole('heading', { name: '1 of 4: Git repository vision-pipelines' })).toBeFocused();
  await login();
  await press(page.getByRole('button', { name: 'Next' }));
  await expect(page.getByRole('heading', { name: '2 of 4: Object store secret default' })).toBeVisible();
  await expect(page.getByLabel('Bucket')).toHaveValue('acme-vision-models');
  await type(page.getByLabel('Access key ID'), 'not-a-real-id');
  await type(page.getByLabel('Secret access key', { exact: true }), token);
  await press(page.getByRole('button', { name: 'Next' }));
  await expect(
    page.getByRole('heading', { name: '3 of 4: Docker registry secret ghcr-acme-vision' }),
  ).toBeVisible();
  await expect(page.getByLabel('Registry host')).toBeFocused();
  await type(page.getByLabel('Registry host'), 'ghcr.io');
  await login();
  await press(page.getByRole('button', { name: 'Next' }));
  await expect(page.getByRole('heading', { name: '4 of 4: Generic secret huggingface-token' })).toBeFocused();
  await type(page.getByLabel('Key', { exact: true }), 'HF_TOKEN');
  await type(page.getByLabel('Value', { exact: true }), token);
  await press(page.getByRole('button', { name: 'Choose tenants' }));
}

/** The report: what it ticks for each tenant. */
async function report(page: Page, { press }: Hands): Promise<Map<string, Holding>> {
  const waiting = page.waitForEvent('download');
  await press(page.getByRole('button', { name: 'Download Markdown' }));
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text).not.toContain(token);
  return new Map(
    text
      .split('\n## ')
      .slice(1)
      .map((part) => {
        const [label = '', ...lines] = part.split('\n');
        return [label, toHolding(lines)];
      }),
  );
}

/** Parses “- [x] **Object store secret default (default, S3, …)**: Created. …”; lines without a tick do not count. */
function toHolding(lines: readonly string[]): Holding {
  const of = (thing: string, place: (name: string, fact: string) => string = (name) => name) =>
    lines
      .flatMap((line) => {
        const [, name = '', fact = ''] =
          new RegExp(`^- \\[x\\] \\*\\*${thing} (\\S+?)(?: \\(([^,)]+).*)?\\*\\*: `).exec(line) ?? [];
        return name === '' ? [] : [place(name, fact)];
      })
      .toSorted();
  return {
    repositories: of('Git repository'),
    applications: of('Application'),
    resourceGroups: of('Resource group'),
    objectStores: of('Object store secret', (name, group) => `${group}/${name}`),
    secrets: of('Docker registry secret'),
    genericSecrets: of('Generic secret', (name, group) => `in-${group}/${name}`),
  };
}

for (const hands of [byMouse, byKeyboard]) {
  test(`ten tenants become like one ${hands.name}, and hold what the report says`, async ({
    page,
    stack,
  }) => {
    test.slow();
    const { press, type, tickHead, choose } = hands;
    await page.goto('/onboarding');
    await choose(page.getByLabel('Onboard like'), 'acme-vision');
    await chooseItems(page, hands);
    await enterCredentials(page, hands);

    await type(page.getByRole('searchbox', { name: 'Search tenants' }), 'tenant-001');
    await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).toBeHidden();
    await tickHead(
      page.getByRole('checkbox', { name: 'Select all shown' }),
      page.getByRole('checkbox', { name: 'Select tenant-0010' }),
    );
    await expect(page.getByText('10 of 18 tenants selected')).toBeVisible();
    await expect(page.getByText('Create 60', { exact: true })).toBeVisible();
    await press(page.getByRole('button', { name: 'Onboard 10 tenants' }));
    await finished(page);

    // The tenant that refused its first write has neither the repository nor what needs it.
    await expect(page.getByText('Needs something that is not done yet.')).toBeVisible();
    expect((await holdings(stack)).get('tenant-0019')).toMatchObject({ repositories: [], applications: [] });
    await press(page.getByRole('button', { name: 'Retry failed (2)' }));
    await finished(page);
    await expect(page.getByText(/^AI Core confirms 60 of 60 items/)).toBeVisible({ timeout: 60_000 });

    const said = await report(page, hands);
    const onboarded = [...(await holdings(stack))].filter(([id]) => id.startsWith('tenant-001'));
    expect(onboarded).toHaveLength(10);
    for (const [tenantId, { resourceGroups, ...holds }] of onboarded) {
      // AI Core creates this group in every tenant.
      const holding = { ...holds, resourceGroups: resourceGroups.filter((id) => id !== 'default') };
      expect(holding, tenantId).toEqual(wanted);
      expect(said.get(tenantId), tenantId).toEqual(holding);
    }
    // After the lost answer the tenant was asked, and nothing was written twice.
    for (const [tenantId, writes] of await writesByTenant(stack)) {
      const effective = writes.filter((write) => write.startsWith('POST 20') || write === 'POST null');
      expect(effective, `${tenantId}: ${writes.join(', ')}`).toHaveLength(6);
    }
    expect(authsOf(await stack.simulator.storedSecret('tenant-0011', 'ghcr-acme-vision'))).toEqual({
      'ghcr.io': { username: 'jo', password: token },
    });
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(stored).not.toContain(token);
  });
}

test('an interrupted onboarding can be continued; existing objects stay, and a full tenant is left out', async ({
  page,
  stack,
}) => {
  test.slow();
  const enter = async () => {
    await page.getByRole('button', { name: 'Enter 1 credential' }).click();
    await fillCredentials(page);
    await page.getByRole('button', { name: 'Choose tenants' }).click();
    await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 45_000 });
  };
  await page.goto('/acme-forecast/onboarding');
  await page.getByRole('link', { name: 'Onboard several tenants' }).click();
  await page.getByLabel('Onboard like').selectOption('acme-vision');
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await item(page, 'Git repository', 'vision-pipelines').check();
  await item(page, 'Application', 'vision-training').check();
  await enter();
  // The tenant that the link named is selected.
  await expect(page.getByRole('checkbox', { name: 'Select acme-forecast' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Select globex-chat' }).check();
  await expect(page.getByText('Create 2, leave out 2')).toBeVisible();

  // The first write is never answered, and the page is left meanwhile.
  await stack.simulator.failTenant('acme-forecast', 'hang');
  await page.getByRole('button', { name: 'Onboard 1 tenant', exact: true }).click();
  await expect.poll(async () => (await writesByTenant(stack)).get('acme-forecast')).toEqual(['POST null']);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await stack.simulator.failTenant('acme-forecast', 'none');

  const earlier = page.getByRole('region', { name: 'Earlier onboardings' });
  await expect(earlier).toContainText('Onboard tenants like acme-vision');
  await expect(earlier).toContainText('2 items in 2 tenants. 0 of 2 created');
  await earlier.getByRole('button', { name: /^Outcomes/ }).click();
  const outcomes = page.getByRole('dialog');
  await expect(outcomes).toContainText('It is unknown whether it took effect.');
  await expect(outcomes).toContainText('Quota full.');
  await outcomes.getByRole('button', { name: 'Close' }).click();
  await earlier.getByRole('button', { name: /^Continue/ }).click();
  await expect(item(page, 'Git repository', 'vision-pipelines')).toBeChecked();
  await expect(page.getByText(/^2 of \d+ items selected/)).toBeVisible();
  await enter();
  await expect(page.getByRole('checkbox', { name: 'Select globex-chat' })).toBeChecked();
  await page.getByRole('button', { name: 'Onboard 1 tenant', exact: true }).click();
  await finished(page);
  await expect(page.getByText(/^AI Core confirms 2 of 4 items/)).toBeVisible({ timeout: 60_000 });
  expect((await holdings(stack)).get('acme-forecast')).toMatchObject({
    repositories: ['vision-pipelines'],
    applications: ['vision-training'],
  });

  // Once more: everything exists, and nothing is left to do.
  const copied = await hears(page, 'Copied');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await copied();
  await page.goBack();
  await expect(page.getByRole('row', { name: /acme-forecast/ })).toContainText('Has 2 of 2');
  await expect(page.getByRole('button', { name: /^Onboard/ })).toBeDisabled();
});

test('what was half entered is still there after a step back', async ({ page }) => {
  await page.goto('/onboarding?like=acme-vision');
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await item(page, 'Docker registry secret', 'ghcr-acme-vision').check();
  await page.getByRole('button', { name: 'Enter 1 credential' }).click();
  await page.getByLabel('Registry host').fill('ghcr.io');
  await page.getByLabel('Access token', { exact: true }).fill(token);
  await page.goBack();
  await expect(item(page, 'Docker registry secret', 'ghcr-acme-vision')).toBeChecked();
  await page.getByRole('button', { name: 'Enter 1 credential' }).click();
  await expect(page.getByLabel('Registry host')).toHaveValue('ghcr.io');
  await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(token);
});

test('half a credential is asked about from the step before, too', async ({ page }) => {
  await page.goto('/onboarding?like=acme-vision');
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await item(page, 'Git repository', 'vision-pipelines').check();
  await page.getByRole('button', { name: 'Enter 1 credential' }).click();
  await page.getByLabel('Access token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Audit log' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without onboarding?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  // A credential that was cleared again is not asked about.
  await page.getByRole('button', { name: 'Enter 1 credential' }).click();
  await page.getByLabel('Access token', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
});
