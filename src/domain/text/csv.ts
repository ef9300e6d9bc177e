/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), also in full width. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** The same behind what another program, or another country's Excel, takes for the end of a cell. */
const laterFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g;

/**
 * Writes rows as CSV (RFC 4180): every field quoted, lines ended by CRLF. A field that a spreadsheet would
 * calculate gets an apostrophe in front, so that a label or an error message cannot run anything.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const guarded = value.replaceAll(laterFormula, "$1'");
  const text = formulaStart.test(value) ? `'${guarded}` : guarded;
  return `"${text.replaceAll('"', '""')}"`;
}
