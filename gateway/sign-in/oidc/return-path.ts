import { signedInPath } from '../../contract.ts';

/** A path of this origin to return to; anything else, and paths that sign in or out again, become the start page. */
export function toReturnPath(text: string | undefined): string {
  const base = 'http://console.invalid';
  if (text === undefined || text.length > maxLength || !text.startsWith('/') || !URL.canParse(text, base))
    return '/';
  const url = new URL(text, base);
  // Decoded, as the router reads it.
  const page = decodePath(url.pathname);
  const signsInOrOut = page.startsWith('/auth/') && page !== signedInPath;
  if (url.origin !== base || url.pathname.startsWith('//') || signsInOrOut) return '/';
  const path = `${url.pathname}${url.search}`;
  // In the URL a letter such as “ü” takes six characters.
  return path.length > maxLength ? '/' : path;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/auth/';
  }
}

/** It is kept in a cookie, which may have 4 kB. */
const maxLength = 1500;
