import type {
  ImportFormat,
  ImportNotice,
  ImportProblem,
  LeftOutReason,
} from '../../../../domain/pull-secret/import/import-result.ts';
import type { importTexts as en } from '../../en/credentials/import.ts';
import { formatBytes } from '../../format-bytes.ts';
import { plural } from '../../format.ts';
import { jsonReasons } from '../shared/json-reasons.ts';
import type { Translated } from '../../translated.ts';
import { unreadableFile } from '../shared/unreadable-file.ts';

/** In the nominative: they follow „Gefunden:“. */
const formats: Record<ImportFormat, string> = {
  'docker-config': 'eine Docker-config.json',
  'docker-auths': 'die Registrys einer Docker-Konfiguration',
  'kubernetes-secret': 'ein Kubernetes-Secret',
  'ai-core-request': 'der Body einer AI-Core-Anfrage',
  'docker-login': 'ein Befehl zur Anmeldung',
  'kubectl-command': 'ein Befehl „kubectl create secret docker-registry“',
  'credential-fields': 'ein Benutzername und ein Token',
};

function inside(within: string | undefined): string {
  return within === undefined ? '' : ` im Text von ${within}`;
}

function problem(found: ImportProblem): string {
  switch (found.code) {
    case 'empty':
      return 'Nichts zu importieren: Der Text ist leer.';
    case 'binary':
      return 'Keine Textdatei. Eine config.json, eine YAML- oder eine JSON-Datei auswählen.';
    case 'unreadable':
      return unreadableFile;
    case 'too-large':
      return `Zu groß (${formatBytes(found.bytes)}). Erlaubt sind ${formatBytes(found.maxBytes)}. Ist es die richtige Datei?`;
    case 'not-json':
      if (found.within === undefined && found.line === 1 && found.column === 1) {
        return 'Keine Zugangsdaten gefunden. Eine Docker-config.json, ein Kubernetes-Secret, einen Befehl „docker login“, eine .netrc, Terraform oder Zeilen mit Registry, Benutzername und Token einfügen.';
      }
      return `Kein gültiges JSON${inside(found.within)}: ${jsonReasons[found.reason]} (Zeile ${found.line}, Spalte ${found.column}).`;
    case 'not-yaml':
      return `Kein gültiges YAML: nicht lesbar ab Zeile ${found.line}, Spalte ${found.column}.`;
    case 'unknown-shape':
      return found.keys.length === 0
        ? `Keine Registry-Zugangsdaten gefunden${inside(found.within)}. Erwartet wird ein Objekt mit „auths“.`
        : `Keine Registry-Zugangsdaten gefunden${inside(found.within)}: enthalten ist ${found.keys.map((key) => `„${key}“`).join(', ')}, aber kein „auths“.`;
    case 'auths-not-an-object':
      return `„auths“${inside(found.within)} muss ein Objekt sein, dessen Schlüssel Registrys sind.`;
    case 'bad-base64':
      return `Das Base64${inside(found.within)} ist beschädigt. Erneut vollständig kopieren.`;
    case 'no-registries':
      return 'Keine Registrys gefunden: „auths“ ist leer.';
    case 'only-credential-store':
      return `Keine Zugangsdaten gefunden: Der Rechner bewahrt seine Passwörter im Credential Store „${found.store}“ auf. Ein Zugriffstoken für die Registry erstellen und im Formular eingeben.`;
    case 'no-secret':
      return `Kein Secret mit Registry-Zugangsdaten gefunden, nur ${found.kinds.join(', ') || 'anderer Inhalt'}.`;
    case 'unclosed-quote':
      return 'Ein Anführungszeichen im Befehl ist nicht geschlossen. Den ganzen Befehl kopieren.';
  }
}

const fields = {
  host: 'die Registry',
  username: 'der Benutzername',
  password: 'das Passwort',
  auth: '„auth“',
};

