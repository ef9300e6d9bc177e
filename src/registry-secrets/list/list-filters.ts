import { endFilters, type EndFilter } from './secret-rows.ts';

/** The filters of the list as they stand in its address. */
export interface ListFilters {
  readonly end?: EndFilter;
  /** A provider's name. */
  readonly provider?: string;
}

/** Reads them from an address that anybody may have typed; what is no filter is left out. */
export function readListFilters({ end, provider }: Record<string, unknown>): ListFilters {
  const known = endFilters.find((one) => one === end);
  return {
    ...(known !== undefined && { end: known }),
    ...(typeof provider === 'string' && provider !== '' && { provider }),
  };
}
