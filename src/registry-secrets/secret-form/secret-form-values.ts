import { z } from 'zod/mini';
import type { RegistryEntry } from '../../domain/pull-secret/docker-config.ts';
import type { RegistryProviderId } from '../../domain/registry/registry-provider.ts';
import { checkRegistryHost, registryIdentity } from '../../domain/registry/registry-host.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { checkSecretName } from '../../domain/pull-secret/secret-name.ts';
import { tokenExpiry } from '../../domain/token/token-kinds.ts';
import { credentialRules, reportProblem } from '../../ui/form/form-rules.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';

/** What the form holds, as it stands on the screen; the token is the field "Access token". */
export interface RegistryValues {
  /** What the user chose; it counts where the host does not tell the provider. */
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

/** In the place of a date: somebody says that there is no end. */
export const noEnd = 'none';

export const emptyRegistry: RegistryValues = { provider: 'other', host: '', username: '', accessToken: '' };

/** What a secret is known to hold, each with its credential still to be entered; an empty registry where nothing is. */
export function rememberedRegistries(known: readonly KnownRegistry[]): RegistryValues[] {
  if (known.length === 0) return [emptyRegistry];
  return known.map(({ host, username = '' }) => ({ ...emptyRegistry, host, username }));
}

/** Whether something of a registry is not filled in. */
export function isUnfinished({ host, username, accessToken }: RegistryValues): boolean {
  return [host, username, accessToken].includes('');
}

/** Where one begins to fill a registry in. */
export function firstEmptyField({ host, username }: RegistryValues): 'host' | 'username' | 'accessToken' {
  if (host === '') return 'host';
  return username === '' ? 'username' : 'accessToken';
}

export interface SecretFormRules {
  readonly texts: Catalogue['secretForm'];
  readonly credentialTexts: Catalogue['credentials'];
  /** Names that the tenant has already, and that cannot be registered again. */
  readonly takenNames: readonly string[];
  /** The name is that of an existing secret, whatever it looks like. */
  readonly nameIsFixed: boolean;
}

/** The rules of the form; each broken one is a sentence at its field. */
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

/** The credentials as the domain knows them. */
export function toEntries(registries: readonly RegistryValues[]): RegistryEntry[] {
  return registries.map(({ host, username, accessToken, extra }) => ({
    host,
    username,
    password: accessToken,
    ...(extra && { extra }),
  }));
}

/** When the secret stops working: the date that the user chose, else the first one that a token names. */
export function expiryOf({ expiresOn, registries }: SecretFormValues): string | undefined {
  if (expiresOn !== '') return expiresOn;
  const dates = registries.flatMap(({ accessToken }) => tokenExpiry(accessToken) ?? []);
  return dates.toSorted((a, b) => a.getTime() - b.getTime())[0]?.toISOString();
}

/** Hosts that an earlier registry of the list has already, in whatever spelling. */
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

/** Those of `known` that none of the registries in the form stands for: they would be lost. */
export function lostRegistries(
  known: readonly KnownRegistry[],
  registries: readonly RegistryValues[],
): KnownRegistry[] {
  const kept = new Set(registries.map(({ host }) => registryIdentity(host)));
  return known.filter(({ host }) => !kept.has(registryIdentity(host)));
}

/** The imported registries after those in the form; a form that nobody has filled in gives way. */
export function addImported(
  present: readonly RegistryValues[],
  imported: readonly RegistryValues[],
): RegistryValues[] {
  const filled = present.filter(
    ({ host, username, accessToken }) => host !== '' || username !== '' || accessToken !== '',
  );
  return [...filled, ...imported];
}
