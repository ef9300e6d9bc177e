import { spell } from '../character.ts';
import type { ResourceGroupIdProblem } from '../../../../domain/resource-group/resource-group-id.ts';
import type {
  LabelKeyProblem,
  LabelValueProblem,
} from '../../../../domain/resource-group/resource-group-labels.ts';
import type { ResourceGroupStatus } from '../../../../domain/resource-group/resource-group-status.ts';
import { formatDate, plural } from '../../format.ts';
import { groupStates } from '../shared/kind-states.ts';

function groupsOf(count: number): string {
  return plural(count, { one: 'resource group', other: 'resource groups' });
}

function idProblem(problem: ResourceGroupIdProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter an ID for the resource group.';
    case 'too-short':
      return `Use at least ${problem.minLength} characters.`;
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use letters, digits, “.” and “-”.`;
    case 'bad-start':
      return 'Begin with a letter or a digit.';
    case 'bad-end':
      return 'End with a letter or a digit.';
  }
}

function keyProblem(problem: LabelKeyProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a key, or remove this label.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters after the prefix. This has ${problem.length}.`;
    case 'bad-character':
      return `${spell(problem.character)} is not allowed. Use letters, digits, “.”, “-” and “_”.`;
    case 'bad-edge':
      return 'Begin and end with a letter or a digit.';
    case 'taken':
      return 'Another label has this key. Use each key once.';
  }
}

function valueProblem(problem: LabelValueProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter a value.';
    case 'too-long':
      return `Use at most ${problem.maxLength} characters. This has ${problem.length}.`;
  }
}

export const resourceGroups = {
  heading: 'Resource groups',
  one: 'Resource group',
  note: 'A resource group keeps the executions, deployments, artifacts and object stores of one team or customer apart.',
  add: 'Add resource group',
  search: 'Search resource groups',
  id: 'ID',
  status: 'Status',
  labels: 'Labels',
  created: 'Created',
  actions: 'Actions',
  date: formatDate,
  notKnown: 'Not known',
  noLabels: 'No labels',
  statusOf: groupStates,
  leaving: 'Being deleted',
  outcome: {
    PROVISIONED: 'AI Core has set it up. It can be used.',
    PROVISIONING: 'AI Core is setting it up. This page refreshes until it is done.',
    ERROR: 'AI Core could not set it up. Delete it and add it again. If it fails again, contact SAP.',
    UNKNOWN: 'AI Core does not report the status. Check the list later.',
  } as Readonly<Record<ResourceGroupStatus, string>>,
  says: (words: string) => `AI Core says: ${words}`,
  quota: (used: number, max: number | undefined) =>
    max === undefined ? groupsOf(used) : `${used} of ${max} used`,
  quotaFull: 'The quota is full. Delete a resource group before you add another.',
  shown: (shown: number, all: number) => `${shown} of ${groupsOf(all)} shown`,
  count: groupsOf,
  watching: (count: number) => `${groupsOf(count)} in progress. This page refreshes until all are done.`,
  stores: 'Object stores',
  storesOf: (id: string) => `Object stores of ${id}`,
  storesText: 'Executions and deployments read and write their files there.',
  editLabels: 'Edit labels',
  emptyTitle: 'No resource group',
  emptyText: 'Every tenant starts with the group “default”. Add it again if it is missing.',
  noMatchTitle: 'No resource group matches',
  noMatchText: (search: string) => `No ID or label contains “${search}”.`,

  addHeading: 'Add a resource group',
  addNote:
    'AI Core replaces a group that has the same ID. The console checks first and never sends an ID that is in use.',
  needsStore: 'Training writes its results to the object store “default”. Register that secret next.',
  idLabel: 'Resource group ID',
  idHint: 'Programs send it in the header AI-Resource-Group. It cannot be changed later.',
  idProblem,
  idTaken: (id: string) => `This tenant already has a resource group “${id}”. Choose another ID.`,
  labelsNote: 'For your own use, and for SAP services that look for a label.',
  key: 'Key',
  keyHint: (key: string) => `Sent as ${key}`,
  value: 'Value',
  keyProblem,
  valueProblem,
  addLabel: 'Add label',
  addGrounding: 'Add the label for document grounding',
  removeLabel: (key: string) => `Remove label ${key}`,
  removeEmptyLabel: 'Remove empty label',
  otherLabels: 'Labels that AI Core set itself stay as they are.',
  addedTitle: (id: string) => `Resource group ${id} is added`,
  statusNow: 'Status',
  registerDefault: 'Register its default object store',
  addAnother: 'Add another',
  notFoundTitle: 'Resource group not found',
  notFoundText: (id: string) => `This tenant has no resource group “${id}”. It may have been deleted.`,
  /** Where a page is about what a group holds. */
  chooseAnother: (id: string) => `This tenant has no resource group “${id}”. Choose another one.`,
  openGroups: 'Open resource groups',
  labelsHeading: (id: string) => `Labels of ${id}`,
  saveLabels: 'Save labels',
  labelsSaved: (id: string) => `The labels of ${id} are saved`,

  deleteHeading: (id: string, tenant: string) => `Delete resource group ${id} from ${tenant}?`,
  deleteText:
    'Everything in it is deleted with it: executions, deployments, configurations, artifacts, object store secrets and generic secrets. Running deployments stop answering.',
  deleteStores: (names: string) => `Object store secrets in it: ${names}.`,
  deleteKept: 'Files in the object stores stay. Nothing of the group can be restored.',
  deleteConfirm: 'Type the ID to confirm',
  deleteGroup: 'Delete resource group',
  deleteTitle: 'Delete this resource group',
  deletePageText: 'Everything in it is deleted with it, and its deployments stop answering.',
  defaultStays: 'The default group cannot be deleted: AI Core uses it where no group is named.',
  deleted: {
    sent: (id: string) => `Resource group “${id}” is being deleted`,
    already: (id: string) => `Resource group “${id}” was already deleted`,
  },
};
