import type { common as en } from '../en/common.ts';
import { formatNumber, plural } from '../format.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof en> = {
  productName: 'AI Core Registry Console',
  skipToContent: 'Zum Inhalt springen',
  menu: 'Menü',
  find: 'Suchen oder Befehl ausführen',
  controlKey: 'Strg',
  settings: 'Einstellungen',
  navigation: 'Hauptnavigation',
  nav: {
    tenantGroup: (label) => `Tenant ${label}`,
    allTenantsGroup: 'Alle Tenants',
    overview: 'Übersicht',
    rollout: 'Ausrollen',
    audit: 'Audit-Log',
    approvals: 'Freigaben',
    secrets: 'Secrets',
    templates: 'Vorlagen',
    repositories: 'Git-Repositorys',
    applications: 'Anwendungen',
    resourceGroups: 'Ressourcengruppen',
    objectStores: 'Objektspeicher',
    genericSecrets: 'Generische Secrets',
    onboarding: 'Tenant einrichten',
    onboardMany: 'Mehrere einrichten',
    consoleGroup: 'Konsole',
    connections: 'Verbindungen',
    expired: (count) => `${formatNumber(count)} abgelaufen`,
    needToken: (count) => plural(count, { one: 'benötigt ein Token', other: 'benötigen ein Token' }),
    breadcrumbs: 'Navigationspfad',
    acts: [
      ['new', 'Neu'],
      ['rotate', 'Rotieren'],
      ['edit', 'Bearbeiten'],
    ],
  },
  tenant: {
    label: 'Tenant',
    none: 'Kein passender Tenant',
    demo: 'Demo',
    demoHint: 'AI Core ist simuliert. Keine echten Zugangsdaten eingeben.',
    unknownTitle: 'Unbekannter Tenant',
    unknownText: (id) =>
      `„${id}“ gibt es nicht, oder Sie haben keinen Zugriff darauf. Oben einen Tenant auswählen oder die Adresse prüfen.`,
  },
  colourScheme: { label: 'Farbschema', system: 'System', light: 'Hell', dark: 'Dunkel' },
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Das Kopieren wurde blockiert. Text markieren und mit der Tastatur kopieren.',
  retry: 'Erneut versuchen',
  refresh: 'Aktualisieren',
  refreshing: 'Wird aktualisiert…',
  updated: (minutes) =>
    minutes === 0 ? 'Soeben aktualisiert' : `Vor ${formatNumber(minutes)} Min. aktualisiert`,
  undo: 'Rückgängig',
  age: (minutes) =>
    minutes === 0 ? 'weniger als eine Minute' : plural(minutes, { one: 'Minute', other: 'Minuten' }),
  stale: (age) => `Aktualisieren fehlgeschlagen. Diese Liste ist ${age} alt.`,
  close: 'Schließen',
  cancel: 'Abbrechen',
  readOnly: 'Ihre Rolle hat nur Leserechte: Sie können alles ansehen und kopieren.',
  loading: 'Wird geladen…',
  sapDocumentation: 'SAP-Dokumentation',
  requestId: 'Request-ID',
  says: (who) =>
    who === 'gateway' ? 'Das Gateway meldet' : who === 'ai-core' ? 'AI Core meldet' : 'Die Antwort lautet',
  missingPart: {
    title: 'Dieser Teil der Konsole konnte nicht geladen werden.',
    advice:
      'Prüfen, ob das Netzwerk funktioniert und der Server der Konsole läuft, dann erneut versuchen. Nach einer Aktualisierung der Konsole die Seite neu laden. Dabei gehen Ihre Eingaben und die eingegebenen Token verloren.',
  },
  crashTitle: 'In der Konsole ist ein Fehler aufgetreten',
  crashText:
    'Erneut versuchen oder die Seite neu laden. Ihre Eingaben sind verloren: Zugangsdaten werden nie gespeichert.',
  reload: 'Neu laden',
};
