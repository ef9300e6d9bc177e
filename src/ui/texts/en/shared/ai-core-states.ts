/** AI Core's words for how something stands, in those of the console; what it says besides stays as it says it. */
export const aiCoreStates: Readonly<Record<string, string>> = {
  COMPLETED: 'Completed',
  'IN-PROGRESS': 'In progress',
  ERROR: 'Error',
  PROVISIONED: 'Ready',
  PROVISIONING: 'Being set up',
  Synced: 'Synced',
  OutOfSync: 'Out of sync',
  Unknown: 'Not known',
  Healthy: 'Healthy',
  Progressing: 'In progress',
  Degraded: 'Degraded',
  Suspended: 'Suspended',
  Missing: 'Missing',
};
