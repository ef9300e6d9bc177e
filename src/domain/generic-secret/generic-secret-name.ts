const maxNameLength = 252;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

export type GenericSecretNameProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string; readonly suggestion: string }
  | { readonly code: 'bad-edge'; readonly suggestion: string };

/**
 * What is wrong with a generic secret's name; undefined if it is valid. The admin API accepts `^[a-z0-9\-\.]+$` with up
 * to 252 characters, but Kubernetes rejects those with a part that starts or ends with “-” or “.”; both rules apply.
 */
export function checkGenericSecretName(name: string): GenericSecretNameProblem | undefined {
  if (name === '') return { code: 'empty' };
  if (name.length > maxNameLength) return { code: 'too-long', length: name.length, maxLength: maxNameLength };
  const character = /[^a-z0-9.-]/u.exec(name)?.[0];
  if (character !== undefined) return { code: 'bad-character', character, suggestion: suggestName(name) };
  if (name.split('.').every((part) => label.test(part))) return undefined;
  return { code: 'bad-edge', suggestion: suggestName(name) };
}

/** The nearest valid name; empty if there is none. SAP's documentation uses `MY_GENERIC_SECRET`. */
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
