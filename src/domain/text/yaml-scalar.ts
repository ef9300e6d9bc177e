const plainSafe = /^[A-Za-z0-9_][A-Za-z0-9._/-]*$/;
// What any parser in use (YAML 1.1 or 1.2) might take for something else than text.
const words = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i;
const number = /^[-+]?(?:0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.(?:inf|nan))$/i;
const date = /^\d{4}-\d\d?-\d\d?/;

/** True if a plain scalar of this text is a number, a truth value, null or a date to some YAML parser. */
export function isNotText(value: string): boolean {
  return value === '' || words.test(value) || number.test(value) || date.test(value);
}

export type QuoteStyle = 'plain' | 'single' | 'double';

/** What YAML takes for a line break, or refuses, or what is not seen: it can only stand in strings that know escapes. */
const unsafe = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** JSON that is YAML too: of what YAML reads in another way, each is escaped. */
export function escapeForYaml(json: string): string {
  return json.replaceAll(unsafe, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text as a YAML scalar in the wished style, or in `otherwise` if that style cannot hold it. */
export function encodeScalar(value: string, wished: QuoteStyle, otherwise: 'single' | 'double'): string {
  let style = wished;
  if (style === 'plain' && (!plainSafe.test(value) || isNotText(value))) style = otherwise;
  // Single quotes fold line breaks and know no escapes.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (style === 'single' && (/[\0-\u001F]/.test(value) || escapeForYaml(value) !== value)) style = 'double';
  if (style === 'plain') return value;
  return style === 'single' ? `'${value.replaceAll("'", "''")}'` : escapeForYaml(JSON.stringify(value));
}
