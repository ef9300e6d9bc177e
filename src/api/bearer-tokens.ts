/** Tokens of `bearer` connections: in this page's memory and nowhere else, gone with the tab. */
const tokens = new Map<string, string>();

export function setBearerToken(connectionId: string, token: string): void {
  tokens.set(connectionId, token);
}

export function forgetBearerToken(connectionId: string): void {
  tokens.delete(connectionId);
}

export function bearerToken(connectionId: string): string | undefined {
  return tokens.get(connectionId);
}
