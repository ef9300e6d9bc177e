import { describe, expect, it } from 'vitest';
import type { Connection } from '../domain/connection/connection.ts';
import { bearerToken, forgetBearerToken, reportRejectedToken, setBearerToken } from './bearer-tokens.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/acme', auth: 'bearer' };

describe('bearer tokens', () => {
  it('are kept for the id and address that they were entered for', () => {
    setBearerToken(connection, 'not-a-real-token');
    expect(bearerToken({ ...connection, label: 'Renamed' })).toBe('not-a-real-token');
    expect(bearerToken({ ...connection, baseUrl: 'https://elsewhere.example' })).toBeUndefined();
    expect(bearerToken({ ...connection, id: 'other' })).toBeUndefined();
  });

  it('are dropped when they are rejected or forgotten', () => {
    setBearerToken(connection, 'not-a-real-token');
    reportRejectedToken(connection, 'not-a-real-token', false);
    expect(bearerToken(connection)).toBeUndefined();
    setBearerToken(connection, 'not-a-real-token');
    forgetBearerToken(connection);
    expect(bearerToken(connection)).toBeUndefined();
  });

  it('stay when an older one is rejected late', () => {
    setBearerToken(connection, 'not-a-real-token-2');
    reportRejectedToken(connection, 'not-a-real-token-1', false);
    expect(bearerToken(connection)).toBe('not-a-real-token-2');
  });
});
