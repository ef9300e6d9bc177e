import type { aiCoreStates as en } from '../../en/shared/ai-core-states.ts';
import type { Translated } from '../../translated.ts';

export const aiCoreStates: Translated<typeof en> = {
  COMPLETED: 'Gelesen',
  'IN-PROGRESS': 'In Arbeit',
  ERROR: 'Fehler',
  PROVISIONED: 'Bereit',
  PROVISIONING: 'Wird eingerichtet',
  Synced: 'Synchron',
  OutOfSync: 'Nicht synchron',
  Unknown: 'Nicht bekannt',
  Healthy: 'In Ordnung',
  Progressing: 'In Arbeit',
  Degraded: 'Beeinträchtigt',
  Suspended: 'Angehalten',
  Missing: 'Fehlt',
};
