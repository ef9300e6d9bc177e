import type { rollout as en } from '../../en/runs/rollout.ts';
import { capital, formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const tenants = (count: number) => plural(count, { one: 'Tenant', other: 'Tenants' });

const maxNames = 5;

/** “a, b und 3 weitere” */
function listNames(names: readonly string[]): string {
  const more = names.length - maxNames;
  const named = more > 0 ? [...names.slice(0, maxNames), `${formatNumber(more)} weitere`] : names;
  return formatList(named);
}

/** “In 41 anlegen, in 7 ändern, 2 überspringen” */
const planSentence: (typeof en)['planSentence'] = (counts) => {
  const parts = [
    counts.create > 0 && `in ${formatNumber(counts.create)} anlegen`,
    counts.update > 0 && `in ${formatNumber(counts.update)} ändern`,
    counts.delete > 0 && `aus ${formatNumber(counts.delete)} löschen`,
    counts.skip > 0 && `${formatNumber(counts.skip)} überspringen`,
    counts.blocked > 0 && `${formatNumber(counts.blocked)} auslassen`,
  ].filter((part) => part !== false);
  return capital(parts.join(', ')) || 'Noch nichts ausgewählt';
};

export const rollout: Translated<typeof en> = {
  heading: 'Ausrollen',
  stepNames: { what: 'Was', where: 'Wohin', run: 'Lauf' },

  asked: (name) => `${name} wird ausgerollt. Die Zugangsdaten einmal für alle Tenants eingeben.`,
  following: (names) => `Danach ${listNames(names)}.`,
  askedOther: 'Anderes auswählen',
  next: (name) => `Weiter: ${name}`,

  whatHeading: 'Was zu tun ist',
  operation: 'Vorgang',
  operations: { rollout: 'Ausrollen', removal: 'Aus vielen Tenants löschen' },
  kind: 'Art',
  resourceGroup: 'Ressourcengruppe',
  nameMissing: 'Den Namen eingeben.',
  removeHint: 'Der nächste Schritt zeigt, in welchen Tenants es vorhanden ist.',

  earlierHeading: 'Frühere Rollouts',
  earlierNote:
    'Tenants und Ergebnisse, ohne Zugangsdaten in diesem Browser gespeichert. Öffnen, um Fehlendes abzuschließen.',
  earlierTitle: (operation, thing, name) =>
    `${thing} „${name}“ ${operation === 'rollout' ? 'ausrollen' : 'löschen'}`,
  earlierWhat: (operation, thing) => (operation === 'rollout' ? thing : `${thing}, gelöscht`),
  earlierProgress: (done, all, started) =>
    `${formatNumber(done)} von ${tenants(all)} erledigt, gestartet am ${started}`,
  open: 'Öffnen',
  reopened: (operation, asksCredentials, name) =>
    [
      `${operation === 'rollout' ? 'Der Rollout' : 'Das Löschen'} von ${name} wird fortgesetzt.`,
      asksCredentials && 'Die Zugangsdaten erneut eingeben; sie werden nie gespeichert.',
      'Erledigte Tenants bleiben unverändert.',
    ]
      .filter((part) => part !== false)
      .join(' '),

  whereHeading: (operation, name) =>
    operation === 'rollout' ? `Wohin ${name} ausgerollt wird` : `Wo ${name} gelöscht wird`,
  selectLacking: 'Auswählen, wo es fehlt',
  selectHaving: 'Auswählen, wo es vorhanden ist',
  only: 'Anzeigen',
  onlyAll: 'Alle Tenants',
  filters: {
    absent: 'Nicht vorhanden',
    present: 'Vorhanden',
    taken: 'Konflikt',
    silent: 'Antworten nicht',
    waiting: 'Warten',
    selected: 'Ausgewählt',
  },
  keysHint: 'In der Tabelle: Pfeiltasten bewegen, Leertaste wählt aus, mit Umschalt einen Bereich.',
  pasteNames: 'Namen einfügen',
  names: 'Namen oder IDs von Tenants',
  namesHint:
    'Einer je Zeile, oder durch Komma, Semikolon oder Tabulator getrennt. Sie kommen zur Auswahl hinzu.',
  selectNamed: (count) => `${tenants(count)} auswählen`,
  namesUnknown: (names) => `Kein Tenant heißt ${listNames(names)}.`,
  namesAmbiguous: (names) => `Mehrere Tenants heißen ${listNames(names)}. Stattdessen ihre IDs eingeben.`,
  outcomes: 'Tenants und ihre Ergebnisse',
  has: 'Vorhanden',
  hasOther: 'Vorhanden, mit anderem Inhalt',
  hasAs: (name) => `Vorhanden als „${name}“`,
  taken: 'Konflikt mit Vorhandenem',
  lacks: 'Nicht vorhanden',
  quotaLeft: (left) => `${formatNumber(left)} frei`,
  noTenants: 'Kein Tenant ist verbunden',
  noTenantsText: 'Zuerst eine Verbindung hinzufügen, dann dorthin ausrollen.',
  noMatchText: 'Kein Tenant passt zu Suche und Filter.',

  policy: 'Wo es bereits vorhanden ist',
  policies: {
    skip: 'Überspringen: unverändert lassen',
    update: 'Ändern: Zugangsdaten rotieren',
    stop: 'Anhalten: nichts starten',
  },
  planSentence,
  stoppedBy: (count) =>
    count === 1
      ? 'In einem Tenant ist es bereits vorhanden, daher startet nichts.'
      : `In ${tenants(count)} ist es bereits vorhanden, daher startet nichts.`,
  start: (operation, count) =>
    operation === 'rollout' ? `In ${tenants(count)} ausrollen` : `Aus ${tenants(count)} löschen`,
  confirmHeading: (operation, name, count) =>
    operation === 'removal'
      ? `„${name}“ aus ${tenants(count)} löschen?`
      : `Zugangsdaten von „${name}“ in ${tenants(count)} rotieren?`,
  confirmTenants: (labels) => `In ${listNames(labels)}.`,
  confirmLabel: 'Anzahl der Tenants',
  confirm: (operation) => (operation === 'removal' ? 'Löschen' : 'Rotieren'),

  runHeading: (operation, name) => (operation === 'rollout' ? `${name} ausrollen` : `${name} löschen`),
  planAgain: 'Neu planen',
  another: 'Weiteren starten',
  reportCsv: 'Bericht als CSV exportieren',
  reportJson: 'Bericht als JSON exportieren',
  leaveRun: {
    title: 'Während des Laufs verlassen?',
    text: 'Der Lauf endet: Es startet nichts mehr. Zum späteren Abschließen auf dieser Seite wieder öffnen. Zugangsdaten werden nie gespeichert.',
    leave: 'Beenden und verlassen',
  },
  leaveReport: {
    title: 'Ohne den Bericht verlassen?',
    text: 'Dieser Browser bewahrt die Ergebnisse der letzten fünf Rollouts unter „Frühere Rollouts“ auf. Bericht exportieren, um sie länger zu behalten.',
  },
  changeDraft: {
    title: 'Eingaben verwerfen?',
    text: 'Das andere Formular beginnt leer. Die Eingaben sind nicht gespeichert und gehen verloren.',
    stay: 'Weiter eingeben',
    leave: 'Verwerfen',
  },
  leaveDraft: {
    title: 'Verlassen, ohne auszurollen?',
    text: 'Ihre Eingaben sind nicht gespeichert und gehen verloren.',
  },
};
