import { useSyncExternalStore } from 'react';
import { Listeners } from '../domain/listeners.ts';
import type { Connection } from '../domain/connection/connection.ts';

/** A connection whose calls fail until somebody enters a token. */
export interface TokenNeed {
  readonly connection: Connection;
  readonly reason: 'missing' | 'rejected';
  /** Somebody has asked for the call just now, so that the question may come at once. */
  readonly urgent: boolean;
  /** Whoever was asked has put it off: it is not asked again until they want to. */
  readonly postponed: boolean;
}

/**
 * Tokens of `bearer` connections: in this page's memory and nowhere else, gone with the tab. Kept by id and
 * address, so that a token is never sent to an address other than the one it was entered for.
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

/** Says that a call could not be made for want of a token. */
export function reportMissingToken(connection: Connection, urgent: boolean): void {
  const need = needs.get(keyOf(connection));
  if (!need || (urgent && !need.postponed))
    changeNeed(connection, { reason: 'missing', postponed: false, ...need, urgent });
}

/** Says that a token was answered with 401. A newer one may have been entered meanwhile; then nothing is asked. */
export function reportRejectedToken(connection: Connection, token: string, urgent: boolean): void {
  if (bearerToken(connection) !== token) return;
  tokens.delete(keyOf(connection));
  changeNeed(connection, { reason: 'rejected', urgent, postponed: false });
}

export function postponeTokenNeed({ connection, ...need }: TokenNeed): void {
  changeNeed(connection, { ...need, postponed: true });
}

/** Asks again, because somebody wants to enter a token now. */
export function resumeTokenNeed(connection: Connection): void {
  const reason = needs.get(keyOf(connection))?.reason ?? 'missing';
  changeNeed(connection, { reason, urgent: true, postponed: false });
}

/** All that wait for a token, the longest first. */
export function useTokenNeeds(): readonly TokenNeed[] {
  return [...useSyncExternalStore(subscribe, () => needs).values()];
}

/** Follows the token of a connection; for showing when it expires, never the token itself. */
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
