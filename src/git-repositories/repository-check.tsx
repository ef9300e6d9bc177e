import { useWatch, type Control } from 'react-hook-form';
import { checkRepository, useOffersChecks } from '../api/checks.ts';
import { CheckCredentials } from '../ui/check/check-credentials.tsx';
import type { CheckSubject, RunCheck } from '../ui/check/check-subject.ts';
import type { CredentialCheck } from '../ui/check/use-credential-check.ts';
import { toRepositoryBody, type RepositoryFormValues } from './repository-form-values.ts';

/** Lets the gateway read one repository, and look for a revision. */
export const runRepositoryCheck: RunCheck = ({ address, ...question }, signal) => {
  const { username, password, revision, path } = question;
  return checkRepository({ url: address, username, password, revision, path }, signal);
};

/** The credentials in a form to check, with the URL as AI Core will get it. */
export function toSubjects(values: RepositoryFormValues): CheckSubject[] {
  const { url, username, password } = toRepositoryBody(values);
  return url === '' ? [] : [{ address: url, username, password }];
}

/** The button that checks the current input; absent if the gateway does not offer checks. */
export function RepositoryCheckButton({
  control,
  check,
}: {
  control: Control<RepositoryFormValues>;
  check: CredentialCheck;
}) {
  const [url, name, username, accessToken] = useWatch({
    control,
    name: ['url', 'name', 'username', 'accessToken'],
  });
  return useOffersChecks() ? (
    <CheckCredentials inBar check={check} subjects={toSubjects({ url, name, username, accessToken })} />
  ) : undefined;
}
