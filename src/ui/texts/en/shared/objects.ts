import { plural } from '../../format.ts';

/** What the lists, forms and pages of every kind of object say alike. */
export const objects = {
  clearSearch: 'Clear search',
  backToList: 'Back to the list',
  goodToKnow: 'Good to know',
  suggestion: 'AI Core accepts this form:',
  use: (suggestion: string) => `Use ${suggestion}`,
  deleteButton: 'Delete…',
  deleteOf: (name: string) => `Delete ${name}`,
  typeName: 'Type the name to confirm',
  batches: {
    notShown: (count: number) => `${plural(count, { one: 'more is', other: 'more are' })} not shown.`,
    showMore: (count: number) => `Show ${count} more`,
  },
  stillWaiting: {
    sending: 'AI Core is taking longer than usual. The request is still running; do not send it again.',
    asking: 'Checking what AI Core did…',
  },
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed is not stored and will be lost.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
