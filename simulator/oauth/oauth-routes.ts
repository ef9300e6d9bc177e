import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TenantSeed } from '../state/seed.ts';
import type { Client } from './service-keys.ts';
import type { TokenAuthority } from './tokens.ts';

/** A tenant and the credentials of its service key. */
export interface TenantClient {
  readonly seed: TenantSeed;
  readonly client: Client;
}

/** What the OAuth server needs. */
interface OAuthState {
  readonly clients: readonly TenantClient[];
  readonly tokens: TokenAuthority;
  /** The simulator's own address, known once it listens. */
  readonly origin: () => string;
}

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Client ids and secrets contain `!`, `|` and `$`: some clients form-encode them before base64, some do not. */
function readBasic(header: string | undefined): Credentials[] {
  const encoded = /^basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return [];
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  const [clientId, clientSecret] = [text.slice(0, colon), text.slice(colon + 1)];
  return [
    { clientId, clientSecret },
    { clientId: decodeForm(clientId), clientSecret: decodeForm(clientSecret) },
  ];
}

function readForm(form: URLSearchParams): Credentials[] {
  const clientId = form.get('client_id');
  const clientSecret = form.get('client_secret');
  return clientId !== null && clientSecret !== null ? [{ clientId, clientSecret }] : [];
}

/** Registers `POST /oauth/token` for the client-credentials grant, with errors in XSUAA's shape. */
export function registerOAuthRoutes(app: FastifyInstance, state: OAuthState): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, new URLSearchParams(body.toString()));
    },
  );

  app.post('/oauth/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const grantType = form.get('grant_type');
    if (grantType === null) return refuse(reply, 400, 'invalid_request', 'Missing grant type');
    if (grantType !== 'client_credentials') {
      return refuse(reply, 400, 'unsupported_grant_type', 'Unsupported grant type');
    }
    const match = findClient(request, form, state);
    if (!match) {
      reply.header('www-authenticate', 'Basic realm="UAA/client"');
      return refuse(reply, 401, 'unauthorized', 'Bad credentials');
    }
    const { seed, client } = match;
    const { accessToken, expiresIn, jti } = state.tokens.issue(seed, client.clientid, state.origin());
    return reply.send({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: expiresIn,
      scope: 'uaa.resource',
      jti,
    });
  });
}

function findClient(request: FastifyRequest, form: URLSearchParams, { clients }: OAuthState) {
  const offered = [...readBasic(request.headers.authorization), ...readForm(form)];
  return clients.find(({ client }) =>
    offered.some(
      ({ clientId, clientSecret }) => clientId === client.clientid && clientSecret === client.clientsecret,
    ),
  );
}

function refuse(reply: FastifyReply, status: 400 | 401, error: string, description: string): FastifyReply {
  return reply.code(status).send({ error, error_description: description });
}
