import { useSyncExternalStore } from 'react';
import { Listeners } from '../domain/listeners.ts';
import type { Connection } from '../domain/connection/connection.ts';

/** A connection whose calls fail until somebody enters a token. */
export interface TokenNeed {
  readonly connection: Connection;
  readonly reason: 'missing' | 'rejected';
  /** The user has just caused the call, so the token may be asked for at once. */
  readonly urgent: boolean;
  /** The user has postponed it: the token is not asked for again until they want to enter it. */
  readonly postponed: boolean;
}

/**
 * Tokens of `bearer` connections: only in this page's memory, gone with the tab. Kept by id and address, so that a
 * token is never sent to another address than the one it was entered for.
 */
const tokens = new Map<string, string>();
let needs: ReadonlyMap<string, TokenNeed> = new Map();
const { subscribe, announce } = new Listeners();

export function setBearerToken(connection: Connection, token: string): void {
  tokens.set(keyOf(connection), token);
  changeNeed(connection, undefined);
}

export function forgetBearerToken(connection: Connection): void {
  tokens.delete(keyOf(connection));
  changeNeed(connection, undefined);
}

export function bearerToken(connection: Connection): string | undefined {
  return tokens.get(keyOf(connection));
}

/** Reports that a call could not be made because its token is missing. */
export function reportMissingToken(connection: Connection, urgent: boolean): void {
  const need = needs.get(keyOf(connection));
  if (!need || (urgent && !need.postponed))
    changeNeed(connection, { reason: 'missing', postponed: false, ...need, urgent });
}

/** Reports that a token was answered with 401. If a newer one was entered meanwhile, nothing is asked. */
export function reportRejectedToken(connection: Connection, token: string, urgent: boolean): void {
  if (bearerToken(connection) !== token) return;
  tokens.delete(keyOf(connection));
  changeNeed(connection, { reason: 'rejected', urgent, postponed: false });
}

export function postponeTokenNeed({ connection, ...need }: TokenNeed): void {
  changeNeed(connection, { ...need, postponed: true });
}

/** Asks again, because the user wants to enter a token now. */
export function resumeTokenNeed(connection: Connection): void {
  const reason = needs.get(keyOf(connection))?.reason ?? 'missing';
  changeNeed(connection, { reason, urgent: true, postponed: false });
}

/** All connections that need a token, the longest waiting first. */
export function useTokenNeeds(): readonly TokenNeed[] {
  return [...useSyncExternalStore(subscribe, () => needs).values()];
}

/** The token of a connection, to show when it expires; the token itself must not be shown. */
export function useBearerToken(connection: Connection): string | undefined {
  return useSyncExternalStore(subscribe, () => bearerToken(connection));
}

function keyOf({ id, baseUrl }: Connection): string {
  return `${id} ${baseUrl}`;
}

function changeNeed(connection: Connection, need: Omit<TokenNeed, 'connection'> | undefined): void {
  const next = new Map(needs);
  if (need) next.set(keyOf(connection), { connection, ...need });
  else next.delete(keyOf(connection));
  needs = next;
  announce();
}
