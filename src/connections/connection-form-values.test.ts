import { describe, expect, it } from 'vitest';
import { connections as texts } from '../ui/texts/en/connections.ts';
import { connectionFormSchema, toConnection, tokenOf } from './connection-form-values.ts';
import type { ConnectionFormValues } from './connection-form-values.ts';

const values: ConnectionFormValues = { label: 'Acme', baseUrl: '/acme', auth: 'bearer', token: '' };

function parse(changes: Partial<ConnectionFormValues>) {
  const typed = { ...values, ...changes };
  return connectionFormSchema({ texts, takenLabels: ['Globex'], auth: typed.auth }).safeParse(typed);
}

function messagesFor(changes: Partial<ConnectionFormValues>): Record<string, string> {
  const { error } = parse(changes);
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

describe('connectionFormSchema', () => {
  it.each<[Partial<ConnectionFormValues>, string, RegExp]>([
    [{ label: ' ' }, 'label', /Enter a label/],
    [{ label: 'x'.repeat(81) }, 'label', /at most 80/],
    [{ label: ' globex ' }, 'label', /Another connection has the label “globex”/],
    [{ baseUrl: '' }, 'baseUrl', /Enter the proxy’s address/],
    [{ baseUrl: 'http://a.example' }, 'baseUrl', /Use https/],
    [{ token: 'two words' }, 'token', /Not a token./],
    [{ token: '{"clientid":"x"}' }, 'token', /This is a service key/],
  ])('answers %j at %s', (changes, field, sentence) => {
    const messages = messagesFor(changes);
    expect(Object.keys(messages)).toEqual([field]);
    expect(messages[field]).toMatch(sentence);
  });

  it('says all that is wrong at once', () => {
    const wrong = messagesFor({ label: '', baseUrl: '', token: 'two words' });
    expect(Object.keys(wrong)).toEqual(['label', 'baseUrl', 'token']);
  });

  it.each<Partial<ConnectionFormValues>>([
    {},
    { token: 'Bearer not-a-real-token' },
    { baseUrl: 'https://proxy.example.com/x' },
    { auth: 'proxy', token: 'not looked at' },
  ])('accepts %j', (changes) => {
    expect(messagesFor(changes)).toEqual({});
  });

  it('keeps a token out of its messages', () => {
    const { error } = parse({ token: 'not a real token' });
    expect(JSON.stringify(error?.issues)).not.toContain('not a real token');
  });
});

describe('toConnection', () => {
  it('trims the label and the address, and takes no token with it', () => {
    const typed = { ...values, label: ' Acme ', baseUrl: '/acme/', token: 'not-a-real-token' };
    expect(toConnection('acme', typed)).toEqual({
      id: 'acme',
      label: 'Acme',
      baseUrl: '/acme',
      auth: 'bearer',
    });
  });
});

describe('tokenOf', () => {
  it.each<[Partial<ConnectionFormValues>, string | undefined]>([
    [{ token: ' Bearer not-a-real-token ' }, 'not-a-real-token'],
    [{ token: '' }, undefined],
    [{ token: 'not-a-real-token', auth: 'proxy' }, undefined],
  ])('takes of %j the token %j', (changes, token) => {
    expect(tokenOf({ ...values, ...changes })).toBe(token);
  });
});
