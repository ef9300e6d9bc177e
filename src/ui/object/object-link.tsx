import type { ReactNode } from 'react';
import { searchOf } from '../../domain/generic-secret/secret-scope.ts';
import { scopeOfFacts } from '../../domain/rollout/kinds/generic-secret.ts';
import type { KeptObject } from '../../domain/rollout/rollout-kind.ts';
import type { RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import { NameLink } from '../text-link.tsx';

interface ObjectLinkProps {
  readonly tenant: string;
  readonly kind: RolloutKindId;
  readonly kept: KeptObject;
  readonly children: ReactNode;
}

const pages = {
  'docker-registry-secret': '/$tenant/docker-registry-secrets/$name',
  'git-repository': '/$tenant/git-repositories/$name',
  application: '/$tenant/applications/$name',
  'resource-group': '/$tenant/resource-groups/$name',
} as const;

/** Links to the page of an object, or to the list it is in if it has no page. */
export function ObjectLink({ tenant, kind, kept, children }: ObjectLinkProps) {
  const { name, facts } = kept;
  if (kind === 'object-store-secret') {
    const { resourceGroup: group } = facts;
    return (
      <NameLink
        to="/$tenant/object-store-secrets"
        params={{ tenant }}
        search={group === undefined ? {} : { group }}
        preload={false}
      >
        {children}
      </NameLink>
    );
  }
  if (kind === 'generic-secret') {
    const search = searchOf(scopeOfFacts(facts));
    return (
      <NameLink to="/$tenant/generic-secrets" params={{ tenant }} search={search} preload={false}>
        {children}
      </NameLink>
    );
  }
  return (
    <NameLink to={pages[kind]} params={{ tenant, name }} preload={false}>
      {children}
    </NameLink>
  );
}
