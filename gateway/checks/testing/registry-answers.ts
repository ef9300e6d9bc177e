import type { Answers, HostAnswer } from './fake-host.ts';

export const credential = { username: 'jane', password: 'not-a-real-token' };
export const right = `Basic ${btoa('jane:not-a-real-token')}`;

export const unauthorized = (...challenges: string[]): HostAnswer => ({
  status: 401,
  headers: { 'www-authenticate': challenges },
  body: { errors: [{ code: 'UNAUTHORIZED' }] },
});
export const failed = (status: number, code: string): HostAnswer => ({
  status,
  body: { errors: [{ code }] },
});

/** A registry with Basic login, and its answers to requests with the right credential. */
export function basic(
  answer: (path: string, method: string) => HostAnswer = () => ({ status: 200, body: {} }),
): Answers {
  return ({ path, method, authorization }) =>
    authorization === right ? answer(path, method) : unauthorized('Basic realm="registry"');
}

/** A registry with a token server, and its answers to requests with a token. */
export function bearer(
  challenge: string,
  options: {
    readonly token?: (query: URLSearchParams) => HostAnswer;
    readonly answer?: (path: string, method: string) => HostAnswer;
  } = {},
): Answers {
  const { token = () => ({ status: 200, body: { token: 'issued' } }), answer = () => ({ status: 200 }) } =
    options;
  const realm = /realm="https:\/\/([^/"]+)([^?"]*)/i.exec(challenge);
  return ({ host, path, method, query, authorization }) => {
    if (host === realm?.[1] && path === realm[2])
      return authorization === right ? token(query) : failed(401, 'UNAUTHORIZED');
    return authorization === 'Bearer issued' ? answer(path, method) : unauthorized(challenge);
  };
}

export const hub = 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"';
export const own = 'Bearer realm="https://registry.example.com/token",service="registry"';

/** Registries, their token servers, and other hosts that they may name. */
export const registryHosts = [
  'registry-1.docker.io',
  'auth.docker.io',
  'ghcr.io',
  'registry.gitlab.com',
  'gitlab.com',
  'acme.azurecr.io',
  'nvcr.io',
  'quay.io',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  'registry.example.com',
  'auth.example.com',
  'store.example.net',
  'login.example.net',
];
