/** Which database the store is. */
export type StoreKind = 'sqlite' | 'postgres';
