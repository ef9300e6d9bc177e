import {
  buildProviderHost,
  parseProviderHost,
  providerOfRegistry,
  recogniseProvider,
  registryProvider,
  type HostParameterValues,
} from '../../../domain/registry/provider-host.ts';
import { registryProviders } from '../../../domain/registry/registry-providers.ts';
import type { RegistryProvider, RegistryProviderId } from '../../../domain/registry/registry-provider.ts';
import type { RegistryValues } from '../secret-form-values.ts';

/** The fields after a provider was chosen: its host and username, where those are fixed. */
export function chooseProvider(values: RegistryValues, id: RegistryProviderId): RegistryValues {
  const provider = registryProvider(id);
  const fits =
    recogniseProvider(values.host).id === id ||
    (id !== 'other' && providerOfRegistry(values.host, values.provider).id === 'other');
  const built = buildProviderHost(provider, {});
  const host =
    provider.host.kind === 'fixed' && built.ok
      ? built.host
      : fits && provider.host.kind === 'own'
        ? values.host
        : '';
  const kept = isFixedUsername(values.username) ? '' : values.username;
  return { ...values, provider: id, host, username: provider.username.fixed ?? kept };
}

/** The fields after another host was typed: a provider's fixed username fills an empty field. */
export function usernameForHost(host: string, username: string): string {
  return username === '' ? (recogniseProvider(host).username.fixed ?? '') : username;
}

/** The parameters of a host: read from the host, or, while it is incomplete, as they were typed. */
export function hostParameters(
  provider: RegistryProvider,
  host: string,
  typed: HostParameterValues,
): HostParameterValues | undefined {
  if (!provider.hostParameters) return undefined;
  return host === '' ? typed : parseProviderHost(provider, host);
}

function isFixedUsername(username: string): boolean {
  return registryProviders.some(({ username: known, alternatives = [] }) =>
    [known, ...alternatives.map((alternative) => alternative.username)].some(
      ({ fixed }) => fixed === username,
    ),
  );
}
