import { useReadMemory, useRememberedByTenant } from '../api/browser-storage/remembered-by-tenant.ts';
import { application } from '../domain/rollout/kinds/application.ts';
import { dockerRegistrySecret } from '../domain/rollout/kinds/docker-registry-secret.ts';
import { gitRepository } from '../domain/rollout/kinds/git-repository.ts';
import { ApplicationForm } from '../applications/application-form.tsx';
import { RepositoryForm } from '../git-repositories/repository-form.tsx';
import { toRepositoryBody } from '../git-repositories/repository-form-values.ts';
import { expiryOf, toEntries } from '../registry-secrets/secret-form/secret-form-values.ts';
import { SecretForm } from '../registry-secrets/secret-form/secret-form.tsx';
import { handOn } from '../ui/form/use-write.ts';
import type { OrderFormProps, OrderForms } from '../ui/run/order-form.ts';

/** The form of each kind that can be rolled out, made of the forms of the other parts. */
export const orderForms: OrderForms = {
  'docker-registry-secret': SecretOrderForm,
  'git-repository': RepositoryOrderForm,
  application: ApplicationOrderForm,
};

function SecretOrderForm({ fixed, submitLabel, onSubmit }: OrderFormProps) {
  // Of a secret that some tenant has, the registries may be known from another page: only the token is asked for then.
  useReadMemory();
  const remembered = useRememberedByTenant();
  const known =
    fixed?.remembers?.registries ??
    [...remembered.values()]
      .map((secrets) => (fixed ? secrets.get(fixed.name)?.registries : undefined))
      .find((registries) => registries !== undefined && registries.length > 0);
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
      // Each tenant has repositories and applications of its own: the plan compares them.
      repositories={undefined}
      taken={[]}
      {...(fixed && { changing: { name: fixed.name, repositoryUrl, revision, path } })}
      submitLabel={submitLabel}
      write={handOn((values) => onSubmit(application.order(values)))}
      aside={undefined}
    />
  );
}
