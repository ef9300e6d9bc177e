import type { ApplicationProblem } from '../../../../domain/application/application-problem.ts';
import type {
  ApplicationState,
  HealthStatus,
  SyncStatus,
} from '../../../../domain/application/application-status.ts';
import type { applications as en } from '../../en/applications/applications.ts';
import { formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const applicationForms = { one: 'Anwendung', other: 'Anwendungen' };
const templateForms = { one: 'Vorlage', other: 'Vorlagen' };

const states: Readonly<Record<ApplicationState, string>> = {
  synced: 'Synchron',
  syncing: 'Wird synchronisiert',
  failed: 'Fehlgeschlagen',
  unknown: 'Nicht bekannt',
};

const syncs: Readonly<Record<SyncStatus, string>> = {
  Synced: 'Synchron',
  OutOfSync: 'Nicht synchron',
  Unknown: 'Nicht bekannt',
};

const healths: Readonly<Record<HealthStatus, string>> = {
  Healthy: 'In Ordnung',
  Progressing: 'In Arbeit',
  Degraded: 'Beeinträchtigt',
  Suspended: 'Angehalten',
  Missing: 'Fehlt',
  Unknown: 'Nicht bekannt',
};

function problem(found: ApplicationProblem): { readonly title: string; readonly cure: string } {
  switch (found.code) {
    case 'path-missing':
      return {
        title: 'Den Pfad gibt es im Repository nicht.',
        cure: 'Den Pfad ändern oder den Ordner in diese Revision pushen. Groß- und Kleinschreibung zählt.',
      };
    case 'path-empty':
      return { title: 'Der Pfad ist leer.', cure: 'Die Anwendung bearbeiten und einen Ordner eingeben.' };
    case 'revision-missing':
      return {
        title: 'Die Revision gibt es im Repository nicht.',
        cure: 'Einen vorhandenen Branch, Tag oder Commit angeben, zum Beispiel HEAD.',
      };
    case 'not-registered':
      return {
        title: 'Dieser Tenant hat kein Git-Repository mit dieser URL.',
        cure: 'Das Repository hinzufügen oder die Anwendung bearbeiten und ein registriertes auswählen.',
      };
    case 'other-spelling':
      return {
        title: `Das Repository ist als ${found.url} registriert.`,
        cure: 'AI Core vergleicht auch Groß- und Kleinschreibung. Die Anwendung bearbeiten und das Repository neu auswählen.',
      };
    case 'unreadable-template':
      return {
        title:
          found.file === ''
            ? 'Eine Vorlage im Ordner ist kein gültiges YAML.'
            : `Die Vorlage ${found.file} ist kein gültiges YAML.`,
        cure: 'Im Repository korrigieren, pushen und dann aktualisieren. Vorher unter „Vorlagen“ prüfen.',
      };
    case 'holds-secret':
      return {
        title: `Der Ordner enthält das Kubernetes-Secret ${found.name}. AI Core synchronisiert nichts daraus.`,
        cure: 'Das Secret aus dem Repository entfernen und hier registrieren. Seine Zugangsdaten ersetzen: Sie stehen in der Historie des Repositorys.',
      };
    case 'shared':
      return {
        title: `Denselben Ordner derselben Revision ${found.names.length === 1 ? 'liest' : 'lesen'} auch ${formatList(found.names)}.`,
        cure: 'Anwendungen mit demselben Ordner stören einander. Eine löschen oder ihren Pfad ändern.',
      };
    case 'repository-error':
      return {
        title: `AI Core kann das Repository ${found.name} nicht lesen.`,
        cure: 'Die Zugangsdaten des Repositorys rotieren, dann die Anwendung aktualisieren.',
      };
    case 'other':
      return {
        title: 'AI Core konnte diese Anwendung nicht synchronisieren.',
        cure: 'Die Meldung von AI Core lesen, die Ursache beheben und dann aktualisieren.',
      };
  }
}

export const applications: Translated<typeof en> = {
  heading: 'Anwendungen',
  note: 'Eine Anwendung synchronisiert die Vorlagen dieses Tenants etwa alle drei Minuten mit einem Ordner eines Git-Repositorys.',
  add: 'Anwendung hinzufügen',
  search: 'Anwendungen suchen',
  name: 'Name',
  source: 'Quelle',
  status: 'Sync-Status',
  health: 'Zustand',
  lastSync: 'Letzter Sync',
  actions: 'Aktionen',
  repository: 'Repository',
  revision: 'Revision',
  path: 'Pfad',
  stateOf: (state) => states[state],
  syncOf: (sync) => syncs[sync],
  healthOf: (health) => healths[health],
  problem,
  aiCoreSays: 'AI Core meldet',
  noPath: 'Leer',
  never: 'Noch nie',
  statusFailed: 'Nicht lesbar',
  statusFailedAdvice: 'Der Status konnte nicht gelesen werden.',
  openRepository: (name) => `Repository ${name} öffnen`,
  quota: (used, max) => (max === undefined ? plural(used, applicationForms) : `${used} von ${max} belegt`),
  quotaFull: 'Das Kontingent ist ausgeschöpft. Zuerst eine Anwendung löschen, dann eine neue hinzufügen.',
  shown: (shown, all) => `${shown} von ${plural(all, applicationForms)} angezeigt`,
  count: (count) => plural(count, applicationForms),
  watching: (count) =>
    `${plural(count, applicationForms)} in Arbeit. Die Seite aktualisiert sich, bis alle fertig sind.`,
  failing: (count) => `${formatNumber(count)} fehlgeschlagen`,
  emptyTitle: 'Noch keine Anwendung',
  emptyText:
    'Eine für den Ordner mit den Vorlagen dieses Tenants hinzufügen. AI Core synchronisiert sie dann.',
  noMatchTitle: 'Keine passende Anwendung',
  noMatchText: (search) => `Kein Name, Repository oder Pfad enthält „${search}“.`,

  refresh: 'Aktualisieren',
  refreshOf: (name) => `${name} aktualisieren`,
  refreshed: (name) => `AI Core aktualisiert ${name} in Kürze`,
  change: 'Bearbeiten',
  changeOf: (name) => `${name} bearbeiten`,
  deleteApplication: 'Anwendung löschen',
  deleteTitle: 'Diese Anwendung löschen',
  deleteHeading: (name, tenant) => `Anwendung ${name} aus ${tenant} löschen?`,
  deleteText:
    'AI Core synchronisiert diesen Ordner nicht mehr. Die Vorlagen daraus bleiben auf ihrem Stand und können mit der Anwendung entfernt werden.',
  deleteKept: 'Das Git-Repository bleibt unverändert. Zum Rückgängigmachen die Anwendung neu hinzufügen.',
  deletePageText: 'AI Core synchronisiert diesen Ordner nicht mehr. Das Git-Repository bleibt unverändert.',
  deleted: {
    sent: (name) => `Anwendung „${name}“ wurde gelöscht`,
    already: (name) => `Anwendung „${name}“ war bereits gelöscht`,
  },

  sourceHeading: 'Was sie liest',
  statusHeading: 'Status',
  syncTerm: 'Sync-Status',
  templatesHeading: 'Was sie synchronisiert hat',
  templatesCount: (count) => plural(count, { one: 'Objekt', other: 'Objekte' }),
  noTemplates: 'AI Core nennt zu dieser Anwendung nichts.',
  kind: 'Art',
  secretsUnknown:
    'AI Core nennt nur Arten und Namen, nicht welche Secrets eine Vorlage angibt. Eine Vorlage einfügen, um ihre Secrets zu prüfen.',
  checkTemplate: 'Vorlage prüfen',
  notFoundTitle: 'Anwendung nicht gefunden',
  notFoundText: (name) => `Dieser Tenant hat keine Anwendung „${name}“. Möglicherweise wurde sie gelöscht.`,

  mayUseSecret: (templates, applicationsCount) =>
    `${plural(applicationsCount, applicationForms)} dieses Tenants ${applicationsCount === 1 ? 'synchronisiert' : 'synchronisieren'} ${plural(templates, templateForms)}:`,
  mayUseSecretNote:
    'AI Core nennt nicht, welche Secrets sie angeben. Vorher in den Repositorys nach diesem Namen suchen.',
  keepsInSync: (application, source) =>
    `Die Anwendung ${application} synchronisiert diese Vorlage aus ${source}: dort ändern.`,
  syncedSecretsNote:
    'AI Core nennt von synchronisierten Vorlagen nur Art und Namen. Ob der Tenant ihre Secrets hat, ist hier nicht prüfbar.',
  readFrom: (count) =>
    `${plural(count, applicationForms)} ${count === 1 ? 'liest' : 'lesen'} aus diesem Repository:`,
  readFromNone: 'Keine Anwendung dieses Tenants liest daraus.',
};
