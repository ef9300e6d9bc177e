import type { deleteSecrets as en } from '../../en/runs/delete-secrets.ts';
import { formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const secretForms = { one: 'Secret', other: 'Secrets' };

export const deleteSecrets: Translated<typeof en> = {
  heading: (name, tenant) => `${name} aus ${tenant} löschen?`,
  headingOfMany: (count) => `${plural(count, secretForms)} löschen?`,
  consequence:
    'Neue Pods, deren Vorlage darauf verweist, können ihre Images nicht mehr laden. Laufende Pods arbeiten bis zum Neustart weiter. Das Löschen ist endgültig: AI Core gibt Zugangsdaten nie zurück.',
  typeName: 'Zur Bestätigung den Namen eingeben',
  typeNumber: 'Zur Bestätigung die Anzahl der Secrets eingeben',
  delete: 'Löschen',
  deleteSecret: 'Secret löschen',
  runHeading: (count, tenant) =>
    `${plural(count, { one: 'Secret wird', other: 'Secrets werden' })} in ${tenant} gelöscht`,
  doneHeading: (deleted, failed, tenant) =>
    failed === 0
      ? `${plural(deleted, secretForms)} in ${tenant} gelöscht`
      : `${plural(deleted, secretForms)} in ${tenant} gelöscht, ${formatNumber(failed)} fehlgeschlagen`,
  secret: 'Secret',
  outcomes: 'Secrets und ihre Ergebnisse',
  leave: {
    title: 'Während des Löschens verlassen?',
    text: 'Der Lauf endet: Kein weiteres Secret wird gelöscht. Bereits gelöschte lassen sich nicht wiederherstellen.',
    leave: 'Beenden und verlassen',
  },
};
