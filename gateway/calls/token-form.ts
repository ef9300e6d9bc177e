/** How tokens begin, as their issuers document it for scanners of secrets, and forms of whole ones. */
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
  // A JSON Web Token, and whatever else is base64 of an object.
  /^eyJ[\w+/=-]{10,}/,
];
/** No account is called by so many letters and digits in one word; a token is. */
const longWord = /^(?=.*[0-9])(?=.*[A-Za-z])[\w+/=-]{40,}$/;
/** Words and numbers with dashes between them, as secrets, repositories and technical users are called. */
const spokenName = /^(?:[a-z]{1,20}[0-9]{0,4}|[0-9]{1,8})(?:[._-](?:[a-z]{1,20}[0-9]{0,4}|[0-9]{1,8}))+$/;

/** Whether `text` is by its form a token, so that it is kept nowhere, wherever it stood. */
export function looksLikeToken(text: string): boolean {
  const trimmed = text.trim();
  return hasTokenForm(trimmed) || (longWord.test(trimmed) && !spokenName.test(trimmed));
}

function hasTokenForm(text: string): boolean {
  return knownPrefixes.some((prefix) => text.startsWith(prefix)) || forms.some((form) => form.test(text));
}

/** Whether `text` is so long a word that the console's own pages take it for a token wherever it is a username. */
export function isLongWord(text: string): boolean {
  return longWord.test(text.trim());
}

/** Whether a word of `text` does, or there is a key in it, which has words of its own. */
export function holdsToken(text: string): boolean {
  return [text, ...wordsOf(text)].some((word) => looksLikeToken(word)) || text.includes('PRIVATE KEY-----');
}

/**
 * Whether a word of the name of a place does, such as that of a bucket. Those are long words themselves, with ids and
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
