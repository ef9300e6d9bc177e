/** What spreadsheets read as the start of a formula (OWASP, "CSV Injection"), including full-width characters. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** The same after a character that another program, or Excel in another locale, reads as the end of a cell. */
const laterFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g;

/**
 * Writes rows as CSV (RFC 4180): every text is quoted, lines end with CRLF. A field that a spreadsheet would evaluate
 * gets a leading apostrophe, so that a label or an error message cannot run anything.
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
