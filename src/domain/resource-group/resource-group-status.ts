/** The states of a resource group's onboarding in the admin API. */
const resourceGroupStatuses = ['PROVISIONED', 'PROVISIONING', 'ERROR'] as const;

/** `UNKNOWN` if the API returns no status, or one that this console does not know. */
export type ResourceGroupStatus = (typeof resourceGroupStatuses)[number] | 'UNKNOWN';

/** Reads the `status` of a resource group. */
export function parseResourceGroupStatus(status: string | undefined): ResourceGroupStatus {
  return resourceGroupStatuses.find((known) => known === status) ?? 'UNKNOWN';
}
