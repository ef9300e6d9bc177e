import type { ConnectionsFileProblem } from '../../../domain/connection/connections-file.ts';
import type { ProxyAddressProblem } from '../../../domain/connection/proxy-address.ts';
import type { connections as en } from '../en/connections.ts';
import { formatDateTime, formatNumber, plural } from '../format.ts';
import { jsonReasons } from './shared/json-reasons.ts';
import type { Translated } from '../translated.ts';
import { unreadableFile } from './shared/unreadable-file.ts';

const connectionForms = { one: 'Verbindung', other: 'Verbindungen' };

function addressProblem(problem: ProxyAddressProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Die Adresse des Proxys eingeben, zum Beispiel https://proxy.example.com/acme.';
    case 'white-space':
      return 'Die Leerzeichen um die Adresse entfernen.';
    case 'not-an-address':
      return 'Keine Adresse. Einen Pfad eingeben, der mit einem einzigen „/“ beginnt, oder eine vollständige https-Adresse.';
    case 'no-scheme':
      return 'Die vollständige Adresse eingeben, beginnend mit https://.';
    case 'plain-http':
      return 'https verwenden: Über http können andere das Token mitlesen. http ist nur für diesen Rechner zulässig.';
    case 'other-scheme':
      return `Mit https:// beginnen, nicht mit ${problem.scheme}://.`;
    case 'credentials':
      return 'Den Teil vor „@“ entfernen. Zugangsdaten gehören nicht in eine Adresse.';
    case 'query':
      return '„?“ oder „#“ und alles dahinter entfernen. Die Konsole hängt ihren eigenen Pfad an.';
    case 'dot-segments':
      return 'Den Pfad ohne Teile wie „.“ und „..“ eingeben.';
    case 'admin-path':
      return '/v2/admin entfernen. Die Konsole hängt es an.';
  }
}

const tokenProblem: (typeof en)['tokenProblem'] = (code) => {
  switch (code) {
    case 'empty':
      return 'Das Token eingeben.';
    case 'service-key':
      return 'Das ist ein Service-Key. Nicht in einen Browser einfügen. Damit ein Token holen und dieses einfügen.';
    case 'bad-character':
      return 'Kein Token. Es enthält Leerzeichen oder Zeichen, die ein Token nicht haben kann.';
  }
};

const diagnosis: (typeof en)['diagnosis'] = (diagnosed, place) => {
  switch (diagnosed.code) {
    case 'unreachable':
      return {
        title: 'Nicht erreichbar: keine Antwort.',
        advice:
          'Prüfen, ob die Adresse stimmt, der Proxy läuft und dieser Browser seinem Zertifikat vertraut. Ein Server, der andere Websites blockiert, sieht genauso aus.',
      };
    case 'timeout':
      return {
        title: 'Nicht erreichbar: keine Antwort innerhalb von 15 Sekunden.',
        advice: 'Die Adresse prüfen. Möglicherweise blockiert eine Firewall oder ein VPN den Weg zum Proxy.',
      };
    case 'blocked-by-cors':
      return {
        title: 'Durch CORS blockiert: Der Server antwortet, aber diese Seite darf die Antwort nicht lesen.',
        advice: `Diesen Origin im Proxy zulassen: ${place.pageOrigin}, mit den Headern authorization und content-type. Oder den Proxy unter der Adresse der Konsole bereitstellen.`,
      };
    case 'blocked-by-policy':
      return {
        title: 'Durch die Content Security Policy dieser Konsole blockiert.',
        advice: `Es wurde nichts gesendet. Der Betreiber der Konsole kann es zulassen: CONNECT_SRC=${place.proxyOrigin} für das Gateway, oder connect-src in der Policy eines anderen Servers.`,
      };
    case 'redirects':
      return {
        title: 'Keine AI-Core-API: Die Adresse leitet um, vielleicht auf eine Anmeldeseite.',
        advice:
          'Die Adresse eingeben, auf die sie umleitet, oder den Proxy ohne Anmeldeseite antworten lassen.',
      };
    case 'not-ai-core':
      return {
        title:
          diagnosed.status === 404
            ? 'Keine AI-Core-API: Unter dieser Adresse gibt es nichts (404).'
            : 'Keine AI-Core-API: Etwas anderes hat geantwortet.',
        advice: 'Die Adresse prüfen, vor allem ihren Pfad. Die Konsole hängt /v2/admin/… an.',
      };
    case 'unauthorized':
      if (place.auth === 'proxy')
        return {
          title: 'AI Core hat die Zugangsdaten abgelehnt, die der Proxy hinzufügt (401).',
          advice: 'Service-Key oder Token des Proxys erneuern lassen.',
        };
      return place.hasToken
        ? {
            title: 'AI Core hat das Token abgelehnt (401).',
            advice: 'Vielleicht ist es abgelaufen. Ein neues eingeben.',
          }
        : {
            title: 'Ein Token ist nötig (401).',
            advice: 'AI Core antwortet unter dieser Adresse. Ein Token eingeben, dann erneut testen.',
          };
    case 'forbidden':
      return {
        title: 'Die Zugangsdaten dürfen diesen Tenant nicht verwalten (403).',
        advice: 'Einen Service-Key verwenden, der den Tenant verwalten darf, oder ein damit geholtes Token.',
      };
  }
};

