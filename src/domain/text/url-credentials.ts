/**
 * Removes `user:password@` from every URL in a text and leaves the rest as it is, whether or not it parses.
 * An `@` further back, in a path or a query, is no such part (RFC 3986, section 3.2).
 */
export function removeUrlCredentials(text: string): string {
  return text.replaceAll(/:\/\/[^\s/?#]*@/g, '://');
}
