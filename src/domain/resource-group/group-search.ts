/** The part of an address that says which resource group a page is about; left out, it is `default`. */
export interface GroupSearch {
  readonly group?: string;
}

/** Reads it from the parameters of an address. */
export function readGroupSearch({ group }: Record<string, unknown>): GroupSearch {
  return typeof group === 'string' && group !== '' ? { group } : {};
}
