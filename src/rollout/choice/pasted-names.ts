import type { Connection } from '../../domain/connection/connection.ts';

export interface NamedTenants {
  /** The ids of the named tenants, without duplicates. */
  readonly ids: readonly string[];
  /** Names that no tenant has. */
  readonly unknown: readonly string[];
  /** Labels that several tenants have. */
  readonly ambiguous: readonly string[];
}

/**
 * The tenants in a pasted list: one name per line, or several separated by commas, semicolons or tabs. A name is an id
 * or a label, in any case; quotes around it, as spreadsheets write them, are ignored.
 */
export function findNamedTenants(connections: readonly Connection[], text: string): NamedTenants {
  const idsOf = new Map<string, string[]>();
  for (const { id, label } of connections) {
    const known = idsOf.get(label.toLowerCase());
    if (known) known.push(id);
    else idsOf.set(label.toLowerCase(), [id]);
  }
  // An id is unique, even if it is another tenant’s label.
  for (const { id } of connections) idsOf.set(id.toLowerCase(), [id]);
  const find = (name: string) => idsOf.get(name.toLowerCase());

  const ids = new Set<string>();
  const unknown = new Set<string>();
  const ambiguous = new Set<string>();
  for (const name of namesIn(text, (whole) => find(whole) !== undefined)) {
    const found = find(name) ?? [];
    const [only] = found;
    if (only === undefined) unknown.add(name);
    else if (found.length > 1) ambiguous.add(name);
    else ids.add(only);
  }
  return { ids: [...ids], unknown: [...unknown], ambiguous: [...ambiguous] };
}

/** A line that is a name as a whole is not split: labels may contain commas. */
function namesIn(text: string, isName: (name: string) => boolean): string[] {
  return text
    .split(/[\r\n]/)
    .flatMap((line) => (isName(bare(line)) ? [line] : line.split(/[,;\t]/)))
    .map(bare)
    .filter((name) => name !== '');
}

function bare(name: string): string {
  const trimmed = name.trim();
  const quote = trimmed[0];
  const isQuoted = trimmed.length > 1 && (quote === '"' || quote === "'") && trimmed.at(-1) === quote;
  return isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
}
