export interface MatrixPlace {
  /** -1 is the head. */
  readonly row: number;
  /** 0 is the tenant, 1 its free quota, then come the secrets. */
  readonly column: number;
}

const pageRows = 10;

/** The cell that a key leads to; undefined means none. `far`: the Control or Command key is held. */
export function movedPlace(
  key: string,
  far: boolean,
  { row, column }: MatrixPlace,
  { rows, columns }: { rows: number; columns: number },
): MatrixPlace | undefined {
  const places: Readonly<Record<string, MatrixPlace>> = {
    ArrowUp: { row: far ? -1 : row - 1, column },
    ArrowDown: { row: far ? rows - 1 : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? columns - 1 : column + 1 },
    PageUp: { row: Math.max(0, row - pageRows), column },
    PageDown: { row: row + pageRows, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows - 1 : row, column: columns - 1 },
  };
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  return place && inside(place, rows, columns);
}

export function inside({ row, column }: MatrixPlace, rows: number, columns: number): MatrixPlace {
  return {
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}
