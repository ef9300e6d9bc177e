import type { Page } from '@playwright/test';
import { account, image, startLoopbackHosts, type LoopbackHosts } from './checks/loopback-hosts.ts';
import { fillRepositoryForm, openAddPage } from './repository-form.ts';
import { jwt } from './secret-form.ts';
import { startStack, type Stack } from './stack.ts';
import { workflowTemplate } from './template-page.ts';
import { expect, expectAccessible, test as base, watch } from './test.ts';

interface CheckFixtures {
  readonly checked: LoopbackHosts & { readonly stack: Stack };
}

/** A gateway that may check hosts on loopback, and registries and a Git host there. */
const test = base.extend<CheckFixtures>({
  checked: [
    async ({ servers }, use) => {
      await use(await servers.keep('checked', startChecked));
    },
    { scope: 'test', timeout: 60_000 },
  ],
  baseURL: async ({ checked }, use) => {
    await use(checked.stack.url);
  },
});

async function startChecked() {
  const loopback = await startLoopbackHosts();
  const stack = await startStack([], {
    CHECK_ALLOW_HOSTS: '127.0.0.1,localhost',
    NODE_EXTRA_CA_CERTS: loopback.authority,
  });
  const stop = async () => {
    await Promise.all([stack.stop(), loopback.stop()]);
  };
  return { ...loopback, stack, stop };
}

const open = 'Check credentials';
const panelOf = (page: Page) => page.getByRole('complementary', { name: open });

async function fillIn(page: Page, host: string, token = account.password) {
  await page.goto('/acme-vision/docker-registry-secrets/new');
  await page.getByLabel('Secret name').fill('checked');
  await page.getByLabel('Registry host').fill(host);
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('Access token', { exact: true }).fill(token);
}

test('a credential is tried before it is saved, alone and with images', async ({ page, checked }) => {
  const { registry } = checked.hosts;
  await fillIn(page, registry);
  const before = page.getByRole('region', { name: 'Before you register' });
  await expect(before).toContainText('Credentials not checked yet');
  await page.getByRole('button', { name: open }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('listitem').first()).toContainText('Accepted');
  await expect(panel).toContainText('The login works');

  for (const [name, verdict, sentence] of [
    [image, 'Image can be pulled', 'can be pulled and runs on linux/amd64'],
    ['team/gone:1', 'Image cannot be pulled', 'team/gone:1 does not exist'],
    ['team/app:2.0', 'Image cannot be pulled', 'but not as team/app:2.0'],
    ['team/arm:1.0', 'Image cannot be pulled', 'is built for linux/arm64'],
    ['team/private:1.0', 'Image cannot be pulled', 'No access to team/private:1.0'],
    ['team/busy:1.0', 'Could not tell', 'Too many requests (429)'],
  ] as const) {
    await panel.getByLabel('Images to check').fill(`${registry}/${name}`);
    await panel.getByRole('button', { name: 'Check 1 image' }).click();
    await expect(panel.getByRole('listitem').first()).toContainText(sentence);
    await expect(panel.getByRole('listitem').first()).toContainText(verdict);
  }
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: open })).toBeFocused();
  await expect(before).toContainText('The check could not tell whether the credentials work');
  await page.getByLabel('Access token', { exact: true }).fill('another-token');
  await expect(before).toContainText('Credentials changed since their check');
});

test('each problem of a host has its verdict and its sentence', async ({ page, context, checked }) => {
  const { hosts } = checked;
  // This one takes as long as a check waits, and is looked at in the end.
  const waiting = await context.newPage();
  await fillIn(waiting, hosts.silent);
  await waiting.getByRole('button', { name: open }).click();

  await fillIn(page, hosts.registry, jwt(1_900_000_000));
  await page.getByRole('button', { name: open }).click();
  const item = panelOf(page).getByRole('listitem').first();
  await expect(item).toContainText('Username or token not accepted (401)');
  await expect(item).toContainText('The token says that it is valid until 17 Mar 2030');
  for (const [host, verdict, sentence] of [
    ['registry.invalid', 'Not reachable', 'This host does not exist'],
    ['10.0.0.1', 'Not reachable', 'The host has no public address'],
    [hosts.closed, 'Not reachable', 'The host refuses connections at this port'],
    [hosts.plainHttp, 'Not reachable', 'does not speak https'],
    [hosts.otherAuthority, 'Not reachable', 'an authority that is not trusted here'],
    [hosts.registry.replace('127.0.0.1', 'localhost'), 'Not reachable', 'certificate is for another name'],
    [hosts.webPage, 'Not a registry', 'A web page answered instead of a registry'],
    [hosts.busy, 'Could not tell', 'Try again in 90 seconds'],
    [hosts.anonymous, 'Could not tell', 'Everyone is let in, so this proves nothing'],
    [hosts.foreignLogin, 'Could not tell', 'The login is at login.example.net, another domain'],
    [hosts.broken, 'Could not tell', 'The registry reports an error of its own (503)'],
    [hosts.puzzling, 'Could not tell', 'The answer (418) proves nothing'],
  ] as const) {
    await page.getByLabel('Registry host').fill(host);
    await page.getByRole('button', { name: 'Check all again' }).click();
    await expect(item).toContainText(sentence);
    await expect(item).toContainText(verdict);
  }
  const late = panelOf(waiting).getByRole('listitem').first();
  await expect(late).toContainText('The host did not answer in time');
  await expect(late).toContainText('Not reachable');
});

