import { spell } from './character.ts';
import type { SecretNameProblem } from '../../../domain/pull-secret/secret-name.ts';
import type { HostProblem, HostWarning } from '../../../domain/registry/registry-host.ts';
import type { ProviderToken, RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import type { UnreachableKind } from '../../../domain/text/public-address.ts';
import type { secretForm as en } from '../en/secret-form.ts';
import { formatDaysFromNow, formatList, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

function nameProblem(problem: SecretNameProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Einen Namen für das Secret eingeben.';
    case 'too-short':
      return 'Mindestens 2 Zeichen verwenden.';
    case 'too-long':
      return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
    case 'bad-start':
      return 'Mit einem Kleinbuchstaben oder einer Ziffer beginnen.';
    case 'bad-end':
      return 'Mit einem Kleinbuchstaben oder einer Ziffer enden.';
    case 'bad-character':
      return `${spell(problem.character)} ist nicht zulässig. Kleinbuchstaben, Ziffern, „-“, „.“ und „_“ verwenden.`;
    case 'double-underscore':
      return 'Zwischen zwei Unterstriche ein anderes Zeichen setzen.';
    case 'underscore-before-end':
      return 'Nach dem letzten Unterstrich mindestens zwei Zeichen ergänzen.';
  }
}

function hostProblem(problem: HostProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Den Host der Registry eingeben, zum Beispiel ghcr.io.';
    case 'white-space':
      return 'Leerzeichen entfernen. Ein Host enthält keine.';
    case 'unfilled':
      return 'Den Platzhalter durch seinen Wert ersetzen.';
    case 'bad-scheme':
      return 'Vor dem Host ist nur https:// zulässig. Zu diesem Präfix passt kein Image.';
    case 'userinfo':
      return 'Den Teil vor „@“ entfernen. Benutzername und Token haben eigene Felder.';
    case 'query':
      return '„?“ oder „#“ und alles dahinter entfernen.';
    case 'has-image-path':
      return 'Das ist eine Image-Adresse. Nur den Host der Registry eingeben.';
    case 'docker-hub':
      return 'Mit dieser Schreibweise werden keine Docker-Hub-Images geladen. https://index.docker.io verwenden.';
    case 'bad-port':
      return 'Nach dem Doppelpunkt einen Port zwischen 1 und 65535 eingeben.';
    case 'bad-name':
      return 'Kein gültiger Hostname. Buchstaben, Ziffern und Bindestriche verwenden, durch Punkte getrennt.';
    case 'trailing-dot':
      return 'Den Punkt am Ende entfernen. Kein Image passt dazu.';
    case 'uppercase':
      return 'Kleinbuchstaben verwenden. Großbuchstaben passen nie zu einem Image.';
    case 'bad-path':
      return 'Kein Image kann diesen Pfad haben. Korrigieren oder entfernen.';
    case 'version-path':
      return '/v1 oder /v2 am Ende entfernen. Ohne abschließenden Schrägstrich zählt es zum Image-Namen.';
    case 'web-address':
      return 'Das ist die Adresse einer Webseite. Den Host eingeben, von dem Images geladen werden.';
    case 'too-long':
      return 'Zu lang. Eine Image-Adresse hat höchstens 255 Zeichen.';
    case 'bad-character':
      return `${spell(problem.character)} ist in einem Registry-Host nicht zulässig.`;
  }
}

const unreachable: Record<UnreachableKind, string> = {
  loopback: 'Diese Adresse ist der Rechner selbst',
  private: 'Das ist eine private Netzwerkadresse',
  'link-local': 'Diese Adresse gilt nur innerhalb eines Netzwerksegments',
  'local-name': 'Dieser Name ist nur in einem lokalen Netzwerk bekannt',
  'cluster-name': 'Diesen Namen gibt es nur innerhalb eines Kubernetes-Clusters',
  'single-label': 'Dieser Name hat keinen Punkt und ist daher nur in einem lokalen Netzwerk bekannt',
};

function hostWarning(warning: HostWarning): string {
  switch (warning.code) {
    case 'unreachable-address':
      return `${unreachable[warning.kind]}. AI Core lädt nur von öffentlichen Registrys und kann sie nicht erreichen.`;
    case 'path-prefix':
      return `Gilt nur für Images, deren Pfad mit „${warning.path}“ beginnt.`;
    case 'lookalike':
      return `Sieht aus wie ${warning.suggestion}, ist aber ein anderer Host. Schreibweise prüfen.`;
    case 'wildcard':
      return '„*“ steht für einen Teil des Hostnamens, nie für einen Punkt.';
    case 'http-scheme':
      return 'http:// hat keine Wirkung. AI Core lädt über https.';
    case 'docker-hub-spelling':
      return 'Diese Schreibweise von Docker Hub funktioniert in WorkflowTemplates, in ServingTemplates aber vielleicht nicht.';
    case 'default-port':
      return 'Mit „:443“ passt der Eintrag nur zu Images, die den Port ebenfalls nennen.';
  }
}

const parameters: Record<string, string> = {
  account: 'Konto-ID',
  region: 'Region',
  location: 'Standort',
  name: 'Name der Registry',
  team: 'Team',
  repository: 'Nummer des Repositorys',
};

