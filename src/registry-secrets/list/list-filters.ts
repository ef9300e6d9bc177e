import { endFilters, type EndFilter } from './secret-rows.ts';

/** The filters of the list, as its address holds them. */
export interface ListFilters {
  readonly end?: EndFilter;
  /** A provider's name. */
  readonly provider?: string;
}

/** Reads the filters from an address that anybody may have typed; invalid ones are left out. */
export function readListFilters({ end, provider }: Record<string, unknown>): ListFilters {
  const known = endFilters.find((one) => one === end);
  return {
    ...(known !== undefined && { end: known }),
    ...(typeof provider === 'string' && provider !== '' && { provider }),
  };
}
