import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { buildTestKey, sendJson, startFakeUpstream } from '../../testing/fake-upstream.ts';
import { buildTestApp, headerSignIn, openTestTenants } from '../../testing/test-app.ts';
import type { TestStore } from '../../testing/test-stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'console-roles-'));
afterAll(() => rmSync(folder, { recursive: true }));
const accessFile = join(folder, 'access.yaml');

/** Who may do what, with additional groups. */
function rolesOf(more: Record<string, string>): string {
  const roles = { editors: 'editor', viewers: 'viewer', ...more };
  const groups = Object.entries(roles).map(([group, role]) => [group, { role, tenants: ['*'] }] as const);
  const ofAcme = { role: 'editor', tenants: ['acme'] };
  return JSON.stringify({ groups: { ...Object.fromEntries(groups), 'acme-editors': ofAcme } });
}
export const tenantIds = ['acme', 'globex', 'initech', 'umbrella'];
export const password = 'planted-registry-password';

export const upstream = await startFakeUpstream();
afterAll(() => upstream.close());

interface Call {
  user?: string;
  groups?: string;
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  app?: FastifyInstance;
}
export interface ShownPlan {
  id: string;
  digest: string;
  state: string;
  partOf?: { id: string; like: string };
  isOwn: boolean;
  mayDecide: boolean;
  mayRevoke: boolean;
  reason?: string;
  decidedBy?: { name: string };
  uses: { tenant: string; outcome: string }[];
}

export const registries = [{ host: 'ghcr.io', username: 'octo' }];
export const planned = {
  operation: 'rollout',
  resource: 'dockerRegistrySecrets',
  name: 'docker-hub',
  registries,
  policy: 'update',
  steps: tenantIds.map((tenant) => ({ tenant, action: 'create' })),
};

/** Changes who may do what, keeping the groups that always exist. */
export function setRoles(more: Record<string, string>): void {
  writeFileSync(accessFile, rolesOf(more));
}

/** A gateway for each test, with its own store, where writes in more than two tenants need approval. */
export function useApprovals(openTestStore: () => Promise<TestStore>) {
  let opened: TestStore;
  let app: FastifyInstance;
  const apps: FastifyInstance[] = [];

  async function startGateway(): Promise<FastifyInstance> {
    const keys = tenantIds.map((id) => [id, buildTestKey(upstream.url, { identityzoneid: id })]);
    const started = await buildTestApp(await openTestTenants(Object.fromEntries(keys)), {
      store: opened.store,
      ...headerSignIn,
      accessFile,
      approvalAbove: 2,
    });
    apps.push(started);
    return started;
  }
  beforeEach(async () => {
    setRoles({ deputies: 'editor' });
    upstream.received.length = 0;
    upstream.answer = (_request, response) => sendJson(response, 202, { message: 'ok' });
    opened = await openTestStore();
    app = await startGateway();
  });
  afterEach(async () => {
    for (const one of apps.splice(0)) await one.close();
    await opened.remove();
  });

  const call = ({ user = 'jo', groups = 'editors', method = 'GET', url, body, app: at = app }: Call) =>
    at.inject({
      method,
      url,
      headers: {
        'x-user': user,
        'x-name': user.toUpperCase(),
        'x-groups': groups,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const write = async (tenant: string, change: Partial<Call> & { name?: string; host?: string } = {}) => {
    const { name = 'docker-hub', host = 'ghcr.io', method = 'POST', ...rest } = change;
    const auths = { [host]: { username: 'octo', password } };
    const data = { '.dockerconfigjson': JSON.stringify({ auths }) };
    const url = `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets${method === 'POST' ? '' : `/${name}`}`;
    const answer = await call({ method, url, ...(method !== 'DELETE' && { body: { name, data } }), ...rest });
    return answer.statusCode === 202 ? 'sent' : answer.json<{ error: { code: string } }>().error.code;
  };
  const sendApplication = async (tenant: string, name: string, path = '') => {
    const url = `/api/tenants/${tenant}/v2/admin/applications${path}`;
    const body = { applicationName: name, repositoryUrl: 'https://git.example/r', path: '.' };
    return (await call({ method: 'POST', url, body })).statusCode;
  };
  const ask = async (change: object = {}, user = 'jo') => {
    const url = '/api/rollout-plans';
    const answer = await call({ user, method: 'POST', url, body: { ...planned, ...change } });
    expect(answer.statusCode).toBe(201);
    return answer.json<ShownPlan>();
  };
  const decide = (plan: ShownPlan, how: string, change: Partial<Call> & { reason?: string } = {}) => {
    const { reason = 'as agreed', ...rest } = change;
    const url = `/api/rollout-plans/${plan.id}/${how}`;
    return call({ user: 'kim', method: 'POST', url, body: { digest: plan.digest, reason }, ...rest });
  };
  const listPlans = async (user: string, groups = 'editors') =>
    (await call({ user, groups, url: '/api/rollout-plans' })).json<{ plans: ShownPlan[] }>().plans;

  return {
    app: () => app,
    opened: () => opened,
    startGateway,
    call,
    write,
    sendApplication,
    ask,
    decide,
    listPlans,
  };
}
