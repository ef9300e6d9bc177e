import { common } from './common.ts';
import { listFilters } from './list-filters.ts';
import { secrets } from './secrets.ts';

/** What the first page says. */
export const first = { common, listFilters, secrets };
