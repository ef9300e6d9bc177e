/** “Synced, Healthy, and what else was said”: each word that `states` knows in the console's own. */
export function inOwnWords(states: Readonly<Record<string, string>>, says: string): string {
  return says
    .split(', ')
    .map((word) => (Object.hasOwn(states, word) ? states[word] : word))
    .join(', ');
}
