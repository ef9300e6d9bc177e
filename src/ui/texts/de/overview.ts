import type { overview as en } from '../en/overview.ts';
import { formatNumber, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });
const secrets = (count: number) => plural(count, { one: 'Secret', other: 'Secrets' });

/** As short as a cell is. */
const cell: (typeof en)['cell'] = (state) => {
  switch (state.kind) {
    case 'missing':
      return '–';
    case 'unknown':
      return 'Unbekannt';
    case 'none':
      return 'Kein Ablauf';
    case 'expired':
      return 'Abgelaufen';
    case 'soon':
    case 'valid':
      return state.days === 0 ? 'Heute' : `${formatNumber(state.days)}\u{a0}T.`;
  }
};

export const overview: Translated<typeof en> = {
  heading: 'Übersicht',
  asked: (count, minutes) =>
    minutes === undefined
      ? tenants(count)
      : `${tenants(count)}, ${minutes === 0 ? 'gerade' : `vor ${formatNumber(minutes)} Min.`} abgefragt`,
  reading: 'Tenants werden gelesen',
  readingProgress: (read, all) => `${formatNumber(read)} von ${tenants(all)} gelesen`,
  searchTenants: 'Tenants suchen',
  searchSecrets: 'Secret-Namen suchen',
  show: 'Anzeigen',
  showAll: 'Alle',
  shows: {
    expired: 'Abgelaufen',
    soon: 'Binnen 14 Tagen',
    missing: 'Eines fehlt',
    silent: 'Keine Antwort',
  },
  clearOne: (name) => `Wieder alle Secrets anzeigen, nicht nur ${name}`,
  shown: (tenantCount, allTenants, names, allNames) =>
    `${formatNumber(tenantCount)} von ${tenants(allTenants)}, ${formatNumber(names)} von ${secrets(allNames)}`,
  exportCsv: 'CSV exportieren',
  rollOut: 'Ausrollen…',
  rollOutToLacking: (count) =>
    count === 1
      ? 'In den einen ausrollen, dem es fehlt'
      : `In die ${formatNumber(count)} ausrollen, denen es fehlt`,
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
  noRecord: 'Ablauf nicht aufgezeichnet',
  has: 'vorhanden',
  lacks: 'fehlt',
  waiting: 'Wartet…',
  tenantId: 'Tenant-ID',
  state: 'Status',
  used: 'belegt',
  max: 'Kontingent',
  answers: 'antwortet',
  silent: 'antwortet nicht',
  unknownSecrets: 'Seine Secrets sind nicht bekannt.',
  openConnection: 'Verbindung öffnen',
  retry: 'Erneut versuchen',
  retryOf: (tenant) => `Erneut versuchen: ${tenant}`,
  retryAll: (count) => `Erneut versuchen: ${tenants(count)}`,
  old: (age) => `Aktualisieren fehlgeschlagen. Die Anzeige ist ${age} alt.`,
  about: (name, tenant) => `${name} in ${tenant}`,
  noAnswerOf: (tenant) => `Keine Antwort von ${tenant}`,
  held: (tenant, expiry, date) =>
    `${tenant}: ${expiry.charAt(0).toLowerCase()}${expiry.slice(1)}${date === undefined ? '' : `, am ${date}`}.`,
  noRecordText: (tenant) =>
    `In ${tenant} vorhanden. Diese Konsole hat Registrys und Ablauf nicht aufgezeichnet.`,
  openEndText: (tenant) => `In ${tenant} vorhanden, ohne Ablaufdatum.`,
  lacksText: (tenant, name) => `${tenant} hat ${name} nicht.`,
  rotated: (date) => `Rotiert am ${date}.`,
  registered: (date) => `Registriert am ${date}.`,
  rotate: 'Rotieren',
  open: 'Öffnen',
  rollOutHere: 'Ausrollen',
  keys: 'Pfeiltasten führen von Zelle zu Zelle, die Eingabetaste in eine Zelle hinein, Escape wieder heraus.',
  printed: (count, time) => `${tenants(count)}, ${time}`,
  secretsColumn: 'Secrets',
  lacking: (names) =>
    names.length > 5 ? `${formatNumber(names.length)} fehlen` : `Fehlt: ${names.join(', ')}`,
  noTenants: 'Kein Tenant ist verbunden',
  noTenantsText: 'Zuerst eine Verbindung hinzufügen.',
  noMatch: 'Kein Treffer',
  noMatchText: 'Kein Tenant passt zu diesen Filtern.',
  noSecrets: 'Noch kein Tenant hat ein Secret',
  noSecretsText: 'In einem Tenant eines registrieren oder eines in viele ausrollen.',
  clear: 'Filter zurücksetzen',
};
