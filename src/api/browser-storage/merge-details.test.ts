import { describe, expect, it } from 'vitest';
import { mergeDetails, type Details } from './merge-details.ts';

const before: Details = { registries: [{ host: 'ghcr.io' }], expiresAt: '2027-03-31', note: 'Ask Jo' };
const otherEnd = { ...before, expiresAt: '2027-06-30' };
const otherNote = { ...before, note: 'Ask Kim' };
const otherHost = { ...before, registries: [{ host: 'quay.io', username: 'team+robot' }] };

describe('details that two people change at once', () => {
  it.each([
    { what: 'nobody else', mine: otherEnd, theirs: before, kept: otherEnd },
    { what: 'only the other', mine: before, theirs: otherNote, kept: otherNote },
    {
      what: 'each another thing',
      mine: otherEnd,
      theirs: otherNote,
      kept: { ...otherNote, expiresAt: '2027-06-30' },
    },
    {
      what: 'each another thing',
      mine: otherNote,
      theirs: otherHost,
      kept: { ...otherHost, note: 'Ask Kim' },
    },
    { what: 'both the same', mine: otherHost, theirs: otherHost, kept: otherHost },
  ])('are kept of both where the change is by $what', ({ mine, theirs, kept }) => {
    expect(mergeDetails(mine, { before, seen: before }, theirs)).toEqual(kept);
  });

  it.each([
    { mine: otherEnd, theirs: { ...before, expiresAt: undefined } },
    { mine: otherNote, theirs: { ...before, note: 'Ask Lou' } },
    { mine: otherHost, theirs: { ...before, registries: [] } },
    { mine: otherEnd, theirs: undefined },
  ])('are not kept where both changed the same thing', ({ mine, theirs }) => {
    expect(() => mergeDetails(mine, { before, seen: before }, theirs)).toThrow(
      expect.objectContaining({ code: 'DetailsChanged' }),
    );
  });
});

it('once told of the other change, one has one’s own, and the rest as the other has it', () => {
  const theirs = { ...otherNote, expiresAt: '2027-12-31' };
  const mine = { ...before, note: 'Ask Lou' };
  expect(mergeDetails(mine, { before, seen: theirs }, theirs)).toEqual({ ...theirs, note: 'Ask Lou' });
});

it('first details are kept whole', () => {
  const mine = { registries: [], expiresAt: undefined, note: 'Ask Jo' };
  expect(mergeDetails(mine, { before: undefined, seen: undefined })).toEqual(mine);
});
