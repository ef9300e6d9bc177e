import { afterEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../domain/connection/connection.ts';
import { application } from '../../domain/rollout/kinds/application.ts';
import { gitRepository } from '../../domain/rollout/kinds/git-repository.ts';
import { dockerRegistrySecret } from '../../domain/rollout/kinds/docker-registry-secret.ts';
import { orderCalls } from './order-calls.ts';

const connection: Connection = { id: 'acme', label: 'Acme', baseUrl: '/api/tenants/acme', auth: 'proxy' };
const url = 'https://git.example.com/team/app';
const repository = gitRepository.order({ name: 'app', url, username: 'jo', password: 'not-a-real-token' });
const repositoryCalls = () => orderCalls(gitRepository, repository);
const removalCalls = () => orderCalls(gitRepository, gitRepository.removal({ name: 'app', facts: { url } }));
const secretCalls = () =>
  orderCalls(dockerRegistrySecret, dockerRegistrySecret.removal({ name: 'a.b', facts: {} }));

const failure = { error: { code: '500', message: 'Unexpected', requestId: 'r-1' } };
type Answers = Record<string, { status?: number; json: unknown }>;

const bodies: unknown[] = [];

/** Answers by method and path, and notes what was asked. */
function tenant(answers: Answers): string[] {
  const calls: string[] = [];
  bodies.length = 0;
  vi.stubGlobal('fetch', (address: string, { method, body }: RequestInit) => {
    if (typeof body === 'string') bodies.push(JSON.parse(body));
    const { pathname } = new URL(address, 'https://console.example.com');
    const call = `${method} ${pathname.replace(/.*\/admin\//, '')}`;
    calls.push(call);
    const { status = 200, json } = answers[call] ?? { status: 404, json: failure };
    return Promise.resolve(Response.json(json, { status }));
  });
  return calls;
}

const quota = { json: { usage: { count: 7 }, quota: { maxCount: 10 } } };
const listOf = (...resources: { name: string; url: string }[]) => ({
  json: { count: resources.length, resources },
});
const renamed = { name: 'elsewhere', url: `${url}.git` };
const other = { name: 'app', url: 'https://git.example.com/other/app' };

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['nothing and room for three', { 'GET resourceQuota/repositories': quota }, 3],
  ['nothing and an unknown quota', {}, undefined],
])('what is absent is told with the room that is left: %s', async (_case, answers, quotaLeft) => {
  tenant({ 'GET repositories': listOf(), ...answers });
  expect(await repositoryCalls().read(connection)).toEqual({ state: 'absent', quotaLeft });
});

test('what is present, or is to be removed, needs no room', async () => {
  const calls = tenant({ 'GET repositories': listOf(renamed), 'GET resourceQuota/repositories': quota });
  expect(await repositoryCalls().read(connection)).toMatchObject({
    state: 'present',
    otherName: 'elsewhere',
  });
  expect(await removalCalls().read(connection)).toMatchObject({ state: 'absent' });
  expect(calls).not.toContain('GET resourceQuota/repositories');
});

test('an update goes to the name that the tenant has it under', async () => {
  const calls = tenant({
    'GET repositories': listOf(renamed),
    'PATCH repositories/elsewhere': { json: { message: 'ok' } },
  });
  const { read, send } = repositoryCalls();
  await read(connection);
  expect(await send(connection, 'update')).toEqual({ kind: 'accepted' });
  expect(calls.at(-1)).toBe('PATCH repositories/elsewhere');
});

test.each([
  [
    'in capitals and with .git',
    [{ name: 'app', url: `${url.toUpperCase()}.git` }],
    `${url.toUpperCase()}.git`,
  ],
  ['twice, of which one is spelled alike', [renamed, { name: 'app', url }], url],
  ['not at all', [other], url],
])('an application reads the repository as the tenant has it: %s', async (_case, resources, expected) => {
  const source = { repositoryUrl: url, revision: 'HEAD', path: 'serving' };
  const { read, send } = orderCalls(application, application.order({ name: 'serving', ...source }));
  const sent = tenant({
    'GET applications': { json: { count: 0, resources: [] } },
    'GET repositories': listOf(...resources),
    'POST applications': { json: { id: 'serving', message: 'ok' } },
    'PATCH applications/serving': { json: { id: 'serving', message: 'ok' } },
  });
  expect(await read(connection)).toMatchObject({
    state: 'absent',
    lacksNeeded: resources.every((one) => one === other),
  });
  expect(await send(connection, 'create')).toEqual({ kind: 'accepted' });
  expect(await send(connection, 'update')).toEqual({ kind: 'accepted' });
  expect(sent).toContain('POST applications');
  expect(bodies).toEqual([
    { applicationName: 'serving', ...source, repositoryUrl: expected },
    { ...source, repositoryUrl: expected },
  ]);
});

test.each([
  ['is there', [renamed], { status: 409, code: 'AlreadyExists' }],
  ['has given its name to another', [other], { status: 409, code: 'NameTaken' }],
  ['is not there', [], { status: 500, code: '500' }],
])('a creation that failed, of what %s', async (_case, resources, problem) => {
  tenant({ 'POST repositories': { status: 500, json: failure }, 'GET repositories': listOf(...resources) });
  expect(await repositoryCalls().send(connection, 'create')).toMatchObject({ kind: 'failed', problem });
});

test('absence is believed from AI Core alone', async () => {
  tenant({});
  expect(await secretCalls().send(connection, 'ask')).toMatchObject({ kind: 'absent' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('not here', { status: 404 })));
  expect(await secretCalls().send(connection, 'ask')).toMatchObject({
    kind: 'failed',
    problem: { status: 404 },
  });
});

test.each([{ json: { unexpected: true } }, { json: [] }])(
  'an answer that is not as agreed is a failure: %j',
  async (answer) => {
    tenant({ 'GET dockerRegistrySecrets/a.b': answer });
    expect(await secretCalls().send(connection, 'ask')).toMatchObject({
      kind: 'failed',
      problem: { kind: 'contract' },
    });
  },
);

test('another one of that name does not count as being there', async () => {
  tenant({ 'GET repositories': listOf(other) });
  expect(await repositoryCalls().send(connection, 'ask')).toEqual({ kind: 'absent' });
});
