/** How tokens begin, as their issuers document it for scanners of secrets, and forms of whole ones. */
const prefixes =
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glcbt- glrt- glptt- ' +
  'gloas- glft- glagent- glsoat- glimt- ATCTT3 ATBB BBDC- ATATT3 dckr_pat_ dckr_oat_ ya29. cmVmdGtu nvapi- dop_v1_ doo_v1_ dor_v1_ QVdTO';
const knownPrefixes = prefixes.split(' ');
const forms = [
  /^A(?:K|S)IA[A-Z0-9]{16}$/,
  /^AIza[\w-]{35}$/,
  /^[\w.~-]{3}[78]Q~[\w.~-]{31,34}$/,
  /^AKCp[A-Za-z0-9]{20,}$/,
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
  return (
    knownPrefixes.some((prefix) => trimmed.startsWith(prefix)) ||
    forms.some((form) => form.test(trimmed)) ||
    (longWord.test(trimmed) && !spokenName.test(trimmed))
  );
}

/** Whether `text` is so long a word that the console's own pages take it for a token wherever it is a username. */
export function isLongWord(text: string): boolean {
  return longWord.test(text.trim());
}

/** Whether a word of `text` does. */
export function holdsToken(text: string): boolean {
  return text.split(/[\s"'`,;:=()<>@/]+/).some((word) => looksLikeToken(word)) || looksLikeToken(text);
}
