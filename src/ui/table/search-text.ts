/** The part of an address that says what a list is searched for. */
export interface SearchText {
  readonly search?: string;
}

/** Reads it from the parameters of an address. A router that reads JSON makes a number of a text like `2024`. */
export function readSearchText({ search }: Record<string, unknown>): SearchText {
  const isText = typeof search === 'string' || typeof search === 'number';
  return isText && search !== '' ? { search: String(search) } : {};
}
