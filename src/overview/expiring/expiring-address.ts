/** In days. */
export const periods = [7, 14, 30, 90] as const;
export type Period = (typeof periods)[number];

/** `?ends=30` asks for what ends within 30 days; without it, for the overview of all. */
export function readPeriod({ ends }: Record<string, unknown>): Period | undefined {
  if (ends === undefined) return undefined;
  return periods.find((days) => days === ends) ?? 30;
}
