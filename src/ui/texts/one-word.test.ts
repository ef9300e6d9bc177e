import { expect, test } from 'vitest';
import * as germanFirst from './de/first.ts';
import * as germanRest from './de/rest.ts';
import * as first from './en/first.ts';
import * as rest from './en/rest.ts';

type Texts = Readonly<Record<string, unknown>>;

/** The texts without parameters, in English and in German. */
function pairsOf(english: unknown, german: unknown): [english: string, german: string][] {
  if (typeof english === 'string') return typeof german === 'string' ? [[english, german]] : [];
  if (!isTexts(english) || !isTexts(german)) return [];
  return Object.keys(english).flatMap((key) => pairsOf(english[key], german[key]));
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null;
}

/** One English word where German has two: by the gender of what is meant, or because two things are meant. */
const two = ['Add another', 'Next', 'None added yet.', 'Read', 'Start another', 'Waiting'];

test('what is called the same in English is called the same in German', () => {
  const words = new Map<string, Set<string>>();
  for (const [english, german] of [...pairsOf(first, germanFirst), ...pairsOf(rest, germanRest)])
    words.set(english, (words.get(english) ?? new Set()).add(german));
  const different = [...words].filter(([, german]) => german.size > 1);
  expect(words.size).toBeGreaterThan(500);
  expect(different.filter(([english]) => !two.includes(english))).toEqual([]);
  expect(different.map(([english]) => english).toSorted()).toEqual(two);
});
