/**
 * Go's reading of an `http://` or `https://` URL, limited to the parts that a registry key needs
 * (https://pkg.go.dev/net/url#Parse). All texts here are byte strings, one character per UTF-8 byte, because Go
 * compares, sorts and unescapes bytes.
 */
interface GoUrl {
  /** Host and port, unescaped, without user info. */
  readonly host: string;
  /** Path, unescaped. */
  readonly path: string;
}

const escapePattern = /^%[0-9a-fA-F]{2}$/;
const hostCharacter = /[A-Za-z0-9!$&'()*+,;=:[\]<>"\-_.~\u0080-\u00FF]/;
const userInfoPattern = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const optionalPort = /^(?::[0-9]*)?$/;

/** Converts a text to its UTF-8 bytes, one character each; a lone surrogate becomes U+FFFD, as in Go's JSON. */
export function toByteString(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** Converts a byte string back to text; bytes that are not UTF-8 become U+FFFD. */
export function fromByteString(bytes: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  );
}

/** Parses a byte string that starts with `http://` or `https://`; undefined if Go returns an error. */
export function parseGoUrl(url: string): GoUrl | undefined {
  const [address, fragment] = cut(url, '#');
  if (hasControlByte(address) || unescapeBytes(fragment) === undefined) return undefined;
  const [, rest] = cut(cut(address, '?')[0], '://');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const at = authority.lastIndexOf('@');
  const host = parseHost(authority.slice(at + 1));
  const userInfo = authority.slice(0, Math.max(at, 0));
  const path = unescapeBytes(slash < 0 ? '' : rest.slice(slash));
  if (host === undefined || path === undefined) return undefined;
  if (!userInfoPattern.test(userInfo) || unescapeBytes(userInfo) === undefined) return undefined;
  return { host, path };
}

/**
 * Splits `host:port` (https://pkg.go.dev/net#SplitHostPort). Without a port, or if Go would not split the text, the
 * whole text is the host: `[::1]` keeps its brackets while `[::1]:5000` loses them.
 */
export function splitHostPort(hostPort: string): { readonly host: string; readonly port: string } {
  const whole = { host: hostPort, port: '' };
  const colon = hostPort.lastIndexOf(':');
  if (colon < 0) return whole;
  const port = hostPort.slice(colon + 1);
  if (hostPort.startsWith('[')) {
    const end = hostPort.indexOf(']');
    const host = hostPort.slice(1, end);
    return end + 1 !== colon || host.includes('[') || /[[\]]/.test(port) ? whole : { host, port };
  }
  const host = hostPort.slice(0, colon);
  return /[:[\]]/.test(host) || /[[\]]/.test(port) ? whole : { host, port };
}

function parseHost(host: string): string | undefined {
  const isBracketed = host.startsWith('[');
  const end = isBracketed ? host.lastIndexOf(']') : host.length;
  const colon = host.lastIndexOf(':');
  const port = colon < 0 ? '' : host.slice(colon);
  if (!optionalPort.test(isBracketed ? host.slice(end + 1) : port)) return undefined;
  const zone = isBracketed ? host.slice(0, end).indexOf('%25') : -1;
  if (zone < 0) return unescapeBytes(host, isHostEscape, isHostCharacter);
  const parts = [
    unescapeBytes(host.slice(0, zone), isHostEscape, isHostCharacter),
    unescapeBytes(host.slice(zone, end), isZoneEscape, isHostCharacter),
    unescapeBytes(host.slice(end), isHostEscape, isHostCharacter),
  ];
  return parts.includes(undefined) ? undefined : parts.join('');
}

function isHostCharacter(character: string): boolean {
  return hostCharacter.test(character);
}

/** In a host, only `%` itself and bytes outside ASCII may be escaped. */
function isHostEscape(byte: number): boolean {
  return byte >= 0x80 || byte === 0x25;
}

function isZoneEscape(byte: number): boolean {
  return byte === 0x25 || byte === 0x20 || (byte < 0x80 && isHostCharacter(String.fromCharCode(byte)));
}

function unescapeBytes(
  text: string,
  isEscapeAllowed: (byte: number) => boolean = () => true,
  isCharacterAllowed: (character: string) => boolean = () => true,
): string | undefined {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '%') {
      const escape = text.slice(at, at + 3);
      const byte = Number.parseInt(escape.slice(1), 16);
      if (!escapePattern.test(escape) || !isEscapeAllowed(byte)) return undefined;
      result += String.fromCharCode(byte);
      at += 2;
    } else {
      if (!isCharacterAllowed(character)) return undefined;
      result += character;
    }
  }
  return result;
}

function hasControlByte(text: string): boolean {
  return Array.from(text).some((character) => character < ' ' || character === '\u007F');
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
