/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), also in full width. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same behind what another program, or another country's Excel, takes for the end of a cell. */
const laterFormula = /([;\t\r\n])(?=[=+\-@＝＋－＠])/g;

/** One line of CSV (RFC 4180), with its end. A text that a spreadsheet would calculate gets an apostrophe in front. */
export function toCsvLine(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map((field) => toField(field)).join(',')}\r\n`;
}

function toField(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replaceAll(laterFormula, "$1'");
  return `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
