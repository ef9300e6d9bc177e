import type { secrets as en } from '../en/secrets.ts';
import { formatDaysFromNow, formatList, plural } from '../format.ts';
import { capital } from './shared/capital.ts';
import type { Translated } from '../translated.ts';

const secretForms = { one: 'Secret', other: 'Secrets' };

const expiry: (typeof en)['expiry'] = (state) => {
  switch (state.kind) {
    case 'none':
      return 'Kein Ablaufdatum';
    case 'unknown':
      return 'Nicht bekannt';
    case 'expired':
      return capital(`${formatDaysFromNow(state.days)} abgelaufen`);
    case 'soon':
    case 'valid':
      return `Läuft ${formatDaysFromNow(state.days)} ab`;
  }
};

export const secrets: Translated<typeof en> = {
  expiry,
  heading: 'Docker-Registry-Secrets',
  note: 'Vorlagen verweisen in imagePullSecrets auf diese Secrets, um private Images zu laden.',
  register: 'Secret registrieren',
  search: 'Secrets suchen',
  name: 'Name',
  registries: 'Registrys',
  changed: 'Letzte Änderung',
  changedOn: (rotated, date) => (rotated ? `Rotiert am ${date}` : `Registriert am ${date}`),
  expires: 'Ablauf',
  username: 'Benutzername',
  clearFilters: 'Filter zurücksetzen',
  noFilterMatch: 'Kein Secret passt zu diesen Filtern.',
  copySnippet: 'Snippet kopieren',
  actions: 'Aktionen',
  showSnippet: 'Snippet',
  showSnippetOf: (name) => `Snippet von ${name} anzeigen`,
  rotate: 'Rotieren',
  rotateOf: (name) => `Zugangsdaten von ${name} rotieren`,
  delete: 'Löschen…',
  deleteOf: (name) => `${name} löschen`,
  deleteSelected: (count) => `${plural(count, secretForms)} löschen…`,
  deleted: {
    sent: (name) => `„${name}“ wurde gelöscht`,
    already: (name) => `„${name}“ war bereits gelöscht`,
  },
  select: (name) => `${name} auswählen`,
  selectAll: 'Alle angezeigten Secrets auswählen',
  expiring: (names) =>
    `${plural(names.length, { one: 'Secret läuft', other: 'Secrets laufen' })} innerhalb von 14 Tagen ab oder ${names.length === 1 ? 'ist' : 'sind'} abgelaufen: ${formatList(names)}. Rechtzeitig rotieren, sonst können neue Pods ihre Images nicht laden.`,
  remembered:
    'AI Core liefert nur Namen. Registrys, Benutzernamen und Daten stammen aus den Aufzeichnungen dieser Konsole, die keine Zugangsdaten enthalten.',
  forget: 'Aufzeichnung entfernen',
  quota: (used, max) => (max === undefined ? plural(used, secretForms) : `${used} von ${max} belegt`),
  quotaFull: 'Das Kontingent ist ausgeschöpft. Vor dem nächsten Registrieren ein Secret löschen.',
  shown: (shown, all) => `${shown} von ${plural(all, secretForms)} angezeigt`,
  emptyTitle: 'Noch kein Docker-Registry-Secret',
  emptyText: 'Sobald eines registriert ist, können die Vorlagen dieses Tenants private Images laden.',
  noMatchTitle: 'Kein passendes Secret',
  noMatchText: (search) => `Kein Name und keine Registry enthält „${search}“.`,
  clearSearch: 'Suche zurücksetzen',
  snippetHeading: 'Snippet für imagePullSecrets',
  snippetNote: 'In die Vorlage kopieren; der Kommentar nennt die Stelle.',
  intoTemplate: 'In eine Vorlage einfügen',
};