function fileProblem(problem: ConnectionsFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Die Datei ist leer.';
    case 'unreadable':
      return unreadableFile;
    case 'too-large':
      return 'Die Datei ist zu groß für eine Liste von Verbindungen.';
    case 'not-json':
      return `Die Datei ist kein JSON: ${jsonReasons[problem.reason]} (Zeile ${problem.line}, Spalte ${problem.column}).`;
    case 'service-key':
      return 'Das ist ein Service-Key, keine Liste von Verbindungen. Service-Keys gehören ins Gateway, nie in einen Browser.';
    case 'no-list':
      return 'Die Datei ist keine Liste von Verbindungen. Nötig ist ein Objekt mit einer Liste „connections“.';
    case 'no-connections':
      return 'Die Liste in der Datei ist leer.';
    case 'credential':
      return `Die Datei enthält Zugangsdaten bei ${problem.path}. Es wurde nichts importiert. Aus der Datei entfernen und erneuern lassen, falls andere sie lesen konnten.`;
    case 'not-an-object':
      return `Verbindung ${problem.position} muss ein Objekt mit label, baseUrl und auth sein.`;
    case 'no-label':
      return `Verbindung ${problem.position} hat kein label.`;
    case 'bad-auth':
      return `Verbindung ${problem.position}: auth muss „proxy“ oder „bearer“ sein.`;
    case 'bad-id':
      return `Verbindung ${problem.position}: In id sind Buchstaben, Ziffern, „.“, „-“ und „_“ zulässig, aber nicht der Name einer Seite.`;
    case 'bad-address':
      return `Verbindung ${problem.position}: baseUrl ist nicht verwendbar. ${addressProblem(problem.problem)}`;
    case 'duplicate-id':
      return `Die Verbindungen ${problem.first} und ${problem.position} haben beide die ID „${problem.id}“.`;
  }
}

