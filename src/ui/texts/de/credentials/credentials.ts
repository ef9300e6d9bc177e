import type { credentials as en } from '../../en/credentials/credentials.ts';
import type { Translated } from '../../translated.ts';

const warning: (typeof en)['warning'] = (found) => {
  switch (found.code) {
    case 'surrounding-white-space':
      return found.lineBreak
        ? 'Beginnt oder endet mit einem Zeilenumbruch, vielleicht vom Kopieren. Wird unverändert gesendet.'
        : 'Beginnt oder endet mit einem Leerzeichen, vielleicht vom Kopieren. Wird unverändert gesendet.';
    case 'inner-white-space':
      return 'Enthält Leerzeichen. Wird unverändert gesendet.';
    case 'quoted':
      return 'Steht in Anführungszeichen. Sie werden mitgesendet.';
    case 'bearer-prefix':
      return 'Beginnt mit dem Namen eines Headers oder Schemas. Das Token ist nur, was darauf folgt.';
    case 'placeholder':
      return 'Das sieht nach einem Platzhalter aus. Durch den echten Wert ersetzen.';
    case 'token-as-username':
      return 'Das sieht nach einem Zugriffstoken aus. Hier den Namen des Kontos eingeben, das Token darunter.';
    case 'username-in-token':
      return `Enthält einen Benutzernamen („${found.username}“) und ein Token. Jedes hat ein eigenes Feld.`;
  }
};

/** Said of username and token, whatever they are for. */
export const credentials: Translated<typeof en> = {
  username: 'Benutzername',
  token: 'Zugriffstoken',
  showToken: 'Zugriffstoken anzeigen',
  hideToken: 'Zugriffstoken verbergen',
  usernameProblem: (code) =>
    code === 'empty'
      ? 'Den Benutzernamen eingeben.'
      : 'Ein Benutzername darf kein „:“ enthalten. Server lesen den Rest als Passwort.',
  tokenProblem: (code) =>
    code === 'empty'
      ? 'Das Zugriffstoken oder Passwort eingeben.'
      : 'Das sind die Punkte oder Sternchen eines verborgenen Tokens. Das Token selbst eingeben.',
  warning,
  mend: {
    'surrounding-white-space': 'Entfernen',
    'inner-white-space': 'Entfernen',
    quoted: 'Entfernen',
    'bearer-prefix': 'Nur das Token verwenden',
    'token-as-username': 'Benutzername und Token tauschen',
    'username-in-token': 'Auf beide Felder verteilen',
    placeholder: '',
  },
  trimmed: (lineBreak) =>
    lineBreak
      ? 'Ein Zeilenumbruch um das Token wurde entfernt.'
      : 'Leerzeichen um das Token wurden entfernt.',
  keepWhiteSpace: 'Beibehalten',
};
