import { useState } from 'react';
import { useLoadMemory, useRememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import { application } from '../domain/rollout/kinds/application.ts';
import { dockerRegistrySecret } from '../domain/rollout/kinds/docker-registry-secret.ts';
import { genericSecret, scopeOfFacts } from '../domain/rollout/kinds/generic-secret.ts';
import { gitRepository } from '../domain/rollout/kinds/git-repository.ts';
import { objectStoreSecret, storeValuesOfKept } from '../domain/rollout/kinds/object-store-secret.ts';
import { resourceGroup } from '../domain/rollout/kinds/resource-group.ts';
import type { SecretScope } from '../domain/generic-secret/secret-scope.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { emptyStore } from '../domain/object-store/store-body.ts';
import { defaultResourceGroup } from '../domain/resource-group/resource-group-id.ts';
import { ApplicationForm } from '../applications/application-form.tsx';
import { GenericSecretForm } from '../generic-secrets/generic-secret-form.tsx';
import { RepositoryForm } from '../git-repositories/repository-form.tsx';
import { toRepositoryBody } from '../git-repositories/repository-form-values.ts';
import { expiryOf, toEntries } from '../registry-secrets/secret-form/secret-form-values.ts';
import { StoreForm } from '../object-store-secrets/store-form.tsx';
import { GroupForm } from '../resource-groups/group-form.tsx';
import { toLabels } from '../resource-groups/group-form-values.ts';
import { SecretForm } from '../registry-secrets/secret-form/secret-form.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { handOn } from '../ui/form/use-write.ts';
import { ResourceGroupField, ScopeFields } from '../ui/run/place-fields.tsx';
import type { OrderFormProps, OrderForms } from '../ui/run/order-form.ts';

/** The form of each kind that can be rolled out, built from the forms of the other verticals. */
export const orderForms: OrderForms = {
  'docker-registry-secret': SecretOrderForm,
  'git-repository': RepositoryOrderForm,
  application: ApplicationOrderForm,
  'resource-group': GroupOrderForm,
  'object-store-secret': StoreOrderForm,
  'generic-secret': GenericSecretOrderForm,
};

function SecretOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  // If some tenant has the secret, its registries may be known: then only the token is asked for.
  const isReading = useLoadMemory();
  const isWaiting = isReading && fixed !== undefined && fixed.remembers === undefined;
  // Once shown, the form stays: something may have been typed.
  const [isReady, setReady] = useState(!isWaiting);
  if (!isReady && !isWaiting) setReady(true);
  const remembered = useRememberedByTenant();
  const known =
    fixed?.remembers?.registries ??
    [...remembered.values()]
      .map((secrets) => (fixed ? secrets.get(fixed.name)?.registries : undefined))
      .find((registries) => registries !== undefined && registries.length > 0);
  if (!isReady) return <LoadingState />;
  return (
    <SecretForm
      {...(fixed && { fixedName: fixed.name })}
      {...(known && { known })}
      submitLabel={submitLabel}
      write={handOn((values) => {
        const { name, registries } = values;
        const expiresAt = expiryOf(values) ?? fixed?.remembers?.expiresAt;
        onSubmit(dockerRegistrySecret.order({ name, entries: toEntries(registries), expiresAt }));
      })}
    />
  );
}

function RepositoryOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  return (
    <RepositoryForm
      {...(fixed && { rotating: { name: fixed.name, url: fixed.facts['url'] ?? '' } })}
      submitLabel={submitLabel}
      write={handOn((values) => onSubmit(gitRepository.order(toRepositoryBody(values))))}
    />
  );
}

function ApplicationOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  const { repositoryUrl = '', revision = '', path = '' } = fixed?.facts ?? {};
  return (
    <ApplicationForm
      // Each tenant has its own repositories and applications: the plan compares them.
      repositories={undefined}
      taken={[]}
      {...(fixed && { changing: { name: fixed.name, repositoryUrl, revision, path } })}
      submitLabel={submitLabel}
      write={handOn((values) => onSubmit(application.order(values)))}
      aside={undefined}
    />
  );
}

function GroupOrderForm({ submitLabel, onSubmit }: OrderFormProps) {
  return (
    <GroupForm
      taken={[]}
      submitLabel={submitLabel}
      write={handOn(({ name, labels }) => onSubmit(resourceGroup.order({ name, labels: toLabels(labels) })))}
    />
  );
}

/** The resource group is typed, because each tenant has groups of its own. */
function StoreOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  const [typed, setTyped] = useState(defaultResourceGroup);
  const group = fixed?.facts['resourceGroup'] ?? typed;
  return (
    <>
      {fixed === undefined && <ResourceGroupField value={typed} onChange={setTyped} />}
      <StoreForm
        initial={fixed ? storeValuesOfKept(fixed) : { ...emptyStore(), name: defaultObjectStore }}
        {...(fixed ? { typeIsKnown: fixed.facts['type'] !== undefined } : { taken: [] })}
        submitLabel={submitLabel}
        write={handOn((values) => onSubmit(objectStoreSecret.order(group, values, fixed?.facts)))}
        aside={() => undefined}
      />
    </>
  );
}

function GenericSecretOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  const [chosen, setChosen] = useState<SecretScope>({ kind: 'group', group: defaultResourceGroup });
  const scope = fixed ? scopeOfFacts(fixed.facts) : chosen;
  return (
    <GenericSecretForm
      scope={scope}
      {...(!fixed && { scopeChoice: <ScopeFields scope={chosen} onChange={setChosen} />, taken: [] })}
      name={fixed?.name ?? ''}
      keys={fixed?.keys}
      submitLabel={submitLabel}
      write={handOn((values) => onSubmit(genericSecret.order(scope, values)))}
      aside={undefined}
    />
  );
}
