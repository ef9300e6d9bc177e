import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.ts';
import { planImport } from './connections-import.ts';

const one: Connection = { id: 'one', label: 'One', baseUrl: '/one', auth: 'proxy' };
const elsewhere: Connection = { ...one, baseUrl: 'https://elsewhere.example' };

describe('planImport', () => {
  it.each<[string, Connection[], Connection[], unknown]>([
    ['is new', [], [], { action: 'add', connection: one }],
    ['is there as it is', [], [one], { action: 'same', connection: one }],
    [
      'is there with another address',
      [],
      [elsewhere],
      { action: 'replace', connection: one, replaced: elsewhere },
    ],
    [
      'is there with another label',
      [],
      [{ ...one, label: 'Uno' }],
      { action: 'replace', connection: one, replaced: { ...one, label: 'Uno' } },
    ],
    [
      'is there with the other way of credentials',
      [],
      [{ ...one, auth: 'bearer' }],
      { action: 'replace', connection: one, replaced: { ...one, auth: 'bearer' } },
    ],
    [
      'is offered, whatever its label',
      [{ ...one, label: 'Uno' }],
      [],
      { action: 'offered', connection: one },
    ],
    [
      'is offered with the other way of credentials',
      [{ ...one, auth: 'bearer' }],
      [],
      { action: 'add', connection: { ...one, id: 'one-2' } },
    ],
    ['has the id of an offered one', [elsewhere], [], { action: 'add', connection: { ...one, id: 'one-2' } }],
  ])('knows a connection that %s', (_, offered, added, step) => {
    expect(planImport([one], offered, added)).toEqual([step]);
  });

  it('never gives two connections the same id', () => {
    const two = { ...one, id: 'two' };
    const offered = [elsewhere, { ...elsewhere, id: 'two' }];
    const steps = planImport([one, two, { ...one, id: 'one-2' }], offered, [{ ...one, id: 'one-3' }]);
    expect(steps.map(({ connection }) => connection.id)).toEqual(['one-4', 'one-5', 'one-2']);
  });
});
