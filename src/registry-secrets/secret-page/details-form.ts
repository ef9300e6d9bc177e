import { z } from 'zod/mini';
import type { SecretDetails } from '../../api/browser-storage/remember-details.ts';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { checkRegistryHost } from '../../domain/registry/registry-host.ts';
import { checkUsername } from '../../domain/token/credential-checks.ts';
import { looksLikeToken } from '../../domain/token/token-kinds.ts';
import { isCredentialUsername } from '../../domain/token/username-credential.ts';
import { reportProblem } from '../../ui/form/form-rules.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import { noEnd, repeatedHosts } from '../secret-form/secret-form-values.ts';

export interface DetailsValues {
  registries: { host: string; username: string }[];
  /** A date as the browser's date field has it (`2027-03-31`), `noEnd`, or empty. */
  expiresOn: string;
  note: string;
}

export const noRegistry = { host: '', username: '' };

const maxNoteLength = 500;

/** The initial values, from what is known so far. */
export function toDetailsValues(known: RememberedSecret | undefined): DetailsValues {
  const registries = known?.registries ?? [];
  return {
    registries:
      registries.length === 0
        ? [noRegistry]
        : registries.map(({ host, username = '' }) => ({ host, username })),
    expiresOn: dayOf(known?.expiresAt),
    note: known?.note ?? '',
  };
}

/** The details to store. An unchanged expiry keeps its time of day, or stays unknown. */
export function toDetails(
  name: string,
  { registries, expiresOn, note }: DetailsValues,
  known: RememberedSecret | undefined,
): SecretDetails {
  const isUnchanged = expiresOn === dayOf(known?.expiresAt);
  const chosen = expiresOn === '' || expiresOn === noEnd ? undefined : expiresOn;
  return {
    name,
    registries: registries
      .filter((registry) => !isEmpty(registry))
      .map(({ host, username }) => (username === '' ? { host } : { host, username })),
    expiresAt: isUnchanged ? known?.expiresAt : chosen,
    formerEnd: isUnchanged ? known?.formerEnd : undefined,
    note: note.trim(),
  };
}

type Texts = Pick<Catalogue, 'secretPage' | 'secretForm' | 'credentials'>;

/** The rules of the form: valid hosts, and no credential anywhere. */
export function detailsSchema({ secretPage, secretForm, credentials }: Texts) {
  const registries = z.array(z.object({ host: z.string(), username: z.string() })).check((context) => {
    const report = (index: number, field: 'host' | 'username', message: string) =>
      context.issues.push({
        code: 'custom',
        input: undefined,
        path: [index, field],
        message,
        continue: true,
      });
    for (const [index, registry] of context.value.entries()) {
      if (isEmpty(registry)) continue;
      const { host, username } = registry;
      const { problem } = checkRegistryHost(host);
      if (problem) report(index, 'host', secretForm.hostProblem(problem));
      if (isCredentialUsername({ host, username, password: '' })) {
        report(index, 'username', secretPage.usernameIsCredential);
      } else if (checkUsername(username).problem?.code === 'contains-colon') {
        report(index, 'username', credentials.usernameProblem('contains-colon'));
      }
    }
    for (const { index, host, first } of repeatedHosts(context.value))
      report(index, 'host', secretForm.hostRepeated(host, first));
  });
  const note = z.string().check((context) => {
    if (context.value.length > maxNoteLength) reportProblem(context, secretPage.noteTooLong(maxNoteLength));
    else if (context.value.split(/\s/).some(looksLikeToken))
      reportProblem(context, secretPage.noteHasCredential);
  });
  return z.object({ registries, expiresOn: z.string(), note });
}

function isEmpty({ host, username }: DetailsValues['registries'][number]): boolean {
  return host === '' && username === '';
}

/** The local day of an ISO 8601 expiry, as it is shown. */
function dayOf(end = ''): string {
  if (end.length <= 'YYYY-MM-DD'.length) return end;
  const moment = new Date(end);
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
