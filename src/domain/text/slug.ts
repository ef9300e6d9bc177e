/** Lowercase letters, digits and single hyphens made of any text, at most `maxLength` of them; may be empty. */
export function slugOf(text: string, maxLength: number): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maxLength)
    .replace(/-$/, '');
}
