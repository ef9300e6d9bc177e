/** One way to log in that a server offers: its scheme, and its parameters by name, both in lower case. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const token = /[!#$%&'*+.^_`|~\w-]+/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
const gap = /[\s,]*/y;
const equals = /[ \t]*=[ \t]*/y;
const token68 = /[\w.~+/-]+=*(?=[ \t]*(?:,|$))/y;

/**
 * Reads `WWW-Authenticate` headers (RFC 9110, 11.6.1): several challenges in one header or in several, in any order. A
 * header is read up to the first part that is malformed.
 */
export function parseChallenges(headers: string | readonly string[] | undefined): Challenge[] {
  const lines = typeof headers === 'string' ? [headers] : (headers ?? []);
  return lines.flatMap((line) => parseLine(line));
}

function parseLine(line: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | undefined => {
    expression.lastIndex = at;
    const match = expression.exec(line);
    if (match === null) return undefined;
    at = expression.lastIndex;
    return match;
  };
  for (;;) {
    take(gap);
    const name = take(token)?.[0].toLowerCase();
    if (name === undefined) return challenges;
    const current = challenges.at(-1);
    if (take(equals) === undefined) {
      challenges.push({ scheme: name, parameters: new Map() });
      // Schemes such as Negotiate may carry a bare token instead of parameters.
      const start = at;
      if (take(/[ \t]+/y) && take(token68) === undefined) at = start;
      continue;
    }
    const text = take(quoted);
    const value = text ? (text[1] ?? '').replaceAll(/\\(.)/g, '$1') : take(token)?.[0];
    if (current === undefined || value === undefined) return challenges;
    current.parameters.set(name, value);
  }
}
