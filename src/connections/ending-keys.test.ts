import { describe, expect, it } from 'vitest';
import { listEndingKeys } from './ending-keys.ts';

const now = new Date('2026-11-25T12:00:00Z');

function connection(id: string, end: { keyExpiresAt?: string } = {}) {
  return { id, label: id, baseUrl: `/${id}`, auth: 'proxy' as const, ...end };
}

describe('listEndingKeys', () => {
  it.each([
    [{}, false],
    [{ keyExpiresAt: '2026-12-02T12:00:01Z' }, false],
    [{ keyExpiresAt: '2026-12-02T12:00:00Z' }, true],
    [{ keyExpiresAt: '2026-11-25T12:00:00Z' }, true],
    [{ keyExpiresAt: '2026-11-01T12:00:00Z' }, true],
  ])('with %o a key is listed: %s', (end, isListed) => {
    expect(listEndingKeys([connection('acme', end)], now).length === 1).toBe(isListed);
  });

  it('the next to end comes first', () => {
    const connections = [
      connection('late', { keyExpiresAt: '2026-11-30T00:00:00Z' }),
      connection('ended', { keyExpiresAt: '2026-11-20T00:00:00Z' }),
      connection('soon', { keyExpiresAt: '2026-11-26T00:00:00Z' }),
    ];
    expect(listEndingKeys(connections, now).map(({ id }) => id)).toEqual(['ended', 'soon', 'late']);
  });
});
