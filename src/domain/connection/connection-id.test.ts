import { describe, expect, it } from 'vitest';
import { createConnectionId, isConnectionId, reservedIds } from './connection-id.ts';

describe('createConnectionId', () => {
  it.each([
    ['Acme Vision', [], 'acme-vision'],
    ['  Prod / EU (10)  ', [], 'prod-eu-10'],
    ['Zürich Ökonomie', [], 'zurich-okonomie'],
    ['東京', [], 'connection'],
    ['', ['connection'], 'connection-2'],
    ['Acme', ['acme'], 'acme-2'],
    ['Acme', ['ACME', 'acme-2'], 'acme-3'],
    ['Connections', [], 'connections-2'],
    ['API', [], 'api-2'],
    ['x'.repeat(80), [], 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, [], 'x'.repeat(39)],
  ])('makes from %j, with %j taken, %j', (label, taken, id) => {
    expect(createConnectionId(label, taken)).toBe(id);
  });

  it.each([...reservedIds, 'A B', '..', '-', 'é'.repeat(100)])('makes a valid id from %j', (label) => {
    expect(isConnectionId(createConnectionId(label, []))).toBe(true);
  });
});

describe('isConnectionId', () => {
  it.each(['acme', 'Acme_Vision.2', '0', 'a'.repeat(64)])('accepts %j', (id) => {
    expect(isConnectionId(id)).toBe(true);
  });
  it.each([
    '',
    '.',
    '-a',
    'a/b',
    'a b',
    'ä',
    '%61',
    'a'.repeat(65),
    'connections',
    'Overview',
    'config.json',
  ])('refuses %j', (id) => {
    expect(isConnectionId(id)).toBe(false);
  });
});
