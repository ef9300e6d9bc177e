import { checkSecretName } from '../../../domain/pull-secret/secret-name.ts';
import { providerOfRegistry } from '../../../domain/registry/provider-host.ts';
import { checkRegistryHost } from '../../../domain/registry/registry-host.ts';
import { checkToken, checkUsername } from '../../../domain/token/credential-checks.ts';
import { inspectToken } from '../../../domain/token/token-hints.ts';
import { checkStanding, type CheckStanding } from '../../../ui/check/check-standing.ts';
import type { CheckSubject } from '../../../ui/check/check-subject.ts';
import { failedAddresses, type CredentialCheck } from '../../../ui/check/use-credential-check.ts';
import type { Catalogue } from '../../../ui/texts/texts.ts';
import type { RegistryValues, SecretFormValues } from '../secret-form-values.ts';

export interface RegistrationCheck {
  readonly id: string;
  /** `open`: nothing can be said yet. */
  readonly tone: 'ok' | 'warning' | 'error' | 'open';
  readonly text: string;
}

interface Context {
  /** Undefined if the tenant's list could not be read. */
  readonly takenNames: readonly string[] | undefined;
  readonly now: Date;
}

type Texts = Pick<Catalogue['secretForm'], 'registry' | 'checks'>;
type Finding = Pick<RegistrationCheck, 'tone' | 'text'>;

/** How many registries are examined: nobody would read the results of hundreds. */
const maxRegistries = 100;
const maxFindings = 8;

/**
 * What can be said of a secret before it is registered: about its name, its hosts and its credentials. Missing values
 * are not findings. The result never contains a part of a token.
 */
export function registrationChecks(
  texts: Texts,
  { name, registries }: Pick<SecretFormValues, 'name' | 'registries'>,
  context: Context,
): RegistrationCheck[] {
  const several = registries.length > 1;
  const findings = registries.slice(0, maxRegistries).flatMap((registry, index) =>
    findingsOf(texts.checks, registry, context.now).map(({ tone, text }, number) => ({
      id: `${index} ${number}`,
      tone,
      text: several ? `${texts.registry(index + 1)}: ${text}` : text,
    })),
  );
  const more = findings.length - maxFindings;
  return [
    nameCheck(texts.checks, name, context.takenNames),
    ...hostsCheck(texts.checks, registries),
    ...findings.slice(0, maxFindings),
    ...(more > 0 ? [{ id: 'more', tone: 'warning' as const, text: texts.checks.more(more) }] : []),
  ];
}

/** One line about the check of all credentials, whether it was run or not. */
export function credentialsCheck(
  checks: Texts['checks'],
  check: Pick<CredentialCheck, 'kind' | 'states'>,
  subjects: readonly CheckSubject[],
): RegistrationCheck {
  const standing = checkStanding(check, subjects);
  const text =
    standing === 'failed'
      ? checks.credentialsFailed(failedAddresses(check, subjects))
      : checks.credentials[standing];
  return { id: 'credentials', tone: toneOf[standing], text };
}

const toneOf = {
  open: 'open',
  changed: 'warning',
  unsure: 'warning',
  failed: 'error',
  passed: 'ok',
} satisfies Record<CheckStanding, RegistrationCheck['tone']>;

function nameCheck(
  checks: Texts['checks'],
  name: string,
  takenNames: Context['takenNames'],
): RegistrationCheck {
  const check = (tone: RegistrationCheck['tone'], text: string) => ({ id: 'name', tone, text });
  if (name === '') return check('open', checks.nameMissing);
  const problem = checkSecretName(name);
  if (problem) return check('error', checks.nameWrong);
  if (takenNames === undefined) return check('open', checks.nameUnknown);
  return takenNames.includes(name) ? check('error', checks.nameTaken) : check('ok', checks.nameFree);
}

/** One line while all is well; a problem with a host is a finding. */
function hostsCheck(checks: Texts['checks'], registries: readonly RegistryValues[]): RegistrationCheck[] {
  const hosts = registries.map(({ host }) => host).filter((host) => host !== '');
  if (hosts.length === 0) return [{ id: 'hosts', tone: 'open', text: checks.hostMissing }];
  const arePublic = hosts.slice(0, maxRegistries).every((host) => {
    const { problem, warnings } = checkRegistryHost(host);
    return problem === undefined && !warnings.some(({ code }) => code === 'unreachable-address');
  });
  return arePublic ? [{ id: 'hosts', tone: 'ok', text: checks.hostsPublic(hosts.length) }] : [];
}

function findingsOf(checks: Texts['checks'], registry: RegistryValues, now: Date): Finding[] {
  const { host, username, accessToken, provider } = registry;
  const ofHost = host === '' ? { warnings: [] } : checkRegistryHost(host);
  const tokenIsUsername = providerOfRegistry(host, provider).username.sameAsToken ?? false;
  const ofUsername = checkUsername(username, { tokenIsUsername });
  const ofToken = checkToken(accessToken, username);
  const told = inspectToken(accessToken, { host, username, now, provider });
  return [
    ...(ofHost.problem ? [error(checks.hostWrong)] : []),
    ...ofHost.warnings.map(({ code }) => warning(checks.host[code])),
    ...(ofUsername.problem?.code === 'contains-colon' ? [error(checks.usernameHasColon)] : []),
    ...ofUsername.warnings.map(({ code }) => warning(checks.username[code])),
    ...(ofToken.problem?.code === 'masked' ? [error(checks.tokenMasked)] : []),
    ...ofToken.warnings.map(({ code }) => warning(checks.token[code])),
    ...told.filter(({ severity }) => severity === 'warning').map(({ code }) => warning(checks.told[code])),
  ];
}

function error(text: string): Finding {
  return { tone: 'error', text };
}

function warning(text: string): Finding {
  return { tone: 'warning', text };
}
