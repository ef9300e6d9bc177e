import { spell } from '../character.ts';
import type { ApplicationNameProblem } from '../../../../domain/application/application-name.ts';
import type { ApplicationState } from '../../../../domain/application/application-status.ts';
import type {
  PathProblem,
  RepositoryChoiceProblem,
  RevisionProblem,
} from '../../../../domain/application/application-source.ts';
import type { applicationForm as en } from '../../en/applications/application-form.ts';
import { formatNumber } from '../../format.ts';
import type { Translated } from '../../translated.ts';

function pathProblem(code: PathProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Den Ordner mit den Vorlagen eingeben, zum Beispiel workflows.';
    case 'too-long':
      return 'Zu lang. Ein Pfad hat höchstens 63 Zeichen.';
    case 'url':
      return 'Das ist eine URL. Nur den Ordner innerhalb des Repositorys eingeben.';
    case 'file':
      return 'Das ist eine Datei. Den Ordner eingeben, in dem sie liegt.';
    case 'absolute':
      return 'Den „/“ am Anfang entfernen. Der Pfad beginnt im Wurzelordner des Repositorys.';
    case 'backslash':
      return 'Ordner mit „/“ trennen.';
    case 'outside':
      return '„..“ entfernen. AI Core liest nur Ordner innerhalb des Repositorys.';
  }
}

function revisionProblem(code: RevisionProblem['code']): string {
  return code === 'empty'
    ? 'Einen Branch, Tag oder Commit eingeben. HEAD ist der Standard-Branch.'
    : 'Leerzeichen entfernen. Namen von Branches und Tags enthalten keine.';
}

function repositoryProblem(code: RepositoryChoiceProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Das Repository auswählen.';
    case 'other-spelling':
      return 'Das Repository ist in anderer Schreibweise registriert. AI Core vergleicht auch Groß- und Kleinschreibung.';
    case 'not-registered':
      return 'Dieser Tenant hat kein Git-Repository mit dieser URL. Ein registriertes auswählen.';
  }
}

function nameProblem(problem: ApplicationNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Einen Namen für die Anwendung eingeben.';
    case 'too-short':
      return 'Mindestens 3 Zeichen verwenden.';
    case 'too-long':
      return `Höchstens 54 Zeichen verwenden. Das sind ${formatNumber(problem.length)}.`;
    case 'bad-character':
      return `${spell(problem.character)} ist nicht zulässig. Kleinbuchstaben, Ziffern und „-“ verwenden.`;
  }
}

const outcomes: Readonly<Record<ApplicationState, string>> = {
  syncing: 'AI Core liest den Ordner. Die Seite aktualisiert sich, bis AI Core fertig ist.',
  synced: 'Die Vorlagen des Ordners sind in diesem Tenant.',
  failed: 'AI Core kann den Ordner nicht synchronisieren.',
  unknown: 'AI Core meldet keinen Status. Später in der Liste nachsehen.',
};

export const applicationForm: Translated<typeof en> = {
  addHeading: 'Anwendung hinzufügen',
  changeHeading: (name) => `${name} bearbeiten`,
  addNote:
    'AI Core synchronisiert den Ordner etwa alle drei Minuten. Zwei Anwendungen dürfen nicht denselben Ordner derselben Revision lesen: Sie stören einander.',
  secretNote:
    'Aus einem Ordner mit einem Kubernetes-Secret synchronisiert AI Core nichts. Secrets stattdessen in dieser Konsole registrieren.',
  changeNote: 'Der Name ist nicht änderbar. Für einen anderen die Anwendung löschen und neu hinzufügen.',
  add: 'Anwendung hinzufügen',
  change: 'Änderungen speichern',
  repository: 'Git-Repository',
  repositoryHint: 'In diesem Tenant registriert',
  repositoryUrl: 'Repository-URL',
  repositoryUrlHint: 'Genau wie registriert, auch in Groß- und Kleinschreibung',
  repositoriesUnread:
    'Die Repositorys dieses Tenants konnten nicht gelesen werden. Die URL eingeben oder es erneut versuchen.',
  choose: 'Repository auswählen',
  option: (name, url) => `${name} (${url})`,
  otherOption: (url) => `${url} (nicht registriert)`,
  noRepository: 'Dieser Tenant hat noch kein Git-Repository.',
  addRepository: 'Zuerst ein Git-Repository hinzufügen',
  revision: 'Revision',
  revisionHint: 'Ein Branch, Tag oder Commit. HEAD ist der Standard-Branch.',
  path: 'Pfad',
  pathHint: 'Der Ordner mit den Vorlagen, innerhalb des Repositorys',
  name: 'Name der Anwendung',
  nameHint: 'Aus Repository und Pfad vorgeschlagen. Später nicht änderbar.',
  repositoryProblem,
  revisionProblem,
  pathProblem,
  nameProblem,
  nameTaken: (name) => `Dieser Tenant hat bereits eine Anwendung „${name}“. Einen anderen Namen wählen.`,
  sameSource: (name) =>
    `„${name}“ liest diesen Pfad in dieser Revision bereits. Die beiden würden einander stören: einen anderen Pfad wählen oder „${name}“ bearbeiten.`,
  addedTitle: (name) => `Anwendung ${name} wurde hinzugefügt`,
  changedTitle: (name) => `Anwendung ${name} wurde geändert`,
  outcomeOf: (state) => outcomes[state],
  addAnother: 'Weitere hinzufügen',
};
