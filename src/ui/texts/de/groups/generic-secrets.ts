import { spell } from '../character.ts';
import type { GenericSecretNameProblem } from '../../../../domain/generic-secret/generic-secret-name.ts';
import type { SecretKeyProblem } from '../../../../domain/generic-secret/secret-data.ts';
import type { genericSecrets as en } from '../../en/groups/generic-secrets.ts';
import { formatBytes } from '../../format-bytes.ts';
import { formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';
import { unreadableFile } from '../shared/unreadable-file.ts';

function secretsOf(count: number): string {
  return plural(count, { one: 'generisches Secret', other: 'generische Secrets' });
}

function groupsOf(count: number): string {
  return plural(count, { one: 'Ressourcengruppe', other: 'Ressourcengruppen' });
}

function nameProblem(problem: GenericSecretNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Einen Namen eingeben, zum Beispiel model-key.';
    case 'too-long':
      return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} ist nicht zulässig. Kleinbuchstaben, Ziffern, „.“ und „-“ verwenden.`;
    case 'bad-edge':
      return 'Mit einem Buchstaben oder einer Ziffer beginnen und enden, auch vor und nach jedem Punkt.';
  }
}

function keyProblem(problem: SecretKeyProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Einen Schlüssel eingeben, zum Beispiel API_KEY.';
    case 'too-long':
      return `Höchstens ${problem.maxLength} Zeichen verwenden.`;
    case 'bad-character':
      return `${spell(problem.character)} ist nicht zulässig. Buchstaben, Ziffern, „_“, „-“ und „.“ verwenden.`;
    case 'dots':
      return 'Ein Schlüssel kann nicht mit zwei Punkten beginnen oder nur aus einem Punkt bestehen.';
  }
}

const maxNamed = 3;

export const genericSecrets: Translated<typeof en> = {
  heading: 'Generische Secrets',
  notes: {
    group: 'Container dieser Ressourcengruppe können sie als Umgebungsvariablen oder Dateien verwenden.',
    all: 'AI Core kopiert sie in jede Ressourcengruppe.',
    tenant: 'Sie gehören dem Tenant selbst. Container können sie nicht verwenden.',
  },
  scope: 'Geltungsbereich',
  scopes: {
    group: 'Eine Ressourcengruppe',
    all: 'Alle Ressourcengruppen',
    tenant: 'Tenant',
  },
  scopesExplained: {
    group: 'Eine Ressourcengruppe: Ihre Container können es verwenden',
    all: 'Alle Ressourcengruppen: AI Core kopiert es in jede',
    tenant: 'Tenant: für Dienste von AI Core, nicht für Container',
  },
  inScope: (scope) =>
    scope.kind === 'group'
      ? `in der Ressourcengruppe ${scope.group}`
      : scope.kind === 'all'
        ? 'in allen Ressourcengruppen'
        : 'des Tenants',
  quotaLeft: (left: number, max: number) =>
    `Noch ${formatNumber(left)} von ${formatNumber(max)} tenantweiten Secrets frei.`,
  quotaFull: (max: number) =>
    `Alle ${formatNumber(max)} tenantweiten Secrets sind belegt. Zuerst eines löschen oder eine Ressourcengruppe auswählen.`,
  registerLink: 'Generisches Secret registrieren',
  search: 'Generische Secrets suchen',
  name: 'Name',
  createdAt: 'Angelegt',
  replicatedTo: 'Kopiert nach',
  actions: 'Aktionen',
  none: '–',
  replicated: (arrived: number, waiting: number) =>
    waiting === 0
      ? groupsOf(arrived)
      : `${formatNumber(arrived)} von ${plural(arrived + waiting, { one: 'Gruppe', other: 'Gruppen' })}`,
  notYetIn: (groups: readonly string[]) =>
    groups.length > maxNamed
      ? `Noch nicht in ${groups.slice(0, maxNamed).join(', ')} und ${formatNumber(groups.length - maxNamed)} weiteren`
      : `Noch nicht in ${formatList(groups)}`,
  notTold: 'AI Core meldet es nicht',
  rotate: 'Rotieren',
  rotateOf: (name: string) => `Werte von ${name} rotieren`,
  shown: (shown: number, all: number) => `${shown} von ${secretsOf(all)} angezeigt`,
  count: secretsOf,
  emptyTitle: 'Kein generisches Secret vorhanden',
  emptyTexts: {
    group: 'Eines registrieren für das, was ein Container wissen muss: API-Schlüssel, Zertifikat, Passwort.',
    all: 'Eines registrieren für das, was Container jeder Ressourcengruppe wissen müssen.',
    tenant: 'Eines registrieren, wenn ein Dienst von AI Core es verlangt.',
  },
  noMatchTitle: 'Kein passendes generisches Secret',
  noMatchText: (search: string) => `Kein Name enthält „${search}“.`,

  registerHeading: 'Generisches Secret registrieren',
  rotateHeading: (name: string) => `Werte von ${name} rotieren`,
  register: 'Registrieren',
  nameHint: 'Unter diesem Namen verweisen Vorlagen darauf. Später nicht änderbar.',
  nameProblem,
  nameTaken: (name: string) => `Hier gibt es bereits ein Secret „${name}“. Einen anderen Namen wählen.`,
  values: 'Schlüssel und Werte',
  entry: (position: number) => `Schlüssel und Wert ${position}`,
  key: 'Schlüssel',
  keyHint: 'Wonach eine Vorlage fragt, etwa API_KEY',
  noVariable: 'Als Datei verwendbar. Als Variable nur mit Buchstaben, Ziffern und „_“.',
  keyProblem,
  keyTwice: (key: string) => `„${key}“ kommt zweimal vor. Jeder Schlüssel kann nur einen Wert haben.`,
  value: 'Wert',
  valueHint: 'Im Klartext eingeben. Die Konsole kodiert ihn in Base64.',
  valueMissing: 'Einen Wert eingeben oder eine Datei verwenden.',
  tooLarge: (max: number) =>
    `Die Werte sind zusammen größer als ${formatBytes(max)}. Größere Secrets akzeptiert Kubernetes nicht.`,
  unreadableFile,
  fileTooLarge: (name: string, max: number) =>
    `${name} ist größer als ${formatBytes(max)}. Eine kleinere Datei auswählen.`,
  alreadyEncoded: 'Das sieht nach Base64 aus. Es würde doppelt kodiert.',
  decode: 'Dekodieren',
  useFile: 'Datei verwenden…',
  typeInstead: 'Stattdessen Text eingeben',
  show: 'Wert anzeigen',
  hide: 'Wert verbergen',
  addKey: 'Schlüssel hinzufügen',
  remove: (key: string) => `${key} entfernen`,
  removeEmpty: 'Diesen Schlüssel entfernen',
  registerNote: 'AI Core speichert Schlüssel und Werte und gibt sie nie zurück.',
  notForPulling: 'Zum Laden von Images stattdessen ein Docker-Registry-Secret registrieren.',
  rotateNote:
    'Alle Schlüssel und Werte werden ersetzt. AI Core gibt die Schlüssel nie zurück: jeden eingeben, nach dem Vorlagen fragen.',
  rotateRunning:
    'Laufende Container behalten ihre Variablen bis zum Neustart. Eingehängte Dateien ändern sich von selbst.',
  notFoundTitle: 'Secret nicht gefunden',
  notFoundText: (name: string) =>
    `Hier gibt es kein generisches Secret „${name}“. Vielleicht hat es einen anderen Geltungsbereich.`,
  backToList: 'Generische Secrets öffnen',
  registeredTitle: (name: string) => `Generisches Secret ${name} wurde registriert`,
  rotatedTitle: (name: string) => `Die Werte von ${name} wurden rotiert`,
  doneTexts: {
    group: 'Container dieser Ressourcengruppe können es ab jetzt verwenden.',
    all: 'AI Core kopiert es in jede Ressourcengruppe. Die Liste zeigt, wie weit es ist.',
    tenant: 'Es gehört dem Tenant selbst.',
  },
  asVariables: 'Als Umgebungsvariablen',
  asFiles: 'Als Dateien',
  registerAnother: 'Weiteres registrieren',

  deleteHeading: (name: string, where: string) => `Generisches Secret ${name} ${where} löschen?`,
  deleteSecret: 'Secret löschen',
  deleteTexts: {
    group:
      'Neue Container, deren Vorlage es verwendet, starten nicht mehr. Laufende behalten, was sie haben.',
    all: 'Es wird in jeder Ressourcengruppe gelöscht. Neue Container, deren Vorlage es verwendet, starten nicht mehr.',
    tenant: 'Dienste von AI Core, die es verwenden, verlieren den Zugriff.',
  },
  deleteKept: 'AI Core gibt die Werte nie zurück. Noch benötigte Werte anderswo aufbewahren.',
  deleted: {
    sent: (name: string) => `Generisches Secret „${name}“ wurde gelöscht`,
    already: (name: string) => `Generisches Secret „${name}“ war bereits gelöscht`,
  },
};
