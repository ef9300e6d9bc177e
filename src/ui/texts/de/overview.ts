import type { overview as en } from '../en/overview.ts';
import { formatNumber, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });
const secrets = (count: number) => plural(count, { one: 'Secret', other: 'Secrets' });

export const overview: Translated<typeof en> = {
  heading: 'Übersicht',
  note: 'Welche Tenants welche Secrets haben, wie viel Kontingent frei ist und welche Tenants nicht antworten.',
  reading: 'Tenants werden gelesen',
  readingProgress: (read, all) => `${formatNumber(read)} von ${tenants(all)} gelesen`,
  searchTenants: 'Tenants suchen',
  searchSecrets: 'Secret-Namen suchen',
  onlyLacking: 'Nur Tenants, denen ein angezeigtes Secret fehlt',
  shown: (tenantCount, allTenants, names, allNames) =>
    `${formatNumber(tenantCount)} von ${tenants(allTenants)}, ${formatNumber(names)} von ${secrets(allNames)}`,
  exportCsv: 'CSV exportieren',
  matrix: 'Tenants und ihre Secrets',
  tenant: 'Tenant',
  left: 'Frei',
  leftUnknown: 'nicht bekannt',
  has: 'vorhanden',
  lacks: 'fehlt',
  waiting: 'Wartet…',
  tenantId: 'Tenant-ID',
  state: 'Status',
  used: 'belegt',
  max: 'Kontingent',
  answers: 'antwortet',
  silent: 'antwortet nicht',
  noTenants: 'Kein Tenant ist verbunden',
  noTenantsText: 'Zuerst eine Verbindung hinzufügen.',
  noMatch: 'Kein Treffer',
  noMatchText: 'Kein Tenant passt zu diesen Filtern.',
  noSecrets: 'Noch kein Tenant hat ein Secret',
  noSecretsText: 'In einem Tenant eines registrieren oder eines in viele ausrollen.',
  clear: 'Filter zurücksetzen',
  silentHeading: (count) => `${tenants(count)} ${count === 1 ? 'antwortet' : 'antworten'} nicht`,
  silentNote: 'Ihre Secrets sind derzeit nicht bekannt. Andere Tenants sind nicht betroffen.',
  shownIsOld: (age) => `Die Zeile ist ${age} alt.`,
  retry: 'Erneut versuchen',
  retryOf: (tenant) => `Erneut versuchen: ${tenant}`,
  retryAll: 'Alle erneut versuchen',
};
