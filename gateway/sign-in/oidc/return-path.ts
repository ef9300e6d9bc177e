import { signedInPath } from '../../contract.ts';

/** A path of this origin to come back to; anything else, and what would sign in or out again, becomes the start page. */
export function toReturnPath(text: string | undefined): string {
  const base = 'http://console.invalid';
  if (text === undefined || text.length > maxLength || !text.startsWith('/') || !URL.canParse(text, base))
    return '/';
  const url = new URL(text, base);
  // As the router reads it, which takes escapes away.
  const page = decodePath(url.pathname);
  const signsInOrOut = page.startsWith('/auth/') && page !== signedInPath;
  if (url.origin !== base || url.pathname.startsWith('//') || signsInOrOut) return '/';
  const path = `${url.pathname}${url.search}`;
  // A letter such as “ü” takes six characters there.
  return path.length > maxLength ? '/' : path;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/auth/';
  }
}

/** It travels in a cookie, of which a browser takes 4 kB. */
const maxLength = 1500;
