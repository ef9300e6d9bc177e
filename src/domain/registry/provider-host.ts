import { trimInvisible } from '../text/trim-invisible.ts';
import { splitHost } from './host-parts.ts';
import { registryIdentity } from './registry-host.ts';
import { registryProviders } from './registry-providers.ts';
import type {
  DerivedHostPart,
  HostParameter,
  RegistryProvider,
  RegistryProviderId,
} from './registry-provider.ts';
import { readWebAddress } from './web-address.ts';

/** Values of a provider's host parameters by id, such as `{ account, region }`. */
export type HostParameterValues = Readonly<Record<string, string>>;

export interface HostParameterProblem {
  readonly code: 'parameter-missing' | 'parameter-malformed';
  readonly parameter: string;
}

export type BuiltHost =
  | { readonly ok: true; readonly host: string }
  /** There are no problems if the provider has no host of its own and the user types one. */
  | { readonly ok: false; readonly problems: readonly HostParameterProblem[] };

// All labels that may precede the region in an account's registry host: plain, FIPS, and dual-stack.
const ecrHost =
  /^[0-9]{12}\.dkr(?:\.ecr|\.ecr-fips|-ecr|-ecr-fips)\.[a-z0-9-]+\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn))$/;

const parameterPatterns = new Map(
  registryProviders.flatMap(({ hostParameters = [] }) =>
    hostParameters.map((parameter) => [parameter, new RegExp(`^(?:${parameter.pattern})$`)] as const),
  ),
);

const hostPatterns = new Map(
  registryProviders.map(({ id, host, hostParameters = [] }) => [
    id,
    host.kind === 'template' ? new RegExp(`^${templateSource(host.template, hostParameters)}$`) : undefined,
  ]),
);

/** The provider with this id. */
export function registryProvider(id: RegistryProviderId): RegistryProvider {
  const provider = registryProviders.find((candidate) => candidate.id === id);
  if (provider === undefined) throw new Error(`no registry provider ${id}`);
  return provider;
}

/**
 * The host of a typed or pasted registry key, URL or image reference, in lower case and without port; every name of
 * Docker Hub becomes `index.docker.io`. Empty if there is none.
 */
export function hostnameOf(text: string): string {
  return authorityOf(text).split(':', 1)[0] ?? '';
}

/**
 * Recognises the registry product of a host, a key of `auths`, an image reference or a pasted URL. The vendors' hosts
 * take precedence over product names in other hosts; `other` if nothing is recognised.
 */
export function recogniseProvider(text: string): RegistryProvider {
  const host = hostnameOf(readWebAddress(splitHost(trimInvisible(text)))?.registry ?? text);
  // IBM's registry of entitled software is on the same domain but needs another user and key.
  if (host === 'cp.icr.io') return registryProvider('other');
  if (ecrHost.test(host)) return registryProvider('ecr');
  const byHost = registryProviders.find(({ recognisedBy }) =>
    recognisedBy.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known)),
  );
  if (byHost !== undefined) return byHost;
  // A single label is not a registry host yet: `harbor` may still become anything.
  const labels = host.includes('.') ? host.split('.').flatMap((label) => label.split('-')) : [];
  const byLabel = registryProviders.find(({ recognisedByLabel = [] }) =>
    recognisedByLabel.some((known) => labels.includes(known)),
  );
  return byLabel ?? registryProvider('other');
}

/** The provider of a registry: recognised by its host, otherwise the chosen one. */
export function providerOfRegistry(host: string, chosen: RegistryProviderId): RegistryProvider {
  const recognised = recogniseProvider(host);
  return recognised.id === 'other' ? registryProvider(chosen) : recognised;
}

/**
 * Builds the key of `auths` for a provider. Values are trimmed and lower-cased; an empty optional parameter is removed
 * from the template together with its dot.
 */
export function buildProviderHost(provider: RegistryProvider, parameters: HostParameterValues): BuiltHost {
  const { host, hostParameters = [] } = provider;
  if (host.kind === 'fixed') return { ok: true, host: host.value };
  if (host.kind === 'own') return { ok: false, problems: [] };
  const values = new Map(hostParameters.map(({ id }) => [id, (parameters[id] ?? '').trim().toLowerCase()]));
  const problems = hostParameters.flatMap((parameter) =>
    parameterProblem(parameter, values.get(parameter.id) ?? ''),
  );
  if (problems.length > 0) return { ok: false, problems };
  for (const [id, part] of Object.entries(host.derived ?? {})) {
    values.set(id, derivedValue(part, values.get(part.from) ?? ''));
  }
  const filled = host.template.replaceAll(/\{([a-z]+)\}(\.?)/g, (_whole, id: string, dot: string) => {
    const value = values.get(id) ?? '';
    return value === '' ? '' : value + dot;
  });
  return { ok: true, host: filled };
}

/**
 * Reads the parameters back from a host or key. Undefined unless `buildProviderHost` would build exactly this host from
 * them (not for another domain, a port or a FIPS endpoint); then the host stays as typed.
 */
export function parseProviderHost(provider: RegistryProvider, text: string): HostParameterValues | undefined {
  const host = authorityOf(text);
  if (provider.host.kind === 'own') return undefined;
  if (provider.host.kind === 'fixed') return hostnameOf(provider.host.value) === host ? {} : undefined;
  const parameters = matchTemplate(provider, host);
  if (parameters === undefined) return undefined;
  const built = buildProviderHost(provider, parameters);
  return built.ok && built.host === host ? parameters : undefined;
}

function authorityOf(text: string): string {
  return registryIdentity(text).split('/', 1)[0] ?? '';
}

function parameterProblem(parameter: HostParameter, value: string): HostParameterProblem[] {
  if (value === '') {
    return parameter.required ? [{ code: 'parameter-missing', parameter: parameter.id }] : [];
  }
  return parameterPatterns.get(parameter)?.test(value)
    ? []
    : [{ code: 'parameter-malformed', parameter: parameter.id }];
}

function derivedValue(part: DerivedHostPart, value: string): string {
  return part.byPrefix.find(({ prefix }) => value.startsWith(prefix))?.value ?? part.otherwise;
}

function matchTemplate(provider: RegistryProvider, host: string): HostParameterValues | undefined {
  const groups = hostPatterns.get(provider.id)?.exec(host)?.groups;
  if (groups === undefined) return undefined;
  return Object.fromEntries((provider.hostParameters ?? []).map(({ id }) => [id, groups[id] ?? '']));
}

/** A regular expression for the hosts of a template, with a group for each parameter. */
function templateSource(template: string, hostParameters: readonly HostParameter[]): string {
  const pieces = template.split(/(\{[a-z]+\}\.?)/).filter((piece) => piece !== '');
  const source = pieces.map((piece) => {
    const placeholder = /^\{([a-z]+)\}(\.?)$/.exec(piece);
    if (placeholder === null) return piece.replaceAll('.', '\\.');
    const id = placeholder[1] ?? '';
    const parameter = hostParameters.find((candidate) => candidate.id === id);
    // A derived part matches anything: building the host again shows whether it was right.
    if (parameter === undefined) return '[a-z.]+';
    const group = `(?<${id}>${parameter.pattern})${placeholder[2] === '.' ? '\\.' : ''}`;
    return parameter.required ? group : `(?:${group})?`;
  });
  return source.join('');
}
