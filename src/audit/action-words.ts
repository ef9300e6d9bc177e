import type { AuditEvent } from '../api/audit.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** What was done, in the word for what it was done to. */
export function actionWords(
  { actions, actionsOf }: Catalogue['audit'],
  { action, resource = '' }: Pick<AuditEvent, 'action' | 'resource'>,
): string {
  return actionsOf[resource]?.[action] ?? actions[action] ?? action;
}
