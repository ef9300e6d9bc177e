import FuzzySearch from '@leeoniya/ufuzzy';
import type { PaletteEntry, PaletteGroup } from './palette-entries.ts';

export interface FoundEntry {
  readonly entry: PaletteEntry;
  /** The matching parts of label and name, as start and end in the text that `textOf` returns. */
  readonly ranges: readonly number[];
}

export interface FoundGroup {
  readonly group: PaletteGroup;
  readonly found: readonly FoundEntry[];
}

/** A query with this prefix finds only these. */
const groupOfSign: Partial<Record<string, PaletteGroup>> = { '@': 'tenants', '>': 'actions' };
const order: readonly PaletteGroup[] = [
  'actions',
  'recent',
  'secrets',
  'repositories',
  'applications',
  'pages',
  'tenants',
];
const maxShown = 8;
/** Without a query, the first few actions are enough. */
const maxActions = 5;
const maxQuery = 60;

// One letter may be missing after each, as in `gcracm` for `ghcr-acme`; with more, almost everything matches.
const fuzzy = new FuzzySearch({ intraIns: 1, intraChars: '[a-z\\d._-]' });

/** The results of a query, in groups: urgent entries first, then the best matches. */
export function findEntries(entries: readonly PaletteEntry[], text: string): FoundGroup[] {
  const only = groupOfSign[text.charAt(0)];
  const query = (only ? text.slice(1) : text).trim().slice(0, maxQuery);
  const asked = entries.filter(({ group }) => (only ? group === only : query === '' || group !== 'recent'));
  const found =
    query === '' ? asked.filter(({ hidden }) => !hidden || only).map(unmarked) : search(asked, query);
  const groups = order.map((group) => {
    const ofGroup = found.filter(({ entry }) => entry.group === group);
    const urgent = byPlace(
      ofGroup.filter(({ entry }) => entry.urgent),
      entries,
    );
    const max = only ? Number.POSITIVE_INFINITY : query === '' && group === 'actions' ? maxActions : maxShown;
    return { group, found: [...urgent, ...ofGroup.filter(({ entry }) => !entry.urgent)].slice(0, max) };
  });
  const shown = query === '' && !only ? groups.filter(({ group }) => group !== 'tenants') : groups;
  return shown.filter((one) => one.found.length > 0);
}

/** The text that is searched and highlighted. */
export function textOf({ label, name }: PaletteEntry): string {
  return [label, name].filter((part) => part !== undefined).join(' ');
}

function search(entries: readonly PaletteEntry[], query: string): FoundEntry[] {
  const texts = entries.map(textOf);
  const indexes = fuzzy.filter(texts, query);
  if (!indexes || indexes.length === 0) return [];
  const info = fuzzy.info(indexes, texts, query);
  return fuzzy.sort(info, texts, query).flatMap((place) => {
    const entry = entries[info.idx[place] ?? -1];
    return entry ? { entry, ranges: info.ranges[place] ?? [] } : [];
  });
}

/** Soonest first, as in the whole list, however well each of them matches. */
function byPlace(found: readonly FoundEntry[], entries: readonly PaletteEntry[]): FoundEntry[] {
  return found.toSorted((a, b) => entries.indexOf(a.entry) - entries.indexOf(b.entry));
}

function unmarked(entry: PaletteEntry): FoundEntry {
  return { entry, ranges: [] };
}
