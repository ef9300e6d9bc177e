import { textAt } from '../read/head.ts';
import { lookup, lookupMap, type MapNode, resolveAlias } from '../read/node.ts';

/** Parameter values by full name, such as `inputs.parameters.tag`. */
export type Parameters = ReadonlyMap<string, string>;

/** Image references are shorter than this; longer texts are not worth filling in. */
const maxLength = 1000;
/** A default may refer to another parameter, which has a default of its own. */
const maxRounds = 3;

/** The values and defaults of the `parameters` below `name` in a mapping, as `prefix.parameters.x`. */
export function readParameters(
  source: string,
  owner: MapNode | undefined,
  name: 'inputs' | 'arguments',
  prefix: 'inputs' | 'workflow',
): Parameters {
  const holder = lookupMap(owner, name);
  const list = holder && lookup(holder, 'parameters');
  const found = new Map<string, string>();
  for (const item of list?.kind === 'seq' ? list.items : []) {
    const parameter = resolveAlias(item);
    if (parameter?.kind !== 'map') continue;
    const value = textAt(source, parameter, 'value') ?? textAt(source, parameter, 'default');
    const parameterName = textAt(source, parameter, 'name');
    if (value !== undefined && value.length <= maxLength && parameterName !== undefined)
      found.set(`${prefix}.parameters.${parameterName}`, value);
  }
  return found;
}

/** The text with each known `{{…}}` filled in; undefined if none is known. */
export function fillIn(text: string, ...scopes: readonly Parameters[]): string | undefined {
  let filled = text;
  for (let round = 0; round < maxRounds && filled.length <= maxLength; round += 1) {
    filled = filled.replace(
      /\{\{\s*([\w.-]+)\s*\}\}/g,
      (tag, name: string) => scopes.find((scope) => scope.has(name))?.get(name) ?? tag,
    );
  }
  return filled === text ? undefined : filled;
}
