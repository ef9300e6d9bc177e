/** How tokens begin, as their issuers document for secret scanners, and the forms of whole tokens. */
const prefixes =
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glcbt- glrt- glrtr- glptt- ' +
  'gloas- glft- glagent- glsoat- glimt- glffct- glwt- GR1348941 ATCTT3 ATBB BBDC- ATATT3 dckr_pat_ dckr_oat_ ya29. cmVmdGtu nvapi- dop_v1_ doo_v1_ dor_v1_ QVdTO';
const knownPrefixes = prefixes.split(' ');
const forms = [
  /^A(?:K|S)IA[A-Z0-9]{16}$/,
  /^AIza[\w-]{35}$/,
  /^[\w.~-]{3}[78]Q~[\w.~-]{31,34}$/,
  /^AKCp[A-Za-z0-9]{20,}$/,
  /^[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9+/]{6}$/,
  /^npm_[A-Za-z0-9]{36}$/,
  // A JSON Web Token, or anything else that is base64 of an object.
  /^eyJ[\w+/=-]{10,}/,
];
/** No account name has this many letters and digits in one word; a token does. */
const longWord = /^(?=.*[0-9])(?=.*[A-Za-z])[\w+/=-]{40,}$/;
/** Words and numbers joined by dashes, as in names of secrets, repositories and technical users. */
const spokenName = /^(?:[a-z]{1,20}[0-9]{0,4}|[0-9]{1,8})(?:[._-](?:[a-z]{1,20}[0-9]{0,4}|[0-9]{1,8}))+$/;

/** Whether `text` has the form of a token, so that it must not be kept, wherever it was entered. */
export function looksLikeToken(text: string): boolean {
  const trimmed = text.trim();
  return hasTokenForm(trimmed) || (longWord.test(trimmed) && !spokenName.test(trimmed));
}

function hasTokenForm(text: string): boolean {
  return knownPrefixes.some((prefix) => text.startsWith(prefix)) || forms.some((form) => form.test(text));
}

/** Whether `text` is so long a word that the console itself treats it as a token if it is a username. */
export function isLongWord(text: string): boolean {
  return longWord.test(text.trim());
}

/** Whether a word in `text` looks like a token, or `text` contains a private key. */
export function holdsToken(text: string): boolean {
  return [text, ...wordsOf(text)].some((word) => looksLikeToken(word)) || text.includes('PRIVATE KEY-----');
}

/**
 * Whether a word in the name of a place, such as a bucket, is a token. Such names are long themselves, with ids and
 * numbers between dashes; a key is one piece, or base64 of the length that keys of object stores have.
 */
export function holdsTokenAsPlace(text: string): boolean {
  return (
    wordsOf(text).some((word) => hasTokenForm(word)) ||
    text.split(/[\s@:?&]+/).some((word) => isStoreKey(word)) ||
    text
      .split(/[^A-Za-z0-9]+/)
      .some((piece) => piece.length >= 33 && /\d/.test(piece) && /[a-z]/i.test(piece))
  );
}

function isStoreKey(word: string): boolean {
  const isBase64 = /^[A-Za-z0-9/+]{40}(?:[A-Za-z0-9/+]{40,}={0,2})?$/.test(word);
  return isBase64 && /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
}

function wordsOf(text: string): string[] {
  return text.split(/[\s"'`,;:=()<>@/]+/);
}
