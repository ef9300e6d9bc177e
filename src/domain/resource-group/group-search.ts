/** The resource group in a page's address; if absent, it is `default`. */
export interface GroupSearch {
  readonly group?: string;
}

/** Reads it from the parameters of an address. A router that parses JSON turns a name like `2024` into a number. */
export function readGroupSearch({ group }: Record<string, unknown>): GroupSearch {
  const isName = typeof group === 'string' || typeof group === 'number';
  return isName && group !== '' ? { group: String(group) } : {};
}
