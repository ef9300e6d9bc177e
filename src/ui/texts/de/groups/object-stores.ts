import { spell } from '../character.ts';
import type { StoreFieldId } from '../../../../domain/object-store/store-types.ts';
import type { objectStores as en } from '../../en/groups/object-stores.ts';
import type { Translated } from '../../translated.ts';
import { plural } from '../../format.ts';

function storesOf(count: number): string {
  return plural(count, { one: 'Objektspeicher-Secret', other: 'Objektspeicher-Secrets' });
}

const missing: Readonly<Record<StoreFieldId, string>> = {
  bucket: 'Den Namen des Buckets eingeben.',
  endpoint: 'Den Host des Speicherdienstes eingeben.',
  region: 'Die Region eingeben.',
  accessKeyId: 'Die Access-Key-ID eingeben.',
  secretAccessKey: 'Den Secret Access Key eingeben.',
  nameNode: 'Die Adresse des Dateicontainers eingeben.',
  tlsCert: 'Das Clientzertifikat einfügen oder seine Datei auswählen.',
  tlsKey: 'Den privaten Schlüssel einfügen oder seine Datei auswählen.',
  headers: 'Die Header als JSON eingeben.',
  containerUri: 'Die Adresse des Containers eingeben.',
  sasToken: 'Das SAS-Token eingeben.',
  clientId: 'Die Client-ID eingeben.',
  clientSecret: 'Das Client-Secret eingeben.',
  azureTenantId: 'Die Tenant-ID eingeben.',
  subscriptionId: 'Die Subscription-ID eingeben.',
  serviceAccount: 'Den Schlüssel des Dienstkontos einfügen oder seine Datei auswählen.',
};

