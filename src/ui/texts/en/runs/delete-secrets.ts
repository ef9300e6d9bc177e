import { formatNumber, plural } from '../../format.ts';

const secretForms = { one: 'secret', other: 'secrets' };

export const deleteSecrets = {
  heading: (name: string, tenant: string) => `Delete ${name} from ${tenant}?`,
  headingOfMany: (count: number) => `Delete ${plural(count, secretForms)}?`,
  consequence:
    'New pods whose template uses it will fail to pull their images. Running pods keep going until they restart. This cannot be undone: AI Core never returns credentials.',
  typeName: 'Type the name to confirm',
  typeNumber: 'Type the number of secrets to confirm',
  delete: 'Delete',
  deleteSecret: 'Delete secret',
  runHeading: (count: number, tenant: string) => `Deleting ${plural(count, secretForms)} in ${tenant}`,
  doneHeading: (deleted: number, failed: number, tenant: string) =>
    failed === 0
      ? `${plural(deleted, secretForms)} in ${tenant} deleted`
      : `${plural(deleted, secretForms)} in ${tenant} deleted, ${formatNumber(failed)} failed`,
  secret: 'Secret',
  outcomes: 'Secrets and their outcomes',
  leave: {
    title: 'Leave while secrets are being deleted?',
    text: 'The run stops: no further secret is deleted. Secrets already deleted cannot be restored.',
    leave: 'Stop and leave',
  },
};
