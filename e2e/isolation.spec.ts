import { z } from 'zod';
import type { Page } from '@playwright/test';
import { fetchNothingAhead } from './held-code.ts';
import { fillSecretForm } from './secret-form.ts';
import { startStack, type Stack } from './stack.ts';
import { expect, test, watch } from './test.ts';

/** How many users work at once on one gateway, each in their own browser context. */
const users = 20;
/** The simulator's first tenants contain secrets; the numbered ones after them are empty. */
const namedTenants = 3;

/** Twenty browsers share the machine's processors. */
const patient = expect.configure({ timeout: 120_000 });

/** What a page has shown: the tenant in its switcher, and a secret's name below it. */
type Sighting = readonly [tenant: string, secret: string];

test('twenty browsers on one gateway never show another tenant’s data', async ({ browser }) => {
  test.setTimeout(300_000);
  const stack = await startStack(['--tenants', String(namedTenants + users), '--latency', '30']);
  try {
    const tenants = await markTenants(stack);
    expect(tenants).toHaveLength(users);
    const complaints: string[] = [];
    const rounds = tenants.map(async (tenant, index) => {
      const context = await browser.newContext({ baseURL: stack.url, reducedMotion: 'reduce' });
      await fetchNothingAhead(context);
      const page = await context.newPage();
      watch(page, complaints);
      await noteSightings(page);
      // Each user visits two more tenants, so that every tenant is open in several browsers at once.
      const visited = [tenant, ...[1, 7].map((step) => tenants[(index + step) % users] ?? tenant)];
      const sightings = await work(page, visited, `by-user-${index}`);
      await context.close();
      return { visited, sightings };
    });
    const owners = new Map(
      tenants.flatMap((tenant, index) => [
        [`of-${tenant}`, tenant],
        [`by-user-${index}`, tenant],
      ]),
    );
    for (const { visited, sightings } of await Promise.all(rounds)) {
      expect(sightings.filter(([tenant, secret]) => owners.get(secret) !== tenant)).toEqual([]);
      expect(new Set(sightings.map(([tenant]) => tenant))).toEqual(new Set(visited));
    }
    expect(complaints).toEqual([]);
    for (const [index, tenant] of tenants.entries()) {
      expect(await stack.simulator.storedSecret(tenant, `by-user-${index}`)).toContain(`by-user-${index}`);
    }
    const writes = (await stack.simulator.journal()).filter(({ method }) => method === 'POST');
    // The marks and one secret for each user: nothing was written twice or to a wrong tenant.
    expect(writes).toHaveLength(2 * users);
  } finally {
    await stack.stop();
  }
});

const configSchema = z.object({ connections: z.array(z.object({ id: z.string() })) });

/** Gives every tenant a secret named after it, and returns the tenants' ids. */
async function markTenants(stack: Stack): Promise<string[]> {
  const config = configSchema.parse(await (await fetch(`${stack.url}/config.json`)).json());
  const ids = config.connections.map(({ id }) => id).filter((id) => id.startsWith('tenant-'));
  await Promise.all(
    ids.map((id) =>
      fetch(`${stack.url}/api/tenants/${id}/v2/admin/dockerRegistrySecrets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: `of-${id}`, data: { '.dockerconfigjson': '{"auths":{}}' } }),
      }),
    ),
  );
  return ids;
}

/** Looks at the page in every frame that shows a change, so that even a short flash is noticed. */
async function noteSightings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new Map<string, [string, string]>();
    Object.assign(window, { sightings: () => [...seen.values()] });
    let frame = 0;
    const look = () => {
      frame = 0;
      const tenant = document.querySelector<HTMLInputElement>('input[role=combobox]')?.value ?? '';
      // The two differ while somebody types into the switcher, or while a page is loading.
      if (tenant !== location.pathname.split('/')[1]) return;
      for (const header of document.querySelectorAll('main tbody th')) {
        const sighting: [string, string] = [
          tenant,
          header.querySelector('a')?.textContent ?? header.textContent,
        ];
        seen.set(sighting.join(' '), sighting);
      }
    };
    // Only frames with a change: looking at every frame would keep twenty browsers busy with drawing.
    new MutationObserver(() => {
      frame ||= requestAnimationFrame(look);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

/** Reads each tenant's list, moving on with the tenant switcher, and registers one secret in the first tenant. */
async function work(page: Page, visited: readonly string[], secret: string): Promise<Sighting[]> {
  const [first = ''] = visited;
  await page.goto(`/${first}/docker-registry-secrets`);
  await patient(page.getByRole('rowheader', { name: `of-${first}` })).toBeVisible();
  await page.getByRole('link', { name: 'Register secret' }).click();
  await fillSecretForm(page, { name: secret });
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await patient(page.getByRole('rowheader', { name: secret })).toBeVisible();
  for (const tenant of visited.slice(1)) {
    await page.getByRole('combobox', { name: 'Tenant' }).fill(tenant);
    await page.getByRole('option', { name: tenant, exact: true }).click();
    await patient(page.getByRole('rowheader', { name: `of-${tenant}` })).toBeVisible();
    // Waits for a sighting too: whoever moves on before that frame has shown nothing of this tenant.
    await patient.poll(async () => (await sightingsOf(page)).some(([seen]) => seen === tenant)).toBe(true);
  }
  await page.goBack();
  await patient(page.getByRole('rowheader', { name: `of-${visited[1]}` })).toBeVisible();
  return sightingsOf(page);
}

function sightingsOf(page: Page): Promise<Sighting[]> {
  return page.evaluate((): [string, string][] => Reflect.get(window, 'sightings')());
}
