const maxNameLength = 252;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

export type GenericSecretNameProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string; readonly suggestion: string }
  | { readonly code: 'bad-edge'; readonly suggestion: string };

/**
 * Says what is wrong with a generic secret's name; undefined if nothing is. The admin API takes `^[a-z0-9\-\.]+$`, up
 * to 252, and Kubernetes refuses of these what begins or ends a part with “-” or “.”: neither is let through.
 */
export function checkGenericSecretName(name: string): GenericSecretNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  if (name.length > maxNameLength) return { code: 'too-long', length: name.length, maxLength: maxNameLength };
  const character = /[^a-z0-9.-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character, suggestion: suggestName(name) };
  if (name.split('.').every((part) => label.test(part))) return undefined;
  return { code: 'bad-edge', suggestion: suggestName(name) };
}

/** The name as it would be accepted; empty where nothing of it would. SAP's documentation has `MY_GENERIC_SECRET`. */
function suggestName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .split('.')
    .map((part) => part.replaceAll(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('.')
    .slice(0, maxNameLength);
}
