import type { AuditEvent } from '../api/audit.ts';
import { rolloutKindIds, rolloutKinds } from '../domain/rollout/rollout-kinds.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { ObjectLink } from '../ui/object/object-link.tsx';

interface EventObjectProps {
  readonly event: AuditEvent;
  /** Its name in AI Core or at a registry. */
  readonly name: string;
  /** The labels of the connected tenants, by id. */
  readonly tenants: ReadonlyMap<string, string>;
}

/** The object of an event; its name is a link if the object may still exist. */
export function EventObject({ event, name, tenants }: EventObjectProps) {
  const { action, tenant = '', resource, subject } = event;
  const kind = rolloutKindIds.find((id) => rolloutKinds[id].resource === resource);
  const shown = <BreakableCode text={name} />;
  if (kind === undefined || name !== event.name || action === 'delete' || !tenants.has(tenant)) return shown;
  const { resourceGroup, scope } = subject ?? {};
  const facts = {
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(scope !== undefined && { scope: scope === 'all-groups' ? 'all' : scope }),
  };
  return (
    <ObjectLink tenant={tenant} kind={kind} kept={{ name, facts }}>
      {shown}
    </ObjectLink>
  );
}
