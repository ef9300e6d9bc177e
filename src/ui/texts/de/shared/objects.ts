import type { objects as en } from '../../en/shared/objects.ts';
import type { Translated } from '../../translated.ts';

export const objects: Translated<typeof en> = {
  clearSearch: 'Suche zurücksetzen',
  goodToKnow: 'Gut zu wissen',
  suggestion: 'In dieser Form zulässig:',
  use: (suggestion) => `${suggestion} verwenden`,
  deleteButton: 'Löschen…',
  deleteOf: (name) => `${name} löschen`,
  typeName: 'Zur Bestätigung den Namen eingeben',
};
