import { z } from 'zod/mini';
import type { RegistryEntry } from '../../domain/pull-secret/docker-config.ts';
import type { RegistryProviderId } from '../../domain/registry/registry-provider.ts';
import { checkRegistryHost, registryIdentity } from '../../domain/registry/registry-host.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { checkSecretName } from '../../domain/pull-secret/secret-name.ts';
import { tokenExpiry } from '../../domain/token/token-kinds.ts';
import { credentialRules, reportProblem } from '../../ui/form/form-rules.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';

/** The values as the form shows them; `accessToken` is the field "Access token". */
export interface RegistryValues {
  /** The user's choice, which counts where the host does not reveal the provider. */
  provider: RegistryProviderId;
  host: string;
  username: string;
  accessToken: string;
  /** Unknown fields of an imported entry, kept on request. */
  extra?: Readonly<Record<string, unknown>> | undefined;
}

export interface SecretFormValues {
  name: string;
  registries: RegistryValues[];
  /** A date as the browser's date field has it (`2027-03-31`), or empty. */
  expiresOn: string;
}

/** Replaces a date: the secret does not expire. */
export const noEnd = 'none';

export const emptyRegistry: RegistryValues = { provider: 'other', host: '', username: '', accessToken: '' };

/** The known registries of a secret, with the credentials to be entered; one empty registry if nothing is known. */
export function rememberedRegistries(known: readonly KnownRegistry[]): RegistryValues[] {
  if (known.length === 0) return [emptyRegistry];
  return known.map(({ host, username = '' }) => ({ ...emptyRegistry, host, username }));
}

/** Whether a field of a registry is still empty. */
export function isUnfinished({ host, username, accessToken }: RegistryValues): boolean {
  return [host, username, accessToken].includes('');
}

/** The first field of a registry to fill in. */
export function firstEmptyField({ host, username }: RegistryValues): 'host' | 'username' | 'accessToken' {
  if (host === '') return 'host';
  return username === '' ? 'username' : 'accessToken';
}

export interface SecretFormRules {
  readonly texts: Catalogue['secretForm'];
  readonly credentialTexts: Catalogue['credentials'];
  /** Existing names in the tenant, which cannot be registered again. */
  readonly takenNames: readonly string[];
  /** The name belongs to an existing secret, so it is not checked. */
  readonly nameIsFixed: boolean;
}

/** The rules of the form; each violation is a message at its field. */
export function secretFormSchema({ texts, credentialTexts, takenNames, nameIsFixed }: SecretFormRules) {
  const name = z.string().check((context) => {
    if (nameIsFixed) return;
    const problem = checkSecretName(context.value);
    if (problem) reportProblem(context, texts.nameProblem(problem));
    else if (takenNames.includes(context.value)) reportProblem(context, texts.nameTaken(context.value));
  });
  const registry = z.object({
    provider: z.custom<RegistryProviderId>(),
    extra: z.optional(z.custom<Readonly<Record<string, unknown>>>()),
    host: z.string().check((context) => {
      const { problem } = checkRegistryHost(context.value);
      if (problem) reportProblem(context, texts.hostProblem(problem));
    }),
    ...credentialRules(credentialTexts),
  });
  const registries = z.array(registry).check((context) => {
    for (const { index, host, first } of repeatedHosts(context.value)) {
      const message = texts.hostRepeated(host, first);
      context.issues.push({
        code: 'custom',
        input: undefined,
        path: [index, 'host'],
        message,
        continue: true,
      });
    }
  });
  return z.object({ name, registries, expiresOn: z.string() });
}

/** The credentials in the domain's terms. */
export function toEntries(registries: readonly RegistryValues[]): RegistryEntry[] {
  return registries.map(({ host, username, accessToken, extra }) => ({
    host,
    username,
    password: accessToken,
    ...(extra && { extra }),
  }));
}

/** When the secret stops working: the date chosen by the user, otherwise the earliest expiry of a token. */
export function expiryOf({ expiresOn, registries }: SecretFormValues): string | undefined {
  if (expiresOn !== '') return expiresOn;
  const dates = registries.flatMap(({ accessToken }) => tokenExpiry(accessToken) ?? []);
  return dates.toSorted((a, b) => a.getTime() - b.getTime())[0]?.toISOString();
}

/** Hosts that are already in an earlier registry of the list, however they are spelled. */
export function repeatedHosts(
  registries: readonly Pick<RegistryValues, 'host'>[],
): { index: number; host: string; first: string }[] {
  const seen = new Map<string, string>();
  return registries.flatMap(({ host }, index) => {
    if (host === '') return [];
    const identity = registryIdentity(host);
    const first = seen.get(identity);
    if (first !== undefined) return [{ index, host, first }];
    seen.set(identity, host);
    return [];
  });
}

/** The `known` registries that no registry in the form replaces: they would be lost. */
export function lostRegistries(
  known: readonly KnownRegistry[],
  registries: readonly RegistryValues[],
): KnownRegistry[] {
  const kept = new Set(registries.map(({ host }) => registryIdentity(host)));
  return known.filter(({ host }) => !kept.has(registryIdentity(host)));
}

/** The imported registries after those in the form; an untouched form is replaced. */
export function addImported(
  present: readonly RegistryValues[],
  imported: readonly RegistryValues[],
): RegistryValues[] {
  const filled = present.filter(
    ({ host, username, accessToken }) => host !== '' || username !== '' || accessToken !== '',
  );
  return [...filled, ...imported];
}
