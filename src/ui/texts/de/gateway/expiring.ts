import type { expiring as en } from '../../en/gateway/expiring.ts';
import { formatDate, plural } from '../../format.ts';

const inDays = (count: number) => plural(count, { one: 'Tag', other: 'Tagen' });

export const expiring: typeof en = {
  open: 'Ablaufend',
  heading: 'Ablaufende Secrets',
  allSecrets: 'Alle Secrets',
  calendar: 'Kalender…',
  within: 'Läuft ab innerhalb von',
  days: inDays,
  count: (count: number) => plural(count, { one: 'Secret', other: 'Secrets' }),
  empty: (count: number) => `Nichts läuft innerhalb von ${inDays(count)} ab`,
  emptyText:
    'Hier erscheinen nur Secrets, deren Ablaufdatum bekannt ist. Es lässt sich auf der Seite des Secrets ergänzen.',
  columns: {
    secret: 'Secret',
    tenant: 'Tenant',
    ends: 'Ablauf',
    registries: 'Registrys',
    changed: 'Letzte Änderung',
    next: 'Nächster Schritt',
  },
  changed: (by: string | undefined, at: Date) =>
    by === undefined ? formatDate(at) : `${by}, ${formatDate(at)}`,
  unknown: 'Nicht bekannt',
  rotate: 'Rotieren',
  rotateOf: (name: string, tenant: string) => `${name} in ${tenant} rotieren`,
  calendarDialog: {
    heading: 'Kalender der Ablaufdaten',
    shows:
      'In Outlook, Google Kalender oder einem anderen Kalender abonnieren. Er zeigt Name, Tenant, Registrys und Ablaufdatum aller Secrets, die Sie sehen dürfen, aber keine Zugangsdaten. Wer die Adresse hat, kann ihn lesen. Sie gilt nicht mehr, sobald Sie sie zurückziehen oder die Konsole 90 Tage lang nicht öffnen.',
    create: 'Adresse erstellen',
    once: 'Diese Adresse jetzt kopieren. Sie wird nur einmal angezeigt.',
    address: 'Kalenderadresse',
    keys: 'Ihre Adressen',
    none: 'Noch keine.',
    made: (time: string) => `Erstellt am ${time}`,
    withdraw: 'Zurückziehen',
    withdrawOf: (made: string) => `Zurückziehen: ${made}`,
    withdrawn: 'Die Adresse gilt nicht mehr.',
  },
};
