/** What spreadsheets treat as the start of a formula (OWASP, "CSV Injection"), including full-width characters. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same after a character that another program, or another country's Excel, treats as the end of a cell. */
const laterFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g;

/**
 * One line of CSV (RFC 4180), with its line end. Text that a spreadsheet would treat as a formula gets an apostrophe.
 */
export function toCsvLine(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map((field) => toField(field)).join(',')}\r\n`;
}

function toField(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replaceAll(laterFormula, "$1'");
  return `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
