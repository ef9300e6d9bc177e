import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { mergeConnections } from './merge-connections.ts';

const connection = (id: string, baseUrl = `/${id}`): Connection => ({
  id,
  label: id,
  baseUrl,
  auth: 'proxy',
});

describe('mergeConnections', () => {
  it('puts offered connections before added ones, each in their own order', () => {
    const { connections, hidden } = mergeConnections(
      [connection('b'), connection('a')],
      [connection('d'), connection('c')],
    );
    expect(connections.map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
    expect(hidden).toEqual([]);
  });

  it('keeps the first of several with one id, and never replaces an offered one with an added one', () => {
    const { connections, hidden } = mergeConnections(
      [connection('a', '/first'), connection('a', '/second')],
      [connection('a', 'https://elsewhere.example')],
    );
    expect(connections).toEqual([connection('a', '/first')]);
    expect(hidden).toEqual([
      { code: 'repeated-id', source: 'offered', connection: connection('a', '/second') },
      { code: 'repeated-id', source: 'added', connection: connection('a', 'https://elsewhere.example') },
    ]);
  });

  it.each(['connections', 'a b', ''])('hides the id %j, which no address could show', (id) => {
    const { connections, hidden } = mergeConnections([connection(id)], []);
    expect(connections).toEqual([]);
    expect(hidden).toEqual([{ code: 'unusable-id', source: 'offered', connection: connection(id) }]);
  });
});
