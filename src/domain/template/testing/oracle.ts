import { parse, parseAllDocuments } from 'yaml';

/** The result that tests expect of a patch, computed from parsed values with only the YAML library. */
type Value = unknown;
type Dictionary = Record<string, Value>;

const options = { merge: true, logLevel: 'silent' } as const;

function isDictionary(value: Value): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function child(value: Value, name: string): Dictionary {
  const found = isDictionary(value) ? value[name] : undefined;
  if (!isDictionary(found)) throw new Error(`No mapping at ${name}`);
  return found;
}

/** All documents of a text as plain values, without empty ones. */
export function parseValues(text: string): Value[] {
  const documents = parseAllDocuments(text, options);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document): Value[] => {
    if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
    const value: Value = document.toJS();
    return value === null ? [] : [value];
  });
}

/** The string inside a ServingTemplate as values; placeholders become words, or comments if alone on a line. */
export function parseInner(text: string): Value {
  const lines = text.split(/\r?\n/).map((line) => (/^\s*(?:\{\{.*?\}\}\s*)+$/.test(line) ? '#' : line));
  return parse(
    lines.join('\n').replace(/\{\{(?!\{).*?\}\}/g, (tag) => `PLACEHOLDER${tag.replace(/\W/g, '_')}`),
    options,
  );
}

function listOf(owner: Dictionary): Value[] {
  const list = owner.imagePullSecrets;
  return Array.isArray(list) ? list : [];
}

function nameOf(entry: Value): Value {
  if (typeof entry === 'string') return entry;
  return isDictionary(entry) ? entry.name : undefined;
}

function isPlaceholder(name: Value): boolean {
  return name === null || name === '' || (typeof name === 'string' && /^<[^<>]*>$/.test(name));
}

function addNames(owner: Dictionary, names: readonly string[]): void {
  const list = [...listOf(owner)];
  for (const name of names) {
    if (list.some((entry) => isDictionary(entry) && entry.name === name)) continue;
    const unquoted = list.findIndex(
      (entry) => typeof nameOf(entry) !== 'string' && String(nameOf(entry)) === name,
    );
    const index = unquoted === -1 ? list.findIndex((entry) => isPlaceholder(nameOf(entry))) : unquoted;
    const old = list[index];
    if (index === -1) list.push({ name });
    else list[index] = isDictionary(old) ? { ...old, name } : { name };
  }
  owner.imagePullSecrets = list;
}

function patch(value: Value, names: readonly string[]): Value {
  const kind = isDictionary(value) ? value.kind : undefined;
  if (kind === 'CronWorkflow') addNames(child(child(value, 'spec'), 'workflowSpec'), names);
  else if (kind === 'WorkflowTemplate' || kind === 'ClusterWorkflowTemplate' || kind === 'Workflow') {
    addNames(child(value, 'spec'), names);
  } else if (kind === 'ServingTemplate') {
    addNames(child(child(child(child(value, 'spec'), 'template'), 'spec'), 'predictor'), names);
  }
  return value;
}

// The inner string is also compared as values: only there is the secret visible.
function openServing(value: Value): Value {
  if (!isDictionary(value) || value.kind !== 'ServingTemplate') return value;
  const template = child(child(value, 'spec'), 'template');
  if (typeof template.spec === 'string') template.spec = parseInner(template.spec);
  return value;
}

/** The documents of a text as values, with inner strings parsed. */
export function valuesOf(text: string): Value[] {
  // A copy without shared objects, so that adding to one list does not change another.
  return parseValues(text).map((value): Value =>
    structuredClone(JSON.parse(JSON.stringify(openServing(value)))),
  );
}

/** The same after adding the names to the list of each kind. */
export function valuesWithSecrets(text: string, names: readonly string[]): Value[] {
  return valuesOf(text).map((value) => patch(value, names));
}
