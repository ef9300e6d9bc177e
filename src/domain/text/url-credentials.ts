/** The start of an authority as browsers read it: for http and https also with one slash, none, or backslashes. */
const authorities = /(https?:[/\\]*|:[/\\]{2,})([^/\\?#]*)/gi;

/** Query parameters in which services accept a token. */
const tokenParameters =
  /([?&#;](?:access_token|private_token|oauth_token|auth_token|token|api_key|apikey|password|sig)=)[^&#;\s]*/gi;

/**
 * Removes `user:password@` and the values of token parameters from every URL in a text and leaves the rest unchanged,
 * whether or not it parses. An `@` in a path or a query is not affected (RFC 3986, 3.2).
 */
export function removeUrlCredentials(text: string): string {
  return text
    .replaceAll(authorities, (_, start: string, authority: string) => start + removeUserinfo(authority))
    .replaceAll(tokenParameters, '$1');
}

/** Whether removeUrlCredentials would remove anything. */
export function hasUrlCredentials(text: string): boolean {
  return removeUrlCredentials(text) !== text;
}

/** White space ends an address, unless a colon before it and an `@` after it show that it is part of a password. */
function removeUserinfo(authority: string): string {
  const trimmed = authority.trimStart();
  const [word = ''] = trimmed.split(/\s/, 1);
  if (word.includes('@')) return trimmed.slice(word.lastIndexOf('@') + 1);
  const at = trimmed.indexOf('@');
  return at !== -1 && trimmed.slice(0, at).includes(':') ? trimmed.slice(at + 1) : authority;
}