function reason(left: LeftOutReason): string {
  switch (left.code) {
    case 'no-credential':
      return 'hat keine Zugangsdaten';
    case 'no-username':
      return 'hat keinen Benutzernamen';
    case 'no-password':
      return 'hat kein Passwort';
    case 'not-an-object':
      return 'ist kein Objekt mit Benutzername und Passwort';
    case 'identity-token':
      return 'hat ein Identity-Token, das AI Core nicht verwenden kann: ein Zugriffstoken erstellen';
    case 'registry-token':
      return 'hat ein Registry-Token, das AI Core nicht verwenden kann: ein Zugriffstoken erstellen';
    case 'bad-auth':
      return 'hat ein „auth“, das kein Base64 ist';
    case 'auth-not-utf8':
      return 'hat ein „auth“, das kein UTF-8 ergibt: Benutzername und Token im Formular eingeben';
    case 'auth-without-colon':
      return 'hat ein „auth“ ohne Doppelpunkt zwischen Benutzername und Passwort';
    case 'password-from-stdin':
      return 'liest das Passwort von der Standardeingabe: im Formular eingeben';
    case 'credential-file':
      return 'liest die Zugangsdaten aus einer Datei: stattdessen diese Datei importieren';
    case 'no-host':
      return 'es ist keine Registry genannt: im Formular eingeben';
    case 'unclear-host':
      return 'der Befehl hat eine unbekannte Option, die Registry ist daher unklar: im Formular eingeben';
    case 'masked':
      return `${fields[left.field]} ist maskiert: im Formular eingeben`;
    case 'placeholder':
      return `${fields[left.field]} ist ein Platzhalter: im Formular eingeben`;
    case 'not-a-string':
      return `${fields[left.field]} ist kein Text in Anführungszeichen`;
    case 'credential-store':
      return `bewahrt das Passwort im Credential Store „${left.store}“ des Rechners auf`;
    case 'credential-helper':
      return `holt das Passwort vom Helper „${left.helper}“ des Rechners`;
    case 'variable':
      return left.variable === undefined
        ? `${fields[left.field]} wird von der Shell eingesetzt: im Formular eingeben`
        : `${fields[left.field]} ist die Variable ${left.variable}: im Formular eingeben`;
  }
}

function notice(found: ImportNotice): string {
  switch (found.code) {
    case 'duplicate-key':
      return `Der Schlüssel „${found.path.at(-1) ?? ''}“ kommt zweimal vor. Der letzte gilt.`;
    case 'auth-overrides':
      return `${found.host}: „auth“ weicht von Benutzername und Passwort ab. „auth“ gilt, wie beim Laden von Images.`;
    case 'auth-ignored':
      return `${found.host}: „auth“ ist nicht lesbar. Benutzername und Passwort werden verwendet.`;
    case 'dropped-fields':
      return `Ausgelassen, weil AI Core es nicht verwendet: ${found.fields.join(', ')}.`;
    case 'several-secrets':
      return `${plural(found.secretNames.length, { one: 'Secret', other: 'Secrets' })} gefunden: ${found.secretNames.join(', ')}. Ihre Registrys kommen in ein einziges Secret.`;
    case 'ignored-documents':
      return `Ignoriert: ${found.kinds.join(', ')}.`;
    case 'unreadable-secret':
      return `${found.secretName ?? 'Ein Secret'} wurde ausgelassen. ${problem(found.problem)}`;
    case 'string-data-overrides':
      return `${found.secretName ?? 'Das Secret'} hat data und stringData. stringData gilt, wie in Kubernetes.`;
  }
}

export const importTexts: Translated<typeof en> = {
  heading: 'Zugangsdaten importieren',
  intro:
    'Eine Docker-config.json, ein Kubernetes-Secret, eine AI-Core-Anfrage, einen Befehl mit docker login, kubectl oder curl, einen Pipeline-Schritt, eine .netrc oder eine Terraform-Datei einfügen oder hierher ziehen. Gelesen wird nur in diesem Browser.',
  field: 'Zu importierender Text',
  chooseFile: 'Datei auswählen',
  found: (format, count) =>
    `Gefunden: ${format} mit ${plural(count, { one: 'verwendbaren Registry', other: 'verwendbaren Registrys' })}.`,
  format: (format) => formats[format],
  entries: 'Gefundene Registrys',
  registry: 'Registry',
  username: 'Benutzername',
  take: (host) => `${host} importieren`,
  leftOut: 'Unvollständig',
  leftOutNote: 'Ausgewählte Registrys werden übernommen, soweit bekannt. Den Rest im Formular eingeben.',
  unnamed: 'Eine Registry ohne Namen',
  reason,
  notice,
  problem,
  extraFields: (host, names) => `${host} hat weitere Felder: ${names}`,
  keepExtra: 'Diese Felder behalten',
  extraDropped: 'Ohne diese Auswahl werden sie ausgelassen.',
  add: (count) => `${plural(count, { one: 'Registry', other: 'Registrys' })} hinzufügen`,
};
