import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import type { KeptFlags, StoreValues } from './store-body.ts';
import { storeFields } from './store-types.ts';

/**
 * The body of an object store without its credentials: where it is, and the names of its headers. The ids of access
 * keys count as credentials.
 */
export function storeSettings(values: StoreValues, flags: KeptFlags = {}): Readonly<Record<string, string>> {
  const { type, pathPrefix } = values;
  const fields = storeFields[type]
    .filter(({ id, credential }) => credential === undefined && id !== 'accessKeyId')
    .map(({ id }): [string, string] =>
      id === 'headers' ? ['headerNames', headerNames(values[id])] : [id, values[id].trim()],
    );
  const { usehttps = '', verifyssl = '' } = type === 'S3' ? flags : {};
  const all = [
    ...fields,
    ['pathPrefix', pathPrefix.trim()],
    ['usehttps', usehttps],
    ['verifyssl', verifyssl],
  ];
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

function headerNames(headers: string): string {
  const parsed = parseJsonText(headers);
  return parsed.ok && isJsonObject(parsed.value) ? [...parsed.value.keys()].toSorted().join(', ') : '';
}
