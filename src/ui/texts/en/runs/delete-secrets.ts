import { plural } from '../../format.ts';

const secretForms = { one: 'secret', other: 'secrets' };

export const deleteSecrets = {
  heading: (name: string) => `Delete ${name}?`,
  headingOfMany: (count: number) => `Delete ${plural(count, secretForms)}?`,
  consequence:
    'Executions and deployments that start after this cannot pull their images any more if their template names it. Running pods go on until they are restarted. This cannot be undone: AI Core gives no credentials back.',
  names: (names: readonly string[]) => new Intl.ListFormat('en').format(names),
  typeName: 'Type the secret’s name to confirm',
  typeNumber: 'Type the number of secrets to confirm',
  delete: 'Delete',
  runHeading: (count: number, tenant: string) => `Deleting ${plural(count, secretForms)} of ${tenant}`,
  doneHeading: (deleted: number, failed: number, tenant: string) =>
    failed === 0
      ? `${plural(deleted, secretForms)} of ${tenant} deleted`
      : `${plural(deleted, secretForms)} of ${tenant} deleted, ${plural(failed, { one: 'failure', other: 'failures' })}`,
  secret: 'Secret',
  outcomes: 'Secrets and their outcomes',
  leave: {
    title: 'Leave while secrets are deleted?',
    text: 'The run stops: no further secret is deleted. Those that are deleted stay so.',
    stay: 'Stay',
    leave: 'Stop and leave',
  },
};
