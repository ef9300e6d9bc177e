import type { onboarding as en } from '../en/onboarding.ts';
import { formatDateTime, formatList, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

function usage(used: number, max: number | undefined): string {
  return max === undefined ? `${used} belegt, kein Limit angegeben` : `${used} von ${max} belegt`;
}

const tenantStates: Partial<Record<string, string>> = { PROVISIONED: 'Bereitgestellt' };

export const onboarding: Translated<typeof en> = {
  heading: 'Tenant einrichten',
  note: (tenant) => `Was der Tenant „${tenant}“ benötigt, bevor seine Vorlagen laufen können.`,
  steps: 'Schritte',
  progress: (done, all) => `${done} von ${plural(all, { one: 'Schritt', other: 'Schritten' })} erledigt`,
  checkedAt: (date) => `Geprüft am ${formatDateTime(date)}`,
  checkAll: 'Alle erneut prüfen',
  checkStep: (title) => `Erneut prüfen: ${title}`,
  tenant: {
    heading: 'Tenant',
    name: 'Name',
    id: 'Tenant-ID',
    servicePlan: 'Serviceplan',
    connection: 'Verbindung',
    notKnown: 'Nicht bekannt',
    auth: { proxy: 'Vom Gateway', bearer: 'Mit eigenem Token' },
  },
  forTheTeam: 'Für das Team',
  forTheTeamText: 'Die Checkliste als Markdown, mit den heutigen Ergebnissen und ohne Zugangsdaten.',
  print: 'Drucken',
  copyMarkdown: 'Als Markdown kopieren',
  downloadMarkdown: 'Markdown herunterladen',
  markdownTitle: (tenant) => `Tenant einrichten: ${tenant}`,
  fileName: (tenantId) => `onboarding-${tenantId}.md`,

  states: {
    done: 'Erledigt',
    todo: 'Offen',
    waiting: 'In Arbeit',
    attention: 'Eingreifen nötig',
    checking: 'Wird geprüft…',
    failed: 'Nicht prüfbar',
  },

  titles: {
    connection: 'Die Verbindung funktioniert',
    quota: 'Es ist Kontingent frei',
    template: 'Die Vorlagen verwenden das Secret',
  },

  kinds: {
    'git-repository': {
      title: 'Ein Git-Repository ist hinzugefügt und gelesen',
      none: 'Noch keines hinzugefügt.',
      add: 'Repository hinzufügen',
      plural: 'Git-Repositorys',
    },
    application: {
      title: 'Eine Anwendung synchronisiert die Vorlagen',
      none: 'Noch keine hinzugefügt.',
      add: 'Anwendung hinzufügen',
      plural: 'Anwendungen',
    },
    'resource-group': {
      title: 'Eine Ressourcengruppe ist bereit',
      none: 'Noch keine.',
      add: 'Ressourcengruppe hinzufügen',
      plural: 'Ressourcengruppen',
    },
    'object-store-secret': {
      title: 'Jede Ressourcengruppe hat ihren Objektspeicher „default“',
      none: 'Noch keiner registriert. Training benötigt einen namens „default“ in seiner Ressourcengruppe.',
      add: 'Objektspeicher registrieren',
      plural: 'Objektspeicher-Secrets',
    },
    'docker-registry-secret': {
      title: 'Ein Docker-Registry-Secret ist registriert',
      none: 'Noch keines registriert.',
      add: 'Secret registrieren',
      plural: 'Docker-Registry-Secrets',
    },
    'generic-secret': {
      title: 'Generische Secrets sind registriert',
      none: 'Keines registriert. Nötig nur für Vorlagen, die Werte daraus lesen.',
      add: 'Generisches Secret registrieren',
      plural: 'Generische Secrets',
    },
  },

  tenantId: (id) => `Tenant-ID: ${id}`,
  servicePlan: (plan) => `Serviceplan: ${plan}`,
  tenantStatus: (status) => `Status: ${tenantStates[status] ?? status}`,
  quota: (things, used, max) => `${things}: ${usage(used, max)}`,
  quotaAdvice: 'Nicht mehr Benötigtes löschen oder ein höheres Kontingent beantragen.',
  object: (name, says) => `${name}: ${says}`,
  inPlace: (name, place) => `${name} (${place})`,
  applicationAdvice: (count) =>
    count === 1
      ? 'AI Core synchronisiert sie nicht. Auf ihrer Seite steht, was zu tun ist.'
      : `AI Core synchronisiert ${count} davon nicht. Auf ihren Seiten steht, was zu tun ist.`,
  groupAdvice: 'AI Core konnte sie nicht einrichten. Löschen und neu hinzufügen.',
  groupsWithoutStore: (groups) => `Ohne Objektspeicher „default“: ${formatList(groups)}.`,
  lookedInto: (read, all) => `Bisher ${read} von ${all} Ressourcengruppen geprüft.`,
  lookIntoAll: (count) => `Die übrigen ${count} prüfen`,
  repositoryAdvice:
    'AI Core konnte es nicht lesen. Zugangsdaten rotieren, oder das Repository löschen und mit einer anderen URL hinzufügen.',
  expired: (count) => `${plural(count, { one: 'Secret ist', other: 'Secrets sind' })} abgelaufen.`,
  expireSoon: (count) =>
    `${plural(count, { one: 'Secret läuft', other: 'Secrets laufen' })} innerhalb von 14 Tagen ab.`,
  more: (count) => `und ${count} weitere`,
  templateHint:
    'Abhaken, sobald jede Vorlage das benötigte Secret aufführt. Wird in diesem Browser gespeichert.',
  templateTicked: (date) =>
    `Am ${formatDateTime(date)} in diesem Browser abgehakt. AI Core gibt Vorlagen nicht heraus, die Konsole kann dies nicht prüfen.`,
  templateOpen:
    'AI Core gibt Vorlagen nicht heraus; diesen Schritt daher selbst bestätigen. In diesem Browser noch nicht abgehakt.',
  tick: 'Die Vorlagen verwenden das Secret',
  requestId: (id) => `Request-ID: ${id}`,

  openTemplates: 'Vorlagen',
  openConnections: 'Verbindungen',
  openMany: 'Mehrere Tenants einrichten',
};
