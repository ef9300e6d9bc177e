/** The tenants whose gateway remembers secrets for all who use it: addresses by connection id. */
export const sharedTenants = new Map<string, string>();
