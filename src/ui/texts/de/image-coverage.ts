import type { ImageProblem } from '../../../domain/keyring/image-reference.ts';
import type { SecretProblem } from '../../../domain/keyring/keyring.ts';
import type { EarlyReader, MatcherDifference } from '../../../domain/keyring/knative-keyring.ts';
import type { KeyDifference, NearestKey } from '../../../domain/keyring/nearest-key.ts';
import type { imageCoverage as en } from '../en/image-coverage.ts';
import { formatList } from '../format.ts';
import type { Translated } from '../translated.ts';

const list = (items: readonly string[]) => formatList(items.map((item) => `„${item}“`));

/** What keeps the nearest entry from matching. */
function difference(key: string, found: KeyDifference, registry: string): string {
  switch (found.code) {
    case 'scheme':
      return `„${key}“ beginnt mit ${found.scheme}:// und passt damit zu keinem Image. Nur https:// ist möglich.`;
    case 'unparsable-key':
      return `„${key}“ ist keine Registry-Adresse und wird ignoriert.`;
    case 'capitals':
      return `„${key}“ weicht in der Groß- und Kleinschreibung von der Image-Adresse ab. Sie zählt.`;
    case 'dead-docker-hub-spelling':
      return `„${key}“ sieht nach Docker Hub aus, aber mit dieser Schreibweise werden keine Docker-Hub-Images geladen.`;
    case 'host':
      return `Der ähnlichste Eintrag ist „${key}“, ein anderer Host als ${registry}.`;
    case 'path':
      return `„${key}“ gilt nur für Images, deren Pfad mit ${found.keyPath} beginnt. Dieses Image hat ${found.imagePath}.`;
    case 'port':
      return `„${key}“ hat ${port(found.keyPort)}, das Image ${port(found.imagePort)}. Beide müssen gleich sein.`;
    case 'label-count':
      return `„${key}“ hat ${found.keyLabels} Teile zwischen den Punkten, die Registry des Images ${found.imageLabels}. „*“ steht für genau einen Teil.`;
  }
}

function port(value: string): string {
  return value === '' ? 'keinen Port' : `Port ${value}`;
}

function notCovered(registry: string, suggestion: string, nearest: NearestKey | undefined): string {
  if (!nearest) return `Kein Eintrag passt. ${suggestion} in ein Secret aufnehmen.`;
  const why = difference(nearest.key, nearest.difference, registry);
  // A key with capitals would match, but is no spelling that anybody should register.
  return /[A-Z]/.test(registry)
    ? `${why} Den Host des Images kleinschreiben.`
    : `${why} Passen würde: ${suggestion}.`;
}

function invalid(problem: ImageProblem, part = ''): string {
  switch (problem) {
    case 'empty':
      return 'Eine Image-Adresse eingeben.';
    case 'placeholder':
      return 'Enthält ein {{…}}, das erst später ersetzt wird.';
    case 'unfilled':
      return `„${part}“ ist ein Platzhalter. Durch den echten Wert ersetzen.`;
    case 'white-space':
      return 'Leerzeichen entfernen. Eine Image-Adresse enthält keine.';
    case 'scheme':
      return 'Alles bis einschließlich „://“ entfernen. Eine Image-Adresse beginnt mit dem Host der Registry.';
    case 'image-id':
      return 'Das ist eine Image-ID, die nur auf einem Rechner gilt. Den Namen eingeben, etwa ghcr.io/team/app:1.0.';
    case 'bad-host':
      return `„${part}“ ist kein gültiger Host. Den Teil vor dem ersten „/“ korrigieren.`;
    case 'capital-in-repository':
      return `„${part}“ enthält Großbuchstaben, die ein Repository-Name nicht haben darf. Kleinschreiben.`;
    case 'bad-component':
      return part === ''
        ? 'Ein Teil des Namens ist leer. Auf „//“ oder ein „/“ am Anfang oder Ende prüfen.'
        : `„${part}“ ist in einem Namen nicht zulässig. Kleinbuchstaben und Ziffern verwenden, dazwischen „.“, „_“ oder „-“.`;
    case 'empty-tag':
      return 'Der Tag nach „:“ fehlt. Einen eingeben oder das „:“ entfernen.';
    case 'bad-tag':
      return `„${part}“ ist kein gültiger Tag. Höchstens 128 Buchstaben, Ziffern, „_“, „.“ und „-“ verwenden.`;
    case 'bad-digest':
      return `„${part}“ ist kein gültiger Digest. Ein Digest ist sha256: und 64 Ziffern oder Buchstaben von a bis f.`;
    case 'too-long':
      return 'Zu lang. Ein Image-Name hat höchstens 255 Zeichen.';
  }
}

