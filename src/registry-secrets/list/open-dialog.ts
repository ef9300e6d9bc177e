/** Those for one secret. */
export type SecretDialog = 'delete' | 'details' | 'expiry';

/** The dialog that is open over the list, and for what. */
export type OpenDialog =
  | { readonly kind: SecretDialog; readonly name: string }
  | { readonly kind: 'delete-many' | 'export'; readonly names: readonly string[] };
