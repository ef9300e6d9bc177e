import { useWatch, type Control } from 'react-hook-form';
import { checkRegistry, useOffersChecks } from '../../api/checks.ts';
import { CheckCredentials } from '../../ui/check/check-credentials.tsx';
import type { CheckSubject, RunCheck } from '../../ui/check/check-subject.ts';
import { useImageToCheck } from '../../ui/check/image-to-check.tsx';
import type { CredentialCheck } from '../../ui/check/use-credential-check.ts';
import type { RegistryValues, SecretFormValues } from './secret-form-values.ts';

/** Lets the gateway try one registry. */
export const runRegistryCheck: RunCheck = ({ address, username, password, images }, signal) =>
  checkRegistry({ registry: address, username, password, images }, signal);

/** The unique registries of the form that have a host. */
export function toSubjects(registries: readonly RegistryValues[]): CheckSubject[] {
  const named = new Map(registries.map((registry) => [registry.host.trim(), registry]));
  named.delete('');
  return [...named].map(([address, { username, accessToken }]) => ({
    address,
    username,
    password: accessToken,
  }));
}

/** The button that checks the current input; absent if the gateway does not offer checks. */
export function CredentialCheckButton({
  control,
  check,
}: {
  control: Control<SecretFormValues>;
  check: CredentialCheck;
}) {
  const registries = useWatch({ control, name: 'registries' });
  const [image] = useImageToCheck();
  return useOffersChecks() ? (
    <CheckCredentials inBar check={check} subjects={toSubjects(registries)} image={image} />
  ) : undefined;
}
