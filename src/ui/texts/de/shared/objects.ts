import { plural } from '../../format.ts';
import type { objects as en } from '../../en/shared/objects.ts';
import type { Translated } from '../../translated.ts';

export const objects: Translated<typeof en> = {
  clearSearch: 'Suche zurücksetzen',
  backToList: 'Zurück zur Liste',
  goodToKnow: 'Gut zu wissen',
  suggestion: 'In dieser Form zulässig:',
  use: (suggestion) => `${suggestion} verwenden`,
  deleteButton: 'Löschen…',
  deleteOf: (name) => `${name} löschen`,
  typeName: 'Zur Bestätigung den Namen eingeben',
  batches: {
    notShown: (count) =>
      `${plural(count, { one: 'weiterer Eintrag wird', other: 'weitere Einträge werden' })} nicht angezeigt.`,
    showMore: (count) => `${count} weitere anzeigen`,
  },
  stillWaiting: {
    sending: 'AI Core antwortet langsamer als gewöhnlich. Die Anfrage läuft noch; nicht erneut senden.',
    asking: 'Es wird geprüft, was AI Core getan hat…',
  },
  leave: {
    title: 'Verlassen, ohne zu speichern?',
    text: 'Ihre Eingaben sind nicht gespeichert und gehen verloren.',
    stay: 'Bleiben',
    leave: 'Verlassen',
  },
};
