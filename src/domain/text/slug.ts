/** Turns text into lowercase letters, digits and single hyphens, at most `maxLength` characters; may be empty. */
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
