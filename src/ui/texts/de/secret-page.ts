import type { secretPage as en } from '../en/secret-page.ts';
import type { Translated } from '../translated.ts';

export const secretPage: Translated<typeof en> = {
  rotate: 'Rotieren',
  registries: 'Registrys',
  noUsername: 'Benutzername nicht bekannt',
  unknownTitle: 'Die Konsole weiß nicht, was dieses Secret enthält',
  unknownText:
    'AI Core liefert nur Namen, und dieses Secret wurde anderswo registriert. Bekannte Angaben ergänzen, um rechtzeitig rotieren zu können.',
  unread:
    'Die Aufzeichnungen dieser Konsole zum Secret konnten nicht gelesen werden. Die Seite neu laden, um es erneut zu versuchen.',
  addDetails: 'Angaben ergänzen',
  changeDetails: 'Angaben ändern',
  expiryHeading: (name) => `Ablauf von ${name} ändern`,
  snippetHeading: 'Snippet für imagePullSecrets',
  copyLines: 'Die zwei Zeilen kopieren',
  deleteTitle: 'Dieses Secret löschen',
  deleteText:
    'Neue Pods können ihre Images nicht mehr laden. AI Core gibt Zugangsdaten nie zurück, das Löschen ist daher endgültig.',

  expiry: 'Ablauf',
  noteHeading: 'Notiz',
  today: 'Heute',
  inDays: (days) => `${days}\u{a0}T.`,
  history: 'Verlauf',
  noHistory: 'Diese Konsole hat keine Änderung aufgezeichnet.',
  registered: 'Registriert',
  rotated: 'Rotiert',
  by: (what: string, name: string) => `${what} von ${name}`,
  detailed: 'Angaben geändert',
  endsOn: (date) => `(${date})`,
  formerEnd: (date) => `Das ersetzte Zugriffstoken war bis ${date} gültig.`,
  remembered: 'Aus den Aufzeichnungen dieser Konsole. AI Core liefert nur Namen.',

  detailsHeading: (name) => `Angaben zu ${name}`,
  detailsNote:
    'Sie bleiben in den Aufzeichnungen dieser Konsole und werden nicht an AI Core gesendet. Hier keine Zugangsdaten eingeben.',
  save: 'Speichern',
  usernameHint: 'Leer lassen, falls nicht bekannt',
  usernameIsCredential:
    'Das sieht nach Zugangsdaten aus. Zugangsdaten werden hier nicht gespeichert: leer lassen.',
  note: 'Notiz (optional)',
  noteHint: 'Zum Beispiel, wem das Konto gehört oder woher das Token stammt',
  noteTooLong: (max) => `Höchstens ${max} Zeichen verwenden.`,
  noteHasCredential:
    'Die Notiz enthält Zugangsdaten. Diese entfernen: Zugangsdaten werden hier nicht gespeichert.',
  detailsKept: (name) => `Angaben zu ${name} gespeichert`,
  reminderKept: (name) => `Erinnerung für ${name} gespeichert`,
  deleted: {
    sent: (name) => `„${name}“ wurde gelöscht`,
    already: (name) => `„${name}“ war bereits gelöscht`,
  },
};
