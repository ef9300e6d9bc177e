import type { listFilters as en } from '../en/list-filters.ts';
import type { Translated } from '../translated.ts';

export const listFilters: Translated<typeof en> = {
  filters: 'Nach Ablauf filtern',
  all: 'Alle',
  ends: {
    expired: 'Abgelaufen',
    soon: 'Binnen 14 Tagen',
    none: 'Kein Ablaufdatum',
    unknown: 'Nicht bekannt',
  },
  provider: 'Anbieter',
  allProviders: 'Anbieter',
};
