/** What a link to the rollouts asks for: the names of secrets. */
export interface RolloutSearch {
  readonly secrets?: readonly string[];
}

/** Reads it from an address that anybody may have typed. */
export function readRolloutSearch({ secrets }: Record<string, unknown>): RolloutSearch {
  const names = Array.isArray(secrets) ? secrets.filter((name) => typeof name === 'string') : [];
  return names.length > 0 ? { secrets: [...new Set(names)] } : {};
}
