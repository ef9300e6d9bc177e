import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';
import { listen, stopServer } from './listen.ts';

/** A person whom the provider knows. */
interface TestAccount {
  sub: string;
  name?: string;
  groups?: string[];
}

/** A real OpenID Connect provider with one client, which signs `account` in without asking. */
export interface TestProvider {
  issuer: string;
  account: TestAccount;
  clientSecret: string;
  stop(): Promise<void>;
}

/** The id of the provider's client. */
export const testClientId = 'console';

/** Starts a provider on a loopback port for a console at `publicUrl`; port 0 means a free one. */
export async function startTestProvider(publicUrl: string, port = 0): Promise<TestProvider> {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server, port)}`;
  const clientSecret = 'planted-client-secret-of-the-console';
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: testClientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/auth/signed-out`],
        backchannel_logout_uri: `${publicUrl}/auth/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }],
    },
    cookies: { keys: ['planted-cookie-key'] },
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...result.account, sub }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    // By default it refuses to call addresses of this machine.
    fetch: (url, init = {}) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      const known = session?.grantIdFor(client?.clientId ?? '');
      if (known !== undefined) return provider.Grant.find(known);
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: result.account.sub } });
  });
  const result: TestProvider = {
    issuer,
    account: { sub: 'jo', name: 'Jo Weber', groups: ['platform-admins'] },
    clientSecret,
    stop: () => stopServer(server),
  };
  return result;
}
