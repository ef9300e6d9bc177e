/** What the lists, forms and pages of every kind of object say alike. */
export const objects = {
  clearSearch: 'Clear search',
  goodToKnow: 'Good to know',
  suggestion: 'As AI Core accepts it:',
  use: (suggestion: string) => `Use ${suggestion}`,
  deleteButton: 'Delete…',
  deleteOf: (name: string) => `Delete ${name}`,
  typeName: 'Type the name to confirm',
};
