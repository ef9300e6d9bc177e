import type { approvals as en } from '../../en/gateway/approvals.ts';
import { capital, formatDateTime, formatList, formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });

export const approvals: typeof en = {
  heading: 'Freigaben',
  rule: (above: number) => `Nötig bei mehr als ${tenants(above)}`,
  notOffered: 'Hier gibt es keine Freigaben',
  notOfferedText: 'Rollouts in dieser Konsole benötigen keine Freigabe.',
  empty: 'Keine offenen Freigaben',
  emptyText: (above: number) =>
    `Ein Rollout in mehr als ${tenants(above)} wartet hier, bis eine zweite Person ihn freigibt.`,
  columns: {
    what: 'Plan',
    tenants: 'Tenants',
    asked: 'Angefragt von',
    state: 'Status',
    next: 'Nächster Schritt',
  },
  operations: {
    rollout: (name: string) => `${name} ausrollen`,
    removal: (name: string) => `${name} löschen`,
  },
  onboardLike: (like: string) => `Einrichten wie ${like}`,
  states: {
    waiting: 'Wartet',
    approved: 'Freigegeben',
    declined: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
    revoked: 'Zurückgenommen',
    ended: 'Abgelaufen',
  },
  waitsForYou: 'Wartet auf Sie',
  asked: (name: string, at: Date) => `${name}, ${formatDateTime(at)}`,
  you: (name: string) => `${name} (Sie)`,
  open: (what: string) => `${what}: Plan anzeigen`,
  run: 'Starten…',
  runOf: (what: string) => `Starten: ${what}`,
  review: 'Prüfen',
  reviewOf: (what: string) => `Prüfen: ${what}`,
  facts: {
    kind: 'Art',
    name: 'Name',
    registries: 'Registrys',
    url: 'URL',
    revision: 'Revision',
    path: 'Pfad',
    operation: 'Vorgang',
    place: 'Ressourcengruppe oder Geltungsbereich',
    keys: 'Schlüssel',
    storage: 'Objektspeicher',
    labels: 'Labels',
    username: 'Benutzername',
    ends: 'Zugangsdaten laufen ab',
    policy: 'Falls vorhanden',
    asked: 'Angefragt von',
    decided: 'Entschieden von',
    reason: 'Begründung',
    until: 'Gültig bis',
    fingerprint: 'Fingerabdruck',
  },
  policies: { skip: 'Belassen', update: 'Ändern', stop: 'Nichts starten' },
  noLabels: 'Keine',
  noEnd: 'Kein Datum angegeben',
  tenantsOf: (counts: { create: number; update: number; delete: number }) =>
    capital(
      formatList([
        ...(counts.create > 0 ? [`in ${formatNumber(counts.create)} anlegen`] : []),
        ...(counts.update > 0 ? [`in ${formatNumber(counts.update)} ändern`] : []),
        ...(counts.delete > 0 ? [`aus ${formatNumber(counts.delete)} löschen`] : []),
      ]),
    ),
  thingsIn: (things: number, count: number) =>
    `${plural(things, { one: 'Objekt', other: 'Objekte' })} in ${tenants(count)} anlegen`,
  tenantsHeading: (count: number) => `In ${tenants(count)}`,
  done: (done: number, all: number) => `${formatNumber(done)} von ${formatNumber(all)} erledigt`,
  actions: { create: 'Anlegen', update: 'Ändern', delete: 'Löschen' },
  reason: 'Begründung (zum Ablehnen nötig)',
  reasonToRevoke: 'Begründung (zum Zurücknehmen nötig)',
  reasonMissing: 'Den Grund nennen, damit der Plan geändert werden kann.',
  reasonHint: 'Wer angefragt hat, liest sie.',
  approve: 'Freigeben',
  decline: 'Ablehnen',
  withdraw: 'Zurückziehen',
  revoke: 'Freigabe zurücknehmen',
  decided: {
    approve: (name: string) => `Plan für ${name} freigegeben.`,
    decline: (name: string) => `Plan für ${name} abgelehnt.`,
    withdraw: (name: string) => `Plan für ${name} zurückgezogen.`,
    revoke: (name: string) => `Freigabe für ${name} zurückgenommen. Vom Plan läuft nichts mehr.`,
  },
  needed: (above: number) =>
    `Mehr als ${tenants(above)}: Eine zweite Person muss diesen Plan freigeben. Ihre Zugangsdaten gehören nicht dazu; Sie geben sie zum Starten erneut ein.`,
  outside: (labels: readonly string[]) => {
    const shown = labels.slice(0, 5);
    const more = labels.length - shown.length;
    const named = formatList(more > 0 ? [...shown, `${formatNumber(more)} weitere`] : shown);
    return `Nicht im freigegebenen Plan: ${named}. Weglassen, was nicht freigegeben ist, oder neu anfragen.`;
  },
  otherContent: (facts: readonly string[]) =>
    `Nicht wie freigegeben: ${formatList(facts)}. Zurückgehen und die Eingaben ändern, oder neu anfragen.`,
  ahead: (above: number) =>
    `Bei mehr als ${tenants(above)} gibt eine zweite Person den Plan frei, bevor er läuft. Alles auswählen und eingeben, dann die Freigabe anfragen; danach die Zugangsdaten erneut eingeben.`,
  otherThing: (name: string, facts: readonly string[]) =>
    facts.length === 0 ? name : `${name} (${formatList(facts)})`,
  otherThings: (names: readonly string[]) =>
    `So nicht freigegeben: ${formatList(names)}. Zurückgehen und auslassen oder das Freigegebene eingeben, oder neu anfragen.`,
  askedToOnboard: (like: string) =>
    `Der Plan, Tenants wie ${like} einzurichten, wartet auf eine zweite Person.`,
  covered: (name: string | undefined) => (name === undefined ? 'Freigegeben.' : `Freigegeben von ${name}.`),
  ask: (count: number) => `Freigabe für ${tenants(count)} anfragen`,
  askedFor: (name: string) => `Der Plan für ${name} wartet auf eine zweite Person.`,
  gone: 'Dieser Plan kann nicht gestartet werden: Er ist nicht freigegeben, abgelaufen oder nicht von Ihnen.',
  allPlans: 'Freigaben öffnen',
};
