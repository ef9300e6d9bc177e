import { spell } from './character.ts';
import { literalUsername } from '../../../domain/git/git-host.ts';
import type { GitHostKind } from '../../../domain/git/git-host.ts';
import type { RepositoryNameProblem } from '../../../domain/git/repository-name.ts';
import type { RepositoryUrlProblem, RepositoryUrlWarning } from '../../../domain/git/repository-url.ts';
import type { repositoryForm as en } from '../en/repository-form.ts';
import type { Translated } from '../translated.ts';

function urlProblem(code: RepositoryUrlProblem['code']): string {
  switch (code) {
    case 'empty':
      return 'Die URL des Repositorys eingeben, zum Beispiel https://github.com/team/templates.';
    case 'too-long':
      return 'Zu lang. Eine Repository-URL hat höchstens 2.048 Zeichen.';
    case 'clone-command':
      return 'Das ist ein Befehl. Nur die URL darin eingeben.';
    case 'wrapped':
      return 'Den Text um die URL entfernen.';
    case 'white-space':
      return 'Leerzeichen entfernen. Eine URL enthält keine.';
    case 'file-path':
      return 'Das ist ein Pfad auf einem Rechner. AI Core liest Repositorys nur über https.';
    case 'ssh-form':
      return 'Das ist eine ssh-Adresse. AI Core liest über https, mit Benutzername und Token.';
    case 'http':
      return 'https:// statt http:// verwenden. Über http können andere das Token mitlesen.';
    case 'git-protocol':
      return 'git:// kennt keine Zugangsdaten. AI Core liest Repositorys nur über https.';
    case 'unfilled':
      return 'Den Platzhalter durch seinen Wert ersetzen.';
    case 'bad-scheme':
      return 'Mit https:// beginnen. AI Core liest Repositorys nur über https.';
    case 'no-scheme':
      return 'Mit https:// beginnen.';
    case 'no-host':
      return 'Die vollständige URL eingeben, beginnend mit https:// und dem Git-Host.';
    case 'malformed':
      return 'Keine gültige URL. Den Host und den Rest dahinter prüfen.';
    case 'no-path':
      return 'Hinter dem Host den Pfad des Repositorys ergänzen.';
    case 'owner-only':
      return 'Das ist die Seite eines Benutzers oder einer Gruppe. Den Namen des Repositorys ergänzen.';
    case 'not-a-repository':
      return 'Diese Seite gehört zu keinem Repository. Die URL eingeben, die zum Klonen dient.';
    case 'ip-address':
      return 'AI Core akzeptiert keine IP-Adressen. Den Namen des Git-Hosts eingeben.';
    case 'page-inside-repository':
      return 'Das ist eine Seite innerhalb des Repositorys. Die URL des Repositorys selbst eingeben.';
  }
}

function urlWarning(warning: RepositoryUrlWarning): string {
  switch (warning.code) {
    case 'credentials-moved':
      return 'Die URL enthält Benutzername und Token. Sie haben eigene Felder und werden nicht mit der URL gesendet.';
    case 'username-moved':
      return 'Die URL enthält einen Benutzernamen. Er hat ein eigenes Feld und wird nicht mit der URL gesendet.';
    case 'query-removed':
      return '„?“ und alles dahinter entfällt: Es gehört nicht zur URL des Repositorys.';
    case 'fragment-removed':
      return '„#“ und alles dahinter entfällt: Es gehört nicht zur URL des Repositorys.';
    case 'gitlab-without-git-suffix':
      return 'AI Core benötigt bei GitLab „.git“ am Ende der URL.';
    case 'refused-character':
      return `AI Core lehnt „${warning.character}“ in einer URL möglicherweise ab. Prozentkodiert führt sie zum selben Repository.`;
    case 'unreachable-address':
      return 'Das ist eine private Netzwerkadresse. AI Core liest nur von öffentlichen Git-Hosts und kann sie nicht erreichen.';
  }
}

function nameProblem(problem: RepositoryNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Einen Namen für das Repository eingeben.';
    case 'too-long':
      return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} ist nicht zulässig. Kleinbuchstaben, Ziffern und „-“ verwenden.`;
  }
}

function usernameHint(kind: GitHostKind): string {
  switch (kind) {
    case 'github':
      return 'Der GitHub-Benutzer, dem das Token gehört';
    case 'gitlab':
      return `${literalUsername.gitlab} bei einem Zugriffstoken, sonst der Benutzername des Deploy-Tokens`;
    case 'bitbucket':
      return `${literalUsername.bitbucket} bei einem Zugriffstoken, sonst Ihr Benutzername`;
    case 'azure-devops':
      return 'Beliebiger Name. Azure DevOps liest nur das Token';
    case 'gitea':
    case 'unknown':
      return 'Das Konto, dem das Token gehört';
  }
}

export const repositoryForm: Translated<typeof en> = {
  addHeading: 'Git-Repository hinzufügen',
  addNote:
    'Um ein Repository mehreren Tenants bereitzustellen, jedem mit demselben Benutzernamen und Token hinzufügen.',
  rotateHeading: (name) => `Zugangsdaten von ${name} rotieren`,
  rotateNote: 'URL und Name sind nicht änderbar. Für andere das Repository löschen und neu hinzufügen.',
  add: 'Repository hinzufügen',
  rotate: 'Zugangsdaten rotieren',
  url: 'Repository-URL',
  urlHint: 'Über https, wie beim Klonen',
  name: 'Name des Repositorys',
  nameHint: 'Aus der URL vorgeschlagen. Später nicht änderbar.',
  usernameHint,
  tokenHint: 'Ein Token verwenden, das nur das Repository lesen darf.',
  moved: 'Die URL enthielt Zugangsdaten. Sie wurden in ihre eigenen Felder übernommen.',
  movedButKept: 'Die URL enthielt Zugangsdaten. Sie wurden entfernt; die Felder unten sind unverändert.',
  urlProblem,
  urlWarning,
  urlTaken: (name, url) =>
    `Dieser Tenant hat dieses Repository bereits: „${name}“, ${url}. AI Core ignoriert Großschreibung, ein „/“ am Ende und „.git“.`,
  urlTakenElsewhere:
    'Dieser Tenant hat dieses Repository bereits, vielleicht in anderer Schreibweise oder unter anderem Namen.',
  nameProblem,
  nameTaken: (name) => `Dieser Tenant hat bereits ein Repository „${name}“. Einen anderen Namen wählen.`,

  addedTitle: (name) => `Repository ${name} wurde hinzugefügt`,
  rotatedTitle: (name) => `Die Zugangsdaten von ${name} wurden rotiert`,
  statusNow: 'Status',
  outcome: {
    'IN-PROGRESS': 'AI Core liest das Repository. Die Seite aktualisiert sich, bis es fertig ist.',
    COMPLETED: 'AI Core kann das Repository lesen.',
    ERROR:
      'AI Core konnte das Repository nicht lesen und nennt keinen Grund. Prüfen: die URL, ob das Token gültig ist und das Repository lesen darf, und ob der Benutzername zum Token passt.',
    UNKNOWN: 'AI Core meldet keinen Status. Später in der Liste nachsehen.',
  },
  addAnother: 'Weiteres hinzufügen',
  toOnboarding: 'Tenant einrichten',
  notFoundTitle: 'Repository nicht gefunden',
  notFoundText: (name) => `Dieser Tenant hat kein Repository „${name}“. Möglicherweise wurde es gelöscht.`,
};
