/** Text in place of a value: bullets of a masked export, a shell variable, or a placeholder of documentation. */
export type Unfilled =
  | { readonly kind: 'masked' | 'placeholder' }
  | { readonly kind: 'variable'; readonly variable: string };

const bullets = /^[•●∙·*]{3,}$/;
/** Only capitals, as in environment variables: NVIDIA's username is literally `$oauthtoken`. */
const variables: readonly RegExp[] = [
  /^\$\{?([A-Z_][A-Z0-9_]*)\}?$/,
  /^\$\{?env:(\w+)\}?$/i,
  /^%(\w+)%$/,
  // GitHub Actions, Azure Pipelines; Terraform.
  /^\$\{\{[\s.]*(?:secrets|env|vars|github|inputs|steps|needs|matrix|parameters|variables)\.([\w.-]+)\s*\}\}$/,
  /^\$\{([a-z_][\w-]*(?:\.[\w-]+)+)\}$/i,
];
const wholeWords: readonly RegExp[] = [
  /^<[^<>]{1,100}>$/,
  /^\[(?:your|my|the)?[ _-]?[a-z][a-z _-]{0,60}\]$/i,
  /^\{\{[^{}]*\}\}$/,
  /^\$\{[^{}]*\}$/,
  /^your[ _-][a-z0-9 _-]{1,60}$/i,
  /^x{4,}$/i,
  /^\.{3}$|^…$/,
  // Kubernetes' older documentation uses DOCKER_USER and DOCKER_PASSWORD, GitHub's uses USERNAME.
  /^(?:[A-Z]+_){0,6}(?:USER|USERNAME|LOGIN|PASSWORD|PASS|PWD|TOKEN|SECRET|KEY|SERVER|REGISTRY|HOST|EMAIL|PAT)$/,
];
/** `${var.token}` within a longer value is filled in before use; no real password contains it. */
const interpolation = /\$\{\{?\s{0,8}[a-z_][\w-]{0,60}\.[^{}\n]{1,100}\}/i;
const partPatterns: readonly RegExp[] = [
  /<[A-Za-z_][^<>\n]{0,100}>/,
  /\$?\{\{[^{}]*\}\}/,
  /\$\{[A-Z_][A-Z0-9_]*\}/,
  /(?<![A-Za-z0-9])YOUR[_-][A-Z0-9_-]{1,60}/,
];

/**
 * Recognises a value that was not filled in, such as `<your-token>`, `$TOKEN`, `YOUR_PASSWORD` or `••••`. The whole
 * value must be a placeholder, since a password may contain any of these signs.
 */
export function findUnfilled(text: string): Unfilled | undefined {
  if (bullets.test(text)) return { kind: 'masked' };
  const variable = variables.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined);
  if (variable !== undefined) return { kind: 'variable', variable };
  const isPlaceholder = interpolation.test(text) || wholeWords.some((pattern) => pattern.test(text));
  return isPlaceholder ? { kind: 'placeholder' } : undefined;
}

/** Like findUnfilled, for hosts and usernames: a part of a single word is enough, as in `<team>.azurecr.io`. */
export function findUnfilledPart(text: string): Unfilled | undefined {
  const part = partPatterns.find((pattern) => pattern.test(text));
  const holdsOne = part !== undefined && !/\s/.test(text.replace(part, ''));
  return findUnfilled(text) ?? (holdsOne ? { kind: 'placeholder' } : undefined);
}

// Placeholders of examples that the reader has to fill in: `<your name>`, `$NAME`, `${NAME}`, `$(NAME)`, `YOUR_NAME`.
const piece = /<[^<>]*>|\$[({]?\w+[)}]?|\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]/;

/** The first placeholder in a text that has to be filled in by hand; undefined if there is none. */
export function unfilledPiece(text: string): string | undefined {
  return piece.exec(text)?.[0];
}

/** True if the whole text is such a placeholder. */
export function isUnfilledPiece(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && unfilledPiece(trimmed) === trimmed;
}
