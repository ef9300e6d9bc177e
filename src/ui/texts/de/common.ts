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
    breadcrumbs: 'Brotkrümelnavigation',
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
    demoHint: 'Simulierter AI Core. Keine echten Zugangsdaten eingeben.',
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
  readOnly: 'Ihre Rolle erlaubt nur Lesen: Sie können ansehen und kopieren.',
  batches: {
    notShown: (count) =>
      `${plural(count, { one: 'weiterer Eintrag wird', other: 'weitere Einträge werden' })} nicht angezeigt.`,
    showMore: (count) => `${count} weitere anzeigen`,
  },
  loading: 'Wird geladen…',
  stillWaiting: {
    sending: 'AI Core antwortet langsamer als gewöhnlich. Die Anfrage läuft noch; nicht erneut senden.',
    asking: 'Es wird geprüft, was AI Core getan hat…',
  },
  sapDocumentation: 'SAP-Dokumentation',
  requestId: 'Request-ID',
  says: (who) =>
    who === 'gateway' ? 'Das Gateway meldet' : who === 'ai-core' ? 'AI Core meldet' : 'Die Antwort lautet',
  missingPart: {
    title: 'Dieser Teil der Konsole konnte nicht geladen werden.',
    advice:
      'Netzwerk prüfen, und ob der Server der Konsole läuft, dann erneut versuchen. Gibt es eine neue Version der Konsole, die Seite neu laden. Dabei gehen Ihre Eingaben und die eingegebenen Token verloren.',
  },
  notFoundTitle: 'Seite nicht gefunden',
  notFoundText: 'Die Adresse prüfen oder die Startseite öffnen.',
  home: 'Startseite öffnen',
  crashTitle: 'In der Konsole ist ein Fehler aufgetreten',
  crashText:
    'Erneut versuchen oder die Seite neu laden. Ihre Eingaben sind verloren: Zugangsdaten werden nie gespeichert.',
  reload: 'Neu laden',
  leave: {
    title: 'Ohne Speichern verlassen?',
    text: 'Ihre Eingaben sind nicht gespeichert und gehen verloren.',
    stay: 'Bleiben',
    leave: 'Verlassen',
  },
};
