/** The dialogs for one secret. */
export type SecretDialog = 'delete' | 'details' | 'expiry';

/** The dialog that is open over the list, with its secrets. */
export type OpenDialog =
  | { readonly kind: SecretDialog; readonly name: string }
  | { readonly kind: 'delete-many' | 'export'; readonly names: readonly string[] };
