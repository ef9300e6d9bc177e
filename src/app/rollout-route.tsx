import { RolloutPage } from '../rollout/rollout-page.tsx';
import type { CredentialFormProps } from '../rollout/order.ts';
import { expiryOf, toEntries } from '../registry-secrets/secret-form-values.ts';
import { SecretForm } from '../registry-secrets/secret-form.tsx';
import { useConnections } from './use-connections.ts';

/** Joins the page with the forms of the other parts: one entry for each kind that can be rolled out. */
const forms = { secret: SecretCredentialForm };

export function RolloutRoute() {
  const connections = useConnections();
  return <RolloutPage connections={connections.data ?? []} forms={forms} />;
}

function SecretCredentialForm({ fixedName, submitLabel, onSubmit }: CredentialFormProps) {
  return (
    <SecretForm
      {...(fixedName !== undefined && { fixedName })}
      submitLabel={submitLabel}
      onSubmit={async (values) =>
        onSubmit({
          kind: 'secret',
          name: values.name,
          entries: toEntries(values.registries),
          expiresAt: expiryOf(values),
        })
      }
    />
  );
}
