import type { repositoryStates as en } from '../../en/shared/repository-states.ts';
import type { Translated } from '../../translated.ts';

export const repositoryStates: Translated<typeof en> = {
  COMPLETED: 'Gelesen',
  'IN-PROGRESS': 'In Arbeit',
  ERROR: 'Fehler',
  UNKNOWN: 'Nicht bekannt',
};