test('a repository is read with git’s own protocol, and a revision is looked up', async ({
  page,
  checked,
}) => {
  await openAddPage(page, 'acme-vision');
  await fillRepositoryForm(page, {
    url: checked.repository,
    username: account.username,
    token: account.password,
  });
  await page.getByRole('button', { name: open }).click();
  const panel = panelOf(page);
  const item = panel.getByRole('listitem').first();
  await expect(item).toContainText('Can be read');
  for (const [revision, verdict, sentence] of [
    ['main', 'Can be read', 'main is there with this username and token'],
    ['v1', 'Can be read', 'v1 is there'],
    ['mani', 'Cannot be read', 'No branch or tag is called mani'],
    ['0123456789abcdef0123456789abcdef01234567', 'Could not tell', 'cannot be checked'],
  ] as const) {
    await panel.getByLabel('Revision to check').fill(revision);
    await panel.getByRole('button', { name: 'Check the revision' }).click();
    await expect(item).toContainText(sentence);
    await expect(item).toContainText(verdict);
  }
  await panel.getByLabel('Revision to check').fill('main');
  await panel.getByLabel('Path to check').fill('templates/train.yaml');
  await panel.getByLabel('Path to check').press('Enter');
  await expect(item).toContainText('A check cannot tell whether templates/train.yaml exists');
  await expectAccessible(page);
  await page.getByLabel('Access token', { exact: true }).fill('not-the-token');
  await page.getByRole('button', { name: 'Check all again' }).click();
  await expect(item).toContainText('Rejected');
});

test('the page of a secret asks for what it does not know, only for the check', async ({ page, checked }) => {
  await page.goto('/acme-vision/docker-registry-secrets/docker-hub');
  await page.getByRole('button', { name: open }).click();
  const panel = panelOf(page);
  await panel.getByLabel('Registry host').fill(checked.hosts.registry);
  await panel.getByLabel('Username').fill(account.username);
  await panel.getByLabel('Access token').fill(account.password);
  await panel.getByLabel('Access token').press('Enter');
  await expect(panel.getByRole('listitem').first()).toContainText('Accepted');
  await page.keyboard.press('Escape');
  await expect(page.getByText('The console does not know what is in this secret')).toBeVisible();
});

test('rejected credentials are saved only after a question, which is asked once', async ({
  page,
  checked,
}) => {
  await fillIn(page, checked.hosts.registry, 'not-the-token');
  await page.getByRole('button', { name: open }).click();
  await expect(panelOf(page)).toContainText('Username or token not accepted (401)');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Save credentials that did not work?' });
  await question.getByRole('button', { name: 'Back to the form' }).click();
  await expect(page.getByLabel('Secret name')).toHaveValue('checked');
  expect((await checked.stack.simulator.journal()).filter(({ method }) => method === 'POST')).toEqual([]);

  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await question.getByRole('button', { name: 'Save anyway' }).click();
  await expect(page.getByText('checked').first()).toBeVisible();
  await expect
    .poll(
      async () => (await checked.stack.simulator.journal()).filter(({ method }) => method === 'POST').length,
    )
    .toBe(1);
});

test('a rollout checks each registry once for all tenants, with the images of a template', async ({
  page,
  checked,
}) => {
  const { registry, closed } = checked.hosts;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/registry-checks')) asked.push(request.postDataJSON().registry);
  });
  await page.goto('/rollout');
  await page.getByLabel('Secret name').fill('checked');
  for (const [at, host] of [registry, closed].entries()) {
    if (at > 0) await page.getByRole('button', { name: 'Add registry' }).click();
    const group = page.getByRole('group', { name: `Registry ${at + 1}` });
    await group.getByLabel('Registry host').fill(host);
    await group.getByLabel('Username').fill(account.username);
    await group.getByLabel('Access token', { exact: true }).fill(account.password);
  }
  await page.getByRole('button', { name: open }).click();
  const items = panelOf(page).getByRole('listitem');
  await expect(items.filter({ hasText: registry })).toContainText('Accepted');
  await expect(items.filter({ hasText: closed })).toContainText('Not reachable');
  expect(asked.toSorted()).toEqual([closed, registry].toSorted());

  await panelOf(page)
    .getByLabel('Images to check')
    .fill(workflowTemplate.replace('ghcr.io/acme/train:1.0', `${registry}/${image}`));
  await panelOf(page).getByRole('button', { name: 'Check the 1 image of this template' }).click();
  await expect(items.filter({ hasText: registry })).toContainText('Image can be pulled');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Choose tenants' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save anyway' }).click();
  await expect(page.getByRole('heading', { name: /^Where to/ })).toBeVisible();
  expect(asked).toHaveLength(4);
});

test('if the gateway does not check, there is no button', async ({ browser }) => {
  const stack = await startStack([], { CHECKS: 'off' });
  const page = await browser.newPage();
  const complaints: string[] = [];
  watch(page, complaints);
  await page.goto(`${stack.url}/acme-vision/docker-registry-secrets/new`);
  await expect(page.getByRole('button', { name: 'Register', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: open })).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.close();
  await stack.stop();
});
