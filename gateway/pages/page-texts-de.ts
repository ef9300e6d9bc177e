import type { pageTextsEn } from './page-texts-en.ts';

/** The same in German, with the words of the console. */
export const pageTextsDe: typeof pageTextsEn = {
  signedIn: {
    title: 'Sie sind angemeldet',
    text: 'Diesen Tab schließen und dort weitermachen, wo Sie waren.',
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    text: 'Was Sie eingegeben und nicht gesendet haben, ist in diesem Browser nicht mehr vorhanden.',
  },
  stillSignedIn: {
    title: 'Sie sind noch angemeldet',
    text: 'Die Seite einer anderen Website wollte Sie abmelden.',
  },
  notThroughProxy: {
    title: 'Sie sind nicht angemeldet',
    text: 'Diese Konsole über die Anmeldung Ihrer Organisation öffnen, unter einer anderen Adresse. Fragen Sie Ihren Administrator nach dieser Adresse.',
  },
  providerSilent: {
    title: 'Die Anmeldung ist nicht verfügbar',
    text: 'Der Anmeldedienst antwortet nicht. In einer Minute erneut versuchen oder den Administrator informieren.',
  },
  attemptLost: {
    title: 'Diese Anmeldung ist beendet',
    text: 'Sie hat länger als zehn Minuten gedauert oder in einem anderen Browser begonnen. Cookies für diese Website zulassen, dann erneut anmelden.',
  },
  refused: {
    title: 'Sie sind nicht angemeldet',
    text: 'Der Anmeldedienst hat nicht bestätigt, wer Sie sind. Erneut anmelden oder den Administrator informieren.',
  },
  unavailable: {
    title: 'Die Konsole ist nicht verfügbar',
    text: 'Ein Dienst, den sie benötigt, antwortet nicht. In einer Minute erneut versuchen oder den Administrator informieren.',
  },
  badAddress: {
    title: 'Seite nicht gefunden',
    text: 'Die Adresse ist fehlerhaft. Adresse prüfen oder die Konsole öffnen.',
  },
  signIn: 'Anmelden',
  openConsole: 'Konsole öffnen',
  drawing: {
    today: 'Heute',
    soon: '14 Tage',
    end: '90 Tage',
    caption: 'Wie lange Zugangsdaten noch gelten, auf einen Blick',
  },
};
