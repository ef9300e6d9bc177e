/** In days. */
export const periods = [7, 14, 30, 90] as const;
export type Period = (typeof periods)[number];

/** `?ends=30` shows what expires within 30 days; without it, the page shows the matrix. */
export function readPeriod({ ends }: Record<string, unknown>): Period | undefined {
  if (ends === undefined) return undefined;
  return periods.find((days) => days === ends) ?? 30;
}