export const connections: Translated<typeof en> = {
  heading: 'Verbindungen',
  everybodyEdits:
    'Wer sich anmeldet, darf in allen Tenants alles ändern. Mit CONSOLE_ACCESS_FILE erhalten Gruppen Rollen.',
  add: 'Verbindung hinzufügen',
  search: 'Verbindungen suchen',
  groups: {
    offered: 'Aus /config.json, für alle, die diese Konsole öffnen.',
    added: 'In diesem Browser hinzugefügt, Token nur im Speicher dieses Tabs.',
  },
  offeredNone: 'Keine: dem Gateway einen Service-Key geben oder eine Verbindung hinzufügen.',
  addedNone: 'Noch keine.',
  noMatch: 'Keine passende Verbindung',
  clearFilters: 'Filter zurücksetzen',
  show: 'Anzeigen',
  shown: (shown, all) => `${shown} von ${plural(all, connectionForms)} angezeigt`,
  showAll: 'Alle',
  filters: { failed: 'Eingreifen nötig', untested: 'Nicht getestet' },
  tenant: 'Tenant',
  status: 'Status',
  testedAt: 'Getestet',
  secrets: 'Secrets',
  actions: 'Aktionen',
  testAll: 'Alle testen',
  stopTests: 'Tests anhalten',
  testingAll: 'Verbindungen werden getestet',
  testProgress: (ended, all) => `${formatNumber(ended)} von ${formatNumber(all)} getestet`,
  tested: (all, failed) =>
    failed === 0
      ? `${plural(all, connectionForms)} getestet, alle funktionieren`
      : `${plural(all, connectionForms)} getestet, bei ${formatNumber(failed)} ist Eingreifen nötig`,
  testedAgo: (minutes) =>
    minutes === 0 ? 'in dieser Minute' : `vor ${plural(minutes, { one: 'Minute', other: 'Minuten' })}`,
  secretCount: (secrets, quota) =>
    quota?.max === undefined
      ? formatNumber(secrets)
      : `${formatNumber(quota.used)} von ${formatNumber(quota.max)}`,
  chips: {
    untested: 'Nicht getestet',
    waiting: 'Wartet',
    running: 'Wird getestet…',
    needsToken: 'Benötigt ein Token',
    works: 'Funktioniert',
    'blocked-by-policy': 'Blockiert',
    'blocked-by-cors': 'Blockiert',
    unreachable: 'Nicht erreichbar',
    timeout: 'Nicht erreichbar',
    redirects: 'Nicht AI Core',
    'not-ai-core': 'Nicht AI Core',
    unauthorized: 'Abgelehnt',
    forbidden: 'Nicht erlaubt',
    failed: 'Fehlgeschlagen',
  },
  changes: {
    added: ([label = '']) => `${label} hinzugefügt.`,
    changed: ([label = '']) => `${label} geändert.`,
    removed: ([label = '']) => `${label} entfernt.`,
    imported: (labels) => `${plural(labels.length, connectionForms)} importiert.`,
  },
  problemsTitle: (count) =>
    `${plural(count, { one: 'Service-Key ist', other: 'Service-Keys sind' })} nicht verwendbar`,
  problemsText:
    'Die anderen Tenants funktionieren. Die Service-Keys korrigieren, dann diese Seite neu laden.',
  keyEnds: (label, date, now) =>
    date <= now
      ? `Der Service-Key von „${label}“ ist am ${formatDateTime(date)} abgelaufen. Dem Gateway einen neuen geben.`
      : `Der Service-Key von „${label}“ läuft am ${formatDateTime(date)} ab. Dem Gateway vorher einen neuen geben.`,
  hidden: ({ code, source, connection }) =>
    `„${connection.label}“ ${source === 'offered' ? 'in /config.json ' : ''}wird ausgelassen: ${
      {
        'repeated-id': `Eine andere Verbindung hat bereits die ID „${connection.id}“.`,
        'unusable-id': `Die ID „${connection.id}“ ist in einer Adresse nicht zulässig.`,
      }[code]
    }`,
  damagedTitle: 'Die in diesem Browser gespeicherten Verbindungen sind nicht lesbar',
  damagedText:
    'Sie werden ignoriert. Aus einer Datei importieren, falls vorhanden. Die nächste Änderung überschreibt sie.',
  damagedDiscard: 'Entfernen',
  unsavedTitle: 'Dieser Browser konnte die Änderungen nicht speichern',
  unsavedText:
    'Sein Speicher ist voll oder abgeschaltet. Die Änderungen gehen verloren, wenn dieser Tab neu geladen oder geschlossen wird. Zum Behalten exportieren.',

  open: (label) => `${label} öffnen`,
  address: 'Adresse',
  credentials: 'Zugangsdaten',
  auth: { proxy: 'Vom Proxy hinzugefügt', bearer: 'Bearer-Token' },
  authShort: { proxy: 'Proxy', bearer: 'Bearer-Token' },
  tokenMissing: 'kein Token eingegeben',
  tokenHeld: 'Token eingegeben',
  tokenExpires: (date, now) =>
    date <= now ? `Token am ${formatDateTime(date)} abgelaufen` : `Token läuft am ${formatDateTime(date)} ab`,
  test: 'Verbindung testen',
  moreOf: (name) => `Weitere Aktionen für ${name}`,
  testShort: 'Testen',
  testOf: (label) => `Verbindung ${label} testen`,
  testing: 'Wird getestet…',
  enterToken: 'Token eingeben',
  enterTokenOf: (label) => `Token von ${label} eingeben`,
  forgetToken: 'Token entfernen',
  forgetTokenOf: (label) => `Token von ${label} entfernen`,
  edit: 'Bearbeiten',
  editOf: (label) => `${label} bearbeiten`,
  remove: 'Entfernen',
  removeOf: (label) => `${label} entfernen`,

  diagnosis,
  works: 'Die Verbindung funktioniert.',
  tenantId: 'Tenant-ID',
  servicePlan: 'Serviceplan',
  tenantStatus: 'Status',
  quota: 'Docker-Registry-Secrets',
  quotaUsed: (secrets, quota) =>
    quota?.max === undefined
      ? `${secrets}, Kontingent nicht bekannt`
      : `${quota.used} von ${quota.max} belegt`,

  addHeading: 'Verbindung hinzufügen',
  addNote:
    'Wird in diesem Browser gespeichert. Ein Token bleibt im Speicher dieses Tabs, bis Sie ihn schließen.',
  editHeading: 'Verbindung bearbeiten',
  unknownHeading: 'Verbindung nicht gefunden',
  unknownText:
    'Vielleicht wurde sie in einem anderen Tab entfernt. Verbindungen aus /config.json können hier nicht bearbeitet werden.',
  backToList: 'Verbindungen öffnen',
  label: 'Bezeichnung',
  labelHint: 'Der Name des Tenants in dieser Konsole',
  labelEmpty: 'Eine Bezeichnung eingeben.',
  labelTaken: (label) => `Eine andere Verbindung hat die Bezeichnung „${label}“. Eine andere wählen.`,
  labelTooLong: (max) => `Höchstens ${max} Zeichen verwenden.`,
  baseUrl: 'Proxy-Adresse',
  baseUrlHint: 'Ein Pfad wie /proxy/acme oder eine vollständige https-Adresse',
  fullUrl: 'Anfragen gehen an',
  addressProblem,
  useSuggestion: (suggestion) => `${suggestion} verwenden`,
  addressSuggestion: (suggestion) => `Meinten Sie ${suggestion}?`,
  aicoreItself:
    'Das ist AI Core selbst. Anfragen von Webseiten nimmt es nicht an. Die Adresse eines Proxys davor eingeben.',
  token: 'Bearer-Token',
  tokenHint: 'Optional, auch später möglich. Bleibt nur im Speicher dieses Tabs.',
  tokenKeepHint: 'Leer lassen, um das bisherige zu behalten. Bleibt nur im Speicher dieses Tabs.',
  showToken: 'Token anzeigen',
  hideToken: 'Token verbergen',
  tokenProblem,
  tokenEndsAt: (date, now) =>
    date <= now
      ? `Dieses Token ist am ${formatDateTime(date)} abgelaufen.`
      : `Dieses Token läuft am ${formatDateTime(date)} ab.`,
  save: 'Speichern',

  tokenTitle: (label) => `Token für ${label}`,
  tokenReason: {
    missing: 'Diese Verbindung benötigt ein Bearer-Token. In diesem Tab wurde noch keines eingegeben.',
    rejected:
      'AI Core hat das Token abgelehnt (401). Vielleicht ist es abgelaufen oder widerrufen. Ein neues eingeben.',
  },
  tokenSentTo: 'Bleibt im Speicher dieses Tabs und wird nur an diese Adresse gesendet:',
  tokenDialogHint: 'Nur das Token oder die vollständige Antwort des Token-Endpunkts',
  tokenRefused: 'AI Core hat dieses Token abgelehnt (401). Ein anderes eingeben.',
  tokenOfOther: (tenantId) =>
    `Dieses Token gehört zu einem anderen Tenant (${tenantId}) als das letzte. Ihre Änderungen gingen an diesen Tenant.`,
  useToken: 'Token verwenden',
  useTokenAnyway: 'Trotzdem verwenden',
  notNow: 'Nicht jetzt',
  waiting: (labels) =>
    labels.length === 1
      ? `„${labels[0]}“ benötigt ein Token.`
      : `${plural(labels.length, connectionForms)} benötigen ein Token.`,

  export: 'Exportieren',
  exportFile: 'connections.json',
  import: 'Importieren…',
  importFile: 'Datei mit Verbindungen',
  importTitle: 'Verbindungen importieren',
  importFailed: (name) => `Aus ${name} wurde nichts importiert`,
  importNothing: 'Nichts zu importieren. Alle diese Verbindungen sind bereits vorhanden.',
  importActions: {
    add: 'wird hinzugefügt',
    replace: 'ersetzt die Verbindung mit der Adresse',
    same: 'bereits vorhanden',
    offered: 'bereits von dieser Konsole bereitgestellt',
  },
  importButton: (count) => `${plural(count, connectionForms)} importieren`,
  fileProblem,
};
