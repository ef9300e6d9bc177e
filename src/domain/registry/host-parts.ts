/** The parts of a typed registry host, key, URL or image reference, each as typed. */
export interface HostParts {
  readonly scheme: string;
  readonly userinfo: string;
  readonly name: string;
  readonly port: string | undefined;
  readonly path: string;
  readonly query: string;
}

const schemePattern = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:https?|oci|docker):\/|https?:(?=[a-z])|\/\/+)/i;
const authorityPattern = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s;

/**
 * Splits a host leniently: repeated schemes, credentials, a query or a fragment become parts of their own. Never
 * throws.
 */
export function splitHost(host: string): HostParts {
  let rest = host;
  let scheme = '';
  for (let match = schemePattern.exec(rest); match !== null; match = schemePattern.exec(rest)) {
    scheme += match[0];
    rest = rest.slice(match[0].length);
  }
  const queryAt = rest.search(/[?#]/);
  const query = queryAt < 0 ? '' : rest.slice(queryAt);
  if (queryAt >= 0) rest = rest.slice(0, queryAt);
  const pathAt = rest.indexOf('/');
  const path = pathAt < 0 ? '' : rest.slice(pathAt);
  const authority = pathAt < 0 ? rest : rest.slice(0, pathAt);
  const at = authority.lastIndexOf('@');
  const [, name = '', port] = authorityPattern.exec(authority.slice(at + 1)) ?? [];
  return { scheme, userinfo: authority.slice(0, at + 1), name, port, path, query };
}
