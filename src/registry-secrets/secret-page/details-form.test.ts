import { describe, expect, it, vi } from 'vitest';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import { credentials } from '../../ui/texts/en/credentials/credentials.ts';
import { secretForm } from '../../ui/texts/en/secret-form.ts';
import { secretPage } from '../../ui/texts/en/secret-page.ts';
import { noEnd } from '../secret-form/secret-form-values.ts';
import { detailsSchema, noRegistry, toDetails, toDetailsValues, type DetailsValues } from './details-form.ts';

const inventedToken = `ghp_${'x1Y2z3'.repeat(6)}`;
const known: RememberedSecret = {
  connectionId: 'a',
  name: 'shared',
  registries: [{ host: 'ghcr.io', username: 'octo' }, { host: 'quay.io' }],
  // By the reader's own clock, as the form has days.
  expiresAt: new Date(2027, 2, 31, 10).toISOString(),
  note: 'Ask Jo',
};

describe('what is known', () => {
  it('comes back unchanged from an untouched form', () => {
    expect(toDetails('shared', toDetailsValues(known), known)).toEqual({
      name: 'shared',
      registries: known.registries,
      expiresAt: known.expiresAt,
      note: known.note,
    });
  });

  it.each(['Pacific/Niue', 'UTC', 'Pacific/Kiritimati'])('has the day that the page shows, in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    const end = new Date(2027, 2, 31, 23, 30).toISOString();
    const values = toDetailsValues({ ...known, expiresAt: end });
    expect(values.expiresOn).toBe('2027-03-31');
    expect(toDetails('shared', values, { ...known, expiresAt: end }).expiresAt).toBe(end);
    vi.unstubAllEnvs();
  });

  it('is nothing at first, and stays so', () => {
    const values = toDetailsValues(undefined);
    expect(values).toEqual({ registries: [noRegistry], expiresOn: '', note: '' });
    expect(toDetails('new', values, undefined)).toEqual({
      name: 'new',
      registries: [],
      expiresAt: undefined,
      note: '',
    });
  });

  it.each([
    { what: 'left alone', expiresOn: '', expiresAt: undefined, formerEnd: '2027-03-31' },
    { what: 'said to be none', expiresOn: noEnd, expiresAt: undefined, formerEnd: undefined },
    { what: 'said', expiresOn: '2027-04-01', expiresAt: '2027-04-01', formerEnd: undefined },
  ])('an open end that is $what', ({ expiresOn, expiresAt, formerEnd }) => {
    const open = { connectionId: 'a', name: 'shared', registries: [], formerEnd: '2027-03-31' };
    const values = toDetailsValues(open);
    expect(values.expiresOn).toBe('');
    expect(toDetails('shared', { ...values, expiresOn }, open)).toMatchObject({ expiresAt, formerEnd });
  });

  it.each([
    { expiresOn: '2027-04-01', expiresAt: '2027-04-01' },
    { expiresOn: '', expiresAt: undefined },
  ])('ends when the form says so: “$expiresOn”', ({ expiresOn, expiresAt }) => {
    expect(toDetails('shared', { ...toDetailsValues(known), expiresOn }, known).expiresAt).toBe(expiresAt);
  });
});

describe('detailsSchema', () => {
  const valid: DetailsValues = { registries: [{ host: 'ghcr.io', username: '' }], expiresOn: '', note: '' };
  it.each([
    { what: 'a host alone', values: {}, problems: [] },
    { what: 'nothing at all', values: { registries: [noRegistry] }, problems: [] },
    {
      what: 'a username without a host',
      values: { registries: [{ host: '', username: 'octo' }] },
      problems: ['registries.0.host'],
    },
    {
      what: 'a token as the username',
      values: { registries: [{ host: 'ghcr.io', username: inventedToken }] },
      problems: ['registries.0.username'],
    },
    {
      what: 'username and token in one',
      values: { registries: [{ host: 'ghcr.io', username: 'octo:not-real' }] },
      problems: ['registries.0.username'],
    },
    {
      what: 'one registry twice',
      values: { registries: [...valid.registries, { host: 'https://ghcr.io/', username: '' }] },
      problems: ['registries.1.host'],
    },
    { what: 'a token in the note', values: { note: `Token:\n${inventedToken}` }, problems: ['note'] },
    { what: 'a long note', values: { note: 'x'.repeat(501) }, problems: ['note'] },
  ])('$what', ({ values, problems }) => {
    const result = detailsSchema({ secretPage, secretForm, credentials }).safeParse({ ...valid, ...values });
    expect(result.error?.issues.map(({ path }) => path.join('.')) ?? []).toEqual(problems);
    expect(JSON.stringify(result.error?.issues ?? [])).not.toContain(inventedToken);
  });
});
