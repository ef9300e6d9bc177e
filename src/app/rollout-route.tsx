import { useRememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import { RepositoryForm } from '../git-repositories/repository-form.tsx';
import { toRepositoryBody } from '../git-repositories/repository-form-values.ts';
import { expiryOf, toEntries } from '../registry-secrets/secret-form/secret-form-values.ts';
import { SecretForm } from '../registry-secrets/secret-form/secret-form.tsx';
import type { CredentialFormProps } from '../rollout/rollout-request.ts';
import { RolloutPage } from '../rollout/rollout-page.tsx';
import { handOn } from '../ui/form/use-write.ts';
import { useConnections } from './use-connections.ts';

/** Joins the page with the forms of the other parts: one for each kind that can be rolled out. */
const forms = { secret: SecretCredentialForm, repository: RepositoryCredentialForm };

export function RolloutRoute() {
  const connections = useConnections();
  return <RolloutPage connections={connections.data ?? []} forms={forms} />;
}

function SecretCredentialForm({ fixed, submitLabel, onSubmit }: CredentialFormProps) {
  // Of a secret that some tenant has, the registries may be known from another page: only the token is asked for then.
  const remembered = useRememberedByTenant();
  const known = [...remembered.values()]
    .map((secrets) => (fixed ? secrets.get(fixed.name)?.registries : undefined))
    .find((registries) => registries !== undefined && registries.length > 0);
  return (
    <SecretForm
      {...(fixed && { fixedName: fixed.name })}
      {...(known && { known })}
      submitLabel={submitLabel}
      write={handOn((values) => {
        const { name, registries } = values;
        onSubmit({ kind: 'secret', name, entries: toEntries(registries), expiresAt: expiryOf(values) });
      })}
    />
  );
}

function RepositoryCredentialForm({ fixed, submitLabel, onSubmit }: CredentialFormProps) {
  return (
    <RepositoryForm
      {...(fixed && { rotating: { name: fixed.name, url: fixed.url ?? '' } })}
      submitLabel={submitLabel}
      write={handOn((values) => onSubmit({ kind: 'repository', body: toRepositoryBody(values) }))}
    />
  );
}