function secretProblem(problem: SecretProblem): string {
  switch (problem.code) {
    case 'auths-not-object':
      return '„auths“ ist kein Objekt.';
    case 'entry-not-object':
      return `Der Eintrag „${problem.key}“ ist kein Objekt.`;
    case 'auth-not-base64':
      return `„auth“ von „${problem.key}“ ist kein Base64.`;
    case 'auth-without-colon':
      return `In „auth“ von „${problem.key}“ fehlt der Doppelpunkt zwischen Benutzername und Passwort.`;
    case 'field-not-text':
      return `„${problem.field}“ von „${problem.key}“ ist kein Text.`;
  }
}

/** Kubernetes pulls the image; before that, somebody else reads it, by rules of its own. */
function matcherDifference(found: MatcherDifference, reader: EarlyReader): string {
  const who = reader === 'argo' ? 'Argo' : 'Knative';
  const before =
    reader === 'argo'
      ? 'Der Container hat kein command, daher liest Argo zuerst das Image, um eines zu finden'
      : 'Knative fragt das Image eines ServingTemplates zuerst ab';
  const cure = reader === 'argo' ? ' Oder dem Container ein command geben.' : '';
  switch (found.code) {
    case 'docker-io-key':
      return `${before}, und ${who} verwendet ${list(found.keys)} nicht für Docker Hub. ${found.suggestion} verwenden, das für beide gilt.${cure}`;
    case 'unparsable-key':
      return `${before}. ${list(found.keys)} ist nicht lesbar. Kubernetes ignoriert das, aber ${who} lehnt dann das ganze Secret ab.${cure}`;
    case 'entry-fails-knative':
      return `${before}. Der Eintrag ${list(found.keys)} hat ein Feld, das ${who} nicht lesen kann; ${who} lehnt daher das ganze Secret ab.${cure}`;
    case 'first-only':
      return `${before}. ${who} verwendet nur „${found.used}“ und versucht ${list(found.ignored)} nie. Sicherstellen, dass „${found.used}“ dieses Image laden darf.${cure}`;
    case 'different-key':
      return `${before}. ${who} verwendet „${found.knative}“, Kubernetes versucht aber zuerst „${found.kubernetes}“. Beide müssen dieses Image laden dürfen.${cure}`;
    case 'only-kubernetes':
      return `${before}, aber ohne Zugangsdaten: ${who} verwendet ${list(found.keys)} nicht.${cure}`;
    case 'only-knative':
      return `Nur ${who} verwendet „${found.key}“ für dieses Image. Kubernetes, das es lädt, nicht.`;
    case 'identity-token':
      return `Der Eintrag „${found.key}“ hat ein Identity-Token. ${who} verwendet es, Kubernetes ignoriert es.`;
  }
}

export const imageCoverage: Translated<typeof en> = {
  heading: 'Image-Prüfung',
  field: 'Zu ladendes Image',
  fieldHint: 'Wie in einer Vorlage, zum Beispiel ghcr.io/team/app:1.0',
  noHost: 'Zuerst im Formular einen Registry-Host eingeben.',

  covered: 'Abgedeckt',
  coveredInPart: 'Teilweise abgedeckt',
  coveredButEmpty: 'Nicht abgedeckt',
  notCovered: 'Nicht abgedeckt',
  cannotTell: 'Nicht feststellbar',
  unfilled: 'Platzhalter übrig',
  invalidImage: 'Kein gültiges Image',
  badSecret: 'Das Secret ist beschädigt',

  by: (key, username, secret) =>
    `${key}${username === '' ? '' : ` als ${username}`}${secret === undefined ? '' : `, in ${secret}`}`,
  coveredBy: (entries) =>
    entries.length === 1
      ? `Wird geladen mit ${entries[0] ?? ''}.`
      : `In dieser Reihenfolge versucht, bis einer gelingt: ${entries.join('; ')}.`,
  empty: (keys) =>
    `${list(keys)} passt, hat aber keine Zugangsdaten. Nur öffentliche Images können geladen werden.`,
  notCoveredWhy: notCovered,
  unknown: (secrets) =>
    `Kein bekannter Eintrag passt, aber die Registrys in ${list(secrets)} sind nicht bekannt.`,
  placeholder:
    'Die Adresse enthält ein {{…}}, das erst später ersetzt wird; ihre Registry ist noch nicht bekannt.',
  invalid,
  secretProblem,
  matcherDifference,
};
