/** The resource group that every tenant has. AI Core uses it if none is named, and it cannot be deleted. */
export const defaultResourceGroup = 'default';

const minIdLength = 3;
const maxIdLength = 253;

export type ResourceGroupIdProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-short'; readonly minLength: number }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string }
  | { readonly code: 'bad-start' | 'bad-end'; readonly suggestion: string };

/**
 * What is wrong with the id of a resource group; undefined if it is valid. Accepts what the admin API does:
 * `^[a-zA-Z0-9][a-zA-Z0-9.-]{1,251}[a-zA-Z0-9]$`.
 */
export function checkResourceGroupId(id: string): ResourceGroupIdProblem | undefined {
  if (id === '') return { code: 'empty' };
  const character = /[^a-zA-Z0-9.-]/u.exec(id)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  if (id.length > maxIdLength) return { code: 'too-long', length: id.length, maxLength: maxIdLength };
  if (/^[.-]/.test(id)) return { code: 'bad-start', suggestion: trimEdges(id) };
  if (/[.-]$/.test(id)) return { code: 'bad-end', suggestion: trimEdges(id) };
  return id.length < minIdLength ? { code: 'too-short', minLength: minIdLength } : undefined;
}

function trimEdges(id: string): string {
  let start = 0;
  let end = id.length;
  while (start < end && isEdge(id.charAt(start))) start += 1;
  while (end > start && isEdge(id.charAt(end - 1))) end -= 1;
  return id.slice(start, end);
}

function isEdge(character: string): boolean {
  return character === '.' || character === '-';
}
