import type { steps as en } from '../../en/runs/steps.ts';
import { formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });

export const steps: Translated<typeof en> = {
  list: 'Schritte',
  back: 'Zurück',
  chooseTenants: 'Tenants auswählen',
  selectNone: 'Auswahl aufheben',
  reading: 'Tenants werden gelesen',
  readingProgress: (read, all) => `${formatNumber(read)} von ${tenants(all)} gelesen`,
  search: 'Tenants suchen',
  shown: (shown, all) => `${formatNumber(shown)} von ${tenants(all)} angezeigt`,
  selected: (selected, all) => `${formatNumber(selected)} von ${tenants(all)} ausgewählt`,
  selectShown: 'Alle angezeigten auswählen',
  select: (tenant) => `${tenant} auswählen`,
  askAgain: (count) => `Erneut versuchen (${formatNumber(count)})`,
  noMatch: 'Kein passender Tenant',
  tenantsTable: 'Tenants zur Auswahl',
  columns: { tenant: 'Tenant', present: 'Jetzt', plan: 'Plan' },
  waiting: 'Wartet…',
  silent: 'Antwortet nicht',
  locked: 'Ihre Rolle hat hier nur Leserechte.',
  notConnected: (ids) =>
    `Nicht verbunden und daher nicht ausgewählt: ${formatList(ids)}. Die Adresse prüfen oder eine Verbindung hinzufügen.`,
  planHeading: 'Plan',
  planPending: (count) => `${tenants(count)} noch nicht gelesen.`,
};
