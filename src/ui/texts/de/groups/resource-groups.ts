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
    PROVISIONED: 'AI Core hat sie eingerichtet. Sie kann benutzt werden.',
    PROVISIONING: 'AI Core richtet sie ein. Diese Seite aktualisiert sich, bis es so weit ist.',
    ERROR:
      'AI Core konnte sie nicht einrichten. Löschen und neu hinzufügen. Scheitert es wieder, an SAP wenden.',
    UNKNOWN: 'AI Core nennt keinen Status. Später in der Liste nachsehen.',
  },
  says: (words) => `AI Core sagt: ${words}`,
  quota: (used, max) => (max === undefined ? groupsOf(used) : `${used} von ${max} belegt`),
  quotaFull: 'Das Kontingent ist voll. Vor dem Hinzufügen eine Ressourcengruppe löschen.',
  shown: (shown, all) => `${shown} von ${groupsOf(all)}`,
  watching: (count) => `${groupsOf(count)} in Arbeit. Diese Seite aktualisiert sich, bis alles fertig ist.`,
  stores: 'Objektspeicher',
  storesOf: (id) => `Objektspeicher von ${id}`,
  storesText: 'Ausführungen und Deployments lesen und schreiben ihre Dateien dort.',
  editLabels: 'Labels bearbeiten',
  deleteButton: 'Löschen…',
  deleteOf: (id) => `${id} löschen`,
  emptyTitle: 'Keine Ressourcengruppe',
  emptyText: 'Jeder Tenant beginnt mit der Gruppe „default“. Fehlt sie, neu hinzufügen.',
  noMatchTitle: 'Keine Ressourcengruppe passt',
  noMatchText: (search) => `Keine ID und kein Label enthält „${search}“.`,
  clearSearch: 'Suche leeren',

  addHeading: 'Eine Ressourcengruppe hinzufügen',
  goodToKnow: 'Gut zu wissen',
  addNote:
    'AI Core ersetzt eine Gruppe mit derselben ID. Die Konsole fragt vorher nach und sendet keine ID, die es schon gibt.',
  needsStore:
    'Das Training schreibt seine Ergebnisse in den Objektspeicher „default“. Dieses Secret als Nächstes registrieren.',
  idLabel: 'ID der Ressourcengruppe',
  idHint: 'Programme nennen sie im Header AI-Resource-Group. Sie ist später nicht änderbar.',
  suggestion: 'Wie AI Core sie annimmt:',
  use: (suggestion) => `${suggestion} verwenden`,
  idProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Eine ID für die Ressourcengruppe eingeben.';
      case 'too-short':
        return `Mindestens ${problem.minLength} Zeichen verwenden.`;
      case 'too-long':
        return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
      case 'bad-character':
        return `„${problem.character}“ ist nicht erlaubt. Buchstaben, Ziffern, „.“ und „-“ verwenden.`;
      case 'bad-start':
        return 'Mit einem Buchstaben oder einer Ziffer beginnen.';
      case 'bad-end':
        return 'Mit einem Buchstaben oder einer Ziffer enden.';
    }
  },
  idTaken: (id) => `Dieser Tenant hat schon eine Ressourcengruppe „${id}“. Eine andere ID wählen.`,
  labelsNote: 'Für die eigene Ordnung, und für SAP-Dienste, die nach einem Label suchen.',
  key: 'Schlüssel',
  keyHint: (key) => `Wird gesendet als ${key}`,
  value: 'Wert',
  keyProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Einen Schlüssel eingeben, oder dieses Label entfernen.';
      case 'too-long':
        return `Nach dem Präfix höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
      case 'bad-character':
        return `„${problem.character}“ ist nicht erlaubt. Buchstaben, Ziffern, „.“, „-“ und „_“ verwenden.`;
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
  cancel: 'Abbrechen',
  addedTitle: (id) => `Ressourcengruppe ${id} ist hinzugefügt`,
  statusNow: 'Status',
  registerDefault: 'Ihren Objektspeicher „default“ registrieren',
  addAnother: 'Weitere hinzufügen',
  backToList: 'Zurück zur Liste',
  notFoundTitle: 'Ressourcengruppe nicht gefunden',
  notFoundText: (id) => `Dieser Tenant hat keine Ressourcengruppe „${id}“. Vielleicht wurde sie gelöscht.`,
  labelsHeading: (id) => `Labels von ${id}`,
  saveLabels: 'Labels speichern',
  labelsSaved: (id) => `Die Labels von ${id} sind gespeichert`,

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
    'Die Gruppe „default“ kann nicht gelöscht werden: AI Core nimmt sie, wo keine andere genannt ist.',
  deleted: {
    sent: (id) => `Ressourcengruppe „${id}“ wird gelöscht`,
    already: (id) => `Ressourcengruppe „${id}“ war schon gelöscht`,
  },
};
