import type { onboardMany as en } from '../../en/runs/onboard-many.ts';
import { formatDateTime, formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });
const items = (count: number) => plural(count, { one: 'Objekt', other: 'Objekten' });

/** “14 anlegen, 2 bereits vorhanden, 1 auslassen” */
const planSentence: (typeof en)['planSentence'] = ({ create, skip, blocked }) => {
  const parts = [
    `${formatNumber(create)} anlegen`,
    skip > 0 && `${formatNumber(skip)} bereits vorhanden`,
    blocked > 0 && `${formatNumber(blocked)} auslassen`,
  ];
  return parts.filter((part) => part !== false).join(', ');
};

export const onboardMany: Translated<typeof en> = {
  heading: 'Tenants einrichten',
  runHeading: (like) => `Tenants wie ${like} einrichten`,
  stepNames: { what: 'Was', credentials: 'Zugangsdaten', where: 'Wohin', run: 'Lauf' },
  like: 'Einrichten wie',
  likeHint: 'Andere Tenants erhalten, was dieser hat.',
  likeUnknown: (id) => `„${id}“ ist nicht verbunden. Einen anderen Tenant auswählen.`,
  chooseLike: 'Tenant auswählen',
  noTenants: 'Zwei Tenants sind nötig',
  noTenantsText: 'Den Tenant verbinden, der als Vorbild dient, und die Tenants, die eingerichtet werden.',
  earlierHeading: 'Frühere Einrichtungen',
  earlierNote:
    'Tenants und Ergebnisse, ohne Zugangsdaten in diesem Browser gespeichert. Fortsetzen, um Fehlendes abzuschließen.',
  earlierWhat: (count, tenantCount) =>
    `${plural(count, { one: 'Objekt', other: 'Objekte' })} in ${tenants(tenantCount)}.`,
  earlierProgress: (done, all, started) =>
    `${formatNumber(done)} von ${formatNumber(all)} angelegt, gestartet am ${started}`,
  goOn: 'Fortsetzen',
  nothing: 'Nichts zu übernehmen',
  nothingText: (tenant) => `${tenant} hat noch nichts, das andere Tenants erhalten könnten.`,
  whatHeading: (tenant) => `Was ${tenant} hat`,
  selectAll: 'Alles auswählen',
  selected: (count, all) => `${formatNumber(count)} von ${items(all)} ausgewählt`,
  needsCredential: 'Zugangsdaten nötig',
  entered: 'Zugangsdaten eingegeben',
  enterAgain: 'Erneut eingeben',
  enterAgainNamed: (name) => `Erneut eingeben: ${name}`,
  noNeed: 'Keine Zugangsdaten nötig',
  unread: (thing) => `${thing}: konnte nicht gelesen werden`,
  enterCredentials: (count) => `Zugangsdaten eingeben (${formatNumber(count)})`,
  credentialHeading: (number, all, thing, name) =>
    all === 1 ? `${thing} ${name}` : `${formatNumber(number)} von ${formatNumber(all)}: ${thing} ${name}`,
  credentialNote: 'Einmal für alle Tenants eingegeben und nie gespeichert.',
  next: 'Weiter',

  whereHeading: 'Welche Tenants eingerichtet werden',
  has: (count, all) => `Hat ${formatNumber(count)} von ${formatNumber(all)}`,
  nothingChosen: 'Noch nichts ausgewählt',
  planSentence,
  planIn: (count) => `In ${plural(count, { one: 'Tenant', other: 'Tenants' })}.`,
  leftOut: (names, why) => `${formatList(names)}: ${why}`,
  policy: 'Was ein Tenant bereits hat, bleibt unverändert.',
  start: (count) => `${tenants(count)} einrichten`,

  outcomes: 'Objekte und ihre Ergebnisse',
  target: 'Tenant und Objekt',
  targetLabel: (tenant, thing, name) => `${tenant}: ${thing} ${name}`,
  proving: 'AI Core wird gefragt, was jetzt vorhanden ist…',
  proved: (count, all, at) =>
    `AI Core bestätigt ${formatNumber(count)} von ${items(all)}, ${formatDateTime(at)}.`,
  checkAgain: 'Erneut prüfen',
  unchecked: (why) => (why === '' ? 'Konnte nicht geprüft werden' : `Konnte nicht geprüft werden (${why})`),
  quoted: (words) => `„${words}“`,
  aiCore: (words) => `Laut AI Core: ${words}`,
  copyMarkdown: 'Als Markdown kopieren',
  downloadMarkdown: 'Markdown herunterladen',
  another: 'Weitere einrichten',
  report: {
    title: (like) => `Tenants wie ${like} eingerichtet`,
    sums: (proved, all, count, at) =>
      `AI Core bestätigt ${formatNumber(proved)} von ${items(all)} in ${tenants(count)}, geprüft am ${formatDateTime(at)}.`,
    limits: 'AI Core bestätigt Namen und Zustände. Zugangsdaten prüft es nicht.',
    created: 'Angelegt',
    present: 'Bereits vorhanden',
    requestId: (id) => `Request-ID: ${id}`,
  },
  leaveRun: {
    title: 'Während des Laufs verlassen?',
    text: 'Der Lauf endet: Es startet nichts mehr. Zum Abschließen neu starten: Vorhandenes bleibt unverändert.',
    leave: 'Beenden und verlassen',
  },
  leaveReport: {
    title: 'Ohne den Bericht verlassen?',
    text: 'Was getan wurde, bleibt hier aufgeführt, nicht aber, was AI Core bestätigt hat. Den Bericht zum Behalten kopieren oder herunterladen.',
  },
  leaveDraft: {
    title: 'Verlassen, ohne einzurichten?',
    text: 'Die eingegebenen Zugangsdaten sind nicht gespeichert und gehen verloren.',
  },
};
