/** What the admin API says of a resource group's on-boarding. */
const resourceGroupStatuses = ['PROVISIONED', 'PROVISIONING', 'ERROR'] as const;

/** `UNKNOWN` where the API names no status, or one that this console does not know. */
export type ResourceGroupStatus = (typeof resourceGroupStatuses)[number] | 'UNKNOWN';

/** Reads the `status` of a resource group. */
export function parseResourceGroupStatus(status: string | undefined): ResourceGroupStatus {
  return resourceGroupStatuses.find((known) => known === status) ?? 'UNKNOWN';
}
