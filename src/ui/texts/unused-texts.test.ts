import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import * as first from './en/first.ts';
import * as rest from './en/rest.ts';

type Handlers = NonNullable<ConstructorParameters<typeof Visitor>[0]>;
type MemberExpression = Parameters<NonNullable<Handlers['MemberExpression']>>[0];

interface Names {
  /** What is read of an object, by its name or by a string that may be one. */
  readonly read: ReadonlySet<string>;
  /** What is used as a whole, handed on or read by a computed key, and not only as a step to something in it. */
  readonly whole: ReadonlySet<string>;
}

function readNames(): Names {
  const read = new Set<string>();
  const whole = new Set<string>();
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.tsx?$/.test(file) || /^ui\/texts\/(?:en|de)\//.test(file)) continue;
    const { program } = parseSync(file, readFileSync(path.join('src', file), 'utf8'));
    const steps = new Set<unknown>();
    new Visitor({
      MemberExpression: (node) => {
        const name = nameOf(node);
        if (name !== undefined) {
          read.add(name);
          steps.add(node.object);
        }
        // A chain is visited from its outer end: what is only a step on the way is known by then.
        if (name !== undefined && !steps.has(node)) whole.add(name);
      },
      ObjectPattern: ({ properties }) => {
        for (const property of properties) {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
          read.add(property.key.name);
          whole.add(property.key.name);
        }
      },
      Literal: ({ value }) => {
        if (typeof value === 'string') read.add(value);
      },
    }).visit(program);
  }
  return { read, whole };
}

function nameOf({ computed, property }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

function unusedTexts(texts: object, { read, whole }: Names, at: string): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (!read.has(key)) return [`${at}.${key}`];
    const isGroup = typeof value === 'object' && value !== null;
    return isGroup && !whole.has(key) ? unusedTexts(value, { read, whole }, `${at}.${key}`) : [];
  });
}

test('every text of the catalogue is used', () => {
  const names = readNames();
  const unused = Object.entries({ ...first, ...rest }).flatMap(([section, texts]) =>
    unusedTexts(texts, names, section),
  );
  expect(unused).toEqual([]);
});

test('a text that nothing reads is found, in a group too', () => {
  const names = { read: new Set(['a', 'group', 'b']), whole: new Set(['a', 'b']) };
  expect(unusedTexts({ a: '', z: '', group: { b: '', y: '' } }, names, 's')).toEqual(['s.z', 's.group.y']);
});
