/** The kind of database that the store uses. */
export type StoreKind = 'sqlite' | 'postgres';
