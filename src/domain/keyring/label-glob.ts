type Token =
  | { readonly kind: 'star' | 'any' }
  | { readonly kind: 'literal'; readonly character: string }
  | {
      readonly kind: 'class';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

/**
 * Matches one label of a host against one label of a key by the rules of Go's `filepath.Match`: `*`, `?`, `[a-z]`,
 * `[^a-z]` and `\` (https://pkg.go.dev/path/filepath#Match). A malformed pattern matches nothing. Takes time
 * proportional to the product of both lengths at most.
 */
export function labelMatches(pattern: string, label: string): boolean {
  const tokens = tokenise(Array.from(pattern));
  return tokens !== undefined && matchTokens(tokens, Array.from(label));
}

function matchTokens(tokens: readonly Token[], characters: readonly string[]): boolean {
  let token = 0;
  let position = 0;
  // Only the latest star needs another try: whatever an earlier star could take, the latest can take as well.
  let retryToken = -1;
  let retryPosition = 0;
  while (position < characters.length || token < tokens.length) {
    const current = tokens[token];
    const character = characters[position];
    if (current?.kind === 'star') {
      token += 1;
      retryToken = token;
      retryPosition = position;
    } else if (current !== undefined && character !== undefined && tokenMatches(current, character)) {
      token += 1;
      position += 1;
    } else if (retryToken >= 0 && retryPosition < characters.length) {
      retryPosition += 1;
      token = retryToken;
      position = retryPosition;
    } else {
      return false;
    }
  }
  return true;
}

function tokenMatches(token: Token, character: string): boolean {
  if (token.kind === 'literal') return token.character === character;
  if (token.kind !== 'class') return true;
  const code = codePoint(character);
  const isInside = token.ranges.some(([low, high]) => codePoint(low) <= code && code <= codePoint(high));
  return isInside !== token.negated;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? -1;
}

function tokenise(characters: readonly string[]): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] ?? '';
    if (character === '[') {
      const parsed = parseClass(characters, at + 1);
      if (parsed === undefined) return undefined;
      tokens.push(parsed.token);
      at = parsed.next;
    } else if (character === '\\') {
      const escaped = characters[at + 1];
      if (escaped === undefined) return undefined;
      tokens.push({ kind: 'literal', character: escaped });
      at += 2;
    } else {
      tokens.push(plainToken(character));
      at += 1;
    }
  }
  return tokens;
}

function plainToken(character: string): Token {
  if (character === '*') return { kind: 'star' };
  return character === '?' ? { kind: 'any' } : { kind: 'literal', character };
}

/** Reads a character class, starting after its `[`; undefined if it is empty or never closed. */
function parseClass(
  characters: readonly string[],
  start: number,
): { token: Token; next: number } | undefined {
  const negated = characters[start] === '^';
  const ranges: [string, string][] = [];
  let at = negated ? start + 1 : start;
  while (ranges.length === 0 || characters[at] !== ']') {
    const low = parseClassCharacter(characters, at);
    if (low === undefined) return undefined;
    const isRange = characters[low.next] === '-';
    const high = isRange ? parseClassCharacter(characters, low.next + 1) : low;
    if (high === undefined) return undefined;
    ranges.push([low.character, high.character]);
    at = high.next;
  }
  return { token: { kind: 'class', negated, ranges }, next: at + 1 };
}

function parseClassCharacter(
  characters: readonly string[],
  start: number,
): { character: string; next: number } | undefined {
  const first = characters[start];
  if (first === undefined || first === '-' || first === ']') return undefined;
  const at = first === '\\' ? start + 1 : start;
  const character = characters[at];
  return character === undefined ? undefined : { character, next: at + 1 };
}
