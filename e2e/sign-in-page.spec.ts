import type { RequestListener } from 'node:http';
import { startServer } from './proxies.ts';
import { fillSecretForm, openRegisterPage, validSecret } from './secret-form.ts';
import { expect, test } from './test.ts';

/** A proxy that signs people in: passes everything on until the session ends, then answers with `signedOut`. */
function signingProxy(
  target: string,
  session: { ended: boolean },
  signedOut: RequestListener,
): RequestListener {
  return (request, response) => {
    if (session.ended && request.url?.startsWith('/api/')) {
      signedOut(request, response);
      return;
    }
    void fetch(`${target}${request.url ?? ''}`).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? '';
      const policy = answer.headers.get('content-security-policy') ?? '';
      response.writeHead(answer.status, { 'content-type': type, 'content-security-policy': policy });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  };
}

const signIn: readonly (readonly [string, RequestListener])[] = [
  ['a redirect', (_, response) => response.writeHead(302, { location: 'https://login.example.com/' }).end()],
  [
    'a page with 401',
    (_, response) => response.writeHead(401, { 'content-type': 'text/html' }).end('<form>'),
  ],
];

for (const [what, signedOut] of signIn) {
  test(`${what} in place of the API is reported as a sign-in page, and nothing typed is lost`, async ({
    page,
    stack,
  }) => {
    const session = { ended: false };
    const proxy = await startServer(signingProxy(stack.url, session, signedOut));
    await openRegisterPage(page, 'acme-vision', proxy.url);
    await fillSecretForm(page);
    session.ended = true;
    await page.getByRole('button', { name: 'Register' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
    await expect(dialog.getByRole('link', { name: 'Sign in' })).toHaveAttribute('target', '_blank');
    await dialog.getByRole('button', { name: 'Not now' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'a sign-in page answered' });
    await expect(alert).toContainText('What you typed stays here');
    await expect(page.getByLabel('Access token', { exact: true })).toHaveValue(validSecret.token);
    await proxy.stop();
  });
}
