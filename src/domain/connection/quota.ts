/** How many objects of one kind a tenant has, and may have at most. */
export interface Quota {
  readonly used: number;
  /** Absent where the API names no limit. */
  readonly max: number | undefined;
}

/** Whether nothing more can be created. */
export function isFull({ used, max }: Quota): boolean {
  return max !== undefined && used >= max;
}

/** How many more may be created; undefined where the API names no limit. */
export function quotaLeft({ used, max }: Quota): number | undefined {
  return max === undefined ? undefined : Math.max(0, max - used);
}
