import { z } from 'zod/mini';
import { checkToken, checkUsername } from '../domain/credential-fields.ts';
import type { RegistryEntry } from '../domain/docker-config.ts';
import { checkRegistryHost, registryIdentity } from '../domain/registry-host.ts';
import { checkSecretName } from '../domain/secret-name.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** What the form holds, as it stands on the screen; the token is the field "Access token". */
export interface RegistryValues {
  host: string;
  username: string;
  token: string;
}

export interface SecretFormValues {
  name: string;
  registries: RegistryValues[];
}

export const emptyRegistry: RegistryValues = { host: '', username: '', token: '' };

export interface SecretFormRules {
  readonly texts: Catalogue['secretForm'];
  /** Names that the tenant has already, and that cannot be registered again. */
  readonly takenNames: readonly string[];
}

/** The rules of the form; each broken one is a sentence at its field. */
export function secretFormSchema({ texts, takenNames }: SecretFormRules) {
  const name = z.string().check((context) => {
    const problem = checkSecretName(context.value);
    if (problem) report(context, texts.nameProblem(problem));
    else if (takenNames.includes(context.value)) report(context, texts.nameTaken(context.value));
  });
  const registry = z.object({
    host: z.string().check((context) => {
      const { problem } = checkRegistryHost(context.value);
      if (problem) report(context, texts.hostProblem(problem));
    }),
    username: z.string().check((context) => {
      const { problem } = checkUsername(context.value);
      if (problem) report(context, texts.usernameProblem(problem.code));
    }),
    token: z.string().check((context) => {
      if (checkToken(context.value).problem) report(context, texts.tokenEmpty);
    }),
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
  return z.object({ name, registries });
}

/** The credentials as the domain knows them. */
export function toEntries(registries: readonly RegistryValues[]): RegistryEntry[] {
  return registries.map(({ host, username, token }) => ({ host, username, password: token }));
}

interface RuleContext {
  readonly issues: { push: (issue: { code: 'custom'; input: undefined; message: string }) => unknown };
}

/** The input stays out of the issue: it may be a credential. */
function report(context: RuleContext, message: string): void {
  context.issues.push({ code: 'custom', input: undefined, message });
}

/** Hosts that an earlier registry of the list has already, in whatever spelling. */
function repeatedHosts(
  registries: readonly RegistryValues[],
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
