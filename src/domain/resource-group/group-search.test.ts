import { expect, it } from 'vitest';
import { readGroupSearch } from './group-search.ts';

it.each([
  [{ group: 'team-a', other: 'b' }, { group: 'team-a' }],
  [{ group: '' }, {}],
  [{ group: 7 }, { group: '7' }],
  [{ group: ['team-a'] }, {}],
  [{}, {}],
])('%j is read as %j', (search, read) => {
  expect(readGroupSearch(search)).toEqual(read);
});