export const objectStores: Translated<typeof en> = {
  heading: 'Objektspeicher-Secrets',
  note: 'AI Core liest Trainingsdaten aus Objektspeichern und schreibt Modelle und Ergebnisse hinein.',
  register: 'Secret registrieren',
  search: 'Objektspeicher-Secrets suchen',
  name: 'Name',
  type: 'Typ',
  place: 'Speicherort',
  pathPrefix: 'Pfadpräfix',
  actions: 'Aktionen',
  none: '–',
  isDefault: 'Für Ergebnisse',
  typeNames: {
    S3: 'S3 und kompatible',
    azure: 'Azure Blob Storage',
    gcs: 'Google Cloud Storage',
    webhdfs: 'SAP HANA Data Lake',
    oss: 'Alibaba Cloud OSS',
  },
  unknownType: 'Nicht bekannt',
  rotate: 'Rotieren',
  rotateOf: (name) => `Zugangsdaten von ${name} rotieren`,
  shown: (shown, all) => `${shown} von ${storesOf(all)} angezeigt`,
  count: storesOf,
  defaultMissing: (group) => `${group} hat keinen Objektspeicher „default“.`,
  defaultMissingText: 'Das Training schreibt seine Ergebnisse dorthin und schlägt ohne ihn fehl.',
  registerDefault: '„default“ registrieren',
  emptyTitle: 'Noch kein Objektspeicher',
  emptyText: 'Zuerst den namens „default“ registrieren: Das Training schreibt seine Ergebnisse dorthin.',
  noMatchTitle: 'Kein passender Objektspeicher',
  noMatchText: (search) => `Kein Name und kein Speicherort enthält „${search}“.`,
  notReady: 'Diese Ressourcengruppe ist nicht bereit. Bis dahin lehnt AI Core Änderungen möglicherweise ab.',

  registerHeading: 'Objektspeicher-Secret registrieren',
  rotateHeading: (name) => `Zugangsdaten von ${name} rotieren`,
  inGroup: (group) => `in der Ressourcengruppe ${group}`,
  registerNote:
    'AI Core speichert die Zugangsdaten und gibt sie nie zurück. Es prüft sie nicht: Ein falscher Schlüssel zeigt sich erst, wenn ein Training fehlschlägt.',
  oneForAll: 'Der Objektspeicher „default“ nimmt alle Ergebnisse auf. Andere dienen nur als Eingabe.',
  rotateNote:
    'Alles wird ersetzt. Was AI Core zurückgibt, ist ausgefüllt; der Rest muss erneut eingegeben werden, sonst entfällt er.',
  lakeNote: 'Mit einem Data Lake können Vorlagen das Archivieren nicht mit „archive: none“ abschalten.',
  nameHint: 'Artefakte verweisen darauf: ai://default/… Später nicht änderbar.',
  nameProblem: (problem) => {
    switch (problem.code) {
      case 'empty':
        return 'Einen Namen eingeben, zum Beispiel default.';
      case 'too-long':
        return `Höchstens ${problem.maxLength} Zeichen verwenden. Das sind ${problem.length}.`;
      case 'bad-character':
        return `${spell(problem.character)} ist nicht zulässig. Kleinbuchstaben, Ziffern, „.“ und „-“ verwenden.`;
      case 'bad-edge':
        return 'Mit einem Kleinbuchstaben oder einer Ziffer beginnen und enden.';
      case 'bad-sequence':
        return 'Vor und nach jedem Punkt einen Buchstaben oder eine Ziffer setzen.';
    }
  },
  nameTaken: (name) => `Diese Ressourcengruppe hat bereits ein Secret „${name}“. Einen anderen Namen wählen.`,
  fieldProblem: (id, { code }) => {
    switch (code) {
      case 'empty':
        return missing[id];
      case 'scheme':
        return '„https://“ weglassen. AI Core ergänzt es selbst.';
      case 'path':
        return 'Alles nach dem Host weglassen. Der Bucket hat ein eigenes Feld.';
      case 'not-a-host':
        return 'Kein gültiger Host. Wie s3.example.com eingeben, mit Port, wenn er einen hat.';
      case 'not-https':
        return 'Die ganze Adresse eingeben, beginnend mit https://.';
      case 'no-container':
        return 'Nach dem Host den Namen des Containers ergänzen.';
      case 'query':
        return '„?“ und alles dahinter weglassen. Das SAS-Token hat ein eigenes Feld.';
      case 'not-pem':
        return id === 'tlsKey'
          ? 'Kein privater Schlüssel in PEM. Er beginnt mit -----BEGIN PRIVATE KEY-----.'
          : 'Kein Zertifikat in PEM. Es beginnt mit -----BEGIN CERTIFICATE-----.';
      case 'not-json':
        return id === 'serviceAccount'
          ? 'Keine Schlüsseldatei. Das JSON von Google einfügen oder seine Datei auswählen.'
          : 'Kein gültiges JSON. Auf ein fehlendes Anführungszeichen oder eine Klammer prüfen.';
      case 'not-headers':
        return 'Ein Objekt mit einem Text für jeden Header eingeben.';
      case 'not-a-service-account':
        return 'Dieses JSON ist kein Schlüssel eines Dienstkontos: Es benötigt "type": "service_account" und einen privaten Schlüssel.';
      case 'masked':
        return 'Das sind Platzhalter für einen verborgenen Wert. Den Wert selbst kopieren.';
      case 'white-space':
        return 'Die Leerzeichen entfernen.';
    }
  },
  fields: {
    bucket: 'Bucket-Name',
    endpoint: 'Endpunkt',
    region: 'Region',
    accessKeyId: 'Access-Key-ID',
    secretAccessKey: 'Secret Access Key',
    nameNode: 'Adresse des Dateicontainers',
    tlsCert: 'Clientzertifikat',
    tlsKey: 'Privater Schlüssel',
    headers: 'Header',
    containerUri: 'Adresse des Containers',
    sasToken: 'SAS-Token',
    clientId: 'Client-ID',
    clientSecret: 'Client-Secret',
    azureTenantId: 'Azure-Tenant-ID',
    subscriptionId: 'Subscription-ID',
    serviceAccount: 'Schlüssel des Dienstkontos',
  },
  hints: {
    bucket: 'Er muss bereits vorhanden sein.',
    endpoint: 'Nur der Host, etwa s3.eu-central-1.amazonaws.com',
    region: 'Etwa eu-central-1',
    nameNode: 'https://… des Dateicontainers',
    tlsCert: 'PEM, eines Benutzers, der lesen und schreiben darf',
    tlsKey: 'PEM, ohne Passphrase',
    headers: 'Aus der Adresse vorgeschlagen',
    containerUri: 'https://KONTO.blob.core.windows.net/CONTAINER',
    sasToken: 'Enthält sein Ablaufdatum. Vorher rotieren.',
    serviceAccount: 'Die JSON-Datei von Google. Wird in Base64 gesendet, wie AI Core es erwartet.',
  },
  optional: (label) => `${label} (optional)`,
  pathPrefixHint: 'Ein Ordner vor jedem Pfad, für Projekte, die sich einen Bucket teilen',
  regionOf: 'Der Endpunkt enthält die Region.',
  sasMoved: 'Die Adresse enthielt das SAS-Token. Es steht jetzt in seinem eigenen Feld.',
  accountOf: (email, project) => `Schlüssel von ${email} im Projekt ${project}`,
  show: (label) => `${label} anzeigen`,
  hide: (label) => `${label} verbergen`,
  chooseFile: 'Datei auswählen',
  registeredTitle: (name) => `Objektspeicher-Secret ${name} wurde registriert`,
  rotatedTitle: (name) => `Die Zugangsdaten von ${name} wurden rotiert`,
  doneText: 'AI Core verwendet es für Ausführungen und Deployments, die ab jetzt starten.',
  registerAnother: 'Weiteres registrieren',
  notFoundTitle: 'Objektspeicher-Secret nicht gefunden',
  notFoundText: (name, group) =>
    `Die Ressourcengruppe ${group} hat kein Objektspeicher-Secret „${name}“. Möglicherweise wurde es gelöscht.`,

  deleteHeading: (name, group) => `Objektspeicher-Secret ${name} aus ${group} löschen?`,
  deleteText:
    'Neue Ausführungen und Deployments, die aus diesem Objektspeicher lesen, schlagen fehl. Laufende arbeiten weiter.',
  deleteDefault:
    'Das ist der Objektspeicher für Ergebnisse: Das Training schlägt fehl, bis wieder ein „default“ registriert ist.',
  deleteKept: 'Die Dateien darin bleiben. Zum Rückgängigmachen mit den Zugangsdaten neu registrieren.',
  deleteSecret: 'Secret löschen',
  deleted: {
    sent: (name) => `Objektspeicher-Secret „${name}“ wurde gelöscht`,
    already: (name) => `Objektspeicher-Secret „${name}“ war bereits gelöscht`,
  },
};
