import type { TokenCheck, UsernameCheck } from '../../../domain/token/credential-checks.ts';

type Warning = UsernameCheck['warnings'][number] | TokenCheck['warnings'][number];

function warningText(warning: Warning): string {
  switch (warning.code) {
    case 'surrounding-white-space':
      return warning.lineBreak
        ? 'There is a line break before or after it, perhaps from copying. It is sent as it stands.'
        : 'There is white space before or after it, perhaps from copying. It is sent as it stands.';
    case 'inner-white-space':
      return 'There is white space in it. It is sent as it stands.';
    case 'quoted':
      return 'There are quotation marks around it. They are sent with it.';
    case 'bearer-prefix':
      return 'This begins with the name of a header or scheme. Only what follows is the token.';
    case 'placeholder':
      return 'This looks like a placeholder: put the real value in its place.';
    case 'token-as-username':
      return 'This looks like an access token. It belongs in the field below, and the account’s name here.';
    case 'username-in-token':
      return `This holds a username (“${warning.username}”) and a token together. Each has a field of its own.`;
  }
}

/** Said of username and token, whatever they are for. */
export const credentials = {
  username: 'Username',
  token: 'Access token',
  showToken: 'Show access token',
  hideToken: 'Hide access token',
  usernameProblem: (code: 'empty' | 'contains-colon') =>
    code === 'empty'
      ? 'Enter the username.'
      : 'A username cannot contain “:”. Servers take what follows it for the password.',
  tokenProblem: (code: 'empty' | 'masked') =>
    code === 'empty'
      ? 'Enter the access token or password.'
      : 'These are only the bullets or asterisks of a hidden token: enter the token itself.',
  warning: warningText,
  mend: {
    'surrounding-white-space': 'Remove it',
    'inner-white-space': 'Remove it',
    quoted: 'Remove them',
    'bearer-prefix': 'Use the token only',
    'token-as-username': 'Swap username and token',
    'username-in-token': 'Put each in its field',
    placeholder: '',
  },
  trimmed: (lineBreak: boolean) =>
    lineBreak
      ? 'A line break before or after the token was removed.'
      : 'White space before or after the token was removed.',
  keepWhiteSpace: 'Keep it',
};
