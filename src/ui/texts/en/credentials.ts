/** Said of username and token, whatever they are for. */
export const credentials = {
  username: 'Username',
  token: 'Access token',
  showToken: 'Show access token',
  hideToken: 'Hide access token',
  show: 'Show',
  hide: 'Hide',
  usernameProblem: (code: 'empty' | 'contains-colon') =>
    code === 'empty'
      ? 'Enter the username.'
      : 'A username cannot contain “:”. Servers take what follows it for the password.',
  tokenEmpty: 'Enter the access token or password.',
  whiteSpace: (lineBreak: boolean) =>
    lineBreak
      ? 'There is a line break before or after it, perhaps from copying. It is sent as it stands.'
      : 'There is white space before or after it, perhaps from copying. It is sent as it stands.',
  removeWhiteSpace: 'Remove it',
};
