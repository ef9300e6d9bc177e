import { formatNumber } from '../format.ts';

/** What can be done with a secret, or with several. */
export const secretActs = {
  acts: {
    copy: 'Copy snippet',
    template: 'Put into a template',
    rotate: 'Rotate…',
    'roll-out': 'Roll out…',
    expiry: 'Change expiry…',
    delete: 'Delete…',
  },
  selected: (count: number) => `${formatNumber(count)} selected`,
  export: 'Export…',
  clearSelection: 'Clear selection (Esc)',
};
