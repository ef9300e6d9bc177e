/** The part of an address that says which resource group a page is about; left out, it is `default`. */
export interface GroupSearch {
  readonly group?: string;
}

/** Reads it from the parameters of an address. A router that reads JSON makes a number of a name like `2024`. */
export function readGroupSearch({ group }: Record<string, unknown>): GroupSearch {
  const isName = typeof group === 'string' || typeof group === 'number';
  return isName && group !== '' ? { group: String(group) } : {};
}
