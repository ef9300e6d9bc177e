import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test as base } from '@playwright/test';
import { UnsecuredJWT, decodeJwt } from 'jose';
import { freePort } from '../../gateway/testing/free-port.ts';
import { startApprouter } from '../approuter/approuter.ts';
import { startTestUaa, type TestUaa, type TokenChanges } from '../approuter/uaa.ts';
import { fillSecretForm, registered, validSecret } from '../secret-form.ts';
import { startStack, type Stack } from '../stack.ts';
import { watch } from '../test.ts';

interface Host {
  /** Where people open the console: the approuter. */
  readonly url: string;
  readonly stack: Stack;
  readonly uaa: TestUaa;
}

const list = '/acme-vision/docker-registry-secrets';

const test = base.extend<{ complaints: string[] }, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const port = await freePort();
      const url = `http://localhost:${port}`;
      const uaa = await startTestUaa();
      const stack = await startStack([], {
        CONSOLE_AUTH: 'xsuaa',
        XSUAA_SERVICE_KEY: JSON.stringify(uaa.credentials),
        NODE_EXTRA_CA_CERTS: uaa.caFile,
        ALLOWED_HOSTS: url,
        SIGN_OUT_URL: '/do/logout',
      });
      const routes = await readFile('deploy/cloud-foundry/xs-app.json', 'utf8');
      const approuter = await startApprouter({ port, routes, destinations: { gateway: stack.url }, uaa });
      await use({ url, stack, uaa });
      await Promise.all([approuter.stop(), stack.stop(), uaa.stop()]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ host }, use) => {
    await use(host.url);
  },
  ignoreHTTPSErrors: true,
  complaints: [
    async ({ page, host }, use) => {
      await host.stack.simulator.reset();
      host.uaa.changes = {};
      const complaints: string[] = [];
      watch(page, complaints);
      await use(complaints);
      expect(complaints, 'unexpected errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

test('a deep link leads through the sign-in to its page, signed in as the person in the token', async ({
  page,
  host,
}) => {
  await page.goto(`${list}/new?name=by-link`);
  await expect(page).toHaveURL(`${host.url}${list}/new?name=by-link`);
  await fillSecretForm(page, { name: 'behind-approuter' });
  await page.getByRole('button', { name: 'Register' }).click();
  await registered(page);
  expect(await host.stack.simulator.storedSecret('acme-vision', 'behind-approuter')).toContain(
    validSecret.host,
  );
  await page.getByRole('button', { name: 'jo.weber@example.com, Settings' }).click();
  const menu = page.getByRole('dialog', { name: 'Settings' });
  await expect(menu).toContainText('Editor');
  await menu.getByRole('link', { name: 'Sign out' }).click();
  // The approuter ends its own session and the service's, and then signs in again.
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  expect(host.uaa.signOuts).toBe(1);
});

test('when a session ends, nothing typed is lost: after the sign-in the write continues, once', async ({
  page,
  host,
  context,
}) => {
  await page.goto(`${list}/new`);
  await fillSecretForm(page, { name: 'after-the-session' });
  await context.clearCookies();
  const before = host.uaa.signIns;
  await page.getByRole('button', { name: 'Register' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await dialog.getByRole('link', { name: 'Sign in' }).click();
  await registered(page);
  await expect(dialog).toBeHidden();
  expect(host.uaa.signIns).toBe(before + 1);
  const writes = (await host.stack.simulator.journal()).filter(({ method }) => method === 'POST');
  expect(writes.filter(({ path }) => path.includes('dockerRegistrySecrets'))).toHaveLength(1);
});

test('with a read-only role one can read, and the gateway refuses a write', async ({ page, host }) => {
  host.uaa.changes = { claims: { scope: ['openid', 'console!t1.viewer'] } };
  await page.goto(list);
  await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets/docker-hub', {
      method: 'DELETE',
    });
    return response.status;
  });
  expect(answer).toBe(403);
});

const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const refused: [string, TokenChanges][] = [
  ['that is expired', { lifetimeSeconds: -120 }],
  ['for another audience', { claims: { aud: ['other!t2'], cid: 'other', azp: 'other', scope: ['openid'] } }],
  ['of another issuer', { claims: { iss: 'https://evil.example/oauth/token' } }],
  ['with the signature of another key', { key: foreign }],
];

for (const [name, changes] of refused) {
  test(`a token ${name} is refused past the approuter`, async ({ request, host }) => {
    const ask = async (token: string) =>
      (
        await request.get(`${host.stack.url}/config.json`, { headers: { authorization: `Bearer ${token}` } })
      ).status();
    expect(await ask(await host.uaa.sign())).toBe(200);
    expect(await ask(await host.uaa.sign(changes))).toBe(401);
  });
}

test('a token without a signature is refused, through the approuter and past it', async ({
  request,
  host,
}) => {
  const token = new UnsecuredJWT(decodeJwt(await host.uaa.sign())).encode();
  const past = { headers: { authorization: `Bearer ${token}` } };
  expect((await request.get(`${host.stack.url}/config.json`, past)).status()).toBe(401);
  const through = { headers: { 'x-approuter-authorization': `Bearer ${token}` } };
  expect((await request.get(`${host.url}/config.json`, through)).status()).toBe(401);
  // The approuter does not pass on the browser's own Authorization header.
  const answer = await request.get(`${host.url}/config.json`, { ...past, maxRedirects: 0 });
  expect(await answer.text()).not.toContain('connections');
});
