import type { secretActs as en } from '../en/secret-acts.ts';
import { formatNumber } from '../format.ts';
import type { Translated } from '../translated.ts';

export const secretActs: Translated<typeof en> = {
  acts: {
    copy: 'Snippet kopieren',
    template: 'In eine Vorlage einfügen',
    rotate: 'Rotieren…',
    'roll-out': 'Ausrollen…',
    expiry: 'Ablauf ändern…',
    delete: 'Löschen…',
  },
  selected: (count) => `${formatNumber(count)} ausgewählt`,
  export: 'Exportieren…',
  clearSelection: 'Auswahl aufheben (Esc)',
};
