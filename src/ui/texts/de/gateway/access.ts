import type { access as en } from '../../en/gateway/access.ts';
import type { TenantResource } from '../../../../domain/connection/access.ts';
import { capital, formatList, formatNumber, plural } from '../../format.ts';

const kinds: Readonly<Record<TenantResource, string>> = {
  dockerRegistrySecrets: 'Secrets',
  repositories: 'Git-Repositorys',
  applications: 'Anwendungen',
  resourceGroups: 'Ressourcengruppen',
  objectStoreSecrets: 'Objektspeicher-Secrets',
  secrets: 'generische Secrets',
};

export const access: typeof en = {
  role: {
    editor: 'Bearbeiter',
    'part-editor': 'Bearbeiter (teilweise)',
    auditor: 'Prüfer',
    viewer: 'Betrachter',
  },
  scope: (tenants, isAll) =>
    isAll && tenants > 1
      ? `aller ${formatNumber(tenants)} Tenants`
      : `von ${plural(tenants, { one: 'Tenant', other: 'Tenants' })}`,
  noRoleTitle: 'Noch kein Tenant für Sie',
  noRole: 'Sie haben in keinem Tenant eine Rolle. Wenden Sie sich an Ihren Administrator.',
  signOut: 'Abmelden',
  partly: (resources) =>
    `Ihre Rolle erlaubt hier, ${formatList(resources.map((one) => kinds[one]))} zu ändern. Alles andere ist schreibgeschützt.`,
  connectionGone: {
    removed: (label) =>
      `Die Verbindung ${label} wurde inzwischen entfernt. Die Eingaben sind noch da: vor dem Verlassen das Benötigte kopieren, oder die Verbindung wieder hinzufügen und fortfahren.`,
    changed: (label) =>
      `Die Verbindung ${label} führt jetzt zu einer anderen Adresse. Die Eingaben für die frühere Adresse sind noch da: das Benötigte kopieren, dann die Seite verlassen und erneut öffnen.`,
    open: 'Verbindungen öffnen',
  },
  noWrite: {
    title: 'Ihre Rolle hat in allen Tenants nur Leserechte',
    text: 'Sie können alles ansehen und kopieren. Bitten Sie Ihren Administrator um die Rolle „Bearbeiter“, um mehrere Tenants zugleich zu ändern.',
  },
  noRight: {
    title: (resource) => `Ihre Rolle erlaubt nicht, hier ${kinds[resource]} zu ändern`,
    text: (tenant) =>
      `Sie können ${tenant} ansehen und daraus kopieren. Bitten Sie Ihren Administrator um die Rolle „Bearbeiter“, um etwas zu ändern.`,
    back: (resource) => `${capital(kinds[resource])} öffnen`,
  },
  exposed:
    'Wer diese Konsole erreicht, kann Ihre Tenants ändern: CONSOLE_AUTH ist off. Die Anmeldung einschalten oder einschränken, wer die Adresse erreicht.',
  signIn: {
    title: 'Zum Fortfahren anmelden',
    text: 'Ihre Sitzung ist beendet. Die Anmeldung öffnet sich in einem neuen Tab; diese Seite bleibt, wie sie ist. Was noch nicht gesendet wurde, wird danach gesendet.',
    action: 'Anmelden',
    postponed: 'Sie sind abgemeldet. Zum Fortfahren anmelden; Ihre Eingaben bleiben erhalten.',
    notNow: 'Nicht jetzt',
    waiting: 'Warten auf die Anmeldung…',
    otherTitle: 'Jetzt ist jemand anders angemeldet',
    otherText: (now, before) =>
      `${before} hat diese Seite geöffnet, angemeldet ist jetzt ${now}. Es wurde nichts gesendet.`,
  },
};
