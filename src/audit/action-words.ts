import type { AuditEvent } from '../api/audit.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** What was done, in the word for what it was done to. */
export function actionWords(
  { actions, actionsOf }: Catalogue['audit'],
  { action, resource = '' }: Pick<AuditEvent, 'action' | 'resource'>,
): string {
  return actionsOf[resource]?.[action] ?? actions[action] ?? action;
}

/** What it was done to, as AI Core or a registry calls it. */
export function objectOf({ name, subject }: Pick<AuditEvent, 'name' | 'subject'>): string | undefined {
  return name ?? subject?.url ?? subject?.registries?.[0]?.host;
}

/** An event as it is told from the others of its second: when, what, to what, where and by whom. */
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
