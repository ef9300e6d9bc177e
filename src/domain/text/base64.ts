const standardBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** String.fromCharCode takes its units as arguments, whose number engines limit. */
const chunk = 8192;

/** Encodes text as base64 of its UTF-8 bytes, in browsers and in Node; a lone surrogate becomes U+FFFD. */
export function encodeBase64(text: string): string {
  return bytesToBase64(new TextEncoder().encode(text));
}

/** Encodes bytes as base64. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(binary);
}

/** Decodes padded standard base64 to bytes; undefined for anything else. Line breaks are allowed, as in Go. */
export function decodeBase64(encoded: string): Uint8Array | undefined {
  const compact = encoded.replaceAll(/[\r\n]/g, '');
  if (!standardBase64.test(compact)) return undefined;
  return Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
}

/** Decodes base64 of UTF-8 text; undefined if it is not base64 or not UTF-8. A leading BOM is kept. */
export function decodeBase64Text(encoded: string): string | undefined {
  const bytes = decodeBase64(encoded);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
