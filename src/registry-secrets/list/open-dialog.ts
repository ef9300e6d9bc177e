/** The dialog that is open over the list, with its secrets. */
export type OpenDialog =
  | { readonly kind: 'delete' | 'details'; readonly name: string }
  | { readonly kind: 'delete-many' | 'export'; readonly names: readonly string[] };
