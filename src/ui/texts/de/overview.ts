import type { overview as en } from '../en/overview.ts';
import { formatNumber, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });
const secrets = (count: number) => plural(count, { one: 'Secret', other: 'Secrets' });

const cell: Translated<typeof en>['cell'] = (state) => {
  switch (state.kind) {
    case 'missing':
      return '–';
    case 'unknown':
      return 'Kein Eintrag';
    case 'none':
      return 'Kein Ende';
    case 'expired':
      return 'Abgelaufen';
    case 'soon':
    case 'valid':
      return `${formatNumber(state.days)} T`;
  }
};

export const overview: Translated<typeof en> = {
  heading: 'Übersicht',
  asked: (count, age) =>
    age === undefined ? tenants(count) : `${tenants(count)}, Stand der Antworten: ${age}`,
  reading: 'Tenants werden gelesen',
  readingProgress: (read, all) => `${formatNumber(read)} von ${tenants(all)} gelesen`,
  searchTenants: 'Tenants suchen',
  searchSecrets: 'Secret-Namen suchen',
  show: 'Anzeigen',
  showAll: 'Alle',
  shows: {
    expired: 'Abgelaufen',
    soon: 'In 14 Tagen',
    missing: 'Eines fehlt',
    silent: 'Keine Antwort',
  },
  clearOne: (name) => `Wieder alle Secrets anzeigen, nicht nur ${name}`,
  shown: (tenantCount, allTenants, names, allNames) =>
    `${formatNumber(tenantCount)} von ${tenants(allTenants)}, ${formatNumber(names)} von ${secrets(allNames)}`,
  exportCsv: 'CSV exportieren',
  rollOut: 'Ausrollen…',
  rollOutToLacking: (count) => `In die ${formatNumber(count)} ausrollen, denen es fehlt`,
  matrix: 'Tenants und ihre Secrets',
  tenant: 'Tenant',
  left: 'Frei',
  full: 'Voll',
  leftUnknown: '–',
  leftUnknownSpoken: 'Nicht bekannt',
  spread: (count, all) => `${formatNumber(count)} von ${formatNumber(all)}`,
  onlyThis: (name) => `Nur ${name} anzeigen`,
  cell,
  missing: 'Fehlt',
  noRecord: 'Kein Eintrag, wann es endet',
  has: 'vorhanden',
  lacks: 'fehlt',
  waiting: 'Wartet…',
  tenantId: 'Tenant-ID',
  state: 'Status',
  used: 'belegt',
  max: 'Kontingent',
  answers: 'antwortet',
  silent: 'antwortet nicht',
  unknownSecrets: 'Die Secrets sind nicht bekannt.',
  openConnection: 'Verbindung öffnen',
  retry: 'Erneut versuchen',
  retryOf: (tenant) => `Erneut versuchen: ${tenant}`,
  retryAll: (count) => `${tenants(count)} erneut versuchen`,
  old: (age) => `Eine neue Antwort fehlt. Alter der angezeigten: ${age}.`,
  about: (name, tenant) => `${name} in ${tenant}`,
  noAnswerOf: (tenant) => `Keine Antwort von ${tenant}`,
  held: (tenant, expiry, date) => `${tenant}: ${expiry}${date === undefined ? '' : `, ${date}`}.`,
  noRecordText: (tenant) => `${tenant} hat es. Registrys und Ende sind in diesem Browser nicht eingetragen.`,
  lacksText: (tenant, name) => `${tenant} hat ${name} nicht.`,
  rotated: (date) => `Am ${date} rotiert.`,
  registered: (date) => `Am ${date} registriert.`,
  rotate: 'Rotieren',
  open: 'Öffnen',
  rollOutHere: 'Ausrollen',
  keys: 'Die Pfeiltasten führen von Zelle zu Zelle. Eingabe führt in das, was eine Zelle zeigt, Esc zurück.',
  printed: (count, time) => `${tenants(count)}, ${time}`,
  secretsColumn: 'Secrets',
  lacking: (names) =>
    names.length > 5 ? `${formatNumber(names.length)} fehlen` : `Es fehlen: ${names.join(', ')}`,
  noTenants: 'Kein Tenant ist verbunden',
  noTenantsText: 'Zuerst eine Verbindung hinzufügen.',
  noMatch: 'Kein Treffer',
  noMatchText: 'Kein Tenant passt zu diesen Filtern.',
  noSecrets: 'Noch kein Tenant hat ein Secret',
  noSecretsText: 'In einem Tenant eines registrieren oder eines in viele ausrollen.',
  clear: 'Filter zurücksetzen',
};
