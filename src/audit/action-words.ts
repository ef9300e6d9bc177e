import type { AuditEvent } from '../api/audit.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** What was done, worded for the kind of object. */
export function actionWords(
  { actions, actionsOf }: Catalogue['audit'],
  { action, resource = '' }: Pick<AuditEvent, 'action' | 'resource'>,
): string {
  return actionsOf[resource]?.[action] ?? actions[action] ?? action;
}

/** The object's name in AI Core or at a registry. */
export function objectOf({ name, subject }: Pick<AuditEvent, 'name' | 'subject'>): string | undefined {
  return name ?? subject?.url ?? subject?.registries?.[0]?.host;
}

/** A name for an event that tells it from others in the same second: time, action, object, tenant and person. */
export function eventName(
  texts: Catalogue['audit'],
  event: AuditEvent,
  time: string,
  tenant = event.tenant,
): string {
  const { actor, outcome, resource = '', subject } = event;
  const what = subject?.count === undefined ? objectOf(event) : texts.calls(subject.count);
  const how = outcome === 'done' ? undefined : texts.outcomes[outcome];
  return [
    time,
    actionWords(texts, event),
    texts.resources[resource],
    what,
    subject?.resourceGroup,
    tenant,
    actor?.name,
    how,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
