import { describe, expect, test } from 'vitest';
import { readBodyFacts } from '../calls/subject.ts';
import { covers, type Plan, type TenantWrite } from './plan.ts';

const repositoryUrl = 'https://git.example/team/App';
const source = { repositoryUrl, revision: 'main', path: 'a' };
const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';

/** Whether a plan for an application covers a write of it with this body. */
function coversBody(body: object, action: TenantWrite['action'] = 'create'): boolean {
  return covers(planFor('applications', source), {
    tenant: 'acme',
    resource: 'applications',
    name: 'nightly',
    action,
    ...factsOf(body),
  });
}

function factsOf(body: object): Pick<TenantWrite, 'subject' | 'isHidden'> {
  const { subject, isHidden } = readBodyFacts(body);
  return { subject, isHidden };
}

function planFor(resource: string, body: object): Plan {
  const subject = readBodyFacts(body).subject ?? {};
  const steps: Plan['steps'] = [{ tenant: 'acme', action: 'create' }];
  return { operation: 'rollout', resource, name: 'nightly', subject, policy: 'update', steps };
}

describe('a plan for an application', () => {
  test.each([
    ['https://git.example/team/App/'],
    ['https://git.example/team/App.git'],
    ['https://GIT.example:443/team/App'],
    ['https://jo:invented@git.example/team/App'],
  ])('covers the repository in the spelling %s', (spelling) => {
    expect(coversBody({ ...source, repositoryUrl: spelling })).toBe(true);
  });

  test.each([
    ['capitals in its path', { ...source, repositoryUrl: 'https://git.example/team/app' }],
    ['another port', { ...source, repositoryUrl: 'https://git.example:8443/team/App' }],
    ['no encryption', { ...source, repositoryUrl: 'http://git.example/team/App' }],
    [
      'a host that looks like a login',
      { ...source, repositoryUrl: 'https://b.example/@git.example/team/App' },
    ],
    ['an address that nobody may read', { ...source, repositoryUrl: `https://git.example/${token}` }],
    ['a name in place of the address', { revision: 'main', path: 'a', repositoryName: 'other' }],
    ['a revision that nobody may read', { ...source, revision: token }],
    ['another folder', { ...source, path: 'A' }],
  ])('does not cover %s', (_what, body) => {
    expect(coversBody(body)).toBe(false);
    expect(coversBody(body, 'update')).toBe(false);
  });
});

describe('a plan that names no user', () => {
  const plan = planFor('dockerRegistrySecrets', { registries: [{ host: 'ghcr.io' }] });
  const coversLogin = (username: string) => {
    const config = JSON.stringify({ auths: { 'ghcr.io': { username, password: 'invented' } } });
    const facts = factsOf({ data: { '.dockerconfigjson': config } });
    const write = { tenant: 'acme', resource: 'dockerRegistrySecrets', name: 'nightly' } as const;
    return covers(plan, { ...write, action: 'create', ...facts });
  };

  test('covers nobody who could have been named', () => {
    expect(coversLogin('octo')).toBe(false);
  });

  test('nor for a repository', () => {
    const ofNobody = planFor('repositories', { url: repositoryUrl });
    const write = { tenant: 'acme', resource: 'repositories', name: 'nightly', action: 'create' } as const;
    const facts = (username: string) => factsOf({ url: repositoryUrl, username, password: 'invented' });
    expect(covers(ofNobody, { ...write, ...facts('octo') })).toBe(false);
    expect(covers(ofNobody, { ...write, ...facts(token) })).toBe(true);
  });

  test.each([token, `robot-of-${'the-very-'.repeat(4)}long-name-2026`])(
    'covers one that is named nowhere: %s',
    (username) => {
      expect(coversLogin(username)).toBe(true);
    },
  );
});

test('new credentials for a repository need not say its address, which cannot be changed', () => {
  const plan = planFor('repositories', { url: repositoryUrl, username: 'jo' });
  const write = { tenant: 'acme', resource: 'repositories', name: 'nightly' };
  const facts = factsOf({ username: 'jo', password: 'invented' });
  expect(covers(plan, { ...write, action: 'update', ...facts })).toBe(true);
  expect(covers(plan, { ...write, action: 'create', ...facts })).toBe(false);
});
