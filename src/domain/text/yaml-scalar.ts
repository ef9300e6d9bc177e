const plainSafe = /^[A-Za-z0-9_][A-Za-z0-9._/-]*$/;
// What a YAML 1.1 or 1.2 parser might not read as text.
const words = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i;
const number = /^[-+]?(?:0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.(?:inf|nan))$/i;
const date = /^\d{4}-\d\d?-\d\d?/;

/** True if some YAML parser reads this plain scalar as a number, truth value, null or date. */
export function isNotText(value: string): boolean {
  return value === '' || words.test(value) || number.test(value) || date.test(value);
}

export type QuoteStyle = 'plain' | 'single' | 'double';

/** Characters that YAML reads as line breaks or rejects, or that are invisible: they need a string with escapes. */
const unsafe = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

/** Makes JSON valid YAML, by escaping every character that YAML reads differently. */
export function escapeForYaml(json: string): string {
  return json.replaceAll(unsafe, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The text as a YAML scalar in the preferred style, or in `otherwise` if that style cannot represent it. */
export function encodeScalar(value: string, wished: QuoteStyle, otherwise: 'single' | 'double'): string {
  let style = wished;
  if (style === 'plain' && (!plainSafe.test(value) || isNotText(value))) style = otherwise;
  // Single-quoted strings fold line breaks and have no escapes.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (style === 'single' && (/[\0-\u001F]/.test(value) || escapeForYaml(value) !== value)) style = 'double';
  if (style === 'plain') return value;
  return style === 'single' ? `'${value.replaceAll("'", "''")}'` : escapeForYaml(JSON.stringify(value));
}
