import type { TokenCheck, UsernameCheck } from '../../../../domain/token/credential-checks.ts';

type Warning = UsernameCheck['warnings'][number] | TokenCheck['warnings'][number];

function warningText(warning: Warning): string {
  switch (warning.code) {
    case 'surrounding-white-space':
      return warning.lineBreak
        ? 'Starts or ends with a line break, perhaps from copying. It is sent unchanged.'
        : 'Starts or ends with a space, perhaps from copying. It is sent unchanged.';
    case 'inner-white-space':
      return 'Contains spaces. It is sent unchanged.';
    case 'quoted':
      return 'Enclosed in quotation marks. They are sent with it.';
    case 'bearer-prefix':
      return 'Begins with the name of a header or scheme. The token is only what follows.';
    case 'placeholder':
      return 'This looks like a placeholder. Replace it with the real value.';
    case 'token-as-username':
      return 'This looks like an access token. Enter the account’s name here and the token below.';
    case 'username-in-token':
      return `This contains a username (“${warning.username}”) and a token. Each has its own field.`;
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
      : 'A username cannot contain “:”. Servers read what follows as the password.',
  tokenProblem: (code: 'empty' | 'masked') =>
    code === 'empty'
      ? 'Enter the access token or password.'
      : 'These are the bullets or asterisks of a hidden token. Enter the token itself.',
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
    lineBreak ? 'Removed a line break around the token.' : 'Removed spaces around the token.',
  keepWhiteSpace: 'Keep it',
};