/** Only what is no good for a stored secret is worth a word. */
function tokenLife({ life, hours }: ProviderToken): string {
  return life === 'hours'
    ? ` Läuft nach ${plural(hours ?? 1, { one: 'Stunde', other: 'Stunden' })} ab, zu früh für ein gespeichertes Secret.`
    : '';
}

function tokenOf({ token, isConfirmed = true }: RegistryProvider): string {
  const from = token.command === undefined ? '' : ` ${token.command} gibt es aus.`;
  const uncertain = isConfirmed ? '' : ' Nicht bestätigt; bei der Registry prüfen.';
  return `${token.word}.${from}${tokenLife(token)}${uncertain}`;
}

function usernameHint({ username }: RegistryProvider): string {
  if (username.fixed !== undefined) return `Immer ${username.fixed}`;
  if (username.sameAsToken) return 'Das Token selbst, wie im Feld darunter';
  return username.example === undefined
    ? 'Das Konto, dem das Token gehört'
    : `Zum Beispiel ${username.example}`;
}

export const secretForm: Translated<typeof en> = {
  registerHeading: 'Docker-Registry-Secret registrieren',
  register: 'Registrieren',
  import: 'Importieren…',
  editRegistry: (position) => `Registry ${position} bearbeiten`,

  rotateHeading: (name) => `Zugangsdaten von ${name} rotieren`,
  whatHappens: 'Was geschieht',
  replacesAll: 'AI Core ersetzt das ganze Secret. Jede Registry darin benötigt ihr Token.',
  newPods: 'Neue Pods laden mit dem neuen Token.',
  templatesStay: 'An Vorlagen ist nichts zu ändern.',
  tokensStay: 'Token bleiben in diesem Tab, bis Sie das Formular verlassen.',
  changeHostOrUsername: 'Host oder Benutzernamen ändern',
  rotate: 'Zugangsdaten rotieren',
  rotatedTitle: (name) => `Die Zugangsdaten von ${name} wurden rotiert`,
  rotatedText: 'Neue Pods laden mit den neuen Zugangsdaten. An Vorlagen ist nichts zu ändern.',
  nameFixed: 'Der Name eines Secrets ist nicht änderbar.',
  lost: 'ist künftig nicht mehr im Secret enthalten.',
  keepLost: 'Behalten',
  keepLostOf: (host) => `${host} behalten`,
  expiresOn: 'Läuft ab am (optional)',
  expiresOnHint: 'Eine Erinnerung in dieser Konsole. AI Core speichert kein Datum.',
  expiresOnFromToken: (date) => `Wenn leer, gilt das Datum des Tokens: ${date}.`,
  reminderPresets: 'Ablauf',
  reminderIn: (days) =>
    days === 365 ? 'in einem Jahr' : `in ${plural(days, { one: 'Tag', other: 'Tagen' })}`,
  reminderNever: 'Kein Ablaufdatum',
  reminderIsPast: (days) => `Das war ${formatDaysFromNow(days)}. Stimmt das Jahr?`,
  reminderIsToday: 'Läuft heute ab.',
  clearReminder: 'Datum entfernen',
  missingTitle: 'Secret nicht gefunden',
  missingText: (name) => `Dieser Tenant hat kein Secret „${name}“. Möglicherweise wurde es gelöscht.`,

  name: 'Name des Secrets',
  nameHint: 'Unter diesem Namen verweisen Vorlagen darauf. Später nicht änderbar.',
  registry: (position) => `Registry ${position}`,
  provider: 'Registry-Anbieter',
  otherProvider: 'Andere Registry',
  hostParameter: (id) => parameters[id] ?? id,
  hostParameterMalformed: (example) => `Nicht die erwartete Form. Beispiel: ${example}.`,
  example: (example) => `Zum Beispiel ${example}`,
  usernameHint,
  tokenHint: 'Statt eines Passworts ein Zugriffstoken verwenden, das nur laden darf.',
  providerHint: 'Zeigt, wie Host, Benutzername und Token aussehen.',
  tokenOf,
  documentation: 'So wird eines erstellt',
  chooseKeyFile: 'Schlüsseldatei auswählen',
  sameAsToken: (name) => `${name} erwartet das Token auch als Benutzernamen.`,
  useToken: 'Token verwenden',
  host: 'Registry-Host',
  hostHint: 'Wie er in Image-Adressen steht',
  registryRemoved: (name) => `${name} aus diesem Formular entfernt`,
  addRegistry: 'Registry hinzufügen',
  removeRegistry: (position) => `Registry ${position} entfernen`,
  moveUp: (position) => `Registry ${position} nach oben`,
  moveDown: (position) => `Registry ${position} nach unten`,

  nameProblem,
  nameForKubernetes:
    'Kubernetes lässt diesen Namen nicht zu. Deployments, deren Vorlage ihn verwendet, werden abgelehnt.',
  nameTaken: (name) =>
    `Dieser Tenant hat bereits ein Secret „${name}“. Einen anderen Namen wählen oder das vorhandene rotieren.`,
  hostProblem,
  hostWarning,
  hostRepeated: (host, first) =>
    host === first
      ? `${host} ist bereits in der Liste. Ein Secret enthält je Registry nur einmal Zugangsdaten.`
      : `${host} und ${first} sind dieselbe Registry. Ein Secret enthält je Registry nur einmal Zugangsdaten.`,
  useSuggestion: (suggestion) => `${suggestion} verwenden`,
  suggestion: (suggestion) => `Meinten Sie ${suggestion}?`,

  beforeRegistering: 'Vor dem Registrieren',
  checks: {
    nameMissing: 'Noch kein Name',
    nameWrong: 'Der Name ist nicht zulässig',
    nameTaken: 'Der Name ist vergeben',
    nameFree: 'Der Name ist frei',
    nameUnknown: 'Die Namen des Tenants konnten nicht gelesen werden',
    credentials: {
      open: 'Zugangsdaten noch nicht geprüft',
      changed: 'Zugangsdaten seit der Prüfung geändert',
      unsure: 'Ob die Zugangsdaten funktionieren, konnte die Prüfung nicht feststellen',
      passed: 'Zugangsdaten geprüft',
    },
    credentialsFailed: (hosts) => `Die Prüfung hat ein Problem mit ${formatList(hosts)} gefunden`,
    hostMissing: 'Noch kein Host',
    hostsPublic: (count) =>
      count === 1
        ? 'Der Host ist öffentlich'
        : count === 2
          ? 'Beide Hosts sind öffentlich'
          : `Alle ${count} Hosts sind öffentlich`,
    hostWrong: 'Der Host ist nicht verwendbar',
    host: {
      'unreachable-address': 'Der Host ist nicht öffentlich',
      'path-prefix': 'Auf einen Teil des Hosts beschränkt',
      lookalike: 'Der Host ähnelt dem einer bekannten Registry',
      wildcard: 'Der Host enthält einen Platzhalter',
      'http-scheme': 'http:// hat keine Wirkung',
      'docker-hub-spelling': 'Manche Vorlagen akzeptieren diese Schreibweise von Docker Hub nicht',
      'default-port': 'Der Port gehört zum Host',
    },
    usernameHasColon: 'Der Benutzername enthält einen Doppelpunkt',
    username: {
      'surrounding-white-space': 'Leerzeichen um den Benutzernamen',
      'inner-white-space': 'Leerzeichen im Benutzernamen',
      quoted: 'Anführungszeichen um den Benutzernamen',
      'bearer-prefix': 'Der Benutzername beginnt wie ein Header',
      placeholder: 'Der Benutzername ist ein Platzhalter',
      'token-as-username': 'Der Benutzername ist ein Token',
    },
    tokenMasked: 'Das Token ist maskiert',
    token: {
      'surrounding-white-space': 'Leerzeichen um das Token',
      'inner-white-space': 'Leerzeichen im Token',
      quoted: 'Anführungszeichen um das Token',
      'bearer-prefix': 'Das Token beginnt wie ein Header',
      placeholder: 'Das Token ist ein Platzhalter',
      'username-in-token': 'Das Token enthält auch einen Benutzernamen',
    },
    told: {
      'kind-recognised': 'Die Art des Tokens ist bekannt',
      'no-expiry': 'Das Token läuft nicht ab',
      'expires-on': 'Das Token läuft bald ab',
      expired: 'Das Token ist abgelaufen',
      'expires-in-hours': 'Das Token läuft in wenigen Stunden ab',
      'short-lived': 'Ein solches Token gilt nur wenige Stunden',
      'not-accepted': 'Die Registry akzeptiert ein solches Token nicht',
      unsure: 'Ein solches Token darf vielleicht nicht laden',
      discouraged: 'Ein solches Token kann jederzeit ungültig werden',
      'other-issuer': 'Das Token gehört zu einer anderen Registry',
      'unexpected-form': 'Das Token sieht für diese Registry ungewöhnlich aus',
      'whole-text': 'Das Token ist ein ganzer Befehl oder eine Datei',
      'key-file-problem': 'Die Schlüsseldatei ist nicht verwendbar',
      'username-expected': 'Der Benutzername passt nicht zum Token',
      'username-is-email': 'Der Benutzername ist eine E-Mail-Adresse',
      'robot-prefix-missing': 'Der Benutzername passt nicht zu Harbor',
    },
    more: (count) => `${count} weitere direkt an den Feldern`,
  },
  preview: 'Vorschau der Anfrage',
  previewNote: 'Genau das wird gesendet. Nur die Token sind hier maskiert.',
  previewRequest: 'Anfrage',
  previewConfig: 'Inhalt von .dockerconfigjson',

  registeredTitle: (name) => `Secret ${name} wurde registriert`,
  registeredText: 'In die Vorlagen eintragen, damit deren Pods von den Registrys des Secrets laden können.',
  registerAnother: 'Weiteres registrieren',
  openSecret: 'Secret öffnen',
  rollOutAfterwards: (tenants) =>
    `In ${plural(tenants, { one: 'weiteren Tenant', other: 'weitere Tenants' })} ausrollen, ${tenants === 1 ? 'der es hat' : 'die es haben'}`,
};
