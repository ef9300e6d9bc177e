/** What a link to the rollouts asks for: the names of secrets, and the tenant whose record of them is meant. */
export interface RolloutSearch {
  readonly secrets?: readonly string[];
  readonly from?: string;
}

/** Reads it from an address that anybody may have typed. */
export function readRolloutSearch({ secrets, from }: Record<string, unknown>): RolloutSearch {
  const names = Array.isArray(secrets) ? secrets.filter((name) => typeof name === 'string') : [];
  if (names.length === 0) return {};
  return { secrets: [...new Set(names)], ...(typeof from === 'string' && { from }) };
}
