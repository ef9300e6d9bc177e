import { readSearchText, type SearchText } from '../../ui/table/search-text.ts';
import { endFilters, type EndFilter } from './secret-rows.ts';

/** The filters of the list, as its address holds them. */
export interface ListFilters extends SearchText {
  readonly end?: EndFilter;
  /** A provider's name. */
  readonly provider?: string;
}

/** Reads the filters from an address that anybody may have typed; invalid ones are left out. */
export function readListFilters({ end, provider, ...search }: Record<string, unknown>): ListFilters {
  const known = endFilters.find((one) => one === end);
  return {
    ...readSearchText(search),
    ...(known !== undefined && { end: known }),
    ...(typeof provider === 'string' && provider !== '' && { provider }),
  };
}
