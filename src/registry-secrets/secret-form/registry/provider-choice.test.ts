import { describe, expect, it } from 'vitest';
import { chooseProvider, hostParameters, usernameForHost } from './provider-choice.ts';
import { registryProvider } from '../../../domain/registry/provider-host.ts';
import { emptyRegistry } from '../secret-form-values.ts';

describe('chooseProvider', () => {
  it.each([
    { from: {}, choose: 'ngc', host: 'nvcr.io', username: '$oauthtoken' },
    { from: { host: 'nvcr.io', username: '$oauthtoken' }, choose: 'ghcr', host: 'ghcr.io', username: '' },
    { from: { host: 'ghcr.io', username: 'octo' }, choose: 'quay', host: 'quay.io', username: 'octo' },
    {
      from: { host: 'registry.corp.example' },
      choose: 'harbor',
      host: 'registry.corp.example',
      username: '',
    },
    { from: { host: 'ghcr.io' }, choose: 'harbor', host: '', username: '' },
    { from: { host: 'ghcr.io' }, choose: 'other', host: '', username: '' },
    { from: { host: 'ghcr.io' }, choose: 'ecr', host: '', username: 'AWS' },
  ] as const)('$from, then $choose', ({ from, choose, host, username }) => {
    const chosen = chooseProvider({ ...emptyRegistry, ...from, accessToken: 'kept' }, choose);
    expect(chosen).toMatchObject({ provider: choose, host, username, accessToken: 'kept' });
  });
});

describe('usernameForHost', () => {
  it.each([
    { host: 'nvcr.io', username: '', filled: '$oauthtoken' },
    { host: 'nvcr.io', username: 'mine', filled: 'mine' },
    { host: 'ghcr.io', username: '', filled: '' },
  ])('$host with "$username": "$filled"', ({ host, username, filled }) => {
    expect(usernameForHost(host, username)).toBe(filled);
  });
});

describe('hostParameters', () => {
  const ecr = registryProvider('ecr');
  it('shows what was typed while the host is incomplete, and then what the host says', () => {
    expect(hostParameters(ecr, '', { account: '1' })).toEqual({ account: '1' });
    expect(hostParameters(ecr, '123456789012.dkr.ecr.eu-west-1.amazonaws.com', {})).toEqual({
      account: '123456789012',
      region: 'eu-west-1',
    });
  });
  it('has none for a host of another form, and for a provider without', () => {
    expect(hostParameters(ecr, 'ecr.example.com', {})).toBeUndefined();
    expect(hostParameters(registryProvider('ghcr'), '', {})).toBeUndefined();
  });
});
