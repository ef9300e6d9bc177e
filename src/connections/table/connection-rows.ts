import type { Connection } from '../../domain/connection/connection.ts';
import type { ConnectionTest, ConnectionTests } from './connection-tests.ts';

/** Shows only connections whose last test failed, or that were not tested. */
export const connectionFilters = ['failed', 'untested'] as const;
export type ConnectionFilter = (typeof connectionFilters)[number];

/** Offered to everybody by the origin, or added in this browser. */
type ConnectionSource = 'offered' | 'added';

export interface ListedConnection {
  readonly connection: Connection;
  readonly source: ConnectionSource;
}

/** A line of the table: the heading of a group, a connection, or the result of its test. */
export type ConnectionLine =
  | { readonly kind: 'group'; readonly source: ConnectionSource; readonly isEmpty: boolean }
  | (ListedConnection & { readonly kind: 'connection'; readonly test: ConnectionTest | undefined })
  | {
      readonly kind: 'details';
      readonly connection: Connection;
      readonly test: Extract<ConnectionTest, { status: 'tested' }>;
    };

interface LinesInput {
  readonly connections: readonly ListedConnection[];
  readonly tests: Pick<ConnectionTests, 'of'>;
  readonly search: string;
  readonly show: ConnectionFilter | undefined;
  /** By label; `undefined` keeps the given order. */
  readonly sort: 'ascending' | 'descending' | undefined;
  /** The id of the connection whose test result is shown even if it works. */
  readonly explained: string | undefined;
}

export interface ConnectionLines {
  readonly lines: readonly ConnectionLine[];
  /** The connections among them, in order. */
  readonly shown: readonly Connection[];
  readonly counts: Readonly<Record<ConnectionFilter | 'all', number>>;
}

const order = new Intl.Collator('en', { numeric: true });

/** The lines of the table; the search ignores case. */
export function connectionLines(input: LinesInput): ConnectionLines {
  const { connections, tests, show, sort, explained } = input;
  const wanted = input.search.trim().toLowerCase();
  const found = connections.filter(
    ({ connection: { label, baseUrl } }) =>
      label.toLowerCase().includes(wanted) || baseUrl.toLowerCase().includes(wanted),
  );
  const counts = { all: found.length, failed: 0, untested: 0 };
  for (const { connection } of found) {
    const state = stateOf(tests.of(connection));
    if (state) counts[state] += 1;
  }
  const kept = found.filter(({ connection }) => show === undefined || stateOf(tests.of(connection)) === show);
  const way = sort === 'descending' ? -1 : 1;
  const sorted = sort
    ? kept.toSorted((a, b) => way * order.compare(a.connection.label, b.connection.label))
    : kept;
  const lines = (['offered', 'added'] as const).flatMap((source) => {
    const group = sorted.filter((one) => one.source === source);
    const isEmpty = !connections.some((one) => one.source === source);
    if (group.length === 0 && !isEmpty) return [];
    return [
      { kind: 'group', source, isEmpty } as const,
      ...group.flatMap((one) => linesOf(one, tests.of(one.connection), explained)),
    ];
  });
  return { lines, shown: sorted.map(({ connection }) => connection), counts };
}

function linesOf(
  one: ListedConnection,
  test: ConnectionTest | undefined,
  explained: string | undefined,
): ConnectionLine[] {
  const { connection } = one;
  const line = { kind: 'connection', ...one, test } as const;
  if (test?.status !== 'tested') return [line];
  const isShown = test.diagnosis.code !== 'works' || explained === connection.id;
  return isShown ? [line, { kind: 'details', connection, test }] : [line];
}

function stateOf(test: ConnectionTest | undefined): ConnectionFilter | undefined {
  if (test?.status !== 'tested') return test === undefined ? 'untested' : undefined;
  return test.diagnosis.code === 'works' ? undefined : 'failed';
}
