import type { secrets as en } from '../en/secrets.ts';
import { capital, formatDaysFromNow, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

const secretForms = { one: 'Secret', other: 'Secrets' };

const expiry: (typeof en)['expiry'] = (state) => {
  switch (state.kind) {
    case 'none':
      return 'Kein Ablaufdatum';
    case 'unknown':
      return 'Nicht bekannt';
    case 'unread':
      return '–';
    case 'expired':
      return capital(`${formatDaysFromNow(state.days)} abgelaufen`);
    case 'soon':
    case 'valid':
      return `Läuft ${formatDaysFromNow(state.days)} ab`;
  }
};

/** The same in a column that is headed so. */
const left: (typeof en)['left'] = (state) => {
  if (state.kind !== 'valid' && state.kind !== 'soon') return expiry(state);
  return state.days === 0 ? 'Heute' : plural(state.days, { one: 'Tag', other: 'Tage' });
};

export const secrets: Translated<typeof en> = {
  expiry,
  left,
  heading: 'Docker-Registry-Secrets',
  register: 'Secret registrieren',
  import: 'Importieren…',
  search: 'Secrets suchen',
  name: 'Name',
  registries: 'Registrys',
  changed: 'Letzte Änderung',
  rotated: 'Rotiert',
  registered: 'Registriert',
  elsewhere: 'Anderswo registriert',
  hosts: (first, more) => (more === 0 ? first : `${first} und ${more} weitere`),
  expires: 'Ablauf',
  username: 'Benutzername',
  clearFilters: 'Filter zurücksetzen',
  noFilterMatch: 'Kein Secret passt zu diesen Filtern.',
  copySnippet: 'Snippet kopieren',
  actions: 'Aktionen',
  copySnippetOf: (name) => `Snippet von ${name} kopieren`,
  snippetCopied: (names) =>
    names.length === 1
      ? `Snippet von ${names[0]} kopiert`
      : `Snippet von ${plural(names.length, secretForms)} kopiert`,
  copyFailed: 'Das Kopieren wurde blockiert. Das Secret öffnen und sein Snippet mit der Tastatur kopieren.',
  more: 'Weitere Aktionen',
  moreOf: (name) => `Weitere Aktionen für ${name}`,
  addDetails: 'Angaben ergänzen',
  addDetailsOf: (name) => `Angaben zu ${name} ergänzen`,
  cleared: 'Filter zurückgesetzt',
  rotate: 'Rotieren',
  rotateOf: (name) => `Zugangsdaten von ${name} rotieren`,
  select: (name) => `${name} auswählen`,
  selectAll: 'Alle angezeigten Secrets auswählen',
  remembered:
    'AI Core liefert nur Namen. Registrys, Benutzernamen und Datumsangaben stammen aus den Aufzeichnungen dieser Konsole, die keine Zugangsdaten enthalten.',
  unread:
    'Die Aufzeichnungen dieser Konsole konnten nicht gelesen werden. Die Seite neu laden, um es erneut zu versuchen.',
  forget: 'Aufzeichnung entfernen',
  quota: (used, max) => (max === undefined ? plural(used, secretForms) : `${used} von ${max} belegt`),
  quotaFull: 'Das Kontingent ist ausgeschöpft. Zuerst ein Secret löschen, dann ein neues registrieren.',
  shown: (shown, all) => `${shown} von ${plural(all, secretForms)} angezeigt`,
  emptyTitle: 'Noch kein Docker-Registry-Secret',
  emptyText:
    'Sobald eines registriert ist, können die Vorlagen dieses Tenants private Images laden. Eine Docker-config.json oder ein Kubernetes-Secret lässt sich importieren; gelesen wird nur in diesem Browser.',
  noMatchTitle: 'Kein passendes Secret',
  noMatchText: (search) => `Kein Name, keine Registry und kein Benutzername enthält „${search}“.`,
  clearSearch: 'Suche zurücksetzen',
};
