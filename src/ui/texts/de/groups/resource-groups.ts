import { spell } from '../character.ts';
import type { resourceGroups as en } from '../../en/groups/resource-groups.ts';
import type { Translated } from '../../translated.ts';
import { groupStates } from '../shared/kind-states.ts';
import { formatDate, plural } from '../../format.ts';

function groupsOf(count: number): string {
  return plural(count, { one: 'Ressourcengruppe', other: 'Ressourcengruppen' });
}

export const resourceGroups: Translated<typeof en> = {
  heading: 'Ressourcengruppen',
  one: 'Ressourcengruppe',
  note: 'Eine Ressourcengruppe hält Ausführungen, Deployments, Artefakte und Objektspeicher eines Teams oder Kunden getrennt.',
  add: 'Ressourcengruppe hinzufügen',
  search: 'Ressourcengruppen suchen',
  id: 'ID',
  status: 'Status',
  labels: 'Labels',
  created: 'Angelegt',
  actions: 'Aktionen',
  date: formatDate,
  notKnown: 'Nicht bekannt',
  noLabels: 'Keine Labels',
  statusOf: groupStates,
  leaving: 'Wird gelöscht',
  outcome: {
    PROVISIONED: 'AI Core hat sie eingerichtet. Sie kann verwendet werden.',
    PROVISIONING: 'AI Core richtet sie ein. Die Seite aktualisiert sich, bis sie bereit ist.',
    ERROR:
      'AI Core konnte sie nicht einrichten. Löschen und neu hinzufügen. Schlägt es wieder fehl, an SAP wenden.',
    UNKNOWN: 'AI Core meldet keinen Status. Später in der Liste nachsehen.',
  },
  says: (words) => `AI Core meldet: ${words}`,
  quota: (used, max) => (max === undefined ? groupsOf(used) : `${used} von ${max} belegt`),
  quotaFull:
    'Das Kontingent ist ausgeschöpft. Zuerst eine Ressourcengruppe löschen, dann eine neue hinzufügen.',
  shown: (shown, all) => `${shown} von ${groupsOf(all)} angezeigt`,
  count: groupsOf,
  watching: (count) => `${groupsOf(count)} in Arbeit. Die Seite aktualisiert sich, bis alle fertig sind.`,
  stores: 'Objektspeicher',
  storesOf: (id) => `Objektspeicher von ${id}`,
  storesText: 'Ausführungen und Deployments lesen und schreiben ihre Dateien dort.',
  editLabels: 'Labels bearbeiten',
  emptyTitle: 'Keine Ressourcengruppe',
  emptyText: 'Jeder Tenant beginnt mit der Gruppe „default“. Fehlt sie, neu hinzufügen.',
  noMatchTitle: 'Keine passende Ressourcengruppe',
  noMatchText: (search) => `Keine ID und kein Label enthält „${search}“.`,

  addHeading: 'Ressourcengruppe hinzufügen',
  addNote:
    'AI Core ersetzt eine Gruppe mit derselben ID. Die Konsole prüft das vorher und sendet nie eine vorhandene ID.',
  needsStore:
    'Das Training schreibt seine Ergebnisse in den Objektspeicher „default“. Dieses Secret als Nächstes registrieren.',
  idLabel: 'ID der Ressourcengruppe',
  idHint: 'Programme senden sie im Header AI-Resource-Group. Später nicht änderbar.',
  idProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Eine ID für die Ressourcengruppe eingeben.';
      case 'too-short':
        return `Mindestens ${problem.minLength} Zeichen verwenden.`;
      case 'too-long':
        return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
      case 'bad-character':
        return `${spell(problem.character)} ist nicht zulässig. Buchstaben, Ziffern, „.“ und „-“ verwenden.`;
      case 'bad-start':
        return 'Mit einem Buchstaben oder einer Ziffer beginnen.';
      case 'bad-end':
        return 'Mit einem Buchstaben oder einer Ziffer enden.';
    }
  },
  idTaken: (id) => `Dieser Tenant hat bereits eine Ressourcengruppe „${id}“. Eine andere ID wählen.`,
  labelsNote: 'Für eigene Zwecke und für SAP-Dienste, die nach einem Label suchen.',
  key: 'Schlüssel',
  keyHint: (key) => `Wird gesendet als ${key}`,
  value: 'Wert',
  keyProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Einen Schlüssel eingeben oder dieses Label entfernen.';
      case 'too-long':
        return `Nach dem Präfix höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
      case 'bad-character':
        return `${spell(problem.character)} ist nicht zulässig. Buchstaben, Ziffern, „.“, „-“ und „_“ verwenden.`;
      case 'bad-edge':
        return 'Mit einem Buchstaben oder einer Ziffer beginnen und enden.';
      case 'taken':
        return 'Ein anderes Label hat diesen Schlüssel. Jeden nur einmal verwenden.';
    }
  },
  valueProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Einen Wert eingeben.';
      case 'too-long':
        return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
    }
  },
  addLabel: 'Label hinzufügen',
  addGrounding: 'Label für Document Grounding hinzufügen',
  removeLabel: (key) => `Label ${key} entfernen`,
  removeEmptyLabel: 'Leeres Label entfernen',
  otherLabels: 'Labels, die AI Core selbst gesetzt hat, bleiben unverändert.',
  addedTitle: (id) => `Ressourcengruppe ${id} wurde hinzugefügt`,
  statusNow: 'Status',
  registerDefault: 'Ihren Objektspeicher „default“ registrieren',
  addAnother: 'Weitere hinzufügen',
  notFoundTitle: 'Ressourcengruppe nicht gefunden',
  notFoundText: (id) =>
    `Dieser Tenant hat keine Ressourcengruppe „${id}“. Möglicherweise wurde sie gelöscht.`,
  chooseAnother: (id) => `Dieser Tenant hat keine Ressourcengruppe „${id}“. Eine andere auswählen.`,
  openGroups: 'Ressourcengruppen öffnen',
  labelsHeading: (id) => `Labels von ${id}`,
  saveLabels: 'Labels speichern',
  labelsSaved: (id) => `Die Labels von ${id} wurden gespeichert`,

  deleteHeading: (id, tenant) => `Ressourcengruppe ${id} aus ${tenant} löschen?`,
  deleteText:
    'Alles darin wird mitgelöscht: Ausführungen, Deployments, Konfigurationen, Artefakte, Objektspeicher-Secrets und generische Secrets. Laufende Deployments antworten nicht mehr.',
  deleteStores: (names) => `Objektspeicher-Secrets darin: ${names}.`,
  deleteKept:
    'Dateien in den Objektspeichern bleiben. Von der Gruppe selbst lässt sich nichts wiederherstellen.',
  deleteConfirm: 'Zur Bestätigung die ID eingeben',
  deleteGroup: 'Ressourcengruppe löschen',
  deleteTitle: 'Diese Ressourcengruppe löschen',
  deletePageText: 'Alles darin wird mitgelöscht, und ihre Deployments antworten nicht mehr.',
  defaultStays:
    'Die Gruppe „default“ kann nicht gelöscht werden: AI Core verwendet sie, wo keine andere angegeben ist.',
  deleted: {
    sent: (id) => `Ressourcengruppe „${id}“ wird gelöscht`,
    already: (id) => `Ressourcengruppe „${id}“ war bereits gelöscht`,
  },
};
