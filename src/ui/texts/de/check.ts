import type { CheckKind, CheckReason, CheckVerdict } from '../../../domain/check/check-outcome.ts';
import type { check as en } from '../en/check.ts';
import { formatSeconds } from '../format-seconds.ts';
import { formatDuration } from '../format-duration.ts';
import { formatDateTime, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

const verdicts: Record<CheckVerdict, Record<CheckKind, string>> = {
  unreachable: { registry: 'Nicht erreichbar', repository: 'Nicht erreichbar' },
  'other-service': { registry: 'Keine Registry', repository: 'Kein Repository' },
  rejected: { registry: 'Abgelehnt', repository: 'Abgelehnt' },
  accepted: { registry: 'Akzeptiert', repository: 'Akzeptiert' },
  usable: { registry: 'Image kann geladen werden', repository: 'Lesbar' },
  'not-usable': { registry: 'Image kann nicht geladen werden', repository: 'Nicht lesbar' },
  unsure: { registry: 'Nicht feststellbar', repository: 'Nicht feststellbar' },
};

/** The thing that answers, in the cases that the sentences need. */
const things = {
  registry: {
    nominative: 'Die Registry',
    as: 'Registry',
    dative: 'einer Registry',
    genitive: 'einer Registry',
  },
  repository: {
    nominative: 'Der Git-Host',
    as: 'Git-Host',
    dative: 'einem Git-Host',
    genitive: 'eines Git-Hosts',
  },
};

/** What happened, and what to do next. `name` is the image or revision that was asked for, where it was one. */
const sentence: (typeof en)['sentence'] = (outcome, kind, name) => {
  const isRegistry = kind === 'registry';
  const thing = things[kind];
  const target = name ?? (isRegistry ? 'Das Image' : 'Dieses Repository');
  const { reason, status, retryAfterSeconds, loginHost, platforms = [] } = outcome;
  const code = status === undefined ? '' : ` (${status})`;
  const sentences: Record<CheckReason, string> = {
    'no-name': 'Diesen Host gibt es nicht. Die Schreibweise prüfen.',
    'address-refused':
      'Der Host hat keine öffentliche Adresse, und AI Core liest nur von öffentlichen Hosts. Die Schreibweise prüfen.',
    'connection-refused': 'Der Host lehnt Verbindungen an diesem Port ab. Den Port prüfen.',
    'no-answer':
      'Der Host hat die Verbindung ohne Antwort geschlossen. Host und Port prüfen, dann erneut versuchen.',
    timeout: 'Der Host hat nicht rechtzeitig geantwortet. Erneut versuchen und prüfen, ob er öffentlich ist.',
    'no-tls': 'Der Host spricht an diesem Port kein https. AI Core benötigt https.',
    'certificate-expired':
      'Das Zertifikat des Hosts ist abgelaufen oder noch nicht gültig. Sein Betreiber muss es erneuern.',
    'certificate-name':
      'Das Zertifikat des Hosts gilt für einen anderen Namen. Die Schreibweise des Hosts prüfen.',
    'certificate-unknown':
      'Das Zertifikat des Hosts stammt von einer Stelle, der hier nicht vertraut wird. Seinen Betreiber um ein anderes bitten.',
    'proxy-refused':
      'Der Proxyserver dieses Netzwerks lässt die Prüfung nicht durch. An seinen Betreiber wenden.',
    redirected: `Der Host leitet weiter, statt als ${thing.as} zu antworten. Die Adresse prüfen.`,
    'web-page': `Statt ${thing.genitive} hat eine Webseite geantwortet. ${isRegistry ? 'Den Host aus dem Namen eines Images kopieren.' : 'Die Adresse kopieren, die git clone verwendet.'}`,
    'other-answer': `Die Antwort stammt nicht von ${thing.dative}${code}. Den Host${isRegistry ? '' : ' und den Pfad'} prüfen.`,
    rejected: `Benutzername oder Token nicht akzeptiert${code}. Beide prüfen oder ein neues Token erstellen.`,
    accepted: 'Die Anmeldung funktioniert. Ein Image eingeben, um zu sehen, ob es auch geladen werden kann.',
    pullable: `${target} kann geladen werden und läuft auf linux/amd64.`,
    public: `${target} ist für alle lesbar. Ob das Token funktioniert, zeigt das nicht.`,
    'platform-unknown': `${target}: Im Manifest steht nicht, wofür das Image gebaut ist.`,
    readable: `${!isRegistry && name !== undefined ? `${name} ist vorhanden` : `${target} ist lesbar`}, mit diesem Benutzernamen und Token.`,
    'no-access': `${target}: kein Zugriff${isRegistry ? ', oder das Image existiert nicht' : ''}${code}. Prüfen, was das Token lesen darf.`,
    'no-image': `${target} existiert nicht. Den Namen prüfen.`,
    'no-tag': `Das Image ist vorhanden, aber nicht als ${target}. Den Tag prüfen.`,
    'not-found': `${target} wurde nicht gefunden. Prüfen, ob der Name stimmt und dieser Benutzer Zugriff hat.`,
    'no-platform': `${target} ist für ${platforms.join(', ')} gebaut. AI Core läuft auf linux/amd64: dafür bauen.`,
    'no-revision': `Kein Branch und kein Tag heißt ${target}. Die Schreibweise prüfen.`,
    anonymous:
      'Der Zugang ist für alle offen und beweist daher nichts. Ein Image eingeben, das nicht öffentlich ist.',
    'app-token':
      'GitHub akzeptiert das Token dieser App für die Anmeldung und verweigert möglicherweise das Laden. Zur Prüfung ein Image eingeben.',
    'rate-limited': `Zu viele Anfragen${code}: weder akzeptiert noch abgelehnt. ${retryAfterSeconds === undefined ? 'Später erneut versuchen.' : `${formatDuration(retryAfterSeconds)} warten, dann erneut versuchen.`}`,
    'server-error': `${thing.nominative} meldet einen eigenen Fehler${code}. Später erneut versuchen.`,
    blocked: `${thing.nominative} weist diese Adresse schon vor der Anmeldung ab${code}. Möglicherweise ist nur die Adresse von AI Core zugelassen.`,
    'foreign-login': `Die Anmeldung liegt bei ${loginHost ?? 'einem anderen Host'}, einer anderen Domain. Dorthin wurde nichts gesendet.`,
    'other-login': `${thing.nominative} verlangt eine Art der Anmeldung, die ein Secret nicht enthalten kann.`,
    'login-unreachable': 'Der Server für die Anmeldung hat nicht geantwortet. Später erneut versuchen.',
    'no-token': 'Der Server für die Anmeldung hat ohne Token geantwortet. Später erneut versuchen.',
    interrupted: `${thing.nominative} antwortet nicht mehr. Erneut versuchen.`,
    unexpected: `Die Antwort${code} beweist nichts. Erneut versuchen oder mit einem Image prüfen.`,
    'too-large': `Es gibt mehr Branches und Tags, als eine Prüfung liest. ${target} kann dennoch vorhanden sein.`,
    'commit-unknown': `Git-Hosts führen nur Branches und Tags auf; der Commit ${target} ist daher nicht prüfbar.`,
  };
  return sentences[reason];
};

const targets = (count: number, kind: CheckKind) =>
  plural(
    count,
    kind === 'registry'
      ? { one: 'Registry', other: 'Registrys' }
      : { one: 'Repository', other: 'Repositorys' },
  );

export const check: Translated<typeof en> = {
  open: 'Zugangsdaten prüfen',
  openShort: 'Prüfen',
  heading: 'Zugangsdaten prüfen',
  attempts: (count, kind) => `${targets(count, kind)}, je ein Versuch`,
  again: 'Alle erneut prüfen',
  images: 'Zu prüfende Images',
  imagesHint: 'Eines je Zeile oder eine ganze Vorlage. Optional, aber der einzige Beweis.',
  checkImages: (count, fromTemplate) =>
    `${plural(count, { one: 'Image', other: 'Images' })}${fromTemplate ? ' dieser Vorlage' : ''} prüfen`,
  checkLogin: 'Nur die Anmeldung prüfen',
  revision: 'Zu prüfende Revision',
  revisionHint: 'Ein Branch, ein Tag oder ein Commit. Optional.',
  path: 'Zu prüfender Pfad',
  pathHint: 'Das Protokoll von Git listet keine Dateien: Ob er vorhanden ist, lässt sich nicht feststellen.',
  checkReading: 'Nur das Lesen prüfen',
  checkRevision: 'Die Revision prüfen',
  address: { registry: 'Registry-Host', repository: 'Repository-URL' },
  notNamed: 'Welche?',
  pathNotTold: (path) =>
    `Ob ${path} vorhanden ist, lässt sich nicht feststellen: Das Protokoll von Git listet keine Dateien.`,
  validUntil: (end) => `Das Token ist nach eigener Angabe bis ${formatDateTime(end)} gültig.`,
  endedAt: (end) => `Das Token ist nach eigener Angabe am ${formatDateTime(end)} abgelaufen.`,
  byProxy: 'Geprüft über den Proxyserver dieses Netzwerks: Er löst den Namen auf, und seine Regeln gelten.',
  unreadable: (count) =>
    `${plural(count, { one: 'Name wird', other: 'Namen werden' })} ausgelassen: falsch geschrieben oder mit einem Platzhalter.`,
  uncovered: (images) => `Keine Registry hier lädt ${images.join(', ')}.`,
  verdict: (verdict, kind) => verdicts[verdict][kind],
  sentence,
  howFar: 'Wie weit die Prüfung kam',
  steps: {
    registry: { reach: 'Erreichen', service: 'Registry', login: 'Anmeldung', target: 'Image' },
    repository: { reach: 'Erreichen', service: 'Repository', login: 'Anmeldung', target: 'Lesen' },
  },
  stepStates: {
    passed: 'bestanden',
    failed: 'fehlgeschlagen',
    unsure: 'nicht feststellbar',
    open: 'nicht versucht',
  },
  seconds: formatSeconds,
  running: 'Wird geprüft…',
  incomplete: 'Nicht geprüft: zuerst Host, Benutzername und Token ausfüllen.',
  wildcard: 'Nicht geprüft: für dieses „*“ ein Image eingeben.',
  notChecked: 'Nicht geprüft',
  failed: 'Prüfung fehlgeschlagen',
  changed: 'Seit dieser Prüfung geändert. Erneut prüfen.',
  enterToken: 'AI Core gibt Zugangsdaten nie zurück. Fehlendes eingeben; es dient nur dieser Prüfung.',
  wouldNotWork: (count, kind) =>
    `${targets(count, kind)} ${count === 1 ? 'würde' : 'würden'} nicht funktionieren. Speichern ist trotzdem möglich.`,
  confirmHeading: 'Zugangsdaten speichern, die nicht funktioniert haben?',
  confirmText: (hosts) =>
    `Die Prüfung hat ein Problem mit ${hosts.join(', ')} gefunden. Bis es behoben ist, kann damit nichts geladen oder gelesen werden.`,
  confirmBack: 'Zurück zum Formular',
  confirmSave: 'Trotzdem speichern',
};
