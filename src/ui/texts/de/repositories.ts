import type { repositories as en } from '../en/repositories.ts';
import { plural } from '../format.ts';
import { repositoryStates } from './shared/repository-states.ts';
import type { Translated } from '../translated.ts';

function repositoriesOf(count: number): string {
  return plural(count, { one: 'Repository', other: 'Repositorys' });
}

export const repositories: Translated<typeof en> = {
  heading: 'Git-Repositorys',
  note: 'Aus diesen Repositorys liest AI Core die Workflow- und Serving-Vorlagen des Tenants.',
  add: 'Repository hinzufügen',
  search: 'Repositorys suchen',
  name: 'Name',
  url: 'URL',
  status: 'Status',
  actions: 'Aktionen',
  statusOf: (status) => repositoryStates[status],
  opensNewTab: 'öffnet in neuem Tab',
  noUrl: 'Nicht bekannt',
  rotate: 'Rotieren',
  rotateOf: (name) => `Zugangsdaten von ${name} rotieren`,
  deleteRepository: 'Repository löschen',
  quota: (used, max) => (max === undefined ? repositoriesOf(used) : `${used} von ${max} belegt`),
  quotaFull: 'Das Kontingent ist ausgeschöpft. Zuerst ein Repository löschen, dann ein neues hinzufügen.',
  shown: (shown, all) => `${shown} von ${repositoriesOf(all)} angezeigt`,
  count: repositoriesOf,
  watching: (count) =>
    `${repositoriesOf(count)} in Arbeit. Die Seite aktualisiert sich, bis alle fertig sind.`,
  errorAdvice:
    'AI Core nennt keinen Grund. Häufige Ursachen: Das Token ist abgelaufen oder darf das Repository nicht lesen, der Benutzername passt nicht zum Token, oder die URL ist falsch.',
  lacksGitSuffix:
    'AI Core benötigt bei GitLab „.git“ am Ende der URL. Das Repository löschen und mit „.git“ neu hinzufügen.',
  emptyTitle: 'Noch kein Git-Repository',
  emptyText: 'Das Repository mit den Vorlagen dieses Tenants hinzufügen, damit AI Core sie lesen kann.',
  noMatchTitle: 'Kein passendes Repository',
  noMatchText: (search) => `Kein Name und keine URL enthält „${search}“.`,

  deleteHeading: (name, tenant) => `Repository ${name} aus ${tenant} löschen?`,
  deleteText:
    'Anwendungen, die daraus lesen, funktionieren nicht mehr: AI Core kann keine Vorlagen und Änderungen mehr holen.',
  deleteKept:
    'Das Repository auf seinem Git-Host bleibt unverändert. Zum Rückgängigmachen mit Benutzername und Token neu hinzufügen.',
  deleteTitle: 'Dieses Repository löschen',
  deletePageText:
    'Anwendungen, die daraus lesen, funktionieren nicht mehr. Das Repository auf seinem Git-Host bleibt unverändert.',
  deleted: {
    sent: (name) => `Repository „${name}“ wurde gelöscht`,
    already: (name) => `Repository „${name}“ war bereits gelöscht`,
  },
};
