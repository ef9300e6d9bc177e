/** How many objects of one kind a tenant has, and the maximum. */
export interface Quota {
  readonly used: number;
  /** Absent if the API returns no limit. */
  readonly max: number | undefined;
}

/** Whether no more objects can be created. */
export function isFull({ used, max }: Quota): boolean {
  return max !== undefined && used >= max;
}

/** How many more objects can be created; undefined if the API returns no limit. */
export function quotaLeft({ used, max }: Quota): number | undefined {
  return max === undefined ? undefined : Math.max(0, max - used);
}
