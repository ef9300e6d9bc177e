import { plural } from '../format.ts';

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
  deleted: 'deleted',
  progress: (done: number, all: number) => `${done} of ${all}`,
  doneHeading: (deleted: number, failed: number) =>
    failed === 0
      ? `${plural(deleted, secretForms)} deleted`
      : `${plural(deleted, secretForms)} deleted, ${plural(failed, { one: 'failure', other: 'failures' })}`,
};
